import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import type { CellEdit, SheetEdits } from '../../../ooxml/edit/cell-edit';
import type { BookShown } from './book-shown';

/** Puts values into cells as if they had been typed, all in one step of undo. */
export function changeCells(book: BookShown, { sheet, cells }: SheetEdits): void {
  const shown = book.sheets.get(sheet);
  if (!shown || cells.length === 0) return;
  const value: Record<number, Record<number, ICellData>> = {};
  for (const cell of cells) (value[cell.row] ??= {})[cell.column] = cellOf(cell);
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const range = {
    startRow: Math.min(...rows),
    endRow: Math.max(...rows),
    startColumn: Math.min(...columns),
    endColumn: Math.max(...columns),
  };
  book.commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId: book.unit, subUnitId: shown.id, range, value });
}

function cellOf({ value, formula, numberFormat }: CellEdit): ICellData {
  const style = numberFormat === undefined ? {} : { s: { n: { pattern: numberFormat } } };
  if (formula !== undefined) return { f: `=${formula}`, ...style };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER, f: null, p: null, ...style };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN, f: null, p: null, ...style };
  const text = typeof value === 'object' ? (value?.error ?? '') : value;
  return { v: text, t: CellValueType.STRING, f: null, p: null, ...style };
}
