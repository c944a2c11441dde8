import { compareNumbers, type Order } from '../../decimal';
import { bandWords } from '../../words/score';

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
interface Cut {
  readonly at: number;
  readonly side: 0 | 1;
}

function compareCuts(a: Cut, b: Cut): Order {
  // Infinities have no decimal; they are equal to themselves only.
  if (a.at !== b.at && !(Number.isFinite(a.at) && Number.isFinite(b.at))) return a.at < b.at ? -1 : 1;
  const order = compareNumbers(a.at, b.at);
  if (order !== 0) return order;
  return a.side === b.side ? 0 : a.side < b.side ? -1 : 1;
}

const startOf = (band: Band): Cut =>
  band.at_least !== undefined ? { at: band.at_least, side: 0 } : { at: band.over ?? -Infinity, side: 1 };

const endOf = (band: Band): Cut => (band.under !== undefined ? { at: band.under, side: 0 } : { at: band.at_most ?? Infinity, side: 1 });

/** Whether any number belongs to the band. */
export const isFilled = (band: Band): boolean => compareCuts(startOf(band), endOf(band)) < 0;

/** The bands from the lowest to the highest. */
export function sortBands<B extends Band>(bands: readonly B[]): B[] {
  return [...bands].sort((a, b) => compareCuts(startOf(a), startOf(b)) || compareCuts(endOf(a), endOf(b)));
}

function gap(from: Cut, to: Cut): string {
  if (from.at === -Infinity) return to.side === 0 ? bandWords.gapBelow(to.at) : bandWords.gapBelowOrAt(to.at);
  if (to.at === Infinity) return from.side === 1 ? bandWords.gapAbove(from.at) : bandWords.gapAboveOrAt(from.at);
  return compareNumbers(from.at, to.at) === 0 ? bandWords.gapExactly(to.at) : bandWords.gapBetween(from.at, to.at);
}

/**
 * Proves that the bands cover the whole real line exactly once. Returns what is wrong in Chinese, one entry a mistake
 * (gap, overlap, a number exactly on a limit that belongs to none or to two); bands are counted from 1 as written.
 */
export function checkBands(bands: readonly Band[]): string[] {
  if (bands.length === 0) return [bandWords.none];
  const malformed: string[] = [];
  bands.forEach((band, index) => {
    if (band.at_least !== undefined && band.over !== undefined) malformed.push(bandWords.twoLower(index + 1));
    if (band.under !== undefined && band.at_most !== undefined) malformed.push(bandWords.twoUpper(index + 1));
    if (!isFilled(band)) malformed.push(bandWords.empty(index + 1));
  });
  if (malformed.length > 0) return malformed;

  const found: string[] = [];
  let covered: Cut = { at: -Infinity, side: 1 };
  let furthest: Band | undefined;
  for (const band of sortBands(bands)) {
    const start = startOf(band);
    const order = compareCuts(start, covered);
    if (order > 0) found.push(gap(covered, start));
    else if (order < 0 && furthest) {
      const [first, second] = [bands.indexOf(furthest) + 1, bands.indexOf(band) + 1];
      const onLimitOnly = Number.isFinite(start.at) && start.at === covered.at;
      found.push(onLimitOnly ? bandWords.overlapExactly(start.at, first, second) : bandWords.overlap(first, second));
    }
    if (compareCuts(endOf(band), covered) > 0) {
      covered = endOf(band);
      furthest = band;
    }
  }
  if (covered.at !== Infinity) found.push(gap(covered, { at: Infinity, side: 1 }));
  return found;
}
