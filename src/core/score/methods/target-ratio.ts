import { z } from 'zod';
import { limitSchema } from '../../pack/parts';
import { methodTitles } from '../../words/score';
import { held, literal } from '../formula-text';
import { defineMethod, transformField } from './method';

export const targetRatioSchema = () =>
  z.strictObject({
    method: z.literal('target_ratio'),
    target: limitSchema,
    full: z.number().positive().default(100),
    cap: z.number().optional(),
    floor: z.number().optional(),
    ...transformField(),
  });

/**
 * Completion of a target: full × x/target; where lower is better full × target/x. `full` is the points at 100 %; `cap` and
 * `floor` are points too. Where lower is better the score grows without bound towards x = 0, so a cap is demanded, and x ≤ 0
 * gets it (negative x would otherwise turn the order round).
 * Source: 目标完成率, the usual form in annual performance assessments (完成值 ÷ 目标值).
 */
export const targetRatio = defineMethod<typeof targetRatioSchema>({
  title: methodTitles.target_ratio,
  fits: ({ target, transform }) => target > (transform === 'log' ? 1 : 0),
  normalise(values, direction, { target, full, cap, floor }, out) {
    const most = cap ?? Infinity;
    const least = floor ?? -Infinity;
    const rising = direction === 'higher_is_better';
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      const points = rising ? (x / target) * full : x <= 0 ? (cap ?? NaN) : (target / x) * full;
      out[i] = points > most ? most : points < least ? least : points;
    }
    return false;
  },
  restsOn: () => 'itself',
  reach: ({ cap = Infinity, floor = -Infinity }) => [floor, cap],
  onLogScale: (p) => ({ ...p, target: Math.log(p.target) }),
  formula({ value, limit }, direction, { target, full, cap, floor }) {
    if (direction === 'higher_is_better') return held(`${value}/${limit(target)}*${literal(full)}`, floor, cap);
    if (cap === undefined) return undefined;
    return `IF(${value}<=0,${literal(cap)},${held(`${limit(target)}/${value}*${literal(full)}`, floor, cap)})`;
  },
});
