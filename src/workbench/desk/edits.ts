import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import type { Later } from '../autosave';
import { workbenchWords as words } from '../words';
import type { DeskStore } from './desk-store';
import { OF_WORKBOOK, type Notices } from './notices';
import type { SheetNotes } from './sheet-notes';
import type { Work } from './work';

/** Milliseconds without an edit before the pane looks again. */
const LOOK_AGAIN_MS = 500;

/** Cells that are named one by one; the rest is counted. */
const NAMED_CELLS = 3;

const isTyped = ({ cells }: SheetEdits): boolean => cells.some(({ kind }) => kind !== 'result');

/** What changes on the screen, on its way into the file and to the pane. */
export class Edits {
  private cancelLook: (() => void) | undefined;

  constructor(
    private readonly store: DeskStore,
    private readonly notices: Notices,
    private readonly notes: SheetNotes,
    private readonly later: Later,
    /** Opens the draft of a workbook whose thread has died. */
    private readonly reopen: (id: string) => void,
  ) {}

  edited(edits: readonly SheetEdits[]): void {
    const { work } = this.store;
    if (!work?.onGrid || edits.length === 0) return;
    if (work.lost) {
      if (!edits.some(isTyped)) return;
      this.tellLost(work);
      return this.notices.hint(words.trouble.lostEdit);
    }
    const own = edits.filter(({ sheet }) => !work.owned.has(sheet));
    const results = edits.filter(({ sheet }) => work.owned.has(sheet));
    if (work.held) work.held.push(...results);
    const sent = work.held ? own : edits;
    if (sent.length > 0) this.send(work, sent);
    if (results.some(isTyped) && !work.toldOfResults) {
      work.toldOfResults = true;
      this.notices.hint(words.refusal.results);
    }
    const typed = edits.some(isTyped);
    if (own.some(({ cells }) => cells.length > 0)) work.figures++;
    if (own.some(isTyped) && !work.edited) {
      work.edited = true;
      this.notes.show();
    }
    // Formulas that come to another value by themselves (TODAY) are not a person's work.
    if (this.store.unsaved || typed) this.changed(work);
    work.pane?.changed();
    this.stopLooking();
    this.cancelLook = this.later(LOOK_AGAIN_MS, () => void this.lookAgain(work));
  }

  /** The workbook is left: nobody looks at it again. */
  stopLooking(): void {
    this.cancelLook?.();
  }

  send(work: Work, edits: readonly SheetEdits[]): void {
    work.remote.edit(edits).catch((error: unknown) => this.notices.failedWith(work, error));
  }

  /** The workbook holds something now that is in no file. */
  changed(work: Work): void {
    if (this.store.work !== work) return;
    work.version++;
    if (!this.store.unsaved) this.store.set({ file: { name: work.name, change: 'changed' } });
    work.autosave.touch();
  }

  /** Names the edits that the file did not take. */
  async tellRefused(work: Work): Promise<void> {
    const problems = await work.remote.refused();
    if (this.store.work !== work) return;
    problems.slice(0, NAMED_CELLS).forEach((problem) => this.notices.tell('error', problem, OF_WORKBOOK));
    if (problems.length > NAMED_CELLS) this.notices.tell('error', words.trouble.moreNotInFile(problems.length - NAMED_CELLS), OF_WORKBOOK);
  }

  /** The workbook's thread has died. */
  lost(work: Work): void {
    if (this.store.work !== work) return;
    work.lost = true;
    this.tellLost(work);
    work.autosave.stop();
  }

  private async lookAgain(work: Work): Promise<void> {
    try {
      await this.tellRefused(work);
      await work.pane?.refresh();
    } catch (error) {
      this.notices.failedWith(work, error);
    }
  }

  private tellLost(work: Work): void {
    const { lost, lostWork, reopenDraft } = words.trouble;
    const { hasDraft } = work.autosave;
    const action = { label: reopenDraft, run: () => this.reopen(work.id) };
    this.notices.tell(
      'error',
      { message: lost.message, nextStep: hasDraft ? lostWork.kept : lostWork.unkept },
      { ...OF_WORKBOOK, ...(hasDraft && { action }) },
    );
  }
}
