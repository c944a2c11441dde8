import type { SheetGrid } from '../grid';
import { foldText } from './fold';

/** The sheet that bears one of the names, among the person's own. */
export const sheetCalled = (sheets: readonly SheetGrid[], names: readonly string[]): SheetGrid | undefined =>
  sheets.find(({ owned, name }) => !owned && names.some((one) => foldText(name) === foldText(one)));
