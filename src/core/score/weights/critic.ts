import { z } from 'zod';
import { scoreProblems, weightingTitles } from '../../words/score';
import { completeRows } from './complete-rows';
import { blocking, defineWeighting } from './weighting';

interface Centred {
  /** Deviations from the mean. */
  readonly off: Float64Array;
  /** Root of the sum of squared deviations. */
  readonly length: number;
}

function centre(column: Float64Array): Centred {
  if (column.every((y) => y === column[0])) return { off: column, length: 0 };
  const mean = column.reduce((sum, y) => sum + y, 0) / column.length;
  const off = column.map((y) => y - mean);
  return { off, length: Math.sqrt(off.reduce((sum, y) => sum + y * y, 0)) };
}

function correlation(a: Centred, b: Centred): number {
  let product = 0;
  for (let row = 0; row < a.off.length; row++) product += a.off[row]! * b.off[row]!;
  return Math.max(-1, Math.min(1, product / (a.length * b.length)));
}

export const criticSchema = () => z.strictObject({ kind: z.literal('critic') });

/**
 * CRITIC weights over all indicators: w = C/ΣC with C_j = σ_j Σ_k (1 − r_jk), the contrast of an indicator times its conflict with
 * the others; σ the standard deviation and r the correlation of the normalised scores, over the rows without a missing score.
 * (Whether σ divides by n or n − 1 cancels out.) A column without spread weighs nothing and is left out of the sums.
 * Source: D. Diakoulaki, G. Mavrotas, L. Papayannakis, Computers & Operations Research 22 (1995) 763–770.
 */
export const critic = defineWeighting<typeof criticSchema>({
  title: weightingTitles.critic,
  weigh(_config, context) {
    const { leaves, columns, count } = completeRows(context);
    const refuse = (code: string, told: { message: string; nextStep: string }) => ({
      raw: new Map<string, Float64Array>(),
      problems: [blocking(code, told)],
    });
    if (count < 2) return refuse('weights-few-rows', scoreProblems.weightsFewRows(weightingTitles.critic, count));
    const centred = columns.map(centre);
    const spread = centred.filter(({ length }) => length > 0);
    const information = centred.map((own) => {
      if (own.length === 0) return 0;
      const conflict = spread.reduce((sum, other) => sum + (other === own ? 0 : 1 - correlation(own, other)), 0);
      return own.length * conflict;
    });
    // One indicator with spread conflicts with nothing; it is then all there is to go by.
    if (spread.length === 1) information[centred.indexOf(spread[0]!)] = 1;
    if (information.every((c) => c === 0) || !information.every(Number.isFinite))
      return refuse('weights-undefined', scoreProblems.weightsUndefined(weightingTitles.critic));
    return { raw: new Map(leaves.map(({ id }, at) => [id, Float64Array.of(information[at]!)])), problems: [] };
  },
});
