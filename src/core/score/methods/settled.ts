import type { LimitReference } from '../../pack/parts';

/** A method's parameters with every reference settled to the number that it has for one row. */
export type Settled<T> = T extends LimitReference ? number : T extends object ? { [K in keyof T]: Settled<T[K]> } : T;

const WORDS: readonly string[] = ['parameter', 'column', 'measure', 'fraction'];

/** Whether a part of a method's parameters is a number that stands elsewhere; no other part of one has such a key. */
export const isReference = (part: object): part is LimitReference => WORDS.some((word) => Object.hasOwn(part, word));

/** Every reference in a method's parameters, in the order in which they stand. */
export function referencesIn(part: unknown): LimitReference[] {
  if (typeof part !== 'object' || part === null) return [];
  return isReference(part) ? [part] : Object.values(part).flatMap(referencesIn);
}

/** The parameters with numbers in the place of references; one that has none is NaN. */
export function settle<T>(part: T, numberOf: (reference: LimitReference) => number): Settled<T> {
  const inner = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (isReference(one)) return numberOf(one);
    return Array.isArray(one) ? one.map(inner) : Object.fromEntries(Object.entries(one).map(([key, value]) => [key, inner(value)]));
  };
  return inner(part) as Settled<T>;
}
