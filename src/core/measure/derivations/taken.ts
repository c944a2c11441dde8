import { compareRatio, divideRatio, ratioOf, sumRatios, type Ratio } from '../../decimal';
import type { Bounds } from '../bounds';
import type { MeasureOf } from '../kinds';

/**
 * Mean, median, least or greatest of several figures; the median of an even number is the mean of the two in the middle. `drop` leaves out so many of
 * the highest and as many of the lowest first (去掉最高分、最低分; the trimmed mean). undefined where nothing is left.
 */
export function taken(figures: readonly Ratio[], take: MeasureOf<'statistic'>['take'], drop = 0): Ratio | undefined {
  const sorted = [...figures].sort(compareRatio).slice(drop, figures.length - drop);
  const count = sorted.length;
  const halfway = count >> 1;
  if (count === 0 || figures.length <= 2 * drop) return undefined;
  if (take === 'least') return sorted[0];
  if (take === 'greatest') return sorted[count - 1];
  const those = take === 'mean' ? sorted : count % 2 === 1 ? [sorted[halfway]!] : [sorted[halfway - 1]!, sorted[halfway]!];
  return divideRatio(sumRatios(those), ratioOf(those.length));
}

/** What it can be where each figure moves by itself: it rises with every one of them. */
export function takenBounds(figures: readonly Bounds[], take: MeasureOf<'statistic'>['take'], drop = 0): Bounds {
  const end = (ends: readonly (Ratio | undefined)[]): Ratio | undefined => {
    const known = ends.filter((one) => one !== undefined);
    return known.length < ends.length ? undefined : taken(known, take, drop);
  };
  return { low: end(figures.map(({ low }) => low)), high: end(figures.map(({ high }) => high)) };
}
