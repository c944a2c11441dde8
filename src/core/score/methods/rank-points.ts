import { z } from 'zod';
import { methodTitles } from '../../words/score';
import { configWords } from '../../words/score-config';
import { literal } from '../formula-text';
import { Places } from './population';
import { defineMethod, transformField } from './method';

export const rankPointsSchema = () =>
  z
    .strictObject({
      method: z.literal('rank_points'),
      from: z.number().optional(),
      to: z.number().optional(),
      points: z.array(z.number()).min(1).optional(),
      rest: z.number().optional(),
      ...transformField(),
    })
    .refine(
      ({ from, to, points, rest }) =>
        points === undefined ? from !== undefined && to !== undefined && rest === undefined : from === undefined && to === undefined,
      { error: configWords.fromToOrList },
    );

/**
 * Points by rank 排序赋分, either linear – from + (to − from) × (rank − 1)/(n − 1), the first of n gets `from`, the last place
 * `to` – or from the list `points`, where ranks beyond the list get `rest`. Tied values share the best place and with it its
 * points, as in every ranking of this project; the places after a tie stay empty (1, 2, 2, 4), so nobody gains from it
 * at the cost of a third. Values that look equal to the official are tied. Where all are equal, all are first.
 */
export const rankPoints = defineMethod<typeof rankPointsSchema>({
  title: methodTitles.rank_points,
  normalise(values, direction, { from = 0, to = 0, points, rest = 0 }, out) {
    const places = new Places(values, 'decimal');
    const rising = direction === 'higher_is_better';
    const rivals = Math.max(1, places.count - 1);
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      const better = rising ? places.larger(x) : places.smaller(x);
      out[i] = points === undefined ? from + ((to - from) * better) / rivals : (points[better] ?? rest);
    }
    return false;
  },
  restsOn: () => 'order',
  reach: ({ from = 0, to = 0, points, rest = 0 }) => (points === undefined ? [to, from] : [Math.min(rest, ...points), points[0]!]),
  formula({ smaller, larger, count }, direction, { from = 0, to = 0, points, rest = 0 }) {
    const better = direction === 'higher_is_better' ? larger : smaller;
    if (points === undefined) return `${literal(from)}+${literal(to - from)}*${better}/MAX(1,${count}-1)`;
    // CHOOSE takes at most 254 values.
    if (points.length > 250) return undefined;
    return `IF(${better}>=${points.length},${literal(rest)},CHOOSE(${better}+1,${points.map(literal).join(',')}))`;
  },
});
