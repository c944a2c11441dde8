import { columnName } from '../../core/cell';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { columnOf, isColumn, isRow, tokensOf, type Token } from './tokens';

/** What makes one reference of two cells. */
const JOINT = /^\.?:\.?$/;

/** One end of a reference; -1 for the row of a whole column and the column of a whole row. */
interface End {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A cell, or two with what stands between them. */
interface Reference {
  readonly ends: readonly End[];
  readonly between: string;
}

type Piece = string | Reference;

function end(dollarColumn: string, letters: string, dollarRow: string, digits: string): End {
  return {
    column: letters === '' ? -1 : columnOf(letters) - 1,
    row: digits === '' ? -1 : Number(digits) - 1,
    fixedColumn: dollarColumn === '$',
    fixedRow: dollarRow === '$',
  };
}

/** What a token refers to; undefined where it refers to nothing. */
function referenceIn({ kind, groups }: Token): Reference | undefined {
  const [first = '', from = '', before = '', after = '', second = '', to = ''] = groups;
  if (kind === 'cell') return isColumn(from) && isRow(after) ? { ends: [end(first, from, before, after)], between: '' } : undefined;
  const between = `${before}:${after}`;
  if (kind === 'columns')
    return isColumn(from) && isColumn(to) ? { ends: [end(first, from, '', ''), end(second, to, '', '')], between } : undefined;
  if (kind === 'rows') return isRow(from) && isRow(to) ? { ends: [end('', '', first, from), end('', '', second, to)], between } : undefined;
  return undefined;
}

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
    let pending: { readonly token: Token; readonly reference: Reference } | undefined;
    const put = (start: number, end: number, reference: Reference): void => {
      this.pieces.push(text.slice(copied, start), reference);
      copied = end;
    };
    for (const token of tokensOf(text)) {
      const reference = referenceIn(token);
      const between = pending && text.slice(pending.token.end, token.start);
      if (pending && between !== undefined && token.kind === 'cell' && reference && JOINT.test(between)) {
        put(pending.token.start, token.end, { ends: [...pending.reference.ends, ...reference.ends], between });
        pending = undefined;
        continue;
      }
      if (pending) put(pending.token.start, pending.token.end, pending.reference);
      pending = undefined;
      if (!reference) continue;
      if (token.kind === 'cell') pending = { token, reference };
      else put(token.start, token.end, reference);
    }
    if (pending) put(pending.token.start, pending.token.end, pending.reference);
    this.pieces.push(text.slice(copied));
  }

  /** The formula as the cell in this place has it. */
  at(row: number, column: number): string {
    const [down, right] = [row - this.row, column - this.column];
    return this.pieces.map((piece) => (typeof piece === 'string' ? piece : moved(piece, down, right))).join('');
  }
}

function moved({ ends, between }: Reference, down: number, right: number): string {
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
  return names.join(between);
}
