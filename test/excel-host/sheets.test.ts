import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import type { WorkbookModel } from './model/workbook';
import { codeOf } from './refusal';

function start(book: WorkbookModel): {
  readonly run: (act: (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => unknown) => Promise<string>;
  readonly host: ExcelHost;
} {
  const host = new ExcelHost(book);
  const { Excel } = startExcel(host);
  return {
    host,
    /** Runs one batch; 'done' or the code of the error. */
    run: async (act) => {
      const batch = Excel.run(async (context) => {
        await act(context.workbook.worksheets, context);
        await context.sync();
      });
      return batch.then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    },
  };
}

const names = (book: WorkbookModel): readonly string[] => book.sheets.map((sheet) => sheet.name);

it('adds, names, moves, colours, hides and activates sheets', async () => {
  const book = workbookOf({ 一: [], 二: [] });
  const { run } = start(book);
  expect(
    await run((sheets) => {
      const sheet = sheets.add('结果');
      sheet.position = 0;
      sheet.tabColor = '#ff8800';
      sheet.showGridlines = false;
      sheet.activate();
      sheets.add();
      sheets.getItem('一').visibility = 'VeryHidden';
      sheets.getItem('二').name = '贰';
    }),
  ).toBe('done');
  expect(names(book)).toEqual(['结果', '一', '贰', 'Sheet4']);
  const made = book.sheet('结果');
  expect([made.tabColor, made.showGridlines, book.active?.name, book.sheet('一').visibility]).toEqual([
    '#FF8800',
    false,
    '结果',
    'VeryHidden',
  ]);
});

it('a name is taken whatever its letter case; some names Excel never takes', async () => {
  const { run } = start(workbookOf({ Data: [], 二: [] }));
  expect(await run((sheets) => sheets.add('DATA'))).toBe('ItemAlreadyExists');
  expect(await run((sheets) => (sheets.getItem('二').name = 'data'))).toBe('ItemAlreadyExists');
  expect(await run((sheets) => (sheets.getItem('二').name = '二'))).toBe('done');
  for (const name of ['a/b', 'a:b', '[a]', 'x'.repeat(32), "'a", 'History'])
    expect([name, await run((sheets) => sheets.add(name))]).toEqual([name, 'InvalidArgument']);
});

it('deletes a sheet, but neither the last visible one nor a very hidden one', async () => {
  const book = workbookOf({ 一: [], 二: [], 三: [] });
  book.sheet('三').visibility = 'VeryHidden';
  const { run } = start(book);
  expect(await run((sheets) => sheets.getItem('三').delete())).toBe('InvalidOperation');
  expect(await run((sheets) => sheets.getItem('二').delete())).toBe('done');
  expect(await run((sheets) => sheets.getItem('一').delete())).toBe('InvalidOperation');
  expect(await run((sheets) => (sheets.getItem('一').visibility = 'Hidden'))).toBe('InvalidOperation');
  expect(names(book)).toEqual(['一', '三']);
});

it('a sheet that the user deletes between two syncs is ItemNotFound', async () => {
  const book = workbookOf({ 一: [[1]], 二: [[2]] });
  const { run, host } = start(book);
  host.beforeRequest = (count) => {
    if (count === 2) book.removeSheet(book.sheet('二'));
  };
  expect(
    await run(async (sheets, context) => {
      const sheet = sheets.getItem('二');
      const range = sheet.getUsedRange();
      range.load('values');
      await context.sync();
      range.values = [[3]];
    }),
  ).toBe('ItemNotFound');
  expect(await run((sheets) => sheets.getItem('二').getRange('A1').clear())).toBe('ItemNotFound');
});

it('a protected structure takes no new, moved, renamed or deleted sheet, values all the same', async () => {
  const book = workbookOf({ 一: [], 二: [] });
  book.protection = { options: {}, password: '口令' };
  const { run } = start(book);
  expect(await run((sheets) => sheets.add('三'))).toBe('AccessDenied');
  expect(await run((sheets) => sheets.getItem('二').delete())).toBe('AccessDenied');
  expect(await run((sheets) => (sheets.getItem('二').name = '贰'))).toBe('AccessDenied');
  expect(await run((sheets) => (sheets.getItem('二').position = 0))).toBe('AccessDenied');
  expect(await run((sheets) => (sheets.getItem('二').getRange('A1').values = [[1]]))).toBe('done');
  expect(await run((_sheets, context) => context.workbook.protection.unprotect('错'))).toBe('AccessDenied');
  expect(await run((_sheets, context) => context.workbook.protection.unprotect('口令'))).toBe('done');
  expect(await run((sheets) => sheets.add('三'))).toBe('done');
});

it('a protected sheet refuses locked cells and formats, unless its options allow them', async () => {
  const book = workbookOf({ 一: [] });
  const { run } = start(book);
  expect(
    await run((sheets) => {
      const sheet = sheets.getItem('一');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true }, '口令');
    }),
  ).toBe('done');
  const cell = (sheets: Excel.WorksheetCollection, address: string): Excel.Range => sheets.getItem('一').getRange(address);
  expect(await run((sheets) => (cell(sheets, 'A1').values = [[1]]))).toBe('AccessDenied');
  expect(await run((sheets) => (cell(sheets, 'B1').values = [[1]]))).toBe('done');
  expect(await run((sheets) => (cell(sheets, 'B1').format.fill.color = 'red'))).toBe('AccessDenied');
  expect(await run((sheets) => (cell(sheets, 'B1').format.columnWidth = 70))).toBe('done');
  expect(await run((sheets) => sheets.getItem('一').protection.unprotect())).toBe('AccessDenied');
});

it('knows the active sheet, the selection, neighbours and counts', async () => {
  const book = workbookOf({ 一: [], 二: [], 三: [] });
  book.sheet('二').visibility = 'Hidden';
  const { run } = start(book);
  expect(
    await run(async (sheets, context) => {
      const next = sheets.getItem('一').getNext(true);
      next.load('name');
      const none = sheets.getItem('三').getNextOrNullObject();
      const count = sheets.getCount(true);
      sheets.getItem('三').getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange();
      selected.load('address');
      await context.sync();
      expect([next.name, none.isNullObject, count.value, selected.address]).toEqual(['三', true, 2, '三!B2:C3']);
    }),
  ).toBe('done');
  expect(await run((sheets) => sheets.getItem('二').activate())).toBe('InvalidOperation');
});

it('hands over errors with the place and the statement', async () => {
  const host = new ExcelHost(workbookOf({ 一: [] }));
  const { Excel } = startExcel(host);
  const failing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('一').getRange('A1:B2').values = [[1]];
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({
    code: 'InvalidArgument',
    debugInfo: { errorLocation: 'Range.values', statement: expect.stringMatching(/values/) as unknown },
  });
  expect(await codeOf(failing)).toBe('InvalidArgument');
});
