import { downloadName } from '../file-name';
import { workbenchWords as words } from '../words';
import type { DeskParts } from './desk-parts';
import type { StaleChoice } from './desk-state';
import type { DeskStore } from './desk-store';
import type { Edits } from './edits';
import type { Notices } from './notices';
import type { DeskScreen } from './screen';
import type { Work } from './work';

/** Handing the workbook out of the house. */
export class Download {
  private handingOut = false;
  private confirming: ((choice: StaleChoice) => void) | undefined;

  constructor(
    private readonly store: DeskStore,
    private readonly notices: Notices,
    private readonly edits: Edits,
    private readonly screen: DeskScreen,
    private readonly parts: Pick<DeskParts, 'download' | 'drafts'>,
  ) {}

  /** Hands the workbook to the browser's downloads; asks first where its results rest on other figures. @returns whether it did */
  async handOut(): Promise<boolean> {
    const { work } = this.store;
    if (!work || this.handingOut) return false;
    if (work.lost) {
      this.notices.hint(words.trouble.lostDownload);
      return false;
    }
    this.handingOut = true;
    this.store.set({ downloading: true });
    try {
      await this.screen.settled(work);
      if (!(await this.mayHandOut(work))) return false;
      const { version } = work;
      const bytes = await work.remote.bytes();
      const name = downloadName(work.name, { scored: work.scored, changed: this.store.state.file?.change !== 'none' });
      await this.edits.tellRefused(work);
      this.parts.download(bytes, name);
      if (version === work.version && this.store.work === work) await this.taken(work);
      this.notices.hint(words.downloaded(name));
      return true;
    } catch (error) {
      this.notices.failedWith(work, error);
      return false;
    } finally {
      this.handingOut = false;
      this.store.set({ downloading: false });
    }
  }

  /** Whether a workbook with results of other figures is to be downloaded. */
  confirm(choice: StaleChoice): void {
    this.confirming?.(choice);
  }

  /** The file goes to others: results of other figures than it holds do not leave without a question. */
  private async mayHandOut(work: Work): Promise<boolean> {
    // Where that is quick, a look may prove that the figures are the same after all.
    if (isStale(work)) await work.pane?.refresh();
    while (isStale(work)) {
      const choice = await new Promise<StaleChoice>((answer) => {
        this.confirming = answer;
        this.store.set({ downloading: false, confirming: { name: work.name } });
      });
      this.confirming = undefined;
      this.store.set({ confirming: undefined });
      if (choice === 'cancel') return false;
      if (choice === 'download') break;
      const { figures } = work;
      await work.pane?.score();
      await this.screen.settled(work);
      if (isStale(work) && figures === work.figures) {
        this.notices.hint(words.staleDownload.stillStale);
        return false;
      }
    }
    this.store.set({ downloading: true });
    return this.store.work === work;
  }

  /** Everything went well and the workbook is out of the house: the draft has done its duty. */
  private async taken(work: Work): Promise<void> {
    if (this.store.unsaved) this.store.set({ file: { name: work.name, change: 'downloaded' } });
    if (await work.autosave.reset()) await this.parts.drafts.remove(work.id);
  }
}

function isStale(work: Work): boolean {
  if (!work.scored || work.lost) return false;
  const result = work.pane?.result() ?? 'none';
  // Results of which the pane knows nothing came with the file: they rest on the figures that it came with.
  return result === 'stale' || (result === 'none' && work.edited);
}
