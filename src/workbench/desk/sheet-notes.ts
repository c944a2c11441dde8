import type { Cut } from '../grid/grid-view';
import { workbenchWords } from '../words';
import type { DeskStore } from './desk-store';

const words = workbenchWords.notes;

/** Cells that are named one by one; the rest is counted. */
const NAMED_CELLS = 3;

interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** What of the open workbook is not shown or not calculated on the page. */
export class SheetNotes {
  private cuts: readonly Cut[] = [];
  private fixed: readonly Place[] = [];

  constructor(private readonly store: DeskStore) {}

  cut(cuts: readonly Cut[]): void {
    this.cuts = cuts;
    this.show();
  }

  /** @param cells with formulas that the page does not calculate */
  fix(cells: readonly Place[]): void {
    this.fixed = cells;
    this.show();
  }

  /** Another workbook is on the desk. */
  clear(): void {
    this.cuts = [];
    this.fixed = [];
  }

  show(): void {
    const { work } = this.store;
    if (!work) return;
    const cut = this.cuts.map(({ sheet, rows, shown }) => words.cut(sheet, rows, shown));
    if (this.cuts.some(({ sheet }) => !work.owned.has(sheet))) cut.push(words.notCalculated);
    const places = this.fixed.slice(0, NAMED_CELLS).map(({ sheet, cell }) => words.place(sheet, cell));
    const fixed = work.edited && this.fixed.length > 0 ? [words.fixed(this.fixed.length, places)] : [];
    this.store.set({ notes: [...cut, ...fixed, ...(work.drawings ? [words.drawings] : []), ...(work.macros ? [words.macros] : [])] });
  }
}
