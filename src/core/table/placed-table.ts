import { cellName } from '../cell';
import type { Continued, ReadColumn, ReadTable } from './spec';

export type PlacedTable = ReadTable;

/** A cell of a workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** "B4" */
  readonly cell: string;
}

/** Address on the sheet of a table's cell, given in the table's own rows and columns (sheet positions from 0). */
export function cellOf(table: ReadTable, row: number, column: number): string {
  return table.transposed ? cellName(column, row) : cellName(row, column);
}

/**
 * Where what is accepted for a table as a whole is kept when no cell states it: the sheet's first cell.
 * @param keyHeader the cell of the key's header, at which it is kept which table it is
 */
export const wholeSheetCell = (keyHeader: string): string => (keyHeader === 'A1' ? 'B1' : 'A1');

/** Where the data row stands if it is not on the sheet on which the table begins. */
export function continuedAt({ continued }: ReadTable, dataRow: number): Continued | undefined {
  return continued?.findLast(({ from }) => from <= dataRow);
}

/** Where a data row's cell in a column (sheet position from 0, as in `ReadColumn.column`) stands. */
export function cellAt(table: ReadTable, dataRow: number, column: number): CellPlace {
  const row = table.rows[dataRow] ?? 0;
  const further = continuedAt(table, dataRow);
  return further
    ? { sheet: further.sheet, cell: cellName(row, column + further.shift) }
    : { sheet: table.sheet, cell: cellOf(table, row, column) };
}

/** "Sheet!B4" of a column's cell in a data row. */
export function placeOfCell(table: ReadTable, { column }: Pick<ReadColumn, 'column'>, dataRow: number): string {
  const { sheet, cell } = cellAt(table, dataRow, column);
  return `${sheet}!${cell}`;
}

/** Names of the sheets on which the table stands. */
export const sheetsOf = ({ sheet, continued = [] }: ReadTable): readonly string[] => [
  ...new Set([sheet, ...continued.map((further) => further.sheet)]),
];
