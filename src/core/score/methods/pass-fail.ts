import { z } from 'zod';
import { limitSchema, type Limit } from '../../pack/parts';
import { edgeHoldsNumber, sides, type Side } from '../../limit/edge';
import { methodTitles } from '../../words/score';
import { configWords } from '../../words/score-config';
import { literal } from '../formula-text';
import { defineMethod, transformField } from './method';

const SIGNS: Record<Side, string> = { over: '>', at_least: '>=', under: '<', at_most: '<=' };

type Edges<L> = { readonly [word in Side]?: L | undefined };

/** The one edge that the schema makes sure of. */
export function edgeOf<L extends Limit>(p: Edges<L>): { edge: Side; limit: L } {
  for (const edge of sides) {
    const limit = p[edge];
    if (limit !== undefined) return { edge, limit };
  }
  throw new RangeError('pass_fail without an edge');
}

export const passFailSchema = () =>
  z
    .strictObject({
      method: z.literal('pass_fail'),
      over: limitSchema.optional(),
      at_least: limitSchema.optional(),
      under: limitSchema.optional(),
      at_most: limitSchema.optional(),
      points: z.number(),
      otherwise: z.number().default(0),
      ...transformField(),
    })
    .refine((p) => sides.filter((edge) => p[edge] !== undefined).length === 1, { error: configWords.oneEdge });

/** `points` where the edge holds, compared exactly, else `otherwise` (0): `{ method: pass_fail, at_least: 5, points: 10 }`. */
export const passFail = defineMethod<typeof passFailSchema>({
  title: methodTitles.pass_fail,
  normalise(values, _direction, p, out) {
    const { edge, limit } = edgeOf<number>(p);
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      out[i] = x !== x ? NaN : edgeHoldsNumber(edge, x, limit) ? p.points : p.otherwise;
    }
    return false;
  },
  restsOn: () => 'itself',
  reach: ({ points, otherwise }) => [Math.min(points, otherwise), Math.max(points, otherwise)],
  formula({ raw, rawLimit }, _direction, p) {
    const { edge, limit } = edgeOf<Limit>(p);
    return `IF(${raw}${SIGNS[edge]}${rawLimit(limit)},${literal(p.points)},${literal(p.otherwise)})`;
  },
});
