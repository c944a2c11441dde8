import { CellKind, type SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { WorkbookModel } from '../../excel-host/model/workbook';

/** The workbook as Excel holds it, from what the .xlsx port reads. */
export function bookOfGrids(sheets: readonly SheetGrid[]): WorkbookModel {
  const book = new WorkbookModel();
  for (const { name, grid, hidden } of sheets) {
    const sheet = book.addSheet(name);
    if (hidden) sheet.visibility = 'Hidden';
    for (let row = 0; row < grid.rows; row++) {
      for (let column = 0; column < grid.columns; column++) {
        const cell = grid.cell(row, column);
        const formula = grid.formula(row, column);
        if (cell.kind === 'empty') continue;
        const value = cell.kind === 'error' ? cell.code : cell.value;
        sheet.put(row, column, {
          value,
          ...(formula !== undefined && { formula: `=${formula}` }),
          ...(cell.kind === 'error' && { error: true }),
        });
        if (grid.kind(row, column) === CellKind.number && grid.format(row, column) !== 'General') {
          sheet.styles.set({ top: row, left: column, bottom: row, right: column }, 'numberFormat', grid.format(row, column));
        }
      }
    }
    sheet.merges = [...grid.merges];
  }
  return book;
}

export async function bookOfXlsx(bytes: Uint8Array): Promise<WorkbookModel> {
  return bookOfGrids(await openXlsx(bytes).read());
}
