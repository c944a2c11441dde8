import Big from 'big.js';
import { z } from 'zod';
import { limitReferenceSchema, limitSchema } from '../../pack/parts';
import { decimalOf } from '../../decimal';
import { methodTitles } from '../../words/score';
import { held, literal } from '../formula-text';
import { defineMethod } from './method';

/** Whole steps from base to x, towards zero, exact on the step: (0.3 − 0.1)/0.1 is 2 although doubles say 1.9999999999999998. */
function wholeSteps(x: number, base: number, per: number): number {
  const steps = (x - base) / per;
  const nearest = Math.round(steps);
  // How far float noise and the 15-digit reading of x and base can move the quotient.
  const doubt = ((Math.abs(x) + Math.abs(base)) / per + Math.abs(steps)) * 1e-14;
  if (Math.abs(steps - nearest) > doubt) return Math.trunc(steps);
  return Number(decimalOf(x).minus(decimalOf(base)).div(decimalOf(per)).round(0, Big.roundDown).toString());
}

export const stepsSchema = () =>
  z.strictObject({
    method: z.literal('steps'),
    base_value: limitSchema,
    base_score: z.number(),
    per: z.union([z.number().positive(), limitReferenceSchema]),
    points: z.number().nonnegative(),
    points_below: z.number().nonnegative().optional(),
    cap: z.number().optional(),
    floor: z.number().optional(),
    partial: z.enum(['floor', 'linear']).default('floor'),
  });

/**
 * Base score plus points a step: base_score + points × (x − base_value)/per, (base_value − x) where lower is better, held
 * within floor and cap (points). `points_below` is the deduction a step on the bad side where it differs. `partial: floor`
 * counts whole steps only, on both sides (a shortfall of less than a step costs nothing: 不足一个单位的不计); `partial: linear`
 * counts them in proportion. No log transform: a step is an amount in the indicator's own unit.
 * Source: 加减分制 (“每高一个百分点加…分，每低一个百分点扣…分”), the usual wording of assessment rules.
 */
export const steps = defineMethod<typeof stepsSchema>({
  title: methodTitles.steps,
  fits: ({ per }) => per > 0,
  normalise(values, direction, p, out) {
    const most = p.cap ?? Infinity;
    const least = p.floor ?? -Infinity;
    const below = p.points_below ?? p.points;
    const sign = direction === 'higher_is_better' ? 1 : -1;
    const whole = p.partial === 'floor';
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      const count = sign * (whole ? wholeSteps(x, p.base_value, p.per) : (x - p.base_value) / p.per);
      const points = p.base_score + count * (count < 0 ? below : p.points);
      out[i] = points > most ? most : points < least ? least : points;
    }
    return false;
  },
  restsOn: () => 'itself',
  reach: ({ cap = Infinity, floor = -Infinity }) => [floor, cap],
  formula({ raw, rawLimit }, direction, p) {
    const base = rawLimit(p.base_value);
    const away = direction === 'higher_is_better' ? `(${raw}-${base})` : `(${base}-${raw})`;
    const exact = `${away}/${rawLimit(p.per)}`;
    // Rounding to 9 decimals takes the float noise off a quotient that is whole to the official's eye.
    const count = p.partial === 'floor' ? `TRUNC(ROUND(${exact},9))` : exact;
    const below = p.points_below ?? p.points;
    const points =
      below === p.points ? `${count}*${literal(p.points)}` : `MAX(0,${count})*${literal(p.points)}+MIN(0,${count})*${literal(below)}`;
    return held(`${literal(p.base_score)}+${points}`, p.floor, p.cap);
  },
});
