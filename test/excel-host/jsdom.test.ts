/** @jest-environment jsdom */
import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';

it('the library runs in jsdom too, with errors of this realm', async () => {
  const { Excel, Office } = startExcel(new ExcelHost(workbookOf({ 一: [['甲']] })));
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('一').getUsedRange();
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toEqual([['甲']]);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.7')).toBe(true);
  const failure: unknown = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('二').delete();
    await context.sync();
  }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
});
