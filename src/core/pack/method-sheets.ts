import type { SheetGrid } from '../grid';
import { besidesForms } from '../result-form/form-sheets';
import { foldText } from '../table/fold';
import type { Pack } from './schema';

/** The list of indicators that a document's pack lets the workbook bring, among the person's own sheets. */
export function listSheet({ indicator_import: asked }: Pack, sheets: readonly SheetGrid[]): SheetGrid | undefined {
  return (
    asked && besidesForms(sheets).find(({ owned, name }) => !owned && asked.sheet.some((one) => foldText(name).includes(foldText(one))))
  );
}

/** Whether sheets of the workbook may say something of the method: then own-method has to be asked. */
export const mayStateMethod = (pack: Pack, sheets: readonly SheetGrid[]): boolean =>
  pack.from_workbook !== undefined || listSheet(pack, sheets) !== undefined;
