import type { PackIndicator } from '../pack/schema';
import type { MethodConfig } from '../score/methods/index';
import type { Direction } from '../score/methods/method';
import type { ScoreResult } from '../score/score';
import { firstN, lastN, type Ranking } from '../score/rank';
import type { ScoreBranch } from '../score/tree';
import type { Places } from '../certain/places';
import type { AdjustResult } from '../score/adjust';
import type { Coverage } from './coverage';
import type { RankedGrades } from './grade';
import type { EarlierYears } from './members';

/** An indicator as it takes part in a ranking. */
export interface IndicatorUse {
  readonly id: string;
  readonly title: string;
  readonly unit: string | undefined;
  readonly direction: Direction;
  readonly method: MethodConfig;
  /** Reference whose figures are scored. */
  readonly measure: string;
  readonly dimension: string;
  readonly basis: PackIndicator['basis'];
  /** Rows that it is for; all where left out. */
  readonly applies: PackIndicator['applies'];
  /** How a missing figure counts. */
  readonly gaps: NonNullable<PackIndicator['gaps']>['as'];
}

/** Weights of all nodes, for everyone or for the zones of one group. */
export interface WeightSet {
  /** undefined where the weights are for everyone. */
  readonly group: string | undefined;
  /** Share of every node among its siblings; 0 takes no part. */
  readonly siblings: ReadonlyMap<string, number>;
  /** Share of every node in the total; indicators and dimensions by id. */
  readonly shares: ReadonlyMap<string, number>;
}

/** One population, scored and ranked. Arrays are by place in the population, not by row of the main table. */
export interface RankedPopulation extends Ranking {
  readonly id: string;
  readonly title: string;
  /** The dimension or indicator that it is ranked by; undefined for the total. */
  readonly by?: string | undefined;
  /** Place in the population → row of the main table. */
  readonly rows: Int32Array;
  readonly indicators: readonly IndicatorUse[];
  /** Values by indicator, in the indicator's unit. */
  readonly values: ReadonlyMap<string, Float64Array>;
  /** Those of them that can be scored: without those whose method lacks a number that stands elsewhere. */
  readonly scorable: ReadonlyMap<string, Float64Array>;
  /** Indicator → 1 for the places that it is not for; indicators that are for everybody are left out. */
  readonly inapplicable: ReadonlyMap<string, Uint8Array>;
  readonly tree: ScoreBranch;
  /** Of 100 each, or marks where there are. */
  readonly scores: ScoreResult;
  /** Full mark of all, where scores are marks. */
  readonly marks?: number | undefined;
  readonly adjusted: AdjustResult;
  /** What is ranked: adjusted totals, or their mean with those of earlier years; NaN where missing. */
  readonly totals: Float64Array;
  /** By place, and behind them the doubtful rows: 1 for who is scored and takes no place, 2 where that is open; undefined where everybody takes one. */
  readonly unplaced: Uint8Array | undefined;
  /** Totals of earlier years, where their mean is ranked. */
  readonly years: EarlierYears | undefined;
  /** How many take a place at least, and at the most. */
  readonly taking: readonly [sure: number, most: number];
  /** Weights as used: one set for all, or one for each group of zones. */
  readonly weightSets: readonly WeightSet[];
  /** Place → its set of weights, -1 where the group of a zone is not known; undefined where one set is for all. */
  readonly weightSetOf: Int32Array | undefined;
  /** What of the document's contents is scored. */
  readonly coverage: Coverage;
  /** 1 where no indicator is missing that others have. */
  readonly complete: Uint8Array;
  /** Rows of the main table that may belong as well: a cell that decides it is blank. */
  readonly doubtful: Int32Array;
  /** Rows of the main table that were scored against these and are not ranked here. */
  readonly alongside: Int32Array;
  /** Over whom the scores were worked out, and over how many; undefined where there is but one ranking. */
  readonly scoredOver: { readonly scope: 'all' | 'ranking'; readonly count: number } | undefined;
  /**
   * Where each row can stand once everything missing is known, by place and behind them the doubtful rows; undefined where nothing that
   * counts is missing, so that every place is as it is.
   */
  readonly places: Places | undefined;
  /** Grades that the pack gives in this ranking. */
  readonly grades: readonly RankedGrades[];
  /** Which totals come first. */
  readonly direction: 'highest_first' | 'lowest_first';
  /** Decimals that totals are rounded to before they are ranked; undefined for unrounded. */
  readonly roundedTo: number | undefined;
}

/** Weights by which a place was scored; undefined where the group of the zone is not known. */
export const weightsAt = (
  { weightSets, weightSetOf }: Pick<RankedPopulation, 'weightSets' | 'weightSetOf'>,
  place: number,
): WeightSet | undefined => weightSets[weightSetOf?.[place] ?? 0];

/** Places in the population that belong to the first (last) N, ties at the edge included. */
export function inFirst(ranked: Ranking, n: number): ReadonlySet<number> {
  return new Set(firstN(ranked, n).rows);
}

export function inLast(ranked: Ranking, n: number): ReadonlySet<number> {
  return new Set(lastN(ranked, n).rows);
}

/** Whether a figure is missing here that others of the population have; an indicator that nobody has takes no part for anyone. */
export function lacksWhatOthersHave({ complete }: Pick<RankedPopulation, 'complete'>, place: number): boolean {
  return complete[place] === 0;
}

export type WhyUnranked = 'lacking' | 'vetoed' | 'alike' | 'unplaced' | 'years';

/** Why a zone has no place: it takes none by rule or veto, whatever else it lacks; it lacks figures, of this year or an earlier one; or its figures part nobody. */
export function whyUnranked(ranked: RankedPopulation, place: number): WhyUnranked {
  if (ranked.adjusted.unranked[place] === 1) return 'vetoed';
  if (ranked.unplaced?.[place] === 1) return 'unplaced';
  if (ranked.years && Number.isNaN(ranked.years.sum[place]!)) return 'years';
  return ranked.indicators.every(({ id }) => Number.isNaN(ranked.scorable.get(id)![place]!)) || lacksWhatOthersHave(ranked, place)
    ? 'lacking'
    : 'alike';
}

/** Best and worst place that a row can come to; undefined where it takes none. */
export function placesOf(ranked: RankedPopulation, place: number): readonly [best: number, worst: number] | undefined {
  if (ranked.places) return ranked.places.interval(place);
  const own = ranked.rank[place]!;
  return own === 0 ? undefined : [own, own];
}

/** Whether a row's total rests on all that the document asks for, on part of the document's contents, or lacks figures of its own. */
export function completenessOf(ranked: RankedPopulation, place: number): 'complete' | 'partial' | 'gaps' {
  if (lacksWhatOthersHave(ranked, place)) return 'gaps';
  return ranked.complete[place] === 1 && ranked.coverage.complete ? 'complete' : 'partial';
}
