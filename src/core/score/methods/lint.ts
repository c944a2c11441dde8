import { lintBands, lintBandsReferences } from './bands';
import { lintEfficacy } from './efficacy';
import { lintGoalposts } from './goalposts';
import { lintInterpolate } from './interpolate';
import type { Direction } from './method';
import { lintPassFail } from './pass-fail';
import { lintRankPoints } from './rank-points';
import type { MethodConfig } from './schema';
import { referencesIn, settle, type Settled } from './settled';
import { lintSteps } from './steps';
import { lintTargetRatio } from './target-ratio';

type Of<M extends MethodConfig['method']> = Extract<MethodConfig, { readonly method: M }>;

const none = (): string[] => [];

/** What may be wrong with the parameters of every method. */
const lints: {
  readonly [M in MethodConfig['method']]: (p: Settled<Of<M>>, direction: Direction | undefined) => string[];
} = {
  min_max: none,
  goalposts: lintGoalposts,
  target_ratio: lintTargetRatio,
  efficacy: lintEfficacy,
  bands: lintBands,
  interpolate: lintInterpolate,
  steps: lintSteps,
  rank_points: lintRankPoints,
  rank_ratio: none,
  percentile: none,
  z_score: none,
  pass_fail: lintPassFail,
};

/**
 * What is wrong with the parameters for this direction, in Chinese; empty when they can be used. Leave the direction out for
 * a method that indicators of either direction share, and ask again for each indicator.
 */
export function lintMethod(config: MethodConfig, direction?: Direction): string[] {
  const isSettled = referencesIn(config).length === 0;
  const references = config.method === 'bands' && !isSettled ? lintBandsReferences(config, direction) : [];
  // The key of the list is the literal in the schema, so the configuration fits its method.
  const lint = lints[config.method] as (p: Settled<MethodConfig>, direction: Direction | undefined) => string[];
  const settled = settle(config, () => NaN);
  return [...references, ...lint(settled, direction)];
}
