import { CellValueType } from '@univerjs/core';
import fc from 'fast-check';
import { cellsOf, pastedCell, spread } from '../../../../src/workbench/grid/univer/paste';

describe('rows of cells in a text from the clipboard', () => {
  test.each<[string, string, string[][]]>([
    ['one cell', '12', [['12']]],
    ['nothing', '', [['']]],
    [
      'cells and rows',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a line end at the end, as Excel puts it',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      '\ta\t\n\t\t',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['an empty row between', 'a\n\nb', [['a'], [''], ['b']]],
    ['a cell with a line break', '"高新区\n（核心区）"\t1', [['高新区\n（核心区）', '1']]],
    ['quotation marks inside', '"他说""好"""\tx', [['他说"好"', 'x']]],
    ['a quotation mark that is none', '5" 管\tx', [['5" 管', 'x']]],
    ['a lone carriage return', 'a\rb', [['a'], ['b']]],
  ])('%s', (_, text, rows) => expect(cellsOf(text)).toEqual(rows));

  test('what is written the way of spreadsheets comes back', () => {
    const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const cell = fc.string({ unit: fc.constantFrom('a', '区', '"', '\t', '\n', ' ', '=') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(cellsOf(rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n') + '\r\n')).toEqual(rows);
      }),
    );
  });
});

describe('a pasted text as a cell', () => {
  test.each<[string, number, string | undefined]>([
    ['12', 12, undefined],
    [' -1,234.50 ', -1234.5, undefined],
    ['.5', 0.5, undefined],
    ['1e3', 1000, undefined],
    ['0', 0, undefined],
    ['0.07', 0.07, undefined],
    ['7%', 0.07, '0%'],
    ['12.5％', 0.125, '0.00%'],
    ['100%', 1, '0%'],
    ['2024-6-30', 45473, 'yyyy-mm-dd'],
    ['2024/06/30', 45473, 'yyyy/m/d'],
    ['2024年6月30日', 45473, 'yyyy"年"m"月"d"日"'],
  ])('%s is a number', (text, value, pattern) => {
    expect(pastedCell(text)).toEqual({ v: value, t: CellValueType.NUMBER, ...(pattern !== undefined && { s: { n: { pattern } } }) });
  });

  test.each(['1-2', '3/4', '12:30', '2024-13-1', '2024-2-30', '1,23', '12,', '10万', '0012', '高新区', 'TRUE', '=A1', '+', '.', '2024-6'])(
    '%s stays text',
    (text) => {
      expect(pastedCell(text)).toEqual({ v: text, t: expect.any(Number) as number });
      expect([CellValueType.STRING, CellValueType.FORCE_STRING]).toContain(pastedCell(text).t);
    },
  );

  test('an empty one empties the cell', () => expect(pastedCell('')).toEqual({ v: null }));
});

describe('where it goes', () => {
  test('one cell fills all that is selected', () =>
    expect(spread([['x']], { rows: 2, columns: 2 }, { rows: 9, columns: 9 })).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]));
  test('more begin at the corner', () =>
    expect(spread([['a', 'b'], ['c']], { rows: 5, columns: 5 }, { rows: 9, columns: 9 })).toEqual([['a', 'b'], ['c']]));
  test('nothing goes beyond the sheet', () =>
    expect(
      spread(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        { rows: 1, columns: 1 },
        { rows: 1, columns: 1 },
      ),
    ).toEqual([['a']]));
});
