import { compareNumbers } from '../../decimal';
import { bandWords } from '../../words/score-config';
import { compareCuts, endOf, isFilled, sortBands, startOf, type Band, type Cut } from './band-order';

export type { Band } from './band-order';

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
