/** A number by row that may not be known: what it is at the least and at the most, the same where it is known. */
export interface RowSpan {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** What changes scores row by row, before and while they are put together. */
export interface RowRules {
  /** Branch → the number that its score is multiplied by, never negative. */
  readonly coefficients: ReadonlyMap<string, RowSpan>;
  /** Indicator → the most that it can score; `now` is what it is as long as what it rests on is missing. */
  readonly ceilings: ReadonlyMap<string, RowSpan & { readonly now: Float64Array }>;
}

/** Least and greatest product with a factor that is never negative. */
export const timesLeast = (score: number, least: number, most: number): number => (score === 0 ? 0 : score * (score < 0 ? most : least));
export const timesMost = (score: number, least: number, most: number): number => (score === 0 ? 0 : score * (score < 0 ? least : most));

/** Scores held below the ends of a ceiling; where there is none, the scores themselves. */
export function heldBelow(scores: Float64Array, ceiling: Float64Array | undefined): Float64Array {
  return ceiling ? scores.map((score, row) => Math.min(score, ceiling[row]!)) : scores;
}

/** The scores of a branch with its coefficient, its cap and its full mark; missing where a coefficient is not known, unless an end is asked for. */
export function withFactor(
  scores: Float64Array,
  factor: RowSpan | undefined,
  { cap, full = 100 }: { readonly cap?: number | undefined; readonly full?: number | undefined },
  end?: 'least' | 'most',
): Float64Array {
  if (!factor && cap === undefined && full === 100) return scores;
  const times = end === 'most' ? timesMost : timesLeast;
  return scores.map((score, row) => {
    const [least, most] = [factor?.least[row] ?? 1, factor?.most[row] ?? 1];
    return end === undefined && least !== most ? NaN : (Math.min(cap ?? Infinity, times(score, least, most)) * full) / 100;
  });
}
