import type { Area } from '../../core/cell';
import { cellName, parseCellName } from '../../core/cell';
import { refusal } from '../../core/refusal';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { fileWords as words } from '../words';
import type { CellEdit } from './cell-edit';
import type { EditedRows } from './edited-rows';

/**
 * Excel lets nobody change a part of an array or of a data table, but all of it at once.
 * @param ref the area of the array
 * @throws ProblemError array-part
 */
export function refuseParts(sheet: string, edits: EditedRows, ref: string): void {
  const area = areaOf(ref);
  if (!area) return;
  const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  let first: CellEdit | undefined;
  let typed = 0;
  for (const edit of size > 1 ? edits.inside(area) : []) {
    if (edit.kind === 'result') continue;
    first ??= edit;
    typed++;
  }
  if (!first || typed === size) return;
  const cell = cellName(first.row, first.column);
  throw refusal('array-part', words.arrayPart(sheet, cell, ref), { sheet, cell });
}

/** "A1" or "B2:A1", undefined for what is no area of cells. */
export function areaOf(ref: string): Area | undefined {
  const [from, to, more] = ref.trim().split(':').map(parseCellName);
  const end = to ?? from;
  if (!from || !end || more || (ref.includes(':') && !to) || from.column >= SHEET_COLUMNS || end.column >= SHEET_COLUMNS) return undefined;
  return {
    top: Math.min(from.row, end.row),
    left: Math.min(from.column, end.column),
    bottom: Math.max(from.row, end.row),
    right: Math.max(from.column, end.column),
  };
}
