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

/** How a weighting is registered: one object a file, listed in index.ts. */
export interface WeightingMethod<S extends z.ZodType> {
  /** The word after `kind:` in a pack. */
  readonly id: string;
  readonly title: string;
  readonly schema: S;
  weigh(config: z.output<S>, context: WeightContext): RawWeights;
}

export function defineWeighting<S extends z.ZodType>(method: WeightingMethod<S>): WeightingMethod<S> {
  return method;
}

export const blocking = (code: string, told: { message: string; nextStep: string }): Problem => ({ severity: 'block', code, ...told });
