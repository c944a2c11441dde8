import type { Judgement } from '../judge/judge';
import type { Figures } from '../measure/figures';
import type { RankSource } from '../measure/imported-ranks';
import type { Pack } from '../pack/schema';
import type { DataYear } from '../period/data-year';
import { earlierList, mixesPopulations, placeBefore, populationOf, type EarlierList } from './earlier-list';
import { placesOf, type RankedPopulation } from './population';

/** Places of the year or period before, in the population of a ranking. */
export interface LastYear {
  readonly table: string;
  /** By place in the population; NaN where the list states none that can be used. */
  readonly ranks: Float64Array;
  /**
   * Places gained (lost: negative); new: the list says how many took part, names them all, and not this one; undefined where this year's or last
   * year's place is not settled.
   */
  moved(place: number): number | 'new' | undefined;
}

interface LastYearInput {
  readonly figures: Figures;
  readonly dataYear: Pick<DataYear, 'oddLists'>;
  readonly judgement: Pick<Judgement, 'unchosen'>;
}

/** undefined where no usable list is there: none is declared or read, its year does not fit, or its ranks run through other populations too. */
export function lastYearOf({ figures, dataYear, judgement }: LastYearInput, ranked: RankedPopulation): LastYear | undefined {
  const { pack } = figures;
  const source = lastList(pack, ranked.id, judgement.unchosen);
  const table = source && figures.tables.get(source.table);
  if (!table || dataYear.oddLists.has(source.table)) return undefined;
  const list = earlierList(figures, populationOf(pack, ranked.id), source, table);
  if (mixesPopulations(list)) return undefined;
  const main = { table: pack.main_table };
  const rowOf = (place: number): number | undefined => figures.rowByKey(source.table, figures.subject(main, ranked.rows[place]!));
  const ranks = Float64Array.from(ranked.rows, (_, place) => placeBefore(list, rowOf(place)));
  if (ranks.every(Number.isNaN)) return undefined;
  const namesAll = isComplete(list);
  return {
    table: source.table,
    ranks,
    moved(place) {
      const interval = placesOf(ranked, place);
      if (ranked.rank[place] === 0 || interval?.[0] !== interval?.[1]) return undefined;
      if (!Number.isNaN(ranks[place])) return ranks[place]! - ranked.rank[place]!;
      return namesAll && rowOf(place) === undefined ? 'new' : undefined;
    },
  };
}

/** Last year's list of a ranking as the pack's rules declare it: who moved, or who stands on a list for years. A rule that does not hold declares nothing. */
function lastList({ rules }: Pack, ranking: string, unchosen: ReadonlySet<string>): RankSource | undefined {
  const sources = Object.entries(rules).flatMap(([key, rule]): (RankSource & { readonly order: number })[] => {
    if (unchosen.has(key)) return [];
    if (rule.kind === 'movement' && rule.ranking === ranking) return [{ ...rule.earlier, order: 0 }];
    const [last] = rule.kind === 'position' && rule.ranking === ranking && !rule.imported ? (rule.in?.earlier ?? []) : [];
    return last?.rank === undefined ? [] : [{ ...last, order: 1 }];
  });
  const [first] = [...sources].sort((a, b) => a.order - b.order);
  // One rule may say where the number of participants stands, and another not.
  const total = sources.find((one) => one.table === first?.table && one.rank === first.rank && one.total !== undefined)?.total;
  return first && { ...first, total };
}

/** Whether a list says how many took part and names as many: of who is not on it, it says then that they were not there. One of the first ten does not. */
function isComplete({ ranks: { rank, total }, belongs }: EarlierList): boolean {
  const rows = rank.flatMap((one, row) => (belongs[row] !== 'out' && !Number.isNaN(one) ? [row] : []));
  return rows.every((row) => total[row]! <= rows.length && rank[row]! <= rows.length);
}
