/**
 * What a workbook may ask of the machine. Checked against the zip's directory before anything is inflated, and again while
 * inflating, because a directory can lie. The largest table that we answer for (100,000 × 60) is about 250 MB of XML.
 */
export const LIMITS = {
  entries: 20_000,
  /** Bytes of one part when inflated. */
  part: 1_200_000_000,
  /** Bytes of all parts when inflated. */
  total: 2_000_000_000,
  /** Inflated over deflated. Deflate ends at 1032; sheets of equal rows reach about 100. */
  ratio: 300,
  /** Parts and packages below these sizes may be as dense as they like. */
  ratioFreePart: 8_000_000,
  ratioFreeTotal: 64_000_000,
  totalRatio: 200,
  /** Rows of all sheets together: a cell in the last row costs a row index as long as the sheet. */
  rows: 25_000_000,
  /** UTF-16 units of a single text while reading; Excel's own limit is 32,767. */
  text: 4_000_000,
} as const;
