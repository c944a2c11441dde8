import type { ReadTable } from '../spec';

/** Fewer rows add up by chance. */
const FEWEST_ROWS = 4;
/** A sum may have been rounded. */
const ROUNDED = 1e-6;
const SHARE = 0.5;

/**
 * Rows that are the sum of all others in most of their columns: a sum under whatever name. Small counts add up by chance, so two columns
 * have to do so with numbers of three digits, or three with any.
 * @returns places in the table's rows
 */
export function sumRows(table: ReadTable): ReadonlySet<number> {
  const count = table.rows.length;
  const found = new Set<number>();
  if (count < FEWEST_ROWS) return found;
  const filled = new Uint16Array(count);
  const sums = new Uint16Array(count);
  const large = new Uint16Array(count);
  for (const { spec, values } of table.columns.values()) {
    if (spec.kind !== 'number') continue;
    let total = 0;
    for (const value of values) if (!Number.isNaN(value)) total += value;
    const half = total / 2;
    for (let row = 0; row < count; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      filled[row]!++;
      if (value === 0 || Math.abs(value - half) > Math.abs(half) * ROUNDED) continue;
      sums[row]!++;
      if (value >= 100) large[row]!++;
    }
  }
  for (let row = 0; row < count; row++) {
    if (sums[row]! >= SHARE * filled[row]! && (sums[row]! > 2 || (sums[row]! === 2 && large[row] === 2))) found.add(row);
  }
  return found;
}
