import { z } from 'zod';
import { clauseRefs, decidedRefs, key, text } from './parts';

const limits = z.array(z.number()).min(1);

/** Levels of indicators by limits of their own, and of the dimensions that hold them: 红绿灯、仪表板. */
export const levelsSchema = z.strictObject({
  title: text,
  /** From the best to the worst; `colour` is RRGGBB. */
  steps: z.array(z.strictObject({ title: text, colour: z.string().regex(/^[0-9A-F]{6}$/, '应写作六位十六进制颜色，如 "00A651"') })).min(2),
  /** Indicator → limits of all levels but the last, from the best, in the unit of its figure; one edge word. */
  indicators: z.record(
    key,
    z.strictObject({ at_least: limits.optional(), over: limits.optional(), at_most: limits.optional(), under: limits.optional() }),
  ),
  /** A dimension has the mean level of so many of its worst indicators, of all where left out; a mean between two levels is the one or the other. */
  combine: z.strictObject({ worst: z.int().positive().optional(), between: z.enum(['better', 'worse']) }),
  /** However the mean comes out: with one indicator at `any` or worse, a dimension is at `at_best` or worse. */
  caps: z.array(z.strictObject({ any: text, at_best: text })).default([]),
  /** wait: a dimension whose level a missing figure could change is not decided; left_out: its other indicators decide. */
  missing: z.enum(['wait', 'left_out']).default('wait'),
  clause: clauseRefs.optional(),
  decided: decidedRefs.optional(),
});
