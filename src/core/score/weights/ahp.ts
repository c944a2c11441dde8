import { z } from 'zod';
import { formatHalfUp, isReckonable } from '../../decimal';
import { own } from '../../own';
import type { Problem } from '../../problem';
import { scoreProblems, weightingTitles } from '../../words/score';
import { branchesOf, nameOf, type ScoreBranch } from '../tree';
import { blocking, defineWeighting, type Consistency } from './weighting';

/** Random index by size, Saaty (1980); sizes 1 and 2 are always consistent. */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
/** Members of a group that the index goes up to. */
export const MOST_COMPARED = RANDOM_INDEX.length - 1;
/** Saaty's bound for judgements that can still be used. */
export const MOST_INCONSISTENT = 0.1;
/** 1/3 typed as 0.33 or 1/9 as 0.11 is meant as the reciprocal. */
const RECIPROCAL_SLACK = 0.05;

export interface Priorities extends Consistency {
  /** Adds up to 1. */
  readonly weights: Float64Array;
}

/**
 * Principal eigenvector w and eigenvalue λmax of a positive reciprocal matrix by power iteration, with
 * CI = (λmax − n)/(n − 1) and CR = CI/RI. Of each pair of mirrored entries the one ≥ 1 is taken as the judgement.
 * Source: T. L. Saaty, The Analytic Hierarchy Process (1980).
 */
export function priorities(matrix: readonly (readonly number[])[]): Priorities {
  const n = matrix.length;
  const judged = (row: number, column: number): number => {
    if (row === column) return 1;
    const own = matrix[row]![column]!;
    return own >= 1 ? own : 1 / matrix[column]![row]!;
  };
  let weights = new Float64Array(n).fill(1 / n);
  let lambdaMax = n;
  for (let round = 0; round < 1000; round++) {
    const next = weights.map((_, row) => weights.reduce((sum, w, column) => sum + judged(row, column) * w, 0));
    // The weights add up to 1, so the sum of the image estimates λmax.
    lambdaMax = next.reduce((sum, w) => sum + w, 0);
    let moved = 0;
    for (let at = 0; at < n; at++) {
      next[at]! /= lambdaMax;
      moved = Math.max(moved, Math.abs(next[at]! - weights[at]!));
    }
    weights = next;
    if (moved < 1e-15) break;
  }
  const index = n > 1 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0;
  return { weights, lambdaMax, index, ratio: n > 2 ? index / RANDOM_INDEX[n]! : 0 };
}

function checkMatrix(branch: ScoreBranch, matrix: readonly (readonly number[])[]): Problem | undefined {
  const title = nameOf(branch);
  const n = branch.children.length;
  if (n >= RANDOM_INDEX.length) return blocking('ahp-too-large', scoreProblems.ahpTooLarge(title, n));
  if (matrix.length !== n || matrix.some((row) => row.length !== n)) return blocking('ahp-shape', scoreProblems.ahpShape(title, n));
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const judged = matrix[row]![column]!;
      if (!(judged > 0 && isReckonable(judged)))
        return blocking('ahp-not-positive', scoreProblems.ahpNotPositive(title, row + 1, column + 1));
    }
  }
  for (let row = 0; row < n; row++) {
    for (let column = row; column < n; column++) {
      if (Math.abs(matrix[row]![column]! * matrix[column]![row]! - 1) > RECIPROCAL_SLACK) {
        return blocking('ahp-not-reciprocal', scoreProblems.ahpNotReciprocal(title, row + 1, column + 1));
      }
    }
  }
  return undefined;
}

export const ahpSchema = () => z.strictObject({ kind: z.literal('ahp'), matrices: z.record(z.string(), z.array(z.array(z.number()))) });

/**
 * AHP 层次分析法: `{ kind: ahp, matrices: { <branch>: [[1, 3], [0.33, 1]] } }`, rows and columns in the order of the branch's children;
 * a branch with one child needs none. Judgements with CR over 0.1 are refused.
 */
export const ahp = defineWeighting<typeof ahpSchema>({
  title: weightingTitles.ahp,
  weigh({ matrices }, { tree }) {
    const raw = new Map<string, Float64Array>();
    const consistency = new Map<string, Consistency>();
    const problems: Problem[] = [];
    for (const branch of branchesOf(tree)) {
      const matrix = own(matrices, branch.id) ?? (branch.children.length === 1 ? [[1]] : undefined);
      const problem = matrix ? checkMatrix(branch, matrix) : blocking('ahp-missing', scoreProblems.ahpMissing(nameOf(branch)));
      if (problem || !matrix) {
        if (problem) problems.push(problem);
        continue;
      }
      const { weights, ...checked } = priorities(matrix);
      consistency.set(branch.id, checked);
      if (checked.ratio > MOST_INCONSISTENT) {
        problems.push(blocking('ahp-inconsistent', scoreProblems.ahpInconsistent(nameOf(branch), formatHalfUp(checked.ratio, 4))));
      }
      branch.children.forEach(({ id }, at) => raw.set(id, Float64Array.of(weights[at]!)));
    }
    return { raw, problems, consistency };
  },
});
