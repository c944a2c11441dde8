import type { Area } from '../../../core/cell';

/**
 * Merges without those that would overlap one before (rows first, then columns), in time n log n: Univer draws nothing right once
 * two share a cell.
 */
export function apart(merges: readonly Area[]): Area[] {
  const sorted = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
  const kept: Area[] = [];
  /** Merges that may still reach down to the row at hand, from left to right; those that reach it share no column. */
  const open: Area[] = [];
  for (const merge of sorted) {
    let at = placeOf(open, merge.left);
    while (at < open.length && open[at]!.bottom < merge.top) open.splice(at, 1);
    while (at > 0 && open[at - 1]!.bottom < merge.top) open.splice(--at, 1);
    const [before, behind] = [open[at - 1], open[at]];
    if ((before && before.right >= merge.left) || (behind && behind.left <= merge.right)) continue;
    open.splice(at, 0, merge);
    kept.push(merge);
  }
  return kept;
}

/** How many begin left of a column. */
function placeOf(open: readonly Area[], left: number): number {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (open[middle]!.left < left) low = middle + 1;
    else high = middle;
  }
  return low;
}
