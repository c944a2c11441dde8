import { z } from 'zod';
import { compareNumbers } from '../../decimal';
import { configWords, methodTitles } from '../../words/score';
import { literal } from '../formula-text';
import { checkBands, sortBands } from './band-cover';
import { defineMethod, transformField } from './method';

/** Excel nests at most 64 functions. */
const MOST_IN_FORMULA = 60;

const bandSchema = () =>
  z.strictObject({
    at_least: z.number().optional(),
    over: z.number().optional(),
    under: z.number().optional(),
    at_most: z.number().optional(),
    points: z.number(),
  });

export const bandsSchema = () =>
  z.strictObject({
    method: z.literal('bands'),
    bands: z.array(bandSchema()).min(1),
    moderate: z.literal(true).optional(),
    ...transformField(),
  });

/**
 * Points by band 分段赋分: `bands: [{ under: 60, points: 0 }, { at_least: 60, under: 80, points: 5 }, { at_least: 80, points: 10 }]`.
 * Edges are compared exactly. The bands must cover the real line exactly once (see {@link checkBands}). Points must go with
 * the indicator's direction, unless `moderate: true` says that the best lies in between (适度指标).
 */
export const bands = defineMethod<typeof bandsSchema>({
  title: methodTitles.bands,
  lint(p, direction) {
    const found = checkBands(p.bands);
    if (found.length > 0 || p.moderate || !direction) return found;
    const points = sortBands(p.bands).map((band) => band.points);
    if (direction === 'lower_is_better') points.reverse();
    return points.some((value, at) => at > 0 && value < points[at - 1]!) ? [configWords.pointsAgainst(direction)] : [];
  },
  normalise(values, _direction, p, out) {
    const sorted = sortBands(p.bands);
    const last = sorted.length - 1;
    const points = Float64Array.from(sorted, (band) => band.points);
    // A value belongs to the first band whose upper end it does not pass; the order that passes it is > 0 or ≥ 0.
    const end = Float64Array.from(sorted, (band) => band.under ?? band.at_most ?? Infinity);
    const passes = Int8Array.from(sorted, (band) => (band.under === undefined ? 1 : 0));
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      let at = 0;
      while (at < last && compareNumbers(x, end[at]!) >= passes[at]!) at++;
      out[i] = points[at]!;
    }
    return false;
  },
  restsOn: () => 'itself',
  reach({ bands: all }) {
    const points = all.map((band) => band.points);
    return [Math.min(...points), Math.max(...points)];
  },
  turns: ({ moderate }) => moderate === true,
  formula({ raw }, _direction, p) {
    const sorted = sortBands(p.bands);
    if (sorted.length > MOST_IN_FORMULA) return undefined;
    return sorted.reduceRight((rest, band, at) => {
      if (at === sorted.length - 1) return literal(band.points);
      const sign = band.under === undefined ? '<=' : '<';
      return `IF(${raw}${sign}${literal(band.under ?? band.at_most ?? 0)},${literal(band.points)},${rest})`;
    }, '');
  },
});
