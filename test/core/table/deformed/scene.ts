import type { Book, Placed } from './book-model';

/** A row of chance with a fixed beginning: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What one deformation works on, and how it changes what is to be read. */
export interface Scene {
  readonly book: Book;
  readonly table: Placed;
  readonly random: () => number;
  /** The cell holds no figure any more: nothing is to be read, and nothing need be asked. */
  gone(zone: string, key?: string): void;
  /** The column means something else now: a figure read from it is wrong. */
  foreign(key: string): void;
  /** The table says another year than the rest of the workbook or the assessment: its figures may not be used without a word. */
  ofAnotherYear(): void;
}

export interface Deformation {
  /** What is deformed, for the count. */
  readonly kind: string;
  readonly name: string;
  /** @returns false where the table gives no occasion */
  readonly apply: (scene: Scene) => boolean;
}
