import { ProblemError } from '../../core/problem';
import { refusal } from '../../core/refusal';
import type { Watch } from '../port';
import { newContext } from './context';
import { send } from './failure';
import { queueSheets } from './listing';
import { excelWords as words } from './words';

/** @throws ProblemError sheet-gone, sheet-hidden */
export async function goToCell(sheet: string, cell: string, watch: Watch | undefined): Promise<void> {
  const context = newContext(watch);
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.activate();
  worksheet.getRange(cell).select();
  try {
    await send(context, 'goTo');
  } catch (error) {
    if (error instanceof ProblemError) throw (await hidden(sheet, watch)) ?? error;
    throw error;
  }
}

/** Excel does not say that a sheet cannot be gone to because it is hidden, so that is asked after a refusal. */
async function hidden(sheet: string, watch: Watch | undefined): Promise<ProblemError | undefined> {
  const context = newContext(watch);
  const take = queueSheets(context);
  try {
    await send(context, 'goTo');
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
  const found = take().sheets.find(({ name }) => name === sheet);
  if (!found?.hidden) return undefined;
  return refusal('sheet-hidden', found.veryHidden ? words.sheetVeryHidden(sheet) : words.sheetHidden(sheet), { sheet });
}
