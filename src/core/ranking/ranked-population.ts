import { own } from '../own';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Pack, PackRanking } from '../pack/schema';
import { rankTotals } from '../score/rank';
import type { ScoreResult } from '../score/score';
import type { ScoreBranch } from '../score/tree';
import { overallShares } from '../score/weights/index';
import { coverageOf } from './coverage';
import type { RankedGrades } from './grade';
import { inMarks } from './marks';
import type { Members } from './members';
import { weightsAt, type RankedPopulation } from './population';
import type { ScoredPopulation } from './scored-population';
import { meanOf, standingOf } from './standing';
import type { ChosenWeights } from './user-weights';

export type Order = Pick<PackRanking, 'title' | 'order' | 'rank_from' | 'by' | 'unplaced' | 'mean_with'>;

/** An indicator that is better the lower is ranked from its least figure. */
function orderOf(pack: Pack, { by, order }: Order): PackRanking['order'] {
  const falling = by !== undefined && own(pack.indicators, by)?.direction === 'lower_is_better';
  return falling ? (order === 'highest_first' ? 'lowest_first' : 'highest_first') : order;
}

/** The weights that were used, for everyone or by group. */
function weightSets(
  tree: ScoreBranch,
  { weights, groupWeights }: ScoreResult,
  groupOf: Int32Array | undefined,
): Pick<RankedPopulation, 'weightSets' | 'weightSetOf'> {
  const sets = groupWeights.size > 0 ? [...groupWeights] : [[undefined, weights] as const];
  return {
    weightSets: sets.map(([group, siblings]) => ({ group, siblings, shares: overallShares(tree, siblings) })),
    weightSetOf: groupWeights.size > 0 ? groupOf : undefined,
  };
}

/** Gives the grades of a pack; comes with the packs that have any, see own-parts.ts. */
export type GradesOf = (pack: Pack, settings: UserSettings, ranked: Omit<RankedPopulation, 'grades'>) => RankedGrades[];

interface Part {
  readonly id: string;
  readonly declared: Order;
  readonly scored: ScoredPopulation;
  /** Who of those that were scored is ranked. */
  readonly of: Members;
  readonly weights: ChosenWeights;
  /** Over whom the scores were worked out; undefined where there is but one ranking. */
  readonly scope: 'all' | 'ranking' | undefined;
  readonly gradesOf: GradesOf | undefined;
}

/** How many take a place at least, and at the most: those of whom shares are counted. */
function takingPart({ rows, doubtful }: Members, unplaced: Uint8Array | undefined): RankedPopulation['taking'] {
  if (!unplaced) return [rows.length, rows.length + doubtful.length];
  const of = (states: Uint8Array, isTaking: (state: number) => boolean): number => states.filter(isTaking).length;
  return [of(unplaced.subarray(0, rows.length), (state) => state === 0), of(unplaced, (state) => state !== 1)];
}

/** The part of a scoring that is ranked, with its places, grades and what it covers. */
export function rankedPopulation({ id, declared, scored, of, weights, scope, gradesOf }: Part): RankedPopulation {
  const { pack, figures, used, tree, weighting } = scored.setup;
  const standing = standingOf(figures, declared, of);
  const { unplaced, years } = standing;
  const part = scored.part(of, standing);
  const totals = years ? meanOf(years, part.adjusted.totals) : part.adjusted.totals;
  const decimals = declared.rank_from === 'unrounded' ? undefined : declared.rank_from.rounded;
  const order = orderOf(pack, declared);
  const ranking = rankTotals(totals, {
    order,
    decimals,
    unranked: part.unranked,
    behind: part.adjusted.behind,
  });
  const sets = weightSets(tree, part.scores, part.groupOf);
  const marks = pack.scoring.marks?.full;
  const population = {
    ...ranking,
    id,
    title: declared.title,
    by: declared.by,
    rows: of.rows,
    indicators: used,
    values: part.values,
    scorable: part.scorable,
    inapplicable: part.inapplicable,
    tree,
    scores: marks === undefined ? part.scores : inMarks(part.scores, marks, (place) => weightsAt(sets, place)?.shares),
    marks,
    adjusted: part.adjusted,
    totals,
    unplaced,
    years,
    taking: takingPart(of, unplaced),
    ...sets,
    coverage: coverageOf({
      pack,
      indicators: used,
      values: scored.values,
      constant: scored.scores.constant,
      tree,
      siblings: scored.scores.weights,
      weighting,
      weights: declared.by === undefined ? weights : { ...weights, rest: 0 },
    }),
    complete: part.lacking.map((lacks) => (lacks === 1 ? 0 : 1)),
    doubtful: of.doubtful,
    alongside: part.alongside,
    scoredOver: scope && { scope, count: scored.members.rows.length },
    places: part.places(order, decimals),
    direction: order,
    roundedTo: decimals,
  };
  return { ...population, grades: gradesOf?.(pack, figures.settings, population) ?? [] };
}
