import { parseCellName } from '../../core/cell';

/** Texts, sheet names in quotes, cells; what is a name or a function is left alone by the look-arounds. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')+'!?|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]{0,6})(?![\p{L}\p{N}_.(!])/gu;
/** Whole columns, whole rows, spills and intersections: such formulas are written cell by cell. */
const OTHERS =
  /(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.])|(?<![\p{L}\p{N}_.$])\$?\d+:\$?\d+(?![\p{L}\p{N}_.])|[#@[\]{}]/u;

/**
 * A formula in the notation in which cells that do the same have the same text: A2*$B$1 and A3*$B$1, one below the other in
 * column C, are both RC[-2]*R1C2.
 * @param formula in A1 notation; row and column are those of its cell, from 0
 * @returns undefined where it holds something that this does not know
 */
export function toR1C1(formula: string, row: number, column: number): string | undefined {
  if (OTHERS.test(formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!?/g, ''))) return undefined;
  return formula.replace(
    TOKENS,
    (
      token: string,
      fixedColumn: string | undefined,
      letters: string | undefined,
      fixedRow: string | undefined,
      digits: string | undefined,
    ) => {
      const cell = letters === undefined || digits === undefined ? undefined : parseCellName(letters + digits);
      if (!cell) return token;
      return `R${place(cell.row, row, fixedRow === '$')}C${place(cell.column, column, fixedColumn === '$')}`;
    },
  );
}

function place(to: number, from: number, fixed: boolean): string {
  if (fixed) return String(to + 1);
  return to === from ? '' : `[${to - from}]`;
}
