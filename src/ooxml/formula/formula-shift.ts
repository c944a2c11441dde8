import { columnName } from '../../core/cell';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';

/** One end of a reference; -1 for the row of a whole column and the column of a whole row. */
interface End {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

type Piece = string | readonly End[];

const NAME = '[A-Za-z_\\\\\\u00a1-\\uffff][\\w.\\\\?\\u00a1-\\uffff]*';
const CELL = '(\\$?)([A-Za-z]{1,3})(\\$?)([1-9]\\d{0,6})';
/** Behind a reference no name goes on, no function opens and no sheet ends. */
const END = '(?![\\w.\\\\?!(\\u00a1-\\uffff])';

/**
 * What a formula consists of, as far as references need it; texts, quoted sheets, brackets (tables, other workbooks), sheet
 * prefixes and errors come first, since letters and digits in them refer to nothing.
 */
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "'(?:[^']|'')*'",
    "\\[(?:[^[\\]']|'.|\\[(?:[^[\\]']|'.)*\\])*\\]",
    '#(?:DIV/0!|N/A|NAME\\?|[A-Z_]+!?)',
    `${NAME}(?::${NAME})?!`,
    `${CELL}(?::${CELL})?${END}`,
    `(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})${END}`,
    `(\\$?)([1-9]\\d{0,6}):(\\$?)([1-9]\\d{0,6})${END}`,
    '(?:\\d+\\.?\\d*|\\.\\d+)(?:[Ee][+-]?\\d+)?',
    NAME,
  ].join('|'),
  'gs',
);

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function end(
  dollarColumn: string | undefined,
  letters: string | undefined,
  dollarRow: string | undefined,
  digits: string | undefined,
): End {
  return {
    column: letters === undefined ? -1 : columnOf(letters),
    row: digits === undefined ? -1 : Number(digits) - 1,
    fixedColumn: dollarColumn === '$',
    fixedRow: dollarRow === '$',
  };
}

const onSheet = ({ row, column }: End): boolean => row < SHEET_ROWS && column < SHEET_COLUMNS;

/**
 * A formula that several cells share. Its relative references move with the cell, as when it is copied; one that would leave the
 * sheet becomes #REF!. Names and functions that look like cells (LOG10) stay as they are.
 */
export class SharedFormula {
  private readonly pieces: Piece[] = [];

  /** @param text without '='; row and column are those of the cell in which it stands */
  constructor(
    readonly text: string,
    private readonly row: number,
    private readonly column: number,
  ) {
    let copied = 0;
    for (const match of text.matchAll(TOKEN)) {
      const [, ac, a, ar, an, bc, b, br, bn, c, from, d, to, e, first, f, last] = match;
      let ends: End[] = [];
      if (a !== undefined) ends = b === undefined ? [end(ac, a, ar, an)] : [end(ac, a, ar, an), end(bc, b, br, bn)];
      else if (from !== undefined) ends = [end(c, from, undefined, undefined), end(d, to, undefined, undefined)];
      else if (first !== undefined) ends = [end(undefined, undefined, e, first), end(undefined, undefined, f, last)];
      if (ends.length === 0 || !ends.every(onSheet)) continue;
      this.pieces.push(text.slice(copied, match.index), ends);
      copied = match.index + match[0].length;
    }
    this.pieces.push(text.slice(copied));
  }

  /** The formula as the cell in this place has it. */
  at(row: number, column: number): string {
    const [down, right] = [row - this.row, column - this.column];
    return this.pieces.map((piece) => (typeof piece === 'string' ? piece : reference(piece, down, right))).join('');
  }
}

function reference(ends: readonly End[], down: number, right: number): string {
  const names: string[] = [];
  for (const one of ends) {
    const row = one.row < 0 || one.fixedRow ? one.row : one.row + down;
    const column = one.column < 0 || one.fixedColumn ? one.column : one.column + right;
    const lost = (one.row >= 0 && (row < 0 || row >= SHEET_ROWS)) || (one.column >= 0 && (column < 0 || column >= SHEET_COLUMNS));
    if (lost) return '#REF!';
    names.push(
      `${one.column < 0 ? '' : `${one.fixedColumn ? '$' : ''}${columnName(column)}`}${one.row < 0 ? '' : `${one.fixedRow ? '$' : ''}${row + 1}`}`,
    );
  }
  return names.join(':');
}
