import { cellName } from '../../core/cell';
import type { CellChanges, ExpectedCell } from '../../core/cell-changes';
import type { ProblemError } from '../../core/problem';
import { refusal } from '../../core/refusal';
import { resultWords as words } from './words';

/** @param shownAt what a cell shows now. @throws ProblemError cells-changed */
export function checkExpected({ sheet, expected }: CellChanges, shownAt: (cell: ExpectedCell) => string): void {
  const other = expected.find((cell) => shownAt(cell) !== cell.text);
  if (!other) return;
  const cell = cellName(other.row, other.column);
  throw refusal('cells-changed', words.cellsChanged(sheet, cell), { sheet, cell });
}

export function protectedSheet(sheet: string, row: number, column: number): ProblemError {
  const cell = cellName(row, column);
  return refusal('protected-sheet', words.protectedSheet(sheet, cell), { sheet, cell });
}
