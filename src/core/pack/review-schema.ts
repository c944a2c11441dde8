import { z } from 'zod';
import { catalogueId, clauseRefs, decidedRefs, filterSchema, key, text } from './parts';

/** Rules of which one that a row misses, red or yellow, is a cause; `when` the user's parameter has this value, always where left out. */
const causeSchema = z.strictObject({
  rules: z.array(key).min(1),
  when: z.strictObject({ parameter: key, is: text }).optional(),
});

/** One verdict for each row of a table, from what several rules say of it: 项目准入审查. */
export const reviewSchema = z.strictObject({
  /** What the verdict is called, in the header of its column. */
  title: text,
  table: key,
  /** Rows that are reviewed; all where left out. */
  for: filterSchema.optional(),
  /** From the gravest: a row has the first of which there is a cause, and the last one, which has none, where there is none at all. */
  outcomes: z
    .array(
      z.strictObject({
        title: text,
        colour: z.enum(['red', 'yellow', 'green']),
        causes: z.array(causeSchema).default([]),
      }),
    )
    .min(2),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
});
