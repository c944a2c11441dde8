import { compareNumbers, type Order } from '../../decimal';

/** One band; a missing lower (upper) edge is minus (plus) infinity. */
export interface Band {
  readonly at_least?: number | undefined;
  readonly over?: number | undefined;
  readonly under?: number | undefined;
  readonly at_most?: number | undefined;
  readonly points: number;
}

/**
 * A cut of the real line just before (side 0) or just after (side 1) a number: `at_least 5` starts and `under 5` ends before
 * 5, `over 5` starts and `at_most 5` ends after it. So two bands join without gap or overlap exactly when the cuts are equal.
 */
export interface Cut {
  readonly at: number;
  readonly side: 0 | 1;
}

export function compareCuts(a: Cut, b: Cut): Order {
  // Infinities have no decimal; they are equal to themselves only.
  if (a.at !== b.at && !(Number.isFinite(a.at) && Number.isFinite(b.at))) return a.at < b.at ? -1 : 1;
  const order = compareNumbers(a.at, b.at);
  if (order !== 0) return order;
  return a.side === b.side ? 0 : a.side < b.side ? -1 : 1;
}

export const startOf = (band: Band): Cut =>
  band.at_least !== undefined ? { at: band.at_least, side: 0 } : { at: band.over ?? -Infinity, side: 1 };

export const endOf = (band: Band): Cut =>
  band.under !== undefined ? { at: band.under, side: 0 } : { at: band.at_most ?? Infinity, side: 1 };

/** Whether any number belongs to the band. */
export const isFilled = (band: Band): boolean => compareCuts(startOf(band), endOf(band)) < 0;

/** The bands from the lowest to the highest. */
export function sortBands<B extends Band>(bands: readonly B[]): B[] {
  return [...bands].sort((a, b) => compareCuts(startOf(a), startOf(b)) || compareCuts(endOf(a), endOf(b)));
}
