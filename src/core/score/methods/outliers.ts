import { z } from 'zod';
import { configWords } from '../../words/score-config';
import { literal } from '../formula-text';
import type { FormulaTerms } from './method';

const percent = () => z.number().min(0).max(100);

/** `outliers: { percentiles: [5, 95] }` or `{ sd: 3 }` – what lies beyond counts as the end that it passes. */
export const outliersField = () => ({
  outliers: z
    .union([
      z.strictObject({
        percentiles: z.tuple([percent(), percent()]).refine(([low, high]) => low < high, { error: configWords.lowBelowHigh }),
      }),
      z.strictObject({ sd: z.number().positive() }),
    ])
    .optional(),
});

export type Outliers = { readonly percentiles: readonly [number, number] } | { readonly sd: number };

/** Percentile of sorted values by linear interpolation, as PERCENTILE of spreadsheets and type 7 of R have it. */
function percentileOf(sorted: Float64Array, percentile: number): number {
  const at = ((sorted.length - 1) * percentile) / 100;
  const below = Math.floor(at);
  const from = sorted[below]!;
  return from + (at - below) * ((sorted[below + 1] ?? from) - from);
}

/**
 * Values with those beyond two percentiles of the population, or further than so many sample standard deviations from its mean, set to that end:
 * winsorised.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3; R package COINr (`winsorise`).
 */
export function winsorised(values: Float64Array, outliers: Outliers): Float64Array {
  const present = values.filter((value) => value === value).sort();
  if (present.length === 0) return values;
  const [low, high] = 'sd' in outliers ? around(present, outliers.sd) : outliers.percentiles.map((one) => percentileOf(present, one));
  return values.map((value) => (value < low! ? low! : value > high! ? high! : value));
}

function around(present: Float64Array, sd: number): [number, number] {
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const away = present.length < 2 ? 0 : sd * Math.sqrt(squares / (present.length - 1));
  return [mean - away, mean + away];
}

/** The terms of a formula over winsorised values; mean and deviation of these would need an array formula. */
export function winsorisedTerms(terms: FormulaTerms, range: string, outliers: Outliers): FormulaTerms | undefined {
  // Ends of logarithms would need one as well.
  if (terms.mean === undefined) return undefined;
  const [low, high] =
    'sd' in outliers
      ? (['-', '+'] as const).map((sign) => `(${terms.mean}${sign}${literal(outliers.sd)}*${terms.deviation})`)
      : outliers.percentiles.map((one) => `PERCENTILE(${range},${literal(one / 100)})`);
  return {
    ...terms,
    value: `MAX(${low},MIN(${high},${terms.value}))`,
    least: `MAX(${low},${terms.least})`,
    greatest: `MIN(${high},${terms.greatest})`,
    mean: undefined,
    deviation: undefined,
  };
}
