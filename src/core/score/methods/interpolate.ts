import { z } from 'zod';
import { limitSchema } from '../../pack/parts';
import { methodTitles } from '../../words/score';
import { literal } from '../formula-text';
import { defineMethod, transformField } from './method';

/** Excel nests at most 64 functions. */
const MOST_IN_FORMULA = 60;

export const interpolateSchema = () =>
  z.strictObject({
    method: z.literal('interpolate'),
    points: z.array(z.strictObject({ at: limitSchema, points: z.number() })).min(2),
    moderate: z.literal(true).optional(),
    ...transformField(),
  });

/**
 * Straight lines between points that are given 插值赋分 (累进): `points: [{ at: 60, points: 0 }, { at: 80, points: 60 }, { at: 100, points: 100 }]`; below the
 * first and beyond the last point their points hold. Points must go with the indicator's direction, unless `moderate: true` says that the best
 * lies in between.
 * Source: linear interpolation between support points; 财政部《企业效绩评价操作细则》 scores between two standard values in this way.
 */
export const interpolate = defineMethod<typeof interpolateSchema>({
  title: methodTitles.interpolate,
  fits: ({ points }) => points.every(({ at }, index) => index === 0 || at > points[index - 1]!.at),
  normalise(values, _direction, { points }, out) {
    const last = points.length - 1;
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      let next = 0;
      while (next <= last && x > points[next]!.at) next++;
      if (next === 0 || next > last) {
        out[i] = points[Math.min(next, last)]!.points;
        continue;
      }
      const [from, to] = [points[next - 1]!, points[next]!];
      out[i] = from.points + ((x - from.at) / (to.at - from.at)) * (to.points - from.points);
    }
    return false;
  },
  restsOn: () => 'itself',
  reach({ points }) {
    const all = points.map((point) => point.points);
    return [Math.min(...all), Math.max(...all)];
  },
  turns: ({ moderate }) => moderate === true,
  onLogScale: (p) => ({ ...p, points: p.points.map((point) => ({ ...point, at: Math.log(point.at) })) }),
  formula({ value, limit }, _direction, { points }) {
    if (points.length > MOST_IN_FORMULA) return undefined;
    return points.reduceRight<string>((rest, to, index) => {
      const from = points[index - 1];
      if (!from) return `IF(${value}<=${limit(to.at)},${literal(to.points)},${rest})`;
      const share = `(${value}-${limit(from.at)})/(${limit(to.at)}-${limit(from.at)})`;
      const between = `${literal(from.points)}+${share}*${literal(to.points - from.points)}`;
      return `IF(${value}<${limit(to.at)},${between},${index === points.length - 1 ? literal(to.points) : rest})`;
    }, '');
  },
});
