/** Rows of the main table that belong, and those of which a blank cell leaves it open. */
export interface Members {
  readonly rows: Int32Array;
  readonly doubtful: Int32Array;
}

/** Earlier years of a ranking by the mean of several; arrays are by place, the members first and behind them those of unknown membership. */
export interface EarlierYears {
  readonly sources: readonly { readonly table: string; readonly column: string; readonly values: Float64Array }[];
  /** Sum of the earlier totals; NaN where one is not known. */
  readonly sum: Float64Array;
}
