/**
 * What an old file may ask of the machine. Sizes of the files themselves are the same as for .xlsx and checked by whoever reads them from
 * disk; `LIMITS` of the .xlsx layer hold for the workbook that comes out.
 */
export const OLD_FILE_LIMITS = {
  /** Cells of one file. Twice the largest table that we answer for (100,000 × 60). */
  cells: 12_000_000,
  /** Cells of a binary file that hold texts or formulas: the library keeps them as objects of some 700 bytes. */
  objects: 2_000_000,
  /** Excel itself keeps 4,050 cell formats in such a file. */
  cellFormats: 65_536,
  numberFormats: 5_000,
  merges: 200_000,
  sheets: 2_000,
  /** Column and row records of one sheet: one for each column or row. */
  frames: 65_536,
} as const;
