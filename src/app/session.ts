import { fingerprintOf } from '../core/fingerprint';
import type { SheetGrid } from '../core/grid';
import { matchPacks } from '../core/pack/match-pack';
import type { Mapping } from '../core/pack/table-specs';
import type { Pack } from '../core/pack/schema';
import { blocks, ProblemError } from '../core/problem';
import type { FindingStatus } from '../core/judge/finding';
import type { Result } from '../core/result';
import type { Units } from '../core/units/units';
import { appWords as words } from '../core/words/app';
import type { OpenWorkbook } from '../hosts/port';
import { clearFit, examine, localDate, type Examination } from './examine';
import { severityCounts } from './problems';
import { NOTHING_CHOSEN, recall, remember, type Choices, type LastResult } from './remembered';
import type { Notice, Outcome, SessionState, View } from './state';
import { wasCancelled, Worker } from './work';

export interface SessionOptions {
  readonly port: OpenWorkbook;
  readonly packs: readonly Pack[];
  readonly units: Units;
  now(): Date;
  /** Lets the screen show what was set before long work begins; nothing in tests. */
  pause?(): Promise<void>;
}

/** A workbook that took longer to read and look at than this is not looked at again unasked. */
const QUICK_MS = 800;

/**
 * What the pane knows and does, without a screen: state, commands, and what is kept in the workbook. Every command ends in a
 * state; none of them throws.
 */
export class Session {
  private current: SessionState = {
    phase: 'opening', view: 'pack', work: undefined, notices: [], choices: NOTHING_CHOSEN, chosenBy: undefined,
    fits: undefined, examined: undefined, outcome: undefined, stale: false, owned: [], sheets: [],
  };
  private readonly listeners = new Set<() => void>();
  private readonly worker: Worker;
  private grids: readonly SheetGrid[] = [];
  private fingerprint = '';
  private lookTook = Infinity;
  private notices = 0;

  constructor(private readonly options: SessionOptions) {
    this.worker = new Worker((work) => this.set({ work }), options.pause ?? (() => Promise.resolve()));
  }

  get state(): SessionState {
    return this.current;
  }

  get packs(): readonly Pack[] {
    return this.options.packs;
  }

  get units(): Units {
    return this.options.units;
  }

  get workbook(): readonly SheetGrid[] {
    return this.grids;
  }

  get pack(): Pack | undefined {
    return this.options.packs.find(({ pack }) => pack === this.current.choices.pack);
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
      const recalled = await recall(this.options.port);
      if (recalled && 'unreadable' in recalled) this.tell('warning', words.trouble.memoryUnreadable);
      const memory = recalled && 'memory' in recalled ? recalled.memory : undefined;
      if (memory) {
        const known = memory.choices.pack === undefined || this.options.packs.some(({ pack }) => pack === memory.choices.pack);
        if (!known) this.tell('warning', words.trouble.memoryUnknownPack(memory.choices.pack ?? ''));
        const choices = known ? memory.choices : { ...memory.choices, pack: undefined };
        this.set({ choices, chosenBy: choices.pack === undefined ? undefined : 'memory', outcome: memory.last && { last: memory.last, leftOut: [] } });
      }
      await this.read(0, 0.7);
      await this.worker.step('assessing', 0.7);
      if (!this.pack) this.match();
      this.look();
      this.restore();
      this.set({ phase: 'ready' });
    });
  }

  /** Reads again and looks for problems; writes nothing. */
  check(): Promise<void> {
    return this.guarded('check', async () => {
      await this.read(0, 0.6);
      await this.worker.step('assessing', 0.6);
      if (!this.pack) this.match();
      this.look();
      this.set({ phase: 'ready' });
      const { examined } = this.current;
      if (!examined) return this.askForPack();
      const counts = severityCounts(examined.problems).map(({ severity, count }) => words.check.count(words.check.severity[severity], count));
      this.tell(blocks(examined.problems) ? 'warning' : 'success', { message: counts.length === 0 ? words.done.checkedClean : words.done.checked(words.listed(counts)) });
      this.set({ view: 'check' });
    });
  }

  /** The main job: read, check, score, judge, write all result sheets or none. */
  score(): Promise<void> {
    return this.guarded('score', async () => {
      await this.read(0, 0.3);
      await this.worker.step('assessing', 0.3);
      if (!this.pack) this.match();
      const pack = this.pack;
      const examination = this.look();
      this.set({ phase: 'ready' });
      if (!pack || !examination) return this.askForPack();
      const { result, plan } = examination.assessment;
      if (!plan) {
        this.tell('error', words.trouble.blocked(result.problems.filter(({ severity }) => severity === 'block').length));
        this.set({ view: 'check' });
        return;
      }
      await this.worker.step('writing', 0.5);
      const { written, leftOut } = await this.options.port.write(plan, this.worker.watch('writing', 0.5, 1));
      const last = this.lastOf(pack, result, plan.mark.at, written);
      this.set({ outcome: { last, detail: { pack, checked: examination.checked, result }, leftOut }, stale: false, owned: written, view: 'result' });
      this.tell('success', { message: words.done.scored(written.length) });
      await this.keep();
    });
  }

  /** Takes our sheets away again. */
  clear(): Promise<void> {
    return this.guarded('clear', async () => {
      const removed = await this.options.port.clear();
      this.set({ outcome: undefined, stale: false, owned: [], view: this.current.view === 'result' ? 'pack' : this.current.view });
      this.tell(removed.length > 0 ? 'success' : 'info', { message: removed.length > 0 ? words.done.cleared(removed.length) : words.done.nothingToClear });
      await this.keep();
    });
  }

  cancel(): void {
    this.worker.cancel();
  }

  /** Looks again, unasked and silently, where that is quick: the person may have mended a cell. */
  async refresh(): Promise<void> {
    if (this.worker.busy || this.current.phase !== 'ready' || this.lookTook > QUICK_MS) return;
    const started = this.options.now().getTime();
    let grids: readonly SheetGrid[];
    try {
      grids = await this.options.port.read();
    } catch {
      // Excel refuses while a cell is being edited. Nobody asked for this look, so nobody is told; the next one will do.
      return;
    }
    if (this.worker.busy || fingerprintOf(grids) === this.fingerprint) return;
    this.take(grids);
    this.look();
    this.lookTook = this.options.now().getTime() - started;
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
  listPacks(): void {
    if (this.current.fits === undefined) this.set({ fits: matchPacks(this.options.packs, this.grids, this.options.units) });
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    try {
      await this.options.port.goTo(sheet, cell);
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

  private guarded(task: 'open' | 'check' | 'score' | 'clear', steps: () => Promise<void>): Promise<void> {
    return this.worker.run(task, task === 'clear' ? 'clearing' : 'reading', async () => {
      this.set({ notices: [] });
      try {
        await steps();
      } catch (error) {
        if (this.current.phase === 'opening') this.set({ phase: 'unreadable' });
        if (wasCancelled(error)) this.tell('info', { message: words.done.cancelled });
        else if (error instanceof ProblemError) error.problems.forEach((problem) => this.tell('error', problem));
        else this.tell('error', words.trouble.unexpected(error instanceof Error ? error.message : String(error)));
      }
    });
  }

  private async read(from: number, to: number): Promise<void> {
    const { port, now } = this.options;
    const started = now().getTime();
    const info = await port.describe();
    const grids = await port.read(this.worker.watch('reading', from, to));
    this.take(grids);
    this.set({ owned: info.sheets.filter(({ owned }) => owned).map(({ name }) => name) });
    this.lookTook = now().getTime() - started;
  }

  private take(grids: readonly SheetGrid[]): void {
    this.grids = grids;
    this.fingerprint = fingerprintOf(grids);
    this.set({ fits: undefined, sheets: grids.filter(({ owned }) => !owned).map(({ name }) => name) });
  }

  private match(): void {
    this.listPacks();
    const pack = clearFit(this.current.fits ?? []);
    if (pack) this.set({ choices: { ...this.current.choices, pack: pack.pack }, chosenBy: 'match' });
  }

  private look(asOf = this.asOf): Examination | undefined {
    const { pack } = this;
    if (!pack) {
      this.set({ examined: undefined });
      return undefined;
    }
    const { units, now } = this.options;
    const at = now();
    const { sheet } = this.current.choices;
    const examination = examine({ pack, units, sheets: this.grids, asOf, at: at.toISOString(), fingerprint: this.fingerprint, sheet, mapping: this.mapping });
    this.lookTook += now().getTime() - at.getTime();
    this.set({ examined: { pack: examination.checked.pack, checked: examination.checked, problems: examination.assessment.result.problems } });
    this.set({ stale: this.differs(this.current.outcome) });
    return examination;
  }

  /** The same input gives the same result: where nothing changed since it was written, it is worked out again instead of stored. */
  private restore(): void {
    const { outcome } = this.current;
    const { pack } = this;
    if (!outcome || !pack || this.differs(outcome)) return;
    const { checked, assessment } = this.look(outcome.last.asOf) ?? {};
    if (checked && assessment?.plan) this.set({ outcome: { ...outcome, detail: { pack, checked, result: assessment.result } } });
  }

  private differs(outcome: Outcome | undefined): boolean {
    if (!outcome) return false;
    const { last } = outcome;
    const { choices } = this.current;
    return last.pack !== choices.pack || last.version !== this.pack?.version || last.fingerprint !== this.fingerprint || last.sheet !== (choices.sheet ?? null)
      || (choices.asOf !== undefined && last.asOf !== choices.asOf) || JSON.stringify(last.mapping) !== JSON.stringify(this.mapping);
  }

  private lastOf(pack: Pack, result: Result, at: string, written: readonly string[]): LastResult {
    const count = (status: FindingStatus): number => result.findings.filter((finding) => finding.status === status).length;
    return {
      pack: pack.pack, version: pack.version, fingerprint: this.fingerprint, sheet: this.current.choices.sheet ?? null,
      mapping: structuredClone(this.mapping) as LastResult['mapping'], asOf: result.asOf, at, written: [...written],
      counts: { met: count('met'), explain: count('explain'), unmet: count('unmet'), missing: count('missing') },
    };
  }

  private async choose(change: Partial<Choices>, chosenBy = this.current.chosenBy): Promise<void> {
    if (this.worker.busy) return;
    this.set({ choices: { ...this.current.choices, ...change }, chosenBy, notices: [] });
    this.look();
    await this.keep();
  }

  private async keep(): Promise<void> {
    const { choices, outcome } = this.current;
    try {
      await remember(this.options.port, { choices, last: outcome?.last });
    } catch {
      this.tell('info', words.trouble.notRemembered);
    }
  }

  private askForPack(): void {
    this.tell('warning', words.trouble.noPack);
    this.set({ view: 'pack' });
  }

  private tell(tone: Notice['tone'], said: { readonly message: string; readonly nextStep?: string }): void {
    const notice: Notice = { id: ++this.notices, tone, message: said.message, ...(said.nextStep !== undefined && { nextStep: said.nextStep }) };
    this.set({ notices: [...this.current.notices, notice] });
  }
}
