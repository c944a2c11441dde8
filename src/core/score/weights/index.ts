import { isReckonable } from '../../decimal';
import type { Problem } from '../../problem';
import { scoreProblems } from '../../words/score';
import { branchesOf, isBranch, leavesOf, nameOf, type ScoreBranch, type ScoreNode } from '../tree';
import { ahp } from './ahp';
import { byGroup } from './by-group';
import { critic } from './critic';
import { entropy } from './entropy';
import { equal } from './equal';
import { given } from './given';
import type { Weighting } from './schema';
import { blocking, type Consistency, type WeightContext, type WeightingMethod } from './weighting';

export { weightingSchema, type Weighting } from './schema';

/** Every weighting by the word after `kind:` in a pack; a new one is its file, its line here and in schema.ts, and its test. */
export const weightingMethods: { readonly [K in Weighting['kind']]: WeightingMethod<Extract<Weighting, { readonly kind: K }>> } = {
  given,
  equal,
  by_group: byGroup,
  entropy,
  critic,
  ahp,
};

function methodOf(config: Weighting): WeightingMethod<Weighting> {
  // The key of the registry is the literal in the schema, so the configuration fits its method.
  return weightingMethods[config.kind] as WeightingMethod<Weighting>;
}

/** The weighting's Chinese term. */
export const weightingTitle = (config: Weighting): string => methodOf(config).title;

export interface Shares {
  /** Node id → share among its siblings by weight group (one entry where all rows share it); adds up to 1, 0 takes no part. */
  readonly shares: ReadonlyMap<string, Float64Array>;
  readonly problems: readonly Problem[];
  readonly consistency: ReadonlyMap<string, Consistency>;
}

/**
 * Weights of every node but the root as shares among siblings. Indicators that cannot be told apart take no part: their
 * siblings share their weight. With a problem of severity `block` there are no shares.
 */
export function resolveShares(config: Weighting, context: WeightContext): Shares {
  const { raw, problems, consistency = new Map<string, Consistency>() } = methodOf(config).weigh(config, context);
  const refused = (all: readonly Problem[]): Shares => ({ shares: new Map(), problems: all, consistency });
  if (problems.some(({ severity }) => severity === 'block')) return refused(problems);

  const nodes = new Map([...leavesOf(context.tree), ...branchesOf(context.tree)].map((node) => [node.id, node]));
  const unreckonable = [...raw].flatMap(([id, column]) =>
    [...column].filter((w) => w === w && !isReckonable(w)).map((w) => [id, w] as const),
  );
  if (unreckonable.length > 0)
    return refused([
      ...problems,
      ...unreckonable.map(([id, w]) => blocking('weights-unreckonable', scoreProblems.weightUnreckonable(nodes.get(id)?.title ?? id, w))),
    ]);

  const groups = Math.max(1, ...[...raw.values()].map((column) => column.length));
  const own = (node: ScoreNode, group: number): number => {
    const weight = raw.get(node.id)?.[group];
    if (weight !== undefined && weight === weight) return weight;
    return isBranch(node) ? node.children.reduce((sum, child) => sum + own(child, group), 0) : 0;
  };
  const silent = (node: ScoreNode): boolean => leavesOf(node).every(({ id }) => context.silent.has(id));
  const shares = new Map<string, Float64Array>();
  const zero: ScoreBranch[] = [];
  for (const branch of branchesOf(context.tree)) {
    branch.children.forEach(({ id }) => shares.set(id, new Float64Array(groups)));
    const speaking = branch.children.filter((child) => !silent(child));
    for (let group = 0; group < groups; group++) {
      const weights = speaking.map((child) => own(child, group));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (sum > 0) speaking.forEach(({ id }, at) => (shares.get(id)![group] = weights[at]! / sum));
      // A branch that weighs nothing itself may well hold children that weigh nothing.
      else if (speaking.length > 0 && (branch === context.tree || own(branch, group) > 0) && !zero.includes(branch)) zero.push(branch);
    }
  }
  if (zero.length > 0)
    return refused([...problems, ...zero.map((branch) => blocking('weights-zero', scoreProblems.weightsZero(nameOf(branch))))]);
  return { shares, problems, consistency };
}

/** Share of every node in the whole: its share among siblings times those of the branches above it. The root's is 1. */
export function overallShares(tree: ScoreBranch, weights: ReadonlyMap<string, number>): Map<string, number> {
  const overall = new Map<string, number>();
  const visit = (node: ScoreNode, above: number): void => {
    overall.set(node.id, above);
    if (isBranch(node)) node.children.forEach((child) => visit(child, above * (weights.get(child.id) ?? 0)));
  };
  visit(tree, 1);
  return overall;
}
