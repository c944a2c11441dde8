import { z } from 'zod';
import { methodTitles } from '../../words/score';
import { scaled } from '../formula-text';
import { extentOf, isConstant } from './population';
import { defineMethod, scaleField, transformField } from './method';
import { outliersField } from './outliers';

export const minMaxSchema = () =>
  z.strictObject({ method: z.literal('min_max'), ...scaleField(), ...outliersField(), ...transformField() });

/**
 * Min-max over the population: lo + (x − min)/(max − min) × (hi − lo); (max − x) on top where lower is better.
 * Score in the unit of `to`. A constant population cannot be scored.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 */
export const minMax = defineMethod<typeof minMaxSchema>({
  title: methodTitles.min_max,
  normalise(values, direction, { to: [lo, hi] }, out) {
    const extent = extentOf(values);
    if (isConstant(extent)) {
      out.fill(NaN);
      return true;
    }
    const rising = direction === 'higher_is_better';
    const worst = rising ? extent.least : extent.greatest;
    const range = (rising ? extent.greatest : extent.least) - worst;
    const span = hi - lo;
    for (let i = 0; i < values.length; i++) out[i] = lo + ((values[i]! - worst) / range) * span;
    return false;
  },
  onLogScale: (p) => p,
  restsOn: () => 'extent',
  reach: ({ to }) => to,
  formula({ value, least, greatest }, direction, { to: [lo, hi] }) {
    const above = direction === 'higher_is_better' ? `(${value}-${least})` : `(${greatest}-${value})`;
    return `IF(${greatest}=${least},"",${scaled(`${above}/(${greatest}-${least})`, lo, hi)})`;
  },
});
