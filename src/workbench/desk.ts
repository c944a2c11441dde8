import type { Engine } from '../app/engine';
import { ProblemError } from '../core/problem';
import { appWords } from '../core/words/app';
import { workbenchWords as words } from '../core/words/workbench';
import type { SheetEdits } from '../hosts/xlsx/edit/cell-edit';
import type { BookLook } from '../hosts/xlsx/look/look';
import { Autosave, type Later } from './autosave';
import type { DeskNotice, DeskState, FileState, LeaveChoice } from './desk-state';
import type { Drafts } from './drafts';
import { downloadName } from './file-name';
import type { Cut, GridView, Refusal } from './grid/grid-view';
import { randomId } from './random-id';
import type { Remote } from './remote';
import type { Sample } from './samples';
import { screenEngine } from './screen-engine';
import type { OpenedBook, Source } from './worker/service';

/** The pane, as far as the desk has to do with it. */
export interface MountedPane {
  /** Looks at the workbook again, unasked. */
  refresh(): Promise<void>;
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

/** The workbook on the desk. */
interface Work {
  readonly id: string;
  readonly name: string;
  readonly remote: Remote;
  readonly autosave: Autosave;
  readonly macros: boolean;
  drawings: boolean;
  scored: boolean;
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
    opening: undefined, file: undefined, draft: { kind: 'none' }, downloading: false, history: { undo: false, redo: false }, grid: 'loading',
    notices: [], hint: undefined, notes: [], offers: [], asking: undefined, selected: '', jumps: 0,
  };
  private readonly listeners = new Set<() => void>();
  private work: Work | undefined;
  private arriving: Remote | undefined;
  private gridLoading: Promise<GridView | undefined> | undefined;
  private answering: ((choice: LeaveChoice) => void) | undefined;
  private cuts: readonly Cut[] = [];
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
      grid.onRefusal((refusal) => this.hint(wordsOf(refusal)));
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
    if (file.size > LARGEST_FILE) return this.tell('error', words.trouble.tooBig(file.name, Math.ceil(file.size / MEGABYTE), LARGEST_FILE / MEGABYTE));
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
    this.set({ offers: this.current.offers.filter((offer) => offer.id !== id) });
    try {
      await this.parts.drafts.remove(id);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Hands the workbook to the browser's downloads. @returns whether it did */
  async download(): Promise<boolean> {
    const { work } = this;
    if (!work || this.current.downloading) return false;
    this.set({ downloading: true });
    try {
      await this.settled(work);
      const { version } = work;
      const bytes = await work.remote.bytes();
      const name = downloadName(work.name, { scored: work.scored, changed: this.current.file?.change !== 'none' });
      await this.tellRefused(work);
      this.parts.download(bytes, name);
      if (version === work.version && this.work === work) await this.taken(work);
      this.hint(words.downloaded(name));
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    } finally {
      this.set({ downloading: false });
    }
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
    if (this.current.asking) return undefined;
    this.cancelOpening();
    const remote = this.parts.spawn();
    this.arriving = remote;
    this.set({ notices: [] });
    try {
      if (!(await this.mayLeave())) return undefined;
      if (this.arriving !== remote) return undefined;
      this.set({ opening: name });
      const opened = await remote.open(source);
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

  private async handOver(remote: Remote, { name, look, traits, savedAt }: OpenedBook, id: string): Promise<void> {
    const before = this.work;
    if (before) await this.leave(before, id);
    await this.parts.drafts.claim(id);
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
      id, name, remote, autosave, macros: traits.includes('macros'), drawings: look.sheets.some(({ drawings }) => drawings), scored: look.sheets.some(({ owned }) => owned),
      version: 0, pane: undefined, shown: Promise.resolve(undefined), onGrid: false, lost: false,
    };
    this.work = work;
    this.cuts = [];
    this.set({ file, draft: autosave.state, hint: undefined, history: { undo: false, redo: false } });
    this.note();
    remote.onLost(() => this.lost(work));
    work.shown = this.show(work, look);
    work.pane = this.parts.mount(this.engineOf(work));
    if (before) void this.listDrafts();
  }

  private async leave(work: Work, next: string): Promise<void> {
    this.cancelLook?.();
    if (!work.lost) {
      await this.settled(work).catch(() => undefined);
      if (this.unsaved) await work.autosave.flush();
    }
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
        this.changed(work);
        const grid = await work.shown;
        if (!grid || this.work !== work) return;
        try {
          await grid.replace(gone, look);
        } catch (error) {
          this.tell('warning', words.trouble.notShown);
          this.failed(error);
        }
      },
      goTo: async (sheet, cell) => {
        const grid = await work.shown;
        if (this.work !== work) return;
        if (!grid) throw new ProblemError([{ severity: 'warning', code: 'no-grid', ...words.trouble.noGrid }]);
        this.set({ jumps: this.current.jumps + 1 });
        await grid.goTo(sheet, cell);
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
    if (!work?.onGrid || work.lost || edits.length === 0) return;
    work.remote.edit(edits).catch((error: unknown) => this.failedWith(work, error));
    // Formulas that come to another value by themselves (TODAY) are not a person's work.
    if (this.unsaved || edits.some(({ cells }) => cells.some(({ kind }) => kind !== 'result'))) this.changed(work);
    this.cancelLook?.();
    this.cancelLook = this.parts.later(LOOK_AGAIN_MS, () => void this.lookAgain(work));
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
    if (this.work === work) problems.forEach((problem) => this.tell('error', problem));
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
    const reopen = (): void => void this.restoreDraft(work.id);
    this.tell('error', words.trouble.lost, work.autosave.state.kind === 'saved' ? { label: words.trouble.reopenDraft, run: reopen } : undefined);
    work.autosave.stop();
  }

  private async listDrafts(): Promise<void> {
    try {
      const { offers, dropped } = await this.parts.drafts.offers();
      this.set({ offers });
      if (dropped > 0) this.tell('info', words.drafts.dropped(dropped));
    } catch {
      // A browser that keeps nothing has no drafts to offer; the first draft that it refuses is told.
      this.set({ offers: [] });
    }
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
    const cut = this.cuts.map(({ sheet, rows, shown }) => words.notes.cut(sheet, rows, shown));
    this.set({ notes: [...cut, ...(work.drawings ? [words.notes.drawings] : []), ...(work.macros ? [words.notes.macros] : [])] });
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
    if (!(error instanceof ProblemError)) return this.tell('error', appWords.trouble.unexpected(error instanceof Error ? error.message : String(error)));
    error.problems.filter(({ code }) => code !== 'cancelled').forEach((problem) => this.tell('error', problem));
  }

  private tell(tone: DeskNotice['tone'], { message, nextStep }: { readonly message: string; readonly nextStep?: string }, action?: DeskNotice['action']): void {
    // The same trouble twice is still one trouble.
    if (this.current.notices.some((notice) => notice.message === message)) return;
    const notice: DeskNotice = { id: ++this.notices, tone, message, ...(nextStep !== undefined && { nextStep }), ...(action && { action }) };
    this.set({ notices: [...this.current.notices, notice] });
  }
}

function wordsOf(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'structure':
      return words.refusal.structure;
    case 'protected':
      return words.refusal.protected(refusal.sheet);
    case 'array':
      return words.refusal.array(refusal.sheet);
    case 'clipboard':
      return words.refusal.clipboard;
    case 'link':
      return words.refusal.link(refusal.to);
  }
}
