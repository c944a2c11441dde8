import { z } from 'zod';
import { methodTitles } from '../../words/score';
import { literal } from '../formula-text';
import { extentOf, isConstant } from './population';
import { defineMethod, transformField } from './method';
import { outliersField } from './outliers';

export const zScoreSchema = () =>
  z.strictObject({
    method: z.literal('z_score'),
    mean: z.number().default(0),
    sd: z.number().positive().default(1),
    ...outliersField(),
    ...transformField(),
  });

/**
 * Standard score: mean + (x − x̄)/s × sd with the population's mean x̄ and sample standard deviation s (divisor n − 1);
 * (x̄ − x) on top where lower is better. Target mean and sd are 0 and 1 unless given. A constant population has no s.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5; R package COINr (`n_zscore`).
 */
export const zScore = defineMethod<typeof zScoreSchema>({
  title: methodTitles.z_score,
  normalise(values, direction, { mean, sd }, out) {
    if (isConstant(extentOf(values))) {
      out.fill(NaN);
      return true;
    }
    let n = 0;
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x === x) {
        n++;
        sum += x;
      }
    }
    const centre = sum / n;
    let squares = 0;
    for (let i = 0; i < values.length; i++) {
      const off = values[i]! - centre;
      if (off === off) squares += off * off;
    }
    const factor = (direction === 'higher_is_better' ? sd : -sd) / Math.sqrt(squares / (n - 1));
    for (let i = 0; i < values.length; i++) out[i] = mean + (values[i]! - centre) * factor;
    return false;
  },
  onLogScale: (p) => p,
  restsOn: () => 'spread',
  reach: () => [-Infinity, Infinity],
  formula(terms, direction, { mean, sd }) {
    if (terms.mean === undefined || terms.deviation === undefined) return undefined;
    const above = direction === 'higher_is_better' ? `(${terms.value}-${terms.mean})` : `(${terms.mean}-${terms.value})`;
    const points = `${above}/${terms.deviation}*${literal(sd)}`;
    return `IF(${terms.greatest}=${terms.least},"",${mean === 0 ? points : `${literal(mean)}+${points}`})`;
  },
});
