import { typedText } from '../../src/hosts/excel/cell-text';
import { toR1C1 } from '../../src/hosts/excel/r1c1';
import { takeCell, type RawCell } from '../../src/hosts/xlsx/cell-value';
import { readFormula } from '../../src/hosts/xlsx/edit/formula-grammar';
import { shownFormula, storedFormula } from '../../src/hosts/xlsx/edit/future-functions';
import { SharedFormula } from '../../src/hosts/xlsx/look/formula-shift';
import { isCalendarFormat, isDateFormat, isoSerial } from '../../src/hosts/xlsx/number-formats';
import { chooseNames, rewriteFormula } from '../../src/hosts/xlsx/result-names';
import { breakReferences } from '../../src/hosts/xlsx/workbook-edit';
import { cellText, encodeCellText, escapeXml } from '../../src/hosts/xlsx/xml-text';
import { ProblemError } from '../../src/core/problem';
import { slowTexts } from '../linear-time';
import { planOf, sheetPlan } from './xlsx/sample-plan';

const nowhere = { number() {}, date() {}, text() {}, shared() {}, boolean() {}, error() {}, formula() {}, merge() {} };

/** Takes a cell whose contents may be refused, which is quick too. */
function takenAs(type: string, value: string): void {
  const cell: RawCell = { row: 0, column: 0, style: 0, type, value, formula: undefined, bond: undefined };
  try {
    takeCell('表', nowhere, 0, cell);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
  }
}

const names = new Map([['甲', '乙']]);
const bookWith = (name: string): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><definedNames><definedName name="n">${escapeXml(name)}</definedName></definedNames></workbook>`;

describe('a text twice as long takes no more than three times as long', () => {
  test.each<[string, (text: string) => unknown]>([
    ['typedText', typedText],
    ['toR1C1', (text) => toR1C1(text, 3, 3)],
    ['a number in a file', (text) => takenAs('n', text)],
    ['a long number in a file', (text) => takenAs('n', text.replace(/\D/g, '1'))],
    ['a date in a file', (text) => takenAs('d', text)],
    ['a boolean in a file', (text) => takenAs('b', text)],
    ['readFormula', readFormula],
    ['storedFormula', storedFormula],
    ['shownFormula', shownFormula],
    ['SharedFormula', (text) => new SharedFormula(text, 0, 0).at(1, 1)],
    ['isDateFormat', isDateFormat],
    ['isCalendarFormat', isCalendarFormat],
    ['isoSerial', isoSerial],
    ['chooseNames', (text) => chooseNames(planOf(sheetPlan({ name: text })), [text], [text])],
    ['rewriteFormula', (text) => rewriteFormula(text, names, names)],
    ['breakReferences', (text) => breakReferences('xl/workbook.xml', bookWith(text), ['甲'])],
    ['cellText', cellText],
    ['encodeCellText', encodeCellText],
    ['escapeXml', escapeXml],
  ])('%s', (_name, run) => {
    expect(slowTexts(run)).toEqual([]);
  });
});
