import { ProblemError } from '../../core/problem';
import { excelWords as words } from './words';
import { OWNED_COMMENT } from '../results/mark';
import { nameKey } from '../results/names';
import { flush } from './context';
import { explained, failureKind } from './failure';
import { refusal } from '../../core/refusal';
import type { Step } from './failure';
import { queueNames, queueSheets } from './listing';
import type { ListedName, PlainSheet } from './listing';
import { queueDelete } from './swap';
import type { Swap } from './swap';
import { sheetChange } from './unchanged';
import type { SeenSheet } from './seen-sheet';

/** What a failed write left behind and what it was about. */
export interface Remains {
  /** Names of sheets that were being filled. */
  readonly unfinished: readonly string[];
  readonly swap: Swap | undefined;
  /** Ids of our sheets that were there before, copies that the user made included. */
  readonly ours: readonly string[];
  readonly seen: readonly SeenSheet[] | undefined;
}

export type Settled = 'finished' | 'taken-back';

/** What a failed write came to. */
export interface Recovery {
  /** Undefined where neither was possible: the remains are still there. */
  readonly settled: Settled | undefined;
  /** What to throw; undefined where the write is finished after all. */
  readonly error: unknown;
}

interface Now {
  readonly sheets: readonly PlainSheet[];
  readonly protectedStructure: boolean;
  readonly names: readonly ListedName[];
}

/**
 * Takes a failed write back: our unfinished sheets go, the earlier ones get their names again. Where the exchange had come so far that
 * finishing is the only whole state, it is finished.
 * @param context a fresh one: whatever is queued in the one that failed must not be sent
 */
export async function recover(context: Excel.RequestContext, remains: Remains, error: unknown, step: Step): Promise<Recovery> {
  let now: Now;
  try {
    now = await look(context, remains);
    if ((await settle(context, remains, now)) === 'finished') return { settled: 'finished', error: undefined };
  } catch (cause) {
    return {
      settled: undefined,
      error: withMore(error, step, words.leftover(remains.unfinished, causeOf(cause)) + oldNames(remains.swap)),
    };
  }
  if (failureKind(error) !== undefined) {
    if (now.protectedStructure) return { settled: 'taken-back', error: refusal('protected-structure', words.protectedStructure()) };
    const seen = new Set(remains.seen?.map(({ id }) => id));
    const ours = new Set(remains.ours);
    const theirs = now.sheets.filter(({ id, name }) => seen.has(id) || (!ours.has(id) && !remains.unfinished.includes(name)));
    const change = remains.seen && sheetChange(remains.seen, theirs);
    if (change) return { settled: 'taken-back', error: change };
  }
  return { settled: 'taken-back', error: withMore(error, step, words.untouched) };
}

/** The same for remains of an earlier failure, at the next chance. @throws what Excel says */
export async function settleRemains(context: Excel.RequestContext, remains: Remains): Promise<Settled> {
  return settle(context, remains, await look(context, remains));
}

function causeOf(cause: unknown): string {
  const told = explained(cause, 'clear');
  return told instanceof ProblemError ? (told.problems[0]?.message ?? '') : '';
}

/** Faults of ours keep their own words. */
function withMore(error: unknown, step: Step, more: string): unknown {
  if (!(error instanceof ProblemError)) return explained(error, step, more);
  if (more === words.untouched) return error;
  return new ProblemError(error.problems.map((problem, n) => (n === 0 ? { ...problem, message: problem.message + more } : problem)));
}

async function look(context: Excel.RequestContext, { swap }: Remains): Promise<Now> {
  const takeSheets = queueSheets(context);
  const takeNames = swap && touchesNames(swap) ? queueNames(context) : undefined;
  await flush(context);
  return { ...takeSheets(), names: takeNames?.() ?? [] };
}

const touchesNames = ({ names, oldNames }: Swap): boolean => oldNames.length > 0 || names.ranges.some((ranges) => ranges.length > 0);

async function settle(context: Excel.RequestContext, remains: Remains, now: Now): Promise<Settled> {
  if (remains.swap && exchanged(remains.swap, now.sheets)) {
    await finishSwap(context, remains.swap, now.sheets);
    return 'finished';
  }
  await takeBack(context, remains, now);
  return 'taken-back';
}

/** Deleting comes after all renaming: where it began, or where there was nothing to delete, all that makes the result is done. */
function exchanged({ old, filled, names }: Swap, sheets: readonly PlainSheet[]): boolean {
  const nameOf = (id: string): string | undefined => sheets.find((sheet) => sheet.id === id)?.name;
  if (!filled.every(({ id }, n) => nameOf(id) === names.sheets[n])) return false;
  return old.length === 0 ? names.ranges.every((ranges) => ranges.length === 0) : old.some(({ id }) => nameOf(id) === undefined);
}

async function finishSwap(context: Excel.RequestContext, { old }: Swap, sheets: readonly PlainSheet[]): Promise<void> {
  const left = old.filter(({ id }) => sheets.some((sheet) => sheet.id === id));
  if (left.length === 0) return;
  queueDelete(context, left);
  await flush(context);
}

async function takeBack(context: Excel.RequestContext, { unfinished, swap }: Remains, { sheets, names }: Now): Promise<void> {
  const there = new Set(sheets.map(({ id }) => id));
  const ours = new Set(swap?.filled.map(({ id }) => id));
  const gone = sheets.filter(({ id, name }) => ours.has(id) || unfinished.includes(name));
  queueDelete(context, gone);
  // Where neither the new nor the old sheets are left, a later run has taken their place and the names are its own.
  const restoring = swap !== undefined && (gone.length > 0 || swap.old.some(({ id }) => there.has(id)));
  if (restoring) restore(context, swap, sheets, names);
  if (gone.length > 0 || restoring) await flush(context);
}

function restore(context: Excel.RequestContext, swap: Swap, sheets: readonly PlainSheet[], names: readonly ListedName[]): void {
  const left = new Set(names.map(({ name }) => nameKey(name)));
  const added = new Set(swap.names.ranges.flat().map(nameKey));
  for (const { name, ours } of names) {
    const before = swap.oldNames.some((old) => nameKey(old.name) === nameKey(name));
    if (ours && added.has(nameKey(name)) && !before) context.workbook.names.getItem(name).delete();
  }
  swap.old.forEach(({ id, name }, n) => {
    // Only names that we gave: another pane may have renamed the sheet meanwhile.
    const ourName = words.replacedName(n + 1, swap.tag);
    if (sheets.some((sheet) => sheet.id === id && sheet.name === ourName)) context.workbook.worksheets.getItem(id).name = name;
  });
  for (const { name, formula } of swap.oldNames) {
    if (left.has(nameKey(name))) context.workbook.names.getItem(name).formula = formula;
    else context.workbook.names.add(name, formula, OWNED_COMMENT);
  }
}

function oldNames(swap: Swap | undefined): string {
  return swap && swap.old.length > 0 ? words.oldKept(swap.old.map((_, n) => words.replacedName(n + 1, swap.tag))) : '';
}
