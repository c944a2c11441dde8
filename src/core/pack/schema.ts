import { z } from 'zod';
import { methodConfigSchema } from '../score/methods/schema';
import { aggregationSchema, missingPolicySchema } from '../score/tree-schema';
import { weightingSchema } from '../score/weights/schema';
import { measureSchema } from '../measure/kinds';
import { nameWordsSchema } from '../names/schema';
import { PERIODS } from '../period/part';
import { ownUnitsSchema } from '../units/schema';
import { NO_READING_WORDS } from '../table/no-reading-words';
import { adjustmentSchema } from './adjustment-schema';
import { checkSchema } from './check-schema';
import { levelsSchema } from './level-schema';
import { reviewSchema } from './review-schema';
import { ruleSchema } from './rule-schema';
import {
  catalogueId,
  clauseRefs,
  decidedRefs,
  edgeFields,
  endSchema,
  filterSchema,
  isoDate,
  key,
  limitReferenceSchema,
  measureRef,
  reference,
  text,
} from './parts';

/**
 * The format of a rule pack: one policy document as data. Strict at every level, so that a slip of the pen is refused
 * instead of ignored. The README.md of src/packs explains it for the person who writes one.
 */

const columnSchema = z.strictObject({
  header: z.array(text).min(1),
  kind: z.enum(['number', 'text', 'list', 'yes_no', 'date']).default('number'),
  unit: text.optional(),
  /** With `unit: from_header`: dimensions of units.yaml of which the header's unit has to be. */
  dimensions: z.array(key).min(1).optional(),
  /** With `unit: from_header`: the unit that the header of a blank form states, until somebody writes another. */
  form_unit: text.optional(),
  values: z.array(text).min(1).optional(),
  /** Other ways of writing a value (or 是 and 否) that are read as it, besides those that all packs share. */
  spellings: z.record(text, z.array(text).min(1)).optional(),
  /** Name as the document writes it → what else it is called. Such a name is proposed, never taken for it. */
  short_forms: z.record(text, z.array(text).min(1)).optional(),
  required: z.boolean().default(false),
  at_least: z.number().optional(),
  at_most: z.number().optional(),
  part_of: key.optional(),
  clause: clauseRefs.optional(),
  decided: decidedRefs.optional(),
});

const tableSchema = z
  .strictObject({
    sheet: z.array(text).min(1),
    /** What a row stands for, in Chinese. */
    row: text,
    /** Same columns as another table; used for last year's figures and results. */
    like: key.optional(),
    /** With `like`: this table holds the year before, and `previous` values are read from it. */
    previous: z.boolean().default(false),
    /** With `like`: this table holds the year from which the document counts a change. */
    base: z.boolean().default(false),
    key: key.optional(),
    /** The table has exactly one data row (the whole province). */
    single: z.boolean().default(false),
    repeats: z.boolean().default(false),
    optional: z.boolean().default(true),
    columns: z.record(key, columnSchema).default({}),
  })
  .refine((table) => table.like !== undefined || table.key !== undefined, { message: 'key 与 like 至少写一个' });

const parameterSchema = z.strictObject({
  title: text,
  kind: z.enum(['number', 'integer', 'date', 'year', 'choice', 'text', 'yes_no']),
  unit: text.optional(),
  choices: z.array(text).min(2).optional(),
  at_least: z.number().optional(),
  at_most: z.number().optional(),
  default: z.union([z.number(), z.string()]).optional(),
  /** Where the default comes from: a clause of the document, or a decision. A default without either is refused. */
  clause: clauseRefs.optional(),
  decided: decidedRefs.optional(),
  /** What holds where it is left blank, where that is more than a rule that is off. */
  unset: text.optional(),
  note: text.optional(),
});

/** What all packs share: how list values and names may be written, and the parameters that every workbook may set. */
export const sharedPartsSchema = nameWordsSchema.extend({ parameters: z.record(key, parameterSchema).default({}) });
export type SharedParts = z.output<typeof sharedPartsSchema>;

const dimensionSchema = z.strictObject({
  title: text,
  parent: key.optional(),
  /** named: a content of the document; own: added by the user of the workbook, marked so wherever it is shown. */
  basis: z.enum(['named', 'own']).default('named'),
  weight: z.number().nonnegative().optional(),
  aggregate: z.lazy(() => aggregateSchema).optional(),
  /** Its score × a number of the row. */
  coefficient: limitReferenceSchema.optional(),
  /** The most that it can score, after the coefficient. */
  cap: z.number().positive().optional(),
  /** Where an indicator's figure misses the edge, the other indicators of the dimension score at most `otherwise`. */
  condition: z.strictObject({ indicator: key, ...edgeFields, otherwise: z.number() }).optional(),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
});

const indicatorSchema = z.strictObject({
  title: text.optional(),
  /** Measure or column that gives the value, possibly picked by the user; the indicator's own key where left out. */
  measure: measureRef.optional(),
  dimension: key,
  direction: z.enum(['higher_is_better', 'lower_is_better']),
  /**
   * named: the text names it; suggested: our reading, marked 建议 wherever it is shown; imported: from the user's list;
   * own: added by the user beside what the pack has, marked so as well.
   */
  basis: z.enum(['named', 'suggested', 'imported', 'own']),
  weight: z.number().nonnegative().optional(),
  normalise: methodConfigSchema.optional(),
  /** Rows of the main table that it is for; for all others it is not missing, and its weight goes to the rest of its dimension. */
  applies: filterSchema.optional(),
  /** How a missing figure of this one counts, in place of `scoring.gaps`. */
  gaps: z.strictObject({ as: z.enum(['wait', 'zero', 'renormalise', 'exclude']), clause: clauseRefs }).optional(),
  /** Who hands the figures in, and who checks them: printed on the blank form and beside the figures. */
  source: text.optional(),
  reviewed_by: text.optional(),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
});

const aggregateSchema = z.strictObject({
  method: aggregationSchema,
  missing: missingPolicySchema.default('renormalise'),
});

const scopeSchema = z.enum(['all', 'ranking']);

const scoringSchema = z.strictObject({
  /** equal_weights_trial: the document gives no weights; pack_weights: this pack states them itself. */
  basis: z.enum(['equal_weights_trial', 'pack_weights']),
  normalise: z.union([methodConfigSchema, z.strictObject({ parameter: key, choices: z.record(text, methodConfigSchema) })]),
  aggregate: aggregateSchema,
  /**
   * all: everybody who is ranked anywhere is scored at once, and the rankings list from these scores, so that a zone has one total;
   * ranking: each ranking scores its own members against each other. Or as the user chooses.
   */
  over: z.union([scopeSchema, z.strictObject({ parameter: key, choices: z.record(text, scopeSchema) })]).default('all'),
  /**
   * How gaps count, where the department may decide it: the choice, what each of its values means, and the parameter that names the ground.
   * wait: nothing is concluded that the missing figures could overturn; zero: a missing figure scores 0; renormalise: the others take its
   * weight; exclude: a zone with a gap takes no place.
   */
  gaps: z
    .union([
      z.strictObject({
        parameter: key,
        choices: z.record(text, z.enum(['wait', 'zero', 'renormalise', 'exclude'])),
        ground: key,
      }),
      /** The document itself says how they count. */
      z.strictObject({ as: z.enum(['zero', 'renormalise', 'exclude']), clause: clauseRefs }),
    ])
    .optional(),
  weights: weightingSchema.default({ kind: 'equal' }),
  /** Column of the main table whose values are the groups of `by_group` weights and of the group mean. */
  group_by: key.optional(),
  adjustments: z.array(adjustmentSchema).default([]),
  /** Scores are marks: each indicator has its share of the full mark of all, and the total is the sum of what is reached. Left out, all are of 100. */
  marks: z.strictObject({ full: z.number().positive(), clause: clauseRefs.optional() }).optional(),
  show_decimals: z.int().min(0).max(8).default(2),
  clause: clauseRefs.optional(),
  decided: decidedRefs.optional(),
});

const rankingSchema = z.strictObject({
  title: text,
  /** Rows of the main table that are ranked together; all of them where left out. */
  population: filterSchema.optional(),
  /**
   * Ranked by one dimension's score, or by one indicator's figure in the indicator's direction, in place of the total: 单项排名. Bonuses, deductions,
   * limits and vetoes are of the total and do not count here.
   */
  by: key.optional(),
  /**
   * Scored by another document's contents, indicators, scoring and policy on gaps, as that document's pack states them; the population and the order
   * are this pack's. Not ranked where the workbook has fewer indicators with figures in any content than `least_per_dimension`.
   */
  standard: z
    .strictObject({
      /** Id of the other document's pack. */
      pack: text,
      /** Sheets that may hold the indicator list of the other document; its own list sheet is this pack's. */
      sheet: z.array(text).min(1),
      least_per_dimension: z.int().positive(),
    })
    .optional(),
  /** Rows that are scored and shown with the others and take no place, by a column or by names in a parameter of the user's: 参评不排名. */
  unplaced: z.union([z.strictObject({ parameter: key }), filterSchema]).optional(),
  /** Ranked by the mean of this year's total and those of earlier years, from columns of scores; who lacks one has no place yet. */
  mean_with: z
    .array(z.strictObject({ table: key, column: key }))
    .min(1)
    .optional(),
  order: z.enum(['highest_first', 'lowest_first']).default('highest_first'),
  ties: z.strictObject({ share: z.literal('best_place'), decided: decidedRefs.optional() }).default({ share: 'best_place' }),
  /** A comparison for the department alone: neither on the public list nor in the notice. */
  hand_out: z.literal(false).optional(),
  rank_from: z.union([z.literal('unrounded'), z.strictObject({ rounded: z.int().min(0).max(8) })]).default('unrounded'),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
});

const gradeSchema = z.strictObject({
  title: text,
  /** Least total, or one that must be passed. The last grade has neither. */
  at_least: z.union([z.number(), z.strictObject({ parameter: key })]).optional(),
  over: z.union([z.number(), z.strictObject({ parameter: key })]).optional(),
  /** Places from the first that have it: 前2名第一档. */
  first: endSchema.optional(),
  /** How many may have it, in the order of places: 优秀不超过参评数的20%. */
  most: endSchema.optional(),
});

/** Grades from the best to the last, given by total, by place or by both. */
const gradesSchema = z.strictObject({
  title: text.default('等次'),
  /** Rankings whose members are graded; all of the pack's own by total where left out. */
  rankings: z.array(key).min(1).optional(),
  grades: z.array(gradeSchema).min(2),
  clause: clauseRefs.optional(),
  covers: z.array(catalogueId).default([]),
  decided: decidedRefs.optional(),
});

const resultSheetSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(31)
    .regex(/^[^\\/?*[\]:]+$/, '工作表名称不能含 \\ / ? * [ ] :'),
  rules: z.array(key).min(1),
  /**
   * list: one line a finding; matrix: one line a subject and one column a rule; tasks: one line an item of checklists, with who answers for it;
   * review: one line a row of the review's table, with its outcome, every reason, and one column a rule.
   */
  layout: z.enum(['list', 'matrix', 'tasks', 'review']).default('list'),
  /** With `layout: review`: the review whose outcomes it shows. */
  review: key.optional(),
  /** With `layout: matrix`: header of a column that says how many of the rules find something wrong with a subject. */
  counted: text.optional(),
  /** With `layout: matrix`: columns of words, shown beside what the rules say, from the row that bears the subject's name. */
  columns: z.array(reference).min(1).optional(),
  note: text.optional(),
});

/** What the document says and nobody computes or ticks: shown in its own words. */
const statementSchema = z.strictObject({
  title: text,
  /** support: what those who do well are given; duty: who does what; report: who reports what to whom; other: anything else that officials look up. */
  kind: z.enum(['support', 'duty', 'report', 'other']),
  clause: clauseRefs,
  responsible: z.array(text).default([]),
  covers: z.array(catalogueId).default([]),
  note: text.optional(),
});

const coverSchema = z.strictObject({
  /** computed: worked out by the program; ticked: a person says yes or no; shown: text only; declined: see why. */
  how: z.enum(['computed', 'ticked', 'shown', 'declined']),
  ids: z.array(catalogueId).min(1),
  why: text.optional(),
});

export const packSchema = z.strictObject({
  format: z.literal('zone-assessor/pack@1'),
  pack: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .default('0.1.0'),
  title: text,
  number: text.optional(),
  issuer: text.optional(),
  date: isoDate.optional(),
  jurisdiction: z.strictObject({
    level: z.enum(['nation', 'province', 'other']),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    name: text,
    /** Why the name is inferred where the document names none; shown wherever the name is. */
    inferred: text.optional(),
  }),
  in_force: z.strictObject({ from: isoDate.nullable(), until: isoDate.nullable() }).optional(),
  status: z.enum(['draft', 'reviewed', 'retired']),
  /** What a row of the main table is called: 经开区, 开发区, 国家. */
  subject: text,
  clauses: z.record(key, text).default({}),
  decided: z.record(z.string().regex(/^[A-Z][A-Z0-9-]*$/), z.strictObject({ what: text, why: text, when: isoDate })).default({}),
  parameters: z.record(key, parameterSchema).default({}),
  /** How list values and names may be written; what all packs share is added when the pack is loaded. */
  words: nameWordsSchema.default({
    spellings: {},
    zone_kinds: [],
    zone_areas: [],
    place_kinds: [],
    sum_rows: [],
    register_sheets: [],
    reading: NO_READING_WORDS,
  }),
  /** Units of this pack besides those of units.yaml: dimension → as an entry there. */
  units: ownUnitsSchema.default({}),
  /** The method itself stands in the workbook: names of the sheets with its indicators and with its rules. Everything else of this pack is what they leave out. */
  from_workbook: z.strictObject({ system: z.array(text).min(1), rules: z.array(text).min(1) }).optional(),
  /** How long what is assessed is; titles, headers or sheet names have to say which half, quarter or month. */
  period: z.enum(PERIODS).default('year'),
  /** The figures are of so many years before the assessment's: titles that name the assessment (2024年度考评) mean figures of an earlier year. */
  figures_before: z.int().min(0).max(5).default(0),
  main_table: key.default('indicators'),
  tables: z.record(key, tableSchema),
  measures: z.record(key, measureSchema).default({}),
  /** Relations between reported figures that are asked about where they do not hold. */
  checks: z.record(key, checkSchema).default({}),
  dimensions: z.record(key, dimensionSchema).default({}),
  /**
   * Whether the document's list of contents is complete. open: its sentence ends in 等, so that the user may add contents of their own;
   * closed, or left out: it may not be added to.
   */
  contents: z.strictObject({ list: z.enum(['open', 'closed']), clause: clauseRefs, decided: decidedRefs.optional() }).optional(),
  indicators: z.record(key, indicatorSchema).default({}),
  /** The document cites an indicator list that it does not contain: it is imported from the workbook and counted. */
  indicator_import: z
    .strictObject({
      sheet: z.array(text).min(1),
      expect: z.int().positive().optional(),
      clause: clauseRefs.optional(),
      decided: decidedRefs.optional(),
    })
    .optional(),
  scoring: scoringSchema,
  rankings: z.record(key, rankingSchema).default({}),
  grades: z.record(key, gradesSchema).default({}),
  levels: z.record(key, levelsSchema).default({}),
  rules: z.record(key, ruleSchema).default({}),
  reviews: z.record(key, reviewSchema).default({}),
  statements: z.record(key, statementSchema).default({}),
  sheets: z.array(resultSheetSchema).default([]),
  covers: z.array(coverSchema).default([]),
});

export type Pack = z.output<typeof packSchema>;
export type PackColumn = Pack['tables'][string]['columns'][string];
export type PackParameter = Pack['parameters'][string];
export type PackRanking = Pack['rankings'][string];
export type PackGrades = Pack['grades'][string];
export type PackReview = Pack['reviews'][string];
export type PackLevels = Pack['levels'][string];
export type PackAdjustment = Pack['scoring']['adjustments'][number];
export type PackIndicator = Pack['indicators'][string];
export type ResultSheet = Pack['sheets'][number];
