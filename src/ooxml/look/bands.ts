import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { TALLEST, WIDEST, columnPixels, rowPixels } from './lengths';
import type { ColumnLook, RowLook } from './look';
import type { RowRun } from './look-sink';
import type { StyleTable } from './style-table';
import type { XmlTree } from '../xml/xml-tree';
import { childrenNamed, isSet, numberOf } from '../xml/xml-tree';

/** The columns of a <cols> element; of records that overlap the later one counts. */
export function readColumns(cols: XmlTree | undefined, styles: StyleTable): ColumnLook[] {
  const records = childrenNamed(cols, 'col');
  // Backwards, so that each column is painted once: `free` leads on to the next column without a record.
  const free = Int32Array.from({ length: SHEET_COLUMNS + 1 }, (_, n) => n);
  const recordOf = new Int32Array(SHEET_COLUMNS).fill(-1);
  const nextFree = (from: number): number => {
    let at = from;
    while (free[at] !== at) at = free[at] = free[free[at]!]!;
    return at;
  };
  for (let n = records.length - 1; n >= 0; n--) {
    const min = Math.trunc(numberOf(records[n], 'min', 1, SHEET_COLUMNS + 1) ?? SHEET_COLUMNS + 1);
    const max = Math.trunc(numberOf(records[n], 'max', 0, SHEET_COLUMNS) ?? min);
    for (let column = nextFree(min - 1); column < max; column = nextFree(column)) {
      recordOf[column] = n;
      free[column] = column + 1;
    }
  }
  const looks: ColumnLook[] = [];
  for (let first = 0, last = 0; first < SHEET_COLUMNS; first = last + 1) {
    for (last = first; last + 1 < SHEET_COLUMNS && recordOf[last + 1] === recordOf[first]; last++);
    const record = records[recordOf[first]!];
    if (!record) continue;
    const look = columnLook(record, styles);
    const before = looks.at(-1);
    if (before?.last === first - 1 && before.width === look.width && before.hidden === look.hidden && before.style === look.style)
      looks[looks.length - 1] = { ...before, last };
    else if (Object.keys(look).length > 0) looks.push({ first, last, ...look });
  }
  return looks;
}

function columnLook(record: XmlTree, styles: StyleTable): Omit<ColumnLook, 'first' | 'last'> {
  const width = numberOf(record, 'width', 0, WIDEST);
  const style = styles.number(numberOf(record, 'style', 0, Infinity) ?? 0);
  return {
    ...(width ? { width: columnPixels(width, styles.digitWidth) } : {}),
    ...(isSet(record, 'hidden') || width === 0 ? { hidden: true } : {}),
    ...(style > 0 ? { style } : {}),
  };
}

/** @param hiddenByDefault rows that the file does not mention are hidden */
export function readRows(runs: readonly RowRun[], hiddenByDefault: boolean, styles: StyleTable): RowLook[] {
  const looks: RowLook[] = [];
  let next = 0;
  const hideUpTo = (row: number): void => {
    if (hiddenByDefault && next < row) looks.push({ first: next, last: row - 1, hidden: true });
  };
  for (const { first, last, format } of runs) {
    hideUpTo(first);
    next = last + 1;
    const style = format.style === undefined ? 0 : styles.number(format.style);
    const look = {
      ...(format.height ? { height: rowPixels(Math.min(format.height, TALLEST)) } : {}),
      ...(format.hidden || format.height === 0 ? { hidden: true } : {}),
      ...(style > 0 ? { style } : {}),
    };
    if (Object.keys(look).length > 0) looks.push({ first, last, ...look });
  }
  hideUpTo(SHEET_ROWS);
  return looks;
}
