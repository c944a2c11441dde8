import { leavesOf, type ScoreLeaf } from '../tree';
import type { WeightContext } from './weighting';

/** Score columns of the indicators that take part, cut down to the rows where none of them is missing. One that nobody has a figure for takes no part. */
export function completeRows({ tree, rows, scores, silent }: WeightContext): {
  readonly leaves: readonly ScoreLeaf[];
  readonly columns: readonly Float64Array[];
  readonly count: number;
} {
  const leaves = leavesOf(tree).filter(({ id }) => !silent.has(id) && scores.get(id)!.some((score) => score === score));
  const all = leaves.map(({ id }) => scores.get(id)!);
  const complete = new Uint8Array(rows).fill(1);
  for (const column of all) for (let row = 0; row < rows; row++) if (column[row] !== column[row]) complete[row] = 0;
  const count = complete.reduce((sum, flag) => sum + flag, 0);
  return { leaves, columns: all.map((column) => column.filter((_, row) => complete[row] === 1)), count };
}
