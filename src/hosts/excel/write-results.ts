import type { OwnershipMark, SheetsPlan } from '../../core/plan';
import { ProblemError } from '../../core/problem';
import { excelWords as words } from './words';
import type { Watch, WriteReport } from '../port';
import { OWNER_NAME, markFormula } from '../results/mark';
import type { ResultNames } from '../results/names';
import { nameKey, otherwiseWritten, rewriteFormula } from '../results/names';
import { layOut } from '../results/layout';
import type { SheetLayout } from '../results/layout';
import { flush, newContext, Unanswered } from './context';
import { NOTHING_ADDED, queueAdded } from './added';
import type { CopiedLook } from './copied-sheet';
import { digestOfCells, isTouched, lookGroups, queueEdited, roomBeside, type EditedSheet } from './edited';
import { failureKind, isPicky, stopIfCancelled } from './failure';
import { refusal } from '../../core/refusal';
import type { FailureKind, Step } from './failure';
import { queueListing, queueNames } from './listing';
import type { ListedSheet, Listing } from './listing';
import { namesIn, needsNames, REPLACES_ALL, stateBefore, type FreshState, type Replaces, type StateBefore } from './state-before';
import type { SeenSheet } from './seen-sheet';
import { recover } from './recover';
import { namesInto, restoreReferences, type PointingName } from './references';
import type { Recovery, Remains } from './recover';
import { notesAre } from './requirements';
import { ResultCells } from './result-cells';
import { bareSheetJobs, EXTRAS, extraJobs, sheetJobs } from './sheet-jobs';
import type { Job } from './area-jobs';
import type { Extra, JobSetting } from './sheet-jobs';
import { queueSwap } from './swap';
import type { Swap } from './swap';
import { lookAgain, queueSecondLook, seenCells, sheetChange } from './unchanged';

/** Excel on the web takes 5 MB; quotes are doubled on the way, and our sizes are estimates. */
const REQUEST_BYTES = 3_000_000;
/** Taking a failed write back may take so long; what is not done by then is done at the next chance. Milliseconds. */
export const RECOVERY = 10_000;
/** Workbooks with more names than this are not searched for those that point into results: some have tens of thousands. */
const FEW_NAMES = 1_000;

/** What reading found out, for a write that follows it. */
export interface Known {
  readonly listing?: Listing | undefined;
  /** The sheets whose cells the plan rests on; undefined where it rests on none. */
  readonly seen?: readonly SeenSheet[] | undefined;
}

/** While they are being filled even these are marked as ours, so that what a crash leaves behind is taken away. */
const UNFINISHED: OwnershipMark = { pack: 'unfinished', version: '', input: '', at: '' };

/** What a port remembers from one write to the next. */
export interface WriteMemory {
  /** Excel refused something that a result can do without: from now on such things are tried apart. */
  readonly careful: boolean;
  readonly becomesCareful: () => void;
  /** A failed write could not be taken back. */
  readonly left: (remains: Remains) => void;
  /** A write was cancelled while Excel did not answer; to be taken back or finished once it has. */
  readonly late: (remains: Remains, answer: Promise<void>) => void;
}

export interface Written {
  readonly report: WriteReport;
  /** The workbook's state afterwards, where it is known. */
  readonly listing: Listing | undefined;
}

/**
 * Carries out a plan: new sheets are filled under names of their own, then, in one last batch, take the place of our earlier ones.
 * Any failure before takes the new ones away again. What a result can do without is sent along; where Excel refuses that, everything
 * begins anew, and each kind of it is tried apart.
 * @throws ProblemError changed, cancelled, protected-structure, bad-plan, and what Excel says
 */
export async function writeResults(
  plan: SheetsPlan,
  known: Known,
  memory: WriteMemory,
  watch: Watch | undefined,
  replaces = REPLACES_ALL,
): Promise<Written> {
  const layouts = plan.sheets.map((sheet) => layOut(sheet, plan.styles.length));
  const context = newContext(watch);
  const state = await stateBefore(context, plan, known.listing, replaces);
  if (state.listing.protectedStructure) throw refusal('protected-structure', words.protectedStructure());
  const attempt = (careful: boolean): ResultWrite => new ResultWrite(plan, layouts, state, known.seen, memory, careful, watch, replaces);
  if (memory.careful) return attempt(true).run();
  try {
    return await attempt(false).run();
  } catch (error) {
    if (!(error instanceof PickyFailure)) throw error;
    memory.becomesCareful();
    stopIfCancelled(watch);
    return attempt(true).run();
  }
}

/** A failure that may be due to what a result can do without; the write was taken back whole. */
class PickyFailure extends Error {}

class ResultWrite {
  private step: Step = 'fill';
  private swap: Swap | undefined;
  private after: Listing | undefined;
  private readonly context: Excel.RequestContext;
  private readonly names: ResultNames;
  private readonly ours: readonly string[];
  private readonly tag: string;
  private readonly unfinished: readonly string[];
  private readonly cells: readonly ResultCells[];
  private readonly setting: JobSetting;
  private readonly withNames: boolean;
  /** Our sheets of an earlier run, as far as they were known before. */
  private readonly old: readonly ListedSheet[];
  private readonly manyNames: boolean;
  private pointing: readonly PointingName[] = [];
  /** Excel would not tell what was put on them. */
  private unseen = false;
  private readonly refused: Extra[] = [];
  /** How the rows of copied sheets look, once they are copied. */
  private readonly looks = new Map<SheetLayout, () => CopiedLook>();

  constructor(
    private readonly plan: SheetsPlan,
    private readonly layouts: readonly SheetLayout[],
    private readonly state: StateBefore,
    private readonly seen: readonly SeenSheet[] | undefined,
    private readonly memory: WriteMemory,
    private readonly careful: boolean,
    private readonly watch: Watch | undefined,
    private readonly replaces: Replaces,
  ) {
    this.context = newContext(watch);
    this.ours = state.listing.sheets.filter(({ owned, marked }) => owned || marked).map(({ id }) => id);
    this.old = state.listing.sheets.filter(replaces.sheet);
    this.manyNames = this.old.length > 0 && state.listing.nameCount > FEW_NAMES;
    this.withNames = replaces.names && (needsNames(plan, state.listing) || (this.old.length > 0 && !this.manyNames));
    this.names = namesIn(plan, state, replaces);
    this.tag = `${Date.now().toString(36).slice(-5)}${Math.floor(Math.random() * 1296).toString(36)}`;
    this.unfinished = plan.sheets.map((_, n) => words.unfinished(n + 1, this.tag));
    const sheets = new Map(plan.sheets.map(({ name }, n) => [nameKey(name), this.unfinished[n]!]));
    const ranges = new Map(
      plan.sheets.flatMap((sheet, n) => sheet.names.map(({ name }, k) => [nameKey(name), this.names.ranges[n]![k]!] as const)),
    );
    // Excel follows a renamed sheet in formulas, so they are written with the names that the sheets have at that time.
    this.cells = layouts.map((layout) => new ResultCells(layout, (formula) => rewriteFormula(formula, sheets, ranges)));
    this.setting = {
      styles: plan.styles,
      digitPixels: state.listing.digitPixels,
      linkedSheet: (wanted: string) => this.names.sheet(wanted),
    };
  }

  async run(): Promise<Written> {
    let replaced: readonly string[];
    try {
      const fresh = await this.fill();
      replaced = await this.exchange(fresh);
    } catch (error) {
      await this.recover(error);
      replaced = this.swap?.old.map(({ name }) => name) ?? [];
    }
    const lost = replaced.length > 0 ? await this.giveBackReferences() : [];
    this.watch?.progress?.(1);
    return {
      report: {
        written: this.names.sheets,
        replaced,
        leftOut: [...this.leftOut(), ...(lost.length > 0 ? [words.lostReferences(lost)] : []), ...this.notLookedAt(replaced)],
      },
      listing: this.after,
    };
  }

  private giveBackReferences(): Promise<readonly string[]> {
    return restoreReferences(newContext(this.watch), this.seen ?? [], this.pointing, this.names.sheets);
  }

  private notLookedAt(replaced: readonly string[]): readonly string[] {
    if (replaced.length === 0) return [];
    return [...(this.unseen ? [words.addedUnseen] : []), ...(this.manyNames ? [words.namesUnseen(this.state.listing.nameCount)] : [])];
  }

  /** @throws whatever is to be told; returns where the write is finished after all */
  private async recover(error: unknown): Promise<void> {
    const remains: Remains = { unfinished: this.unfinished, swap: this.swap, ours: this.ours, seen: this.seen };
    if (error instanceof Unanswered) {
      this.memory.late(remains, error.answer);
      throw refusal('unanswered', words.cancelledUnanswered());
    }
    const watch = { signal: AbortSignal.timeout(RECOVERY), waiting: this.watch?.waiting };
    const { settled, error: told }: Recovery = await recover(newContext(watch), remains, error, this.step);
    if (settled === 'finished') return;
    if (settled === undefined) this.memory.left(remains);
    else if (!this.careful && this.step === 'fill' && isPicky(error) && sameCode(told, failureKind(error)))
      throw new PickyFailure('', { cause: told });
    throw told;
  }

  /** Adds the sheets and fills them; the last batch brings the workbook's present state along. */
  private async fill(): Promise<FreshState> {
    const copied = this.plan.sheets.some((sheet) => sheet.copied)
      ? await import(/* webpackChunkName: "copied-sheet" */ './copied-sheet')
      : undefined;
    this.hush();
    const { worksheets } = this.context.workbook;
    const { looks } = this;
    looks.clear();
    for (const [n, name] of this.unfinished.entries()) {
      const from = this.plan.sheets[n]!.copied;
      if (from && copied) looks.set(this.layouts[n]!, copied.queueCopy(this.context.workbook, name, from));
      // What a crash leaves behind is no work of a person's: its charts are told as ours from the first moment.
      const own = { ranges: this.hasRanges(n), charts: this.plan.sheets[n]!.charts?.length ?? 0 };
      const mark = (from ? worksheets.getItem(name) : worksheets.add(name)).names.add(
        OWNER_NAME,
        `=${markFormula(this.plan.mark ?? UNFINISHED, name, false, {}, own)}`,
      );
      mark.visible = false;
    }
    if (looks.size > 0) {
      await this.sendCopies();
      this.hush();
    }
    const jobs = this.careful ? bareSheetJobs : sheetJobs;
    await this.carryOut((layout, cells) => {
      const look = looks.get(layout)?.();
      return look && copied ? copied.copyJobs(layout, cells, look) : jobs(layout, cells, this.setting);
    }, this.unfinished.length * 900);
    const takeListing = queueListing(this.context);
    const takeNames = this.withNames ? queueNames(this.context) : undefined;
    const active = this.watch?.unasked === true ? this.context.workbook.worksheets.getActiveWorksheet() : undefined;
    active?.load('id');
    const takeChange = this.seen && queueSecondLook(this.context, this.seen);
    const [first, ...more] = this.watch?.overwrite === true ? [] : lookGroups(this.old, this.seen && roomBeside(seenCells(this.seen)));
    const takeEdited = first && queueEdited(this.context, first, !this.careful);
    await flush(this.context);
    this.step = 'verify';
    const listing = takeListing();
    const change =
      this.seen &&
      (sheetChange(this.seen, this.theirs(listing)) ?? takeChange?.() ?? (await lookAgain(this.context, this.seen, this.watch)));
    if (change) throw change;
    const edited = [...(takeEdited?.() ?? [])];
    for (const group of more) {
      const take = queueEdited(this.context, group, !this.careful);
      await flush(this.context);
      edited.push(...take());
    }
    const touched = takeEdited && this.careful ? await this.withAdded(edited) : edited;
    if (touched.length > 0) throw refusal('results-edited', words.resultsEdited(touched));
    if (this.careful) await this.tryExtras();
    this.watch?.progress?.(0.95);
    stopIfCancelled(this.watch);
    return { listing, names: takeNames?.() ?? [], active: active?.id };
  }

  /** What a copy has of the copied sheet's charts and pictures. */
  private brought(n: number): CopiedLook['brought'] | undefined {
    return this.looks.get(this.layouts[n]!)?.().brought;
  }

  /** @throws ProblemError form-protected where a password keeps a copied sheet as it is */
  private async sendCopies(): Promise<void> {
    try {
      await flush(this.context);
    } catch (error) {
      if (failureKind(error) !== 'access-denied') throw error;
      const copied = this.plan.sheets.flatMap((sheet) => sheet.copied?.sheet ?? []);
      throw refusal('form-protected', words.formProtected(copied), { sheet: copied[0]! });
    }
  }

  /** The look at what was put on our sheets, in a request of its own: Excel may refuse it. */
  private async withAdded(edited: readonly EditedSheet[]): Promise<readonly EditedSheet[]> {
    const take = queueAdded(this.context, this.old);
    try {
      await flush(this.context);
    } catch (error) {
      if (!isPicky(error)) throw error;
      this.unseen = true;
      return edited;
    }
    const added = take();
    const cells = new Set(edited.map(({ sheet }) => sheet));
    return this.old.map(({ id, name }) => ({ sheet: name, cells: cells.has(name), ...(added.get(id) ?? NOTHING_ADDED) })).filter(isTouched);
  }

  /** Queues jobs sheet by sheet and sends what is too much for one request; the rest stays queued. */
  private async carryOut(jobsOf: (layout: SheetLayout, cells: ResultCells) => Iterable<Job>, queued: number): Promise<void> {
    const { worksheets } = this.context.workbook;
    let bytes = queued;
    for (const [n, layout] of this.layouts.entries()) {
      let sheet = worksheets.getItem(this.unfinished[n]!);
      for (const job of jobsOf(layout, this.cells[n]!)) {
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
  }

  /** One kind at a time: what Excel refuses is left out and told. */
  private async tryExtras(): Promise<void> {
    for (const extra of EXTRAS) {
      if (extra === 'notes' && notesAre() !== 'there') continue;
      stopIfCancelled(this.watch);
      try {
        this.hush();
        await this.carryOut((layout, cells) => extraJobs(extra, layout, cells, this.setting), 0);
        await flush(this.context);
      } catch (error) {
        if (!isPicky(error)) throw error;
        this.refused.push(extra);
      }
    }
  }

  /** The user's sheets: those that were read, copies of ours among them, and what has come since. */
  private theirs(listing: Listing): ListedSheet[] {
    const seen = new Set(this.seen?.map(({ id }) => id));
    return this.withoutNew(listing).filter(({ id, owned, marked }) => seen.has(id) || (!owned && !marked));
  }

  private withoutNew({ sheets }: Listing): ListedSheet[] {
    return sheets.filter(({ name }) => !this.unfinished.includes(name));
  }

  private hasRanges(n: number): boolean {
    return this.plan.sheets[n]!.names.length > 0;
  }

  /** Nothing is drawn or calculated until the batch is through. */
  private hush(): void {
    const { application } = this.context;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
  }

  private async exchange({ listing, names, active }: FreshState): Promise<readonly string[]> {
    this.step = 'swap';
    const before = this.withoutNew(listing);
    const now = namesIn(this.plan, { listing: { ...listing, sheets: before }, names }, this.replaces);
    const clash = now.sheets.findIndex((name, n) => name !== this.names.sheets[n]);
    if (clash >= 0) throw refusal('changed', words.changed(words.changedWhat.sheetAdded(this.names.sheets[clash]!)));
    const old = before.filter(this.replaces.sheet);
    this.swap = {
      plan: this.plan,
      names: this.names,
      filled: this.unfinished.map((name) => listing.sheets.find((sheet) => sheet.name === name)!),
      old,
      copies: before.filter(({ owned, marked }) => marked && !owned),
      digests: this.cells.map(digestOfCells),
      charts: this.plan.sheets.map(
        ({ charts = [] }, n) => this.brought(n)?.charts ?? (this.refused.includes('charts') ? 0 : charts.length),
      ),
      shapes: this.plan.sheets.map((_, n) => this.brought(n)?.shapes ?? 0),
      oldNames: this.replaces.names ? names.filter(({ ours }) => ours) : [],
      tag: this.tag,
      front: active === undefined ? 0 : this.inPlaceOf(old.find(({ id }) => id === active)),
    };
    this.pointing = namesInto(
      names,
      old.map(({ name }) => name),
    );
    queueSwap(this.context, this.swap);
    const take = queueListing(this.context);
    await flush(this.context);
    this.after = take();
    return old.map(({ name }) => name);
  }

  /** Whoever looks at an earlier result sees the new one; whoever works elsewhere stays there. */
  private inPlaceOf(seen: ListedSheet | undefined): number | undefined {
    if (!seen) return undefined;
    return Math.max(
      0,
      this.names.sheets.findIndex((name) => nameKey(name) === nameKey(seen.name)),
    );
  }

  private leftOut(): string[] {
    const shortened = this.cells.reduce((sum, cells) => sum + cells.shortened, 0);
    const said = otherwiseWritten(this.plan, this.names, shortened);
    const notes = notesAre();
    if (notes !== 'there' && this.layouts.some((layout) => layout.notes.length > 0)) said.push(words.limits.notes[notes]);
    return [...said, ...this.refused.map((extra) => words.extras[extra])];
  }
}

const sameCode = (told: unknown, kind: FailureKind | undefined): boolean => told instanceof ProblemError && told.problems[0]?.code === kind;
