import { z } from 'zod';
import { ahpSchema } from './ahp';
import { byGroupSchema } from './by-group';
import { criticSchema } from './critic';
import { entropySchema } from './entropy';
import { equalSchema } from './equal';
import { givenSchema } from './given';

/** `{ kind: equal }`, `{ kind: given, total: 100 }`, `{ kind: by_group, groups: … }`, `{ kind: ahp, matrices: … }` … */
export const weightingSchema = z.discriminatedUnion('kind', [
  givenSchema(),
  equalSchema(),
  byGroupSchema(),
  entropySchema(),
  criticSchema(),
  ahpSchema(),
]);

export type Weighting = z.output<typeof weightingSchema>;
