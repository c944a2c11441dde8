import { typedText } from '../../src/hosts/excel/cell-text';
import { toR1C1 } from '../../src/hosts/excel/r1c1';
import { chooseNames, rewriteFormula } from '../../src/hosts/results/names';
import { breakReferences } from '../../src/hosts/xlsx/workbook-edit';
import { escapeXml } from '../../src/ooxml/xml/xml-text';
import { slowTexts } from '../linear-time';
import { planOf, sheetPlan } from './xlsx/sample-plan';

const names = new Map([['甲', '乙']]);
const bookWith = (name: string): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><definedNames><definedName name="n">${escapeXml(name)}</definedName></definedNames></workbook>`;

describe('a text twice as long takes no more than three times as long', () => {
  test.each<[string, (text: string) => unknown]>([
    ['typedText', typedText],
    ['toR1C1', (text) => toR1C1(text, 3, 3)],
    ['chooseNames', (text) => chooseNames(planOf(sheetPlan({ name: text })), [text], [text])],
    ['rewriteFormula', (text) => rewriteFormula(text, names, names)],
    ['breakReferences', (text) => breakReferences('xl/workbook.xml', bookWith(text), ['甲'])],
  ])('%s', (_name, run) => {
    expect(slowTexts(run)).toEqual([]);
  });
});
