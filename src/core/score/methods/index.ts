import { isBounded, isReckonable } from '../../decimal';
import type { LimitReference } from '../../pack/parts';
import { withinLength } from '../formula-text';
import { bands } from './bands';
import { efficacy } from './efficacy';
import { goalposts } from './goalposts';
import { interpolate } from './interpolate';
import type { Direction, Reach, RestsOn, ScoringMethod } from './method';
import { minMax } from './min-max';
import { winsorised, winsorisedTerms, type Outliers } from './outliers';
import { passFail } from './pass-fail';
import { percentile } from './percentile';
import { rankPoints } from './rank-points';
import { rankRatio } from './rank-ratio';
import type { MethodConfig } from './schema';
import { referencesIn, settle, type Settled } from './settled';
import { steps } from './steps';
import { targetRatio } from './target-ratio';
import { logTerms, nowhere, plainTerms, type CellOf, type Standing } from './terms';
import { zScore } from './z-score';

export { lintMethod } from './lint';
export { methodConfigSchema, type MethodConfig } from './schema';

/** A method none of whose numbers stands elsewhere. */
export type SettledMethod = Settled<MethodConfig>;

/** A method some of whose numbers stand elsewhere: what it is for each row of a population. */
export interface MethodByRow {
  readonly declared: MethodConfig;
  /** undefined where a number is not there, or cannot be used. */
  at(row: number): SettledMethod | undefined;
}

/** A method as it is applied to a population. */
export type AppliedMethod = SettledMethod | MethodByRow;

export const isByRow = (method: AppliedMethod): method is MethodByRow => 'declared' in method;
export const declaredOf = (method: AppliedMethod): MethodConfig => (isByRow(method) ? method.declared : method);
export const isSettled = (config: MethodConfig): config is SettledMethod => referencesIn(config).length === 0;

/** Every scoring method by the word after `method:` in a pack; a new one is its file, its line here and in schema.ts, and its test. */
export const scoringMethods: { readonly [M in MethodConfig['method']]: ScoringMethod<Extract<MethodConfig, { readonly method: M }>> } = {
  min_max: minMax,
  goalposts,
  target_ratio: targetRatio,
  efficacy,
  bands,
  interpolate,
  steps,
  rank_points: rankPoints,
  rank_ratio: rankRatio,
  percentile,
  z_score: zScore,
  pass_fail: passFail,
};

function methodOf(config: MethodConfig): ScoringMethod<MethodConfig> {
  // The key of the registry is the literal in the schema, so the configuration fits its method.
  return scoringMethods[config.method] as ScoringMethod<MethodConfig>;
}

export const isLog = (config: MethodConfig): boolean => 'transform' in config && config.transform === 'log';

export const outliersOf = (config: MethodConfig): Outliers | undefined => ('outliers' in config ? config.outliers : undefined);

/** The method's Chinese term. */
export const methodTitle = (config: MethodConfig): string => methodOf(config).title;

/** What moves a row's score besides its own value. */
export const restsOn = (config: MethodConfig): RestsOn => (outliersOf(config) ? 'whole' : methodOf(config).restsOn(config));

/** The least and greatest score that a population can get. */
export const reachOf = (config: MethodConfig): Reach => methodOf(config).reach(config);

/** Whether a value between two others may score less or more than both. */
export const turns = (config: MethodConfig): boolean => methodOf(config).turns?.(config) ?? false;

/** Values on the scale that the method works on: logarithms where it asks for them, NaN for what has none. */
export function onMethodScale(values: Float64Array, config: MethodConfig): Float64Array {
  if (!isLog(config)) return values;
  return values.map((x) => (x > 0 ? (methodOf(config).onLogScale ? Math.log(x) : x) : NaN));
}

/**
 * The method for one row.
 * @param numberOf the number that a reference stands for, NaN where there is none
 * @returns undefined where a number is not there, or the numbers cannot be used
 */
export function settledMethod(
  config: MethodConfig,
  direction: Direction,
  numberOf: (reference: LimitReference) => number,
): SettledMethod | undefined {
  let usable = true;
  const onLogs = isLog(config) && methodOf(config).onLogScale !== undefined;
  const settled = settle(config, (reference) => {
    const number = numberOf(reference);
    usable &&= isReckonable(number) && (number > 0 || !onLogs);
    return number;
  });
  return usable && (methodOf(config).fits?.(settled, direction) ?? true) ? settled : undefined;
}

export interface NormaliseReport {
  /** The values cannot be told apart and the method needs that: every score is missing. */
  readonly constant: boolean;
  /** How many values a log transform could not take; they are missing. */
  readonly nonPositive: number;
  /** How many values are so large, or so near to zero, that they or their scores cannot be reckoned with; they are missing. */
  readonly unreckonable: number;
}

/**
 * Scores one indicator over its population into `out`, which may be `values` itself. NaN is missing, in and out; no score is ever
 * infinite. The configuration must be free of lint for the direction.
 */
export function normalise(values: Float64Array, direction: Direction, applied: AppliedMethod, out: Float64Array): NormaliseReport {
  if (isByRow(applied)) return normaliseByRow(values, direction, applied, out);
  const config = applied;
  const method = methodOf(config);
  const log = isLog(config);
  let nonPositive = 0;
  let unreckonable = 0;
  const taken = values.slice();
  for (let i = 0; i < taken.length; i++) {
    const x = taken[i]!;
    if (x !== x) continue;
    if (!isReckonable(x)) unreckonable++;
    else if (!log) continue;
    else if (x <= 0) nonPositive++;
    else {
      if (method.onLogScale) taken[i] = Math.log(x);
      continue;
    }
    taken[i] = NaN;
  }
  const outliers = outliersOf(config);
  if (outliers) taken.set(winsorised(taken, outliers));
  const constant = method.normalise(taken, direction, (log ? method.onLogScale?.(config) : undefined) ?? config, out);
  // The pack's own numbers may be out of all bounds too.
  for (let i = 0; i < out.length && !constant; i++) {
    if (taken[i] !== taken[i] || isBounded(out[i]!)) continue;
    out[i] = NaN;
    unreckonable++;
  }
  return { constant, nonPositive, unreckonable };
}

/** Row by row, as only methods that look at the row's own value have numbers that stand elsewhere. */
function normaliseByRow(values: Float64Array, direction: Direction, { at }: MethodByRow, out: Float64Array): NormaliseReport {
  let nonPositive = 0;
  let unreckonable = 0;
  for (let row = 0; row < values.length; row++) {
    const config = at(row);
    const one = Float64Array.of(config ? values[row]! : NaN);
    if (config) {
      const report = normalise(one, direction, config, one);
      nonPositive += report.nonPositive;
      unreckonable += report.unreckonable;
    }
    out[row] = one[0]!;
  }
  return { constant: false, nonPositive, unreckonable };
}

/**
 * Live formula, without '=', for the score of the number in cell `value`, whose population stands in `range` (a reference with
 * its rows fixed, free of error values). Missing gives ''. Classical functions only, so that Excel 2016, WPS and LibreOffice agree;
 * undefined where these cannot say it.
 */
export function scoreFormula(
  cell: { readonly value: string; readonly range: string; readonly standing?: Standing },
  direction: Direction,
  config: MethodConfig,
  cellOf: CellOf = () => '',
  hold: (points: string) => string = (points) => points,
): string | undefined {
  const { value, range, standing = nowhere } = cell;
  const log = isLog(config);
  const outliers = outliersOf(config);
  if (log && outliers) return undefined;
  const plain = log ? logTerms(value, range, cellOf, standing) : plainTerms(value, range, cellOf, standing);
  const terms = outliers ? winsorisedTerms(plain, range, outliers, standing) : plain;
  const found = methodOf(config).formula(terms, direction, config);
  if (found === undefined) return undefined;
  const points = hold(found);
  const cells = [...new Set(referencesIn(config).flatMap((reference) => ('fraction' in reference ? [] : [cellOf(reference)])))];
  const numbers = [value, ...cells].map((one) => `ISNUMBER(${one})`);
  const all = numbers.length === 1 ? numbers[0]! : `AND(${numbers.join(',')})`;
  return withinLength(log ? `IF(${all},IF(${value}>0,${points},""),"")` : `IF(${all},${points},"")`);
}
