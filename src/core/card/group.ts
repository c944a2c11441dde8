import { blocksOf, type Block } from '../hand-out/block';
import { lastYearOf, type LastYear } from '../ranking/last-year';
import { TOTAL } from '../ranking/total';
import type { ReportContext } from '../report/report-context';
import { rankTotals, type Ranking } from '../score/rank';
import { branchesOf } from '../score/tree';

/** One figure of everybody in a ranking: the total, a dimension's score, an indicator; arrays by place in the population. */
export interface Measured {
  readonly id: string;
  readonly title: string;
  readonly unit: string | undefined;
  readonly values: Float64Array;
  /** What is compared: the values themselves, or the scores that they come to. */
  readonly scores: Float64Array;
  readonly ranking: Ranking;
  /** Arithmetic means of who has the figure; NaN where nobody has. */
  readonly mean: number;
  readonly meanScore: number;
  readonly bestScore: number;
}

/** A ranking by the total as the cards of its zones need it, worked out once. */
export interface Group {
  readonly block: Block;
  /** Row of the main table → place in the population. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly last: LastYear | undefined;
  readonly total: Measured;
  readonly dimensions: readonly Measured[];
  readonly indicators: readonly Measured[];
}

/** What is handed out first, then what is the department's alone. */
export function groupsOf(context: ReportContext): Group[] {
  const blocks = blocksOf(context);
  return [...blocks.filter(({ internal }) => !internal), ...blocks.filter(({ internal }) => internal)].map((block) =>
    groupOf(context, block),
  );
}

function groupOf(context: ReportContext, block: Block): Group {
  const { ranked } = block;
  const { scores, values, totals, tree, indicators } = ranked;
  return {
    block,
    placeOf: new Map(Array.from(ranked.rows, (row, place) => [row, place])),
    last: lastYearOf(context, ranked),
    total: measured({ id: TOTAL, title: '', unit: undefined, values: totals }, totals, ranked),
    dimensions: branchesOf(tree)
      .filter(({ id }) => id !== TOTAL)
      .map(({ id, title }) => measured({ id, title: title ?? id, unit: undefined, values: scores.nodeScores.get(id)! })),
    // Where all are alike nobody is strong or weak.
    indicators: indicators
      .filter(({ id }) => !scores.constant.has(id))
      .map(({ id, title, unit }) => measured({ id, title, unit, values: values.get(id)! }, scores.indicatorScores.get(id)!)),
  };
}

function measured(
  named: Pick<Measured, 'id' | 'title' | 'unit' | 'values'>,
  scores = named.values,
  ranking: Ranking = rankTotals(scores, { order: 'highest_first' }),
): Measured {
  return {
    ...named,
    scores,
    ranking,
    mean: meanOf(named.values),
    meanScore: meanOf(scores),
    bestScore: ranking.ranked === 0 ? NaN : scores[ranking.order[0]!]!,
  };
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How far the value of the next better one is away; NaN for the first, and for who has no place. */
export function distanceToNext({ values, ranking: { rank, order } }: Pick<Measured, 'values' | 'ranking'>, place: number): number {
  const own = rank[place]!;
  if (own <= 1) return NaN;
  const better = order.filter((one) => rank[one]! > 0 && rank[one]! < own);
  const next = better.reduce((least, one) => Math.max(least, rank[one]!), 0);
  return better
    .filter((one) => rank[one] === next)
    .reduce((least, one) => Math.min(least, Math.abs(values[one]! - values[place]!)), Infinity);
}
