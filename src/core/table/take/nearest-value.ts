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
    best.set(value, Math.max(best.get(value) ?? 0, likeness(typed, known)));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** Letters shared in order, of those that both have on average: 1 for the same text. */
export function likeness(a: string, b: string): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const row = [0];
    for (let at = 1; at <= b.length; at++) row.push(b[at - 1] === letter ? above[at - 1]! + 1 : Math.max(above[at]!, row[at - 1]!));
    above = row;
  }
  return a.length + b.length === 0 ? 0 : (2 * above[b.length]!) / (a.length + b.length);
}
