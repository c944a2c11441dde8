import type { ScoreResult } from '../score/score';
import { TOTAL } from './total';

/**
 * Scores as marks 满分制: each as the part of its full mark, its share in the total × the full mark of all, that its score of 100 says. The total is in
 * marks already. By place, as weights may differ by group; without weights there is no mark.
 */
export function inMarks(
  scores: ScoreResult,
  full: number,
  sharesAt: (place: number) => ReadonlyMap<string, number> | undefined,
): ScoreResult {
  const marks = (id: string, column: Float64Array): Float64Array =>
    id === TOTAL ? column : column.map((score, place) => (score * (sharesAt(place)?.get(id) ?? NaN) * full) / 100);
  const all = (columns: ReadonlyMap<string, Float64Array>): ReadonlyMap<string, Float64Array> =>
    new Map([...columns].map(([id, column]) => [id, marks(id, column)]));
  return { ...scores, indicatorScores: all(scores.indicatorScores), nodeScores: all(scores.nodeScores) };
}
