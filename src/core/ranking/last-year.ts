import type { Figures } from '../measure/figures';
import type { RankSource } from '../measure/imported-ranks';
import type { Pack } from '../pack/schema';
import type { DataYear } from '../period/data-year';
import { earlierList, mixesPopulations } from './earlier-list';
import { placesOf, type RankedPopulation } from './population';

/** Places of the year or period before, in the population of a ranking. */
export interface LastYear {
  readonly table: string;
  /** By place in the population; NaN where the list states none that can be used. */
  readonly ranks: Float64Array;
  /** Places gained (lost: negative); new: the list names everybody, and not this one; undefined where this year's or last year's place is not settled. */
  moved(place: number): number | 'new' | undefined;
}

/** Last year's list of a ranking as the pack's rules declare it: who moved, or who stands on a list for years. A rule that does not hold declares nothing. */
function lastList({ rules }: Pack, ranking: string, unchosen: ReadonlySet<string>): RankSource | undefined {
  const sources = Object.entries(rules).flatMap(([key, rule]): (RankSource & { readonly order: number })[] => {
    if (unchosen.has(key)) return [];
    if (rule.kind === 'movement' && rule.ranking === ranking) return [{ ...rule.earlier, order: 0 }];
    const [last] = rule.kind === 'position' && rule.ranking === ranking && !rule.imported ? (rule.in?.earlier ?? []) : [];
    return last?.rank === undefined ? [] : [{ ...last, order: 1 }];
  });
  return sources.sort((a, b) => a.order - b.order)[0];
}

/** undefined where no usable list is there: none is declared or read, its year does not fit, or its ranks run through other populations too. */
export function lastYearOf(
  figures: Figures,
  { oddLists }: Pick<DataYear, 'oddLists'>,
  { unchosen }: { readonly unchosen: ReadonlySet<string> },
  ranked: RankedPopulation,
): LastYear | undefined {
  const { pack } = figures;
  const source = lastList(pack, ranked.id, unchosen);
  const table = source && figures.tables.get(source.table);
  if (!table || oddLists.has(source.table)) return undefined;
  const list = earlierList(figures, ranked.id, source, table);
  if (mixesPopulations(list)) return undefined;
  const main = { table: pack.main_table };
  const rowOf = (place: number): number | undefined => figures.rowByKey(source.table, figures.subject(main, ranked.rows[place]!));
  const ranks = Float64Array.from(ranked.rows, (_, place) => {
    const row = rowOf(place);
    return row !== undefined && list.belongs[row] === 'in' ? list.ranks.rank[row]! : NaN;
  });
  if (ranks.every(Number.isNaN)) return undefined;
  const isWhole = isComplete(list.ranks.rank, list.ranks.total, list.belongs);
  return {
    table: source.table,
    ranks,
    moved(place) {
      const interval = placesOf(ranked, place);
      if (ranked.rank[place] === 0 || interval?.[0] !== interval?.[1]) return undefined;
      if (!Number.isNaN(ranks[place])) return ranks[place]! - ranked.rank[place]!;
      return isWhole && rowOf(place) === undefined ? 'new' : undefined;
    },
  };
}

/** Whether a list names as many as took part: of who is not on it, it says then that they were not there. */
function isComplete(ranks: readonly number[], totals: readonly number[], belongs: readonly string[]): boolean {
  const rows = ranks.flatMap((rank, row) => (belongs[row] !== 'out' && !Number.isNaN(rank) ? [row] : []));
  return rows.every((row) => Math.max(ranks[row]!, totals[row] || 0) <= rows.length);
}
