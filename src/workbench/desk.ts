import type { DeskParts } from './desk/desk-parts';
import type { DeskState, LeaveChoice, StaleChoice } from './desk/desk-state';
import { DeskStore } from './desk/desk-store';
import { Download } from './desk/download';
import { DraftsShelf } from './desk/drafts-shelf';
import { Edits } from './desk/edits';
import { Notices } from './desk/notices';
import { Opening } from './desk/open-book';
import { DeskScreen } from './desk/screen';
import { SheetNotes } from './desk/sheet-notes';
import type { Sample } from './samples';

/**
 * What the page knows and does, without a screen: opening, downloading, drafts, and the way between grid, worker and pane. Every command
 * ends in a state; none of them throws.
 */
export class Desk {
  private readonly store = new DeskStore();
  private readonly notices: Notices;
  private readonly screen: DeskScreen;
  private readonly shelf: DraftsShelf;
  private readonly downloads: Download;
  private readonly opening: Opening;

  constructor(private readonly parts: DeskParts) {
    const { store } = this;
    const notices = (this.notices = new Notices(store, parts.later));
    const notes = new SheetNotes(store);
    const edits = new Edits(store, notices, notes, parts.later, (id) => void this.restoreDraft(id));
    const screen = (this.screen = new DeskScreen(store, notices, notes, edits));
    const shelf = (this.shelf = new DraftsShelf(store, notices, parts));
    const download = (this.downloads = new Download(store, notices, edits, screen, parts));
    this.opening = new Opening({ parts, store, notices, notes, edits, screen, shelf, download });
  }

  get state(): DeskState {
    return this.store.state;
  }

  get samples(): readonly Sample[] {
    return this.parts.samples;
  }

  /** Edits or results that are nowhere but here. */
  get unsaved(): boolean {
    return this.store.unsaved;
  }

  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  /** The grid is loaded while the first workbook is being opened. */
  async start(sample: string): Promise<void> {
    this.screen.load(() => this.parts.grid());
    await Promise.all([this.openSample(sample), this.shelf.list()]);
  }

  /** @param id see samplesOf; an unknown one opens the first */
  openSample(id: string): Promise<void> {
    return this.opening.sample(id);
  }

  /** Opens what was picked or dropped; nothing where it is nothing. */
  open(files: readonly File[]): Promise<void> {
    return this.opening.files(files);
  }

  cancelOpening(): void {
    this.opening.cancel();
  }

  /** What the person wants done with unsaved work. */
  answer(choice: LeaveChoice): void {
    this.opening.answer(choice);
  }

  restoreDraft(id: string): Promise<void> {
    return this.opening.draft(id);
  }

  discardDraft(id: string): Promise<void> {
    return this.shelf.discard(id);
  }

  /** Hands the workbook to the browser's downloads; asks first where its results rest on other figures. @returns whether it did */
  download(): Promise<boolean> {
    return this.downloads.handOut();
  }

  /** Whether a workbook with results of other figures is to be downloaded. */
  confirm(choice: StaleChoice): void {
    this.downloads.confirm(choice);
  }

  undo(): Promise<void> {
    return this.screen.onGrid((grid) => grid.undo());
  }

  redo(): Promise<void> {
    return this.screen.onGrid((grid) => grid.redo());
  }

  dismiss(id: number): void {
    this.notices.dismiss(id);
  }

  /** Saves what waits to be saved: the page is being hidden, perhaps for good. */
  async flush(): Promise<void> {
    await this.store.work?.autosave.flush();
  }
}
