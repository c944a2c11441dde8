/** What a sheet of Excel can hold; every host writes for it, and every file is measured by it. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Text of a cell, in UTF-16 units. */
export const CELL_TEXT_LIMIT = 32_767;

/** The name of a sheet, in UTF-16 units, and the signs that it cannot have. */
export const LONGEST_SHEET_NAME = 31;
export const NOT_IN_SHEET_NAMES = /[\\/?*[\]:]/g;

/** What no cell can hold, because XML 1.0 forbids it: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
export const UNWRITABLE = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ud800-\udfff\ufffe\uffff]/gu;
