/** A value as a cell holds it; null is an empty cell. Dates are serial numbers of the 1900 epoch, as everywhere outside this folder. */
export type EditValue = string | number | boolean | null | { readonly error: string };

/** One cell that changed on screen. Rows and columns count from 0. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /**
   * `value`: a person typed it (null empties the cell, its style stays); `formula`: a person typed a formula, without its '=';
   * `result`: the formula in the file stays as it is, and came to another value because a cell that it reads has changed.
   */
  readonly kind: 'value' | 'formula' | 'result';
  readonly value: EditValue;
  readonly formula?: string;
  /** Number format code where typing changed it (a date or a share typed into a General cell). */
  readonly numberFormat?: string;
}

export interface SheetEdits {
  readonly sheet: string;
  /** One edit a cell, in any order. */
  readonly cells: readonly CellEdit[];
}
