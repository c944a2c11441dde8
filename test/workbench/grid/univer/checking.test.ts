import { CellValueType } from '@univerjs/core';
import type { EditValue } from '../../../../src/ooxml/edit/cell-edit';
import { agrees, joinsAreas, ownFormulas, portions, reachesOut } from '../../../../src/workbench/grid/univer/checking';
import { SheetsShown } from '../../../../src/workbench/grid/univer/sheets-shown';
import { sheetOf } from '../look-of';

const number = (v: number) => ({ v, t: CellValueType.NUMBER });
const text = (v: string) => ({ v, t: CellValueType.STRING });

test.each<[EditValue | undefined, object | null, boolean]>([
  [0.1 + 0.2, number(0.3), true],
  [1e15, number(1e15 + 1), true],
  [54723.428571, number(54723.42857142857), true],
  [100, number(100.0001), false],
  [4, number(400), false],
  [0, text('#NAME?'), false],
  [{ error: '#DIV/0!' }, text('#DIV/0!'), true],
  [{ error: '#N/A' }, text('#NAME?'), false],
  ['达标', text('达标'), true],
  ['达标', text('不达标'), false],
  [true, { v: 1, t: CellValueType.BOOLEAN }, true],
  [undefined, text(''), true],
  [undefined, null, true],
  [undefined, number(3), false],
  [0, null, true],
  ['1', number(1), false],
])('%j in the file and %j here: %s', (result, cell, same) => expect(agrees(result, cell)).toBe(same));

test.each([
  ['SUM(A1,A3)', false],
  ['SUM((A1,A3))', true],
  ['RANK(A1,(A1:A3,B1:B1))', true],
  ['IF((A1>1),2,3)', false],
  ['SUM(A1:B2 B1:C3)', true],
  ['"(a,b)"&A1', false],
  ["'表 (甲,乙)'!A1+1", false],
  ['表1[[#This Row],[税收]]*2', false],
  ['(A1+B1)*ROUND(C1,2)', false],
  ['SUM( A1 , B2 )', false],
  ['{1,2}', false],
])('%s joins areas: %s', (formula, joins) => expect(joinsAreas(formula)).toBe(joins));

test.each([
  ['IMAGE("https://example.invalid/x.png")', true],
  ['_xlfn.IMAGE(A1)', true],
  ['IFERROR(webservice(A1),"")', true],
  ['"IMAGE("&A1', false],
  ['MYIMAGE(A1)', false],
  ['A1+1', false],
])('%s reaches out: %s', (formula, out) => expect(reachesOut(formula)).toBe(out));

test('own formulas with what they came to; results and arrays are left out', () => {
  const shown = new SheetsShown('u');
  const { sheets } = shown.add({
    active: '表',
    styles: [{}],
    sheets: [
      sheetOf(
        [
          [1, { v: 2, f: 'A1*2' }],
          [
            { v: '', f: 'B9' },
            { v: 1, f: 'A1:A2', array: 'B2:B3' },
            { v: true, f: 'A1=1', array: 'C2' },
            { error: '#N/A', f: 'NA()' },
          ],
        ],
        { name: '表' },
      ),
      sheetOf([[{ v: 1, f: '表!A1' }]], { name: '得分明细', owned: true }),
    ],
  });
  expect(ownFormulas(sheets).map(({ row, column, text: formula, result }) => [row, column, formula, result])).toEqual([
    [0, 1, 'A1*2', 2],
    [1, 0, 'B9', undefined],
    [1, 2, 'A1=1', true],
    [1, 3, 'NA()', { error: '#N/A' }],
  ]);
});

test('formulas below each other make one range; a portion holds so many', () => {
  const at = (row: number, column: number) => ({ sheetId: 's', sheet: '表', row, column, text: 'A1', result: 1 });
  const column = (range: { startRow: number; endRow: number; startColumn: number }): string =>
    `${range.startColumn}:${range.startRow}-${range.endRow}`;
  const ranges = portions([at(1, 0), at(0, 0), at(3, 0), at(0, 2), at(1, 2)], 3).map((portion) =>
    portion.map(({ range }) => column(range)),
  );
  expect(ranges).toEqual([['0:0-1', '0:3-3'], ['2:0-1']]);
  expect(portions([], 3)).toEqual([]);
});
