import { excelWords as words } from './words';
import { OWNER_NAME } from '../results/mark';
import { flush } from './context';
import { explained, isPicky, send } from './failure';
import { refusal } from '../../core/refusal';
import { lookGroups, queueEdited, type EditedSheet } from './edited';
import { queueListing, queueNames } from './listing';
import type { ListedSheet } from './listing';
import { queueDelete } from './swap';

/** Removes exactly our sheets, our names and the marks on copies of ours. @param overwrite also where a person has changed them @throws ProblemError protected-structure, last-sheet, results-edited */
export async function clearResults(context: Excel.RequestContext, overwrite: boolean): Promise<readonly string[]> {
  const take = queueListing(context);
  await send(context, 'clear');
  const { sheets, protectedStructure } = take();
  const ours = sheets.filter(({ owned }) => owned);
  if (ours.length === 0) return [];
  if (protectedStructure) throw refusal('protected-structure', words.protectedClear());
  if (!sheets.some(({ owned, hidden }) => !owned && !hidden)) throw refusal('last-sheet', words.lastSheet());
  if (!overwrite) await refuseEdited(context, ours);
  if (ours.some(({ ranges }) => ranges)) await queueOurNames(context);
  for (const { id, owned, marked } of sheets)
    if (marked && !owned) context.workbook.worksheets.getItem(id).names.getItem(OWNER_NAME).delete();
  queueDelete(context, ours);
  await send(context, 'clear');
  return ours.map(({ name }) => name);
}

async function refuseEdited(context: Excel.RequestContext, ours: readonly ListedSheet[]): Promise<void> {
  const edited: EditedSheet[] = [];
  let added = true;
  for (const group of lookGroups(ours)) {
    let take = queueEdited(context, group, added);
    try {
      await flush(context);
    } catch (error) {
      if (!isPicky(error)) throw explained(error, 'clear');
      added = false;
      take = queueEdited(context, group, added);
      await send(context, 'clear');
    }
    edited.push(...take());
  }
  if (edited.length > 0) throw refusal('results-edited', words.editedClear(edited));
}

async function queueOurNames(context: Excel.RequestContext): Promise<void> {
  const take = queueNames(context);
  await send(context, 'clear');
  for (const { name } of take().filter((one) => one.ours)) context.workbook.names.getItem(name).delete();
}
