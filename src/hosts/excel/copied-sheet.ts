import { areaName } from '../../core/cell';
import type { CopiedFrom } from '../../core/plan';
import { OWNER_NAME } from '../results/mark';
import type { SheetLayout } from '../results/layout';
import { entryBytes, type Entry, type ResultCells } from './result-cells';
import { drawn, type Brought } from './added';
import type { Job } from './area-jobs';

/** What a request takes for a range and an object beside what is put into it, about. */
const RANGE = 400;

/** How the first row of a copy looks that others are made like. */
export interface CopiedLook {
  readonly height: number;
  /** Number format by column. */
  readonly formats: ReadonlyMap<number, string>;
  /** What the copied sheet brought along: nobody has put it on the result. */
  readonly brought: Brought;
}

/**
 * Queues the copy of a sheet, under a name of its own, with as many rows as the plan makes. @returns how the rows look, once the batch was sent
 */
export function queueCopy(
  { worksheets }: Excel.Workbook,
  name: string,
  { sheet, first, last, count, formats }: CopiedFrom,
): () => CopiedLook {
  const copy = worksheets.getItem(sheet).copy('End');
  copy.name = name;
  // A form that was made from a result of ours brings its mark along.
  copy.names.getItemOrNullObject(OWNER_NAME).delete();
  copy.visibility = 'Visible';
  // One that a password protects is refused here, before anything else was done.
  copy.protection.unprotect();
  const rows = (from: number, to: number): string => `${from + 1}:${to + 1}`;
  if (last > first) copy.getRange(rows(first + 1, last)).delete('Up');
  if (count > 1) {
    copy.getRange(rows(first + 1, first + count - 1)).insert('Down');
    copy.getRange(rows(first + 1, first + count - 1)).copyFrom(rows(first, first), 'Formats');
  }
  const format = copy.getRange(rows(first, first)).format;
  format.load('rowHeight');
  const { shapes } = copy;
  shapes.load('items/type');
  const brought = { charts: copy.charts.getCount(), shapes };
  const cells = formats.map(({ column }) => {
    const cell = copy.getRangeByIndexes(first, column, 1, 1);
    cell.load('numberFormat');
    return { column, cell };
  });
  return () => ({
    height: format.rowHeight,
    brought: { charts: brought.charts.value, shapes: drawn(brought.shapes) },
    formats: new Map(cells.map(({ column, cell }) => [column, String(cell.numberFormat[0]![0])])),
  });
}

/** What is put into a copy. Number formats come first: a number in a cell of text would become one. */
export function* copyJobs(layout: SheetLayout, cells: ResultCells, look: CopiedLook): Generator<Job> {
  const { first, count, formats, filled, grown } = layout.plan.copied!;
  const bottom = first + count - 1;
  for (const { column, code } of formats) {
    if (!['General', '@'].includes(look.formats.get(column) ?? 'General')) continue;
    const area = areaName({ top: first, bottom, left: column, right: column });
    yield {
      bytes: RANGE + entryBytes(code),
      queue: (sheet) => sheet.getRange(area).set({ numberFormat: code as unknown as string[][] }),
    };
  }
  for (const { top, left, right, rows } of blocksOf(filled)) {
    const entries = rows.map((row) => cells.entries(row).slice(left, right + 1));
    const bytes = entries.flat().reduce<number>((sum, entry: Entry) => sum + entryBytes(entry), RANGE);
    yield { bytes, queue: (sheet) => (sheet.getRangeByIndexes(top, left, entries.length, right - left + 1).formulas = entries) };
  }
  yield { bytes: RANGE, queue: (sheet) => (sheet.getRange(`${first + 1}:${bottom + 1}`).format.rowHeight = look.height) };
  for (const row of grown) yield { bytes: RANGE, queue: (sheet) => sheet.getRange(`${row + 1}:${row + 1}`).format.autofitRows() };
}

interface Block {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly number[];
}

/** So many rows go into one piece of work. */
const MOST_ROWS = 500;

/** Cells as rectangles: neighbours of a row together, and rows one below the other of the same columns. */
function blocksOf(cells: CopiedFrom['filled']): Block[] {
  const found: { top: number; left: number; right: number; rows: number[] }[] = [];
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { row: number; left: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const run = runs.at(-1);
    if (run?.row === row && run.right >= column - 1) run.right = column;
    else runs.push({ row, left: column, right: column });
  }
  for (const { row, left, right } of runs) {
    const above = found.findLast((one) => one.left === left && one.right === right);
    if (above && above.rows.at(-1) === row - 1 && above.rows.length < MOST_ROWS) above.rows.push(row);
    else found.push({ top: row, left, right, rows: [row] });
  }
  return found;
}
