import { onMethodScale, reachOf, turns, type MethodByRow } from '../score/methods/index';
import { extentOf, isConstant } from '../score/methods/population';
import { scoresOf, type IndicatorColumn, type ScoreBounds } from './indicator-column';

/**
 * Bounds of scores where each row is measured by numbers of its own: a missing figure within the present range scores between what the ends of it
 * would score in its place; where the numbers are not there, anything within the method's reach.
 */
export function boundByRow({ values, direction }: IndicatorColumn, method: MethodByRow): ScoreBounds {
  const { scores } = scoresOf(values, direction, method);
  const reach = reachOf(method.declared);
  const present = extentOf(onMethodScale(values, method.declared).map((x, row) => (x === x ? values[row]! : NaN)));
  const narrow = present.least === present.least && !turns(method.declared) && !isConstant(present);
  const [low, high] = [scores.slice(), scores.slice()];
  scores.forEach((score, row) => {
    if (score === score) return;
    const own = narrow && values[row] !== values[row] ? method.at(row) : undefined;
    const ends = own ? extentOf(scoresOf(Float64Array.of(present.least, present.greatest), direction, own).scores) : undefined;
    [low[row], high[row]] = ends ? [ends.least, ends.greatest] : reach;
  });
  const at = (row: number, end: 0 | 1): number => (scores[row] === scores[row] ? scores[row]! : reach[end]);
  return { low, high, moves: true, pairAnywhere: (i, j) => (i === j ? 0 : at(i, 0) - at(j, 1)), unsettled: false };
}
