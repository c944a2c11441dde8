import type { Engine } from '../app/engine';
import { appWords } from '../app/words';
import { ProblemError } from '../core/problem';
import type { SheetEdits } from '../hosts/xlsx/edit/cell-edit';
import type { BookLook } from '../hosts/xlsx/look/look';
import { Autosave, type Later } from './autosave';
import type { DeskNotice, DeskState, FileState, LeaveChoice, StaleChoice } from './desk-state';
import type { Unreadable } from './draft-store';
import { MOST_DRAFTS, type Drafts } from './drafts';
import { downloadName } from './file-name';
import type { Cut, GridView, Refusal } from './grid/grid-view';
import { randomId } from './random-id';
import type { Remote } from './remote';
import type { Sample } from './samples';
import { screenEngine } from './screen-engine';
import { dayAndTime } from './shown-time';
import { workbenchWords as words } from './words';
import type { OpenedBook, Source } from './worker/service';

/** The pane, as far as the desk has to do with it. */
export interface MountedPane {
  /** Looks at the workbook again, unasked. */
  refresh(): Promise<void>;
  /** Told at once when figures have changed. */
  changed(): void;
  /** How the result that the pane knows stands to the figures on the screen. */
  result(): 'none' | 'current' | 'stale';
  score(): Promise<void>;
  unmount(): void;
}

export interface DeskParts {
  /** A thread for one workbook. */
  spawn(): Remote;
  /** Loads the spreadsheet into the page. */
  grid(): Promise<GridView>;
  mount(engine: Engine): MountedPane;
  readonly drafts: Drafts;
  readonly samples: readonly Sample[];
  /** Where a sample lies, as the worker can ask for it. */
  address(path: string): string;
  download(bytes: Uint8Array<ArrayBuffer>, name: string): void;
  now(): Date;
  readonly later: Later;
}

/** Bytes; a larger file is refused before it is read. */
export const LARGEST_FILE = 100_000_000;
const MEGABYTE = 1_000_000;

/** Milliseconds without an edit before the pane looks again, and that a hint stays. */
const LOOK_AGAIN_MS = 500;
const HINT_MS = 6000;

/** Times that what was typed during a saving is saved again before another workbook comes. */
const SAVINGS = 5;

/** Cells that are named one by one; the rest is counted. */
const NAMED_CELLS = 3;

/** The workbook on the desk. */
interface Work {
  readonly id: string;
  readonly name: string;
  readonly remote: Remote;
  readonly autosave: Autosave;
  readonly macros: boolean;
  drawings: boolean;
  scored: boolean;
  /** Names of the sheets that are ours. */
  owned: ReadonlySet<string>;
  /** Whether figures in the file may differ from those that it came with. */
  edited: boolean;
  /** Counts changes of the person's own figures. */
  figures: number;
  /** What was typed on result sheets while these are being written anew. */
  held: SheetEdits[] | undefined;
  /** Whether the person was told that result sheets do not keep what is typed. */
  toldOfResults: boolean;
  /** Counts changes, so that a change during a download is not taken for downloaded. */
  version: number;
  pane: MountedPane | undefined;
  /** Resolves when the workbook is on the grid; to nothing where there is no grid. */
  shown: Promise<GridView | undefined>;
  /** Set once it is. */
  onGrid: boolean;
  lost: boolean;
}

/**
 * What the page knows and does, without a screen: opening, downloading, drafts, and the way between grid, worker and pane. Every command
 * ends in a state; none of them throws.
 */
export class Desk {
  private current: DeskState = {
    opening: undefined,
    file: undefined,
    draft: { kind: 'none' },
    downloading: false,
    history: { undo: false, redo: false },
    grid: 'loading',
    notices: [],
    hint: undefined,
    notes: [],
    offers: [],
    asking: undefined,
    confirming: undefined,
    selected: '',
    jumps: 0,
  };
  private readonly listeners = new Set<() => void>();
  private work: Work | undefined;
  private arriving: Remote | undefined;
  private gridLoading: Promise<GridView | undefined> | undefined;
  private answering: ((choice: LeaveChoice) => void) | undefined;
  private confirming: ((choice: StaleChoice) => void) | undefined;
  private handingOut = false;
  private cuts: readonly Cut[] = [];
  private fixed: readonly { readonly sheet: string; readonly cell: string }[] = [];
  /** Records that are no drafts are told of once. */
  private readonly toldUnreadable = new Set<string>();
  private notices = 0;
  private cancelLook: (() => void) | undefined;
  private cancelHint: (() => void) | undefined;

  constructor(private readonly parts: DeskParts) {}

  get state(): DeskState {
    return this.current;
  }

  get samples(): readonly Sample[] {
    return this.parts.samples;
  }

  /** Edits or results that are nowhere but here. */
  get unsaved(): boolean {
    return this.current.file?.change === 'changed';
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private set(change: Partial<DeskState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }

  /** The grid is loaded while the first workbook is being opened. */
  async start(sample: string): Promise<void> {
    this.gridLoading = this.loadGrid();
    await Promise.all([this.openSample(sample), this.listDrafts()]);
  }

  private async loadGrid(): Promise<GridView | undefined> {
    try {
      const grid = await this.parts.grid();
      grid.onEdit((edits) => this.edited(edits));
      grid.onRefusal((refusal) => {
        if (refusal.kind === 'unfinished') this.tell('warning', words.trouble.unfinished, OF_WORKBOOK);
        else this.hint(wordsOf(refusal));
      });
      grid.onFixed((cells) => {
        this.fixed = cells;
        this.note();
      });
      grid.onCut((cuts) => {
        this.cuts = cuts;
        this.note();
      });
      grid.onSelect(({ sheet, cell, text }) => this.set({ selected: words.selected(sheet, cell, text) }));
      grid.onHistory((history) => this.set({ history }));
      return grid;
    } catch (error) {
      this.set({ grid: 'failed' });
      this.tell('error', words.trouble.noGrid);
      if (error instanceof ProblemError) this.failed(error);
      return undefined;
    }
  }

  /** @param id see samplesOf; an unknown one opens the first */
  async openSample(id: string): Promise<void> {
    const sample = this.parts.samples.find((one) => one.id === id) ?? this.parts.samples[0];
    if (sample) await this.bring({ kind: 'sample', address: this.parts.address(sample.path), name: sample.name }, sample.name, randomId());
  }

  /** Opens what was picked or dropped; nothing where it is nothing. */
  async open(files: readonly File[]): Promise<void> {
    const [file, second] = files;
    if (!file) return;
    if (second) return this.tell('warning', words.trouble.oneFile);
    if (file.size > LARGEST_FILE)
      return this.tell('error', words.trouble.tooBig(file.name, Math.ceil(file.size / MEGABYTE), LARGEST_FILE / MEGABYTE));
    await this.bring({ kind: 'file', file, name: file.name }, file.name, randomId());
  }

  cancelOpening(): void {
    this.arriving?.end();
    this.arriving = undefined;
    this.set({ opening: undefined });
  }

  async restoreDraft(id: string): Promise<void> {
    const offer = this.current.offers.find((one) => one.id === id);
    const ours = this.work?.id === id;
    if (!(await this.parts.drafts.claim(id))) return this.tell('warning', words.drafts.elsewhere);
    const name = offer?.name ?? this.work?.name ?? '';
    const restored = await this.bring({ kind: 'draft', id }, name, id);
    if (restored) this.tell('info', { message: words.drafts.restored(restored) });
    else if (!ours) this.parts.drafts.release(id);
  }

  async discardDraft(id: string): Promise<void> {
    try {
      if (!(await this.parts.drafts.discard(id))) return this.tell('warning', words.drafts.elsewhere);
      this.set({ offers: this.current.offers.filter((offer) => offer.id !== id) });
    } catch (error) {
      this.failed(error);
    }
  }

  /** Hands the workbook to the browser's downloads; asks first where its results rest on other figures. @returns whether it did */
  async download(): Promise<boolean> {
    const { work } = this;
    if (!work || this.handingOut) return false;
    if (work.lost) {
      this.hint(words.trouble.lostDownload);
      return false;
    }
    this.handingOut = true;
    this.set({ downloading: true });
    try {
      await this.settled(work);
      if (!(await this.mayHandOut(work))) return false;
      const { version } = work;
      const bytes = await work.remote.bytes();
      const name = downloadName(work.name, { scored: work.scored, changed: this.current.file?.change !== 'none' });
      await this.tellRefused(work);
      this.parts.download(bytes, name);
      if (version === work.version && this.work === work) await this.taken(work);
      this.hint(words.downloaded(name));
      return true;
    } catch (error) {
      this.failedWith(work, error);
      return false;
    } finally {
      this.handingOut = false;
      this.set({ downloading: false });
    }
  }

  /** The file goes to others: results of other figures than it holds do not leave without a question. */
  private async mayHandOut(work: Work): Promise<boolean> {
    // Where that is quick, a look may prove that the figures are the same after all.
    if (this.isStale(work)) await work.pane?.refresh();
    while (this.isStale(work)) {
      const choice = await new Promise<StaleChoice>((answer) => {
        this.confirming = answer;
        this.set({ downloading: false, confirming: { name: work.name } });
      });
      this.confirming = undefined;
      this.set({ confirming: undefined });
      if (choice === 'cancel') return false;
      if (choice === 'download') break;
      const { figures } = work;
      await work.pane?.score();
      await this.settled(work);
      if (this.isStale(work) && figures === work.figures) {
        this.hint(words.staleDownload.stillStale);
        return false;
      }
    }
    this.set({ downloading: true });
    return this.work === work;
  }

  private isStale(work: Work): boolean {
    if (!work.scored || work.lost) return false;
    const result = work.pane?.result() ?? 'none';
    // Results of which the pane knows nothing came with the file: they rest on the figures that it came with.
    return result === 'stale' || (result === 'none' && work.edited);
  }

  undo(): Promise<void> {
    return this.onGrid((grid) => grid.undo());
  }

  redo(): Promise<void> {
    return this.onGrid((grid) => grid.redo());
  }

  /** What the person wants done with unsaved work. */
  answer(choice: LeaveChoice): void {
    this.answering?.(choice);
  }

  /** Whether a workbook with results of other figures is to be downloaded. */
  confirm(choice: StaleChoice): void {
    this.confirming?.(choice);
  }

  dismiss(id: number): void {
    this.set({ notices: this.current.notices.filter((notice) => notice.id !== id) });
  }

  /** Saves what waits to be saved: the page is being hidden, perhaps for good. */
  async flush(): Promise<void> {
    await this.work?.autosave.flush();
  }

  /** Everything went well and the workbook is out of the house: the draft has done its duty. */
  private async taken(work: Work): Promise<void> {
    if (this.current.file?.change === 'changed') this.set({ file: { name: work.name, change: 'downloaded' } });
    if (await work.autosave.reset()) await this.parts.drafts.remove(work.id);
  }

  /**
   * Opens a workbook in place of the one there is, which stays until the new one has proved readable.
   * @returns the name of the workbook that is now open; undefined where it is none
   */
  private async bring(source: Source, name: string, id: string): Promise<string | undefined> {
    if (this.current.asking || this.current.confirming) return undefined;
    this.cancelOpening();
    const remote = this.parts.spawn();
    this.arriving = remote;
    this.set({ notices: this.current.notices.filter(({ ofWorkbook }) => ofWorkbook) });
    try {
      if (!(await this.mayLeave())) return undefined;
      if (this.arriving !== remote) return undefined;
      const { work } = this;
      let asked = work?.version;
      this.set({ opening: name });
      const opened = await remote.open(source);
      if (this.arriving !== remote) return undefined;
      // What was typed while the file was being opened is in no answer that the person gave, nor in a draft where there is none.
      while (work && !(await this.keep(work)) && work.version !== asked) {
        if (this.arriving !== remote || !(await this.mayLeave())) return undefined;
        asked = work.version;
      }
      if (this.arriving !== remote) return undefined;
      await this.handOver(remote, opened, id);
      return opened.name;
    } catch (error) {
      if (this.arriving === remote) this.failed(error);
      return undefined;
    } finally {
      if (this.work?.remote !== remote) remote.end();
      if (this.arriving === remote) {
        this.arriving = undefined;
        this.set({ opening: undefined });
      }
    }
  }

  private async mayLeave(): Promise<boolean> {
    const { work } = this;
    if (!work || !this.unsaved || work.lost) return true;
    await work.autosave.flush();
    const choice = await new Promise<LeaveChoice>((answer) => {
      this.answering = answer;
      this.set({ asking: { name: work.name, kept: work.autosave.state.kind !== 'refused' } });
    });
    this.answering = undefined;
    this.set({ asking: undefined });
    return choice === 'open' || (choice === 'download' && (await this.download()));
  }

  /** Saves all that was done on the screen, what is typed during the saving too. @returns whether nothing of it would be lost */
  private async keep(work: Work): Promise<boolean> {
    if (work.lost) return true;
    let saved: number | undefined;
    for (let round = 0; round < SAVINGS; round++) {
      await this.settled(work).catch(() => undefined);
      if (saved === work.version) break;
      saved = work.version;
      if (this.unsaved) await work.autosave.flush();
    }
    return !this.unsaved || work.autosave.state.kind !== 'refused';
  }

  private async handOver(remote: Remote, { name, look, traits, savedAt }: OpenedBook, id: string): Promise<void> {
    const before = this.work;
    if (before) this.leave(before, id);
    const file: FileState = { name, change: savedAt === undefined ? 'none' : 'changed' };
    const autosave = new Autosave({
      savedAt: savedAt === undefined ? undefined : new Date(savedAt),
      save: (at) => remote.saveDraft({ id, at: at.toISOString(), scored: work.scored }),
      now: this.parts.now,
      later: this.parts.later,
      told: (draft) => {
        if (draft.kind === 'refused' && this.current.draft.kind !== 'refused') this.tell('warning', words.drafts.refused);
        this.set({ draft });
      },
    });
    const work: Work = {
      id,
      name,
      remote,
      autosave,
      macros: traits.includes('macros'),
      drawings: look.sheets.some(({ drawings }) => drawings),
      scored: look.sheets.some(({ owned }) => owned),
      owned: ownedIn(look),
      edited: savedAt !== undefined,
      figures: 0,
      held: undefined,
      toldOfResults: false,
      version: 0,
      pane: undefined,
      shown: Promise.resolve(undefined),
      onGrid: false,
      lost: false,
    };
    this.work = work;
    this.cuts = [];
    this.fixed = [];
    const notices = this.current.notices.filter(({ ofWorkbook }) => !ofWorkbook);
    this.set({ file, draft: autosave.state, hint: undefined, history: { undo: false, redo: false }, selected: '', notices });
    this.note();
    remote.onLost(() => this.lost(work));
    work.shown = this.show(work, look);
    work.pane = this.parts.mount(this.engineOf(work));
    await this.parts.drafts.claim(id);
    if (before) void this.listDrafts();
  }

  /** Without a pause from the last saving to the next workbook: nothing can be typed in between. */
  private leave(work: Work, next: string): void {
    this.cancelLook?.();
    work.autosave.stop();
    work.pane?.unmount();
    work.remote.end();
    if (work.id !== next) this.parts.drafts.release(work.id);
  }

  private async show(work: Work, look: BookLook): Promise<GridView | undefined> {
    const grid = await this.gridLoading;
    if (!grid || this.work !== work) return undefined;
    try {
      await grid.show(look);
    } catch (error) {
      this.set({ grid: 'failed' });
      this.tell('error', words.trouble.noGrid);
      this.failed(error);
      return undefined;
    }
    if (this.work !== work) return undefined;
    work.onGrid = true;
    this.set({ grid: 'shown' });
    return grid;
  }

  private engineOf(work: Work): Engine {
    return screenEngine(work.remote, {
      settled: () => this.settled(work),
      replaced: async (gone, look) => {
        work.scored = look.sheets.length > 0;
        const owned = ownedIn(look);
        work.owned = new Set([...work.owned, ...owned]);
        this.changed(work);
        const grid = await work.shown;
        if (grid && this.work === work) {
          try {
            await grid.replace(gone, look);
          } catch (error) {
            this.tell('warning', words.trouble.notShown);
            this.failed(error);
          }
        }
        work.owned = owned;
        if (this.work === work) this.note();
      },
      goTo: async (sheet, cell) => {
        const grid = await work.shown;
        if (this.work !== work) return;
        if (!grid) throw new ProblemError([{ severity: 'warning', code: 'no-grid', ...words.trouble.noGrid }]);
        this.set({ jumps: this.current.jumps + 1 });
        await grid.goTo(sheet, cell);
      },
      figures: () => work.figures,
      rewriting: async (write) => {
        const held: SheetEdits[] = [];
        work.held = held;
        try {
          return await write();
        } catch (error) {
          // The sheets stay as they were, and with them what was typed there.
          if (held.length > 0) this.send(work, held);
          throw error;
        } finally {
          work.held = undefined;
        }
      },
      remembered: () => {
        if (this.work === work && this.unsaved) work.autosave.touch();
      },
    });
  }

  /** Before the workbook is on the grid there is nothing that anyone could have typed. */
  private async settled(work: Work): Promise<void> {
    if (!work.onGrid || this.work !== work) return;
    await (await work.shown)?.settled();
  }

  private edited(edits: readonly SheetEdits[]): void {
    const { work } = this;
    if (!work?.onGrid || edits.length === 0) return;
    if (work.lost) {
      if (!edits.some(isTyped)) return;
      this.tellLost(work);
      return this.hint(words.trouble.lostEdit);
    }
    const own = edits.filter(({ sheet }) => !work.owned.has(sheet));
    const results = edits.filter(({ sheet }) => work.owned.has(sheet));
    if (work.held) work.held.push(...results);
    const sent = work.held ? own : edits;
    if (sent.length > 0) this.send(work, sent);
    if (results.some(isTyped) && !work.toldOfResults) {
      work.toldOfResults = true;
      this.hint(words.refusal.results);
    }
    const typed = edits.some(isTyped);
    if (own.some(({ cells }) => cells.length > 0)) work.figures++;
    if (own.some(isTyped) && !work.edited) {
      work.edited = true;
      this.note();
    }
    // Formulas that come to another value by themselves (TODAY) are not a person's work.
    if (this.unsaved || typed) this.changed(work);
    work.pane?.changed();
    this.cancelLook?.();
    this.cancelLook = this.parts.later(LOOK_AGAIN_MS, () => void this.lookAgain(work));
  }

  private send(work: Work, edits: readonly SheetEdits[]): void {
    work.remote.edit(edits).catch((error: unknown) => this.failedWith(work, error));
  }

  private async lookAgain(work: Work): Promise<void> {
    try {
      await this.tellRefused(work);
      await work.pane?.refresh();
    } catch (error) {
      this.failedWith(work, error);
    }
  }

  private async tellRefused(work: Work): Promise<void> {
    const problems = await work.remote.refused();
    if (this.work !== work) return;
    problems.slice(0, NAMED_CELLS).forEach((problem) => this.tell('error', problem, OF_WORKBOOK));
    if (problems.length > NAMED_CELLS) this.tell('error', words.trouble.moreNotInFile(problems.length - NAMED_CELLS), OF_WORKBOOK);
  }

  private changed(work: Work): void {
    if (this.work !== work) return;
    work.version++;
    if (!this.unsaved) this.set({ file: { name: work.name, change: 'changed' } });
    work.autosave.touch();
  }

  private lost(work: Work): void {
    if (this.work !== work) return;
    work.lost = true;
    this.tellLost(work);
    work.autosave.stop();
  }

  private tellLost(work: Work): void {
    const { lost, lostWork, reopenDraft } = words.trouble;
    const { hasDraft } = work.autosave;
    const action = { label: reopenDraft, run: () => void this.restoreDraft(work.id) };
    this.tell(
      'error',
      { message: lost.message, nextStep: hasDraft ? lostWork.kept : lostWork.unkept },
      { ...OF_WORKBOOK, ...(hasDraft && { action }) },
    );
  }

  private async listDrafts(): Promise<void> {
    try {
      const { offers, removed, unreadable } = await this.parts.drafts.offers();
      this.set({ offers });
      removed.forEach(({ name, at }) => this.tell('warning', words.drafts.removed(name, dayAndTime(at), MOST_DRAFTS)));
      this.tellUnreadable(unreadable.filter(({ key }) => !this.toldUnreadable.has(key)));
    } catch {
      // A browser that keeps nothing has no drafts to offer; the first draft that it refuses is told.
      this.set({ offers: [] });
    }
  }

  /** What is left of a record may be all that is left of somebody's work. */
  private tellUnreadable(records: readonly Unreadable[]): void {
    records.forEach(({ key }) => this.toldUnreadable.add(key));
    for (const { name = words.drafts.unnamed, file } of records) {
      if (!file) continue;
      const run = (): void =>
        void file
          .arrayBuffer()
          .then((bytes) => this.parts.download(new Uint8Array(bytes), name))
          .catch((error: unknown) => this.failed(error));
      this.tell('info', words.drafts.unreadableFile(name), { action: { label: words.drafts.takeFile, run } });
    }
    const empty = records.filter(({ file }) => !file).length;
    if (empty > 0) this.tell('info', words.drafts.unreadable(empty));
  }

  private async onGrid(act: (grid: GridView) => Promise<void>): Promise<void> {
    const grid = this.work?.onGrid ? await this.work.shown : undefined;
    if (!grid) return;
    try {
      await act(grid);
    } catch (error) {
      this.failed(error);
    }
  }

  private note(): void {
    const { work } = this;
    if (!work) return;
    const { notes } = words;
    const cut = this.cuts.map(({ sheet, rows, shown }) => notes.cut(sheet, rows, shown));
    if (this.cuts.some(({ sheet }) => !work.owned.has(sheet))) cut.push(notes.notCalculated);
    const places = this.fixed.slice(0, NAMED_CELLS).map(({ sheet, cell }) => notes.place(sheet, cell));
    const fixed = work.edited && this.fixed.length > 0 ? [notes.fixed(this.fixed.length, places)] : [];
    this.set({ notes: [...cut, ...fixed, ...(work.drawings ? [notes.drawings] : []), ...(work.macros ? [notes.macros] : [])] });
  }

  private hint(text: string): void {
    this.cancelHint?.();
    this.set({ hint: text });
    this.cancelHint = this.parts.later(HINT_MS, () => this.set({ hint: undefined }));
  }

  /** A thread that died was told once, for all that it leaves unanswered. */
  private failedWith(work: Work, error: unknown): void {
    if (this.work === work && !work.lost) this.failed(error);
  }

  private failed(error: unknown): void {
    if (!(error instanceof ProblemError))
      return this.tell('error', appWords.trouble.unexpected(error instanceof Error ? error.message : String(error)));
    error.problems.filter(({ code }) => code !== 'cancelled').forEach((problem) => this.tell('error', problem));
  }

  private tell(tone: DeskNotice['tone'], { message, nextStep }: Said, more: Pick<DeskNotice, 'action' | 'ofWorkbook'> = {}): void {
    // The same trouble twice is still one trouble.
    if (this.current.notices.some((notice) => notice.message === message)) return;
    const notice: DeskNotice = { id: ++this.notices, tone, message, ...(nextStep !== undefined && { nextStep }), ...more };
    this.set({ notices: [...this.current.notices, notice] });
  }
}

interface Said {
  readonly message: string;
  readonly nextStep?: string;
}

const OF_WORKBOOK = { ofWorkbook: true } as const;

const isTyped = ({ cells }: SheetEdits): boolean => cells.some(({ kind }) => kind !== 'result');

const ownedIn = ({ sheets }: BookLook): ReadonlySet<string> => new Set(sheets.flatMap(({ name, owned }) => (owned ? [name] : [])));

function wordsOf(refusal: Exclude<Refusal, { readonly kind: 'unfinished' }>): string {
  switch (refusal.kind) {
    case 'structure':
      return words.refusal.structure;
    case 'protected':
      return words.refusal.protected(refusal.sheet);
    case 'array':
      return words.refusal.array(refusal.sheet);
    case 'table':
      return words.refusal.table(refusal.sheet);
    case 'fixed':
      return words.refusal.fixed(refusal.sheet);
    case 'busy':
      return words.refusal.busy;
    case 'formula':
      return words.refusal.formula(refusal.text);
    case 'spill':
      return words.refusal.spill;
    case 'fetch':
      return words.refusal.fetch;
    case 'cut':
      return words.refusal.cut;
    case 'clipboard':
      return words.refusal.clipboard;
    case 'link':
      return words.refusal.link(refusal.to);
  }
}
