import type { Engine } from '../../app/engine';
import type { Later } from '../autosave';
import type { Drafts } from '../drafts';
import type { GridView } from '../grid/grid-view';
import type { Remote } from '../remote';
import type { Sample } from '../samples';

/** The pane, as far as the desk has to do with it. */
export interface MountedPane {
  /** Looks at the workbook again, unasked. */
  refresh(): Promise<void>;
  /** Told at once when figures have changed. */
  changed(): void;
  /** How the result that the pane knows stands to the figures on the screen. */
  result(): 'none' | 'current' | 'stale';
  score(): Promise<void>;
  /** Loads a pack of the person's own. */
  loadPack(files: readonly File[]): Promise<void>;
  unmount(): void;
}

/** What the desk is put together from, and all that it knows of a browser. */
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
