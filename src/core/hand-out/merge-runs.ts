import type { PlanCell } from '../plan';

/** Rows that one merged cell takes at most: half a page, so that no page is without its word. */
export const MERGED_ROWS = 15;

/** Merges what repeats in a column from row to row: it is said once, and again after so many rows. Blanks stay by themselves. */
export function mergeRuns(rows: PlanCell[][], column: number): void {
  for (let top = 0, end = 1; top < rows.length; top = end++) {
    const { value } = rows[top]![column]!;
    while (end < rows.length && end - top < MERGED_ROWS && rows[end]![column]!.value === value) end++;
    if (value === '' || end - top === 1) continue;
    rows[top]![column] = { ...rows[top]![column]!, down: end - top };
    for (const row of rows.slice(top + 1, end)) row[column] = { ...row[column]!, value: '' };
  }
}
