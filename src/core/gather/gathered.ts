import type { SheetsPlan } from '../plan';
import type { SavedAt } from './answer';
import type { Conflict } from './merge-table';

/** What became of a file. */
export type Outcome = 'taken' | 'blank' | 'superseded' | 'refused' | 'broken';

export interface ReceiptLine {
  readonly file: string;
  readonly zones: readonly string[];
  readonly outcome: Outcome;
  readonly savedAt: SavedAt | undefined;
  readonly filled: number;
  readonly gaps: number;
  readonly conflicts: number;
  readonly problems: readonly string[];
}

/** A zone of the register that has not answered. */
export interface Reminder {
  readonly zone: string;
  readonly why: string;
}

export interface Gathered {
  /** The merged workbook; absent where no file could be taken. */
  readonly plan?: SheetsPlan;
  readonly year: number | undefined;
  readonly lines: readonly ReceiptLine[];
  readonly conflicts: readonly PlacedConflict[];
  /** Undefined where there is no register. */
  readonly reminders: readonly Reminder[] | undefined;
}

/** A conflict with the cell of the merged workbook that waits for the decision. */
export interface PlacedConflict extends Conflict {
  readonly sheet: string;
  readonly cell: string;
}

export interface GatherOptions {
  /** Year of the figures; what most files are of where left out. */
  readonly year?: number | undefined;
  /** Names of the zones that were asked. */
  readonly register?: readonly string[] | undefined;
  /** Whether of several versions of one zone's form the one saved last is taken alone. */
  readonly latest?: boolean | undefined;
}
