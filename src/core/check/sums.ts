import Big from 'big.js';
import { compareRatio, decimalOf, ratioOf, subtractRatio, sumRatios, type Ratio } from '../decimal';
import { showRatio } from '../limit/show';
import { foldText } from '../table/fold';
import { cellOf } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

/** Far enough below any digit that is shown. */
const CLOSE = 1e-12;

/** The row 合计 against the sum of the rows, column by column, where every row has a figure that may be added. */
export function checkSums(scope: CheckScope): CheckOutcome[] {
  return [...scope.figures.tables.values()].flatMap((table) => {
    const total = sumRow(scope, table);
    if (total === undefined) return [];
    return [...table.columns.values()].flatMap((column): CheckOutcome[] => {
      const adds = column.spec.kind === 'number' && column.unit !== undefined && scope.figures.units.adds(column.unit);
      const stated = adds ? scope.digits.storedAt(table, column.column, total) : NaN;
      return Number.isNaN(stated) ? [] : [outcomeOf(scope, table, column, total, stated)];
    });
  });
}

/** The one row that adds up all others; none where several do, or where rows with figures were left out that it may count. */
function sumRow({ figures }: CheckScope, table: ReadTable): number | undefined {
  const names = new Set(figures.pack.words.sum_rows.map(foldText));
  const found = table.skipped.filter(({ name, why }) => why === 'total' && names.has(foldText(name)));
  const unsure = table.skipped.some(({ why }) => why === 'blank_key' || why === 'unlikely');
  // What a sum on one of several sheets adds up is not known.
  return found.length === 1 && !unsure && !table.continued && table.rows.length > 1 ? found[0]!.row : undefined;
}

function outcomeOf(scope: CheckScope, table: ReadTable, column: ReadColumn, total: number, stated: number): CheckOutcome {
  const outcome = new CheckOutcome({ severity: 'warning', code: 'sum-and-rows', say: words.toldRelation });
  const { digits } = scope;
  let sum = 0;
  let size = Math.abs(stated);
  for (const row of table.rows) {
    const value = digits.storedAt(table, column.column, row);
    sum += value;
    size += Math.abs(value);
  }
  // NaN: a row without a figure, or with a text in its place.
  if (column.missing.size > 0 || Number.isNaN(sum) || Math.abs(sum - stated) <= CLOSE * size) return outcome;
  const values = Array.from(table.rows, (row) => digits.storedAt(table, column.column, row));
  const exact: Ratio = { num: values.reduce((all, value) => all.plus(decimalOf(value)), new Big(0)), den: new Big(1) };
  const over = subtractRatio(ratioOf(stated), exact);
  const half = (row: number, value: number): Ratio => digits.halfOf(table, column, row, value);
  const tolerance = sumRatios([half(total, stated), ...values.map((value, at) => half(table.rows[at]!, value))]);
  if (compareRatio({ num: over.num.abs(), den: over.den }, tolerance) <= 0) return outcome;
  const cell = (row: number): string => `${table.sheet}!${cellOf(table, row, column.column)}`;
  const unit = column.statedUnit ?? '';
  outcome.add(() => ({
    kind: 'sum',
    zone: '',
    order: Infinity,
    title: words.sumTitle(column.header),
    cells: [cell(total), cell(table.rows[0]!), cell(table.rows.at(-1)!)],
    actual: `${showRatio(ratioOf(stated), [exact])}${unit}`,
    expected: `${showRatio(exact, [ratioOf(stated)])}${unit}`,
    difference: `${showRatio(over)}${unit}`,
    question: words.askSum(column.header, table.rows.length, table.spec.rowWord),
  }));
  return outcome;
}
