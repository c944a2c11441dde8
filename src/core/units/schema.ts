import { z } from 'zod';

const unitSchema = z.strictObject({
  /** How many base units this one is, exactly: a decimal or a fraction. */
  factor: z.string().regex(/^\d+(\.\d+)?(\/\d+)?$/),
  aliases: z.array(z.string().min(1)).default([]),
  /** A header may leave this unit out (个, 家, 人, 分 …): there is nothing to confuse it with. */
  plain: z.boolean().default(false),
  /** How the unit is shown beside a number where that is not its id; '' for a bare ratio. */
  shown: z.string().optional(),
});

const dimensionSchema = z.strictObject({
  title: z.string().min(1),
  units: z.record(z.string().min(1), unitSchema),
});

/** The closed list of units as packs/units.yaml writes it. */
export const unitsSchema = z.strictObject({ dimensions: z.record(z.string().regex(/^[a-z_]+$/), dimensionSchema) });

export type UnitList = z.output<typeof unitsSchema>;
