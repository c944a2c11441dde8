import { isPackFile } from '../../app/own-pack-state';
import { Autosave } from '../autosave';
import { randomId } from '../random-id';
import type { Remote } from '../remote';
import { workbenchWords as words } from '../words';
import type { OpenedBook, Source } from '../worker/service';
import type { DeskParts } from './desk-parts';
import type { FileState, LeaveChoice } from './desk-state';
import type { DeskStore } from './desk-store';
import type { Download } from './download';
import type { DraftsShelf } from './drafts-shelf';
import type { Edits } from './edits';
import { OF_WORKBOOK, type Notices } from './notices';
import type { DeskScreen } from './screen';
import type { SheetNotes } from './sheet-notes';
import { workOf, type Work } from './work';

/** Bytes; a larger file is refused before it is read. */
export const LARGEST_FILE = 100_000_000;
const MEGABYTE = 1_000_000;

/** Times that what was typed during a saving is saved again before another workbook comes. */
const SAVINGS = 5;

/** What opening a workbook has to do with. */
interface Around {
  readonly parts: DeskParts;
  readonly store: DeskStore;
  readonly notices: Notices;
  readonly notes: SheetNotes;
  readonly edits: Edits;
  readonly screen: DeskScreen;
  readonly shelf: DraftsShelf;
  readonly download: Download;
}

/** Opening workbooks, one in place of the other. */
export class Opening {
  private arriving: Remote | undefined;
  private answering: ((choice: LeaveChoice) => void) | undefined;

  constructor(private readonly around: Around) {}

  /** @param id see samplesOf; an unknown one opens the first */
  async sample(id: string): Promise<void> {
    const { parts } = this.around;
    const sample = parts.samples.find((one) => one.id === id) ?? parts.samples[0];
    if (sample) await this.bring({ kind: 'sample', address: parts.address(sample.path), name: sample.name }, sample.name, randomId());
  }

  /** Opens what was picked or dropped; nothing where it is nothing. */
  async files(files: readonly File[]): Promise<void> {
    const { notices } = this.around;
    const [file, second] = files;
    if (!file) return;
    const { pane } = this.around.store.work ?? {};
    if (pane && isPackFile(file)) return pane.loadPack(files);
    const large = files.find(({ size }) => size > LARGEST_FILE);
    if (large) return notices.tell('error', words.trouble.tooBig(large.name, Math.ceil(large.size / MEGABYTE), LARGEST_FILE / MEGABYTE));
    if (second) return this.gather(files);
    await this.bring({ kind: 'file', file, name: file.name }, file.name, randomId());
  }

  /** Filled templates become one workbook, which is opened as a file is. */
  private async gather(files: readonly File[]): Promise<void> {
    if (files.some(isPackFile)) return this.around.notices.tell('warning', words.trouble.oneFile);
    const times = new Map<string, number>();
    const named = files.map((file) => {
      const time = (times.get(file.name) ?? 0) + 1;
      times.set(file.name, time);
      return { file, name: time === 1 ? file.name : words.gather.another(file.name, time) };
    });
    const name = words.gather.name(files.length);
    await this.bring({ kind: 'gathered', files: named, name }, name, randomId());
  }

  async draft(id: string): Promise<void> {
    const { parts, store, notices } = this.around;
    const offer = store.state.offers.find((one) => one.id === id);
    const ours = store.work?.id === id;
    if (!(await parts.drafts.claim(id))) return notices.tell('warning', words.drafts.elsewhere);
    const name = offer?.name ?? store.work?.name ?? '';
    const restored = await this.bring({ kind: 'draft', id }, name, id);
    if (restored) notices.tell('info', { message: words.drafts.restored(restored) });
    else if (!ours) parts.drafts.release(id);
  }

  cancel(): void {
    this.arriving?.end();
    this.arriving = undefined;
    this.around.store.set({ opening: undefined });
  }

  /** What the person wants done with unsaved work. */
  answer(choice: LeaveChoice): void {
    this.answering?.(choice);
  }

  /**
   * Opens a workbook in place of the one there is, which stays until the new one has proved readable.
   * @returns the name of the workbook that is now open; undefined where it is none
   */
  private async bring(source: Source, name: string, id: string): Promise<string | undefined> {
    const { parts, store, notices } = this.around;
    if (store.state.asking || store.state.confirming) return undefined;
    this.cancel();
    const remote = parts.spawn();
    this.arriving = remote;
    notices.clear();
    try {
      if (!(await this.mayLeave())) return undefined;
      if (this.arriving !== remote) return undefined;
      const { work } = store;
      let asked = work?.version;
      store.set({ opening: name });
      const opened = await remote.open(source);
      if (this.arriving !== remote) return undefined;
      // What was typed while the file was being opened is in no answer that the person gave, nor in a draft where there is none.
      while (work && !(await this.keep(work)) && work.version !== asked) {
        if (this.arriving !== remote || !(await this.mayLeave())) return undefined;
        asked = work.version;
      }
      if (this.arriving !== remote) return undefined;
      await this.handOver(remote, opened, id);
      if (opened.note) notices.tell('info', opened.note, OF_WORKBOOK);
      return opened.name;
    } catch (error) {
      if (this.arriving === remote) notices.failed(error);
      return undefined;
    } finally {
      if (store.work?.remote !== remote) remote.end();
      if (this.arriving === remote) {
        this.arriving = undefined;
        store.set({ opening: undefined });
      }
    }
  }

  private async mayLeave(): Promise<boolean> {
    const { store, download } = this.around;
    const { work } = store;
    if (!work || !store.unsaved || work.lost) return true;
    await work.autosave.flush();
    const choice = await new Promise<LeaveChoice>((answer) => {
      this.answering = answer;
      store.set({ asking: { name: work.name, kept: work.autosave.state.kind !== 'refused' } });
    });
    this.answering = undefined;
    store.set({ asking: undefined });
    return choice === 'open' || (choice === 'download' && (await download.handOut()));
  }

  /** Saves all that was done on the screen, what is typed during the saving too. @returns whether nothing of it would be lost */
  private async keep(work: Work): Promise<boolean> {
    const { store, screen } = this.around;
    if (work.lost) return true;
    let saved: number | undefined;
    for (let round = 0; round < SAVINGS; round++) {
      await screen.settled(work).catch(() => undefined);
      if (saved === work.version) break;
      saved = work.version;
      if (store.unsaved) await work.autosave.flush();
    }
    return !store.unsaved || work.autosave.state.kind !== 'refused';
  }

  private async handOver(remote: Remote, opened: OpenedBook, id: string): Promise<void> {
    const { parts, store, notes, edits, screen, shelf } = this.around;
    const { name, look, savedAt, isNew = false } = opened;
    const before = store.work;
    if (before) this.leave(before, id);
    const file: FileState = { name, change: savedAt === undefined && !isNew ? 'none' : 'changed' };
    const autosave = this.autosaveOf(savedAt, (at) => remote.saveDraft({ id, at: at.toISOString(), scored: work.scored }));
    const work = workOf({ id, remote, autosave }, opened);
    store.work = work;
    notes.clear();
    const notices = store.state.notices.filter(({ ofWorkbook }) => !ofWorkbook);
    store.set({ file, draft: autosave.state, hint: undefined, history: { undo: false, redo: false }, selected: '', notices });
    notes.show();
    remote.onLost(() => edits.lost(work));
    work.shown = screen.show(work, look);
    work.pane = parts.mount(screen.engineOf(work));
    await parts.drafts.claim(id);
    if (isNew) autosave.touch();
    if (before) void shelf.list();
  }

  private autosaveOf(savedAt: string | undefined, save: (at: Date) => Promise<void>): Autosave {
    const { parts, store, notices } = this.around;
    return new Autosave({
      savedAt: savedAt === undefined ? undefined : new Date(savedAt),
      save,
      now: parts.now,
      later: parts.later,
      told: (draft) => {
        if (draft.kind === 'refused' && store.state.draft.kind !== 'refused') notices.tell('warning', words.drafts.refused);
        store.set({ draft });
      },
    });
  }

  /** Without a pause from the last saving to the next workbook: nothing can be typed in between. */
  private leave(work: Work, next: string): void {
    const { parts, edits } = this.around;
    edits.stopLooking();
    work.autosave.stop();
    work.pane?.unmount();
    work.remote.end();
    if (work.id !== next) parts.drafts.release(work.id);
  }
}
