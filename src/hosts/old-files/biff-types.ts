/** The records that matter here ([MS-XLS] 2.3); those of one meaning that changed over the versions share a name. */
export const BOF = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
export const EOF = 0x000a;
export const BOUND_SHEET = 0x0085;
export const FILE_PASS = 0x002f;
export const CODE_PAGE = 0x0042;
export const DATE_1904 = 0x0022;
export const COLUMN_INFO = 0x007d;
export const ROW = 0x0208;
export const MERGE_CELLS = 0x00e5;
export const NUMBER = 0x0203;
export const RK = 0x027e;
export const MUL_RK = 0x00bd;
export const FORMULA = new Set([0x0006, 0x0206, 0x0406]);
/** Of version 5 and later. */
export const CELL_FORMAT_5 = 0x00e0;
export const CELL_FORMAT = new Set([0x0043, 0x0243, 0x0443, CELL_FORMAT_5]);
export const NUMBER_FORMAT = new Set([0x001e, 0x041e]);
export const FONT = 0x0031;
export const SHARED_TEXTS = 0x00fc;
export const CONTINUE = 0x003c;
/** What a formula's text came to. */
export const STRING = new Set([0x0007, 0x0207]);
export const SHARED_TEXT_CELL = 0x00fd;
/** BIFF2 integer, number, text and boolean; then boolean or error, number, text, RK, rich text. */
export const CELL = new Set([0x0002, 0x0003, 0x0004, 0x0005, 0x0205, NUMBER, 0x0204, RK, 0x00d6]);
/** The library has a name for this record and no reader: it passes over it. */
export const PASSED_OVER = 0x001d;

export const WORKSHEET = 0x0010;
export const GLOBALS = 0x0005;
export const BIFF4_WORKBOOK = 0x0100;

/** Versions by the record that begins a stream, or else by the number in it. */
export const VERSION_BY_RECORD: ReadonlyMap<number, number> = new Map([
  [0x0009, 2],
  [0x0209, 3],
  [0x0409, 4],
]);
export const VERSION_BY_NUMBER: ReadonlyMap<number, number> = new Map([
  [0x0002, 2],
  [0x0007, 2],
  [0x0200, 2],
  [0x0300, 3],
  [0x0400, 4],
  [0x0500, 5],
]);
