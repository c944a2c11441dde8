import type { Chosen } from './chosen';
import type { ReadingState, Watch } from '../hosts/port';
import type { Book, Engine, Examination, Question } from './engine';
import { clearFit } from './clear-fit';
import { keptChoices, markOf, type LastResult } from './remembered';
import type { SessionStore } from './session-store';
import type { ShownResult } from './shown-result';
import type { Outcome } from './state';
import type { Worker } from './work';

/** A workbook that took longer to read and look at than this is not looked at again unasked. */
const QUICK_MS = 800;

/** The command line and the ribbon know no more of a pack of a person's own than its version. */
const sameVersion = (last: string, now: string | undefined): boolean => last === now || (now?.startsWith(`${last}+`) ?? false);

/** Reading the workbook and looking at it with the chosen pack: as part of a task, beside the person's work, and unasked. */
export class Looking {
  private fingerprint = '';
  /** Milliseconds that the last reading and the last examination took. */
  private readonly took = { reading: Infinity, examining: 0 };
  /** Looks that run beside the person's work: one after another, and a task waits for them. */
  private running: Promise<void> = Promise.resolve();
  /** What should be known about the figures that were read last. */
  reading: ReadingState | undefined;
  private refreshing = false;
  private unasked = new AbortController();
  /** Looks that came at a bad time, and how many of those a reading has answered since. */
  private readonly looks = { asked: 0, answered: 0 };
  /** Fingerprint of what was examined last. */
  private lookedAt: string | undefined;

  constructor(
    private readonly store: SessionStore,
    private readonly chosen: Chosen,
    private readonly worker: Worker,
    private readonly engine: Engine,
    private readonly now: () => Date,
  ) {}

  /** For small requests beside the person's work: nobody waits for them, and they are let go when somebody wants something. */
  get aside(): Watch {
    return { signal: this.unasked.signal, unasked: true };
  }

  /** Lets go of what runs beside the person's work, and resolves when it has come to an end. */
  letGo(): Promise<void> {
    this.unasked.abort();
    this.unasked = new AbortController();
    return this.running;
  }

  /** Work that shows no progress and takes no button away. */
  beside(work: () => Promise<void>): Promise<void> {
    this.running = this.running.then(work).catch((error: unknown) => this.store.failed(error));
    return this.running;
  }

  /** Reads the workbook as part of a task, between two shares of it. */
  async read(from: number, to: number): Promise<void> {
    const started = this.now().getTime();
    const { asked } = this.looks;
    this.take(await this.engine.read(this.worker.watch('reading', from, to)));
    this.looks.answered = asked;
    this.took.reading = this.now().getTime() - started;
  }

  private take({ fingerprint, sheets, owned, state }: Book): void {
    this.fingerprint = fingerprint;
    this.reading = state;
    this.store.set({ fits: undefined, sheets, owned });
  }

  /** Works out how well every pack fits. */
  async fit(): Promise<void> {
    if (this.store.state.fits === undefined) this.store.set({ fits: await this.engine.fits() });
  }

  /** Chooses the pack that fits, where there is one. */
  async match(): Promise<void> {
    await this.fit();
    const { fits, choices } = this.store.state;
    const { pack } = clearFit(fits ?? []) ?? {};
    if (pack !== undefined) this.store.set({ choices: { ...choices, pack }, chosenBy: 'match' });
  }

  /** Looks at what was read; undefined without a pack. */
  async look(question = this.chosen.question()): Promise<Examination | undefined> {
    const started = this.now().getTime();
    const { fingerprint } = this;
    const examined = question && (await this.engine.examine(question));
    this.lookedAt = fingerprint;
    this.took.examining = this.now().getTime() - started;
    const { choices, outcome } = this.store.state;
    // Another pack was chosen meanwhile: its own look follows.
    if (examined && examined.pack !== choices.pack) return undefined;
    this.store.set({ examined });
    this.mark(this.differs(outcome));
    return examined;
  }

  /** The same input gives the same result: where nothing changed since it was written, it is worked out again instead of stored. */
  async restore(): Promise<void> {
    const { outcome } = this.store.state;
    if (!outcome || this.differs(outcome)) return void (await this.look());
    const examined = await this.look(this.chosen.question(outcome.last.asOf));
    if (examined?.ready) this.store.set({ outcome: { ...outcome, detail: await this.engine.result() } });
    if (outcome.last.asOf !== this.chosen.asOf) await this.look();
  }

  /** Figures have changed: marks a result that rests on others, at once and without reading. For engines that can tell, see {@link Engine.outdated}. */
  changed(): void {
    const { outcome, stale: before } = this.store.state;
    const stale = this.differs(outcome);
    if (stale !== before) this.mark(stale);
  }

  /** What tells of a success does not stand beside the word that its figures are old. */
  private mark(stale: boolean): void {
    const { notices } = this.store.state;
    this.store.set({ stale, ...(stale && { notices: notices.filter(({ tone }) => tone !== 'success') }) });
  }

  /** Looks again, unasked and silently, where that is quick: the person may have mended a cell. At a bad time it is put off until the work ends. */
  async refresh(): Promise<void> {
    if (this.refreshing || this.worker.busy) return void this.looks.asked++;
    if (this.store.state.phase !== 'ready' || this.took.reading + this.took.examining > QUICK_MS) return;
    this.refreshing = true;
    await this.beside(() => this.lookAgain());
    this.refreshing = false;
    this.catchUp();
  }

  /** Looks now where somebody wished for it at a bad time. */
  catchUp(): void {
    if (this.looks.asked > this.looks.answered && !this.worker.busy) void this.refresh();
  }

  private async lookAgain(): Promise<void> {
    const started = this.now().getTime();
    this.looks.answered = this.looks.asked;
    let book: Book;
    try {
      book = await this.engine.read(this.aside);
    } catch {
      // Excel refuses while a cell is being edited. Nobody asked for this look, so nobody is told; the next one will do.
      return;
    }
    if (book.fingerprint === this.fingerprint) this.store.set({ owned: book.owned });
    else {
      this.take(book);
      this.took.reading = this.now().getTime() - started;
    }
    this.changed();
    // A task that waits meanwhile looks for itself.
    if (this.lookedAt !== this.fingerprint && !this.worker.busy) await this.look();
  }

  /** Whether a result rests on other figures or choices than there are now. */
  differs(outcome: Outcome | undefined): boolean {
    if (!outcome) return false;
    if (this.engine.outdated?.()) return true;
    const { last } = outcome;
    const { choices } = this.store.state;
    return (
      last.pack !== choices.pack ||
      !sameVersion(last.version, this.chosen.version) ||
      last.fingerprint !== this.fingerprint ||
      last.sheet !== (choices.sheet ?? null) ||
      (choices.asOf !== undefined && last.asOf !== choices.asOf) ||
      last.year !== (choices.year ?? null) ||
      last.decisions !== markOf(this.chosen.decisions) ||
      JSON.stringify(last.sheetChoices ?? {}) !== JSON.stringify(choices.sheetChoices) ||
      JSON.stringify(last.mapping) !== JSON.stringify(this.chosen.mapping)
    );
  }

  /** What a result rests on, to be remembered. */
  basisOf(
    { pack, asOf, at, sheet, year, mapping, decisions, sheetChoices }: Question,
    { counts }: ShownResult,
    written: readonly string[],
  ): LastResult {
    return {
      pack,
      version: this.chosen.version ?? '',
      fingerprint: this.fingerprint,
      sheet: sheet ?? null,
      year: year ?? null,
      decisions: markOf(decisions),
      mapping: structuredClone(mapping) as LastResult['mapping'],
      asOf,
      at,
      written: [...written],
      ...keptChoices(sheetChoices),
      counts,
    };
  }
}
