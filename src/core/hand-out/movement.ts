import type { Pack } from '../pack/schema';
import { earlierList, mixesPopulations, populationOf } from '../ranking/earlier-list';
import type { ReportContext } from '../report/report-context';
import type { Block, Placed } from './block';

/** The list of the year before of a ranking, as the pack's rules name one: those over movements, or else over several years. */
function earlierOf({ rules }: Pack, ranking: string): { readonly table: string; readonly rank: string } | undefined {
  const of = Object.values(rules);
  for (const rule of of) if (rule.kind === 'movement' && rule.ranking === ranking) return rule.earlier;
  for (const rule of of) {
    const nearest = rule.kind === 'position' && rule.ranking === ranking ? rule.in?.earlier[0] : undefined;
    if (nearest?.rank !== undefined) return { ...nearest, rank: nearest.rank };
  }
  return undefined;
}

/** Places gained (lost, where negative) against the year before; undefined where the earlier place is not stated, in doubt, or among others. */
export type MovedBy = (placed: Placed) => number | undefined;

export function movementsIn({ pack, figures, dataYear }: ReportContext, { ranked }: Block): MovedBy {
  const earlier = earlierOf(pack, ranked.id);
  const table = earlier && figures.tables.get(earlier.table);
  if (!table || dataYear.oddLists.has(earlier.table)) return () => undefined;
  const list = earlierList(figures, populationOf(pack, ranked.id), earlier, table);
  if (mixesPopulations(list)) return () => undefined;
  const { ranks, belongs } = list;
  return ({ subject, rank }) => {
    const row = figures.rowByKey(earlier.table, subject);
    const isSure = row !== undefined && belongs[row] === 'in' && !ranks.doubts.has(row);
    const before = isSure ? (ranks.rank[row] ?? NaN) : NaN;
    return Number.isNaN(before) ? undefined : before - rank;
  };
}
