import type { Area } from '../cell';

/** Rows of a sheet, from 0 and both included, that become `count` rows on its copy; what stands below follows on. */
export interface PatternRows {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** How many rows further down the copy has what stands below the pattern. */
export const shiftBelow = ({ first, last, count }: PatternRows): number => count - (last - first + 1);

/** Where a row outside of the pattern stands on the copy. */
export const rowOnCopy = (rows: PatternRows, row: number): number => (row > rows.last ? row + shiftBelow(rows) : row);

/** An area of the sheet on its copy: one that reaches into the pattern covers all of its rows. */
export function areaOnCopy(rows: PatternRows, { top, bottom, left, right }: Area): Area {
  const inside = (row: number): boolean => row >= rows.first && row <= rows.last;
  return {
    left,
    right,
    top: inside(top) ? rows.first : rowOnCopy(rows, top),
    bottom: inside(bottom) ? rows.first + rows.count - 1 : rowOnCopy(rows, bottom),
  };
}

/** Merged areas of the copy: those within the first pattern row come again in each, others that lie inside the pattern do not. */
export function mergesOnCopy(rows: PatternRows, merges: readonly Area[]): Area[] {
  return merges.flatMap((area): Area[] => {
    if (area.top < rows.first || area.bottom > rows.last) return [areaOnCopy(rows, area)];
    if (area.top !== rows.first || area.bottom !== rows.first) return [];
    return Array.from({ length: rows.count }, (_, at) => ({ ...area, top: rows.first + at, bottom: rows.first + at }));
  });
}

const END = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
/** Texts, sheets with what they are asked for, and cells; a name or function that only looks like a cell is none. */
const TOKENS = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])${END}(?::${END})?(?![\p{L}\p{N}_.(!])`,
  'gu',
);

/**
 * A formula of the sheet as its copy has it. In the pattern's own rows a reference to such a row is to the row itself; a range over the pattern, and
 * one with a fixed row, covers all of its rows; whatever stands outside of the pattern is meant as it is.
 * A reference to the sheet by its name is to the copy.
 * @param sheet name of the sheet
 * @param named what stands before cells that the formula names with their sheet, '!' included
 * @param at which of the pattern's rows on the copy the formula stands in, from 0; undefined outside
 */
export function formulaOnCopy(formula: string, rows: PatternRows, sheet: string, at?: number, named = ''): string {
  const rowOf = (digits: string, isFixed: boolean, isEnd: boolean, isRange: boolean): number => {
    const row = Number(digits) - 1;
    if (row < rows.first || row > rows.last) return rowOnCopy(rows, row) + 1;
    if (at !== undefined && !isFixed) return rows.first + at + 1;
    return (isRange && isEnd ? rows.first + rows.count - 1 : rows.first) + 1;
  };
  return formula.replace(TOKENS, (token, of: string | undefined, c1, a, r1, n1, c2, b, r2, n2) => {
    if (a === undefined) return token;
    const other = of?.startsWith("'") ? of.slice(1, -1).replaceAll("''", "'") : of;
    if (other !== undefined && other.toLowerCase() !== sheet.toLowerCase()) return token;
    const isRange = b !== undefined;
    const start = `${c1}${a}${r1}${rowOf(n1 as string, r1 === '$', false, isRange)}`;
    const end = isRange ? `:${c2}${b}${r2}${rowOf(n2 as string, r2 === '$', true, true)}` : '';
    return `${other === undefined ? '' : named}${start}${end}`;
  });
}
