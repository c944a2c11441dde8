import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { codeOf } from './refusal';

const book = workbookOf({
  一: [
    ['a', 1],
    ['b', 2],
  ],
  二: [],
  三: [[true]],
});
const host = new ExcelHost(book);
const { Excel } = startExcel(host);
beforeEach(() => host.reset());

it('a property that was not loaded is refused by the client', () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    sheet.load('name');
    expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    await context.sync();
    expect(sheet.name).toBe('一');
    expect(() => sheet.visibility).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
  }));

it('collections load by items/…, by name alone, by object, with top and skip', () =>
  Excel.run(async (context) => {
    const names = async (option: unknown): Promise<readonly string[]> => {
      const sheets = context.workbook.worksheets;
      sheets.load(option as string);
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    };
    expect(await names('items/name')).toEqual(['一', '二', '三']);
    expect(await names('name')).toEqual(['一', '二', '三']);
    expect(await names({ name: true })).toEqual(['一', '二', '三']);
    expect(await names({ $all: true })).toEqual(['一', '二', '三']);
    expect(await names({ select: 'name', top: 1, skip: 1 })).toEqual(['二']);
    expect(await names({ name: true, $top: 2 })).toEqual(['一', '二']);
  }));

it('loads along navigation paths, and everything when nothing is named', () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('一').getRange('A1:B2');
    range.load('worksheet/name,format/fill/color,format/font/name,format/font/size');
    const all = context.workbook.worksheets.getItem('三').getUsedRange();
    all.load();
    const expanded = context.workbook.worksheets.getItem('一').getCell(0, 1);
    expanded.load({ select: 'address', expand: 'format' });
    await context.sync();
    expect([range.worksheet.name, range.format.fill.color, range.format.font.name]).toEqual(['一', '#FFFFFF', '宋体']);
    expect([all.values, all.address, all.rowCount, all.valueTypes, all.text, all.hidden]).toEqual([
      [[true]],
      '三!A1',
      1,
      [['Boolean']],
      [['TRUE']],
      false,
    ]);
    expect([expanded.address, expanded.format.rowHeight, expanded.format.wrapText]).toEqual(['一!B1', 15, false]);
  }));

it('a missing object is a null object, and what is asked of it too', () =>
  Excel.run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject('没有');
    const inside = missing.getUsedRangeOrNullObject(true);
    inside.load('values');
    missing.load('name');
    missing.delete();
    const blank = context.workbook.worksheets.getItem('二').getUsedRangeOrNullObject(true);
    const there = context.workbook.worksheets.getItemOrNullObject('三');
    await context.sync();
    expect([missing.isNullObject, inside.isNullObject, blank.isNullObject, there.isNullObject]).toEqual([true, true, true, false]);
    there.load('name');
    await context.sync();
    expect(there.name).toBe('三');
    expect(book.sheets).toHaveLength(3);
  }));

it('a missing object asked for outright is ItemNotFound', async () => {
  expect(
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('没有').load('name');
        await context.sync();
      }),
    ),
  ).toBe('ItemNotFound');
});

it('a property that Excel does not know is refused', async () => {
  expect(
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('一').load('colour');
        await context.sync();
      }),
    ),
  ).toBe('ApiNotFound');
});

it('ranges of a run are tracked, stay usable after the sheet is renamed, and are given back', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    const range = sheet.getRange('A1');
    await context.sync();
    expect(host.trackedObjects).toBe(1);
    book.sheet('一').name = '壹';
    range.load('address');
    await context.sync();
    expect(range.address).toBe('壹!A1');
    book.sheet('壹').name = '一';
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(host.trackedObjects).toBe(0);
  expect(host.requests.map((request) => request.cleanUp)).toEqual([false, false, true]);
  expect(host.syncs).toHaveLength(2);
});
