import type { Figures } from '../measure/figures';
import type { DataWeighting } from '../parameters/data-weighting';
import { chosenReference, type UserSettings } from '../parameters/parameter-sheet';
import { groundOfWeights, type WeightsGround } from '../parameters/weights-ground';
import { declaredUnit, titleOf } from '../pack/references';
import { own } from '../own';
import type { Pack, PackRanking } from '../pack/schema';
import type { Problem, Severity } from '../problem';
import type { MethodConfig } from '../score/methods/index';
import type { ScoreBranch, ScoreNode } from '../score/tree';
import type { Weighting } from '../score/weights/index';
import { parameterSheet } from '../words/parameters';
import { rankingWords as words } from '../words/ranking';
import { decidedGaps, policyOf, type DecidedGaps } from './gap-policy';
import { absentIndicators } from './absent-indicators';
import { setupBy } from './by-node';
import { whyEmpty, whyNobody } from './not-made';
import type { IndicatorUse, RankedPopulation } from './population';
import { rankedPopulation, type GradesOf, type Order } from './ranked-population';
import type { Members } from './members';
import { ScoredPopulation, type ScoringSetup } from './scored-population';
import { unknownUnplaced } from './standing';
import { TOTAL } from './total';
import { userWeights, type ChosenWeights } from './user-weights';

export type Basis = 'equal_weights_trial' | 'user_weights' | 'pack_weights';

export interface RankedZones {
  readonly rankings: ReadonlyMap<string, RankedPopulation>;
  /** Everybody who was scored together, where the rankings take their parts of it; undefined where each is scored by itself. */
  readonly together?: RankedPopulation | undefined;
  /** Rankings in which nobody has a place, and why. */
  readonly unmade: ReadonlyMap<string, string>;
  readonly basis: Basis;
  /** How the user has weights taken from the figures; left out where they are not. */
  readonly dataWeighting?: DataWeighting;
  /** The document that the user's weights come from; undefined where nobody names it. */
  readonly ground: WeightsGround | undefined;
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

function indicatorUses(pack: Pack, figures: Figures, gaps: DecidedGaps): IndicatorUse[] {
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
      applies: declared.applies,
      gaps: policyOf(gaps, id),
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
        return [{ id: key, title: declared.title, children, method, missing, cap: declared.cap, ...(weight !== undefined && { weight }) }];
      });
  const { method, missing } = pack.scoring.aggregate;
  return { id: TOTAL, title: words.total, children: branch(undefined), method, missing, full: pack.scoring.marks?.full };
}

/** Rows of the main table that a ranking is about, and those of which a blank cell leaves it open. */
function membersOf(pack: Pack, figures: Figures, declared: PackRanking): Members {
  const rows: number[] = [];
  const doubtful: number[] = [];
  for (let row = 0; row < figures.rowsOf({ table: pack.main_table }); row++) {
    const membership = figures.membership(declared.population, pack.main_table, row);
    if (membership !== 'out') (membership === 'in' ? rows : doubtful).push(row);
  }
  return { rows: Int32Array.from(rows), doubtful: Int32Array.from(doubtful) };
}

/** Scores and ranks every population of the pack; those that go by another document's standard are ranked in by-standard.ts. */
export function rankZones(pack: Pack, figures: Figures, gradesOf?: GradesOf): RankedZones {
  if (!gradesOf && Object.keys(pack.grades).length > 0) throw new Error(`${pack.pack} has grades, and nothing was given to make them`);
  const weights = userWeights(pack, figures.settings);
  const gaps = decidedGaps(pack, figures);
  // A document that states no weights weighs by group only where the workbook's list does.
  const isListed = pack.scoring.basis === 'equal_weights_trial' && pack.scoring.weights.kind === 'by_group';
  const dataWeighting = figures.settings.dataWeighting?.value;
  const isStated = weights.byUser || dataWeighting !== undefined;
  const basis: Basis = isStated || isListed ? 'user_weights' : pack.scoring.basis;
  const { ground, problems: ofGround } = groundOfWeights(figures.settings, isStated || isListed);
  const how = { basis, ...(dataWeighting && { dataWeighting }) };
  const problems: Problem[] = [...weights.problems, ...ofGround];
  if (isStated && isListed) problems.push({ severity: 'block', code: 'weights-twice', sheet: parameterSheet.name, ...words.weightsTwice });
  const rankings = new Map<string, RankedPopulation>();
  const unmade = new Map<string, string>();
  if (problems.some(({ severity }) => severity === 'block')) return { rankings, unmade, ...how, ground, gaps, problems };

  const uses = indicatorUses(pack, figures, gaps);
  const tree = treeOf(pack, uses, weights);
  const used = uses.filter(({ dimension }) => Object.hasOwn(pack.dimensions, dimension));
  problems.push(...absentIndicators(figures, used));
  const weighting: Weighting = dataWeighting
    ? { kind: dataWeighting }
    : weights.groups
      ? { kind: 'by_group', groups: weights.groups }
      : weights.byUser
        ? { kind: 'given' }
        : pack.scoring.weights;
  problems.push(...gaps.problems);
  const notMade = (id: string, code: string, severity: Severity, why: string, nextStep: string): void => {
    unmade.set(id, why);
    problems.push({ severity, code, ...words.notMade(pack.rankings[id]!.title, why), nextStep });
  };

  const declaredRankings = Object.entries(pack.rankings).filter(([, { standard }]) => !standard);
  const members = new Map(declaredRankings.map(([id, declared]) => [id, membersOf(pack, figures, declared)]));
  const setup: ScoringSetup = { pack, figures, used, tree, weighting };
  const scope = scoringScope(pack, figures.settings);
  const union = unionOf([...members.values()], figures.rowsOf({ table: pack.main_table }));
  const isTogether = scope === 'all' && members.size > 1 && tree.children.length > 0 && union.rows.length > 0;
  const shared = new Map<string | undefined, ScoredPopulation>();
  /** Scored together, everybody is scored once for all rankings by the same. */
  const scoredFor = (own: ScoringSetup, by: string | undefined, of: Members): ScoredPopulation => {
    if (!isTogether) return new ScoredPopulation(own, of);
    const known = shared.get(by) ?? new ScoredPopulation(own, union);
    shared.set(by, known);
    return known;
  };
  const whole = isTogether ? scoredFor(setup, undefined, union) : undefined;
  if (whole) problems.push(...whole.problems(words.together));

  const populationOf = (id: string, declared: Order, scored: ScoredPopulation, of: Members): RankedPopulation =>
    rankedPopulation({ id, declared, scored, of, weights, scope: members.size > 1 ? scope : undefined, gradesOf });

  for (const [id, declared] of declaredRankings) {
    const of = members.get(id)!;
    const { rows, doubtful } = of;
    if (rows.length === 0) {
      notMade(id, 'population-empty', 'info', whyEmpty(pack, figures, declared, doubtful.length), words.populationStep);
      continue;
    }
    problems.push(...unknownUnplaced(figures, declared));
    const { by } = declared;
    const own = tree.children.length === 0 || by === undefined ? setup : setupBy(setup, by);
    if (!own || tree.children.length === 0) {
      notMade(id, 'no-indicators', 'warning', words.noneToScore, words.indicatorsStep);
      continue;
    }
    const scored = scoredFor(own, by, of);
    // What the scoring of one dimension tells, that of the total has told.
    if (!whole && by === undefined) problems.push(...scored.problems(declared.title));
    const population = populationOf(id, declared, scored, of);
    rankings.set(id, population);
    if (population.ranked > 0) continue;
    const [why, step] = rows.length === 1 ? [words.alone(pack.subject), words.aloneStep] : [whyNobody(population, pack), words.figuresStep];
    notMade(id, 'nothing-ranked', 'warning', doubtful.length > 0 ? words.andUndecided(why, doubtful.length) : why, step);
  }
  const together =
    whole &&
    ([...rankings.values()].find(({ rows, by, years }) => by === undefined && !years && rows.length === union.rows.length) ??
      populationOf(TOGETHER, { title: words.together, order: 'highest_first', rank_from: 'unrounded' }, whole, union));
  return { rankings, together, unmade, ...how, ground, gaps, problems };
}

/** Id of those who are scored together where no ranking is of all of them. */
const TOGETHER = '·together';

/** Whether all rankings take their totals from one scoring, or each scores its own members. */
function scoringScope(pack: Pack, settings: UserSettings): 'all' | 'ranking' {
  const { over } = pack.scoring;
  if (typeof over === 'string') return over;
  return own(over.choices, String(settings.parameters.get(over.parameter)?.value ?? '')) ?? Object.values(over.choices)[0]!;
}

/** Everybody who stands in any of the rankings; open where no ranking has the row for sure. */
function unionOf(all: readonly Members[], count: number): Members {
  const state = new Uint8Array(count);
  for (const { rows, doubtful } of all) {
    rows.forEach((row) => (state[row] = 2));
    doubtful.forEach((row) => (state[row] = Math.max(1, state[row]!)));
  }
  const those = (wanted: number): Int32Array => Int32Array.from(state.keys()).filter((row) => state[row] === wanted);
  return { rows: those(2), doubtful: those(1) };
}
