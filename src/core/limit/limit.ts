import Big from 'big.js';
import { compareFast, compareRatio, ratioOf, ratioToNumber, type Order, type Ratio } from '../decimal';
import { mapBounds, type Bounds } from '../measure/bounds';
import type { Series } from '../measure/series';
import { own } from '../own';
import { declaredUnit, titleOf } from '../pack/references';
import type { Limit } from '../pack/parts';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import { factorNumber, scaled, type Factor } from '../units/factor';
import type { Units } from '../units/units';
import { judgeWords as words } from '../words/judge';
import { edges, orderHolds, ordersHold, type Edged } from './edge';

/** Where the number behind a limit may stand: in the pack, in the user's settings, in another figure. */
export interface LimitSource {
  readonly pack: Pack;
  readonly units: Units;
  readonly settings: UserSettings;
  series(reference: string): Series;
  /** Text of a list column for a row of `table`. */
  textAt(table: string, row: number, reference: string): { readonly text: string } | undefined;
  /** Row of a table whose name is that of a row of another table. */
  sameName(table: string, of: string, row: number): number | undefined;
  /** The main table's row that a row of another table belongs to. */
  zoneRow(table: string, row: number): number | undefined;
}

/** A limit as a number in the rule's unit, or why there is none. */
export type ResolvedLimit =
  | { readonly exact: Ratio; /** The nearest double. */ readonly near: number; readonly cells: readonly string[] }
  | { readonly why: string; /** Cells without which it is missing, where they are known. */ readonly gaps?: readonly string[] };

const resolvedAs = (exact: Ratio, cells: readonly string[]): ResolvedLimit => ({ exact, near: ratioToNumber(exact), cells });

/**
 * The number behind a limit, in `unit`.
 * @param table table whose row is judged; undefined for the whole jurisdiction
 */
export function limitOf(source: LimitSource, limit: Limit, table: string | undefined, row: number, unit?: string): ResolvedLimit {
  if (typeof limit === 'number') return resolvedAs(ratioOf(limit), []);
  if ('fraction' in limit) return resolvedAs({ num: new Big(limit.fraction[0]), den: new Big(limit.fraction[1]) }, []);
  if ('parameter' in limit) {
    const declared = source.pack.parameters[limit.parameter];
    const set = source.settings.parameters.get(limit.parameter);
    if (typeof set?.value !== 'number') return { why: words.parameterUnset(declared?.title ?? limit.parameter) };
    const exact = inUnit(source, ratioOf(set.value), declared?.unit, unit);
    return exact ? resolvedAs(exact, set.cell === undefined ? [] : [set.cell]) : { why: words.unitOf(declared?.title ?? limit.parameter) };
  }
  if ('values' in limit) {
    const value = own(limit.values, source.textAt(table ?? source.pack.main_table, row, limit.column)?.text ?? '');
    return value === undefined ? { why: words.noValueFor(titleOf(source.pack, limit.column)) } : resolvedAs(ratioOf(value), []);
  }
  const reference = 'column' in limit ? limit.column : limit.measure;
  const series = source.series(reference);
  const at = rowOfLimit(source, series, table, row);
  const value = at === undefined ? undefined : series.exact(at);
  if (!value && at !== undefined && series.absent === undefined) return { why: series.missing(at), gaps: series.gaps(at) };
  if (!value) return { why: series.absent ?? words.noValueFor(series.title) };
  const exact = inUnit(source, value, series.unit ?? declaredUnit(source.pack, reference), unit);
  return exact ? resolvedAs(exact, series.cells(at!)) : { why: words.unitOf(titleOf(source.pack, reference)) };
}

/** Row of the figure behind a limit: its only one, the row itself, its zone, or the row of another table that bears its name. */
export function rowOfLimit(
  source: Pick<LimitSource, 'pack' | 'zoneRow' | 'sameName'>,
  { frame }: Series,
  table: string | undefined,
  row: number,
): number | undefined {
  if (frame === 'single' || table === undefined) return 0;
  if (frame.table === table) return row;
  return frame.table === source.pack.main_table ? source.zoneRow(table, row) : source.sameName(frame.table, table, row);
}

function inUnit(source: LimitSource, value: Ratio, from: string | undefined, to: string | undefined): Ratio | undefined {
  if (from === undefined || to === undefined || from === to) return value;
  const factor = source.units.factor(from, to);
  return factor && scaled(value, factor);
}

/** Whether all edges hold, `orderTo` giving the order of the value to a limit; undefined where a limit is missing. */
function allHold(
  edged: Edged,
  limits: (limit: Limit) => ResolvedLimit,
  orderTo: (limit: { readonly exact: Ratio; readonly near: number }) => Order,
): boolean | undefined {
  for (const edge of edges) {
    const limit = edged[edge];
    if (limit === undefined) continue;
    const resolved = limits(limit);
    if ('why' in resolved) return undefined;
    if (!orderHolds(edge, orderTo(resolved))) return false;
  }
  return true;
}

/** Whether an exact value keeps within all edges; undefined where a limit is missing. */
export function ratioKeeps(edged: Edged, value: Ratio, limits: (limit: Limit) => ResolvedLimit): boolean | undefined {
  return allHold(edged, limits, ({ exact }) => compareRatio(value, exact));
}

/**
 * Whether a row of a series keeps within all edges, compared exactly; undefined where the value or a limit is missing.
 * @param factor turns the series' unit into the limit's
 */
export function rowKeeps(
  edged: Edged,
  series: Series,
  row: number,
  limits: (limit: Limit) => ResolvedLimit,
  factor?: Factor,
): boolean | undefined {
  const approximate = (series.values[row] ?? NaN) * (factor ? factorNumber(factor) : 1);
  if (Number.isNaN(approximate)) return undefined;
  return allHold(edged, limits, (limit) =>
    compareFast(approximate, limit.near, () => {
      const exact = series.exact(row);
      const value = factor ? scaled(exact, factor) : exact;
      return value ? compareRatio(value, limit.exact) : 0;
    }),
  );
}

/** Whether every value between the bounds keeps within all edges (true) or none does (false); undefined where that is open. */
export function boundsKeep(edged: Edged, { low, high }: Bounds, limits: (limit: Limit) => ResolvedLimit): boolean | undefined {
  let all: boolean | undefined = true;
  for (const edge of edges) {
    const limit = edged[edge];
    if (limit === undefined) continue;
    const resolved = limits(limit);
    if ('why' in resolved) {
      all = undefined;
      continue;
    }
    const holds = ordersHold(edge, low ? compareRatio(low, resolved.exact) : -1, high ? compareRatio(high, resolved.exact) : 1);
    if (holds === false) return false;
    if (holds === undefined) all = undefined;
  }
  return all;
}

/** {@link rowKeeps} in the completions of a missing value: true where in all, false where in none, undefined where that is open. */
export function rowMayKeep(
  edged: Edged,
  series: Series,
  row: number,
  limits: (limit: Limit) => ResolvedLimit,
  factor?: Factor,
): boolean | undefined {
  const bounds = series.bounds(row);
  return boundsKeep(edged, factor ? mapBounds(bounds, (value) => scaled(value, factor)) : bounds, limits);
}
