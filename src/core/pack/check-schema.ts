import { z } from 'zod';
import { clauseRefs, decidedRefs, key, reference, text } from './parts';

const references = z.union([reference.transform((one) => [one]), z.array(reference).min(1)]);

const shared = { title: text, clause: clauseRefs.optional(), decided: decidedRefs.optional() };

/**
 * A relation in which reported figures stand to each other by their definitions. What does not agree is asked of who reported it;
 * it never changes a score, a verdict or a list.
 */
export const checkSchema = z.discriminatedUnion('kind', [
  /** The parts together are at most the whole, or make it up; a number stands for a whole of that many of the parts' unit. */
  z.strictObject({
    kind: z.literal('part'),
    ...shared,
    of: references,
    whole: z.union([reference, z.number()]),
    relation: z.enum(['at_most', 'equals']).default('at_most'),
  }),
  /** A reported share or rate is the quotient of two figures that are reported as well. */
  z.strictObject({ kind: z.literal('share'), ...shared, reported: reference, of: reference, over: reference }),
  /** Values that a figure cannot have, beyond those that columns and measures declare. */
  z.strictObject({ kind: z.literal('range'), ...shared, of: references, at_least: z.number().optional(), at_most: z.number().optional() }),
  /** A change against last year of more than so many per cent asks for a reason. */
  z.strictObject({
    kind: z.literal('change'),
    ...shared,
    of: references,
    more_than: z.union([z.number().nonnegative(), z.strictObject({ parameter: key })]),
  }),
]);

export type PackCheck = z.output<typeof checkSchema>;
export type PartCheck = Extract<PackCheck, { kind: 'part' }>;
export type ShareCheck = Extract<PackCheck, { kind: 'share' }>;
export type RangeCheck = Extract<PackCheck, { kind: 'range' }>;
export type ChangeCheck = Extract<PackCheck, { kind: 'change' }>;
