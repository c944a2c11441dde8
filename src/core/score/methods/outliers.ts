import { z } from 'zod';
import { configWords } from '../../words/score-config';
import { literal } from '../formula-text';
import type { FormulaTerms } from './method';
import type { Standing } from './terms';

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

/** What counts as the least and the greatest; NaN where there is no value. */
export function outlierEnds(values: Float64Array, outliers: Outliers): readonly [number, number] {
  const present = values.filter((value) => value === value).sort();
  if (present.length === 0) return [NaN, NaN];
  if ('sd' in outliers) return around(present, outliers.sd);
  const [low, high] = outliers.percentiles;
  return [percentileOf(present, low), percentileOf(present, high)];
}

/**
 * Values with those beyond two percentiles of the population, or further than so many sample standard deviations from its mean, set to that end:
 * winsorised.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3; R package COINr (`winsorise`).
 */
export function winsorised(values: Float64Array, outliers: Outliers): Float64Array {
  const [low, high] = outlierEnds(values, outliers);
  return values.map((value) => (value < low ? low : value > high ? high : value));
}

function around(present: Float64Array, sd: number): [number, number] {
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const away = present.length < 2 ? 0 : sd * Math.sqrt(squares / (present.length - 1));
  return [mean - away, mean + away];
}

/**
 * The terms of a formula over winsorised values; mean and deviation of these would need an array formula. Ends of logarithms would need one as well.
 * @param terms of plain values
 */
export function winsorisedTerms(terms: FormulaTerms, range: string, outliers: Outliers, standing: Standing): FormulaTerms {
  const end = (figure: 'low' | 'high', at: 0 | 1): string => {
    const formula =
      'sd' in outliers
        ? `(AVERAGE(${range})${at === 0 ? '-' : '+'}${literal(outliers.sd)}*STDEV(${range}))`
        : `PERCENTILE(${range},${literal(outliers.percentiles[at] / 100)})`;
    return standing(figure, formula);
  };
  const [low, high] = [() => end('low', 0), () => end('high', 1)];
  return {
    value: `MAX(${low()},MIN(${high()},${terms.value}))`,
    raw: terms.raw,
    get least() {
      return `MAX(${low()},${terms.least})`;
    },
    get greatest() {
      return `MIN(${high()},${terms.greatest})`;
    },
    get count() {
      return terms.count;
    },
    smaller: terms.smaller,
    larger: terms.larger,
    before: terms.before,
    behind: terms.behind,
    mean: undefined,
    deviation: undefined,
    limit: terms.limit,
    rawLimit: terms.rawLimit,
  };
}
