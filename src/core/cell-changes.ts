/** What is to stand in a cell. Null empties it; a text is always a text, never a formula. */
export interface CellChange {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  /** Without '='; `value` is what it came to when it was read. */
  readonly formula?: string;
  /** Number format code; the cell's own where left out. */
  readonly numberFormat?: string;
}

/** What a cell has to show for changes to be carried out: whoever moved rows or typed meanwhile must not lose anything. */
export interface ExpectedCell {
  readonly row: number;
  readonly column: number;
  /** Its value as text, trimmed; '' for an empty cell. */
  readonly text: string;
}

/** Changes in cells of one sheet of the person's, all of them or none. Plain data. */
export interface CellChanges {
  readonly sheet: string;
  readonly cells: readonly CellChange[];
  readonly expected: readonly ExpectedCell[];
}
