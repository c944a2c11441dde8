import type { z } from 'zod';
import type { Problem } from '../../problem';
import type { ScoreBranch } from '../tree';

/** What a weighting may look at. */
export interface WeightContext {
  readonly tree: ScoreBranch;
  readonly rows: number;
  /** Normalised scores by indicator. */
  readonly scores: ReadonlyMap<string, Float64Array>;
  /** Indicators that take no part because their values cannot be told apart. */
  readonly silent: ReadonlySet<string>;
  /** Names of the groups that rows fall into, where the caller knows any. */
  readonly groupNames: readonly string[] | undefined;
}

/** Consistency of one AHP matrix. */
export interface Consistency {
  readonly lambdaMax: number;
  readonly index: number;
  readonly ratio: number;
}

export interface RawWeights {
  /**
   * Node id → weight by weight group (one entry where all rows share it), relative among siblings. A branch left out weighs
   * as much as its children together.
   */
  readonly raw: ReadonlyMap<string, Float64Array>;
  /** Problems of severity `block` mean that `raw` must not be used. */
  readonly problems: readonly Problem[];
  readonly consistency?: ReadonlyMap<string, Consistency>;
}

/** How a weighting is registered: an object a file, listed in index.ts; its configuration C is that of the schema that stands above it. */
export interface WeightingMethod<C> {
  readonly title: string;
  weigh(config: C, context: WeightContext): RawWeights;
}

/** Only takes the configuration from the schema, a strict object with `kind: z.literal(…)` listed in schema.ts. A function, as in methods/method.ts. */
export function defineWeighting<S extends () => z.ZodType>(
  method: WeightingMethod<z.output<ReturnType<S>>>,
): WeightingMethod<z.output<ReturnType<S>>> {
  return method;
}

export const blocking = (code: string, told: { message: string; nextStep: string }): Problem => ({ severity: 'block', code, ...told });
