import type { Area } from '../../core/cell';

export type PlainValue = number | string | boolean | { readonly error: string };

/** A cell that holds something. */
export interface PlainCell {
  readonly column: number;
  readonly value: PlainValue;
  /** 'General' where left out. */
  readonly format?: string;
}

export interface PlainRow {
  readonly row: number;
  /** Columns ascending. */
  readonly cells: readonly PlainCell[];
}

/** Columns that are alike, both ends included. */
export interface PlainColumns {
  readonly first: number;
  readonly last: number;
  /** As .xlsx files count it: digits of the default font with the padding. */
  readonly width: number;
  readonly hidden: boolean;
}

/** How a row stands that is not as usual. */
export interface RowFrame {
  readonly row: number;
  /** Points; undefined where it is as high as its content asks. */
  readonly height: number | undefined;
  readonly hidden: boolean;
}

/** What of a sheet is carried over into a new workbook. */
export interface PlainSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly columns: readonly PlainColumns[];
  /** Rows ascending. */
  readonly frames: readonly RowFrame[];
  readonly merges: readonly Area[];
  /** Rows ascending; taken once. */
  readonly rows: Iterable<PlainRow>;
}
