import { z } from 'zod';
import { treeWords } from '../words/score';

export const missingPolicySchema = z.union([
  z.enum(['renormalise', 'group_mean', 'refuse']),
  z.strictObject({ need_share: z.number().gt(0).max(1) }),
]);

/**
 * What a node does where children have no score:
 * renormalise – the present children share the weight; need_share – the same, but blank under this share of children by
 * count; group_mean – the mean of the zone's group stands in; refuse – blank as soon as one is missing.
 */
export type MissingPolicy = z.output<typeof missingPolicySchema>;

export const aggregationSchema = z.enum(['weighted_arithmetic', 'weighted_geometric']);
export type Aggregation = z.output<typeof aggregationSchema>;

/** An indicator's place in the tree. */
export interface ScoreLeaf {
  readonly id: string;
  readonly title?: string;
  /** Read by the weighting `given`; relative among siblings. */
  readonly weight?: number;
}

export interface ScoreBranch extends ScoreLeaf {
  readonly children: readonly ScoreNode[];
  readonly method: Aggregation;
  readonly missing: MissingPolicy;
}

export type ScoreNode = ScoreLeaf | ScoreBranch;

export const isBranch = (node: ScoreNode): node is ScoreBranch => 'children' in node;

/** What messages call a node. */
export const nameOf = (node: ScoreNode): string => node.title ?? node.id;

/** All branches, children before parents. */
export function branchesOf(node: ScoreNode): ScoreBranch[] {
  return isBranch(node) ? [...node.children.flatMap(branchesOf), node] : [];
}

/** All leaves, in order. */
export function leavesOf(node: ScoreNode): ScoreLeaf[] {
  return isBranch(node) ? node.children.flatMap(leavesOf) : [node];
}

/** What is wrong with the tree, in Chinese; empty when it can be scored. */
export function lintTree(tree: ScoreBranch, indicators: readonly string[]): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const leaves = leavesOf(tree).map(({ id }) => id);
  const branches = branchesOf(tree);
  for (const id of [...leaves, ...branches.map((branch) => branch.id)]) {
    if (seen.has(id)) found.push(treeWords.repeated(id));
    seen.add(id);
  }
  const known = new Set(indicators);
  leaves.filter((id) => !known.has(id)).forEach((id) => found.push(treeWords.unknown(id)));
  const used = new Set(leaves);
  indicators.filter((id) => !used.has(id)).forEach((id) => found.push(treeWords.unused(id)));
  branches.filter(({ children }) => children.length === 0).forEach(({ id }) => found.push(treeWords.childless(id)));
  return found;
}
