import { z } from 'zod';
import { limitSchema } from '../../pack/parts';
import { methodTitles } from '../../words/score';
import { scaled } from '../formula-text';
import { defineMethod, scaleField, transformField } from './method';

export const goalpostsSchema = () =>
  z.strictObject({ method: z.literal('goalposts'), worst: limitSchema, best: limitSchema, ...scaleField(), ...transformField() });

/**
 * Fixed worst and best values: lo + (x − worst)/(best − worst) × (hi − lo), clipped to [lo, hi].
 * `worst` and `best` are in the indicator's own unit, also under `transform: log`. They say the direction themselves, so
 * they must agree with the declared one.
 * Source: UNDP, Human Development Report, technical note 1 (dimension indices).
 */
export const goalposts = defineMethod<typeof goalpostsSchema>({
  title: methodTitles.goalposts,
  fits: ({ worst, best }, direction) => (direction === 'higher_is_better' ? worst < best : worst > best),
  normalise(values, _direction, { worst, best, to: [lo, hi] }, out) {
    const range = best - worst;
    const span = hi - lo;
    for (let i = 0; i < values.length; i++) {
      const share = (values[i]! - worst) / range;
      out[i] = share <= 0 ? lo : share >= 1 ? hi : lo + share * span;
    }
    return false;
  },
  restsOn: () => 'itself',
  reach: ({ to }) => to,
  onLogScale: (p) => ({ ...p, worst: Math.log(p.worst), best: Math.log(p.best) }),
  formula({ value, limit }, _direction, { worst, best, to: [lo, hi] }) {
    return scaled(`MAX(0,MIN(1,(${value}-${limit(worst)})/(${limit(best)}-${limit(worst)})))`, lo, hi);
  },
});
