import { ProblemError } from '../../core/problem';
import { parseCellName } from '../../core/cell';
import type { CellChanges } from '../../core/cell-changes';
import type { SheetGrid } from '../../core/grid';
import type { Plan, SheetsPlan } from '../../core/plan';
import { excelWords as words } from './words';
import type { OpenWorkbook, ReadingState, Watch, WorkbookInfo, WriteReport } from '../port';
import { changeCells } from './change-cells';
import { clearResults } from './clear-results';
import { answered, newContext, Unanswered } from './context';
import { whyDenied } from './denied';
import { explained, send, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import { goToCell } from './go-to-cell';
import { recallText, rememberText } from './kept-text';
import { queueListing } from './listing';
import type { Listing } from './listing';
import { readSheets } from './read-sheets';
import type { SeenSheet } from './seen-sheet';
import { meetsFloor, notesAre } from './requirements';
import { settleRemains, type Remains } from './recover';
import { REPLACES_NONE } from './state-before';
import { RECOVERY, writeResults, type WriteMemory } from './write-results';

/** What Excel's port does besides: a ribbon button without a pane has nowhere else to say something. */
export interface ExcelPort extends OpenWorkbook {
  /** Writes a notice, in place of an earlier notice only; results stay. Its mark names no pack but {@link NOTICE}. */
  writeNotice(plan: Plan, watch?: Watch): Promise<WriteReport>;
  /**
   * Tells from now on when cells change that the last reading gave, other than by this add-in. Where Excel has no such events nobody is told.
   * @param listener is told whether the person in front of this Excel did it
   */
  watchChanges(listener: (here: boolean) => void): Promise<void>;
  /** Whether such cells have changed since. */
  outdated(): boolean;
}

export const NOTICE = 'notice';

/**
 * The workbook that is open in Excel. Office.onReady must have resolved.
 * @throws ProblemError no-excel outside of Excel, old-excel below the floor
 */
export async function openExcel(): Promise<ExcelPort> {
  if (typeof Excel === 'undefined' || typeof Office === 'undefined' || !Office.context?.requirements)
    throw refusal('no-excel', words.noExcel());
  if (!meetsFloor()) throw refusal('old-excel', words.oldExcel());
  return new ExcelWorkbook();
}

class ExcelWorkbook implements ExcelPort {
  /** Workings follow one another: two writes at once would each take the other's sheets for results of an earlier run. */
  private last: Promise<void> = Promise.resolve();
  private listing: Listing | undefined;
  private seen: readonly SeenSheet[] | undefined;
  /** Choices of Excel that keeps none: they last as long as the pane. */
  private readonly kept = new Map<string, string>();
  /** What failed writes left and could not take back. */
  private readonly left = new Set<Remains>();
  /** Cancelled writes that Excel may still carry out. */
  private readonly unanswered = new Set<Remains>();
  private careful = false;
  private changedSince = false;
  private filtered: readonly string[] = [];
  /** Whether Excel tells about filters. */
  private filters = true;
  readonly limits: readonly string[];

  constructor() {
    const notes = notesAre();
    this.limits = notes === 'there' ? [] : [words.limits.notes[notes]];
  }

  /** Who is cancelled while others have their turn never gets one. */
  private inTurn<T>(work: () => Promise<T>, watch?: Watch): Promise<T> {
    const mine = watch ? answered(this.last, watch).catch((error: unknown) => Promise.reject(explained(error, 'list'))) : this.last;
    const turn = mine.then(work).catch(async (error: unknown) => Promise.reject(await whyDenied(error)));
    this.last = Promise.allSettled([this.last, turn]).then(() => undefined);
    return turn;
  }

  watchChanges(listener: (here: boolean) => void): Promise<void> {
    return this.inTurn(async () => {
      const context = newContext({ signal: AbortSignal.timeout(RECOVERY) });
      context.workbook.worksheets.onChanged.add(({ worksheetId, source, triggerSource }) => {
        // Formulas of the person's that point into results are given back by us.
        if (triggerSource !== 'ThisLocalAddin' && this.seen?.some(({ id }) => id === worksheetId) === true) {
          this.changedSince = true;
          listener(source === 'Local');
        }
        return Promise.resolve();
      });
      try {
        await send(context, 'list');
      } catch (error) {
        // An Excel without such events is looked at again whenever the pane gets the focus.
        if (!(error instanceof ProblemError)) throw error;
      }
    });
  }

  readingState(): ReadingState {
    return { manualCalculation: this.listing?.manualCalculation ?? false, filtered: this.filtered };
  }

  recalculate(watch?: Watch): Promise<void> {
    return this.inTurn(async () => {
      const context = newContext(watch);
      context.application.calculate('Full');
      await send(context, 'calculate');
    }, watch);
  }

  outdated(): boolean {
    return this.changedSince;
  }

  describe(watch?: Watch): Promise<WorkbookInfo> {
    return this.inTurn(async () => {
      const context = newContext(watch);
      const take = queueListing(context);
      await send(context, 'list');
      this.listing = take();
      const { sheets, protectedStructure } = this.listing;
      return {
        sheets: sheets.map(({ name, hidden, owned }) => ({ name, hidden, owned, cells: true })),
        traits: protectedStructure ? ['protected-structure'] : [],
      };
    }, watch);
  }

  read(watch?: Watch): Promise<readonly SheetGrid[]> {
    return this.inTurn(async () => {
      await this.settle(watch);
      // What changes from here on may be part of what is read, or not.
      this.changedSince = false;
      const { listing, grids, seen, filtered } = await readSheets(newContext(watch), this.listing, watch, this.filters);
      this.filters = filtered !== undefined;
      this.filtered = filtered ?? [];
      this.listing = listing;
      this.seen = seen;
      return grids;
    }, watch);
  }

  write(plan: Plan, watch?: Watch): Promise<WriteReport> {
    return this.inTurn(async () => {
      stopIfCancelled(watch);
      await this.settle(watch);
      const known = { listing: this.listing, seen: this.seen };
      this.listing = undefined;
      const { report, listing } = await writeResults(plan, known, this.memory(watch), watch);
      this.listing = listing;
      return report;
    }, watch);
  }

  writeNotice(plan: Plan, watch?: Watch): Promise<WriteReport> {
    return this.inTurn(async () => {
      this.listing = undefined;
      const { report, listing } = await writeResults(plan, {}, this.memory(watch), watch, {
        sheet: ({ owned, pack }) => owned && pack === NOTICE,
        names: false,
      });
      this.listing = listing;
      return report;
    }, watch);
  }

  insert(plan: SheetsPlan, watch?: Watch): Promise<Pick<WriteReport, 'written' | 'leftOut'>> {
    return this.inTurn(async () => {
      stopIfCancelled(watch);
      await this.settle(watch);
      this.listing = undefined;
      const { report, listing } = await writeResults(plan, {}, this.memory(watch), watch, REPLACES_NONE);
      this.listing = listing;
      return { written: report.written, leftOut: report.leftOut };
    }, watch);
  }

  change(changes: CellChanges, watch?: Watch): Promise<void> {
    return this.inTurn(async () => {
      stopIfCancelled(watch);
      await this.settle(watch);
      await changeCells(changes, watch);
    }, watch);
  }

  remove(sheet: string, watch?: Watch): Promise<void> {
    return this.inTurn(async () => {
      stopIfCancelled(watch);
      this.listing = undefined;
      const context = newContext(watch);
      context.workbook.worksheets.getItem(sheet).delete();
      await send(context, 'removeSheet');
    }, watch);
  }

  clear(watch?: Watch): Promise<readonly string[]> {
    return this.inTurn(async () => {
      await this.settle(watch);
      this.listing = undefined;
      return clearResults(newContext(watch), watch?.overwrite === true);
    }, watch);
  }

  goTo(sheet: string, cell: string, watch?: Watch): Promise<void> {
    if (parseCellName(cell) === undefined) return Promise.reject(refusal('bad-address', words.badAddress(cell), { sheet }));
    return this.inTurn(async () => goToCell(sheet, cell, watch), watch);
  }

  recall(key: string, watch?: Watch): Promise<string | undefined> {
    return this.inTurn(async () => {
      const { text, listing } = await recallText(key, watch);
      this.listing = listing ?? this.listing;
      return text ?? this.kept.get(key);
    }, watch);
  }

  remember(key: string, value: string | undefined, watch?: Watch): Promise<void> {
    return this.inTurn(async () => {
      if (value === undefined) this.kept.delete(key);
      else this.kept.set(key, value);
      await rememberText(key, value, watch);
    }, watch);
  }

  private memory(watch: Watch | undefined): WriteMemory {
    return {
      careful: this.careful,
      becomesCareful: () => (this.careful = true),
      left: (remains) => void this.left.add(remains),
      late: (remains, answer) => {
        this.unanswered.add(remains);
        // Nobody waits for this any more; what fails here is tried again with the next click.
        void answer.then(() => this.inTurn(() => this.settleLate(remains, watch))).catch(() => undefined);
      },
    };
  }

  private async settleLate(remains: Remains, watch: Watch | undefined): Promise<void> {
    this.unanswered.delete(remains);
    this.left.add(remains);
    const settled = await settleRemains(newContext({ signal: AbortSignal.timeout(RECOVERY) }), remains);
    this.left.delete(remains);
    this.listing = undefined;
    watch?.late?.(words.late[settled]);
  }

  /** Takes back what earlier failures left; what cannot be taken back bears our mark, and the next results take its place. */
  private async settle(watch: Watch | undefined): Promise<void> {
    for (const remains of [...this.left, ...this.unanswered]) {
      try {
        await settleRemains(newContext(watch), remains);
        this.left.delete(remains);
        this.listing = undefined;
      } catch (error) {
        if (error instanceof Unanswered) throw explained(error, 'clear');
        return;
      }
    }
  }
}
