import type { BookLook, SheetLook } from './look';

/** Whether the sheet's protection keeps the cell as it is. */
export const isLocked = ({ styles }: Pick<BookLook, 'styles'>, sheet: SheetLook, row: number, column: number): boolean =>
  sheet.protected && styles[styleAt(sheet, row, column)]?.locked !== false;

/** The style that the file gives a cell: its own, its row's or its column's. */
function styleAt({ cells, rows, columns }: SheetLook, row: number, column: number): number {
  for (let at = cells.rowStart[row] ?? 0; at < (cells.rowStart[row + 1] ?? 0); at++)
    if (cells.columnOf[at] === column) return cells.styleOf[at]!;
  const within = (
    runs: readonly { readonly first: number; readonly last: number; readonly style?: number }[],
    at: number,
  ): number | undefined => runs.find(({ first, last }) => at >= first && at <= last)?.style;
  return within(rows, row) ?? within(columns, column) ?? 0;
}
