import { z } from 'zod';

const unitSchema = z.strictObject({
  /** How many base units this one is, exactly: a decimal or a fraction. */
  factor: z.string().regex(/^\d+(\.\d+)?(\/\d+)?$/),
  aliases: z.array(z.string().min(1)).default([]),
  /** A header may leave this unit out (个, 家, 人, 分 …): there is nothing to confuse it with. */
  plain: z.boolean().default(false),
  /** How the unit is shown beside a number where that is not its id; '' for a bare ratio. */
  shown: z.string().optional(),
  /** Whether rows in this unit may be added up; what its dimension says where left out. */
  adds: z.boolean().optional(),
});

const dimensionSchema = z.strictObject({
  title: z.string().min(1),
  /** Whether amounts add up: money does, shares and marks do not. */
  adds: z.boolean().default(true),
  units: z.record(z.string().min(1), unitSchema),
  /** Whether tens and thousands of its base unit are units too (百人, 十万件). */
  scaled: z.boolean().default(false),
});

/** Units that a pack adds: to a dimension that is listed, or with a title of their own as a new one. */
export const ownUnitsSchema = z.record(
  z.string().regex(/^[a-z_]+$/),
  z.strictObject({
    title: z.string().min(1).optional(),
    adds: z.boolean().optional(),
    scaled: z.boolean().optional(),
    units: z.record(z.string().min(1), unitSchema),
  }),
);

export type OwnUnits = z.output<typeof ownUnitsSchema>;

/** The closed list of units as packs/units.yaml writes it. */
export const unitsSchema = z.strictObject({
  dimensions: z.record(z.string().regex(/^[a-z_]+$/), dimensionSchema),
  /** Number words before a unit: 百 → "100". */
  scales: z.record(z.string().min(1), z.string().regex(/^\d+$/)).default({}),
});

export type UnitList = z.output<typeof unitsSchema>;
