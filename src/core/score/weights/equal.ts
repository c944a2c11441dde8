import { z } from 'zod';
import { weightingTitles } from '../../words/score';
import { branchesOf, leavesOf } from '../tree';
import { defineWeighting } from './weighting';

export const equalSchema = () => z.strictObject({ kind: z.literal('equal'), among: z.enum(['siblings', 'indicators']).optional() });

/**
 * Equal weights 等权: among the children of every branch (default), so that dimensions count alike however many indicators
 * they hold; or `among: indicators`, so that every indicator counts alike and a dimension as much as it holds.
 */
export const equal = defineWeighting<typeof equalSchema>({
  title: weightingTitles.equal,
  weigh({ among }, { tree }) {
    const nodes = among === 'indicators' ? leavesOf(tree) : [...leavesOf(tree), ...branchesOf(tree)];
    return { raw: new Map(nodes.map(({ id }) => [id, Float64Array.of(1)])), problems: [] };
  },
});
