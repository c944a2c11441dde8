import { columnName } from '../../../src/core/cell';
import { parseArea, sheetPrefix } from './area';

/** What stands in a formula, as far as references need it: texts, sheet names before '!', functions before '(', and words. */
const pieces =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*[!(]|\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** The formula with references to a sheet renamed, or turned into #REF! where the sheet is gone. */
export function followSheet(formula: string, from: string, to: string | undefined): string {
  const lost = '#REF!';
  const followed = formula.replace(pieces, (piece) => {
    if (!piece.endsWith('!')) return piece;
    const name = piece.startsWith("'") ? piece.slice(1, -2).replaceAll("''", "'") : piece.slice(0, -1);
    if (name.toLowerCase() !== from.toLowerCase()) return piece;
    if (to === undefined) return lost;
    // Quotes stay where they were, needed or not; Excel itself would drop needless ones.
    return piece.startsWith("'") ? `'${to.replaceAll("'", "''")}'!` : sheetPrefix(to);
  });
  return to === undefined ? followed.replace(/#REF!\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?/g, lost) : followed;
}

/** A1 notation as R1C1 notation seen from a cell. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(pieces, (piece) => {
    const match = /^(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})$/.exec(piece);
    const at = match && parseArea(piece);
    if (!match || !at) return piece;
    const part = (letter: string, fixed: boolean, to: number, from: number): string =>
      fixed ? `${letter}${to + 1}` : to === from ? letter : `${letter}[${to - from}]`;
    return part('R', match[3] === '$', at.top, row) + part('C', match[1] === '$', at.left, column);
  });
}

/** R1C1 notation as A1 notation seen from a cell; undefined where it leads off the sheet. */
export function fromR1C1(formula: string, row: number, column: number): string | undefined {
  let off = false;
  const place = (text: string, from: number, last: number): { readonly at: number; readonly sign: string } => {
    const fixed = /^\d+$/.test(text);
    const at = text === '' ? from : fixed ? Number(text) - 1 : from + Number(text.slice(1, -1));
    if (at < 0 || at > last) off = true;
    return { at, sign: fixed ? '$' : '' };
  };
  const answer = formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')+'|(?<![\p{L}\p{N}_.])R(\d+|\[-?\d+\]|)C(\d+|\[-?\d+\]|)(?![\p{L}\p{N}_.(])/gu,
    (piece: string, rowText: string | undefined, columnText: string | undefined) => {
      if (rowText === undefined || columnText === undefined) return piece;
      const down = place(rowText, row, 1048575);
      const right = place(columnText, column, 16383);
      return `${right.sign}${columnName(Math.max(0, right.at))}${down.sign}${down.at + 1}`;
    },
  );
  return off ? undefined : answer;
}
