import {
  declaredOf,
  isByRow,
  normalise,
  onMethodScale,
  reachOf,
  restsOn,
  turns,
  type MethodConfig,
  type SettledMethod,
} from '../score/methods/index';
import { extentOf, isConstant, Places } from '../score/methods/population';
import { boundByRow } from './bounds-by-row';
import { scoresOf, type IndicatorColumn, type ScoreBounds } from './indicator-column';

/** Bounds of one indicator's scores. Where nothing is missing and all rows belong, they are the scores themselves. */
export function boundScores(column: IndicatorColumn): ScoreBounds {
  return column.inapplicable?.some((state) => state > 0) ? boundApplicable(column, column.inapplicable) : boundAll(column);
}

/**
 * Rows that the indicator is not for are no part of its population: bounds of the others, NaN for them. Where that is open the row may belong or
 * not, and scores anything: left out it has the mean of its other scores.
 */
function boundApplicable(column: IndicatorColumn, inapplicable: Uint8Array): ScoreBounds {
  const kept = Array.from(column.values.keys()).filter((row) => inapplicable[row] !== 1);
  const isSure = (row: number): boolean => row < column.members && inapplicable[row] === 0;
  const sure = kept.filter(isSure);
  const rows = [...sure, ...kept.filter((row) => !isSure(row))];
  const { scored, method } = column;
  const bounds = boundAll({
    ...column,
    method: isByRow(method) ? { ...method, at: (at) => method.at(rows[at]!) } : method,
    inapplicable: undefined,
    values: Float64Array.from(rows, (row) => column.values[row]!),
    members: sure.length,
    scored: scored && { ...scored, scores: Float64Array.from(sure, (row) => scored.scores[row]!) },
  });
  const [low, high] = [filled(column.values.length, NaN), filled(column.values.length, NaN)];
  const [least, greatest] = reachOf(declaredOf(column.method));
  rows.forEach((row, at) => {
    const isOpen = inapplicable[row] === 2;
    low[row] = isOpen ? least : bounds.low[at]!;
    high[row] = isOpen ? greatest : bounds.high[at]!;
  });
  return { low, high, moves: bounds.moves, unsettled: bounds.unsettled };
}

function boundAll(column: IndicatorColumn): ScoreBounds {
  const { members, method, direction } = column;
  const onScale = onMethodScale(column.values, declaredOf(method));
  // Without the number that it is measured by a figure scores no more than one that is not there.
  const x = isByRow(method) ? onScale.map((value, row) => (method.at(row) ? value : NaN)) : onScale;
  const { scores, constant } = column.scored ?? scoresOf(column.values.subarray(0, members), direction, method);
  let gaps = 0;
  for (let row = 0; row < members; row++) if (x[row] !== x[row]) gaps++;
  if (column.missingAs !== undefined && x.length === members && !constant && gaps < members) {
    const decided = scores.map((score) => (score === score ? score : column.missingAs!));
    return { low: decided, high: decided, moves: false, unsettled: false };
  }
  const doubtful = x.length - members;
  // Figures that nothing measures yet are there all the same: they will be scored once it is known by what.
  const nowhere = column.values.every((value) => value !== value);
  if (nowhere || (constant && gaps === 0 && doubtful === 0)) return absent(x.length);
  if (gaps === 0 && doubtful === 0) return { low: scores, high: scores, moves: false, unsettled: false };
  if (constant || gaps === members) return unsettled(x.length, declaredOf(method));
  if (isByRow(method)) return boundByRow(column, method);
  const input: Bounded = { ...column, method, x, scores, gaps, doubtful };
  switch (restsOn(method)) {
    case 'itself':
      return boundItself(input);
    case 'extent':
      return boundByExtent(input);
    case 'order':
      return boundByOrder(input);
    case 'spread':
      return boundBySpread(input);
    case 'whole':
      return { ...unsettled(x.length, method), unsettled: false };
  }
}

interface Bounded extends IndicatorColumn {
  readonly method: SettledMethod;
  /** Values on the method's scale. */
  readonly x: Float64Array;
  /** Scores of the members. */
  readonly scores: Float64Array;
  readonly gaps: number;
  readonly doubtful: number;
}

const filled = (rows: number, value: number): Float64Array => new Float64Array(rows).fill(value);
/** Scores with one in the place of those that are missing. */
function withGapsAt(scores: Float64Array, bound: number): Float64Array {
  const all = scores.slice();
  for (let row = 0; row < all.length; row++) if (all[row] !== all[row]) all[row] = bound;
  return all;
}

const missing = (x: Float64Array, row: number): boolean => x[row] !== x[row];

function absent(rows: number): ScoreBounds {
  const none = filled(rows, NaN);
  return { low: none, high: none, moves: false, unsettled: false };
}

/** A figure that is not there could part rows that are alike now, by any distance. */
function unsettled(rows: number, method: MethodConfig): ScoreBounds {
  const [least, greatest] = reachOf(method);
  return {
    low: filled(rows, least),
    high: filled(rows, greatest),
    moves: true,
    pairAnywhere: (i, j) => (i === j ? 0 : least - greatest),
    unsettled: true,
  };
}

/**
 * The method looks at the row's own value alone: others stay where they are. A missing figure within the present range scores between the
 * scores at the ends of it, unless the method turns in between or the present figures are all alike; anywhere, within the method's reach.
 */
function boundItself({ values, x, direction, method }: Bounded): ScoreBounds {
  const { scores } = scoresOf(values, direction, method);
  const reach = reachOf(method);
  const present = extentOf(scores);
  const [least, greatest] = turns(method) || isConstant(extentOf(x)) ? reach : [present.least, present.greatest];
  const everywhere = { low: withGapsAt(scores, reach[0]), high: withGapsAt(scores, reach[1]) };
  return {
    low: withGapsAt(scores, least),
    high: withGapsAt(scores, greatest),
    moves: true,
    pairAnywhere: (i, j) => (i === j ? 0 : everywhere.low[i]! - everywhere.high[j]!),
    unsettled: false,
  };
}

/**
 * Linear between the least and the greatest value (min-max, efficacy coefficient over the population). A missing figure within the present range
 * moves nobody; a row of unknown membership may widen the range and so draws all others together.
 */
function boundByExtent(input: Bounded): ScoreBounds {
  const { x, scores, members, doubtful, direction, method } = input;
  const [least, greatest] = reachOf(method);
  const rising = direction === 'higher_is_better';
  // Held scores can be alike now and apart on a wider range, so only their order is known.
  const clipped = 'clip' in method && method.clip !== undefined;
  const anywhere = (i: number, j: number, difference: number): number => {
    if (i === j) return 0;
    if (missing(x, i) || missing(x, j)) return least - greatest;
    return clipped ? (standsBehind(x[i]!, x[j]!, rising) ? least - greatest : 0) : Math.min(0, difference);
  };
  if (doubtful === 0) {
    const [low, high] = [withGapsAt(scores, least), withGapsAt(scores, greatest)];
    return { low, high, moves: true, pairAnywhere: (i, j) => anywhere(i, j, scores[i]! - scores[j]!), unsettled: false };
  }
  const narrow = extentOf(x.subarray(0, members));
  const wide = extentOf(x);
  const plain = { ...method, transform: undefined } as SettledMethod;
  const scoreAt = (value: number, from: number, to: number): number => {
    const out = Float64Array.of(from, value, to);
    normalise(out, direction, plain, out);
    return out[1]!;
  };
  const low = new Float64Array(x.length);
  const high = new Float64Array(x.length);
  for (let row = 0; row < x.length; row++) {
    if (missing(x, row)) {
      [low[row], high[row]] = [least, greatest];
      continue;
    }
    // Where the row itself is the one that widens the range, the range reaches at least to it.
    const value = x[row]!;
    const from = Math.min(narrow.least, value);
    const to = Math.max(narrow.greatest, value);
    const lower = scoreAt(value, from, wide.greatest);
    const upper = scoreAt(value, wide.least, to);
    [low[row], high[row]] = rising ? [lower, upper] : [upper, lower];
  }
  // Both on one scale: their distance shrinks with the range, and keeps its sign. Held scores are bounded row by row alone.
  const pair = (i: number, j: number): number => {
    if (i === j) return 0;
    const apart = low[i]! - high[j]!;
    if (missing(x, i) || missing(x, j)) return apart;
    const from = Math.min(narrow.least, x[i]!, x[j]!);
    const to = Math.max(narrow.greatest, x[i]!, x[j]!);
    const difference = scoreAt(x[i]!, from, to) - scoreAt(x[j]!, from, to);
    const shrunk = difference < 0 ? difference : (difference * (to - from)) / (wide.greatest - wide.least);
    return Math.max(apart, shrunk);
  };
  return {
    low,
    high,
    moves: true,
    ...(!clipped && { pair, pairAnywhere: (i: number, j: number) => anywhere(i, j, pair(i, j)) }),
    unsettled: false,
  };
}

/**
 * Percentile rank and points by rank: a missing figure comes to stand somewhere among the others. Signs stay, and two rows move apart or
 * together by the number of gaps that may fall between them at the most.
 */
function boundByOrder(input: Bounded): ScoreBounds {
  const { x, members, gaps, doubtful, direction, method } = input;
  const rising = direction === 'higher_is_better';
  const own = x.subarray(0, members);
  const doubts = x.subarray(members);
  const places = new Places(own, method.method === 'percentile' ? 'double' : 'decimal');
  const sorted = own.filter((value) => value === value).sort();
  const smaller = (value: number, row: number): number =>
    row < members ? places.smaller(value) : firstIndex(sorted, (other) => other >= value);
  const larger = (value: number, row: number): number =>
    row < members ? places.larger(value) : sorted.length - firstIndex(sorted, (other) => other > value);
  const [worseOf, betterOf] = rising ? [smaller, larger] : [larger, smaller];
  const rows = x.length;
  const worse = new Float64Array(rows);
  const better = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    worse[row] = missing(x, row) ? 0 : worseOf(x[row]!, row);
    better[row] = missing(x, row) ? 0 : betterOf(x[row]!, row);
  }
  const scoreOf = scoreByPlace(method);
  // Within the present range nobody passes the best or falls behind the last of those that are there; where others may join, no such end is known.
  const held = doubtful === 0;
  const isBest = (row: number): boolean => held && !missing(x, row) && better[row] === 0;
  const isLast = (row: number): boolean => held && !missing(x, row) && worse[row] === 0;
  const best = own.reduce((count, _, row) => count + (isBest(row) ? 1 : 0), 0);
  const last = own.reduce((count, _, row) => count + (isLast(row) ? 1 : 0), 0);
  const [least, greatest] = held
    ? [scoreOf(0, members - 1 - last, members - 1), scoreOf(members - 1 - best, 0, members - 1)]
    : reachOf(method);
  const low = new Float64Array(rows);
  const high = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (missing(x, row)) {
      [low[row], high[row]] = [least, greatest];
      continue;
    }
    // Rows of unknown membership other than this one: those that stand behind it lift its share, those before it lower it.
    const before = doubts.reduce((count, value, at) => count + (members + at !== row && !standsBehind(value, x[row]!, rising) ? 1 : 0), 0);
    const behind = doubts.reduce((count, value, at) => count + (members + at !== row && !standsBefore(value, x[row]!, rising) ? 1 : 0), 0);
    const rivals = members - 1 + (row >= members ? 1 : 0);
    low[row] = scoreOf(worse[row]!, better[row]! + (isBest(row) ? 0 : gaps) + before, rivals + before);
    high[row] = scoreOf(worse[row]! + (isLast(row) ? 0 : gaps) + behind, better[row]!, rivals + behind);
  }
  const bounds = { low, high, moves: true, unsettled: false };
  const [bottom, top] = reachOf(method);
  const lowest = (row: number): number => (missing(x, row) ? bottom : isBest(row) ? scoreOf(worse[row]!, gaps, members - 1) : low[row]!);
  const highest = (row: number): number => (missing(x, row) ? top : isLast(row) ? scoreOf(gaps, better[row]!, members - 1) : high[row]!);
  const unit = linearUnit(method, members);
  if (unit === undefined || doubtful > 0) return { ...bounds, pairAnywhere: (i, j) => (i === j ? 0 : lowest(i) - highest(j)) };
  const counts = { worse, better: better.map((count) => -count), both: worse.map((count, row) => (count - better[row]!) / 2) }[unit.by];
  const bothPresent = (i: number, j: number): number => {
    const apart = counts[i]! - counts[j]!;
    return unit.step * (apart < 0 ? apart - gaps : apart);
  };
  const open = (i: number, j: number): boolean => missing(x, i) || missing(x, j);
  return {
    ...bounds,
    pair: (i, j) => (i === j ? 0 : !open(i, j) ? bothPresent(i, j) : isBest(i) || isLast(j) ? 0 : low[i]! - high[j]!),
    pairAnywhere: (i, j) => (i === j ? 0 : open(i, j) ? lowest(i) - highest(j) : bothPresent(i, j)),
  };
}

const standsBehind = (value: number, than: number, rising: boolean): boolean => (rising ? value < than : value > than);
const standsBefore = (value: number, than: number, rising: boolean): boolean => (rising ? value > than : value < than);

/** First index of a sorted array for which the test holds; its length where it holds for none. */
function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Score of a row with so many worse and better ones among so many rivals; the least of the two readings that ties leave. */
function scoreByPlace(method: SettledMethod): (worse: number, better: number, rivals: number) => number {
  if (method.method === 'percentile') {
    const [lo, hi] = method.to;
    return (worse, _better, rivals) => lo + (Math.min(worse, rivals) / Math.max(1, rivals)) * (hi - lo);
  }
  if (method.method === 'rank_ratio')
    return (worse, better, rivals) => (50 * (Math.min(worse, rivals) + rivals + 2 - Math.min(better, rivals))) / (rivals + 1);
  if (method.method === 'rank_points') {
    const { from = 0, to = 0, points, rest = 0 } = method;
    return (_worse, better, rivals) =>
      points === undefined ? from + ((to - from) * Math.min(better, rivals)) / Math.max(1, rivals) : (points[better] ?? rest);
  }
  throw new RangeError(`${method.method} does not rest on the order`);
}

/** Points that one place is worth in a population of `count`, and which count it follows; undefined for a list of points. */
function linearUnit(method: SettledMethod, count: number): { readonly step: number; readonly by: 'worse' | 'better' | 'both' } | undefined {
  const rivals = Math.max(1, count - 1);
  if (method.method === 'percentile') return { step: (method.to[1] - method.to[0]) / rivals, by: 'worse' };
  if (method.method === 'rank_ratio') return { step: 100 / Math.max(1, count), by: 'both' };
  if (method.method === 'rank_points' && method.points === undefined) {
    return { step: ((method.from ?? 0) - (method.to ?? 0)) / rivals, by: 'better' };
  }
  return undefined;
}

/**
 * Standard scores: a missing figure moves the mean, which moves all alike, and the deviation, which stretches or shrinks all distances by one
 * factor. With g gaps the sum of squares lies between that of the present figures and that plus g times the squared range.
 */
function boundBySpread(input: Bounded): ScoreBounds {
  const { x, members, gaps, doubtful, direction, method } = input;
  const rows = x.length;
  const nothing = { low: filled(rows, -Infinity), high: filled(rows, Infinity), moves: true, unsettled: false };
  if (doubtful > 0 || method.method !== 'z_score') return nothing;
  const { least, greatest } = extentOf(x);
  const present = members - gaps;
  let sum = 0;
  for (const value of x) if (value === value) sum += value;
  let squares = 0;
  for (const value of x) if (value === value) squares += (value - sum / present) ** 2;
  const range = greatest - least;
  const narrowest = Math.sqrt(squares / (members - 1));
  const widest = Math.sqrt((squares + gaps * range * range) / (members - 1));
  const sign = direction === 'higher_is_better' ? 1 : -1;
  const means = [(sum + gaps * least) / members, (sum + gaps * greatest) / members] as const;
  const scoreAt = (value: number, mean: number, deviation: number): number =>
    method.mean + ((sign * (value - mean)) / deviation) * method.sd;
  const low = new Float64Array(rows);
  const high = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const ends = missing(x, row) ? [least, greatest] : [x[row]!];
    const all = ends.flatMap((value) => means.flatMap((mean) => [narrowest, widest].map((deviation) => scoreAt(value, mean, deviation))));
    low[row] = Math.min(...all);
    high[row] = Math.max(...all);
  }
  const worst = sign > 0 ? least : greatest;
  const best = sign > 0 ? greatest : least;
  const pair = (i: number, j: number): number => {
    if (i === j) return 0;
    const apart = sign * ((missing(x, i) ? worst : x[i]!) - (missing(x, j) ? best : x[j]!));
    return (apart / (apart < 0 ? narrowest : widest)) * method.sd;
  };
  return { ...nothing, low, high, pair };
}
