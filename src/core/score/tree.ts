import { treeWords } from '../words/score';
import type { Aggregation, MissingPolicy } from './tree-schema';

export type { Aggregation, MissingPolicy };

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
  /** The most that its score can be. */
  readonly cap?: number | undefined;
  /** What its score of 100 comes to, where that is another number: the full mark of all. */
  readonly full?: number | undefined;
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
