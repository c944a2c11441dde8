import { z } from 'zod';

/**
 * The JSON result as docs/JSON结果.md promises it to other programs, written down once more on purpose: a change of the program that
 * changes the contract must fail here. Strict, so that a field too many is a change too.
 */
const cell = z.string().regex(/^.+![A-Z]{1,3}[1-9]\d*$/u, 'Sheet!B4');
const missingOr = <T extends z.ZodType>(type: T): z.ZodNullable<T> => z.nullable(type);

const indicatorSchema = z.strictObject({
  value: missingOr(z.number()),
  unit: missingOr(z.string()),
  score: missingOr(z.number()),
  weight: z.number().min(0).max(1),
});

const adjustmentSchema = z.strictObject({
  key: z.string().min(1),
  kind: z.enum(['coefficient', 'rescale', 'bonus', 'deduction', 'places', 'limit', 'veto']),
  title: z.string().min(1),
  applies: missingOr(z.boolean()),
  value: missingOr(z.number()),
  clause: z.string(),
  cells: z.array(cell),
});

const shares = z.record(z.string(), z.number().min(0).max(1));

const rowSchema = z.strictObject({
  subject: z.string().min(1),
  group: missingOr(z.string()),
  total: missingOr(z.number()),
  yearTotals: z.array(missingOr(z.number())).min(2).optional(),
  rank: missingOr(z.int().positive()),
  tied: z.boolean(),
  lastRank: missingOr(z.int().positive()).optional(),
  moved: z.union([z.int(), z.literal('new'), z.null()]).optional(),
  places: missingOr(z.tuple([z.int().positive(), z.int().positive()])),
  grades: z
    .record(z.string(), z.strictObject({ grade: missingOr(z.string()), best: missingOr(z.string()), worst: missingOr(z.string()) }))
    .optional(),
  complete: z.boolean(),
  completeness: z.enum(['complete', 'partial', 'gaps']),
  dimensions: z.record(z.string(), missingOr(z.number())),
  indicators: z.record(z.string(), indicatorSchema),
  adjustments: z.array(adjustmentSchema),
});

const coverageSchema = z.strictObject({
  complete: z.boolean(),
  contents: z.array(
    z.strictObject({
      id: z.string().min(1),
      title: z.string().min(1),
      basis: z.enum(['named', 'own']),
      weight: missingOr(z.number().min(0).max(1)),
      share: missingOr(z.number().min(0).max(1)),
      unscored: missingOr(z.enum(['no_indicator', 'no_figures', 'alike', 'no_weight'])),
    }),
  ),
  rest: z.number().min(0).max(1),
  listed: missingOr(z.strictObject({ expected: z.int().positive(), scored: z.int().min(0) })),
  blankIndicators: z.array(z.string().min(1)),
  ownIndicators: z.array(z.string().min(1)),
});

const findingSchema = z.strictObject({
  rule: z.string().min(1),
  kind: z.enum([
    'threshold',
    'position',
    'trend',
    'target',
    'count_target',
    'checklist',
    'deadline',
    'weight_increase',
    'grade',
    'movement',
    'answer',
  ]),
  clause: z.string().min(1),
  subject: z.string(),
  status: z.enum(['met', 'explain', 'unmet', 'missing']),
  word: z.string().min(1),
  certainty: z.enum(['certain', 'possible', 'impossible']),
  settle: z.array(cell),
  consequence: missingOr(z.string()),
  sentence: z.string().min(1),
  cells: z.array(cell),
});

const proposalSchema = z.strictObject({
  kind: z.enum(['value', 'row', 'header', 'table']),
  sheet: z.string().optional(),
  cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/),
  seen: z.string().optional(),
  words: z.string().min(1),
  value: z.union([z.number(), z.string()]).optional(),
  otherwise: z.literal(true).optional(),
});

const decisionSchema = z.strictObject({
  kind: z.enum(['value', 'row', 'header', 'table']),
  cell,
  seen: z.string(),
  value: missingOr(z.union([z.number(), z.string()])),
  words: z.string().min(1),
});

const problemSchema = z.strictObject({
  severity: z.enum(['block', 'error', 'warning', 'info']),
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  sheet: z.string().optional(),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d*$/)
    .optional(),
  message: z.string().min(1),
  nextStep: z.string().min(1),
  rules: z.array(z.string().min(1)).min(1).optional(),
  indicators: z.array(z.string().min(1)).min(1).optional(),
  proposals: z.array(proposalSchema).optional(),
  oneOf: z.literal(true).optional(),
  forAll: z.literal(true).optional(),
});

const checkSchema = z.strictObject({
  kind: z.enum(['part', 'share', 'range', 'unit_slip', 'change', 'sum', 'equal_rows', 'register', 'unfilled']),
  zone: missingOr(z.string().min(1)),
  title: z.string().min(1),
  cells: z.array(cell),
  actual: missingOr(z.string().min(1)),
  expected: missingOr(z.string().min(1)),
  difference: missingOr(z.string().min(1)),
  question: z.string().min(1),
});

export const resultSchema = z.strictObject({
  format: z.literal('zone-assessor/result@1'),
  pack: z.strictObject({ id: z.string(), version: z.string(), title: z.string(), number: missingOr(z.string()), jurisdiction: z.string() }),
  asOf: z.iso.date(),
  asOfFrom: z.enum(['chosen', 'workbook', 'today']),
  dataYear: z.strictObject({
    year: missingOr(z.int().min(1980).max(2099)),
    part: missingOr(z.string().min(1)),
    source: missingOr(z.enum(['decision', 'parameter', 'option', 'title', 'header', 'sheet_name'])),
    place: missingOr(z.string().min(1)),
    doubt: missingOr(z.string().min(1)),
  }),
  fictional: z.boolean(),
  basis: z.enum(['equal_weights_trial', 'user_weights', 'pack_weights']),
  weightsBasis: missingOr(z.strictObject({ name: z.string().min(1), number: missingOr(z.string().min(1)), date: missingOr(z.iso.date()) })),
  gaps: missingOr(z.strictObject({ choice: z.string().min(1), ground: z.string().min(1) })),
  rankings: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      by: z.optional(z.string().min(1)),
      population: z.record(z.string(), z.array(z.string())),
      scoredOver: missingOr(z.enum(['all', 'ranking'])),
      marks: missingOr(z.number().positive()),
      coverage: coverageSchema,
      standard: missingOr(
        z.strictObject({
          pack: z.string().min(1),
          title: z.string().min(1),
          number: missingOr(z.string()),
          basis: z.enum(['equal_weights_trial', 'user_weights', 'pack_weights']),
        }),
      ),
      weights: z.array(z.strictObject({ group: missingOr(z.string()), dimensions: shares, indicators: shares })),
      rows: z.array(rowSchema),
    }),
  ),
  levels: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string().min(1),
        rows: z.array(
          z.strictObject({
            subject: z.string().min(1),
            levels: z.record(z.string(), missingOr(z.strictObject({ best: z.string().min(1), worst: z.string().min(1) }))),
          }),
        ),
      }),
    )
    .optional(),
  reviews: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string().min(1),
        rows: z.array(
          z.strictObject({
            subject: z.string().min(1),
            zone: missingOr(z.string().min(1)),
            outcome: missingOr(z.string().min(1)),
            possible: z.array(z.string().min(1)).min(1),
            reasons: z.array(findingSchema.pick({ rule: true, status: true, word: true, clause: true, sentence: true, cells: true })),
            settle: z.array(z.string().min(1)),
          }),
        ),
      }),
    )
    .optional(),
  findings: z.array(findingSchema),
  problems: z.array(problemSchema),
  unmade: z.array(
    z.strictObject({
      title: z.string().min(1),
      ranking: missingOr(z.string().min(1)),
      rules: z.array(z.string().min(1)),
      why: z.string().min(1),
    }),
  ),
  decisions: z.array(decisionSchema),
  checks: z.strictObject({ made: z.int().nonnegative(), more: z.int().nonnegative(), findings: z.array(checkSchema) }),
});

export type ResultJson = z.output<typeof resultSchema>;

/** Parses what the program gave; throws with the path of what is not as promised. */
export function resultOf(text: string): ResultJson {
  return resultSchema.parse(JSON.parse(text));
}
