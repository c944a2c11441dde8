import type { SheetGrid } from '../grid';
import { own } from '../own';
import { foldHeader, foldText, tidyText } from '../table/fold';
import { likeness } from '../table/take/nearest-value';

const HEAD_ROWS = 30;
const HEAD_COLUMNS = 200;
/** More kinds of rows than any list has: a column of free text. */
const MOST_VALUES = 50;
/** From this likeness on a value is one of those named with a slip of the pen, and is asked about. */
const SLIP = 0.6;
/** Longer texts are remarks. */
const LONGEST = 40;
const WORD = /[\p{L}\p{N}]/u;

/** Sheets of the workbook, and the spellings by which their lists are read. */
export interface ListedData {
  readonly sheets: readonly SheetGrid[];
  readonly spellings: Readonly<Record<string, readonly string[]>>;
}

/**
 * Values that stand under a header and that the method does not name: a rule that names one class says nothing of the others, which are classes all the
 * same. Those that are a named one in other words, or nearly so, are left out, so that the reader asks about them.
 * @param named at least one
 */
export function otherValues({ sheets, spellings }: ListedData, header: string, named: readonly string[]): string[] {
  const wanted = foldHeader(header);
  const known = named.map((value) => foldText(value).slice(0, LONGEST));
  const spelled = new Set(named.flatMap((value) => (own(spellings, value) ?? []).map(foldText)));
  const isNamed = (folded: string): boolean =>
    spelled.has(folded) || known.some((one) => one.includes(folded) || folded.includes(one) || likeness(one, folded) >= SLIP);
  const found = new Map<string, string>();
  for (const { owned, grid } of sheets) {
    if (owned) continue;
    for (let row = 0; row < Math.min(grid.rows, HEAD_ROWS); row++)
      for (const column of grid.filled(row)) {
        if (column >= HEAD_COLUMNS || foldHeader(grid.text(row, column)) !== wanted) continue;
        for (let at = row + 1; at < grid.rows; at++) {
          const text = grid.text(at, column);
          const folded = foldText(text);
          if (folded.length > LONGEST || !WORD.test(folded) || found.has(folded) || isNamed(folded)) continue;
          found.set(folded, tidyText(text));
          if (found.size > MOST_VALUES) return [];
        }
      }
  }
  return [...found.values()];
}
