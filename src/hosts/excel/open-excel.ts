import { parseCellName } from '../../core/cell';
import type { SheetGrid } from '../../core/grid';
import type { Plan } from '../../core/plan';
import { excelWords as words } from './words';
import type { OpenWorkbook, Watch, WorkbookInfo, WriteReport } from '../port';
import { clearResults } from './clear-results';
import { newContext } from './context';
import { send, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import { goToCell, recallText, rememberText } from './kept-text';
import { queueListing } from './listing';
import type { Listing } from './listing';
import { readSheets } from './read-sheets';
import type { SeenSheet } from './read-sheets';
import { supports, supportsNotes } from './requirements';
import { writeResults } from './write-results';

/** What Excel's port does besides: a ribbon button without a pane has nowhere else to say something. */
export interface ExcelPort extends OpenWorkbook {
  /** Writes a notice, in place of an earlier notice only; results stay. Its mark names no pack but {@link NOTICE}. */
  writeNotice(plan: Plan): Promise<WriteReport>;
}

export const NOTICE = 'notice';

/**
 * The workbook that is open in Excel. Office.onReady must have resolved.
 * @throws ProblemError no-excel outside of Excel
 */
export async function openExcel(): Promise<ExcelPort> {
  if (typeof Excel === 'undefined' || typeof Office === 'undefined' || !Office.context?.requirements)
    throw refusal('no-excel', words.noExcel());
  return new ExcelWorkbook();
}

class ExcelWorkbook implements ExcelPort {
  /** Workings follow one another: two writes at once would each take the other's sheets for results of an earlier run. */
  private last: Promise<unknown> = Promise.resolve();
  private listing: Listing | undefined;
  private seen: readonly SeenSheet[] | undefined;
  /** Choices of Excel that keeps none: they last as long as the pane. */
  private readonly kept = new Map<string, string>();
  readonly limits: readonly string[] = [
    ...(supports('1.8') ? [] : [words.limits.gridlines]),
    ...(supports('1.9') ? [] : [words.limits.filter, words.limits.print]),
    ...(supports('1.13') ? [] : [words.limits.merges]),
    ...(supportsNotes() ? [] : [words.limits.notes]),
  ];

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  describe(): Promise<WorkbookInfo> {
    return this.inTurn(async () => {
      const context = newContext();
      const take = queueListing(context);
      await send(context, 'list');
      this.listing = take();
      const { sheets, protectedStructure } = this.listing;
      return {
        sheets: sheets.map(({ name, hidden, owned }) => ({ name, hidden, owned, cells: true })),
        traits: protectedStructure ? ['protected-structure'] : [],
      };
    });
  }

  read(watch?: Watch): Promise<readonly SheetGrid[]> {
    return this.inTurn(async () => {
      const { listing, grids, seen } = await readSheets(newContext(), this.listing, watch);
      this.listing = listing;
      this.seen = seen;
      return grids;
    });
  }

  write(plan: Plan, watch?: Watch): Promise<WriteReport> {
    return this.inTurn(async () => {
      stopIfCancelled(watch);
      const known = { listing: this.listing, seen: this.seen };
      this.listing = undefined;
      const { report, listing } = await writeResults(plan, known, watch);
      this.listing = listing;
      return report;
    });
  }

  writeNotice(plan: Plan): Promise<WriteReport> {
    return this.inTurn(async () => {
      this.listing = undefined;
      const { report, listing } = await writeResults(plan, {}, undefined, {
        sheet: ({ owned, pack }) => owned && pack === NOTICE,
        names: false,
      });
      this.listing = listing;
      return report;
    });
  }

  clear(): Promise<readonly string[]> {
    return this.inTurn(async () => {
      this.listing = undefined;
      return clearResults(newContext());
    });
  }

  goTo(sheet: string, cell: string): Promise<void> {
    if (parseCellName(cell) === undefined) return Promise.reject(refusal('bad-address', words.badAddress(cell), { sheet }));
    return this.inTurn(async () => goToCell(newContext(), sheet, cell));
  }

  recall(key: string): Promise<string | undefined> {
    return this.inTurn(async () => {
      const { text, listing } = await recallText(key);
      this.listing = listing ?? this.listing;
      return text ?? this.kept.get(key);
    });
  }

  remember(key: string, value: string | undefined): Promise<void> {
    return this.inTurn(async () => {
      if (value === undefined) this.kept.delete(key);
      else this.kept.set(key, value);
      await rememberText(key, value);
    });
  }
}
