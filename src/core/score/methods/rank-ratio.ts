import { z } from 'zod';
import { methodTitles } from '../../words/score';
import { Places } from './population';
import { defineMethod, transformField } from './method';

export const rankRatioSchema = () => z.strictObject({ method: z.literal('rank_ratio'), ...transformField() });

/**
 * Rank-sum ratio 秩和比: 100 × R/n, R the rank from the worst (the best of n has n), tied values sharing the mean of their ranks. Indicators scored so
 * and put together by a weighted arithmetic mean give 100 times the weighted RSR = Σ w·R/n. Values that look equal to the official are tied.
 * Source: 田凤调, 秩和比法及其应用 (《中国医师杂志》2002), whole-rank method.
 */
export const rankRatio = defineMethod<typeof rankRatioSchema>({
  title: methodTitles.rank_ratio,
  normalise(values, direction, _p, out) {
    const places = new Places(values, 'decimal');
    const rising = direction === 'higher_is_better';
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      const [smaller, larger] = [places.smaller(x), places.larger(x)];
      const [worse, better] = rising ? [smaller, larger] : [larger, smaller];
      out[i] = (50 * (worse + 1 + places.count - better)) / places.count;
    }
    return false;
  },
  restsOn: () => 'order',
  reach: () => [0, 100],
  formula({ smaller, larger, count }, direction) {
    const [worse, better] = direction === 'higher_is_better' ? [smaller, larger] : [larger, smaller];
    return `50*(${worse}+1+${count}-${better})/${count}`;
  },
});
