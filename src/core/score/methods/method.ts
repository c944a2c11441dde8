import { z } from 'zod';
import type { Limit } from '../../pack/parts';
import { configWords } from '../../words/score-config';
import type { Settled } from './settled';

/** Declared by the pack for every indicator; never guessed from data. */
export type Direction = 'higher_is_better' | 'lower_is_better';

/**
 * What a score rests on besides the row's own value: nothing; the least and greatest value of the population (the score is linear between
 * them); the order of the population; its mean and deviation; all of it, in no way that bounds a score.
 */
export type RestsOn = 'itself' | 'extent' | 'order' | 'spread' | 'whole';

/** The least and the greatest score that any value can get, infinite where there is no bound. */
export type Reach = readonly [least: number, greatest: number];

/** How a method is registered: an object a file, listed in index.ts; its parameters P are those of the schema that stands above it. */
export interface ScoringMethod<P> {
  /** The Chinese term of the field. */
  readonly title: string;
  /** Whether a row can be scored by numbers that stand elsewhere; left out where any will do. Numbers of the pack itself are free of lint. */
  fits?(p: Settled<P>, direction: Direction): boolean;
  /**
   * Scores one indicator over its population. NaN in is NaN out; `out` may be `values` itself.
   * @returns true where the population's values cannot be told apart and the method needs that: `out` is all NaN then.
   */
  normalise(values: Float64Array, direction: Direction, p: Settled<P>, out: Float64Array): boolean;
  /**
   * The parameters for log-transformed values. Left out by methods that look at order or edges alone: a logarithm
   * changes neither, so they keep the values as they are (exact on their limits) and only lose the non-positive ones.
   */
  onLogScale?(p: Settled<P>): Settled<P>;
  /** What else than its own value moves a row's score: decides what a conclusion may say where figures are missing (core/certain). */
  restsOn(p: P): RestsOn;
  /** Bounds of the scores of a population; under `extent` the scores at the worst and the best value. */
  reach(p: P): Reach;
  /** Whether the score may rise and fall again along the values; left out where it only rises or only falls. */
  turns?(p: P): boolean;
  /** The score of one number cell as an Excel expression; undefined where classical functions cannot say it. */
  formula(terms: FormulaTerms, direction: Direction, p: P): string | undefined;
}

/** Building blocks of a live formula over one number cell and its population; logarithms are already inside. */
export interface FormulaTerms {
  /** The cell as the method sees it: `F5` or `LN(F5)`. */
  readonly value: string;
  /** The cell itself, never log-transformed. */
  readonly raw: string;
  /** Smallest and largest value of the population. */
  readonly least: string;
  readonly greatest: string;
  /** How many values the population has. */
  readonly count: string;
  /**
   * How many values of the population are smaller (larger) than the cell's. Comparison signs take numbers for equal that look
   * equal at 15 digits, so these agree with ties of decimals.
   */
  readonly smaller: string;
  readonly larger: string;
  /** The same by RANK, which compares doubles. */
  readonly before: string;
  readonly behind: string;
  /** Mean and sample standard deviation; undefined where no classical function gives them. */
  readonly mean: string | undefined;
  readonly deviation: string | undefined;
  /** A parameter on the method's scale: `100` or `LN(100)`, or the cell of one that stands elsewhere. */
  readonly limit: (x: Limit) => string;
  /** The same as it stands, never log-transformed. */
  readonly rawLimit: (x: Limit) => string;
}

/** `transform: log` – natural logarithm before the method; non-positive values become missing and are counted. */
export const transformField = () => ({ transform: z.literal('log').optional() });

/** `to: [lo, hi]` – the scale of the scores. */
export const scaleField = () => ({
  to: z
    .tuple([z.number(), z.number()])
    .refine(([lo, hi]) => lo < hi, { error: configWords.lowBelowHigh })
    .default([0, 100]),
});

/**
 * Registers nothing; only takes the parameters from the schema, a strict object with `method: z.literal(…)` listed in schema.ts. Schemas
 * are functions, and apart from the method, so that a bundle that validates nothing holds neither them nor zod.
 */
export function defineMethod<S extends () => z.ZodType>(
  method: ScoringMethod<z.output<ReturnType<S>>>,
): ScoringMethod<z.output<ReturnType<S>>> {
  return method;
}
