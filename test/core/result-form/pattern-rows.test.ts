import { areaOnCopy, formulaOnCopy, mergesOnCopy } from '../../../src/core/result-form/pattern-rows';

const rows = { first: 4, last: 5, count: 4 };
const names = '结果模板-排名';
const below = (formula: string): string => formulaOnCopy(formula, rows, names);
const inRow = (formula: string, at: number): string => formulaOnCopy(formula, rows, names, at);

test.each([
  ['a total over the pattern covers all rows', 'SUM(E5:E6)', 'SUM(E5:E8)'],
  ['and where the pattern is one row of it', 'SUM(E5:E5)', 'SUM(E5:E8)'],
  ['what stands below follows on', 'E7/$B$9', 'E9/$B$11'],
  ['what stands above stays', 'B$3&"E7"', 'B$3&"E7"'],
  ['the last row above and the first below', 'A4+A7', 'A4+A9'],
  ['functions and names are no cells', 'LOG10(A7)+RATE5(A7)+A7x', 'LOG10(A9)+RATE5(A9)+A7x'],
  ['another sheet is left alone', "指标!A7+'其 他'!B7", "指标!A7+'其 他'!B7"],
  ['the sheet itself becomes its copy', "SUM('结果模板-排名'!E5:E6)", 'SUM(E5:E8)'],
])('%s', (_, formula, wanted) => expect(below(formula)).toBe(wanted));

test.each([
  ['its own row', 'E5-F5', 'E7-F7'],
  ['a range within it', 'SUM(C5:F5)', 'SUM(C7:F7)'],
  ['a fixed row over the whole pattern', 'RANK(E5,E$5:E$6)', 'RANK(E7,E$5:E$8)'],
  ['a running total', 'SUM(E$5:E5)', 'SUM(E$5:E7)'],
  ['a total below', 'E5/E7', 'E7/E9'],
])('in a pattern row: %s', (_, formula, wanted) => expect(inRow(formula, 2)).toBe(wanted));

test('areas and merges follow', () => {
  const area = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 2 });
  expect(areaOnCopy(rows, area(0, 9))).toEqual(area(0, 11));
  expect(areaOnCopy(rows, area(4, 4))).toEqual(area(4, 7));
  expect(mergesOnCopy(rows, [area(0, 1), area(4, 4), area(4, 5), area(5, 5), area(6, 6)])).toEqual([
    area(0, 1),
    ...[4, 5, 6, 7].map((row) => area(row, row)),
    area(8, 8),
  ]);
});
