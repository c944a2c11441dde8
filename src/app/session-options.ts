import type { Pack } from '../core/pack/schema';
import type { Engine } from './engine';
import type { OwnPackOptions } from './own-pack-state';
import type { RescoreOptions } from './rescore';

/** What a person agreed to, for one click. */
export interface Agreed {
  /** Results that were changed since they were written may be lost. */
  readonly overwrite?: boolean;
  /** Figures count as they are, though the workbook calculates on demand. */
  readonly asCalculated?: boolean;
}

/** Nobody clicked: nothing is asked, no other screen comes, and what keeps the result from being written is told. */
export interface Unasked {
  readonly unasked?: true;
}

export interface SessionOptions {
  readonly engine: Engine;
  /** The packs that the engine has, for their texts. */
  readonly packs: readonly Pack[];
  now(): Date;
  /** Lets the screen show what was set before long work begins; nothing in tests. */
  pause?(): Promise<void>;
  /** Changed figures can be scored again by themselves; not offered where left out. */
  readonly rescore?: RescoreOptions;
  /** Packs of the person's own can be loaded; not offered where left out. */
  readonly own?: OwnPackOptions;
  /** Hands a file to the person; what would be one is not offered where left out. */
  readonly download?: (bytes: Uint8Array<ArrayBuffer>, name: string) => void;
}
