import { z } from 'zod';
import { clauseRefs, key, limitReferenceSchema, text } from './parts';

const parameter = z.strictObject({ parameter: key });
/** A number of the pack, or the user's parameter. */
const amount = z.union([z.number(), parameter]);
const positive = z.union([z.number().positive(), parameter]);
const pointList = z.array(z.union([z.number().nonnegative(), parameter])).min(1);

/** What changes a total after it is put together. */
export const adjustmentSchema = z.discriminatedUnion('kind', [
  /** The total × a number of the row, before anything else: a class coefficient from a column, or one for each value of a list. */
  z.strictObject({ kind: z.literal('coefficient'), title: text, by: limitReferenceSchema, clause: clauseRefs.optional() }),
  /** All totals stretched alike, so that the best of those who are scored together has `best`; after coefficients, before bonuses. */
  z.strictObject({
    kind: z.literal('rescale'),
    title: text.optional(),
    best: z.number().positive().default(100),
    clause: clauseRefs.optional(),
  }),
  z.strictObject({
    kind: z.literal('bonus'),
    title: text,
    measure: key,
    points_per: positive,
    cap: positive.optional(),
    clause: clauseRefs.optional(),
  }),
  z.strictObject({
    kind: z.literal('deduction'),
    title: text,
    measure: key,
    points_per: positive,
    cap: positive.optional(),
    clause: clauseRefs.optional(),
  }),
  z.strictObject({
    kind: z.literal('veto'),
    title: text,
    column: key,
    when: text,
    /** zero: the total is 0; unranked: it takes no place; last: its place is behind all others; keep: total and place stay, only `bars` holds. */
    effect: z.enum(['zero', 'unranked', 'last', 'keep']),
    /** Grades that it keeps a row from, whatever the row scores. */
    bars: z.array(text).default([]),
    clause: clauseRefs.optional(),
  }),
  z.strictObject({
    kind: z.literal('places'),
    title: text,
    /** Indicator by whose figures, or dimension by whose scores places are counted; the total before anything adjusts it where left out. */
    by: key.optional(),
    /** Column whose values part the rows into groups with places of their own. */
    within: key.optional(),
    /** Points of the first, the second …; for every group alike, or group by group. */
    points: z.union([pointList, z.record(text, pointList)]).optional(),
    /** Points for places gained against an earlier list, for each place or by the highest step that is reached: 进位奖. */
    gained: z
      .strictObject({
        table: key,
        rank: key,
        points_per: positive.optional(),
        cap: positive.optional(),
        steps: z
          .array(z.strictObject({ at_least: z.int().positive(), points: positive }))
          .min(1)
          .optional(),
      })
      .optional(),
    clause: clauseRefs.optional(),
  }),
  z.strictObject({
    kind: z.literal('limit'),
    title: text.optional(),
    cap: amount.optional(),
    floor: amount.optional(),
    /** Measures of several bonuses, or of several deductions, whose points together are at most `cap`; the total itself where left out. */
    on: z.array(key).min(1).optional(),
    clause: clauseRefs.optional(),
  }),
]);
