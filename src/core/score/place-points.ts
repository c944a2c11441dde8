import { roundHalfUp } from '../decimal';
import { NOISE_DECIMALS } from './rank';

/** Points for the place that a row takes among those of its group, ties sharing the best place; or for the places that it gained. */
export interface PlaceAdjustment {
  readonly kind: 'places';
  readonly title: string;
  /** What places are counted by, the greater the better, NaN where missing; the total as it is put together where left out. */
  readonly figures?: Float64Array | undefined;
  /** Node of the tree whose scores the figures are: they move with what is missing. */
  readonly node?: string | undefined;
  /** Row → group, -1 where it is not known; all are one group where left out. */
  readonly groups?: ArrayLike<number> | undefined;
  /** With `gain`: each row's place on the earlier list, NaN where not known. */
  readonly before?: Float64Array | undefined;
  /** Points of a place in a group, or of so many places gained (none for those lost). */
  readonly pointsOf: (placeOrGain: number, group: number) => number;
  /** Places that may have points; unused with `before`. */
  readonly length: number;
  /** The most that a row can get. */
  readonly most: number;
}

/** Figures or totals of each group in rising order. */
class Sorted {
  private readonly byGroup = new Map<number, Float64Array>();

  constructor(keys: Float64Array, groupOf: (row: number) => number, isTaking: (row: number) => boolean) {
    const lists = new Map<number, number[]>();
    keys.forEach((key, row) => {
      if (key !== key || !isTaking(row)) return;
      const list = lists.get(groupOf(row));
      if (list) list.push(key);
      else lists.set(groupOf(row), [key]);
    });
    for (const [group, list] of lists) this.byGroup.set(group, Float64Array.from(list).sort());
  }

  /** How many of a group are greater. */
  over(group: number, key: number): number {
    const list = this.byGroup.get(group) ?? new Float64Array();
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return list.length - low;
  }
}

const keyOf = (x: number): number => (Number.isFinite(x) ? roundHalfUp(x, NOISE_DECIMALS) : x);

/** Points at a place; NaN where what it is compared with is not known. */
function pointsAt({ before, pointsOf }: PlaceAdjustment, row: number, place: number, group: number): number {
  if (!before) return pointsOf(place, group);
  const gain = before[row]! - place;
  return gain > 0 ? pointsOf(gain, group) : gain === gain ? 0 : NaN;
}

/** Points by row; NaN where the row's place or its earlier one is not known. */
export function placePoints(adjustment: PlaceAdjustment, totals: Float64Array): Float64Array {
  const { figures = totals, groups } = adjustment;
  const keys = figures.map(keyOf);
  const groupOf = (row: number): number => groups?.[row] ?? 0;
  const sorted = new Sorted(keys, groupOf, (row) => groupOf(row) >= 0);
  return keys.map((key, row) => {
    const group = groupOf(row);
    return key !== key || group < 0 ? NaN : pointsAt(adjustment, row, sorted.over(group, key) + 1, group);
  });
}

/**
 * Least and most points over the completions of what is missing: of each row at the best and the worst place that it can come to.
 * @param low least totals as they are put together, or scores of its node, `high` the greatest
 * @param members how many rows belong for sure
 */
export function boundPlacePoints(
  adjustment: PlaceAdjustment,
  low: Float64Array,
  high: Float64Array,
  members: number,
): { readonly least: Float64Array; readonly most: Float64Array } {
  const { node, groups, before, length } = adjustment;
  const figures = node === undefined ? adjustment.figures : undefined;
  const ends = (end: Float64Array, unknown: number): Float64Array =>
    figures ? figures.map((x) => (x === x ? keyOf(x) : unknown)) : end.map(keyOf);
  const [lows, highs] = [ends(low, -Infinity), ends(high, Infinity)];
  const groupOf = (row: number): number => groups?.[row] ?? 0;
  const sure = new Sorted(lows, groupOf, (row) => row < members && groupOf(row) >= 0);
  const possible = new Sorted(highs, groupOf, () => true);
  const [least, most] = [new Float64Array(low.length), new Float64Array(low.length).fill(adjustment.most)];
  for (let row = 0; row < low.length; row++) {
    const group = groupOf(row);
    const [from, to] = [lows[row]!, highs[row]!];
    if (group < 0 || from !== from || (before && Number.isNaN(before[row]!))) continue;
    const best = sure.over(group, to) + 1;
    const worst = possible.over(group, from) + possible.over(-1, from) + (to > from ? 0 : 1);
    // Points for places gained rise with each place; a list may give any points to any place.
    const places = before ? [best, worst] : Array.from({ length: Math.min(worst, length + 1) - best + 1 }, (_, at) => best + at);
    const points = places.map((place) => pointsAt(adjustment, row, place, group));
    least[row] = Math.min(...points, Infinity);
    most[row] = Math.max(...points, 0);
    if (points.length === 0) least[row] = 0;
  }
  return { least, most };
}

/** Whether something beside the totals leaves it open who stands where. */
export const arePlacesOpen = ({ figures, groups, before }: PlaceAdjustment): boolean =>
  [figures, before].some((values) => values?.some((x) => x !== x) === true) ||
  (groups !== undefined && Array.from(groups).some((group) => group < 0));
