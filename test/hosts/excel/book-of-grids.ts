import { rewriteFormula, nameKey } from '../../../src/hosts/xlsx/result-names';
import { CellKind, type SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { WorkbookModel } from '../../excel-host/model/workbook';
import type { SheetModel } from '../../excel-host/model/sheet';

/** Excel follows a renamed sheet in every formula; the host's model does so for names only. */
export class FollowingBook extends WorkbookModel {
  override renameSheet(sheet: SheetModel, name: string): void {
    const renamed = new Map([[nameKey(sheet.name), name]]);
    super.renameSheet(sheet, name);
    for (const other of this.sheets) {
      for (const [key, content] of other.cells) {
        if (content.formula !== undefined) other.cells.set(key, { ...content, formula: rewriteFormula(content.formula, renamed, new Map()) });
      }
    }
  }
}

/** The workbook as Excel holds it, from what the .xlsx port reads. */
export function bookOfGrids(sheets: readonly SheetGrid[]): FollowingBook {
  const book = new FollowingBook();
  for (const { name, grid, hidden } of sheets) {
    const sheet = book.addSheet(name);
    if (hidden) sheet.visibility = 'Hidden';
    for (let row = 0; row < grid.rows; row++) {
      for (let column = 0; column < grid.columns; column++) {
        const cell = grid.cell(row, column);
        const formula = grid.formula(row, column);
        if (cell.kind === 'empty') continue;
        const value = cell.kind === 'error' ? cell.code : cell.value;
        sheet.put(row, column, { value, ...(formula !== undefined && { formula: `=${formula}` }), ...(cell.kind === 'error' && { error: true }) });
        if (grid.kind(row, column) === CellKind.number && grid.format(row, column) !== 'General') {
          sheet.styles.set({ top: row, left: column, bottom: row, right: column }, 'numberFormat', grid.format(row, column));
        }
      }
    }
    sheet.merges = [...grid.merges];
  }
  return book;
}

export async function bookOfXlsx(bytes: Uint8Array): Promise<FollowingBook> {
  return bookOfGrids(await openXlsx(bytes).read());
}
