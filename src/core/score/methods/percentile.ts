import { z } from 'zod';
import { methodTitles } from '../../words/score';
import { scaled } from '../formula-text';
import { extentOf, isConstant, Places } from './population';
import { defineMethod, scaleField, transformField } from './method';

export const percentileSchema = () => z.strictObject({ method: z.literal('percentile'), ...scaleField(), ...transformField() });

/**
 * Percent rank: lo + worse/(n − 1) × (hi − lo), where `worse` counts the strictly worse values and n the present ones; ties
 * thus share the lower place. A population of one, or of one value only, cannot be told apart. Ties are those of doubles, as in
 * the sources: COINr and the spreadsheet's own RANK part 5.1 from 5.1000000000000005.
 * Source: the percentile-rank convention of the R package COINr (`n_prank`) and of Excel's PERCENTRANK.INC.
 */
export const percentile = defineMethod<typeof percentileSchema>({
  title: methodTitles.percentile,
  normalise(values, direction, { to: [lo, hi] }, out) {
    if (isConstant(extentOf(values))) {
      out.fill(NaN);
      return true;
    }
    const places = new Places(values, 'double');
    const rising = direction === 'higher_is_better';
    const rivals = places.count - 1;
    for (let i = 0; i < values.length; i++) {
      const x = values[i]!;
      if (x !== x) {
        out[i] = NaN;
        continue;
      }
      const worse = rising ? places.smaller(x) : places.larger(x);
      out[i] = lo + (worse / rivals) * (hi - lo);
    }
    return false;
  },
  restsOn: () => 'order',
  reach: ({ to }) => to,
  formula({ least, greatest, before, behind, count }, direction, { to: [lo, hi] }) {
    const worse = direction === 'higher_is_better' ? before : behind;
    return `IF(${greatest}=${least},"",${scaled(`${worse}/(${count}-1)`, lo, hi)})`;
  },
});
