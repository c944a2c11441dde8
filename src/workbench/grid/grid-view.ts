import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import type { BookLook } from '../../ooxml/look/look';

/** Why a change that a person tried was not let through. */
export type Refusal =
  /** Rows, columns, sheets, merging, formats: this page saves cell contents only. */
  | { readonly kind: 'structure' }
  /** The cell is locked on a protected sheet. */
  | { readonly kind: 'protected'; readonly sheet: string }
  /** The cell is part of an array formula. */
  | { readonly kind: 'array'; readonly sheet: string }
  /** The cell is a header of an Excel table, whose definition repeats it. */
  | { readonly kind: 'table'; readonly sheet: string }
  /** The cell holds a formula that this page cannot calculate; see onFixed. */
  | { readonly kind: 'fixed'; readonly sheet: string }
  /** The sheet is still being filled in, or its formulas are being checked. */
  | { readonly kind: 'busy' }
  /** What was typed begins like a formula and is none. */
  | { readonly kind: 'formula'; readonly text: string }
  /** A formula that would have something fetched from elsewhere. */
  | { readonly kind: 'fetch' }
  /** Cutting, which would have to move what refers to the cells. */
  | { readonly kind: 'cut' }
  /** A formula whose result would spread over several cells. */
  | { readonly kind: 'spill' }
  /** Formulas were not calculated in time, or cannot be any more. */
  | { readonly kind: 'unfinished' }
  /** The browser does not let a page read what was copied, other than by Ctrl+V. */
  | { readonly kind: 'clipboard' }
  /** A link leads to a place that is not there. */
  | { readonly kind: 'link'; readonly to: string };

/** Sheets of which only the first rows are shown, because a screen could not hold them all. */
export interface Cut {
  readonly sheet: string;
  readonly shown: number;
  readonly rows: number;
}

export interface ShownCell {
  /** As it stands in the cell, with its number format. */
  readonly text: string;
  /** RRGGBB, where the cell is filled. */
  readonly fill?: string;
}

/**
 * The spreadsheet on the page, whichever library draws it. It shows what it is given, lets a person edit cells and tells what
 * was edited; it knows no file and no scoring.
 */
export interface GridView {
  /** Shows a workbook in place of the one before. Resolves when the sheet on top can be seen; the rest is filled in behind. */
  show(book: BookLook): Promise<void>;
  /**
   * Takes the sheets named off and puts others behind the rest.
   * @param look styles and sheets as {@link BookLook}; `active` names the sheet to be on top, where it is one of them
   */
  replace(gone: readonly string[], look: BookLook): Promise<void>;
  /** Shows cells that were changed in the file already; nobody is told of them. A person can undo them as what was typed. */
  change(edits: SheetEdits): Promise<void>;
  /** Brings a sheet to the front, selects the cell and marks it for a moment. @throws ProblemError not-there */
  goTo(sheet: string, cell: string): Promise<void>;
  /** What a person sees in a cell; undefined where it is not shown. */
  at(sheet: string, cell: string): ShownCell | undefined;
  /** Resolves when all cells are there and formulas are checked, so that something can be typed. */
  ready(): Promise<void>;
  /** Ends a cell that is being typed in, and resolves once everything is filled in and calculated and `onEdit` has been told. */
  settled(): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** What a person typed and what formulas came to, in the order in which it happened; every listener is told in the same task. */
  onEdit(listener: (edits: readonly SheetEdits[]) => void): void;
  onRefusal(listener: (refusal: Refusal) => void): void;
  onCut(listener: (cuts: readonly Cut[]) => void): void;
  /**
   * Formulas on the person's own sheets which this page cannot calculate as Excel does: calculated anew before any edit, they came to
   * something else than the file says. They keep the file's value, whatever is edited. Told once for each workbook, and not where there are none.
   */
  onFixed(listener: (cells: readonly { readonly sheet: string; readonly cell: string }[]) => void): void;
  /** The cell that is selected, for those who cannot see the frame around it. */
  onSelect(listener: (selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void): void;
  /** Whether undo and redo have something to do. */
  onHistory(listener: (can: { readonly undo: boolean; readonly redo: boolean }) => void): void;
  dispose(): void;
}

/** Loads the library and draws an empty grid into the element. */
export type OpenGrid = (container: HTMLElement) => Promise<GridView>;
