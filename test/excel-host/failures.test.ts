import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';
import { codeOf, refusalOf } from './refusal';

const book = workbookOf({ 一: [] });
const host = new ExcelHost(book, { payloadLimit: 100_000 });
const { Excel } = startExcel(host);
beforeEach(() => {
  host.reset();
  book.sheet('一').clearContents({ top: 0, left: 0, bottom: 9999, right: 9 });
});

const writeThree = (): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    sheet.getRange('A1').values = [[1]];
    sheet.getRange('A2').values = [[2]];
    sheet.getRange('A3').values = [[3]];
    await context.sync();
  });

const column = (): readonly unknown[] => [0, 1, 2].map((row) => book.sheet('一').value(row, 0));

it('a batch that fails half-way leaves what came before, and what came back is there', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    sheet.load('name');
    sheet.getRange('A1').values = [['留下']];
    sheet.getRange('A2:B2').values = [[1]];
    sheet.getRange('A3').values = [['不到']];
    const refusal = await refusalOf(context.sync());
    expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
    expect(refusal.statement).toContain('values');
    expect(sheet.name).toBe('一');
  });
  expect(column()).toEqual(['留下', '', '']);
});

it('a sync can be made to fail before it, or in the middle', async () => {
  host.failSync(1, { code: 'GeneralException' });
  expect(await codeOf(writeThree())).toBe('GeneralException');
  expect(column()).toEqual(['', '', '']);
  host.reset();
  host.failSync(1, { code: 'RequestAborted', message: '网断了', afterActions: 7 });
  expect(await refusalOf(writeThree())).toMatchObject({ code: 'RequestAborted', message: '网断了' });
  expect(column().filter((value) => value !== '').length).toBeGreaterThan(0);
  expect(column()[2]).toBe('');
  host.reset();
  host.failSync(2, { code: 'GeneralException' });
  await writeThree();
  expect(await codeOf(writeThree())).toBe('GeneralException');
});

it('requests and answers over the limit are refused, with what a request did', async () => {
  const big = 'x'.repeat(30_000);
  const write = (rows: number): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('一').getRangeByIndexes(0, 0, rows, 1).values = Array.from({ length: rows }, () => [big]);
      await context.sync();
    });
  expect(await codeOf(write(4))).toBe('RequestPayloadSizeLimitExceeded');
  expect(column()).toEqual(['', '', '']);
  await write(3);
  book.sheet('一').put(3, 0, { value: big });
  expect(
    await codeOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('一').getRange('A1:A4').load('values');
        await context.sync();
      }),
    ),
  ).toBe('ResponsePayloadSizeLimitExceeded');
});

it('the recorder knows bytes, actions and flags', async () => {
  await writeThree();
  const [request] = host.syncs;
  expect(request).toMatchObject({ error: undefined, cleanUp: false });
  expect(request!.bytes).toBeGreaterThan(500);
  expect(request!.actions).toBe(request!.body.length);
  expect(request!.flags & 1).toBe(1);
  expect(request!.body.filter((action) => action.ActionType === 4).map((action) => action.Name)).toEqual(['Values', 'Values', 'Values']);
});

it('while a cell is edited requests are refused, or wait when they say so', async () => {
  host.editMode = true;
  expect(await codeOf(writeThree())).toBe('InvalidOperationInCellEditMode');
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('一').getRange('A1').values = [['等到了']];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(column()[0]).toBe('');
  host.editMode = false;
  await waiting;
  expect(column()[0]).toBe('等到了');
});

it('answers can be delayed, and something can happen before them', async () => {
  host.delay = 60;
  const seen: number[] = [];
  host.beforeRequest = (count) => void seen.push(count);
  const start = Date.now();
  await writeThree();
  expect(Date.now() - start).toBeGreaterThanOrEqual(55);
  expect(seen).toEqual([1]);
});
