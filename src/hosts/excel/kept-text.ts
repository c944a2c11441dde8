import { excelWords as words } from './words';
import { flush } from './context';
import { explained, failureKind, send } from './failure';
import { refusal } from '../../core/refusal';
import { queueListing } from './listing';
import type { Listing } from './listing';

/**
 * The text kept in the workbook's settings. The list of sheets comes along: whoever asks for choices will read the sheets next.
 * Undefined where nothing is kept, or where this Excel keeps no settings.
 */
export async function recallText(
  context: Excel.RequestContext,
  key: string,
): Promise<{ text: string | undefined; listing: Listing | undefined }> {
  const { settings } = context.workbook;
  settings.load({ key: true, value: true });
  const take = queueListing(context);
  try {
    await flush(context);
  } catch (error) {
    if (failureKind(error) === 'api-missing') return { text: undefined, listing: undefined };
    throw explained(error, 'recall');
  }
  // Read as a list, because asking for one key fails in workbooks that were saved by other programs with repeated keys.
  const found = settings.items.find((item) => item.key === key);
  return { text: typeof found?.value === 'string' ? found.value : undefined, listing: take() };
}

export async function rememberText(context: Excel.RequestContext, key: string, value: string): Promise<void> {
  context.workbook.settings.add(key, value);
  try {
    await flush(context);
  } catch (error) {
    if (failureKind(error) === 'api-missing') throw refusal('cannot-remember', words.cannotRemember());
    throw explained(error, 'remember');
  }
}

export async function goToCell(context: Excel.RequestContext, sheet: string, cell: string): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  worksheet.activate();
  worksheet.getRange(cell).select();
  await send(context, 'goTo');
}
