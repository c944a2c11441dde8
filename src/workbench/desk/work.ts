import type { SheetEdits } from '../../ooxml/edit/cell-edit';
import type { BookLook } from '../../ooxml/look/look';
import type { Autosave } from '../autosave';
import type { GridView } from '../grid/grid-view';
import type { Remote } from '../remote';
import type { OpenedBook } from '../worker/service';
import type { MountedPane } from './desk-parts';

/** The workbook on the desk. */
export interface Work {
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

/** A workbook as it comes from its file or draft, not on the grid yet and without its pane. */
export const workOf = (own: Pick<Work, 'id' | 'remote' | 'autosave'>, { name, look, traits, savedAt }: OpenedBook): Work => ({
  ...own,
  name,
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
});

export const ownedIn = ({ sheets }: BookLook): ReadonlySet<string> => new Set(sheets.flatMap(({ name, owned }) => (owned ? [name] : [])));
