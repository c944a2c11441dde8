import { z } from 'zod';
import { limitSchema } from '../../pack/parts';
import { methodTitles } from '../../words/score';
import { configWords } from '../../words/score-config';
import { held, literal } from '../formula-text';
import { extentOf, isConstant } from './population';
import { defineMethod, transformField } from './method';
import { outliersField } from './outliers';

export const efficacySchema = () =>
  z.strictObject({
    method: z.literal('efficacy'),
    unsatisfactory: limitSchema.optional(),
    satisfactory: limitSchema.optional(),
    base: z.number().default(60),
    span: z.number().positive().default(40),
    clip: z
      .tuple([z.number(), z.number()])
      .refine(([lo, hi]) => lo < hi, { error: configWords.lowBelowHigh })
      .optional(),
    ...outliersField(),
    ...transformField(),
  });

/**
 * Efficacy coefficient 功效系数法: base + (x − xu)/(xs − xu) × span, by default 60 and 40, with xs the satisfactory and xu the
 * unsatisfactory value (不允许值). Both given, or both taken from the population: its best and its worst value. `clip` holds the
 * score in [lo, hi] points; without it a value beyond xs scores above base + span.
 * Source: 财政部《企业效绩评价操作细则》's 功效系数; Harrington's desirability approach in its linear form.
 */
export const efficacy = defineMethod<typeof efficacySchema>({
  title: methodTitles.efficacy,
  fits: ({ unsatisfactory: xu = 0, satisfactory: xs = 0 }, direction) => (direction === 'higher_is_better' ? xu < xs : xu > xs),
  normalise(values, direction, p, out) {
    let xu = p.unsatisfactory;
    let xs = p.satisfactory;
    if (xu === undefined || xs === undefined) {
      const extent = extentOf(values);
      if (isConstant(extent)) {
        out.fill(NaN);
        return true;
      }
      const rising = direction === 'higher_is_better';
      xu = rising ? extent.least : extent.greatest;
      xs = rising ? extent.greatest : extent.least;
    }
    const range = xs - xu;
    const lo = p.clip?.[0] ?? -Infinity;
    const hi = p.clip?.[1] ?? Infinity;
    for (let i = 0; i < values.length; i++) {
      const points = p.base + ((values[i]! - xu) / range) * p.span;
      out[i] = points < lo ? lo : points > hi ? hi : points;
    }
    return false;
  },
  restsOn: ({ unsatisfactory, satisfactory }) => (unsatisfactory === undefined || satisfactory === undefined ? 'extent' : 'itself'),
  reach({ unsatisfactory, satisfactory, base, span, clip: [lo, hi] = [-Infinity, Infinity] }) {
    const held = (points: number): number => Math.min(hi, Math.max(lo, points));
    // With limits of its own a value beyond them scores beyond base and base + span.
    return unsatisfactory === undefined || satisfactory === undefined ? [held(base), held(base + span)] : [lo, hi];
  },
  onLogScale: (p) => ({
    ...p,
    ...(p.unsatisfactory !== undefined && { unsatisfactory: Math.log(p.unsatisfactory) }),
    ...(p.satisfactory !== undefined && { satisfactory: Math.log(p.satisfactory) }),
  }),
  formula({ value, least, greatest, limit }, direction, { unsatisfactory, satisfactory, base, span, clip }) {
    const points = (xu: string, xs: string): string =>
      held(`${literal(base)}+(${value}-${xu})/(${xs}-${xu})*${literal(span)}`, clip?.[0], clip?.[1]);
    if (unsatisfactory !== undefined && satisfactory !== undefined) return points(limit(unsatisfactory), limit(satisfactory));
    const [xu, xs] = direction === 'higher_is_better' ? [least, greatest] : [greatest, least];
    return `IF(${greatest}=${least},"",${points(xu, xs)})`;
  },
});
