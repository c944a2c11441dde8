import type { Decision } from '../core/decision';
import type { Mapping } from '../core/pack/table-specs';
import type { Pack } from '../core/pack/schema';
import { ProblemError } from '../core/problem';
import { withChoice, type SheetChoices } from '../core/sheet-choices';
import type { RuleLine } from '../core/rule-book/rule-line';
import { checkNotice } from './check-notice';
import { Chosen } from './chosen';
import type { Engine } from './engine';
import { Entering } from './entering';
import { downloadNotice } from './download-notice';
import { insertTemplate } from './insert-template';
import { jump } from './jump';
import { Keeping } from './keeping';
import { Looking } from './looking';
import { OwnPacks } from './own-packs';
import type { Choices } from './remembered';
import { Rescore } from './rescore';
import type { Agreed, SessionOptions, Unasked } from './session-options';
import { SessionStore } from './session-store';
import { FIRST_STAGE, type CameForRule, type SessionState, type Task, type View } from './state';
import { wasCancelled, Worker } from './work';
import { appWords as words } from './words';

/**
 * What the pane knows and does, without a screen: state, commands, and what is kept in the workbook. Cells and counting are the engine's.
 * Every command ends in a state; none of them throws. A session belongs to one workbook.
 */
export class Session {
  private readonly store = new SessionStore();
  private readonly engine: Engine;
  private readonly chosen: Chosen;
  private readonly worker: Worker;
  private readonly looking: Looking;
  private readonly keeping: Keeping;
  private readonly rescore: Rescore | undefined;
  /** The form for parameters and weights. */
  readonly entering: Entering;
  readonly own: OwnPacks;
  private readonly download: SessionOptions['download'];
  private agreed: Agreed = {};

  constructor({ engine, packs, now, pause, rescore, own: options, download }: SessionOptions) {
    this.download = download;
    this.engine = engine;
    this.chosen = new Chosen(this.store, packs, now);
    this.worker = new Worker(
      (work) => this.store.set({ work }),
      pause ?? (() => Promise.resolve()),
      (outcome) => {
        this.store.tell('info', outcome);
        void this.refresh();
      },
    );
    this.looking = new Looking(this.store, this.chosen, this.worker, engine, now);
    this.keeping = new Keeping(this.store, this.chosen, this.worker, this.looking, engine, (inWorkbook) => this.own.takeUp(inWorkbook));
    const run = (task: Task, steps: () => Promise<void>): Promise<void> => this.guarded(task, steps);
    const around = { store: this.store, chosen: this.chosen, worker: this.worker, looking: this.looking, engine, run };
    this.entering = new Entering(around);
    this.own = new OwnPacks({ ...around, options, keep: () => this.keeping.keep() });
    this.rescore =
      rescore &&
      new Rescore(
        this.store,
        rescore,
        () => this.refresh(),
        () => this.score({ unasked: true }),
      );
  }

  get state(): SessionState {
    return this.store.state;
  }

  get packs(): readonly Pack[] {
    return this.chosen.packs;
  }

  get pack(): Pack | undefined {
    return this.chosen.pack;
  }

  packOf(id: string | undefined): Pack | undefined {
    return this.chosen.packOf(id);
  }

  get mapping(): Mapping {
    return this.chosen.mapping;
  }

  get decisions(): readonly Decision[] {
    return this.chosen.decisions;
  }

  get canRescore(): boolean {
    return this.rescore !== undefined;
  }

  get asOf(): string {
    return this.chosen.asOf;
  }

  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  /** First look: what was remembered, which pack fits, whether the last result still holds. */
  open(): Promise<void> {
    return this.guarded('open', async () => {
      await this.keeping.takeUp();
      await this.looking.read(0, 0.7);
      await this.worker.step('assessing', 0.7);
      if (!this.pack) await this.looking.match();
      await this.looking.restore();
      this.store.set({ phase: 'ready' });
    });
  }

  /** Reads again and looks for problems; writes nothing. */
  check(): Promise<void> {
    return this.guarded('check', async () => {
      await this.looking.read(0, 0.6);
      await this.worker.step('assessing', 0.6);
      if (!this.pack) await this.looking.match();
      const examined = await this.looking.look();
      this.worker.stopIfCancelled();
      this.store.set({ phase: 'ready', checked: true });
      if (!examined) return this.askForPack();
      this.store.tell(...checkNotice(examined.problems));
      this.tellFiltered();
      this.show('check');
    });
  }

  /**
   * The main job: read, check, score, judge, write all result sheets or none.
   * @param agreed to what would be asked about otherwise
   */
  score(agreed: Agreed & Unasked = {}): Promise<void> {
    const { overwrite = false, asCalculated = false, unasked = false } = agreed;
    const steps = async (): Promise<void> => {
      this.agreed = agreed;
      await this.looking.read(0, 0.3);
      if (this.looking.reading?.manualCalculation === true && !asCalculated) {
        if (unasked) return this.store.tell('info', words.rescore.not(words.rescore.because.manual));
        return this.store.set({ phase: 'ready', asking: { about: 'manual-calculation', task: 'score', ...words.manualCalculation } });
      }
      await this.worker.step('assessing', 0.3);
      if (!this.pack) await this.looking.match();
      const { pack } = this;
      const question = this.chosen.question();
      const examined = await this.looking.look(question);
      this.store.set({ phase: 'ready' });
      if (!pack || !question || !examined) return this.askForPack();
      if (!examined.ready) {
        const count = examined.problems.filter(({ severity }) => severity === 'block').length;
        if (unasked) return this.store.tell('info', words.rescore.not(words.rescore.because.blocked(count)));
        this.store.tell('error', words.trouble.blocked(count));
        this.show('check');
        return;
      }
      await this.worker.step('writing', 0.5);
      const detail = await this.engine.result();
      const { written, leftOut } = await this.engine.write({ ...this.worker.watch('writing', 0.5, 1), overwrite });
      const outcome = { last: this.looking.basisOf({ ...question, asOf: examined.asOf }, detail, written), detail, leftOut };
      // The figures may have moved on while their result was being worked out.
      this.store.set({ outcome, stale: this.looking.differs(outcome), owned: written, ...(!unasked && { view: 'result' }) });
      this.store.tell('success', {
        message: words.done[unasked ? 'rescored' : 'scored'](written.length),
        ...(this.worker.cancelled && { nextStep: words.done.cancelledTooLate }),
      });
      this.tellFiltered();
      await this.own.carry(pack.pack);
      await this.keeping.keep();
    };
    return this.guarded('score', steps, unasked);
  }

  /** The notice of the result that is shown can be downloaded. */
  get hasNotice(): boolean {
    return this.download !== undefined && this.state.outcome?.detail?.notice !== undefined;
  }

  /** Hands the text of the notice out as a file. */
  async downloadNotice(): Promise<void> {
    await downloadNotice(this.store, this.download);
  }

  private tellFiltered(): void {
    const { filtered = [] } = this.looking.reading ?? {};
    if (filtered.length > 0) this.store.tell('info', { message: words.filtered(filtered) });
  }

  /** Asks before our sheets are taken away. */
  askClear(): void {
    const { owned } = this.state;
    this.store.set({ asking: { about: 'clear', task: 'clear', message: words.clear.body(owned.length), nextStep: words.clear.lost } });
  }

  /** Takes our sheets away again. */
  clear(overwrite = false): Promise<void> {
    return this.guarded('clear', async () => {
      const removed = await this.engine.clear({ ...this.worker.small, overwrite });
      this.store.set({ outcome: undefined, stale: false, owned: [], view: this.state.view === 'result' ? 'pack' : this.state.view });
      this.store.tell(removed.length > 0 ? 'success' : 'info', {
        message: removed.length > 0 ? words.done.cleared(removed.length) : words.done.nothingToClear,
      });
      await this.keeping.keepCleared();
    });
  }

  /** Adds the blank sheets of the chosen pack for the person to fill in. @param year of the figures; see Engine.insert */
  insertTemplate(year: number | undefined): Promise<void> {
    return this.guarded('insert', async () => {
      const { pack } = this;
      if (!pack) return this.askForPack();
      const contradicts = await insertTemplate(pack, year, this.store, this.worker, this.looking, this.engine);
      if (contradicts) await this.keeping.keep();
    });
  }

  /** Goes on with what was asked about, or leaves it. */
  async answer(answer: 'no' | 'yes' | 'recalculate'): Promise<void> {
    const { asking } = this.state;
    this.store.set({ asking: undefined });
    if (answer === 'no' || !asking) return;
    if (asking.task === 'clear') return this.clear(asking.about === 'edited-results');
    if (asking.about === 'edited-results') return this.score({ ...this.agreed, overwrite: true });
    if (answer === 'recalculate' && !(await this.recalculate())) return;
    await this.score({ asCalculated: true });
  }

  /** A workbook that calculates on demand keeps its setting: only this once everything is worked out. */
  private async recalculate(): Promise<boolean> {
    let done = false;
    await this.guarded('score', async () => {
      await this.engine.recalculate?.(this.worker.small);
      done = true;
    });
    return done;
  }

  private ask(task: Task, error: unknown): boolean {
    const problem = error instanceof ProblemError ? error.problems.find(({ code }) => code === 'results-edited') : undefined;
    if (!problem || (task !== 'score' && task !== 'clear')) return false;
    this.store.set({ asking: { about: 'edited-results', task, message: problem.message, nextStep: problem.nextStep } });
    return true;
  }

  cancel(): void {
    this.worker.cancel();
  }

  /** The pane is taken away: work under way is cancelled, and nobody is told any more. */
  close(): void {
    this.store.silence();
    this.rescore?.end();
    this.cancel();
  }

  /**
   * Figures have changed: marks a result that rests on others, at once and without reading. For engines that can tell, see {@link Engine.outdated}.
   * @param byPerson here, and not by somebody elsewhere
   */
  changed(byPerson = false): void {
    this.looking.changed();
    if (byPerson) this.rescore?.changed();
  }

  /** Looks again, unasked and silently, where that is quick: the person may have mended a cell. At a bad time it is put off until the work ends. */
  refresh(): Promise<void> {
    return this.looking.refresh();
  }

  /** @param id of a pack; its fit is shown, its mapping taken up again */
  async choosePack(id: string): Promise<void> {
    await this.choose({ pack: id }, 'person');
  }

  /** @param sheet of the main table; undefined lets the reader find it */
  async chooseSheet(sheet: string | undefined): Promise<void> {
    await this.choose({ sheet });
  }

  /** @param asOf YYYY-MM-DD; undefined for the workbook's own date, or today's */
  async chooseDate(asOf: string | undefined): Promise<void> {
    await this.choose({ asOf });
  }

  /** @param year of the figures; undefined for the one that the workbook states */
  async chooseYear(year: number | undefined): Promise<void> {
    await this.choose({ year });
  }

  /** @param change what is wanted of the sheets besides what was */
  async chooseSheets(change: SheetChoices): Promise<void> {
    await this.choose({ sheetChoices: withChoice(this.state.choices.sheetChoices, change) });
  }

  /** @param rescore whether changed figures are scored again by themselves */
  async chooseRescore(rescore: boolean): Promise<void> {
    this.store.set({ choices: { ...this.state.choices, rescore } });
    await this.looking.beside(() => this.keeping.keep());
  }

  /** Accepts proposals: what they are about counts as they say from now on. */
  async accept(decisions: readonly Decision[]): Promise<void> {
    if (this.pack) await this.choose({ decisions: this.chosen.decided(this.pack, decisions, decisions) });
  }

  /** Takes accepted proposals back. */
  async withdraw(decisions: readonly Decision[]): Promise<void> {
    if (this.pack) await this.choose({ decisions: this.chosen.decided(this.pack, decisions, []) });
  }

  /** @param header as it stands on the sheet; undefined leaves the column to the reader */
  async mapColumn(table: string, column: string, header: string | undefined): Promise<void> {
    const { pack } = this;
    if (pack) await this.choose({ mappings: this.chosen.mapped(pack, table, column, header) });
  }

  async forgetMapping(): Promise<void> {
    const { pack } = this;
    if (pack) await this.choose({ mappings: { ...this.state.choices.mappings, [pack.pack]: {} } });
  }

  /** Works out how well every pack fits, for the list that a person picks from. */
  async listPacks(): Promise<void> {
    try {
      await this.looking.fit();
    } catch (error) {
      this.store.failed(error);
    }
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    await jump(this.engine, this.store, sheet, cell);
  }

  /** @param landing id of what takes the focus there, where it is not the heading */
  show(view: View, landing?: string): void {
    this.store.set({ view, landing });
  }

  /** Shows the rule book. @param came for one line of it; see CameForRule */
  showRules(came: Omit<CameForRule, 'from'> = {}): void {
    this.store.set({ view: 'rules', landing: undefined, cameForRule: { ...came, from: this.state.view } });
  }

  /** Lines of the rule book for the chosen pack; undefined where that failed, which is told. */
  async rules(): Promise<readonly RuleLine[] | undefined> {
    const { pack } = this;
    try {
      return pack && (await this.engine.rules(pack.pack));
    } catch (error) {
      this.store.failed(error);
      return undefined;
    }
  }

  dismiss(id: number): void {
    this.store.dismiss(id);
  }

  private async guarded(task: Task, steps: () => Promise<void>, unasked = false): Promise<void> {
    const guard = async (): Promise<void> => {
      await this.looking.letGo();
      this.store.set({ notices: [], asking: undefined });
      try {
        await steps();
      } catch (error) {
        if (unasked && error instanceof ProblemError && !wasCancelled(error))
          return this.store.tell('info', words.rescore.not(error.problems[0]?.message ?? ''));
        if (this.ask(task, error)) return;
        if (this.state.phase === 'opening') this.store.set({ phase: 'unreadable' });
        this.store.failed(error);
      }
    };
    await this.worker.run(task, FIRST_STAGE[task] ?? 'reading', guard, unasked);
    this.looking.catchUp();
  }

  private async choose(change: Partial<Choices>, chosenBy = this.state.chosenBy): Promise<void> {
    if (this.worker.busy) return;
    const before = this.state.choices;
    const choices = { ...before, ...change };
    this.store.set({ choices, chosenBy, notices: [], ...(choices.pack !== before.pack && { examined: undefined }) });
    await this.looking.beside(async () => {
      // Who goes along a list chooses faster than a large workbook is looked at: only the last choice counts.
      if (choices !== this.state.choices) return;
      await this.looking.look();
      await this.keeping.keep();
    });
  }

  private askForPack(): void {
    this.store.tell('warning', words.trouble.noPack);
    this.show('pack');
  }
}
