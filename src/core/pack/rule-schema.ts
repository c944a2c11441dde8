import { z } from 'zod';
import {
  catalogueId,
  clauseRefs,
  countSchema,
  decidedRefs,
  edgeFields,
  endSchema,
  filterSchema,
  isoDate,
  key,
  limitSchema,
  measureRef,
  reference,
  text,
} from './parts';

/** What every rule says, whatever its kind. */
const common = {
  title: text,
  clause: clauseRefs,
  /** Subjects it applies to: column → values. */
  for: filterSchema.optional(),
  /** The rule is in force only while the user's parameter has this value; silent otherwise. */
  when: z.strictObject({ parameter: key, is: text }).optional(),
  /** binding → 不达标 (red); general (一般) and guidance (重点培育…) → 需说明 (yellow). */
  severity: z.enum(['binding', 'general', 'guidance']).default('binding'),
  consequence: text.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
  note: text.optional(),
};

/**
 * counts: this year is one of the last so many; besides: the subject is on this year's list, and so many of the years before hit as well; ignored:
 * only the years before say who is listed.
 */
const thisYear = z.enum(['counts', 'besides', 'ignored']).default('counts');

/** A value against a limit, a row each: zone, project, cluster, city or the whole province. */
const threshold = z.strictObject({
  kind: z.literal('threshold'),
  ...common,
  measure: measureRef,
  ...edgeFields,
  unit: text,
  /** comply: missing the limit is a finding; qualify: reaching it puts the subject on a list, missing it says nothing. */
  effect: z.enum(['comply', 'qualify']).default('comply'),
  /** A limit or choice that the user has not set: grey with the next step, or the rule counts as off. */
  unset: z.enum(['grey', 'off']).default('grey'),
  /** yes_no columns that must all be 是 as well. */
  and_yes: z.array(reference).default([]),
  /** yes_no column: 是 means an exception was approved, and turns 需说明 into 达标. */
  exception: reference.optional(),
  /** The limit follows from the text, or is put to rows of which the text does not speak: said as an inference, never as a requirement. */
  inferred: z.boolean().default(false),
});

/** First or last N of a population, in this pack's own ranking or in imported ranks. */
const position = z.strictObject({
  kind: z.literal('position'),
  ...common,
  ranking: key.optional(),
  /** Ranks that cannot be worked out here (for example national ones): imported, never computed. */
  imported: z
    .strictObject({
      table: key,
      /** Place counted from the best; needs `total`. */
      rank: key.optional(),
      total: key.optional(),
      /** Place counted from the last: 1 is the very last. */
      from_last: key.optional(),
      /** Column that names the single indicator where a row is one indicator of a zone. */
      item: key.optional(),
    })
    .optional(),
  first: endSchema.optional(),
  last: endSchema.optional(),
  /** Also in so many of the last so many years. Earlier years come from these tables, nearest first. */
  in: z
    .strictObject({
      years: countSchema,
      of_last: countSchema,
      this_year: thisYear,
      earlier: z.array(z.strictObject({ table: key, rank: key.optional(), total: key.optional(), from_last: key.optional() })).min(1),
    })
    .optional(),
  and_yes: z.array(reference).default([]),
  /** Not listed where a heavier rule lists the subject too and the parameter has this value. */
  yields_to: z.strictObject({ rules: z.array(key).min(1), parameter: key, is: text }).optional(),
  colour: z.enum(['red', 'yellow', 'green']).optional(),
});

/** Against the year before, compared strictly; equal is 持平 (yellow). */
const trend = z.strictObject({
  kind: z.literal('trend'),
  ...common,
  measure: measureRef,
  /** The same figure of areas that several rows share, a row of its own; whoever falls behind there is yellow at most, since the text speaks of each by itself. */
  together: reference.optional(),
  /** improve follows the direction of the indicator of that name. */
  must: z.enum(['increase', 'decrease', 'improve']),
  /** previous: the year before; base: the start that the document means, from a table declared `base`. */
  against: z.enum(['previous', 'base']).default('previous'),
  /** The same as before: 需说明 (持平), or as bad as worse where the text makes the change binding. */
  even: z.enum(['explain', 'unmet']).default('explain'),
  unit: text,
  /** The text asks for a marked change without saying how much: judged only when the user sets this (same unit as the value). */
  marked_change: z.strictObject({ parameter: key }).optional(),
});

/** A value to be reached by a year, from a stated or unstated start. */
const target = z.strictObject({
  kind: z.literal('target'),
  ...common,
  measure: measureRef,
  baseline: z.strictObject({ year: z.union([z.int(), z.strictObject({ parameter: key })]), value: limitSchema }).optional(),
  goal: z.strictObject({ year: z.union([z.int(), z.strictObject({ parameter: key })]), ...edgeFields }),
  unit: text,
});

/** How many rows of a table pass a limit, against a wanted number. */
const countTarget = z.strictObject({
  kind: z.literal('count_target'),
  ...common,
  measure: measureRef,
  ...edgeFields,
  unit: text,
  baseline: z.strictObject({ year: z.union([z.int(), z.strictObject({ parameter: key })]), value: limitSchema }).optional(),
  goal: z.strictObject({ year: z.union([z.int(), z.strictObject({ parameter: key })]), ...edgeFields, unit: text }),
});

const checklistItem = z.strictObject({
  title: text,
  /** The answer that is wanted; 不适用 is always accepted. */
  want: z.enum(['是', '否']).default('是'),
  /** A wrong answer rules the subject out whatever else it scores. */
  veto: z.boolean().default(false),
  /** Departments that answer for it, the leading one first. */
  responsible: z.array(text).default([]),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
});

/** Yes / no / not applicable, answered by a person with evidence, one row an item (and a zone) in the checklist table. */
const checklist = z.strictObject({
  kind: z.literal('checklist'),
  ...common,
  table: key,
  item: key,
  answer: key,
  evidence: key.optional(),
  /** Whether every item asks for an answer; a list of many tasks counts those without one on its sheet, and makes no finding of them. */
  whole: z.boolean().default(true),
  items: z.record(key, checklistItem),
});

const dateSource = z.union([z.strictObject({ date: isoDate }), z.strictObject({ parameter: key }), z.strictObject({ column: reference })]);
const term = z.union([z.int().positive(), z.strictObject({ parameter: key })]);

/** An event and a term give a date; done or not yet, overdue or running. */
const deadline = z.strictObject({
  kind: z.literal('deadline'),
  ...common,
  event: dateSource,
  event_title: text,
  /** Days counted from the next day. A term that the document leaves open is a parameter. */
  days: term.optional(),
  months: term.optional(),
  years: term.optional(),
  counting: z.union([z.enum(['natural', 'working']), z.strictObject({ parameter: key })]).default('natural'),
  /** Only for subjects that this rule found. */
  when_found_by: key.optional(),
  /** yes_no columns that must all be 是 as well. */
  and_yes: z.array(reference).default([]),
  done: dateSource.optional(),
  action: text,
});

/** New weights of these dimensions must be over the old ones. */
const weightIncrease = z.strictObject({
  kind: z.literal('weight_increase'),
  ...common,
  dimensions: z.array(key).min(1),
});

/** Grades of a ranking that have a consequence, this year or in so many of the last years; earlier years are read from columns of words. */
const grade = z.strictObject({
  kind: z.literal('grade'),
  ...common,
  ranking: key,
  scale: key,
  is: z.array(text).min(1),
  in: z
    .strictObject({
      years: countSchema,
      of_last: countSchema,
      this_year: thisYear,
      earlier: z.array(z.strictObject({ table: key, column: key })).min(1),
    })
    .optional(),
  colour: z.enum(['red', 'yellow', 'green']),
});

/** Places gained or lost against earlier places: 进位, 退位. */
const movement = z.strictObject({
  kind: z.literal('movement'),
  ...common,
  ranking: key,
  /** Earlier places in the same order of the same list: a table with a row for each subject, and the columns of its place and of how many took part. */
  earlier: z.strictObject({ table: key, rank: key, total: key.optional() }),
  up_at_least: countSchema.optional(),
  down_at_least: countSchema.optional(),
  /** Green for places gained and yellow for places lost where left out. */
  colour: z.enum(['red', 'yellow', 'green']).optional(),
});

/** A yes_no column of a row against the answer that is wanted. */
const answer = z.strictObject({
  kind: z.literal('answer'),
  ...common,
  column: reference,
  want: z.enum(['是', '否']).default('是'),
});

export const ruleSchema = z.discriminatedUnion('kind', [
  threshold,
  position,
  trend,
  target,
  countTarget,
  checklist,
  deadline,
  weightIncrease,
  grade,
  movement,
  answer,
]);
export type Rule = z.output<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>;
