import { importedRanks, type ImportedRanks, type RankSource } from '../measure/imported-ranks';
import type { Figures } from '../measure/figures';
import { columnsOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import { foldText } from '../table/fold';
import type { ReadTable } from '../table/spec';

export type Belonging = 'in' | 'out' | 'open';

/** A list of an earlier year, and which of its rows belong to a population. */
export interface EarlierList {
  readonly ranks: ImportedRanks;
  readonly belongs: readonly Belonging[];
}

/** Values that columns of the main table must have; all rows where it names none. */
export type Population = Readonly<Record<string, string[]>>;

export const populationOf = ({ rankings }: Pack, ranking: string | undefined): Population =>
  (ranking === undefined ? undefined : rankings[ranking]?.population) ?? {};

/** Whether rows of an earlier year belong to a population: by that sheet's own column, else by this year's list of zones. */
function membersOf(figures: Figures, population: Population, table: ReadTable): Belonging[] {
  const { pack } = figures;
  return Array.from(table.rows, (_, row) => {
    const answers = Object.entries(population).map(([column, wanted]): Belonging => {
      const own = columnsOf(pack, table.spec.id)[column] ? table.columns.get(column)?.texts[row] : undefined;
      if (own !== undefined && own !== '') return wanted.some((value) => foldText(value) === foldText(own)) ? 'in' : 'out';
      const now = figures.rowByKey(pack.main_table, table.keys[row] ?? '');
      // Who has left since stood on the list of its own kind.
      return now === undefined ? 'in' : figures.membership({ [column]: wanted }, pack.main_table, now);
    });
    return answers.includes('out') ? 'out' : answers.includes('open') ? 'open' : 'in';
  });
}

/** The place that a row states and that counts; NaN where it states none, belongs elsewhere, or is in doubt. */
export function placeBefore({ ranks, belongs }: EarlierList, row: number | undefined): number {
  return row !== undefined && belongs[row] === 'in' && !ranks.doubts.has(row) ? (ranks.rank[row] ?? NaN) : NaN;
}

export function earlierList(figures: Figures, population: Population, source: RankSource, table: ReadTable): EarlierList {
  const belongs = membersOf(figures, population, table);
  return { belongs, ranks: importedRanks(source, table, (row) => (belongs[row] === 'out' ? 'out' : 'in')) };
}

/**
 * Whether ranks run through several populations: some row is of another one, and no rank comes up on both sides, as it would where each population
 * has ranks of its own.
 */
export function mixesPopulations({ ranks, belongs }: EarlierList): boolean {
  const ranksOf = (wanted: Belonging): number[] => ranks.rank.filter((rank, row) => belongs[row] === wanted && !Number.isNaN(rank));
  const others = new Set(ranksOf('out'));
  return others.size > 0 && !ranksOf('in').some((rank) => others.has(rank));
}
