/**
 * Figures under （%） that look like fractions of 1: 0.905 among 90s, or throughout a column whose range or limits speak of tens.
 * Whoever means 0.905 % can write so in the cell, with the sign.
 */

/** A figure this many times smaller than the usual one fits better when it is multiplied by 100. */
const FAR_BELOW = 10;

const isFraction = (value: number): boolean => value > 0 && value <= 1;

/**
 * @param values in per cent, NaN where missing
 * @param stated rows whose cell itself says per cent, by its format or its text: never doubted
 * @returns rows to ask about
 */
export function fractionRows(values: Float64Array, stated: (row: number) => boolean, speaksOfTens: boolean): number[] {
  const rows = Array.from(values.keys());
  const suspects = rows.filter((row) => isFraction(values[row]!) && !stated(row));
  if (suspects.length === 0) return [];
  const others = rows.map((row) => values[row]!).filter((value) => value > 1);
  if (others.length === 0) return speaksOfTens && rows.every((row) => !isFraction(values[row]!) || !stated(row)) ? suspects : [];
  const usual = others.sort((a, b) => a - b)[others.length >> 1]!;
  return suspects.filter((row) => values[row]! * FAR_BELOW < usual);
}
