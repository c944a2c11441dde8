import { MOST_DRAFTS } from '../drafts';
import type { Unreadable } from '../draft-store';
import { dayAndTime } from '../shown-time';
import { workbenchWords } from '../words';
import type { DeskParts } from './desk-parts';
import type { DeskStore } from './desk-store';
import type { Notices } from './notices';

const words = workbenchWords.drafts;

/** The drafts that are offered, and what is told of them. */
export class DraftsShelf {
  /** Records that are no drafts are told of once. */
  private readonly toldUnreadable = new Set<string>();

  constructor(
    private readonly store: DeskStore,
    private readonly notices: Notices,
    private readonly parts: Pick<DeskParts, 'drafts' | 'download'>,
  ) {}

  async list(): Promise<void> {
    try {
      const { offers, removed, unreadable } = await this.parts.drafts.offers();
      this.store.set({ offers });
      removed.forEach(({ name, at }) => this.notices.tell('warning', words.removed(name, dayAndTime(at), MOST_DRAFTS)));
      this.tellUnreadable(unreadable.filter(({ key }) => !this.toldUnreadable.has(key)));
    } catch {
      // A browser that keeps nothing has no drafts to offer; the first draft that it refuses is told.
      this.store.set({ offers: [] });
    }
  }

  async discard(id: string): Promise<void> {
    try {
      if (!(await this.parts.drafts.discard(id))) return this.notices.tell('warning', words.elsewhere);
      this.store.set({ offers: this.store.state.offers.filter((offer) => offer.id !== id) });
    } catch (error) {
      this.notices.failed(error);
    }
  }

  /** What is left of a record may be all that is left of somebody's work. */
  private tellUnreadable(records: readonly Unreadable[]): void {
    records.forEach(({ key }) => this.toldUnreadable.add(key));
    for (const { name = words.unnamed, file } of records) {
      if (!file) continue;
      const run = (): void =>
        void file
          .arrayBuffer()
          .then((bytes) => this.parts.download(new Uint8Array(bytes), name))
          .catch((error: unknown) => this.notices.failed(error));
      this.notices.tell('info', words.unreadableFile(name), { action: { label: words.takeFile, run } });
    }
    const empty = records.filter(({ file }) => !file).length;
    if (empty > 0) this.notices.tell('info', words.unreadable(empty));
  }
}
