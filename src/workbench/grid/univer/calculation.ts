import type { ISetFormulaCalculationNotificationMutation, ISetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { BookShown } from './book-shown';
import { FormulaTrust, placeOf } from './formula-trust';
import type { Told } from './listeners';
import type { Shown } from './sheets-shown';
import { breath } from './waiting';

/** Univer looks for what is to be calculated a moment after a change. */
const BEGINS_MS = 100;
/** A calculation that takes longer is not waited for. */
const ENDS_MS = 30_000;

/** Which formulas are calculated on the page, and whether that is over. */
export class Calculation {
  private trusted: FormulaTrust;
  private running = false;
  private readonly ends = new Set<() => void>();
  /** The worker that calculates has died. */
  private dead = false;

  /** @param through carries out a change that is not a person's */
  constructor(
    private readonly book: BookShown,
    private readonly told: Told,
    private readonly through: (work: () => void) => void,
  ) {
    this.trusted = this.trustFor([]);
  }

  get trust(): FormulaTrust {
    return this.trusted;
  }

  private trustFor(sheets: readonly Shown[]): FormulaTrust {
    return new FormulaTrust(this.book.unit, sheets, {
      commands: this.book.commands,
      cell: (sheetId, row, column) => this.book.worksheet(sheetId)?.getCellRaw(row, column),
      calculated: () => this.done(),
      through: this.through,
    });
  }

  /** Finds out which formulas can be trusted, once the sheets are filled in; nothing can be typed before. */
  async check(sheets: readonly Shown[], filled: () => Promise<void>): Promise<void> {
    const { unit } = this.book;
    const here = (): boolean => this.book.unit === unit;
    this.trusted = this.trustFor(sheets);
    await filled();
    if (!here()) return;
    const { fixed, found } = await this.trusted.check(this.book.sheets.whole && !this.dead, here);
    if (!here()) return;
    this.book.isReady = true;
    if (fixed.length > 0) this.told.fixed.tell(fixed.map(placeOf));
    if (found.length > 0) this.told.edit.tell(found);
  }

  /** Whether formulas are to be calculated now; adds those that every calculation is for. */
  isWanted(start: ISetFormulaCalculationStartMutation): boolean {
    const { sheets: shown, unit } = this.book;
    if (!shown.whole || this.dead || this.trusted.off) return false;
    const sheets = Object.values(start.dirtyNameMap[unit] ?? {});
    // Results come along with the file, and with result sheets; only what refers to such a sheet is worked out when it is put in or taken off.
    if (start.dirtyRanges.length === 0 && !shown.refersTo(sheets)) return false;
    if (!this.trusted.checking) start.dirtyRanges = [...start.dirtyRanges, ...this.trusted.ranges];
    return true;
  }

  begun(): void {
    this.running = true;
  }

  notified({ functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    // Other notifications tell how far it is.
    if (functionsExecutedState !== undefined) this.ended();
  }

  ended(): void {
    this.running = false;
    this.ends.forEach((resume) => resume());
    this.ends.clear();
  }

  /** The worker has died: a calculation that failed will not be told as ended. */
  died(): void {
    this.dead = true;
    this.ended();
    this.told.refusal.tell({ kind: 'unfinished' });
  }

  /** Waits for calculations that have begun or are about to. @returns false, and tells, where they do not end */
  async done(): Promise<boolean> {
    const limit = performance.now() + ENDS_MS;
    do {
      await breath(BEGINS_MS);
      if (this.running && !this.dead)
        await Promise.race([new Promise<void>((resolve) => this.ends.add(resolve)), breath(Math.max(0, limit - performance.now()))]);
      // Another one may follow at once.
    } while (this.running && !this.dead && performance.now() < limit);
    if (!this.running && !this.dead) return true;
    this.running = false;
    this.told.refusal.tell({ kind: 'unfinished' });
    return false;
  }
}
