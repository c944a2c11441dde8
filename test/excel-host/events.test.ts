import { ExcelHost } from './host';
import { startExcel } from './hostbridge';
import { workbookOf } from './model/workbook';

it('sheet events reach the add-in that listens, and stop when it no longer does', async () => {
  const book = workbookOf({ 一: [[1]] });
  const host = new ExcelHost(book);
  const { Excel } = startExcel(host);
  const seen: string[] = [];
  const handler = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('一');
    // The client asks for the id when the handler is armed.
    sheet.load('id');
    sheet.onChanged.add(async (event) => void seen.push(`changed ${event.address}`));
    context.workbook.worksheets.onDeleted.add(async () => void seen.push('deleted'));
    const added = context.workbook.worksheets.onAdded.add(async () => void seen.push('added'));
    await context.sync();
    return added;
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('一').getRange('B2').values = [[5]];
    const sheet = context.workbook.worksheets.add('二');
    sheet.getRange('A1').values = [[1]];
    sheet.delete();
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual(['changed B2', 'added', 'deleted']);
  await Excel.run(handler.context as Excel.RequestContext, async (context) => {
    handler.remove();
    await context.sync();
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('三');
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toHaveLength(3);
});
