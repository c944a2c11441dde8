import { Places } from '../certain/places';
import { boundTotals } from '../certain/total-bounds';
import type { Figures } from '../measure/figures';
import { chosenReference } from '../parameters/parameter-sheet';
import { declaredUnit, titleOf } from '../pack/references';
import { own } from '../own';
import type { Pack, PackRanking } from '../pack/schema';
import type { Problem, Severity } from '../problem';
import { adjustTotals, pointsOf } from '../score/adjust';
import type { MethodConfig } from '../score/methods/index';
import { rankTotals } from '../score/rank';
import { score, type RowGroups, type ScoreResult } from '../score/score';
import type { ScoreBranch, ScoreNode } from '../score/tree';
import { overallShares, type Weighting } from '../score/weights/index';
import { rankingWords as words } from '../words/ranking';
import { adjustmentsFor } from './adjustments';
import { coverageOf } from './coverage';
import { decidedGaps, type DecidedGaps, type GapPolicy } from './gap-policy';
import { absentIndicators } from './absent-indicators';
import { whyEmpty, whyNobody } from './not-made';
import type { IndicatorUse, RankedPopulation } from './population';
import { userWeights, type ChosenWeights } from './user-weights';

/** Id of the tree's root, whose score is the total. */
export const TOTAL = '·total';

export type Basis = 'equal_weights_trial' | 'user_weights' | 'pack_weights';

export interface RankedZones {
  readonly rankings: ReadonlyMap<string, RankedPopulation>;
  /** Rankings in which nobody has a place, and why. */
  readonly unmade: ReadonlyMap<string, string>;
  readonly basis: Basis;
  /** How the department lets gaps count, and on which ground. */
  readonly gaps: DecidedGaps;
  readonly problems: readonly Problem[];
}

function methodFor(pack: Pack, figures: Figures): MethodConfig {
  const { normalise } = pack.scoring;
  if (!('parameter' in normalise)) return normalise;
  const choice = String(figures.settings.parameters.get(normalise.parameter)?.value ?? '');
  return own(normalise.choices, choice) ?? Object.values(normalise.choices)[0]!;
}

function indicatorUses(pack: Pack, figures: Figures): IndicatorUse[] {
  const general = methodFor(pack, figures);
  return Object.entries(pack.indicators).map(([id, declared]) => {
    // An unset choice measures nothing: the parameter's own title says what is missing.
    const measure = chosenReference(figures.settings, declared.measure ?? id) ?? '';
    const unit = figures.series(measure).unit ?? declaredUnit(pack, measure);
    return {
      id,
      title: declared.title ?? titleOf(pack, measure),
      unit: unit === 'from_header' ? undefined : unit,
      direction: declared.direction,
      method: declared.normalise ?? general,
      measure,
      dimension: declared.dimension,
      basis: declared.basis,
    };
  });
}

/** Dimensions and indicators as a tree; dimensions without an indicator below them are left out. */
function treeOf(pack: Pack, uses: readonly IndicatorUse[], weights: ChosenWeights): ScoreBranch {
  const branch = (parent: string | undefined): ScoreNode[] =>
    Object.entries(pack.dimensions)
      .filter(([, declared]) => declared.parent === parent)
      .flatMap(([key, declared]): ScoreNode[] => {
        const leaves = uses
          .filter(({ dimension }) => dimension === key)
          .map(({ id, title }): ScoreNode => {
            const weight = weights.byUser ? weights.indicator.get(id) : pack.indicators[id]?.weight;
            return { id, title, ...(weight !== undefined && { weight }) };
          });
        const children = [...branch(key), ...leaves];
        if (children.length === 0) return [];
        const weight = weights.byUser ? weights.dimension.get(key) : declared.weight;
        const { method, missing } = declared.aggregate ?? pack.scoring.aggregate;
        return [{ id: key, title: declared.title, children, method, missing, ...(weight !== undefined && { weight }) }];
      });
  const { method, missing } = pack.scoring.aggregate;
  return { id: TOTAL, title: words.total, children: branch(undefined), method, missing };
}

function rowGroups(pack: Pack, figures: Figures, rows: Int32Array): RowGroups | undefined {
  const column = pack.scoring.group_by === undefined ? undefined : figures.column(pack.main_table, pack.scoring.group_by);
  if (!column) return undefined;
  const texts = Array.from(rows, (row) => column.texts[row] ?? '');
  const names = [...new Set(texts.filter((name) => name !== ''))];
  return { names, of: Int32Array.from(texts, (name) => names.indexOf(name)) };
}

/** Rows of the main table that a ranking is about, and those of which a blank cell leaves it open. */
function membersOf(pack: Pack, figures: Figures, declared: PackRanking): { readonly rows: Int32Array; readonly doubtful: Int32Array } {
  const rows: number[] = [];
  const doubtful: number[] = [];
  for (let row = 0; row < figures.rowsOf({ table: pack.main_table }); row++) {
    const membership = figures.membership(declared.population, pack.main_table, row);
    if (membership !== 'out') (membership === 'in' ? rows : doubtful).push(row);
  }
  return { rows: Int32Array.from(rows), doubtful: Int32Array.from(doubtful) };
}

/** Values by indicator, in the order of `rows`. */
function valuesOf(figures: Figures, used: readonly IndicatorUse[], rows: Int32Array): Map<string, Float64Array> {
  const whole = rows.every((row, place) => row === place);
  return new Map(
    used.map(({ id, measure }) => {
      const { values: given, frame } = figures.series(measure);
      if (whole && frame !== 'single' && given.length === rows.length) return [id, given.slice()];
      const taken = new Float64Array(rows.length);
      if (frame === 'single') taken.fill(given[0] ?? NaN);
      else for (let place = 0; place < rows.length; place++) taken[place] = given[rows[place]!] ?? NaN;
      return [id, taken];
    }),
  );
}

/** 1 for rows that lack a figure which others have; an indicator that nobody has takes no part for anyone. */
function lackingRows(values: ReadonlyMap<string, Float64Array>, rows: number): Uint8Array {
  const lacking = new Uint8Array(rows);
  for (const column of values.values()) {
    if (column.every((value) => value !== value)) continue;
    for (let place = 0; place < rows; place++) if (column[place] !== column[place]) lacking[place] = 1;
  }
  return lacking;
}

interface Placed {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly rows: Int32Array;
  readonly doubtful: Int32Array;
  readonly used: readonly IndicatorUse[];
  readonly tree: ScoreBranch;
  readonly weighting: Weighting;
  readonly order: 'highest_first' | 'lowest_first';
  readonly decimals: number | undefined;
  readonly policy: GapPolicy;
  readonly lacking: Uint8Array;
  readonly scores: ScoreResult;
}

/** Where rows can stand in every completion of what is missing; undefined where nothing is missing that could move a place. */
function placesIn({
  pack,
  figures,
  rows,
  doubtful,
  used,
  tree,
  weighting,
  order,
  decimals,
  policy,
  lacking,
  scores,
}: Placed): Places | undefined {
  const all = Int32Array.from([...rows, ...doubtful]);
  const adjustments = adjustmentsFor(pack, figures, all);
  const openAdjustments = adjustments.some(
    (one) => one.kind !== 'limit' && (one.kind === 'veto' ? one.flags : pointsOf(one, all.length).points).some((x) => x !== x),
  );
  const groups = rowGroups(pack, figures, all);
  const openGroups = weighting.kind === 'by_group' && groups !== undefined && groups.of.some((group) => group < 0);
  const gaps = lacking.includes(1) && policy === 'wait';
  if (doubtful.length === 0 && !gaps && !openAdjustments && !openGroups) return undefined;
  const missingAs = policy === 'zero' ? 0 : undefined;
  const values = valuesOf(figures, used, all);
  const indicators = new Map(
    used.map(({ id, direction, method }) => [
      id,
      {
        direction,
        method,
        values: values.get(id)!,
        members: rows.length,
        missingAs,
        // Where a missing figure counts 0 its score is among them already.
        scored: missingAs === undefined ? { scores: scores.indicatorScores.get(id)!, constant: scores.constant.has(id) } : undefined,
      },
    ]),
  );
  const bounds = boundTotals({ members: rows.length, rows: all.length, indicators, tree, weighting, groups, adjustments });
  const unranked = policy === 'exclude' ? bounds.unranked.map((veto, place) => (lacking[place] === 1 ? 1 : veto)) : bounds.unranked;
  return new Places({ bounds: { ...bounds, unranked }, members: rows.length, order, decimals });
}

/** The weights that were used, for everyone or by group. */
function weightSets(
  tree: ScoreBranch,
  { weights, groupWeights }: ScoreResult,
  groups: RowGroups | undefined,
): Pick<RankedPopulation, 'weightSets' | 'weightSetOf'> {
  const sets = groupWeights.size > 0 ? [...groupWeights] : [[undefined, weights] as const];
  return {
    weightSets: sets.map(([group, siblings]) => ({ group, siblings, shares: overallShares(tree, siblings) })),
    weightSetOf: groupWeights.size > 0 ? groups?.of : undefined,
  };
}

/** Scores and ranks every population of the pack; those that go by another document's standard are ranked in by-standard.ts. */
export function rankZones(pack: Pack, figures: Figures): RankedZones {
  const weights = userWeights(pack, figures.settings);
  const gaps = decidedGaps(pack, figures);
  const basis: Basis = weights.byUser ? 'user_weights' : pack.scoring.basis;
  const problems: Problem[] = [...weights.problems];
  const rankings = new Map<string, RankedPopulation>();
  const unmade = new Map<string, string>();
  if (problems.some(({ severity }) => severity === 'block')) return { rankings, unmade, basis, gaps, problems };

  const uses = indicatorUses(pack, figures);
  const tree = treeOf(pack, uses, weights);
  const used = uses.filter(({ dimension }) => Object.hasOwn(pack.dimensions, dimension));
  problems.push(...absentIndicators(figures, used));
  const weighting: Weighting = weights.byUser ? { kind: 'given' } : pack.scoring.weights;
  problems.push(...gaps.problems);
  const notMade = (id: string, code: string, severity: Severity, why: string, nextStep: string): void => {
    unmade.set(id, why);
    problems.push({ severity, code, ...words.notMade(pack.rankings[id]!.title, why), nextStep });
  };

  for (const [id, declared] of Object.entries(pack.rankings)) {
    if (declared.standard) continue;
    const { rows, doubtful } = membersOf(pack, figures, declared);
    if (rows.length === 0) {
      notMade(id, 'population-empty', 'info', whyEmpty(pack, figures, declared, doubtful.length), words.populationStep);
      continue;
    }
    const values = valuesOf(figures, used, rows);
    if (tree.children.length === 0) {
      notMade(id, 'no-indicators', 'warning', words.noneToScore, words.indicatorsStep);
      continue;
    }
    const missingAs = gaps.policy === 'zero' ? 0 : undefined;
    const groups = rowGroups(pack, figures, rows);
    const scores = score({ rows: rows.length, values, indicators: used, tree, weighting, groups, missingAs });
    const adjusted = adjustTotals(scores.nodeScores.get(TOTAL)!, adjustmentsFor(pack, figures, rows));
    const decimals = declared.rank_from === 'unrounded' ? undefined : declared.rank_from.rounded;
    const lacking = lackingRows(values, rows.length);
    const unranked = gaps.policy === 'exclude' ? adjusted.unranked.map((veto, place) => veto || lacking[place]!) : adjusted.unranked;
    const ranking = rankTotals(adjusted.totals, { order: declared.order, decimals, unranked });
    const complete = lacking.map((lacks) => (lacks === 1 ? 0 : 1));
    const places = placesIn({
      pack,
      figures,
      rows,
      doubtful,
      used,
      tree,
      weighting,
      order: declared.order,
      decimals,
      policy: gaps.policy,
      lacking,
      scores,
    });
    [...scores.problems, ...adjusted.problems].forEach((problem) =>
      problems.push({ ...problem, message: words.inRanking(declared.title, problem.message) }),
    );
    const population: RankedPopulation = {
      ...ranking,
      id,
      title: declared.title,
      rows,
      indicators: used,
      values,
      tree,
      scores,
      adjusted,
      totals: adjusted.totals,
      ...weightSets(tree, scores, groups),
      coverage: coverageOf({
        pack,
        indicators: used,
        values,
        constant: scores.constant,
        tree,
        siblings: scores.weights,
        weighting,
        weights,
      }),
      complete,
      doubtful,
      places,
      direction: declared.order,
      roundedTo: decimals,
    };
    rankings.set(id, population);
    if (ranking.ranked > 0) continue;
    const [why, step] = rows.length === 1 ? [words.alone(pack.subject), words.aloneStep] : [whyNobody(population, pack), words.figuresStep];
    notMade(id, 'nothing-ranked', 'warning', doubtful.length > 0 ? words.andUndecided(why, doubtful.length) : why, step);
  }
  return { rankings, unmade, basis, gaps, problems };
}
