import { ProblemError, type Problem } from '../../../src/core/problem';
import type { CellEdit, SheetEdits } from '../../../src/ooxml/edit/cell-edit';
import { openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { OpenBook } from '../../../src/workbench/worker/open-book';
import { sampleBytes } from '../../app/sample';

/** A file that takes edits, notes each batch, and refuses batches in which a cell stands that `bad` names. */
function fileThat(bad: (sheet: string, row: number) => boolean = () => false): {
  readonly file: XlsxWorkbook;
  readonly batches: number[][];
  readonly taken: string[];
} {
  const batches: number[][] = [];
  const taken: string[] = [];
  const file: XlsxWorkbook = {
    ...openXlsx(sampleBytes()),
    describe: async () => ({
      sheets: ['甲', '乙', '结果'].map((name) => ({ name, hidden: false, owned: name === '结果', cells: true })),
      traits: [],
    }),
    read: async () => [],
    bytes: () => new Uint8Array(),
    edit(edits) {
      const cells = edits.flatMap(({ sheet, cells: of }) => of.map(({ row }) => ({ sheet, row })));
      batches.push(cells.map(({ row }) => row));
      const first = cells.find(({ sheet, row }) => bad(sheet, row));
      if (first)
        throw new ProblemError([
          {
            severity: 'error',
            code: 'array-part',
            sheet: first.sheet,
            cell: `A${first.row + 1}`,
            message: '数组公式',
            nextStep: '请整体修改',
          },
        ]);
      taken.push(...cells.map(({ sheet, row }) => `${sheet}${row}`));
    },
  };
  return { file, batches, taken };
}

const typed = (sheet: string, ...rows: readonly number[]): SheetEdits => ({
  sheet,
  cells: rows.map((row) => ({ row, column: 0, kind: 'value', value: row })),
});
const codes = (problems: readonly Problem[]): string[] => problems.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell ?? ''}`);

test('edits wait until somebody asks, and go in together', async () => {
  const { file, batches } = fileThat();
  const book = new OpenBook(file);
  book.edit([typed('甲', 1)]);
  book.edit([typed('甲', 2), typed('乙', 3)]);
  expect(batches).toEqual([]);
  await book.read();
  expect(batches).toEqual([[1, 2, 3]]);
  await book.bytes();
  expect(batches).toHaveLength(1);
});

test('one refused cell keeps no other out and is told once', async () => {
  const { file, taken } = fileThat((sheet, row) => sheet === '甲' && row === 5);
  const book = new OpenBook(file);
  book.edit([typed('甲', 1, 2, 3, 4, 5, 6), typed('乙', 5)]);
  await book.read();
  expect(taken.sort()).toEqual(['乙5', '甲1', '甲2', '甲3', '甲4', '甲6']);
  expect(codes(await book.refused())).toEqual(['array-part 甲!A6']);
  expect(await book.refused()).toEqual([]);
});

test('what was typed on a sheet that is gone is told, what its formulas came to is not', async () => {
  const { file } = fileThat();
  const book = new OpenBook(file);
  book.edit([typed('旧', 1), { sheet: '更旧', cells: [{ row: 0, column: 0, kind: 'result', value: 1 }] }]);
  expect(await book.refused()).toEqual([{ severity: 'error', code: 'no-sheet', sheet: '旧', ...words.trouble.gone('旧') }]);
});

test('what formulas on result sheets come to is left to Excel; what was typed there goes in', async () => {
  const { file, taken } = fileThat();
  const book = new OpenBook(file);
  const result = { row: 7, column: 0, kind: 'result', value: 1 } as const;
  book.edit([
    { sheet: '结果', cells: [result] },
    { sheet: '甲', cells: [result] },
  ]);
  await book.read();
  expect(taken).toEqual(['甲7']);
  book.edit([typed('结果', 3), { sheet: '结果', cells: [{ row: 3, column: 0, kind: 'result', value: 9 }, result] }]);
  await book.read();
  expect(taken).toEqual(['甲7', '结果3']);
});

test.each<[string, CellEdit, string]>([
  ['a text', { row: 19, column: 1, kind: 'value', value: '总数' }, '甲!B20 屏幕上是“总数”，文件里仍是空。'],
  ['nothing', { row: 19, column: 1, kind: 'value', value: null }, '甲!B20 屏幕上是空，文件里仍是空。'],
  ['a formula', { row: 19, column: 1, kind: 'formula', formula: 'A1+1', value: 3 }, '甲!B20 屏幕上是“=A1+1”，文件里仍是空。'],
  ['a truth', { row: 19, column: 1, kind: 'value', value: true }, '甲!B20 屏幕上是“TRUE”，文件里仍是空。'],
  ['40 characters', { row: 19, column: 1, kind: 'value', value: '字'.repeat(40) }, `甲!B20 屏幕上是“${'字'.repeat(40)}”，文件里仍是空。`],
  ['41 characters', { row: 19, column: 1, kind: 'value', value: '字'.repeat(41) }, `甲!B20 屏幕上是“${'字'.repeat(40)}…”，文件里仍是空。`],
])('a refused cell is told with what the screen shows and what the file says: %s', async (_, cell, said) => {
  const book = new OpenBook(fileThat(() => true).file);
  book.edit([{ sheet: '甲', cells: [cell] }]);
  expect(await book.refused()).toMatchObject([{ message: said, nextStep: '数组公式请整体修改' }]);
});

test('a mistake of the program loses no edit', async () => {
  const { file } = fileThat();
  let broken = true;
  const seen: unknown[] = [];
  const book = new OpenBook({
    ...file,
    edit(edits) {
      if (broken) throw new TypeError('mistake');
      seen.push(...edits);
    },
  });
  book.edit([typed('甲', 1)]);
  await expect(book.read()).rejects.toThrow('mistake');
  broken = false;
  await book.read();
  expect(seen).toEqual([typed('甲', 1)]);
});

test('what a person has cancelled is not begun', async () => {
  const { file } = fileThat();
  const controller = new AbortController();
  controller.abort();
  await expect(new OpenBook(file).read({ signal: controller.signal })).rejects.toMatchObject({ problems: [{ code: 'cancelled' }] });
});

test('texts that were remembered come back, and are in the file', async () => {
  const book = new OpenBook(openXlsx(sampleBytes()));
  await book.remember('新', '2');
  expect([await book.recall('新'), await book.recall('无')]).toEqual(['2', undefined]);
  expect(await openXlsx(await book.bytes()).recall('新')).toBe('2');
});
