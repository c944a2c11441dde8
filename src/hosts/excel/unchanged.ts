import type { Area } from '../../core/cell';
import type { ProblemError } from '../../core/problem';
import { excelWords as words } from './words';
import { flush } from './context';
import { failureKind, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import type { Watch } from '../port';
import { CellDigest } from './digest';
import type { PlainSheet } from './listing';
import { cellsOf, loadExtent, rangeOf } from './read-pieces';
import { digestOf } from './read-sheets';
import type { SeenSheet } from './seen-sheet';

/** So many cells are read again together with the last batch of a write. */
const AT_ONCE = 60_000;
/** Beyond so many only the used ranges are compared: reading everything twice would take longer than anybody waits. */
const AT_MOST = 1_000_000;

const changed = (what: string): ProblemError => refusal('changed', words.changed(what));

/** How many cells a second look at the sheets would read. */
export function seenCells(seen: readonly SeenSheet[]): number {
  return seen.reduce((sum, { areas }) => sum + areas.reduce((cells, area) => cells + cellsOf(area), 0), 0);
}

/** Whether sheets that were read went or were renamed, or others came. Formulas of the results name them. @param sheets as they are now, without ours */
export function sheetChange(seen: readonly SeenSheet[], sheets: readonly Pick<PlainSheet, 'id' | 'name'>[]): ProblemError | undefined {
  const now = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  for (const { id, name } of seen) {
    const sheet = now.get(id);
    if (!sheet) return changed(words.changedWhat.sheetGone(name));
    if (sheet.name !== name) return changed(words.changedWhat.sheetRenamed(name, sheet.name));
  }
  const known = new Set(seen.map(({ id }) => id));
  const added = sheets.find(({ id }) => !known.has(id));
  return added && changed(words.changedWhat.sheetAdded(added.name));
}

const sameArea = (a: Area | undefined, b: Area | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right);

/**
 * Queues a second look at the sheets that were read: cells where they are few, else what is in use only.
 * @returns what changed, once the batch was sent
 */
export function queueSecondLook(context: Excel.RequestContext, seen: readonly SeenSheet[]): () => ProblemError | undefined {
  const cells = seenCells(seen) <= AT_ONCE;
  const queued = seen.map((sheet) => {
    const used = context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true);
    const extent = loadExtent(used);
    if (cells) used.load('formulas');
    return { sheet, used, extent };
  });
  return () => {
    for (const { sheet, used, extent } of queued) {
      const area = extent();
      const same =
        sameArea(area, sheet.extent) &&
        (!cells || !area || digestOf([{ top: area.top, left: area.left, formulas: used.formulas as unknown[][] }]) === sheet.digest);
      if (!same) return changed(words.changedWhat.cells(sheet.name));
    }
    return undefined;
  };
}

/**
 * Reads a large workbook's formulas and constants again, as many cells in one request as go into it, whatever sheets they are on. Small ones
 * were looked at with {@link queueSecondLook}.
 */
export async function lookAgain(
  context: Excel.RequestContext,
  seen: readonly SeenSheet[],
  watch: Watch | undefined,
): Promise<ProblemError | undefined> {
  const total = seenCells(seen);
  if (total <= AT_ONCE || total > AT_MOST) return undefined;
  const digests = new Map(seen.map(({ id }) => [id, new CellDigest()]));
  const wanted = seen.flatMap(({ id, name, areas }) => areas.map((area) => ({ id, name, area })));
  for (let next = 0; next < wanted.length;) {
    stopIfCancelled(watch);
    const batch: { id: string; name: string; area: Area; range: Excel.Range }[] = [];
    let cells = 0;
    while (next < wanted.length && (batch.length === 0 || cells + cellsOf(wanted[next]!.area) <= AT_ONCE)) {
      const { id, name, area } = wanted[next++]!;
      cells += cellsOf(area);
      const range = rangeOf(context.workbook.worksheets.getItem(id), area);
      range.load('formulas');
      batch.push({ id, name, area, range });
    }
    try {
      await flush(context);
    } catch (error) {
      // Longer texts than before: that is a change as well.
      if (failureKind(error) === 'too-large') return changed(words.changedWhat.cells(batch[0]!.name));
      throw error;
    }
    for (const { id, area, range } of batch) digests.get(id)!.add(area.top, area.left, range.formulas as unknown[][]);
  }
  const other = seen.find(({ id, digest }) => digests.get(id)!.value !== digest);
  return other && changed(words.changedWhat.cells(other.name));
}
