import { z } from 'zod';
import { scoreProblems, weightingTitles } from '../../words/score';
import { nameOf } from '../tree';
import { completeRows } from './complete-rows';
import { blocking, defineWeighting } from './weighting';

/** 1 − e with e = −(1/ln n) Σ p ln p, p = y/Σy, and 0·ln 0 = 0; in [0, 1]. A column without spread has none. */
export function divergence(column: Float64Array): number {
  const sum = column.reduce((total, y) => total + y, 0);
  if (sum === 0 || column.every((y) => y === column[0])) return 0;
  let entropy = 0;
  for (const y of column) if (y > 0) entropy -= (y / sum) * Math.log(y / sum);
  return Math.max(0, 1 - entropy / Math.log(column.length));
}

export const entropySchema = () => z.strictObject({ kind: z.literal('entropy') });

/**
 * Entropy weights 熵权法 over all indicators: w = d/Σd with d = 1 − e, the divergence of the indicator's scores. Computed on the
 * normalised scores of the rows without a missing score; scores must not be negative. Branches weigh as their indicators.
 * Source: C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981), on Shannon's entropy.
 */
export const entropy = defineWeighting<typeof entropySchema>({
  title: weightingTitles.entropy,
  weigh(_config, context) {
    const { leaves, columns, count } = completeRows(context);
    const refuse = (code: string, told: { message: string; nextStep: string }) => ({
      raw: new Map<string, Float64Array>(),
      problems: [blocking(code, told)],
    });
    if (count < 2) return refuse('weights-few-rows', scoreProblems.weightsFewRows(weightingTitles.entropy, count));
    const negative = leaves.find((_, at) => columns[at]!.some((y) => y < 0));
    if (negative) return refuse('weights-entropy-negative', scoreProblems.entropyNegative(nameOf(negative)));
    const spread = columns.map(divergence);
    if (spread.every((d) => d === 0)) return refuse('weights-undefined', scoreProblems.weightsUndefined(weightingTitles.entropy));
    return { raw: new Map(leaves.map(({ id }, at) => [id, Float64Array.of(spread[at]!)])), problems: [] };
  },
});
