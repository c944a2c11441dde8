import { z } from 'zod';
import { compareNumbers } from '../../decimal';
import { limitSchema } from '../../pack/parts';
import { methodTitles } from '../../words/score';
import { literal } from '../formula-text';
import { isFilled, sortBands } from './band-order';
import { defineMethod, transformField } from './method';
import { referencesIn, type Settled } from './settled';

/** Excel nests at most 64 functions. */
const MOST_IN_FORMULA = 60;

const bandSchema = () =>
  z.strictObject({
    at_least: limitSchema.optional(),
    over: limitSchema.optional(),
    under: limitSchema.optional(),
    at_most: limitSchema.optional(),
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
 * Edges are compared exactly. The bands must cover the real line exactly once (checked by band-cover.ts). Points must go with
 * the indicator's direction, unless `moderate: true` says that the best lies in between (适度指标). Where an edge stands elsewhere the bands are
 * written from the lowest to the highest, each beginning where the one before it ends.
 */
export const bands = defineMethod<typeof bandsSchema>({
  title: methodTitles.bands,
  // Written from the lowest to the highest and joined, so that they cover everything once if none is empty.
  fits: (p) => p.bands.every(isFilled),
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
  formula({ raw, rawLimit }, _direction, p) {
    const sorted = referencesIn(p.bands).length > 0 ? p.bands : sortBands(p.bands as Settled<typeof p.bands>);
    if (sorted.length > MOST_IN_FORMULA) return undefined;
    return sorted.reduceRight<string>((rest, band, at) => {
      if (at === sorted.length - 1) return literal(band.points);
      const sign = band.under === undefined ? '<=' : '<';
      return `IF(${raw}${sign}${rawLimit(band.under ?? band.at_most ?? 0)},${literal(band.points)},${rest})`;
    }, '');
  },
});
