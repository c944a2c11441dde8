import { normalise, type AppliedMethod } from '../score/methods/index';
import type { Direction } from '../score/methods/method';

/** One indicator over the rows that belong to a population and, behind them, those whose membership is not known. */
export interface IndicatorColumn {
  readonly direction: Direction;
  readonly method: AppliedMethod;
  /** NaN where missing. */
  readonly values: Float64Array;
  /** How many rows belong for sure; the rest may or may not. */
  readonly members: number;
  /** Scores of the members as they are now, where someone has worked them out already. */
  readonly scored?: { readonly scores: Float64Array; readonly constant: boolean } | undefined;
  /** 1 for rows that the indicator is not for, whatever stands there; 2 where that is open; 0 for all others. */
  readonly inapplicable?: Uint8Array | undefined;
  /** Score of a missing figure where that is decided: no completion moves it then. */
  readonly missingAs?: number | undefined;
}

/**
 * What an indicator can score in the completions of a population: every missing figure filled in within the range of those that are there,
 * every row of unknown membership in or out.
 */
export interface ScoreBounds {
  /** Least and greatest score of each row; both NaN where the indicator takes part for nobody. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** False where figures are missing or membership is open: otherwise every row has one score. */
  readonly moves: boolean;
  /**
   * Least value of score(i) − score(j) over the completions, where it is more than `low[i] − high[j]` says: the completions that
   * are worst for i are not those that are best for j. Undefined where it is not.
   */
  readonly pair?: (i: number, j: number) => number;
  /** The same where missing figures may be anything, also outside of the present range; undefined where no bound is known. */
  readonly pairAnywhere?: (i: number, j: number) => number;
  /** The indicator tells no rows apart now, and a missing figure could change that: it takes part in some completions only. */
  readonly unsettled: boolean;
}

/** Scores of values as they are, and whether they part nobody. */
export function scoresOf(values: Float64Array, direction: Direction, method: AppliedMethod): NonNullable<IndicatorColumn['scored']> {
  const scores = new Float64Array(values.length);
  const { constant } = normalise(values, direction, method, scores);
  return { scores, constant };
}
