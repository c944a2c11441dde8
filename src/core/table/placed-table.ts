import { cellName } from '../cell';
import type { ReadTable } from './spec';

/**
 * A table as it was read. `transposed` is set where the rows of the table are columns of the sheet: `rows` then holds sheet
 * columns, `header` too, and `ReadColumn.column` is a sheet row; no column has an expression. {@link cellOf} knows both ways.
 */
export interface PlacedTable extends ReadTable {
  readonly transposed: boolean;
}

/** Address on the sheet of a table's cell, given in the table's own rows and columns. */
export function cellOf(table: PlacedTable, row: number, column: number): string {
  return table.transposed ? cellName(column, row) : cellName(row, column);
}
