import Big from 'big.js';
import { compareRatio, divideRatio, multiplyRatio, ratioOf, subtractRatio, type Ratio } from '../decimal';
import { exactly, isIdle, type Bounds } from '../measure/bounds';
import { told } from '../measure/derivations/chosen-rows';
import type { Series } from '../measure/series';
import { scaled } from '../units/factor';
import type { Limit } from '../pack/parts';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import { measureWords } from '../words/measure';
import { numberOf, type JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import { edges, type Edged } from '../limit/edge';
import { boundsKeep, limitOf, ratioKeeps, rowKeeps, rowMayKeep, type ResolvedLimit } from '../limit/limit';
import { boundsOf, measuredBy } from './measured';
import { showBounds, showFigure, showLimits, showRatio } from '../limit/show';

type TargetRule = RuleOf<'target'> | RuleOf<'count_target'>;

/** A number of names that a sentence can carry. */
const NAMES_SHOWN = 8;

const HUNDRED = ratioOf(100);

interface Measured {
  readonly subject: string;
  readonly title: string;
  readonly value: Ratio | undefined;
  /** What the value can be where it is not known. */
  readonly bounds: Bounds;
  readonly why: string;
  readonly cells: readonly string[];
  /** Cells that settle what is open. */
  readonly settle: readonly string[];
  readonly said: readonly string[];
  readonly unit: string;
}

/** A value to be reached by a year: reached is green, on the way is yellow, missed when the year has come is red. */
export function judgeTarget(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'target'>): void {
  const { figures } = context;
  const unset = unsetGoal(context, rule);
  if (unset !== undefined) return verdicts.missingForAll(words.parameterUnset(unset));
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series, factor, unit, table } = measured;
  for (let row = 0; row < series.values.length; row++) {
    if (!applies(context, verdicts, table, row, () => series.cells(row))) continue;
    const subject = figures.subject(series.frame, row);
    const value = scaled(series.exact(row), factor);
    judgeGoal(
      context,
      verdicts,
      rule,
      { table, row },
      {
        subject,
        title: series.title,
        value,
        bounds: value ? exactly(value) : boundsOf(measured, row),
        why: series.missing(row),
        cells: series.cells(row),
        settle: series.gaps(row),
        said: [],
        unit,
      },
    );
  }
}

/** Title of a number of the goal that the document leaves open and nobody has set: nothing can be said of anyone then. */
function unsetGoal({ figures, pack }: JudgeContext, { goal }: TargetRule): string | undefined {
  for (const one of [goal.year, ...edges.map((edge) => goal[edge])]) {
    if (typeof one === 'object' && 'parameter' in one && !figures.settings.parameters.has(one.parameter))
      return pack.parameters[one.parameter]?.title ?? one.parameter;
  }
  return undefined;
}

/** How many rows pass a limit, against a wanted number by a year. */
export function judgeCountTarget(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'count_target'>): void {
  const { figures } = context;
  const unset = unsetGoal(context, rule);
  if (unset !== undefined) return verdicts.missingForAll(words.parameterUnset(unset));
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series, factor, unit, table } = measured;
  const passing: number[] = [];
  // Rows that may pass: their figure or a limit is missing, or it is open whether they count at all.
  const undecided: number[] = [];
  const settle: string[] = [];
  const why: string[] = [];
  for (let row = 0; row < series.values.length; row++) {
    const membership = table === undefined ? 'in' : figures.membership(rule.for, table, row);
    if (membership === 'out') continue;
    const limits = (limit: Limit): ResolvedLimit => limitOf(figures, limit, table, row, unit);
    const holds = rowKeeps(rule, series, row, limits, factor) ?? rowMayKeep(rule, series, row, limits, factor);
    if (holds === false) continue;
    if (holds && membership === 'in') {
      passing.push(row);
      continue;
    }
    undecided.push(row);
    const open = membership === 'open' ? figures.openCells(rule.for, table!, row) : [];
    settle.push(...open, ...series.gaps(row));
    why.push(membership === 'open' ? measureWords.openRow(figures.subject(series.frame, row), open) : series.missing(row));
  }
  const [low, high] = [ratioOf(passing.length), ratioOf(passing.length + undecided.length)];
  judgeGoal(
    context,
    verdicts,
    rule,
    { table: undefined, row: 0 },
    {
      subject: context.pack.jurisdiction.name,
      title: rule.title,
      value: undecided.length === 0 ? low : undefined,
      bounds: { low, high },
      why: told(why.filter((part) => part !== '')),
      cells: passing.flatMap((row) => series.cells(row)),
      settle: [...new Set(settle)],
      said: [
        words.counted(passing.length, namesOf(context, series, passing)),
        ...(undecided.length > 0 ? [words.uncounted(undecided.length, namesOf(context, series, undecided))] : []),
      ],
      unit: rule.goal.unit,
    },
  );
}

function namesOf(context: JudgeContext, series: Series, rows: readonly number[]): string {
  const names = rows
    .slice(0, NAMES_SHOWN)
    .map((row) => context.figures.subject(series.frame, row))
    .join('、');
  return rows.length > NAMES_SHOWN ? words.andMore(names, rows.length) : names;
}

function judgeGoal(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: TargetRule,
  place: { table: string | undefined; row: number },
  measured: Measured,
): void {
  const { subject, title, value, bounds, unit, cells, settle } = measured;
  const { units } = context.figures;
  const year = numberOf(context, rule.goal.year);
  if (year === undefined) return verdicts.missing(subject, words.parameterUnset(parameterTitle(context, rule.goal.year)));
  const limits = (limit: Limit): ResolvedLimit => limitOf(context.figures, limit, place.table, place.row, unit);
  const { over, at_least, under, at_most, equals } = rule.goal;
  const edged: Edged = { over, at_least, under, at_most, equals };
  const given = edges.flatMap((edge) => edged[edge] ?? []).map(limits);
  const gap = given.find((limit) => 'why' in limit);
  const goals = given.flatMap((limit) => ('why' in limit ? [] : [limit]));
  const exacts = goals.map(({ exact }) => exact);
  const shown = value ? showFigure(units, value, unit, exacts) : showBounds(units, bounds, unit, exacts);
  const isOpen = !value && boundsKeep(edged, bounds, limits) === undefined;
  if (shown === undefined || (isOpen && isIdle(bounds, unit))) return verdicts.missing(subject, measured.why, cells, { settle });
  const seen = (name: string): string => (value ? words.target(name, title, shown) : words.valueBetween(name, title, shown));
  if (gap && 'why' in gap) return verdicts.missing(subject, `${seen('')}；${gap.why}`, cells, { settle });

  const holds = value ? ratioKeeps(edged, value, limits) : boundsKeep(edged, bounds, limits);
  const limit = showLimits(units, edged, unit, limits);
  const more = { cells: [...cells, ...goals.flatMap((goal) => goal.cells)], value: shown, limit };
  if (holds === undefined) {
    const open = [seen(''), ...measured.said, words.goal(year, limit), measured.why, words.notProven];
    return verdicts.missing(subject, open.filter((part) => part !== '').join('，'), more.cells, {
      settle,
      value: shown,
      limit,
    });
  }
  const said = [
    seen(subject),
    ...measured.said,
    words.goal(year, limit),
    ...(value ? progress(context, rule, value, exacts[0]!, holds, limits, unit, year) : [words.holdsHowever]),
  ];
  const { dataYear } = context;
  const onTheWay = { ...more, word: words.onTheWay, consequence: undefined };
  const open = (why: string): void => verdicts.missing(subject, [...said, why].join('，'), more.cells, { value: shown, limit });
  if (dataYear.doubt !== undefined) open(dataYear.doubt);
  else if (holds) verdicts.add(subject, 'met', [...said, words.reached], more);
  else if (context.latestYear < year) verdicts.add(subject, 'explain', [...said, words.notYet(year)], onTheWay);
  else if (dataYear.year === undefined) open(words.yearUnknown);
  else if (dataYear.year === year && dataYear.part !== undefined)
    verdicts.add(subject, 'explain', [...said, words.yearNotFull(year, dataYear.part)], onTheWay);
  else verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.notReached], more);
}

const parameterTitle = (context: JudgeContext, year: number | { readonly parameter: string }): string =>
  typeof year === 'number' ? String(year) : (context.pack.parameters[year.parameter]?.title ?? year.parameter);

/**
 * Share of the way from baseline to goal, and the share that an even pace would have made by now (ours, and said so). A value that has not
 * left its baseline, or moved away from the goal, has made no part of the way: it is compared in words.
 */
function progress(
  context: JudgeContext,
  rule: TargetRule,
  value: Ratio,
  goal: Ratio,
  isReached: boolean,
  limits: (limit: Limit) => ResolvedLimit,
  unit: string,
  year: number,
): string[] {
  if (!rule.baseline) return [];
  const from = numberOf(context, rule.baseline.year);
  const start = limits(rule.baseline.value);
  if (from === undefined || 'why' in start) return [];
  const said = [words.baseline(from, showFigure(context.figures.units, start.exact, unit))];
  const way = divideRatio(subtractRatio(value, start.exact), subtractRatio(goal, start.exact));
  if (isReached || !way) return said;
  if (way.num.lte(0)) said.push(words.againstBaseline(compareRatio(value, start.exact)));
  else if (compareRatio(way, ratioOf(1)) < 0) said.push(words.progress(showRatio(multiplyRatio(way, HUNDRED), [HUNDRED])));
  const dataYear = context.dataYear.year;
  if (dataYear === undefined || context.dataYear.part !== undefined) return said;
  const passed = Math.min(dataYear, year) - from;
  if (year > from && passed >= 0 && dataYear < year)
    said.push(words.pace(showRatio({ num: new Big(passed * 100), den: new Big(year - from) })));
  return said;
}
