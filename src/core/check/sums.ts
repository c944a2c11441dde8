import Big from 'big.js';
import { cellName } from '../cell';
import { compareRatio, decimalOf, ratioOf, subtractRatio, sumRatios, type Ratio } from '../decimal';
import { showRatio } from '../limit/show';
import { foldText } from '../table/fold';
import { cellOf, continuedAt, placeOfCell } from '../table/placed-table';
import type { Continued, ReadColumn, ReadTable } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

/** Far enough below any digit that is shown. */
const CLOSE = 1e-12;

/** The row 合计 against the sum of the rows, column by column, where every row has a figure that may be added. */
export function checkSums(scope: CheckScope): CheckOutcome[] {
  return [...scope.figures.tables.values()].flatMap((table) =>
    piecesOf(table).flatMap((piece) => {
      const total = sumRow(scope, piece);
      if (total === undefined) return [];
      return [...table.columns.values()].flatMap((column): CheckOutcome[] => {
        const adds = column.spec.kind === 'number' && column.unit !== undefined && scope.figures.units.adds(column.unit);
        const stated = adds ? scope.digits.storedAt(table, column.column, total, piece.further) : NaN;
        return Number.isNaN(stated) ? [] : [outcomeOf(scope, table, column, piece, total, stated)];
      });
    }),
  );
}

/** A part of a table that stands together, with the rows that its row 合计 may add up. */
interface TablePiece {
  readonly further: Continued | undefined;
  readonly skipped: ReadTable['skipped'];
  /** Data rows: its own, and where the table goes on, all so far and all of it; what is told is the last. */
  readonly added: readonly (readonly number[])[];
}

function piecesOf(table: ReadTable): TablePiece[] {
  const starts = [
    { from: 0, further: undefined, skipped: table.skipped },
    ...(table.continued ?? []).map((further) => ({ ...further, further })),
  ];
  const rows = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at);
  const count = table.rows.length;
  return starts.map(({ from, further, skipped }, at): TablePiece => {
    const end = starts[at + 1]?.from ?? count;
    const ofPiece = rows(from, end);
    const isLast = at > 0 && at === starts.length - 1;
    const others = starts.length > 1 ? [rows(0, end), rows(0, count)] : [];
    return { further, skipped, added: isLast ? [ofPiece, ...others] : [...others, ofPiece] };
  });
}

/** The one row that adds up all others; none where several do, or where rows with figures were left out that it may count. */
function sumRow({ figures }: CheckScope, { skipped, added }: TablePiece): number | undefined {
  const names = new Set(figures.pack.words.sum_rows.map(foldText));
  const found = skipped.filter(({ name, why }) => why === 'total' && names.has(foldText(name)));
  const unsure = skipped.some(({ why }) => why === 'blank_key' || why === 'unlikely');
  return found.length === 1 && !unsure && added.some((rows) => rows.length > 1) ? found[0]!.row : undefined;
}

function outcomeOf(
  scope: CheckScope,
  table: ReadTable,
  column: ReadColumn,
  { further, added }: TablePiece,
  total: number,
  stated: number,
): CheckOutcome {
  const outcome = new CheckOutcome({ severity: 'warning', code: 'sum-and-rows', say: words.toldRelation });
  const { digits } = scope;
  const half = digits.halfOf(table, column, total, stated, stated, further);
  const sums = added.map((rows) => sumOf(scope, table, column, rows, stated, half));
  const told = sums.at(-1);
  // What cannot be added up may be what the row says.
  if (told === undefined || told === 'agrees' || sums.some((sum) => sum === undefined || sum === 'agrees')) return outcome;
  const { exact, over } = told;
  const rows = added.at(-1)!;
  const sheet = further?.sheet ?? table.sheet;
  const unit = column.statedUnit ?? '';
  outcome.add(() => ({
    kind: 'sum',
    zone: '',
    order: Infinity,
    title: words.sumTitle(column.header),
    cells: [
      `${sheet}!${further ? cellName(total, column.column + further.shift) : cellOf(table, total, column.column)}`,
      placeOfCell(table, column, rows[0]!),
      placeOfCell(table, column, rows.at(-1)!),
    ],
    actual: `${showRatio(ratioOf(stated), [exact])}${unit}`,
    expected: `${showRatio(exact, [ratioOf(stated)])}${unit}`,
    difference: `${showRatio(over)}${unit}`,
    question: words.askSum(column.header, rows.length, table.spec.rowWord),
  }));
  return outcome;
}

/** The sum of data rows as they are written, and how far a total that does not agree is over it; undefined where they do not add up to one figure. */
function sumOf(
  { digits }: CheckScope,
  table: ReadTable,
  column: ReadColumn,
  rows: readonly number[],
  stated: number,
  half: Ratio,
): 'agrees' | { readonly exact: Ratio; readonly over: Ratio } | undefined {
  const values = rows.map((row) => digits.stored(table, column.column, row));
  const sum = values.reduce((all, value) => all + value, 0);
  if (Number.isNaN(sum) || rows.some((row) => column.missing.has(row)) || !inOneUnit(column, rows, values)) return undefined;
  const size = values.reduce((all, value) => all + Math.abs(value), Math.abs(stated));
  if (Math.abs(sum - stated) <= CLOSE * size) return 'agrees';
  const exact: Ratio = { num: values.reduce((all, value) => all.plus(decimalOf(value)), new Big(0)), den: new Big(1) };
  const over = subtractRatio(ratioOf(stated), exact);
  const halves = rows.map((row, at) => digits.halfOf(table, column, table.rows[row]!, values[at]!, values[at], continuedAt(table, row)));
  return compareRatio({ num: over.num.abs(), den: over.den }, sumRatios([half, ...halves])) <= 0 ? 'agrees' : { exact, over };
}

/** Pieces of one table may be written in different units. */
function inOneUnit({ values }: ReadColumn, rows: readonly number[], stored: readonly number[]): boolean {
  const factors = rows.flatMap((row, at) => (stored[at] === 0 ? [] : [values[row]! / stored[at]!]));
  return factors.every((factor) => Math.abs(factor - factors[0]!) <= CLOSE * Math.abs(factor));
}
