import type Big from 'big.js';
import { decimalOf, ratio, ratioOf, roundHalfUp, subtractRatio } from '../decimal';
import { showFigure, showRatio } from '../limit/show';
import { resolve } from '../pack/references';
import { placeOfCell } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';

/** Ratios to last year that smell of a wrong unit; within this share of a power of ten. */
const SUSPECT = [10, 100, 1000, 10_000] as const;
const NEAR = 0.25;

interface Pair {
  readonly id: string;
  readonly now: ReadTable;
  readonly before: ReadTable;
  readonly column: ReadColumn;
  readonly earlier: ReadColumn;
  /** Row of last year's table by row of this year's, -1 where it has none. */
  readonly rowsBefore: Int32Array;
  /** Per cent of change above which a reason is asked; undefined where the pack asks for none. */
  readonly most: Big | undefined;
}

/** This year's figures against last year's of the same name: slips of the unit, and changes that ask for a reason. */
export function checkChanges(scope: CheckScope): CheckOutcome[] {
  return pairs(scope).flatMap((pair) => outcomesOf(scope, pair));
}

/** Every figure of the main table that stands in last year's as well, and what the pack names of other tables. */
function pairs(scope: CheckScope): Pair[] {
  const { pack, tables } = scope.figures;
  const limits = limitsOf(scope);
  return [...tables].flatMap(([id, now]) => {
    const before = scope.figures.table(id, 'previous');
    if (!before || before === now) return [];
    const rowsBefore = Int32Array.from(now.keys, (key) => scope.figures.rowByKey(id, key, 'previous') ?? -1);
    return [...now.columns].flatMap(([key, column]): Pair[] => {
      const earlier = before.columns.get(key);
      const most = limits.get(`${id}.${key}`);
      if (!earlier || column.spec.kind !== 'number' || (most === undefined && id !== pack.main_table)) return [];
      return column.unit === earlier.unit ? [{ id, now, before, column, earlier, rowsBefore, most }] : [];
    });
  });
}

/** "table.column" → per cent. */
function limitsOf({ figures }: CheckScope): ReadonlyMap<string, Big> {
  const { pack, settings } = figures;
  const limits = new Map<string, Big>();
  for (const check of Object.values(pack.checks)) {
    if (check.kind !== 'change') continue;
    const most = typeof check.more_than === 'number' ? check.more_than : settings.parameters.get(check.more_than.parameter)?.value;
    if (typeof most !== 'number') continue;
    for (const reference of check.of) {
      const target = resolve(pack, reference);
      if (target?.kind === 'column') limits.set(`${target.table}.${target.column}`, decimalOf(most));
    }
  }
  return limits;
}

function outcomesOf(scope: CheckScope, pair: Pair): CheckOutcome[] {
  const { now, column, earlier, rowsBefore, most } = pair;
  const slips = new CheckOutcome({ severity: 'warning', code: 'unit-jump', say: words.toldSlip });
  const changes = new CheckOutcome({ severity: 'info', code: 'change-unexplained', say: words.toldChange });
  const limit = most === undefined ? NaN : Number(most.toString());
  for (let row = 0; row < now.rows.length; row++) {
    const value = column.values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const then = rowsBefore[row] ?? -1;
    const old = earlier.values[then] ?? NaN;
    if (Number.isNaN(old) || old === 0) continue;
    const times = slip(value / old);
    if (times !== undefined) slips.add(() => findingOf(scope, pair, row, then, 'unit_slip', times));
    else if (most !== undefined && exceeds(value, old, limit, most)) changes.add(() => findingOf(scope, pair, row, then, 'change', NaN));
  }
  return most === undefined ? [slips] : [slips, changes];
}

function findingOf(scope: CheckScope, pair: Pair, row: number, then: number, kind: 'unit_slip' | 'change', times: number) {
  const { now, before, column, earlier, id } = pair;
  const { units } = scope.figures;
  const { zone, order, item } = scope.owner(id, row);
  const [value, old] = [column.values[row]!, earlier.values[then]!];
  const title = column.header;
  const exact = ratioOf(value);
  const rise = subtractRatio(exact, ratioOf(old));
  const percent = ratio(rise.num.times(100), decimalOf(Math.abs(old)))!;
  const shownTimes = kind === 'change' ? '' : String(roundHalfUp(times, 1));
  return {
    kind,
    zone,
    order,
    title: words.of(kind === 'change' ? words.changeTitle(title) : words.slipTitle(title), item),
    cells: [placeOfCell(now, column, row), placeOfCell(before, earlier, then)],
    actual: showFigure(units, exact, column.unit, [ratioOf(old)]),
    expected: words.lastYear(showFigure(units, ratioOf(old), earlier.unit, [exact])),
    difference: kind === 'change' ? words.percentChange(showRatio(percent), value > old) : words.times(shownTimes),
    question: kind === 'change' ? words.askChange(title, pair.most?.toFixed() ?? '') : words.askSlip(title, shownTimes),
  };
}

/** How many times one is the other, where that is about a power of ten. */
function slip(quotient: number): number | undefined {
  if (!(quotient > 0) || !Number.isFinite(quotient)) return undefined;
  const times = quotient >= 1 ? quotient : 1 / quotient;
  return SUSPECT.some((power) => Math.abs(times / power - 1) <= NEAR) ? times : undefined;
}

/** Whether the change is more than so many per cent of last year's; exactly so many is not. */
function exceeds(value: number, old: number, limit: number, most: Big): boolean {
  const percent = (Math.abs(value - old) / Math.abs(old)) * 100;
  if (Math.abs(percent - limit) > 1e-6 * Math.max(1, limit)) return percent > limit;
  const [now, then] = [decimalOf(value), decimalOf(old)];
  return now.minus(then).abs().times(100).gt(then.abs().times(most));
}
