import type { CellChanges } from '../core/cell-changes';
import type { SheetGrid } from '../core/grid';
import type { Plan, SheetsPlan } from '../core/plan';
import type { Words } from '../core/refusal';

/** What a host can say about a workbook before any cell is read. */
export interface WorkbookInfo {
  readonly sheets: readonly SheetInfo[];
  /** What kept parts of the workbook must stay as they are: 'macros', 'protected-structure', … */
  readonly traits: readonly string[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** One of our own result sheets. */
  readonly owned: boolean;
  /** False for a chart sheet, a dialog sheet or a macro sheet: it has no cells. */
  readonly cells: boolean;
}

export interface WriteReport {
  /** Names of the sheets as written, in the plan's order; a name differs from the wanted one where a user's sheet has that. */
  readonly written: readonly string[];
  /** Our sheets of an earlier run that were replaced. */
  readonly replaced: readonly string[];
  /** What the host could not carry out and left out (for example notes), in Chinese. */
  readonly leftOut: readonly string[];
}

/** How long work is watched and stopped. A cancelled write leaves the workbook as it was. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  /** Share of the work that is done, 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined;
  /** True once the host is slow to answer, false when it has answered after all. */
  readonly waiting?: ((on: boolean) => void) | undefined;
  /** Nobody waits for it: whatever a person is doing goes before. */
  readonly unasked?: boolean | undefined;
  /** Results that a person has changed since they were written may be lost; without it they are asked about (results-edited). */
  readonly overwrite?: boolean | undefined;
  /** A request that was cancelled before the host answered has been answered since: what became of it, in Chinese. */
  readonly late?: ((outcome: Words) => void) | undefined;
}

/**
 * What every host implements: describe, read in one batch, write a plan as a whole or not at all, add sheets for the person, take our sheets
 * away again. Every failure is a ProblemError whose text an official can act on; a cancelled one has the code 'cancelled'.
 */
export interface WorkbookPort {
  describe(watch?: Watch): Promise<WorkbookInfo>;
  /** Grids of all sheets with cells, our own result sheets included (marked `owned`). */
  read(watch?: Watch): Promise<readonly SheetGrid[]>;
  write(plan: Plan, watch?: Watch): Promise<WriteReport>;
  /**
   * Adds sheets behind all others, as a whole or not at all; they are the person's own: no run replaces them, and clearing leaves them. One whose name
   * is taken gets another, which `leftOut` tells.
   */
  insert(plan: SheetsPlan, watch?: Watch): Promise<Pick<WriteReport, 'written' | 'leftOut'>>;
  /**
   * Changes cells of a sheet of the person's, all of them or none; looks stay, but for the number formats that changes name.
   * @throws ProblemError cells-changed where a cell does not show what is expected, protected-sheet, no-sheet, and what the host refuses
   */
  change(changes: CellChanges, watch?: Watch): Promise<void>;
  /** Takes away one sheet of the person's, by its name; nothing else does. @throws ProblemError no-sheet or sheet-gone, last-sheet, protected-structure */
  remove(sheet: string, watch?: Watch): Promise<void>;
  /** Removes exactly the sheets that are ours. */
  clear(watch?: Watch): Promise<readonly string[]>;
  /**
   * Small texts kept inside the workbook (chosen pack, mapping of columns, decisions), wherever it is opened next; undefined where nothing is
   * kept under the key, '' where what is kept cannot be read.
   */
  recall(key: string, watch?: Watch): Promise<string | undefined>;
  /** @param value undefined takes away what is kept, without a trace in the workbook */
  remember(key: string, value: string | undefined, watch?: Watch): Promise<void>;
}

/** What a person should know about the figures that were read last. */
export interface ReadingState {
  /** Formulas are worked out on demand only: what their cells show may be old. */
  readonly manualCalculation: boolean;
  /** Names of the person's sheets whose filter hides rows; what is hidden was read all the same. */
  readonly filtered: readonly string[];
}

/** A workbook that a person has open in front of them: the pane can jump to a cell. */
export interface OpenWorkbook extends WorkbookPort {
  /** Of the last reading; absent where the host has neither. */
  readingState?(): ReadingState;
  /** Works all formulas out anew. */
  recalculate?(watch?: Watch): Promise<void>;
  /** Selects a cell and brings its sheet to the front. */
  goTo(sheet: string, cell: string, watch?: Watch): Promise<void>;
  /** What of `remember`, notes, … this host cannot do, in Chinese; empty where all is there. */
  readonly limits: readonly string[];
}
