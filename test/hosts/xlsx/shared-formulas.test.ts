import type { BodyColumn } from '../../../src/core/plan';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { partText, plainWorkbook } from '../../ooxml/package-builder';
import { planOf, sheetPlan } from './sample-plan';

const formulas = (...texts: string[]): string[] => texts;
const column = (texts: readonly string[], alike: readonly number[]): BodyColumn => ({
  kind: 'number',
  values: Float64Array.from(texts, (_, row) => row + 1),
  style: 3,
  formulas: texts,
  alike: Uint16Array.from(alike),
});
const body = [
  { kind: 'number', values: Float64Array.of(1, 2, 3, 4), style: 3 },
  column(formulas('A1*2', 'A2*2', '', 'A4*2'), [1, 1, 0, 1]),
  column(formulas('IF(A1<2,"少",A1)', 'IF(A2<2,"少",A2)', 'A3+1', 'A4+1'), [1, 1, 2, 2]),
  column(formulas("'数据'!A1", "'数据'!A2", "'数据'!A3", "'数据'!A4"), [1, 1, 1, 1]),
] satisfies BodyColumn[];

it('a formula that is filled down has its text once; one that names another sheet, or stands alone, its own', async () => {
  const file = openXlsx(plainWorkbook());
  await file.write(planOf(sheetPlan({ name: '明细', body, bodyRows: 4 })));
  const sheet = partText(file.bytes(), 'xl/worksheets/sheet2.xml');
  expect(sheet.match(/<f [^>]*\/>|<f(?: [^>]*)?>[^<]*<\/f>/g)).toEqual([
    '<f t="shared" ref="B1:B2" si="0">A1*2</f>',
    '<f t="shared" ref="C1:C2" si="1">IF(A1&lt;2,"少",A1)</f>',
    "<f>'数据'!A1</f>",
    '<f t="shared" si="0"/>',
    '<f t="shared" si="1"/>',
    "<f>'数据'!A2</f>",
    '<f t="shared" ref="C3:C4" si="2">A3+1</f>',
    "<f>'数据'!A3</f>",
    '<f>A4*2</f>',
    '<f t="shared" si="2"/>',
    "<f>'数据'!A4</f>",
  ]);
  const read = openXlsx(file.bytes())
    .look()
    .sheets.find(({ name }) => name === '明细')!;
  const found = new Map(read.cells.formulas.map(({ at, text }) => [at, text]));
  expect([...found.values()].sort()).toEqual(
    body
      .flatMap((one) => ('formulas' in one ? one.formulas! : []))
      .filter((one) => one !== '')
      .sort(),
  );
});
