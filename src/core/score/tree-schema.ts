import { z } from 'zod';

export const missingPolicySchema = z.union([
  z.enum(['renormalise', 'group_mean', 'refuse']),
  z.strictObject({ need_share: z.number().gt(0).max(1) }),
]);

/**
 * What a node does where children have no score:
 * renormalise – the present children share the weight; need_share – the same, but blank under this share of children by
 * count; group_mean – the mean of the zone's group stands in; refuse – blank as soon as one is missing.
 */
export type MissingPolicy = z.output<typeof missingPolicySchema>;

export const aggregationSchema = z.enum(['weighted_arithmetic', 'weighted_geometric', 'topsis']);
export type Aggregation = z.output<typeof aggregationSchema>;
