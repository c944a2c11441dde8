import type { CellEdit, SheetEdits } from '../../ooxml/edit/cell-edit';

/** Cells by row and column; Excel has fewer columns than this. */
const WIDE = 0x10000;

/** Edits from the screen that are not yet in the file: one a cell, the later one wins. */
export class PendingEdits {
  private readonly sheets = new Map<string, Map<number, CellEdit>>();

  add(edits: readonly SheetEdits[]): void {
    for (const { sheet, cells } of edits) {
      let kept = this.sheets.get(sheet);
      if (!kept) this.sheets.set(sheet, (kept = new Map()));
      for (const cell of cells) {
        const place = cell.row * WIDE + cell.column;
        kept.set(place, merged(kept.get(place), cell));
      }
    }
  }

  get edits(): readonly SheetEdits[] {
    return [...this.sheets].map(([sheet, cells]) => ({ sheet, cells: [...cells.values()] }));
  }

  clear(): void {
    this.sheets.clear();
  }
}

/**
 * A result says what a formula came to: it never takes the place of something typed, and behind a typed formula it is that formula's value.
 * A number format that typing brought stays until another comes, as it does on screen.
 */
function merged(before: CellEdit | undefined, after: CellEdit): CellEdit {
  if (before === undefined) return after;
  if (after.kind === 'result' && before.kind === 'value') return before;
  if (after.kind === 'result') return { ...before, value: after.value };
  const numberFormat = after.numberFormat ?? before.numberFormat;
  return numberFormat === undefined ? after : { ...after, numberFormat };
}
