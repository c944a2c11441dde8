import type { Engine } from '../app/engine';
import type { CellChanges } from '../core/cell-changes';
import type { BookLook } from '../ooxml/look/look';
import type { Remote } from './remote';
import { workbenchWords as words } from './words';

/** What scoring changes and asks on the screen beside the pane. */
export interface Screen {
  /** What is on the screen is in the worker's hands; a cell that is being typed in is ended. */
  settled(): Promise<void>;
  /** Sheets were taken away and others written. @param look of those written */
  replaced(gone: readonly string[], look: BookLook): Promise<void>;
  /** Sheets of the person's have come, behind all others. @param look of them; `active` is to be seen */
  added(look: BookLook): Promise<void>;
  /** Cells of the person's have been changed in the file. */
  changed(changes: CellChanges): Promise<void>;
  /** A sheet of the person's has been taken away. */
  removed(sheet: string): Promise<void>;
  goTo(sheet: string, cell: string): Promise<void>;
  /** Counts changes of the person's own figures: typed, and what formulas came to. */
  figures(): number;
  /** Result sheets are being written anew or taken away: what is typed on them meanwhile has no place afterwards, unless that fails. */
  rewriting<T>(work: () => Promise<T>): Promise<T>;
  /** The pane has put down in the workbook what the person chose: the file is another one now. */
  remembered(): void;
}

export const NO_SHEETS: BookLook = { sheets: [], active: '', styles: [] };

/** The pane's engine: the worker reads and counts, the screen shows what it wrote. */
export function screenEngine(remote: Remote, screen: Screen): Engine {
  let read = screen.figures();
  return {
    limits: words.limits,
    async read(watch) {
      // A look that nobody asked for must not take the cell away in which someone is typing.
      if (watch && watch.unasked !== true) await unlessAborted(screen.settled(), watch.signal);
      // Edits up to here were sent before the wish to read, and are part of what is read.
      const figures = screen.figures();
      const book = await remote.read(watch);
      read = figures;
      return book;
    },
    outdated: () => screen.figures() !== read,
    takePacks: (own) => remote.takePacks(own),
    fits: () => remote.fits(),
    examine: (question) => remote.examine(question),
    result: () => remote.result(),
    write: (watch) =>
      screen.rewriting(async () => {
        const { written, leftOut, replaced, look } = await remote.write(watch);
        await screen.replaced(replaced, { ...look, active: written[0] ?? look.active });
        return { written, leftOut };
      }),
    async insert(pack, year, watch) {
      await unlessAborted(screen.settled(), watch?.signal);
      const { written, leftOut, look } = await remote.insert(pack, year, watch);
      await screen.added({ ...look, active: written[0] ?? look.active });
      return { written, leftOut };
    },
    form: (pack) => remote.form(pack),
    rules: (pack) => remote.rules(pack),
    async enter(pack, entries, watch) {
      const { entered, look } = await remote.enter(pack, entries, watch);
      if (entered.kind === 'changed') await screen.changed(entered.changes);
      else if (look) await screen.added({ ...look, active: '' });
      return entered;
    },
    async takeBack(entered, watch) {
      await remote.takeBack(entered, watch);
      if (entered.kind === 'changed') await screen.changed(entered.back);
      else await screen.removed(entered.sheet);
    },
    async clear() {
      await screen.settled();
      return screen.rewriting(async () => {
        const gone = await remote.clear();
        if (gone.length > 0) await screen.replaced(gone, NO_SHEETS);
        return gone;
      });
    },
    goTo: (sheet, cell) => screen.goTo(sheet, cell),
    recall: (key) => remote.recall(key),
    async remember(key, value) {
      await remote.remember(key, value);
      screen.remembered();
    },
  };
}

/** A long calculation on the screen can be waited for no longer, as reading can. */
async function unlessAborted(waiting: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  let giveUp: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
  });
  try {
    await Promise.race([waiting, aborted]);
  } finally {
    if (giveUp) signal?.removeEventListener('abort', giveUp);
  }
}
