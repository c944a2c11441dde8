import type { CellChanges } from '../../../src/core/cell-changes';
import { workbookOf } from '../../excel-host/model/workbook';
import type { WorkbookModel } from '../../excel-host/model/workbook';
import { picture, refusalOf, session } from './session';

const SHEET = '权重与参数';
const userBook = (): WorkbookModel =>
  workbookOf({
    [SHEET]: [
      ['类别', '名称', '数值'],
      ['维度权重', '创新能力', 30],
      ['参数', '空气质量指标', null],
    ],
    指标数据: [['开发区名称'], ['甲开发区']],
  });
const changes: CellChanges = {
  sheet: SHEET,
  cells: [
    { row: 1, column: 2, value: 35.5 },
    { row: 2, column: 2, value: '=1+1' },
    { row: 3, column: 0, value: '参数' },
    { row: 3, column: 1, value: '007' },
    { row: 3, column: 2, value: 12, numberFormat: 'General' },
  ],
  expected: [
    { row: 1, column: 1, text: '创新能力' },
    { row: 1, column: 2, text: '30' },
    { row: 3, column: 0, text: '' },
  ],
};
const valuesOf = (book: WorkbookModel): unknown[] => {
  const sheet = book.find(SHEET)!;
  return changes.cells.map(({ row, column }) => sheet.value(row, column));
};

test('cells are changed, text stays text, other cells and sheets stay', async () => {
  const { port, book } = await session(userBook());
  const other = picture(book)['指标数据'];
  await port.change(changes);
  expect(valuesOf(book)).toEqual([35.5, '=1+1', '参数', '007', 12]);
  expect(picture(book)['指标数据']).toEqual(other);
  const grid = (await port.read()).find(({ name }) => name === SHEET)!.grid;
  expect(grid.formula(2, 2)).toBeUndefined();
  expect(grid.text(2, 2)).toBe('=1+1');
});

test('a formula comes back as one, null empties', async () => {
  const { port, book } = await session(userBook());
  await port.change({
    sheet: SHEET,
    cells: [
      { row: 1, column: 2, value: 30, formula: '10*3' },
      { row: 2, column: 1, value: null },
    ],
    expected: [],
  });
  const grid = (await port.read()).find(({ name }) => name === SHEET)!.grid;
  expect(grid.formula(1, 2)).toBe('10*3');
  expect(book.find(SHEET)!.value(2, 1) ?? '').toBe('');
});

test('nothing is changed where a cell shows something else by now', async () => {
  const { port, book } = await session(userBook());
  book.find(SHEET)!.fill([
    ['类别', '名称', '数值'],
    ['维度权重', '创新能力', 31],
  ]);
  const before = picture(book);
  expect(await refusalOf(port.change(changes))).toMatchObject({ code: 'cells-changed', message: expect.stringContaining('C2') as string });
  expect(picture(book)).toEqual(before);
});

test('a protected sheet keeps its locked cells; those that it leaves free are filled in, with their formats as they are', async () => {
  const book = userBook();
  const sheet = book.find(SHEET)!;
  sheet.protection = { options: {} };
  const { port } = await session(book);
  expect(await refusalOf(port.change(changes))).toMatchObject({ code: 'protected-sheet' });
  for (const { row, column } of changes.cells)
    sheet.styles.set({ top: row, left: column, bottom: row, right: column }, 'protection.locked', false);
  await port.change(changes);
  expect(valuesOf(book)).toEqual([35.5, '=1+1', '参数', '007', 12]);
});

test('a number in a blank cell that shows shares is no share', async () => {
  const book = userBook();
  book.find(SHEET)!.styles.set({ top: 3, left: 2, bottom: 3, right: 2 }, 'numberFormat', '0%');
  const { port } = await session(book);
  await port.change(changes);
  const grid = (await port.read()).find(({ name }) => name === SHEET)!.grid;
  expect([grid.number(3, 2), grid.format(3, 2)]).toEqual([12, 'General']);
});

test('all or none, wherever a request breaks off', async () => {
  const outcomes = new Set<string>();
  for (const nth of [1, 2]) {
    for (let afterActions = 0; ; afterActions++) {
      const { host, book, port } = await session(userBook());
      const before = picture(book);
      host.failSync(nth, { code: 'GeneralException', afterActions });
      const failed = await port.change(changes).then(
        () => false,
        () => true,
      );
      if (!host.requests.some(({ error }) => error !== undefined)) break;
      outcomes.add(failed ? 'taken back' : 'changed');
      if (failed) expect({ nth, afterActions, now: picture(book) }).toEqual({ nth, afterActions, now: before });
    }
  }
  expect(outcomes).toEqual(new Set(['taken back']));
});

test('one sheet is taken away, and only that', async () => {
  const { port, book } = await session(userBook());
  await port.remove(SHEET);
  expect(book.sheets.map(({ name }) => name)).toEqual(['指标数据']);
  expect(await refusalOf(port.remove(SHEET))).toMatchObject({ code: 'sheet-gone' });
});
