import { cellName } from '../../src/core/cell';
import type { SheetModel } from '../excel-host/model/sheet';
import type { WorkbookModel } from '../excel-host/model/workbook';

/** Everything that a person can see of a sheet, as plain data to compare. */
export function sheetSnapshot(sheet: SheetModel): unknown {
  const used = sheet.usedArea(false);
  const cells: Record<string, unknown> = {};
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++) {
    for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column++) {
      const content = sheet.content(row, column);
      const styles = [...sheet.styles.at(row, column).values].sort(([a], [b]) => a.localeCompare(b));
      if (content || styles.length > 0) cells[cellName(row, column)] = { ...content, styles };
    }
  }
  const { visibility, tabColor, showGridlines, merges, frozen, protection, comments, notes } = sheet;
  return {
    cells,
    visibility,
    tabColor,
    showGridlines,
    merges,
    frozen,
    protection,
    comments,
    notes,
    filter: sheet.filter?.area,
    widths: [...sheet.columnWidths],
    heights: [...sheet.rowHeights],
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    page: [...sheet.page],
    links: [...sheet.links],
    custom: [...sheet.customProperties],
  };
}

export interface Snapshot {
  readonly sheets: unknown;
  readonly names: unknown;
}

/** Sheets in their order, and defined names; `only` leaves out what one does not ask about. */
export function snapshot(book: WorkbookModel, only: (name: string) => boolean = () => true): Snapshot {
  const sheets = book.sheets.filter(({ name }) => only(name));
  return {
    sheets: sheets.map((sheet) => [sheet.name, sheetSnapshot(sheet)]),
    names: book.names
      .filter(({ sheet }) => sheet === undefined || sheets.includes(sheet))
      .map(({ name, formula, comment, visible, sheet }) => ({ name, formula, comment, visible, sheet: sheet?.name })),
  };
}

export const sheetNames = (book: WorkbookModel): string[] => book.sheets.map(({ name }) => name);
