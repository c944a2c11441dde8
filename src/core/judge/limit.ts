import Big from 'big.js';
import { compareFast, compareRatio, ratioOf, ratioToNumber, type Order, type Ratio } from '../decimal';
import { factorNumber, scaled, type Series } from '../measure/series';
import type { Figures } from '../measure/derive';
import { edges, type Edge } from '../pack/edges';
import type { Limit } from '../pack/parts';
import { declaredUnit, resolve, titleOf } from '../pack/references';
import type { Factor } from '../units/factor';
import { judgeWords as words } from '../words/judge';
import { showLimits } from './show';

/** A limit as a number in the rule's unit, or why there is none. */
export type ResolvedLimit =
  { readonly exact: Ratio; /** The nearest double. */ readonly near: number; readonly cells: readonly string[] } | { readonly why: string };

const resolvedAs = (exact: Ratio, cells: readonly string[]): ResolvedLimit => ({ exact, near: ratioToNumber(exact), cells });

export type Edged = { readonly [edge in Edge]?: Limit | undefined };

/**
 * The number behind a limit, in `unit`.
 * @param table table whose row is judged; undefined for the whole jurisdiction
 */
export function limitOf(figures: Figures, limit: Limit, table: string | undefined, row: number, unit?: string): ResolvedLimit {
  if (typeof limit === 'number') return resolvedAs(ratioOf(limit), []);
  if ('fraction' in limit) return resolvedAs({ num: new Big(limit.fraction[0]), den: new Big(limit.fraction[1]) }, []);
  if ('parameter' in limit) {
    const declared = figures.pack.parameters[limit.parameter];
    const set = figures.settings.parameters.get(limit.parameter);
    if (typeof set?.value !== 'number') return { why: words.parameterUnset(declared?.title ?? limit.parameter) };
    const exact = inUnit(figures, ratioOf(set.value), declared?.unit, unit);
    return exact ? resolvedAs(exact, set.cell === undefined ? [] : [set.cell]) : { why: words.unitOf(declared?.title ?? limit.parameter) };
  }
  const reference = 'column' in limit ? limit.column : limit.measure;
  const series = figures.series(reference);
  const target = resolve(figures.pack, reference);
  const at =
    series.frame === 'single' || table === undefined
      ? 0
      : target?.kind === 'column' && target.table !== table
        ? (figures.zoneRow(table, row) ?? -1)
        : row;
  const value = series.exact(at);
  if (!value) return { why: series.absent ?? series.missing(at) };
  const exact = inUnit(figures, value, series.unit ?? declaredUnit(figures.pack, reference), unit);
  return exact ? resolvedAs(exact, series.cells(at)) : { why: words.unitOf(titleOf(figures.pack, reference)) };
}

/** All limits of a rule for one row: each worked out once, and how they read together. */
export interface RowLimits {
  readonly of: (limit: Limit) => ResolvedLimit;
  readonly all: readonly ResolvedLimit[];
  /** The numbers of those that there are. */
  readonly exact: readonly Ratio[];
  readonly cells: readonly string[];
  /** "不低于 4000万元/公顷" */
  readonly shown: string;
}

/** @returns the limits for any row; limits that no row changes are worked out only once */
export function limitsByRow(figures: Figures, edged: Edged, table: string | undefined, unit: string): (row: number) => RowLimits {
  const given = edges.flatMap((edge) => edged[edge] ?? []);
  const at = (row: number): RowLimits => {
    const known = new Map(given.map((limit) => [limit, limitOf(figures, limit, table, row, unit)]));
    const all = given.map((limit) => known.get(limit)!);
    const found = all.flatMap((limit) => ('why' in limit ? [] : [limit]));
    const of = (limit: Limit): ResolvedLimit => known.get(limit)!;
    return {
      of,
      all,
      exact: found.map(({ exact }) => exact),
      cells: found.flatMap(({ cells }) => cells),
      shown: showLimits(figures.units, edged, unit, of),
    };
  };
  if (given.some((limit) => typeof limit === 'object' && ('column' in limit || 'measure' in limit))) return at;
  const same = at(0);
  return () => same;
}

function inUnit(figures: Figures, value: Ratio, from: string | undefined, to: string | undefined): Ratio | undefined {
  if (from === undefined || to === undefined || from === to) return value;
  const factor = figures.units.factor(from, to);
  return factor && scaled(value, factor);
}

const holds: Readonly<Record<Edge, (order: Order) => boolean>> = {
  over: (order) => order > 0,
  at_least: (order) => order >= 0,
  under: (order) => order < 0,
  at_most: (order) => order <= 0,
  equals: (order) => order === 0,
};

/**
 * Whether a value keeps within all edges of a rule, compared exactly; undefined where the value or a limit is missing.
 * @param factor turns the series' unit into the limit's
 */
export function judgeEdges(
  edged: Edged,
  series: Series,
  row: number,
  limits: (limit: Limit) => ResolvedLimit,
  factor?: Factor,
): boolean | undefined {
  const approximate = (series.values[row] ?? NaN) * (factor ? factorNumber(factor) : 1);
  if (Number.isNaN(approximate)) return undefined;
  for (const edge of edges) {
    const limit = edged[edge];
    if (limit === undefined) continue;
    const resolved = limits(limit);
    if ('why' in resolved) return undefined;
    const order = compareFast(approximate, resolved.near, () => {
      const exact = series.exact(row);
      const value = factor ? scaled(exact, factor) : exact;
      return value ? compareRatio(value, resolved.exact) : 0;
    });
    if (!holds[edge](order)) return false;
  }
  return true;
}
