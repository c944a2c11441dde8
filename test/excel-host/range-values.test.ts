import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { codeOf } from './refusal';

const book = workbookOf({ 一: [] });
const sheet = book.sheet('一');
const host = new ExcelHost(book);
const { Excel } = startExcel(host);
beforeEach(() => {
  host.reset();
  sheet.unmerge({ top: 0, left: 0, bottom: 99, right: 99 });
  sheet.clearContents({ top: 0, left: 0, bottom: 9999, right: 99 });
  sheet.styles.clear({ top: 0, left: 0, bottom: 1048575, right: 16383 });
});

/** Writes values into A1 onwards and reads values, formulas and types back. */
async function roundTrip(
  values: unknown[][],
  format?: string,
): Promise<{ values: unknown; formulas: unknown; types: unknown; formats: unknown }> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('一').getRangeByIndexes(0, 0, values.length, values[0]!.length);
    if (format !== undefined) range.numberFormat = values.map((row) => row.map(() => format));
    range.values = values;
    range.load('values,formulas,valueTypes,numberFormat');
    await context.sync();
    return { values: range.values, formulas: range.formulas, types: range.valueTypes, formats: range.numberFormat };
  });
}

it('numbers, texts and truth values come back as they went', async () => {
  const values = [
    [1, -0.5, '文字', true],
    [0, 1e300, ' 空 格 ', false],
  ];
  expect((await roundTrip(values)).values).toEqual(values);
});

it("'' empties a cell, null leaves it alone", async () => {
  await roundTrip([[1, 2, 3]]);
  const after = await roundTrip([['', null, 4]]);
  expect(after.values).toEqual([['', 2, 4]]);
  expect(after.types).toEqual([['Empty', 'Double', 'Double']]);
});

it("a text with '=' becomes a formula, even with '+' or '-' before it; an apostrophe or the format '@' keeps it text", async () => {
  const typed = await roundTrip([['=A9', "'=A9", '+A9', "'007"]]);
  expect(typed.formulas).toEqual([['=A9', '=A9', '=+A9', '007']]);
  expect(typed.values).toEqual([[0, '=A9', 0, '007']]);
  expect(sheet.formula(0, 1)).toBeUndefined();
  const asText = await roundTrip([['=A9', "'=A9", '+A9', 7]], '@');
  expect(asText.values).toEqual([['=A9', '=A9', '+A9', '7']]);
  expect([0, 1, 2, 3].map((column) => sheet.formula(0, column))).toEqual([undefined, undefined, undefined, undefined]);
});

it('texts that look like numbers, percentages, dates or errors become them', async () => {
  const after = await roundTrip([['0012', '5%', '1,234', '2014-03-01', '#N/A', 'TRUE', '3.5万']]);
  expect(after.values).toEqual([[12, 0.05, 1234, 41699, '#N/A', true, '3.5万']]);
  expect(after.types).toEqual([['Double', 'Double', 'Double', 'Double', 'Error', 'Boolean', 'String']]);
  expect(after.formats).toEqual([['General', '0%', '#,##0', 'yyyy/m/d', 'General', 'General', 'General']]);
});

it('a formula that does not close, and a text that is too long, are refused', async () => {
  expect(await codeOf(roundTrip([[`="${'a'.repeat(256)}"`]]))).toBe('InvalidArgument');
  expect((await roundTrip([[`="${'a'.repeat(253)}""b"&(")")`]])).values).toEqual([[0]]);
  expect(await codeOf(roundTrip([['=SUM(A1']]))).toBe('InvalidArgument');
  expect(await codeOf(roundTrip([['长'.repeat(32768)]]))).toBe('InvalidArgument');
});

it('formulas get the value of the hook, or keep what stood there', async () => {
  book.calculate = (formula) => (formula === '=1+1' ? 2 : undefined);
  await roundTrip([[7, 8]]);
  expect((await roundTrip([['=1+1', '=X()']])).values).toEqual([[2, 8]]);
  book.calculate = undefined;
});

it('an array of another size is refused, one value fills the range', async () => {
  const put = (address: string, values: unknown): Promise<unknown> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('一').getRange(address);
      range.values = values as unknown[][];
      await context.sync();
    });
  expect(await codeOf(put('A1:B2', [[1, 2]]))).toBe('InvalidArgument');
  expect(await codeOf(put('A1:B2', [[1], [2]]))).toBe('InvalidArgument');
  await put('A1:B2', 5);
  expect([sheet.value(0, 0), sheet.value(1, 1)]).toEqual([5, 5]);
  expect(await codeOf(put('A:A', [[1]]))).toBe('InvalidArgument');
});

it('more than 1500 cells are cut into chunks by the client and arrive whole', async () => {
  const values = Array.from({ length: 2000 }, (_, row) => [row, `第${row}行`, row % 3 === 0 ? '' : null]);
  await roundTrip(values);
  expect([sheet.value(0, 0), sheet.value(1999, 0), sheet.value(1999, 1)]).toEqual([0, 1999, '第1999行']);
  const names = host.requests[0]!.body.map((action) => action.Name);
  expect(names.filter((name) => name === 'Values').length).toBeGreaterThan(1);
  expect(names).toContain('_ValidateArraySize');
  expect(
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('一').getRange('A1:B2000').values = values;
        await context.sync();
      }),
    ),
  ).toBe('InvalidArgument');
});

it('an unbounded range reads null, its address and count all the same', () =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('一').getRange('B:C');
    range.load('values,address,cellCount,isEntireColumn');
    const whole = context.workbook.worksheets.getItem('一').getRange();
    whole.load('address,cellCount');
    await context.sync();
    expect([range.values, range.address, range.cellCount, range.isEntireColumn]).toEqual([null, '一!B:C', 2097152, true]);
    expect([whole.address, whole.cellCount]).toEqual(['一!1:1048576', -1]);
  }));

it('more than five million cells in one read are refused', async () => {
  expect(
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('一').getRangeByIndexes(0, 0, 1000000, 6).load('values');
        await context.sync();
      }),
    ),
  ).toBe('RangeExceedsLimit');
});

it('merging keeps the first value; cells under a merge take none; merged areas are found', async () => {
  await roundTrip([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  await Excel.run(async (context) => {
    const on = context.workbook.worksheets.getItem('一');
    on.getRange('A1:B1').merge();
    on.getRange('B1').values = [[9]];
    on.getRange('A2:C2').merge(true);
    const areas = on.getRange('A1:D4').getMergedAreasOrNullObject();
    areas.load('areaCount,address');
    areas.areas.load('items/address');
    const none = on.getRange('E1:F9').getMergedAreasOrNullObject();
    await context.sync();
    expect([areas.areaCount, areas.address, areas.areas.items.map((item) => item.address), none.isNullObject]).toEqual([
      2,
      '一!A1:B1,一!A2:C2',
      ['一!A1:B1', '一!A2:C2'],
      true,
    ]);
    on.getRange('A1').unmerge();
    await context.sync();
  });
  expect([sheet.value(0, 0), sheet.value(0, 1), sheet.value(1, 0), sheet.value(1, 2), sheet.merges.length]).toEqual([1, '', 4, '', 1]);
});

it('finds its way from range to range', () =>
  Excel.run(async (context) => {
    const on = context.workbook.worksheets.getItem('一');
    const start = on.getRange('B2:C3');
    const ranges = [
      start.getCell(1, 1),
      start.getRow(1),
      start.getColumn(0),
      start.getBoundingRect('E9'),
      start.getOffsetRange(1, 2),
      start.getResizedRange(1, -1),
      start.getLastCell(),
      start.getLastRow(),
      start.getEntireRow(),
      start.getEntireColumn(),
      start.getIntersection('A1:B2'),
      start.getIntersectionOrNullObject('B:B'),
    ];
    ranges.forEach((range) => range.load('address'));
    const none = start.getIntersectionOrNullObject('F1');
    await context.sync();
    expect(ranges.map((range) => range.address.slice(2))).toEqual([
      'C3',
      'B3:C3',
      'B2:B3',
      'B2:E9',
      'D3:E4',
      'B2:B4',
      'C3',
      'B3:C3',
      '2:3',
      'B:C',
      'B2',
      'B2:B3',
    ]);
    expect(none.isNullObject).toBe(true);
  }));

it('the used range counts formats unless only values are asked for', async () => {
  await roundTrip([[1]]);
  await Excel.run(async (context) => {
    const on = context.workbook.worksheets.getItem('一');
    on.getRange('D5').format.fill.color = 'yellow';
    const all = on.getUsedRange();
    const values = on.getUsedRange(true);
    all.load('address');
    values.load('address');
    await context.sync();
    expect([all.address, values.address]).toEqual(['一!A1:D5', '一!A1']);
    on.getRange('A1:D5').clear();
    const none = on.getUsedRangeOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});
