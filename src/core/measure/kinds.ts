import { z } from 'zod';
import { clauseRefs, decidedRefs, edgeFields, filterSchema, key, reference, text } from '../pack/parts';

/** The closed set of derived figures. A plain column needs no measure: it is named by its key. */
const common = {
  title: text,
  unit: text,
  clause: clauseRefs.optional(),
  decided: decidedRefs.optional(),
  /** What the figure can be at all (a coverage is 0 to 100 %); outside of it the figure is not used and its cells are asked. */
  range: z.strictObject({ at_least: z.number().optional(), at_most: z.number().optional() }).optional(),
};

export const measureSchema = z.discriminatedUnion('kind', [
  /** of ÷ over, row by row, or of two whole-province figures. */
  z.strictObject({ kind: z.literal('ratio'), ...common, of: reference, over: reference }),
  /** Sum of several figures of the same row. */
  z.strictObject({ kind: z.literal('sum'), ...common, of: z.array(reference).min(1) }),
  /** (this year − last year) ÷ last year. */
  z.strictObject({ kind: z.literal('growth'), ...common, of: reference }),
  /** Last year's figure of the same row. */
  z.strictObject({ kind: z.literal('previous'), ...common, of: reference }),
  /** of − minus: over last year's (a measure `previous`), the mean of all (a measure `statistic`), the province's, or any other figure. */
  z.strictObject({ kind: z.literal('difference'), ...common, of: reference, minus: reference }),
  /** Mean, median, greatest or least of the rows that pass the filter: one figure. */
  z.strictObject({
    kind: z.literal('statistic'),
    ...common,
    of: reference,
    take: z.enum(['mean', 'median', 'greatest', 'least']),
    where: filterSchema.optional(),
  }),
  /**
   * Mean, median, greatest or least of several figures of one row: of several years, of several assessors. `drop` leaves out so many of the highest
   * and as many of the lowest before the mean is taken.
   */
  z.strictObject({
    kind: z.literal('among'),
    ...common,
    of: z.array(reference).min(2),
    take: z.enum(['mean', 'median', 'greatest', 'least']),
    drop: z.int().nonnegative().default(0),
  }),
  /**
   * A row's figure ÷ the figure of the area it lies in: `by` is the column that names the area, `over` a column of the area's table. With `together` a
   * row is an area: the sum of all its rows that pass the filter ÷ its own figure, for areas with so many of them.
   */
  z.strictObject({
    kind: z.literal('share_of_area'),
    ...common,
    of: reference,
    over: reference,
    by: key,
    together: z.int().min(2).optional(),
    where: filterSchema.optional(),
  }),
  /**
   * For a row the figure `of` of the row of another table that it names in its column `by`: the limit of its industry, the price of its grade of
   * land. The row's own figure `unless` comes before it where there is one.
   */
  z.strictObject({ kind: z.literal('lookup'), ...common, of: reference, by: reference, unless: reference.optional() }),
  /** Sum over the rows of a table that pass the filter: one figure. */
  z.strictObject({ kind: z.literal('total'), ...common, of: reference, where: filterSchema.optional() }),
  /** Sum over the rows of another table that belong to a zone: `by` is the column there that names the zone. */
  z.strictObject({ kind: z.literal('sum_by_zone'), ...common, of: reference, by: key, where: filterSchema.optional() }),
  /** Simple mean over the rows of another table that belong to a zone. */
  z.strictObject({
    kind: z.literal('mean_by_zone'),
    ...common,
    of: reference,
    by: key,
    where: filterSchema.optional(),
    /** So many of the highest rows and as many of the lowest are left out. */
    drop: z.int().nonnegative().default(0),
  }),
  /** How many rows of a table pass a limit: one figure. */
  z.strictObject({ kind: z.literal('count'), ...common, of: reference, ...edgeFields, where: filterSchema.optional() }),
  /** Another currency, by the user's rate: of × parameter (the rate is units of `unit` for one of the source's). */
  z.strictObject({ kind: z.literal('exchange'), ...common, of: reference, parameter: key }),
]);

export type Measure = z.output<typeof measureSchema>;
export type MeasureRange = NonNullable<Measure['range']>;
export type MeasureKind = Measure['kind'];
export type MeasureOf<K extends MeasureKind> = Extract<Measure, { kind: K }>;
