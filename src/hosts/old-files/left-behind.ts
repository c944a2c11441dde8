/** What an old workbook may hold that stays behind. */
export type LeftBehind =
  | 'formulas'
  | 'drawings'
  | 'notes'
  | 'links'
  | 'conditional'
  | 'validation'
  | 'pivots'
  | 'filters'
  | 'names'
  | 'protection'
  | 'marks'
  | 'other-sheets';

/** By the record that shows it ([MS-XLS] 2.3). */
const LEFT_BEHIND: ReadonlyMap<number, LeftBehind> = new Map([
  [0x005d, 'drawings'],
  [0x001c, 'notes'],
  [0x01b8, 'links'],
  [0x01b0, 'conditional'],
  [0x0879, 'conditional'],
  [0x01be, 'validation'],
  [0x00b0, 'pivots'],
  [0x009d, 'filters'],
  [0x0018, 'names'],
  [0x0012, 'protection'],
]);

/** Drawn objects that belong to something else: a filter's button, a note's frame. */
const SIDE_OBJECTS = new Set([0x14, 0x19]);
const BUILT_IN_NAME = 0x20;

/**
 * What a record shows that is not carried over. Frames of notes, buttons of filters, names that Excel gives and protection that is off are
 * nobody's loss.
 */
export function leftBehindBy(type: number, body: Uint8Array): LeftBehind | undefined {
  const what = LEFT_BEHIND.get(type);
  const word = (at: number): number => (body[at] ?? 0) | ((body[at + 1] ?? 0) << 8);
  if (what === 'drawings' && SIDE_OBJECTS.has(word(4))) return undefined;
  if (what === 'names' && (word(0) & BUILT_IN_NAME) !== 0) return undefined;
  return what === 'protection' && word(0) === 0 ? undefined : what;
}
