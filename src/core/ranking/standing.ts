import type { TotalBounds } from '../certain/total-bounds';
import type { Figures } from '../measure/figures';
import type { PackRanking } from '../pack/schema';
import type { Problem } from '../problem';
import { rankingWords as words } from '../words/ranking';
import type { EarlierYears, Members } from './members';

/** What parts a ranking from the scoring that it takes its totals from. */
export interface Standing {
  /** 1 for who is scored and takes no place, 2 where a blank cell leaves that open; undefined where everybody takes one. */
  readonly unplaced: Uint8Array | undefined;
  readonly years: EarlierYears | undefined;
}

type Declared = Pick<PackRanking, 'title' | 'unplaced' | 'mean_with'>;

/** Between names of a list that a person writes into one cell. */
const BETWEEN = /[、，,；;\s]+/u;

/** Names that the user's parameter lists, and the rows that bear them. */
function namedRows(figures: Figures, parameter: string): { readonly rows: ReadonlySet<number>; readonly strangers: readonly string[] } {
  const names = String(figures.settings.parameters.get(parameter)?.value ?? '')
    .split(BETWEEN)
    .filter((name) => name !== '');
  const found = names.map((name) => figures.rowByKey(figures.pack.main_table, name));
  return {
    rows: new Set(found.filter((row) => row !== undefined)),
    strangers: names.filter((_, at) => found[at] === undefined),
  };
}

const isNamed = (given: NonNullable<Declared['unplaced']>): given is { parameter: string } => typeof given['parameter'] === 'string';

function unplacedIn(figures: Figures, { unplaced }: Declared, all: Int32Array): Uint8Array | undefined {
  if (!unplaced) return undefined;
  if (isNamed(unplaced)) {
    const { rows } = namedRows(figures, unplaced.parameter);
    return Uint8Array.from(all, (row) => (rows.has(row) ? 1 : 0));
  }
  const state = { in: 1, out: 0, open: 2 } as const;
  return Uint8Array.from(all, (row) => state[figures.membership(unplaced, figures.pack.main_table, row)]);
}

function yearsIn(figures: Figures, { mean_with: wanted }: Declared, all: Int32Array): EarlierYears | undefined {
  if (!wanted) return undefined;
  const main = { table: figures.pack.main_table };
  const sources = wanted.map(({ table, column }) => ({
    table,
    column,
    values: Float64Array.from(all, (row) => {
      const at = figures.rowByKey(table, figures.subject(main, row));
      return at === undefined ? NaN : (figures.column(table, column)?.values[at] ?? NaN);
    }),
  }));
  return { sources, sum: Float64Array.from(all, (_, place) => sources.reduce((sum, { values }) => sum + values[place]!, 0)) };
}

export function standingOf(figures: Figures, declared: Declared, { rows, doubtful }: Members): Standing {
  const all = Int32Array.from([...rows, ...doubtful]);
  return { unplaced: unplacedIn(figures, declared, all), years: yearsIn(figures, declared, all) };
}

/** Names without a place that no row bears: whoever is meant would be given one. */
export function unknownUnplaced(figures: Figures, { title, unplaced }: Declared): Problem[] {
  if (!unplaced || !isNamed(unplaced)) return [];
  const { strangers } = namedRows(figures, unplaced.parameter);
  if (strangers.length === 0) return [];
  const [sheet, cell] = figures.settings.parameters.get(unplaced.parameter)?.cell?.split('!') ?? [];
  return [
    {
      severity: 'error',
      code: 'unplaced-unknown',
      ...(sheet !== undefined && cell !== undefined && { sheet, cell }),
      ...words.unplacedUnknown(title, strangers),
    },
  ];
}

/** Mean of a total and of those of the earlier years. */
export const meanOf = ({ sources, sum }: EarlierYears, totals: Float64Array): Float64Array =>
  totals.map((total, place) => (total + sum[place]!) / (sources.length + 1));

/** Whether who takes a place, or with which total, hangs on what is missing beside the scoring. */
export const isStandingOpen = ({ unplaced, years }: Standing): boolean =>
  unplaced?.includes(2) === true || years?.sum.some((sum) => sum !== sum) === true;

/** Bounds of the totals that are ranked: the mean rises with this year's total; where an earlier one is missing it may be anything. */
export function boundsOfStanding(bounds: TotalBounds, { unplaced, years }: Standing): TotalBounds {
  const unranked = unplaced
    ? bounds.unranked.map((veto, at) => (veto === 1 || unplaced[at] === 1 ? 1 : Math.max(veto, unplaced[at]!)))
    : bounds.unranked;
  if (!years) return { ...bounds, unranked };
  const { sum, sources } = years;
  const count = sources.length + 1;
  const mean = (ends: Float64Array, unknown: number): Float64Array =>
    ends.map((end, at) => (end !== end || sum[at] === sum[at] ? (end + sum[at]!) / count : unknown));
  const between = (of: (i: number, j: number) => number) => (i: number, j: number) => {
    const apart = sum[i]! - sum[j]!;
    return apart === apart ? (of(i, j) + apart) / count : -Infinity;
  };
  const { pair, pairAnywhere } = bounds;
  return {
    ...bounds,
    unranked,
    low: mean(bounds.low, -Infinity),
    high: mean(bounds.high, Infinity),
    ...(pair && { pair: between(pair) }),
    ...(pairAnywhere && { pairAnywhere: between(pairAnywhere) }),
  };
}
