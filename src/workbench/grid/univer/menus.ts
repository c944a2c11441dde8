import { ClearSelectionContentCommand, SetWorksheetRowIsAutoHeightCommand } from '@univerjs/sheets';
import { SheetDeleteNoteCommand, SheetToggleNotePopupCommand } from '@univerjs/sheets-note';
import { SetWorksheetColAutoWidthCommand, SheetCopyCommand, SheetPasteCommand, SheetsUIMenuSchema } from '@univerjs/sheets-ui';

/** Entries of Univer's menus that do something which this page lets through. */
const KEPT = new Set([
  SheetCopyCommand.name,
  SheetPasteCommand.name,
  'sheet.menu.clear-selection',
  ClearSelectionContentCommand.id,
  SetWorksheetColAutoWidthCommand.id,
  SetWorksheetRowIsAutoHeightCommand.id,
  'ui-sheet.command.show-menu-list',
]);

/** Menus of other plugins, which do not tell theirs. */
const OTHERS = ['sheet.operation.add-note-popup', SheetDeleteNoteCommand.id, SheetToggleNotePopupCommand.id];

/** Hides the menu entries that the guard would refuse. */
export function hiddenMenus(): Record<string, { hidden: true }> {
  return Object.fromEntries([...idsIn(SheetsUIMenuSchema), ...OTHERS].filter((id) => !KEPT.has(id)).map((id) => [id, { hidden: true }]));
}

function idsIn(schema: object): string[] {
  return Object.entries(schema).flatMap(([key, entry]: [string, unknown]) =>
    typeof entry === 'object' && entry !== null ? [...('menuItemFactory' in entry ? [key] : []), ...idsIn(entry)] : [],
  );
}
