/**
 * Figures under （%） that look like fractions of 1: 0.905 among 90s, or throughout a column whose range or limits speak of tens.
 * Whoever means 0.905 % can write so in the cell, with the sign.
 */

/** Figures of one column that lie within this factor of each other belong together; one this far below the least of them does not. */
const TOGETHER = 10;

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
  // In a column of very different figures, or without a wide step from the small ones to the rest, a small one is nothing strange.
  const rest = others.sort((a, b) => a - b);
  const [least, greatest] = [rest[0]!, rest[rest.length - 1]!];
  const highest = suspects.reduce((most, row) => Math.max(most, values[row]!), 0);
  const apart = highest * TOGETHER < least && highest * 100 <= greatest * TOGETHER && greatest <= least * TOGETHER;
  return apart ? suspects : [];
}
