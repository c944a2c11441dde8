import type { SheetsPlan } from '../../core/plan';
import { excelWords as words } from './words';
import { OWNED_COMMENT, OWNER_NAME, markFormula } from '../results/mark';
import type { ResultNames } from '../results/names';
import { nameKey } from '../results/names';
import type { ListedName, ListedSheet } from './listing';

/** The last batch of a write: the filled sheets take the place of those of an earlier run. */
export interface Swap {
  readonly plan: SheetsPlan;
  readonly names: ResultNames;
  /** The filled sheets in the plan's order. */
  readonly filled: readonly ListedSheet[];
  /** What stands on each of them. */
  readonly digests: readonly string[];
  /** How many charts were put on each of them. */
  readonly charts: readonly number[];
  /** How many pictures and drawings came with a copied sheet. */
  readonly shapes: readonly number[];
  /** Our sheets of an earlier run. */
  readonly old: readonly ListedSheet[];
  /** Copies that the user made of our sheets: they lose the mark and are the user's. */
  readonly copies: readonly ListedSheet[];
  readonly oldNames: readonly ListedName[];
  readonly tag: string;
  /** Which of the filled sheets comes to the front; undefined where the person is elsewhere and stays there. */
  readonly front: number | undefined;
}

/**
 * Queues the exchange. Deleting comes last, so that everything before it can be taken back: while an old sheet is there, a failure is
 * answered by restoring the old ones; once one is gone, by finishing. What only shows the result follows.
 */
export function queueSwap(context: Excel.RequestContext, swap: Swap): void {
  const { plan, names, filled, digests, charts, shapes, old, copies, oldNames, tag, front } = swap;
  const { worksheets } = context.workbook;
  const wanted = new Set(names.sheets.map(nameKey));
  old.forEach(({ id, name }, n) => {
    if (wanted.has(nameKey(name))) worksheets.getItem(id).name = words.replacedName(n + 1, tag);
  });
  for (const { name } of oldNames) context.workbook.names.getItem(name).delete();
  const { mark } = plan;
  // Before any is renamed: sheets that have all got their names are taken for whole.
  if (!mark) for (const { id } of filled) worksheets.getItem(id).names.getItem(OWNER_NAME).delete();
  filled.forEach(({ id }, n) => {
    const sheet = worksheets.getItem(id);
    const name = names.sheets[n]!;
    sheet.name = name;
    if (mark)
      sheet.names.getItem(OWNER_NAME).formula =
        `=${markFormula(mark, name, false, {}, { ranges: plan.sheets[n]!.names.length > 0, digest: digests[n], charts: charts[n]!, shapes: shapes[n]! })}`;
    plan.sheets[n]!.names.forEach(({ range }, k) => {
      context.workbook.names.add(names.ranges[n]![k]!, sheet.getRange(range.replaceAll('$', '')), OWNED_COMMENT);
    });
  });
  for (const { id } of copies) worksheets.getItem(id).names.getItem(OWNER_NAME).delete();
  queueDelete(context, old);
  // Where Excel refuses these (another workbook is in view), the exchange is done all the same.
  context.application.calculate('Recalculate');
  filled.forEach(({ id }, n) => {
    if (plan.sheets[n]!.guarded) worksheets.getItem(id).protection.protect(GUARD);
  });
  const shown = front === undefined ? undefined : filled[front];
  if (shown) worksheets.getItem(shown.id).activate();
}

/** What a guarded sheet leaves free besides its unlocked cells; there is no password. */
const GUARD: Excel.WorksheetProtectionOptions = {
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowInsertRows: true,
  allowSort: true,
  allowAutoFilter: true,
};

/** A very hidden sheet cannot be deleted as it is. */
export function queueDelete(context: Excel.RequestContext, sheets: readonly Pick<ListedSheet, 'id' | 'veryHidden'>[]): void {
  for (const { id, veryHidden } of sheets) {
    const sheet = context.workbook.worksheets.getItem(id);
    if (veryHidden) sheet.visibility = 'Hidden';
    sheet.delete();
  }
}
