import type { Plan } from '../../core/plan';
import { excelWords as words } from './words';
import type { Watch, WriteReport } from '../port';
import { OWNER_NAME, markFormula } from '../results/mark';
import type { ResultNames } from '../results/names';
import { chooseNames, nameKey, otherwiseWritten, rewriteFormula } from '../results/names';
import { filterRange, layOut } from '../results/layout';
import type { SheetLayout } from '../results/layout';
import { flush, newContext } from './context';
import { send, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import type { Step } from './failure';
import { queueListing } from './listing';
import type { ListedSheet, Listing } from './listing';
import type { SeenSheet } from './read-sheets';
import { recover } from './recover';
import { supports, supportsNotes } from './requirements';
import { ResultCells } from './result-cells';
import { sheetJobs } from './sheet-jobs';
import { queueSwap } from './swap';
import type { Swap } from './swap';
import { listingChange, lookAgain, queueSecondLook } from './unchanged';

/** Excel on the web takes 5 MB; quotes are doubled on the way, and our sizes are estimates. */
const REQUEST_BYTES = 3_000_000;

/** What reading found out, for a write that follows it. */
export interface Known {
  readonly listing?: Listing | undefined;
  /** The sheets whose cells the plan rests on; undefined where it rests on none. */
  readonly seen?: readonly SeenSheet[] | undefined;
}

/** Which of our sheets a plan takes the place of: results of all, a notice of an earlier notice only. */
export interface Replaces {
  readonly sheet: (sheet: ListedSheet) => boolean;
  readonly names: boolean;
}

export const REPLACES_ALL: Replaces = { sheet: ({ owned }) => owned, names: true };

export interface Written {
  readonly report: WriteReport;
  /** The workbook's state afterwards, where it is known. */
  readonly listing: Listing | undefined;
}

/**
 * Carries out a plan: new sheets are filled under names of their own, then, in one last batch, take the place of our earlier ones.
 * Any failure before takes the new ones away again.
 * @throws ProblemError changed, cancelled, protected-structure, bad-plan, and what Excel says
 */
export async function writeResults(plan: Plan, known: Known, watch: Watch | undefined, replaces = REPLACES_ALL): Promise<Written> {
  const layouts = plan.sheets.map((sheet) => layOut(sheet, plan.styles.length));
  const context = newContext();
  // The user may have taken the protection away since.
  const listing = known.listing && !known.listing.protectedStructure ? known.listing : await list(context);
  if (listing.protectedStructure) throw refusal('protected-structure', words.protectedStructure());
  const work = new ResultWrite(context, plan, layouts, listing, known.seen, watch, replaces);
  return work.run();
}

async function list(context: Excel.RequestContext): Promise<Listing> {
  const take = queueListing(context);
  await send(context, 'prepare');
  return take();
}

class ResultWrite {
  private step: Step = 'fill';
  private swap: Swap | undefined;
  private readonly names: ResultNames;
  private readonly tag: string;
  private readonly unfinished: readonly string[];
  private readonly cells: readonly ResultCells[];

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly plan: Plan,
    private readonly layouts: readonly SheetLayout[],
    listing: Listing,
    private readonly seen: readonly SeenSheet[] | undefined,
    private readonly watch: Watch | undefined,
    private readonly replaces: Replaces,
  ) {
    this.names = namesIn(plan, listing, replaces);
    this.digitPixels = listing.digitPixels;
    this.tag = `${Date.now().toString(36).slice(-5)}${Math.floor(Math.random() * 1296).toString(36)}`;
    this.unfinished = plan.sheets.map((_, n) => words.unfinished(n + 1, this.tag));
    const sheets = new Map(plan.sheets.map(({ name }, n) => [nameKey(name), this.unfinished[n]!]));
    const ranges = new Map(
      plan.sheets.flatMap((sheet, n) => sheet.names.map(({ name }, k) => [nameKey(name), this.names.ranges[n]![k]!] as const)),
    );
    // Excel follows a renamed sheet in formulas, so they are written with the names that the sheets have at that time.
    this.cells = layouts.map((layout) => new ResultCells(layout, (formula) => rewriteFormula(formula, sheets, ranges)));
  }

  private readonly digitPixels: number;

  async run(): Promise<Written> {
    let replaced: readonly string[];
    try {
      const fresh = await this.fill();
      replaced = await this.exchange(fresh);
    } catch (error) {
      const outcome = await recover(newContext, { unfinished: this.unfinished, swap: this.swap, seen: this.seen }, error, this.step);
      if (outcome !== 'finished') throw outcome;
      replaced = this.swap?.old.map(({ name }) => name) ?? [];
    }
    this.watch?.progress?.(1);
    return { report: { written: this.names.sheets, replaced, leftOut: this.leftOut() }, listing: this.after };
  }

  private after: Listing | undefined;

  /** Adds the sheets and fills them; the last batch brings the workbook's present state along. */
  private async fill(): Promise<Listing> {
    this.hush();
    const { worksheets } = this.context.workbook;
    for (const name of this.unfinished) {
      const mark = worksheets.add(name).names.add(OWNER_NAME, `=${markFormula(this.plan.mark, name, false)}`);
      mark.visible = false;
    }
    let bytes = this.unfinished.length * 900;
    for (const [n, layout] of this.layouts.entries()) {
      let sheet = worksheets.getItem(this.unfinished[n]!);
      const setting = {
        styles: this.plan.styles,
        digitPixels: this.digitPixels,
        linkedSheet: (wanted: string) => this.names.sheet(wanted),
      };
      for (const job of sheetJobs(layout, this.cells[n]!, setting)) {
        if (bytes > 0 && bytes + job.bytes > REQUEST_BYTES) {
          await flush(this.context);
          this.watch?.progress?.((0.9 * n) / this.layouts.length);
          stopIfCancelled(this.watch);
          this.hush();
          bytes = 0;
          sheet = worksheets.getItem(this.unfinished[n]!);
        }
        job.queue(sheet);
        bytes += job.bytes;
      }
    }
    const takeListing = queueListing(this.context);
    const takeChange = this.seen && queueSecondLook(this.context, this.seen);
    await flush(this.context);
    this.step = 'verify';
    const fresh = takeListing();
    const change =
      this.seen &&
      (listingChange(this.seen, this.withoutNew(fresh)) ?? takeChange?.() ?? (await lookAgain(this.context, this.seen, this.watch)));
    if (change) throw change;
    this.watch?.progress?.(0.95);
    stopIfCancelled(this.watch);
    return fresh;
  }

  private withoutNew(listing: Listing): Listing {
    return { ...listing, sheets: listing.sheets.filter(({ name }) => !this.unfinished.includes(name)) };
  }

  /** Nothing is drawn or calculated until the batch is through. */
  private hush(): void {
    const { application } = this.context;
    application.suspendApiCalculationUntilNextSync();
    if (supports('1.9')) application.suspendScreenUpdatingUntilNextSync();
  }

  private async exchange(fresh: Listing): Promise<readonly string[]> {
    this.step = 'swap';
    const before = this.withoutNew(fresh);
    const now = namesIn(this.plan, before, this.replaces);
    const clash = now.sheets.findIndex((name, n) => name !== this.names.sheets[n]);
    if (clash >= 0) throw refusal('changed', words.changed(words.changedWhat.sheetAdded(this.names.sheets[clash]!)));
    const old = before.sheets.filter(this.replaces.sheet);
    this.swap = {
      plan: this.plan,
      names: this.names,
      filled: this.unfinished.map((name) => fresh.sheets.find((sheet) => sheet.name === name)!),
      old,
      copies: before.sheets.filter(({ owned, marked }) => marked && !owned),
      oldNames: this.replaces.names ? fresh.names.filter(({ ours }) => ours) : [],
      tag: this.tag,
    };
    queueSwap(this.context, this.swap);
    const take = queueListing(this.context);
    await flush(this.context);
    this.after = take();
    return old.map(({ name }) => name);
  }

  private leftOut(): string[] {
    const shortened = this.cells.reduce((sum, cells) => sum + cells.shortened, 0);
    const said = otherwiseWritten(this.plan, this.names, shortened);
    if (!supportsNotes() && this.layouts.some(({ notes }) => notes.length > 0)) said.push(words.limits.notes);
    if (!supports('1.9')) {
      if (this.layouts.some((layout) => filterRange(layout) !== undefined)) said.push(words.limits.filter);
      if (this.layouts.length > 0) said.push(words.limits.print);
    }
    return said;
  }
}

/** Names that nothing which stays has; ours that are replaced do not count. */
function namesIn(plan: Plan, listing: Listing, replaces: Replaces): ResultNames {
  return chooseNames(
    plan,
    listing.sheets.filter((sheet) => !replaces.sheet(sheet)).map(({ name }) => name),
    listing.names.filter(({ ours }) => !ours || !replaces.names).map(({ name }) => name),
  );
}
