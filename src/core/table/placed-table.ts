import { cellName } from '../cell';
import type { ReadColumn, ReadTable } from './spec';

export type PlacedTable = ReadTable;

/** Address on the sheet of a table's cell, given in the table's own rows and columns (sheet positions from 0). */
export function cellOf(table: ReadTable, row: number, column: number): string {
  return table.transposed ? cellName(column, row) : cellName(row, column);
}

/**
 * Where what is accepted for a table as a whole is kept when no cell states it: the sheet's first cell.
 * @param keyHeader the cell of the key's header, at which it is kept which table it is
 */
export const wholeSheetCell = (keyHeader: string): string => (keyHeader === 'A1' ? 'B1' : 'A1');

/** "Sheet!B4" of a column's cell in a data row. */
export function placeOfCell(table: ReadTable, column: ReadColumn, dataRow: number): string {
  return `${table.sheet}!${cellOf(table, table.rows[dataRow] ?? 0, column.column)}`;
}
