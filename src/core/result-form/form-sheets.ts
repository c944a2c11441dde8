import type { SheetGrid } from '../grid';
import { foldText } from '../table/fold';
import { FORM_PREFIX } from '../words/result-form-name';

/** Whether a sheet shows the form in which the department wants its results: its name says so, which every program keeps and everybody sees. */
export const isFormSheet = ({ name, owned }: Pick<SheetGrid, 'name' | 'owned'>): boolean =>
  !owned && foldText(name).startsWith(FORM_PREFIX);

/** Sheets as whoever reads figures may look at them: a form has headers of figures and holds none, so it counts as one of ours. */
export function besidesForms(sheets: readonly SheetGrid[]): readonly SheetGrid[] {
  return sheets.some(isFormSheet) ? sheets.map((sheet) => (isFormSheet(sheet) ? { ...sheet, owned: true } : sheet)) : sheets;
}
