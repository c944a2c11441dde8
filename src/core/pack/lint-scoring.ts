import { lintMethod } from '../score/methods/index';
import { own } from '../own';
import { packWords as words } from '../words/pack';
import type { LintBook } from './lint-book';
import { pathOf } from './pack-problem';
import { parametersIn } from './parameters-in';
import type { Filter } from './parts';
import { columnsOf, targetColumn } from './references';
import type { Pack, PackAdjustment, PackRanking } from './schema';

/** Methods, choices, adjustments and rankings: what they name exists and can be what they take it for. */
export function lintScoring(lint: LintBook): void {
  const { scoring, rankings } = lint.pack;
  lint.sources('scoring', scoring);
  const { normalise, over, gaps } = scoring;
  if ('parameter' in normalise) {
    lintChoices(lint, 'scoring.normalise', normalise);
    for (const [choice, method] of Object.entries(normalise.choices))
      lintMethod(method).forEach((what) =>
        lint.refuse('method', 'scoring.normalise', words.bands(`scoring.normalise.${choice}`, what), { word: choice }),
      );
  } else {
    lintMethod(normalise).forEach((what) => lint.refuse('method', 'scoring.normalise', words.bands('scoring.normalise', what)));
  }
  if (typeof over !== 'string') lintChoices(lint, 'scoring.over', over);
  if (gaps && 'as' in gaps) lint.clauses('scoring.gaps', gaps.clause);
  else if (gaps) {
    lintChoices(lint, 'scoring.gaps', gaps);
    lint.parameter('scoring.gaps', gaps.ground, ['text']);
  }
  lintMarks(lint);
  lintAdjustments(lint);
  for (const [key, ranking] of Object.entries(rankings)) {
    lint.sources(`rankings.${key}`, ranking);
    lint.filter(`rankings.${key}`, 'population', ranking.population);
    if (ranking.standard) lintStandard(lint, key);
    lintBy(lint, `rankings.${key}`, ranking);
    lintStanding(lint, `rankings.${key}`, ranking);
  }
  lintTotals(lint);
}

/** Marks add up: nothing else than a weighted arithmetic mean puts them together. */
function lintMarks(lint: LintBook): void {
  const { scoring, dimensions } = lint.pack;
  if (!scoring.marks) return;
  lint.clauses('scoring.marks', scoring.marks.clause);
  const others = Object.entries(dimensions).filter(([, { aggregate }]) => aggregate && aggregate.method !== 'weighted_arithmetic');
  if (scoring.aggregate.method !== 'weighted_arithmetic') lint.refuse('marks', 'scoring.marks', words.marksNotSummed('scoring.aggregate'));
  for (const [key] of others) lint.refuse('marks', `dimensions.${key}`, words.marksNotSummed(`dimensions.${key}.aggregate`));
}

/** What is ranked by one dimension or indicator names one that is there, and that no other document scores. */
function lintBy(lint: LintBook, at: string, { by, standard }: Pick<PackRanking, 'by' | 'standard'>): void {
  if (by === undefined) return;
  const { dimensions, indicators, indicator_import: imported } = lint.pack;
  const known = [...Object.keys(dimensions), ...Object.keys(indicators)];
  if (standard || (!known.includes(by) && !imported))
    lint.refuse('unknown-by', at, words.unknownBy(at, by, standard ? [] : known), { word: by, known });
}

/** Who takes no place, and which earlier totals are averaged with this year's. */
function lintStanding(lint: LintBook, at: string, { unplaced, mean_with: years, standard }: PackRanking): void {
  if (unplaced && typeof unplaced['parameter'] === 'string') lint.parameter(at, unplaced['parameter'], ['text']);
  else if (unplaced) lint.filter(at, 'unplaced', unplaced as Filter);
  for (const { table, column } of years ?? []) lint.column(at, table, column);
  if (years && standard) lint.refuse('one-of', at, words.oneOf(at, 'mean_with、standard'));
}

/** Every choice of the parameter means something, and nothing else is a choice. */
function lintChoices(
  lint: LintBook,
  at: string,
  chosen: { readonly parameter: string; readonly choices: Readonly<Record<string, unknown>> },
): void {
  Object.keys(chosen.choices).forEach((choice) => lint.choice(at, chosen.parameter, choice));
  const left = (own(lint.pack.parameters, chosen.parameter)?.choices ?? []).filter((choice) => !Object.hasOwn(chosen.choices, choice));
  if (left.length > 0)
    lint.refuse('choice-without-meaning', at, words.choiceWithoutMeaning(at, chosen.parameter, left.join('、')), { word: 'choices' });
}

function lintAdjustments(lint: LintBook): void {
  lint.pack.scoring.adjustments.forEach((adjustment, index) => {
    const at = `scoring.adjustments[${index}]`;
    lint.clauses(at, adjustment.clause);
    lintAmounts(lint, at, adjustment);
    switch (adjustment.kind) {
      case 'limit':
        lintTogether(lint, at, adjustment.on, adjustment.cap, adjustment.floor);
        return;
      case 'veto': {
        if (adjustment.effect === 'keep' && adjustment.bars.length === 0)
          lint.refuse('bars-nothing', at, words.barsNothing(at), { word: 'effect' });
        if (!lint.reference(at, adjustment.column)) return;
        const column = targetColumn(lint.pack, adjustment.column);
        if (column === undefined || column.kind === 'number' || column.kind === 'date')
          lint.refuse('filter-kind', at, words.filterKind(at, adjustment.column, column?.kind), { word: adjustment.column });
        else lint.accepted(at, [...pathOf(at), 'when'], adjustment.column, column, adjustment.when);
        return;
      }
      case 'coefficient':
        lint.limit(at, adjustment.by, '倍');
        return;
      case 'rescale':
        return;
      case 'places':
        lintPlaces(lint, at, adjustment);
        return;
      default:
        lint.figure(at, adjustment.measure);
    }
  });
}

/** Amounts that the department sets are numbers of points; only the ends of a total may be below 0. */
function lintAmounts(lint: LintBook, at: string, adjustment: PackAdjustment): void {
  if (adjustment.kind === 'coefficient') return;
  const maySink = adjustment.kind === 'limit' && !adjustment.on;
  for (const parameter of parametersIn(adjustment)) {
    lint.limit(at, { parameter }, '分');
    const declared = own(lint.pack.parameters, parameter);
    if (declared && !maySink && !((declared.at_least ?? -1) >= 0))
      lint.refuse('points-below-zero', at, words.pointsBelowZero(at, parameter), { word: parameter });
  }
}

/** Points for places: by a list or by places gained, of groups that a column names. */
function lintPlaces(lint: LintBook, at: string, { by, within, points, gained }: Extract<PackAdjustment, { kind: 'places' }>): void {
  if ((points === undefined) === (gained === undefined)) lint.refuse('one-of', at, words.oneOf(at, 'points、gained'));
  lintBy(lint, at, { by });
  const column = within === undefined ? undefined : own(columnsOf(lint.pack, lint.pack.main_table), within);
  if (within !== undefined) {
    lint.column(at, lint.pack.main_table, within);
    if (column?.kind === 'number' || column?.kind === 'date')
      lint.refuse('filter-kind', at, words.filterKind(at, within, column.kind), { word: within });
  }
  if (points && !Array.isArray(points)) {
    if (within === undefined) lint.refuse('one-of', at, words.groupsWithin(at), { word: 'points' });
    else if (column) Object.keys(points).forEach((group) => lint.accepted(at, [...pathOf(at), 'points'], within, column, group));
  }
  if (!gained) return;
  lint.column(at, gained.table, gained.rank);
  const { points_per: each, steps, cap } = gained;
  if ((each === undefined) === (steps === undefined) || (steps && cap !== undefined))
    lint.refuse('one-of', at, words.oneOf(`${at}.gained`, 'points_per（可加 cap）、steps'));
  const rises = (points: Amount, before: Amount): boolean => typeof points === 'object' || typeof before === 'object' || points > before;
  const fall = steps?.some(
    (step, index) => index > 0 && (step.at_least <= steps[index - 1]!.at_least || !rises(step.points, steps[index - 1]!.points)),
  );
  if (fall) lint.refuse('steps-order', at, words.stepsOrder(at), { word: 'steps' });
}

type Amount = Extract<PackAdjustment, { kind: 'bonus' }>['points_per'];

/** A cap over several bonuses, or over several deductions. */
function lintTogether(
  lint: LintBook,
  at: string,
  on: readonly string[] | undefined,
  cap: Amount | undefined,
  floor: Amount | undefined,
): void {
  if (typeof cap === 'number' && typeof floor === 'number' && floor > cap)
    lint.refuse('range-inverted', at, words.rangeInverted(at), { word: 'floor' });
  if (!on) return;
  const points = lint.pack.scoring.adjustments.flatMap((one) => ('measure' in one ? [one] : []));
  const kinds = new Set(points.filter(({ measure }) => on.includes(measure)).map(({ kind }) => kind));
  const unknown = on.filter((measure) => !points.some((one) => one.measure === measure));
  if (unknown.length > 0 || kinds.size > 1 || !(typeof cap === 'object' || (cap !== undefined && cap > 0)) || floor !== undefined)
    lint.refuse('together', at, words.together(at, unknown), {
      word: unknown[0] ?? 'on',
      ...(unknown.length > 0 && { known: points.map(({ measure }) => measure) }),
    });
}

/** A ranking by another document's standard compares; this pack's lists rest on its own rankings, since its columns pick their subjects. */
function lintStandard(lint: LintBook, ranking: string): void {
  for (const [key, rule] of Object.entries(lint.pack.rules))
    if (rule.kind === 'position' && rule.ranking === ranking)
      lint.refuse('list-by-standard', `rules.${key}`, words.listByStandard(`rules.${key}`, ranking), { word: ranking });
}

/** Whether two filters can pass one row: no column is asked for values of which none is the same. */
function canMeet(one: Filter, other: Filter): boolean {
  return Object.entries(one).every(([column, wanted]) => {
    const also = own(other, column);
    return also === undefined || wanted.some((value) => also.includes(value));
  });
}

/** Rankings that each score their own members, and may share some of them: a zone would have two totals. */
function lintTotals(lint: LintBook): void {
  if (lint.pack.scoring.over !== 'ranking') return;
  const rankings = Object.entries<Pack['rankings'][string]>(lint.pack.rankings).filter(([, { standard }]) => !standard);
  rankings.forEach(([key, { population = {} }], index) => {
    const other = rankings.slice(0, index).find(([, before]) => canMeet(population, before.population ?? {}));
    if (other) lint.warn('two-totals', `rankings.${key}`, words.twoTotals(`rankings.${other[0]}`, `rankings.${key}`));
  });
}
