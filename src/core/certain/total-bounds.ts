import { aggregate, type GroupIndex } from '../score/aggregate';
import { pointsOf, type Adjustment } from '../score/adjust';
import { boundPlacePoints } from '../score/place-points';
import { heldBelow, timesLeast, timesMost, withFactor, type RowRules, type RowSpan } from '../score/row-factors';
import { branchesOf, isBranch, leavesOf, type ScoreBranch } from '../score/tree';
import { resolveShares, type Weighting } from '../score/weights/index';
import type { IndicatorColumn, ScoreBounds } from './indicator-column';
import { boundScores } from './score-bounds';

export interface PopulationColumns {
  /** How many rows belong for sure; those behind them may or may not. */
  readonly members: number;
  readonly rows: number;
  readonly indicators: ReadonlyMap<string, IndicatorColumn>;
  readonly tree: ScoreBranch;
  readonly weighting: Weighting;
  /** Names of the weight groups and each row's index among them, -1 where not known. */
  readonly groups?: { readonly names: readonly string[]; readonly of: GroupIndex } | undefined;
  readonly adjustments: readonly Adjustment[];
  readonly rules?: RowRules | undefined;
}

/** What totals can be in the completions of a population; rows are its members and behind them those of unknown membership. */
export interface TotalBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 where the row takes no place whatever comes; 2 where that is not known. */
  readonly unranked: Uint8Array;
  /** 1 where the row stands behind all others whatever its total; 2 where that is not known. Left out where nobody does. */
  readonly behind?: Uint8Array;
  /** Least value of total(i) − total(j); undefined where `low[i] − high[j]` says all that is known. */
  readonly pair?: (i: number, j: number) => number;
  /** The same for missing figures outside of the present range; undefined where no bound is known. */
  readonly pairAnywhere?: ((i: number, j: number) => number) | undefined;
  /** Weights are taken from the data: they move with the gaps, and no bound is given. */
  readonly unbounded: boolean;
}

const fromData: ReadonlySet<Weighting['kind']> = new Set<Weighting['kind']>(['entropy', 'critic']);

/** Bounds of all totals, by aggregating the least and the greatest scores: every aggregation here rises with each of its parts. */
export function boundTotals(population: PopulationColumns): TotalBounds {
  const { rows, members, indicators, tree, weighting, groups, adjustments, rules } = population;
  const bounds = new Map([...indicators].map(([id, column]) => [id, heldBounds(boundScores(column), rules?.ceilings.get(id))]));
  const moving = [...bounds.values()].some(({ moves }) => moves);
  const silent = new Set(
    [...bounds].filter(([, { low, unsettled }]) => !unsettled && low.every((score) => score !== score)).map(([id]) => id),
  );
  if (fromData.has(weighting.kind) && moving) return nothingKnown(rows);
  // Whoever comes nearest to the best moves all distances.
  const opened = [...(rules?.coefficients.values() ?? [])].some(({ least, most }) => least.some((end, row) => end !== most[row]));
  if ((moving || opened) && branchesOf(tree).some(({ method }) => method === 'topsis')) return nothingKnown(rows);
  const scores = new Map([...bounds].map(([id, { low }]) => [id, low]));
  const { shares } = resolveShares(weighting, { tree, rows, scores, silent: constantAmong(indicators, bounds), groupNames: groups?.names });
  if (shares.size === 0) return nothingKnown(rows);
  const byGroup = weighting.kind === 'by_group' ? groups?.of : undefined;
  const nodesAt = (end: 'low' | 'high'): ReadonlyMap<string, Float64Array> => {
    const nodes = new Map<string, Float64Array>();
    for (const branch of branchesOf(tree)) {
      const children = branch.children.map(({ id }) => ({
        id,
        scores: nodes.get(id) ?? bounds.get(id)![end],
        share: shares.get(id)!,
        inapplicable: indicators.get(id)?.inapplicable,
      }));
      const { scores } = aggregate(children, {
        rows,
        method: branch.method,
        missing: branch.missing,
        weightGroup: byGroup,
        meanGroup: groups?.of,
      });
      nodes.set(branch.id, withFactor(scores, rules?.coefficients.get(branch.id), branch, end === 'low' ? 'least' : 'most'));
    }
    return nodes;
  };
  const ends = { low: nodesAt('low'), high: nodesAt('high') };
  byGroup?.forEach((group, row) => {
    // Whose weights apply is not known, so nothing is.
    if (group >= 0) return;
    for (const scores of ends.low.values()) scores[row] = -Infinity;
    for (const scores of ends.high.values()) scores[row] = Infinity;
  });
  const adjusted = adjustBounds(tree.id, ends, adjustments, members);
  const isFactored = branchesOf(tree).some(({ id, cap }) => cap !== undefined || rules?.coefficients.has(id));
  const linear = byGroup === undefined && !isFactored && branchesOf(tree).every(({ method }) => method === 'weighted_arithmetic');
  const held = adjustments.some(
    (one) =>
      (one.kind === 'limit' && !one.on) ||
      (one.kind === 'veto' && one.effect !== 'keep') ||
      one.kind === 'coefficient' ||
      one.kind === 'rescale',
  );
  // Where an indicator is not for everybody, weights differ from row to row.
  const alike = [...indicators.values()].every(({ inapplicable }) => !inapplicable?.some((state) => state > 0));
  if (!linear || !alike || held || !moving) return { ...adjusted, unbounded: false };
  const weights = leafWeights(tree, shares, silent);
  const pairs = pairTotals(bounds, weights, adjusted.points);
  // Places by scores were bounded within the present range of the figures.
  if (adjustments.some((one) => one.kind === 'places' && (one.node !== undefined || !one.figures)))
    return { ...adjusted, ...pairs, pairAnywhere: undefined, unbounded: false };
  return { ...adjusted, ...pairs, unbounded: false };
}

/** Bounds under a ceiling, which moves by itself: how two rows stand to each other is then known by their ends alone. */
function heldBounds(bounds: ScoreBounds, ceiling: RowSpan | undefined): ScoreBounds {
  if (!ceiling) return bounds;
  const open = ceiling.least.some((least, row) => least !== ceiling.most[row]);
  return {
    low: heldBelow(bounds.low, ceiling.least),
    high: heldBelow(bounds.high, ceiling.most),
    moves: bounds.moves || open,
    unsettled: bounds.unsettled,
  };
}

/** Indicators that take no part in any completion, as the scoring itself leaves them out: all alike, nothing missing. */
function constantAmong(indicators: ReadonlyMap<string, IndicatorColumn>, bounds: ReadonlyMap<string, ScoreBounds>): Set<string> {
  const silent = new Set<string>();
  for (const [id, { low, unsettled }] of bounds) {
    const values = indicators.get(id)!.values;
    if (!unsettled && low.every((score) => score !== score) && values.some((value) => value === value)) silent.add(id);
  }
  return silent;
}

function nothingKnown(rows: number): TotalBounds {
  return {
    low: new Float64Array(rows).fill(-Infinity),
    high: new Float64Array(rows).fill(Infinity),
    unranked: new Uint8Array(rows),
    unbounded: true,
  };
}

/** Share of every leaf in the total where those that nobody has take no part: their siblings share their weight. */
function leafWeights(tree: ScoreBranch, shares: ReadonlyMap<string, Float64Array>, silent: ReadonlySet<string>): Map<string, number> {
  const speaks = (node: ScoreBranch['children'][number]): boolean =>
    leavesOf(node).some(({ id }) => !silent.has(id)) && (shares.get(node.id)?.[0] ?? 0) > 0;
  const weights = new Map<string, number>();
  const visit = (branch: ScoreBranch, above: number): void => {
    const speaking = branch.children.filter(speaks);
    const sum = speaking.reduce((all, { id }) => all + shares.get(id)![0]!, 0);
    for (const child of speaking) {
      const own = (above * shares.get(child.id)![0]!) / sum;
      if (isBranch(child)) visit(child, own);
      else weights.set(child.id, own);
    }
  };
  visit(tree, (tree.full ?? 100) / 100);
  return weights;
}

/** Differences of totals, indicator by indicator: where a column is settled its scores are subtracted, elsewhere its pair says how far. */
function pairTotals(
  bounds: ReadonlyMap<string, ScoreBounds>,
  weights: ReadonlyMap<string, number>,
  points: { readonly low: Float64Array; readonly high: Float64Array },
): Pick<TotalBounds, 'pair' | 'pairAnywhere'> {
  const settled = new Float64Array(points.low.length);
  const moving: { readonly weight: number; readonly bounds: ScoreBounds }[] = [];
  for (const [id, weight] of weights) {
    const column = bounds.get(id)!;
    if (column.moves) moving.push({ weight, bounds: column });
    else for (let row = 0; row < settled.length; row++) settled[row]! += weight * column.low[row]!;
  }
  const sum = (i: number, j: number, of: (column: ScoreBounds) => number): number =>
    moving.reduce(
      (total, { weight, bounds: column }) => total + weight * of(column),
      settled[i]! - settled[j]! + points.low[i]! - points.high[j]!,
    );
  const pair = (i: number, j: number): number =>
    i === j ? 0 : sum(i, j, ({ pair: own, low, high }) => (own ? own(i, j) : low[i]! - high[j]!));
  const anywhere = (i: number, j: number): number => (i === j ? 0 : sum(i, j, ({ pairAnywhere }) => pairAnywhere!(i, j)));
  return {
    ...(moving.some(({ bounds: { pair: own } }) => own !== undefined) && { pair }),
    ...(moving.every(({ bounds: { pairAnywhere } }) => pairAnywhere !== undefined) && { pairAnywhere: anywhere }),
  };
}

/** Points of a bonus or a deduction: what was not reported may be nothing or as much as the cap allows; undefined for what gives none. */
function amountBounds(adjustment: Adjustment, rows: number): { readonly least: Float64Array; readonly most: Float64Array } | undefined {
  if (adjustment.kind !== 'bonus' && adjustment.kind !== 'deduction') return undefined;
  const { cap = Infinity } = adjustment;
  const { points } = pointsOf(adjustment, rows);
  return { least: points.map((known) => (known === known ? known : 0)), most: points.map((known) => (known === known ? known : cap)) };
}

/** Coefficients, which may be anything where they are not known, and what stretches all totals to the best of them. */
function stretched(
  low: Float64Array,
  high: Float64Array,
  members: number,
  adjustments: readonly Adjustment[],
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const [lower, upper] = [low.slice(), high.slice()];
  for (const adjustment of adjustments)
    if (adjustment.kind === 'coefficient')
      adjustment.factors.forEach((factor, row) => {
        const [least, most] = factor === factor ? [factor, factor] : [0, Infinity];
        [lower[row], upper[row]] = [timesLeast(lower[row]!, least, most), timesMost(upper[row]!, least, most)];
      });
  const rescale = adjustments.find((one) => one.kind === 'rescale');
  if (!rescale) return { lower, upper };
  // A row has its share of the greatest total, which it may be itself: the share rises with its own total and falls with the others'.
  const sure = lower.subarray(0, members);
  if (lower.some((total) => total < 0) || !sure.some((total) => total > 0))
    return { lower: lower.map(() => -Infinity), upper: upper.map(() => Infinity) };
  const share = (total: number, greatest: number): number =>
    rescale.best * (total === 0 ? 0 : total === Infinity ? 1 : total / Math.max(total, greatest));
  const [rivals, rivalsForSure] = [greatestOfOthers(upper), greatestOfOthers(sure)];
  return {
    lower: lower.map((total, row) => share(total, rivals(row))),
    upper: upper.map((total, row) => share(total, rivalsForSure(row))),
  };
}

/** For each row the greatest above 0 of all others. */
function greatestOfOthers(all: Float64Array): (row: number) => number {
  let [first, second, at] = [0, 0, -1];
  all.forEach((total, row) => {
    if (total > first) [first, second, at] = [total, first, row];
    else if (total > second) second = total;
  });
  return (row) => (row === at ? second : first);
}

/** Bonus points, deductions, limits and vetoes, where what was not reported may be nothing or as much as the cap allows. */
function adjustBounds(
  total: string,
  ends: Readonly<Record<'low' | 'high', ReadonlyMap<string, Float64Array>>>,
  adjustments: readonly Adjustment[],
  members: number,
): Pick<TotalBounds, 'low' | 'high' | 'unranked' | 'behind'> & {
  readonly points: { readonly low: Float64Array; readonly high: Float64Array };
} {
  const [low, high] = [ends.low.get(total)!, ends.high.get(total)!];
  const rows = low.length;
  const points = { low: new Float64Array(rows), high: new Float64Array(rows) };
  const unranked = new Uint8Array(rows);
  const behind = new Uint8Array(rows);
  const nobody = new Float64Array(rows).fill(NaN);
  const amounts = adjustments.map((adjustment) => {
    if (adjustment.kind !== 'places') return amountBounds(adjustment, rows);
    const { node = total } = adjustment;
    return boundPlacePoints(adjustment, ends.low.get(node) ?? nobody, ends.high.get(node) ?? nobody, members);
  });
  // Points that a cap holds together count as one adjustment.
  const together = adjustments.flatMap((one) => (one.kind === 'limit' && one.on ? [{ of: one.on, cap: one.cap ?? Infinity }] : []));
  const alone = adjustments.flatMap((_, index) => (together.some(({ of }) => of.includes(index)) ? [] : [{ of: [index], cap: Infinity }]));
  for (const { of, cap } of [...together, ...alone]) {
    const taking = of.flatMap((index) => amounts[index] ?? []);
    const bonus = adjustments[of[0]!]!.kind !== 'deduction';
    for (let row = 0; row < rows && taking.length > 0; row++) {
      const sum = (end: 'least' | 'most'): number =>
        Math.min(
          cap,
          taking.reduce((all, one) => all + one[end][row]!, 0),
        );
      points.low[row]! += bonus ? sum('least') : -sum('most');
      points.high[row]! += bonus ? sum('most') : -sum('least');
    }
  }
  const { lower: least, upper: most } = stretched(low, high, members, adjustments);
  const lower = least.map((total, row) => total + points.low[row]!);
  const upper = most.map((total, row) => total + points.high[row]!);
  for (const adjustment of adjustments) {
    if (adjustment.kind !== 'limit' || adjustment.on) continue;
    const { cap = Infinity, floor = -Infinity } = adjustment;
    for (let row = 0; row < rows; row++) {
      lower[row] = Math.max(floor, Math.min(cap, lower[row]!));
      upper[row] = Math.max(floor, Math.min(cap, upper[row]!));
    }
  }
  for (const adjustment of adjustments) {
    if (adjustment.kind !== 'veto') continue;
    adjustment.flags.forEach((flag, row) => {
      if (flag === 0 || adjustment.effect === 'keep') return;
      const known = flag === flag;
      if (adjustment.effect === 'last') {
        if (behind[row] !== 1) behind[row] = known ? 1 : 2;
        return;
      }
      if (adjustment.effect === 'zero') {
        lower[row] = known ? 0 : Math.min(0, lower[row]!);
        upper[row] = known ? 0 : Math.max(0, upper[row]!);
      } else if (unranked[row] !== 1) unranked[row] = known ? 1 : 2;
    });
  }
  return { low: lower, high: upper, unranked, behind, points };
}
