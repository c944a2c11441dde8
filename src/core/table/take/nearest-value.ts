import { foldText } from '../fold';

/** Below this likeness a proposal would be a guess. */
const ALIKE = 0.5;

/** Longer texts are remarks, not slips of the pen. */
const LONGEST = 40;

/**
 * The accepted value that a text most probably means: the one with whose spellings it shares most letters in order. Undefined where none is
 * near, or two are equally near.
 * @param least the likeness that a proposal needs, 0 to 1
 */
export function nearestValue(
  text: string,
  values: readonly string[],
  spellings: ReadonlyMap<string, string>,
  least = ALIKE,
): string | undefined {
  const typed = foldText(text).slice(0, LONGEST);
  if (typed.length < 2) return undefined;
  const all = [...values.map((value) => [value, value] as const), ...spellings];
  const best = new Map<string, number>();
  for (const [spelling, value] of all) {
    const known = foldText(spelling).slice(0, LONGEST);
    best.set(value, Math.max(best.get(value) ?? 0, likeness(typed, known, least)));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/**
 * Letters shared in order, of those that both have on average: 1 for the same text.
 * @param least below this likeness 0 will do, which is told without comparing letter by letter
 */
export function likeness(a: string, b: string, least = 0): number {
  const letters = a.length + b.length;
  if (letters === 0 || 2 * lettersIn(a, b) < least * letters) return 0;
  const row = new Uint32Array(b.length + 1);
  for (let at = 0; at < a.length; at++) {
    const letter = a.charCodeAt(at);
    // The longest before this letter of a; the row itself is overwritten from the left.
    let before = 0;
    for (let to = 0; to < b.length; to++) {
      const above = row[to + 1]!;
      row[to + 1] = b.charCodeAt(to) === letter ? before + 1 : Math.max(above, row[to]!);
      before = above;
    }
  }
  return (2 * row[b.length]!) / letters;
}

/** How many letters of a text come up in another: no fewer than both share in order. */
function lettersIn(text: string, other: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (other.includes(text.charAt(at))) count++;
  return count;
}
