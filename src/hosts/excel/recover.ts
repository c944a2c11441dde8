import { ProblemError } from '../../core/problem';
import { excelWords as words } from './words';
import { OWNED_COMMENT } from '../results/mark';
import { nameKey } from '../results/names';
import { flush } from './context';
import { explained, failureKind } from './failure';
import { refusal } from '../../core/refusal';
import type { Step } from './failure';
import { queueListing } from './listing';
import type { Listing } from './listing';
import { queueDelete } from './swap';
import type { Swap } from './swap';
import { listingChange } from './unchanged';
import type { SeenSheet } from './read-sheets';

/** What a failed write left behind and what it was about. */
export interface Remains {
  /** Names of sheets that were being filled. */
  readonly unfinished: readonly string[];
  readonly swap: Swap | undefined;
  readonly seen: readonly SeenSheet[] | undefined;
}

/** A fresh context: whatever is queued in the one that failed must not be sent. */
type Reopen = () => Excel.RequestContext;

/**
 * Takes a failed write back: our unfinished sheets go, the earlier ones get their names again.
 * @returns the error to throw, or 'finished' where the exchange had come so far that finishing was the only whole state
 */
export async function recover(reopen: Reopen, remains: Remains, error: unknown, step: Step): Promise<unknown> {
  let listing: Listing;
  try {
    const context = reopen();
    listing = await relist(context);
    if (remains.swap && deleting(remains.swap, listing)) {
      await finishSwap(context, remains.swap, listing);
      return 'finished';
    }
    await takeBack(context, remains, listing);
  } catch {
    return withMore(error, step, words.leftover(remains.unfinished) + oldNames(remains.swap));
  }
  if (failureKind(error) !== undefined) {
    if (listing.protectedStructure) return refusal('protected-structure', words.protectedStructure());
    const change = remains.seen && listingChange(remains.seen, withoutOurs(listing, remains));
    if (change) return change;
  }
  return withMore(error, step, words.untouched);
}

/** Faults of ours keep their own words. */
function withMore(error: unknown, step: Step, more: string): unknown {
  if (!(error instanceof ProblemError)) return explained(error, step, more);
  if (more === words.untouched) return error;
  return new ProblemError(error.problems.map((problem, n) => (n === 0 ? { ...problem, message: problem.message + more } : problem)));
}

async function relist(context: Excel.RequestContext): Promise<Listing> {
  const take = queueListing(context);
  await flush(context);
  return take();
}

function withoutOurs(listing: Listing, { unfinished }: Remains): Listing {
  return { ...listing, sheets: listing.sheets.filter(({ name }) => !unfinished.includes(name)) };
}

/** Deleting is the last thing that an exchange does: where it began, all the rest is done. */
function deleting({ old, filled, names }: Swap, listing: Listing): boolean {
  const nameOf = (id: string): string | undefined => listing.sheets.find((sheet) => sheet.id === id)?.name;
  return old.some(({ id }) => nameOf(id) === undefined) && filled.every(({ id }, n) => nameOf(id) === names.sheets[n]);
}

async function finishSwap(context: Excel.RequestContext, { old }: Swap, listing: Listing): Promise<void> {
  queueDelete(
    context,
    old.filter(({ id }) => listing.sheets.some((sheet) => sheet.id === id)),
  );
  await flush(context);
}

async function takeBack(context: Excel.RequestContext, { unfinished, swap }: Remains, listing: Listing): Promise<void> {
  const ours = new Set(swap?.filled.map(({ id }) => id));
  const gone = listing.sheets.filter(({ id, name }) => ours.has(id) || unfinished.includes(name));
  const left = new Set(listing.names.map(({ name }) => nameKey(name)));
  const added = new Set(swap?.names.ranges.flat().map(nameKey));
  for (const { name, ours: owned } of listing.names) {
    const before = swap?.oldNames.some((old) => nameKey(old.name) === nameKey(name));
    if (swap && owned && added.has(nameKey(name)) && !before) context.workbook.names.getItem(name).delete();
  }
  queueDelete(context, gone);
  swap?.old.forEach(({ id, name }, n) => {
    // Only names that we gave: another pane may have renamed the sheet meanwhile.
    const ourName = words.replacedName(n + 1, swap.tag);
    if (listing.sheets.some((sheet) => sheet.id === id && sheet.name === ourName)) context.workbook.worksheets.getItem(id).name = name;
  });
  for (const { name, formula } of swap?.oldNames ?? []) {
    if (left.has(nameKey(name))) context.workbook.names.getItem(name).formula = formula;
    else context.workbook.names.add(name, formula, OWNED_COMMENT);
  }
  if (gone.length > 0 || swap) await flush(context);
}

function oldNames(swap: Swap | undefined): string {
  return swap && swap.old.length > 0 ? words.oldKept(swap.old.map((_, n) => words.replacedName(n + 1, swap.tag))) : '';
}
