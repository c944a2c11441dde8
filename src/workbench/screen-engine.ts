import type { Engine } from '../app/engine';
import { workbenchWords as words } from '../core/words/workbench';
import type { BookLook } from '../hosts/xlsx/look/look';
import type { Remote } from './remote';

/** What scoring changes and asks on the screen beside the pane. */
export interface Screen {
  /** What is on the screen is in the worker's hands; a cell that is being typed in is ended. */
  settled(): Promise<void>;
  /** Sheets were taken away and others written. @param look of those written */
  replaced(gone: readonly string[], look: BookLook): Promise<void>;
  goTo(sheet: string, cell: string): Promise<void>;
  /** The pane has put something into the document's memory. */
  remembered(): void;
}

const NO_SHEETS: BookLook = { sheets: [], active: '', styles: [] };

/** The pane's engine: the worker reads and counts, the screen shows what it wrote. */
export function screenEngine(remote: Remote, screen: Screen): Engine {
  return {
    limits: words.limits,
    async read(watch) {
      // A look that nobody asked for comes without a watch, and must not take the cell away in which someone is typing.
      if (watch) await screen.settled();
      return remote.read(watch);
    },
    fits: () => remote.fits(),
    examine: (question) => remote.examine(question),
    result: () => remote.result(),
    async write(watch) {
      const { written, leftOut, replaced, look } = await remote.write(watch);
      await screen.replaced(replaced, { ...look, active: written[0] ?? look.active });
      return { written, leftOut };
    },
    async clear() {
      await screen.settled();
      const gone = await remote.clear();
      if (gone.length > 0) await screen.replaced(gone, NO_SHEETS);
      return gone;
    },
    goTo: (sheet, cell) => screen.goTo(sheet, cell),
    recall: (key) => remote.recall(key),
    async remember(key, value) {
      await remote.remember(key, value);
      screen.remembered();
    },
  };
}
