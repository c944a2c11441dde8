import type { Ratio } from '../decimal';
import type { Limit } from '../pack/parts';
import { edges, type Edged } from './edge';
import { limitOf, type LimitSource, type ResolvedLimit } from './limit';
import { showLimits } from './show';

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
export function limitsByRow(source: LimitSource, edged: Edged, table: string | undefined, unit: string): (row: number) => RowLimits {
  const given = edges.flatMap((edge) => edged[edge] ?? []);
  const at = (row: number): RowLimits => {
    const known = new Map(given.map((limit) => [limit, limitOf(source, limit, table, row, unit)]));
    const all = given.map((limit) => known.get(limit)!);
    const found = all.flatMap((limit) => ('why' in limit ? [] : [limit]));
    const of = (limit: Limit): ResolvedLimit => known.get(limit)!;
    return {
      of,
      all,
      exact: found.map(({ exact }) => exact),
      cells: found.flatMap(({ cells }) => cells),
      shown: showLimits(source.units, edged, unit, of),
    };
  };
  if (given.some((limit) => typeof limit === 'object' && ('column' in limit || 'measure' in limit))) return at;
  const same = at(0);
  return () => same;
}
