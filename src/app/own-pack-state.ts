import type { LoadedPack } from '../core/pack/load';
import type { PackProblem } from '../core/pack/pack-problem';
import type { Pack } from '../core/pack/schema';

/** The file of a pack that a person loaded. */
export interface PackText {
  /** Id of the pack. */
  readonly id: string;
  /** Name of the file. */
  readonly file: string;
  readonly text: string;
}

/** Where the text is kept: in the workbook, or with the browser for all workbooks. */
export interface Whereabouts {
  readonly inWorkbook: boolean;
}

export interface OwnPack extends PackText, Whereabouts {
  readonly pack: Pack;
  /** Tells its text from other texts of the same version. */
  readonly mark: string;
}

/** A pack that is kept and cannot be used. */
export interface UnusablePack extends PackText, Whereabouts {
  readonly problems: readonly PackProblem[];
}

export interface OwnState {
  readonly packs: readonly OwnPack[];
  readonly unusable: readonly UnusablePack[];
  /** What was said of the file that was loaded last, by the place in it. */
  readonly told: { readonly file: string; readonly taken: boolean; readonly problems: readonly PackProblem[] } | undefined;
}

export const NO_OWN_PACKS: OwnState = { packs: [], unusable: [], told: undefined };

/** Keeps packs for all workbooks, where the host is a browser. */
export interface PackShelf {
  list(): Promise<readonly PackText[]>;
  put(text: PackText): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface OwnPackOptions {
  /** Validates a file as `packs lint` does; every problem says file:line:column as its sheet. */
  read(text: string, file: string): Promise<LoadedPack>;
  /** Where packs are kept; in the workbook where left out. */
  readonly shelf?: PackShelf;
}

/** Whether a file is a pack by its name. */
export const isPackFile = ({ name }: Pick<File, 'name'>): boolean => /\.(ya?ml|json)$/i.test(name);
