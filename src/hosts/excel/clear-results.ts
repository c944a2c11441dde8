import { excelWords as words } from './words';
import { OWNER_NAME } from '../results/mark';
import { send } from './failure';
import { refusal } from '../../core/refusal';
import { queueListing, queueNames } from './listing';
import { queueDelete } from './swap';

/** Removes exactly our sheets, our names and the marks on copies of ours. @throws ProblemError protected-structure, last-sheet */
export async function clearResults(context: Excel.RequestContext): Promise<readonly string[]> {
  const take = queueListing(context);
  await send(context, 'clear');
  const { sheets, protectedStructure } = take();
  const ours = sheets.filter(({ owned }) => owned);
  if (ours.length === 0) return [];
  if (protectedStructure) throw refusal('protected-structure', words.protectedClear());
  if (!sheets.some(({ owned, hidden }) => !owned && !hidden)) throw refusal('last-sheet', words.lastSheet());
  if (ours.some(({ ranges }) => ranges)) await queueOurNames(context);
  for (const { id, owned, marked } of sheets)
    if (marked && !owned) context.workbook.worksheets.getItem(id).names.getItem(OWNER_NAME).delete();
  queueDelete(context, ours);
  await send(context, 'clear');
  return ours.map(({ name }) => name);
}

async function queueOurNames(context: Excel.RequestContext): Promise<void> {
  const take = queueNames(context);
  await send(context, 'clear');
  for (const { name } of take().filter((one) => one.ours)) context.workbook.names.getItem(name).delete();
}
