import { Places } from '../certain/places';
import { boundTotals, type TotalBounds } from '../certain/total-bounds';
import type { Figures } from '../measure/figures';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { adjustTotals, isOpenFor, type AdjustResult } from '../score/adjust';
import { isByRow, type AppliedMethod } from '../score/methods/index';
import type { RowRules } from '../score/row-factors';
import { score, type RowGroups, type ScoreResult } from '../score/score';
import type { ScoreBranch } from '../score/tree';
import type { Weighting } from '../score/weights/index';
import { rankingWords as words } from '../words/ranking';
import { adjustmentsFor, offProblems } from './adjustments';
import type { GapPolicy } from './gap-policy';
import type { Members } from './members';
import { appliedMethod, methodProblems } from './method-figures';
import type { IndicatorUse } from './population';
import { openRows, rowRules, ruleProblems } from './row-rules';
import { boundsOfStanding, isStandingOpen, type Standing } from './standing';
import { TOTAL } from './total';

/** How a pack scores, whoever is scored. */
export interface ScoringSetup {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly used: readonly IndicatorUse[];
  readonly tree: ScoreBranch;
  readonly weighting: Weighting;
}

/** What a ranking takes from those who were scored together; arrays are by place in the ranking. */
export interface ScoredPart {
  readonly values: ReadonlyMap<string, Float64Array>;
  /** The values that can be scored. */
  readonly scorable: ReadonlyMap<string, Float64Array>;
  readonly inapplicable: ReadonlyMap<string, Uint8Array>;
  readonly scores: ScoreResult;
  readonly adjusted: AdjustResult;
  /** 1 where a figure is missing that others have. */
  readonly lacking: Uint8Array;
  /** 1 where the row takes no place. */
  readonly unranked: Uint8Array;
  /** Place → weight group, -1 where not known. */
  readonly groupOf: Int32Array | undefined;
  /** Rows that were scored alongside and are not ranked here. */
  readonly alongside: Int32Array;
  places(order: 'highest_first' | 'lowest_first', decimals: number | undefined): Places | undefined;
}

/**
 * Indicators that are not for everybody: by place 0 where they are for the row, 1 where they are not, 2 where a blank cell leaves it open. One that
 * nobody has takes no part, whoever it may be for.
 */
function inapplicableIn(
  figures: Figures,
  used: readonly IndicatorUse[],
  rows: Int32Array,
  values: ReadonlyMap<string, Float64Array>,
): Map<string, Uint8Array> {
  const table = figures.pack.main_table;
  const state = { in: 0, out: 1, open: 2 } as const;
  return new Map(
    used.flatMap(({ id, applies }) =>
      applies && values.get(id)!.some((value) => value === value)
        ? [[id, Uint8Array.from(rows, (row) => state[figures.membership(applies, table, row)])] as const]
        : [],
    ),
  );
}

/** The values without those that an indicator is not for; where that is open, a value counts only once it is settled. */
function applicable(
  values: ReadonlyMap<string, Float64Array>,
  inapplicable: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Float64Array> {
  return new Map([...values].map(([id, column]) => [id, column.map((value, place) => (inapplicable.get(id)?.[place] ? NaN : value))]));
}

/** The values without those for which there is no number to measure them by. */
function measurable(
  values: ReadonlyMap<string, Float64Array>,
  methods: ReadonlyMap<string, AppliedMethod>,
): ReadonlyMap<string, Float64Array> {
  return new Map(
    [...values].map(([id, column]) => {
      const method = methods.get(id)!;
      return [id, isByRow(method) ? column.map((value, place) => (method.at(place) ? value : NaN)) : column];
    }),
  );
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

/**
 * 1 for rows that lack a figure which others have, or what theirs is measured by; an indicator that nobody has takes no part for anyone.
 * @param scorable of the values, those that can be scored
 */
function lackingRows(
  scorable: ReadonlyMap<string, Float64Array>,
  values: ReadonlyMap<string, Float64Array>,
  rows: number,
  inapplicable: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const lacking = new Uint8Array(rows);
  for (const [id, column] of scorable) {
    if (values.get(id)!.every((value) => value !== value)) continue;
    const outside = inapplicable.get(id);
    for (let place = 0; place < rows; place++) if (column[place] !== column[place] && outside?.[place] !== 1) lacking[place] = 1;
  }
  return lacking;
}

const missingAs = ({ gaps }: IndicatorUse): number | undefined => (gaps === 'zero' ? 0 : undefined);

/**
 * Indicators that are not for a row, and those that it lacks and that are not waited for either: nothing that comes moves what the others share out
 * among them. Where all gaps count alike they stay what they are.
 */
function withSharedOut(
  used: readonly IndicatorUse[],
  values: ReadonlyMap<string, Float64Array>,
  inapplicable: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  if (new Set(used.map(({ gaps }) => gaps)).size < 2) return inapplicable;
  const settled = used.filter(({ gaps }) => gaps === 'renormalise' || gaps === 'exclude');
  return new Map([
    ...inapplicable,
    ...settled.flatMap(({ id }): [string, Uint8Array][] => {
      const column = values.get(id)!;
      if (column.every((value) => value !== value)) return [];
      const states = inapplicable.get(id);
      return [[id, Uint8Array.from(column, (value, place) => (states?.[place] ? states[place] : value === value ? 0 : 1))]];
    }),
  ]);
}

function rowGroups(pack: Pack, figures: Figures, rows: Int32Array): RowGroups | undefined {
  const column = pack.scoring.group_by === undefined ? undefined : figures.column(pack.main_table, pack.scoring.group_by);
  if (!column) return undefined;
  const texts = Array.from(rows, (row) => column.texts[row] ?? '');
  const names = [...new Set(texts.filter((name) => name !== ''))];
  return { names, of: Int32Array.from(texts, (name) => names.indexOf(name)) };
}

/**
 * What a row is not for, and behind it what is open: a figure that nothing measures yet is no missing one, however the method counts those. Where
 * missing ones are waited for it is waited for with them.
 */
function withUnmeasured(
  used: readonly IndicatorUse[],
  values: ReadonlyMap<string, Float64Array>,
  scorable: ReadonlyMap<string, Float64Array>,
  inapplicable: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const open = used.flatMap(({ id, gaps }): [string, Uint8Array][] => {
    const [given, scored] = [values.get(id)!, scorable.get(id)!];
    const isOpen = (place: number): boolean => given[place] === given[place] && scored[place] !== scored[place];
    if (gaps === 'wait' || given === scored || !given.some((_, place) => isOpen(place))) return [];
    const states = inapplicable.get(id);
    return [[id, Uint8Array.from(given, (_, place) => (isOpen(place) ? 2 : (states?.[place] ?? 0)))]];
  });
  return open.length === 0 ? inapplicable : new Map([...inapplicable, ...open]);
}

/** Rows that are scored against each other, once; rankings take their part of it. */
export class ScoredPopulation {
  readonly values: ReadonlyMap<string, Float64Array>;
  readonly scorable: ReadonlyMap<string, Float64Array>;
  readonly inapplicable: ReadonlyMap<string, Uint8Array>;
  readonly scores: ScoreResult;
  readonly adjusted: AdjustResult;
  readonly groups: RowGroups | undefined;
  private readonly lacking: Uint8Array;
  /** 1 where a figure is missing that is waited for. */
  private readonly waiting: Uint8Array;
  /** 1 where a figure is missing without which the row takes no place. */
  private readonly out: Uint8Array;
  private readonly methods: ReadonlyMap<string, AppliedMethod>;
  /** By indicator and place what it is not for, 1, and what is open, 2. */
  private readonly outside: ReadonlyMap<string, Uint8Array>;
  private readonly ofMethods: readonly Problem[];
  private readonly rules: RowRules | undefined;
  private readonly all: Int32Array;
  private known: TotalBounds | undefined;

  constructor(
    readonly setup: ScoringSetup,
    readonly members: Members,
  ) {
    const { pack, figures, used, tree, weighting } = setup;
    const { rows, doubtful } = members;
    this.all = Int32Array.from([...rows, ...doubtful]);
    const given = valuesOf(figures, used, rows);
    this.inapplicable = inapplicableIn(figures, used, rows, given);
    this.values = this.inapplicable.size > 0 ? applicable(given, this.inapplicable) : given;
    // Members come first in both lists.
    this.methods = new Map(used.map((use) => [use.id, appliedMethod(figures, use, this.all)]));
    this.scorable = measurable(this.values, this.methods);
    this.ofMethods = methodProblems(figures, used, this.values, this.methods, rows);
    this.groups = rowGroups(pack, figures, rows);
    this.rules = rowRules(pack, figures, tree, used, this.all);
    this.scores = score({
      rows: rows.length,
      values: this.scorable,
      indicators: used.map((use) => ({
        ...use,
        method: this.methods.get(use.id)!,
        missingAs: missingAs(use),
        reported: this.values.get(use.id),
      })),
      tree,
      weighting,
      groups: this.groups,
      inapplicable: (this.outside = this.outsideOf(this.values, this.inapplicable)),
      rules: this.rules,
    });
    this.adjusted = adjustTotals(this.scores.nodeScores.get(TOTAL)!, adjustmentsFor(pack, figures, rows, this.scores.nodeScores));
    const open = openRows(this.rules, rows.length);
    const lackingOf = (some: readonly IndicatorUse[], isOpen: boolean): Uint8Array => {
      const of = new Map(some.map(({ id }) => [id, this.scorable.get(id)!]));
      const lacking = lackingRows(of, this.values, rows.length, this.inapplicable);
      if (isOpen) open.forEach((row) => (lacking[row] = 1));
      return lacking;
    };
    const counting = (policy: GapPolicy): IndicatorUse[] => used.filter(({ gaps }) => gaps === policy);
    this.lacking = lackingOf(used, true);
    this.waiting = lackingOf(counting('wait'), counting('wait').length > 0);
    this.out = lackingOf(counting('exclude'), used.length > 0 && counting('exclude').length === used.length);
  }

  private outsideOf(values: ReadonlyMap<string, Float64Array>, applies: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
    const { used } = this.setup;
    const scorable = measurable(values, this.methods);
    return withUnmeasured(used, values, scorable, withSharedOut(used, scorable, applies));
  }

  /** What the scoring tells, under a title of those who were scored. */
  problems(title: string): Problem[] {
    return [
      ...this.ofMethods,
      ...ruleProblems(this.setup.pack, this.rules, this.members.rows.length),
      ...this.scores.problems,
      ...this.adjusted.problems,
      ...offProblems(this.setup.pack, this.setup.figures.settings),
    ].map((problem) => ({
      ...problem,
      message: words.inRanking(title, problem.message),
    }));
  }

  /** Totals in the completions of what is missing; undefined where nothing is missing that could move one or a place. */
  private bounds(isMembershipOpen: boolean): TotalBounds | undefined {
    const { pack, figures, used, tree, weighting } = this.setup;
    const { rows, doubtful } = this.members;
    const adjustments = adjustmentsFor(pack, figures, this.all);
    const openAdjustments = adjustments.some((one) => isOpenFor(one, this.all.length));
    const groups = rowGroups(pack, figures, this.all);
    const openGroups = weighting.kind === 'by_group' && groups !== undefined && groups.of.some((group) => group < 0);
    const gaps = this.waiting.includes(1);
    const openApplies = [...this.outside.values()].some((states) => states.includes(2));
    if (!isMembershipOpen && doubtful.length === 0 && !gaps && !openAdjustments && !openGroups && !openApplies) return undefined;
    if (this.known) return this.known;
    const values = valuesOf(figures, used, this.all);
    const applies = inapplicableIn(figures, used, this.all, values);
    const inapplicable = this.outsideOf(applicable(values, applies), applies);
    const indicators = new Map(
      used.map((use) => [
        use.id,
        {
          direction: use.direction,
          method: this.methods.get(use.id)!,
          values: values.get(use.id)!,
          members: rows.length,
          missingAs: missingAs(use),
          inapplicable: inapplicable.get(use.id),
          // Where a missing figure counts 0 its score is among them already.
          scored:
            missingAs(use) === undefined
              ? { scores: this.scores.indicatorScores.get(use.id)!, constant: this.scores.constant.has(use.id) }
              : undefined,
        },
      ]),
    );
    const bounds = boundTotals({
      members: rows.length,
      rows: this.all.length,
      indicators,
      tree,
      weighting,
      groups,
      adjustments,
      rules: this.rules,
    });
    const unranked = bounds.unranked.map((veto, at) => (this.out[at] === 1 ? 1 : veto));
    return (this.known = { ...bounds, unranked });
  }

  /** The part of a ranking; its members are among those who were scored. */
  part({ rows, doubtful }: Members, standing: Standing): ScoredPart {
    const { all, lacking, adjusted, scores } = this;
    const isWhole = rows.length === this.members.rows.length && rows.every((row, place) => row === this.members.rows[place]);
    const at = new Map(Array.from(all, (row, place) => [row, place]));
    const own = Int32Array.from(rows, (row) => at.get(row)!);
    const taken = <T extends Float64Array | Uint8Array | Int32Array>(array: T): T => (isWhole ? array : pick(array, own));
    const byId = (of: ReadonlyMap<string, Float64Array>): ReadonlyMap<string, Float64Array> =>
      isWhole ? of : new Map([...of].map(([id, column]) => [id, taken(column)]));
    const out = taken(this.out);
    const vetoed = taken(adjusted.unranked);
    const { unplaced } = standing;
    const veto = unplaced ? vetoed.map((out, place) => (unplaced[place] === 1 ? 1 : out)) : vetoed;
    const known = new Set([...rows, ...doubtful]);
    return {
      values: byId(this.values),
      scorable: byId(this.scorable),
      inapplicable: new Map([...this.inapplicable].map(([id, column]) => [id, taken(column)])),
      scores: isWhole ? scores : { ...scores, indicatorScores: byId(scores.indicatorScores), nodeScores: byId(scores.nodeScores) },
      adjusted: isWhole ? adjusted : partOfAdjusted(adjusted, own),
      lacking: taken(lacking),
      unranked: veto.map((vetoed, place) => vetoed || out[place]!),
      groupOf: this.groups && taken(Int32Array.from(this.groups.of)),
      alongside: known.size === all.length ? new Int32Array() : all.filter((row) => !known.has(row)),
      places: (order, decimals) => this.placesOf({ rows, doubtful }, standing, at, order, decimals),
    };
  }

  private placesOf(
    { rows, doubtful }: Members,
    standing: Standing,
    at: ReadonlyMap<number, number>,
    order: 'highest_first' | 'lowest_first',
    decimals: number | undefined,
  ): Places | undefined {
    const bounds = this.bounds(doubtful.length > 0 || isStandingOpen(standing));
    if (!bounds) return undefined;
    const own = Int32Array.from([...rows, ...doubtful], (row) => at.get(row)!);
    const { low, high, unranked, behind, pair, pairAnywhere, unbounded } = bounds;
    const between = (of: (i: number, j: number) => number) => (i: number, j: number) => of(own[i]!, own[j]!);
    const part: TotalBounds = {
      low: pick(low, own),
      high: pick(high, own),
      unranked: pick(unranked, own),
      ...(behind && { behind: pick(behind, own) }),
      ...(pair && { pair: between(pair) }),
      ...(pairAnywhere && { pairAnywhere: between(pairAnywhere) }),
      unbounded,
    };
    return new Places({ bounds: boundsOfStanding(part, standing), members: rows.length, order, decimals });
  }
}

function pick<T extends Float64Array | Uint8Array | Int32Array>(array: T, at: Int32Array): T {
  const out = array.slice(0, at.length) as T;
  at.forEach((from, to) => (out[to] = array[from]!));
  return out;
}

function partOfAdjusted(adjusted: AdjustResult, own: Int32Array): AdjustResult {
  return {
    totals: pick(adjusted.totals, own),
    changes: adjusted.changes.map((change) => pick(change, own)),
    bonus: pick(adjusted.bonus, own),
    deduction: pick(adjusted.deduction, own),
    unranked: pick(adjusted.unranked, own),
    behind: pick(adjusted.behind, own),
    vetoed: new Map(
      Array.from(own).flatMap((from, to) => {
        const vetoes = adjusted.vetoed.get(from);
        return vetoes ? [[to, vetoes] as const] : [];
      }),
    ),
    problems: adjusted.problems,
  };
}
