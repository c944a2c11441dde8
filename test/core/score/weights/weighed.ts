import type { ScoreBranch, ScoreNode } from '../../../../src/core/score/tree';
import { resolveShares, weightingSchema, type Shares } from '../../../../src/core/score/weights/index';

/** A branch that takes arithmetic means of what is there. */
export function branch(id: string, children: readonly ScoreNode[], weight?: number): ScoreBranch {
  return { id, children, method: 'weighted_arithmetic', missing: 'renormalise', ...(weight !== undefined && { weight }) };
}

export interface Given {
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly silent?: readonly string[];
  readonly groupNames?: readonly string[];
}

/** Shares of a tree under a weighting as a pack writes it. */
export function weighed(tree: ScoreBranch, config: object, { columns = {}, silent = [], groupNames }: Given = {}): Shares {
  const scores = new Map(Object.entries(columns).map(([id, column]) => [id, Float64Array.from(column)]));
  const rows = Object.values(columns)[0]?.length ?? 0;
  return resolveShares(weightingSchema.parse(config), { tree, rows, scores, silent: new Set(silent), groupNames });
}

export const shareOf = ({ shares }: Shares, id: string, group = 0): number => shares.get(id)![group]!;
export const codes = ({ problems }: Shares): string[] => problems.map(({ code }) => code);
