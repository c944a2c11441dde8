import fc from 'fast-check';
import { cellsOf } from '../../../../src/workbench/grid/univer/paste';

describe('rows of cells in a text from the clipboard', () => {
  test.each<[string, string, string[][]]>([
    ['one cell', '12', [['12']]],
    ['nothing', '', [['']]],
    ['cells and rows', 'a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a line end at the end, as Excel puts it', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['empty cells', '\ta\t\n\t\t', [['', 'a', ''], ['', '', '']]],
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
