import type { Mapping } from '../core/pack/table-specs';
import type { Pack } from '../core/pack/schema';
import { blocks, ProblemError } from '../core/problem';
import type { Book, Engine, Examination, Question } from './engine';
import { clearFit, localDate } from './examine';
import { severityCounts } from './problems';
import { NOTHING_CHOSEN, recall, remember, type Choices, type LastResult } from './remembered';
import type { ShownResult } from './shown-result';
import type { Notice, Outcome, SessionState, View } from './state';
import { appWords as words } from './words';
import { wasCancelled, Worker } from './work';

export interface SessionOptions {
  readonly engine: Engine;
  /** The packs that the engine has, for their texts. */
  readonly packs: readonly Pack[];
  now(): Date;
  /** Lets the screen show what was set before long work begins; nothing in tests. */
  pause?(): Promise<void>;
}

/** A workbook that took longer to read and look at than this is not looked at again unasked. */
const QUICK_MS = 800;

/**
 * What the pane knows and does, without a screen: state, commands, and what is kept in the workbook. Cells and counting are the engine's.
 * Every command ends in a state; none of them throws. A session belongs to one workbook.
 */
export class Session {
  private current: SessionState = {
    phase: 'opening',
    view: 'pack',
    work: undefined,
    notices: [],
    choices: NOTHING_CHOSEN,
    chosenBy: undefined,
    fits: undefined,
    examined: undefined,
    checked: false,
    outcome: undefined,
    stale: false,
    owned: [],
    sheets: [],
  };
  private readonly listeners = new Set<() => void>();
  private readonly worker: Worker;
  private fingerprint = '';
  /** Milliseconds that the last reading and the last examination took. */
  private readonly took = { reading: Infinity, examining: 0 };
  private notices = 0;
  /** Looks that run beside the person's work: one after another, and a task waits for them. */
  private beside: Promise<void> = Promise.resolve();
  private refreshing = false;
  /** Looks that came at a bad time, and how many of those a reading has answered since. */
  private readonly looks = { asked: 0, answered: 0 };
  /** Fingerprint of what was examined last. */
  private lookedAt: string | undefined;

  constructor(private readonly options: SessionOptions) {
    this.worker = new Worker((work) => this.set({ work }), options.pause ?? (() => Promise.resolve()));
  }

  get state(): SessionState {
    return this.current;
  }

  get packs(): readonly Pack[] {
    return this.options.packs;
  }

  get pack(): Pack | undefined {
    return this.packOf(this.current.choices.pack);
  }

  packOf(id: string | undefined): Pack | undefined {
    return this.options.packs.find(({ pack }) => pack === id);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private set(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }

  /** First look: what was remembered, which pack fits, whether the last result still holds. */
  open(): Promise<void> {
    return this.guarded('open', async () => {
      const recalled = await recall(this.options.engine);
      if (recalled && 'unreadable' in recalled) this.tell('warning', words.trouble.memoryUnreadable);
      const memory = recalled && 'memory' in recalled ? recalled.memory : undefined;
      if (memory) {
        const known = memory.choices.pack === undefined || this.packOf(memory.choices.pack) !== undefined;
        if (!known) this.tell('warning', words.trouble.memoryUnknownPack(memory.choices.pack ?? ''));
        const choices = known ? memory.choices : { ...memory.choices, pack: undefined };
        this.set({
          choices,
          chosenBy: choices.pack === undefined ? undefined : 'memory',
          outcome: memory.last && { last: memory.last, leftOut: [] },
        });
      }
      await this.read(0, 0.7);
      await this.worker.step('assessing', 0.7);
      if (!this.pack) await this.match();
      await this.restore();
      this.set({ phase: 'ready' });
    });
  }

  /** Reads again and looks for problems; writes nothing. */
  check(): Promise<void> {
    return this.guarded('check', async () => {
      await this.read(0, 0.6);
      await this.worker.step('assessing', 0.6);
      if (!this.pack) await this.match();
      const examined = await this.look();
      this.worker.stopIfCancelled();
      this.set({ phase: 'ready', checked: true });
      if (!examined) return this.askForPack();
      const counts = severityCounts(examined.problems).map(({ severity, count }) =>
        words.check.count(words.check.severity[severity], count),
      );
      this.tell(blocks(examined.problems) ? 'warning' : 'success', {
        message: counts.length === 0 ? words.done.checkedClean : words.done.checked(words.listed(counts)),
      });
      this.set({ view: 'check' });
    });
  }

  /** The main job: read, check, score, judge, write all result sheets or none. */
  score(): Promise<void> {
    return this.guarded('score', async () => {
      await this.read(0, 0.3);
      await this.worker.step('assessing', 0.3);
      if (!this.pack) await this.match();
      const { pack } = this;
      const question = this.question(this.asOf);
      const examined = await this.look(question);
      this.set({ phase: 'ready' });
      if (!pack || !question || !examined) return this.askForPack();
      if (!examined.ready) {
        this.tell('error', words.trouble.blocked(examined.problems.filter(({ severity }) => severity === 'block').length));
        this.set({ view: 'check' });
        return;
      }
      await this.worker.step('writing', 0.5);
      const { engine } = this.options;
      const detail = await engine.result();
      const { written, leftOut } = await engine.write(this.worker.watch('writing', 0.5, 1));
      const last = this.lastOf(pack, question, detail, written);
      const outcome = { last, detail, leftOut };
      // The figures may have moved on while their result was being worked out.
      this.set({ outcome, stale: this.differs(outcome), owned: written, view: 'result' });
      this.tell('success', {
        message: words.done.scored(written.length),
        ...(this.worker.cancelled && { nextStep: words.done.cancelledTooLate }),
      });
      await this.keep();
    });
  }

  /** Takes our sheets away again. */
  clear(): Promise<void> {
    return this.guarded('clear', async () => {
      const removed = await this.options.engine.clear();
      this.set({ outcome: undefined, stale: false, owned: [], view: this.current.view === 'result' ? 'pack' : this.current.view });
      this.tell(removed.length > 0 ? 'success' : 'info', {
        message: removed.length > 0 ? words.done.cleared(removed.length) : words.done.nothingToClear,
      });
      await this.keep();
    });
  }

  cancel(): void {
    this.worker.cancel();
  }

  /** The pane is taken away: work under way is cancelled, and nobody is told any more. */
  close(): void {
    this.listeners.clear();
    this.cancel();
  }

  /** Figures have changed: marks a result that rests on others, at once and without reading. For engines that can tell, see {@link Engine.outdated}. */
  changed(): void {
    const stale = this.differs(this.current.outcome);
    if (stale !== this.current.stale) this.set({ stale });
  }

  /** Looks again, unasked and silently, where that is quick: the person may have mended a cell. At a bad time it is put off until the work ends. */
  async refresh(): Promise<void> {
    if (this.refreshing || this.worker.busy) return void this.looks.asked++;
    if (this.current.phase !== 'ready' || this.took.reading + this.took.examining > QUICK_MS) return;
    this.refreshing = true;
    await this.quietly(() => this.lookAgain());
    this.refreshing = false;
    this.catchUp();
  }

  private catchUp(): void {
    if (this.looks.asked > this.looks.answered && !this.worker.busy) void this.refresh();
  }

  private async lookAgain(): Promise<void> {
    const { engine, now } = this.options;
    const started = now().getTime();
    this.looks.answered = this.looks.asked;
    let book: Book;
    try {
      book = await engine.read();
    } catch {
      // Excel refuses while a cell is being edited. Nobody asked for this look, so nobody is told; the next one will do.
      return;
    }
    if (book.fingerprint === this.fingerprint) this.set({ owned: book.owned });
    else {
      this.take(book);
      this.took.reading = now().getTime() - started;
    }
    this.changed();
    // A task that waits meanwhile looks for itself.
    if (this.lookedAt !== this.fingerprint && !this.worker.busy) await this.look();
  }

  /** @param id of a pack; its fit is shown, its mapping taken up again */
  async choosePack(id: string): Promise<void> {
    await this.choose({ pack: id }, 'person');
  }

  /** @param sheet of the main table; undefined lets the reader find it */
  async chooseSheet(sheet: string | undefined): Promise<void> {
    await this.choose({ sheet });
  }

  /** @param asOf YYYY-MM-DD; undefined for today */
  async chooseDate(asOf: string | undefined): Promise<void> {
    await this.choose({ asOf });
  }

  /** @param header as it stands on the sheet; undefined leaves the column to the reader */
  async mapColumn(table: string, column: string, header: string | undefined): Promise<void> {
    const { pack } = this;
    if (!pack) return;
    const others = Object.entries(this.mapping[table] ?? {}).filter(([key]) => key !== column);
    const columns = Object.fromEntries(header === undefined ? others : [...others, [column, header]]);
    await this.choose({ mappings: { ...this.current.choices.mappings, [pack.pack]: { ...this.mapping, [table]: columns } } });
  }

  async forgetMapping(): Promise<void> {
    const { pack } = this;
    if (pack) await this.choose({ mappings: { ...this.current.choices.mappings, [pack.pack]: {} } });
  }

  get mapping(): Mapping {
    return this.current.choices.mappings[this.current.choices.pack ?? ''] ?? {};
  }

  get asOf(): string {
    return this.current.choices.asOf ?? localDate(this.options.now());
  }

  /** Works out how well every pack fits, for the list that a person picks from. */
  async listPacks(): Promise<void> {
    try {
      await this.fit();
    } catch (error) {
      this.failed(error);
    }
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    try {
      await this.options.engine.goTo(sheet, cell);
    } catch (error) {
      const [problem] = error instanceof ProblemError ? error.problems : [];
      this.tell('warning', problem ?? words.trouble.notThere(`${sheet}!${cell}`));
    }
  }

  show(view: View): void {
    this.set({ view });
  }

  dismiss(id: number): void {
    this.set({ notices: this.current.notices.filter((notice) => notice.id !== id) });
  }

  private async guarded(task: 'open' | 'check' | 'score' | 'clear', steps: () => Promise<void>): Promise<void> {
    await this.worker.run(task, task === 'clear' ? 'clearing' : 'reading', async () => {
      await this.beside;
      this.set({ notices: [] });
      try {
        await steps();
      } catch (error) {
        if (this.current.phase === 'opening') this.set({ phase: 'unreadable' });
        this.failed(error);
      }
    });
    this.catchUp();
  }

  /** Work that shows no progress and takes no button away. */
  private quietly(work: () => Promise<void>): Promise<void> {
    this.beside = this.beside.then(work).catch((error: unknown) => this.failed(error));
    return this.beside;
  }

  private failed(error: unknown): void {
    if (wasCancelled(error)) this.tell('info', { message: words.done.cancelled });
    else if (error instanceof ProblemError) error.problems.forEach((problem) => this.tell('error', problem));
    else this.tell('error', words.trouble.unexpected(error instanceof Error ? error.message : String(error)));
  }

  private async read(from: number, to: number): Promise<void> {
    const { engine, now } = this.options;
    const started = now().getTime();
    const { asked } = this.looks;
    this.take(await engine.read(this.worker.watch('reading', from, to)));
    this.looks.answered = asked;
    this.took.reading = now().getTime() - started;
  }

  private take({ fingerprint, sheets, owned }: Book): void {
    this.fingerprint = fingerprint;
    this.set({ fits: undefined, sheets, owned });
  }

  private async fit(): Promise<void> {
    if (this.current.fits === undefined) this.set({ fits: await this.options.engine.fits() });
  }

  private async match(): Promise<void> {
    await this.fit();
    const { pack } = clearFit(this.current.fits ?? []) ?? {};
    if (pack !== undefined) this.set({ choices: { ...this.current.choices, pack }, chosenBy: 'match' });
  }

  private question(asOf: string): Question | undefined {
    const { pack, sheet } = this.current.choices;
    return pack === undefined ? undefined : { pack, asOf, at: this.options.now().toISOString(), sheet, mapping: this.mapping };
  }

  private async look(question = this.question(this.asOf)): Promise<Examination | undefined> {
    const { engine, now } = this.options;
    const started = now().getTime();
    const { fingerprint } = this;
    const examined = question && (await engine.examine(question));
    this.lookedAt = fingerprint;
    this.took.examining = now().getTime() - started;
    // Another pack was chosen meanwhile: its own look follows.
    if (examined && examined.pack !== this.current.choices.pack) return undefined;
    this.set({ examined, stale: this.differs(this.current.outcome) });
    return examined;
  }

  /** The same input gives the same result: where nothing changed since it was written, it is worked out again instead of stored. */
  private async restore(): Promise<void> {
    const { outcome } = this.current;
    if (!outcome || this.differs(outcome)) return void (await this.look());
    const examined = await this.look(this.question(outcome.last.asOf));
    if (examined?.ready) this.set({ outcome: { ...outcome, detail: await this.options.engine.result() } });
    if (outcome.last.asOf !== this.asOf) await this.look();
  }

  private differs(outcome: Outcome | undefined): boolean {
    if (!outcome) return false;
    if (this.options.engine.outdated?.()) return true;
    const { last } = outcome;
    const { choices } = this.current;
    return (
      last.pack !== choices.pack ||
      last.version !== this.pack?.version ||
      last.fingerprint !== this.fingerprint ||
      last.sheet !== (choices.sheet ?? null) ||
      (choices.asOf !== undefined && last.asOf !== choices.asOf) ||
      JSON.stringify(last.mapping) !== JSON.stringify(this.mapping)
    );
  }

  private lastOf(
    { pack, version }: Pack,
    { asOf, at, sheet, mapping }: Question,
    { counts }: ShownResult,
    written: readonly string[],
  ): LastResult {
    return {
      pack,
      version,
      fingerprint: this.fingerprint,
      sheet: sheet ?? null,
      mapping: structuredClone(mapping) as LastResult['mapping'],
      asOf,
      at,
      written: [...written],
      counts,
    };
  }

  private async choose(change: Partial<Choices>, chosenBy = this.current.chosenBy): Promise<void> {
    if (this.worker.busy) return;
    const before = this.current.choices;
    const choices = { ...before, ...change };
    this.set({ choices, chosenBy, notices: [], ...(choices.pack !== before.pack && { examined: undefined }) });
    await this.quietly(async () => {
      // Who goes along a list chooses faster than a large workbook is looked at: only the last choice counts.
      if (choices !== this.current.choices) return;
      await this.look();
      await this.keep();
    });
  }

  private async keep(): Promise<void> {
    const { choices, outcome } = this.current;
    try {
      await remember(this.options.engine, { choices, last: outcome?.last });
    } catch {
      this.tell('info', words.trouble.notRemembered);
    }
  }

  private askForPack(): void {
    this.tell('warning', words.trouble.noPack);
    this.set({ view: 'pack' });
  }

  private tell(tone: Notice['tone'], said: { readonly message: string; readonly nextStep?: string }): void {
    const notice: Notice = {
      id: ++this.notices,
      tone,
      message: said.message,
      ...(said.nextStep !== undefined && { nextStep: said.nextStep }),
    };
    this.set({ notices: [...this.current.notices, notice] });
  }
}
