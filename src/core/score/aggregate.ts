import Big from 'big.js';
import { decimalOf } from '../decimal';
import { extentOf } from './methods/population';
import type { Aggregation, MissingPolicy } from './tree';

/** One child of a node as aggregation sees it. */
export interface ChildColumn {
  readonly id: string;
  /** One score a row, NaN where missing. */
  readonly scores: Float64Array;
  /** Weight among the siblings by weight group; a single entry where all rows share it. 0 takes no part at all. */
  readonly share: Float64Array;
  /** 1 for rows that the child is not for (anything else is for them): it neither scores there nor counts as missing. */
  readonly inapplicable?: Uint8Array | undefined;
}

/** Which group a row is in, from 0; -1 for none. */
export type GroupIndex = Int32Array;

export interface AggregateOptions {
  readonly rows: number;
  readonly method: Aggregation;
  readonly missing: MissingPolicy;
  /** Row → weight group; needed where shares have more than one entry. A row in no group gets no score. */
  readonly weightGroup?: GroupIndex | undefined;
  /** Row → group for `group_mean`; rows in no group, and all rows where left out, take the mean of the whole population. */
  readonly meanGroup?: GroupIndex | undefined;
}

export interface AggregateResult {
  readonly scores: Float64Array;
  /** Rows that a geometric mean could not score because a child is negative. */
  readonly negative: number;
  /** Rows that a geometric mean scored 0 because a child is exactly 0. */
  readonly zero: number;
  /** Child id → rows where the group's mean stands in. */
  readonly filled: ReadonlyMap<string, number>;
}

/** How many of `total` children must be present, in exact decimals: a share of 0.9 of 10 is 9, not 10. */
export function fewestPresent(missing: MissingPolicy, total: number): number {
  if (missing === 'refuse') return total;
  if (typeof missing === 'string') return 1;
  return Math.max(1, Number(decimalOf(missing.need_share).times(total).round(0, Big.roundUp).toString()));
}

/** Scores with missing rows replaced by their group's mean; still NaN where nobody in the group has a score. */
function fillByGroup(
  scores: Float64Array,
  group: GroupIndex | undefined,
  inapplicable: Uint8Array | undefined,
): { scores: Float64Array; filled: number } {
  const at = (row: number): number => (group ? group[row]! + 1 : 0);
  const groups = group ? group.reduce((most, index) => Math.max(most, index), -1) + 2 : 1;
  const sum = new Float64Array(groups);
  const count = new Int32Array(groups);
  let totalSum = 0;
  let totalCount = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    if (score !== score) continue;
    sum[at(row)]! += score;
    count[at(row)]!++;
    totalSum += score;
    totalCount++;
  }
  const out = scores.slice();
  let filled = 0;
  for (let row = 0; row < scores.length; row++) {
    if (out[row] === out[row] || inapplicable?.[row] === 1) continue;
    const index = at(row);
    out[row] = index === 0 ? totalSum / totalCount : sum[index]! / count[index]!;
    if (out[row] === out[row]) filled++;
  }
  return { scores: out, filled };
}

/**
 * Weighted arithmetic mean Σws/Σw, or weighted geometric mean exp(Σw ln s/Σw), over the present children of one node.
 * A geometric mean with a child exactly 0 is 0; with a negative child it does not exist, so the row is missing and counted.
 * TOPSIS: 100 × d⁻/(d⁺ + d⁻), d⁺ and d⁻ the weighted Euclidean distances from the best and from the worst score that anybody has in each child; what is
 * missing is left out of both.
 * Children of weight 0 take no part: they neither score nor count as present or missing.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; the count rule of `need_share` is that of the
 * R package COINr (`dat_thresh`). TOPSIS: Hwang & Yoon, Multiple Attribute Decision Making (1981), over scores in place of its vector
 * normalisation, so that they all rise.
 */
export function aggregate(children: readonly ChildColumn[], options: AggregateOptions): AggregateResult {
  const { rows, method, missing, weightGroup, meanGroup } = options;
  const geometric = method === 'weighted_geometric';
  const topsis = method === 'topsis';
  const sum = new Float64Array(rows);
  const weight = new Float64Array(rows);
  // Squared distance from the worst; that from the best is summed.
  const fromWorst = new Float64Array(topsis ? rows : 0);
  const present = new Uint16Array(rows);
  // 1 where a child is 0, 2 where one is negative.
  const fault = new Uint8Array(geometric ? rows : 0);
  const filled = new Map<string, number>();
  const groups = Math.max(1, ...children.map(({ share }) => share.length));
  const taking = new Int32Array(groups);
  // Children that are not for the row, where there are any.
  const outside = children.some(({ inapplicable }) => inapplicable) ? new Uint16Array(rows) : undefined;

  for (const child of children) {
    let scores = child.scores;
    if (missing === 'group_mean') {
      const substitute = fillByGroup(scores, meanGroup, child.inapplicable);
      scores = substitute.scores;
      if (substitute.filled > 0 && child.share.some((share) => share > 0)) filled.set(child.id, substitute.filled);
    }
    child.share.forEach((share, group) => (taking[group]! += share > 0 ? 1 : 0));
    const common = child.share.length === 1 ? child.share[0]! : undefined;
    if (common === 0) continue;
    const ends = topsis ? extentOf(scores) : undefined;
    for (let row = 0; row < rows; row++) {
      if (outside && child.inapplicable?.[row] === 1) {
        outside[row]! += (common ?? child.share[weightGroup?.[row] ?? -1] ?? 0) > 0 ? 1 : 0;
        continue;
      }
      const score = scores[row]!;
      if (score !== score) continue;
      const share = common ?? child.share[weightGroup?.[row] ?? -1] ?? 0;
      if (share === 0) continue;
      if (ends) {
        sum[row]! += (share * (ends.greatest - score)) ** 2;
        fromWorst[row]! += (share * (score - ends.least)) ** 2;
      } else if (!geometric) sum[row]! += share * score;
      else if (score > 0) sum[row]! += share * Math.log(score);
      else if (score < 0) fault[row] = 2;
      else if (fault[row] === 0) fault[row] = 1;
      weight[row]! += share;
      present[row]!++;
    }
  }

  const needed = taking.map((total) => fewestPresent(missing, total));
  let negative = 0;
  let zero = 0;
  for (let row = 0; row < rows; row++) {
    const group = groups === 1 ? 0 : (weightGroup?.[row] ?? 0);
    const least = outside?.[row] ? fewestPresent(missing, taking[group]! - outside[row]!) : needed[group]!;
    const enough = present[row]! > 0 && present[row]! >= least;
    if (!enough) sum[row] = NaN;
    // Where all are alike both distances are 0, and nobody is nearer to anything.
    else if (topsis) sum[row] = (100 * Math.sqrt(fromWorst[row]!)) / (Math.sqrt(sum[row]!) + Math.sqrt(fromWorst[row]!));
    else if (!geometric) sum[row]! /= weight[row]!;
    else if (fault[row] === 2) {
      sum[row] = NaN;
      negative++;
    } else if (fault[row] === 1) {
      sum[row] = 0;
      zero++;
    } else sum[row] = Math.exp(sum[row]! / weight[row]!);
  }
  return { scores: sum, negative, zero, filled };
}
