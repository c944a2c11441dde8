import Big from 'big.js';
import { z } from 'zod';
import { decimalOf } from '../../decimal';
import type { Problem } from '../../problem';
import { scopeWords, scoreProblems, weightingTitles } from '../../words/score';
import { branchesOf, isBranch, leavesOf, nameOf, type ScoreBranch, type ScoreNode } from '../tree';
import { blocking, defineWeighting } from './weighting';

/** Fields that `given` and `by_group` share. */
export const totalFields = () => ({
  /** What the weights must add up to, compared as exact decimals; unchecked where left out. */
  total: z.union([z.literal(1), z.literal(100)]).optional(),
  /** Whether the children of every branch make the total (default), or all indicators together. */
  scope: z.enum(['siblings', 'indicators']).optional(),
});

export interface TotalRule {
  readonly total?: 1 | 100 | undefined;
  readonly scope?: 'siblings' | 'indicators' | undefined;
}

/**
 * Checks weights looked up by node: every indicator has one, none is negative, and they make the declared total. A branch
 * without a weight of its own weighs as much as its children together.
 * @param inGroup words that a message puts before "where", for weights that differ by group
 */
export function checkWeights(
  tree: ScoreBranch,
  weightOf: (node: ScoreNode) => number | undefined,
  rule: TotalRule,
  inGroup: (where: string) => string = (where) => where,
): Problem[] {
  const problems: Problem[] = [];
  const exact = (node: ScoreNode): Big => {
    const own = weightOf(node);
    if (own !== undefined) return decimalOf(own);
    return isBranch(node) ? node.children.reduce((sum, child) => sum.plus(exact(child)), new Big(0)) : new Big(0);
  };
  const checkTotal = (nodes: readonly ScoreNode[], where: string): void => {
    const sum = nodes.reduce((total, node) => total.plus(exact(node)), new Big(0));
    if (rule.total !== undefined && !sum.eq(rule.total)) {
      problems.push(blocking('weights-total', scoreProblems.weightsTotal(inGroup(where), sum.toString(), rule.total)));
    }
  };
  for (const node of [...leavesOf(tree), ...branchesOf(tree)]) {
    const weight = weightOf(node);
    if (weight === undefined) {
      if (!isBranch(node)) problems.push(blocking('weights-missing', scoreProblems.weightMissing(inGroup(nameOf(node)))));
    } else if (!(weight >= 0)) {
      problems.push(blocking('weights-negative', scoreProblems.weightNegative(inGroup(nameOf(node)), weight)));
    }
  }
  if (problems.length > 0) return problems;
  if (rule.scope === 'indicators') checkTotal(leavesOf(tree), scopeWords.indicators);
  else branchesOf(tree).forEach((branch) => checkTotal(branch.children, scopeWords.siblings(nameOf(branch))));
  return problems;
}

export const givenSchema = () => z.strictObject({ kind: z.literal('given'), ...totalFields() });

/** Weights that the tree's nodes carry, stated by the pack or by the user. */
export const given = defineWeighting<typeof givenSchema>({
  title: weightingTitles.given,
  weigh(rule, { tree }) {
    const raw = new Map<string, Float64Array>();
    for (const node of [...leavesOf(tree), ...branchesOf(tree)]) {
      if (node.weight !== undefined) raw.set(node.id, Float64Array.of(node.weight));
    }
    return { raw, problems: checkWeights(tree, (node) => node.weight, rule) };
  },
});
