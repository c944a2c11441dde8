import { configWords, parameterWords } from '../../words/score-config';
import type { Limit } from '../../pack/parts';
import { checkBands } from './band-cover';
import { sortBands } from './band-order';
import type { Direction } from './method';
import { edgeOf } from './pass-fail';
import type { MethodConfig } from './schema';
import { referencesIn, settle, type Settled } from './settled';

type Of<M extends MethodConfig['method']> = Extract<MethodConfig, { readonly method: M }>;

/**
 * What is wrong with a method's parameters, in Chinese, one entry a mistake; empty when they can be used. Without a direction (a method shared by
 * indicators of either direction) only what is wrong in both. Numbers that stand elsewhere are NaN here. All of them stand in this file, apart from the
 * methods, so that what only scores holds neither them nor their words.
 */
type MethodLint<M extends MethodConfig['method']> = (p: Settled<Of<M>>, direction: Direction | undefined) => string[];

/** The same for what {@link MethodLint} cannot see where numbers stand elsewhere. */
type ReferenceLint<M extends MethodConfig['method']> = (p: Of<M>, direction: Direction | undefined) => string[];

const none = (): string[] => [];

interface Edged {
  readonly at_least?: Limit | undefined;
  readonly over?: Limit | undefined;
  readonly under?: Limit | undefined;
  readonly at_most?: Limit | undefined;
}

/** Ends that are open and join: under 5 and at least 5, at most 5 and over 5, whatever 5 is. */
const endOf = ({ under, at_most }: Edged): string => JSON.stringify([under, at_most]);
const startOf = ({ at_least, over }: Edged): string => JSON.stringify([at_least, over]);
const OPEN = JSON.stringify([undefined, undefined]);

const against = (all: readonly { readonly points: number }[], direction: Direction): string[] => {
  const points = all.map((band) => band.points);
  if (direction === 'lower_is_better') points.reverse();
  return points.some((value, at) => at > 0 && value < points[at - 1]!) ? [configWords.pointsAgainst(direction)] : [];
};

const lintBands: MethodLint<'bands'> = (p, direction) => {
  if (p.bands.some((band) => Object.values(band).some((edge) => edge !== edge))) return [];
  const found = checkBands(p.bands);
  return found.length > 0 || p.moderate || !direction ? found : against(sortBands(p.bands), direction);
};

/** What cannot be seen of the numbers alone, where edges stand elsewhere. */
const lintBandsReferences: ReferenceLint<'bands'> = ({ bands: all, moderate }, direction) => {
  const joined = all.every((band, at) => startOf(band) === (at === 0 ? OPEN : endOf(all[at - 1]!)));
  if (!joined || endOf(all.at(-1)!) !== OPEN) return [configWords.bandsNotJoined];
  return moderate || !direction ? [] : against(all, direction);
};

const lintEfficacy: MethodLint<'efficacy'> = ({ unsatisfactory, satisfactory, outliers, transform }, direction) => {
  if (unsatisfactory === undefined && satisfactory === undefined) return [];
  if (unsatisfactory === undefined || satisfactory === undefined) return [configWords.bothOrNeither];
  const found: string[] = outliers ? [configWords.outliersOfItself] : [];
  if (unsatisfactory === satisfactory) found.push(configWords.worstBestEqual);
  else if (direction && (direction === 'higher_is_better' ? unsatisfactory > satisfactory : unsatisfactory < satisfactory))
    found.push(configWords.worstBestAgainst(direction));
  if (transform === 'log') {
    if (unsatisfactory <= 0) found.push(configWords.positiveForLog(parameterWords.unsatisfactory));
    if (satisfactory <= 0) found.push(configWords.positiveForLog(parameterWords.satisfactory));
  }
  return found;
};

const lintGoalposts: MethodLint<'goalposts'> = (p, direction) => {
  const found: string[] = [];
  if (p.worst === p.best) found.push(configWords.worstBestEqual);
  else if (direction && (direction === 'higher_is_better' ? p.worst > p.best : p.worst < p.best))
    found.push(configWords.worstBestAgainst(direction));
  if (p.transform === 'log') {
    if (p.worst <= 0) found.push(configWords.positiveForLog(parameterWords.worst));
    if (p.best <= 0) found.push(configWords.positiveForLog(parameterWords.best));
  }
  return found;
};

const lintInterpolate: MethodLint<'interpolate'> = ({ points, moderate, transform }, direction) => {
  const found: string[] = [];
  if (points.some(({ at }, index) => index > 0 && at <= points[index - 1]!.at)) found.push(configWords.figuresNotRising);
  if (transform === 'log' && points.some(({ at }) => at <= 0)) found.push(configWords.positiveForLog('at'));
  if (moderate || !direction) return found;
  const sign = direction === 'higher_is_better' ? 1 : -1;
  const turns = points.some((point, index) => index > 0 && sign * (point.points - points[index - 1]!.points) < 0);
  return turns ? [...found, configWords.pointsAgainst(direction)] : found;
};

const lintPassFail: MethodLint<'pass_fail'> = (p, direction) => {
  const found: string[] = [];
  const { edge } = edgeOf<number>(p);
  if (direction && (edge === 'over' || edge === 'at_least') !== (direction === 'higher_is_better'))
    found.push(configWords.edgeAgainst(edge, direction));
  if (p.points < p.otherwise) found.push(configWords.failBetterThanPass);
  return found;
};

const lintRankPoints: MethodLint<'rank_points'> = ({ from, to, points, rest = 0 }) => {
  const found: string[] = [];
  if (from !== undefined && to !== undefined && from < to) found.push(configWords.fromBelowTo);
  const list = points === undefined ? [] : [...points, rest];
  if (list.some((value, at) => at > 0 && value > list[at - 1]!)) found.push(configWords.listNotFalling);
  return found;
};

const lintSteps: MethodLint<'steps'> = ({ cap, floor, per }) => [
  ...(cap !== undefined && floor !== undefined && cap < floor ? [configWords.capBelowFloor] : []),
  ...(per <= 0 ? [configWords.perPositive] : []),
];

const lintTargetRatio: MethodLint<'target_ratio'> = (p, direction) => {
  const found: string[] = [];
  if (p.target <= 0) found.push(configWords.targetPositive);
  else if (p.transform === 'log' && p.target <= 1) found.push(configWords.targetOverOneForLog);
  if (direction === 'lower_is_better' && p.cap === undefined) found.push(configWords.capNeeded);
  if (p.cap !== undefined && p.floor !== undefined && p.cap < p.floor) found.push(configWords.capBelowFloor);
  return found;
};

/** What may be wrong with the parameters of every method. */
const lints: { readonly [M in MethodConfig['method']]: MethodLint<M> } = {
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
