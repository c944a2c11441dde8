import Big from 'big.js';
import { divideRatio, multiplyRatio, subtractRatio, type Ratio } from '../decimal';
import type { Series } from '../measure/series';
import { scaled } from '../units/factor';
import type { Limit } from '../pack/parts';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import { numberOf, type JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import type { Edged } from '../limit/edge';
import { limitOf, ratioKeeps, rowKeeps, type ResolvedLimit } from '../limit/limit';
import { measuredBy } from './measured';
import { showFigure, showLimits, showRatio } from '../limit/show';

type TargetRule = RuleOf<'target'> | RuleOf<'count_target'>;

/** A number of names that a sentence can carry. */
const NAMES_SHOWN = 8;

interface Measured {
  readonly subject: string;
  readonly title: string;
  readonly value: Ratio | undefined;
  readonly why: string;
  readonly cells: readonly string[];
  readonly said: readonly string[];
  readonly unit: string;
}

/** A value to be reached by a year: reached is green, on the way is yellow, missed when the year has come is red. */
export function judgeTarget(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'target'>): void {
  const { figures } = context;
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series, factor, unit, table } = measured;
  for (let row = 0; row < series.values.length; row++) {
    if (!applies(context, verdicts, table, row)) continue;
    const subject = figures.subject(series.frame, row);
    judgeGoal(
      context,
      verdicts,
      rule,
      { table, row },
      {
        subject,
        title: series.title,
        value: scaled(series.exact(row), factor),
        why: series.missing(row),
        cells: series.cells(row),
        said: [],
        unit,
      },
    );
  }
}

/** How many rows pass a limit, against a wanted number by a year. */
export function judgeCountTarget(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'count_target'>): void {
  const { figures } = context;
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series, factor, unit, table } = measured;
  const passing: number[] = [];
  const gaps: number[] = [];
  for (let row = 0; row < series.values.length; row++) {
    if (table !== undefined && !figures.passes(rule.for, table, row)) continue;
    const holds = rowKeeps(rule, series, row, (limit) => limitOf(figures, limit, table, row, unit), factor);
    if (holds === undefined) gaps.push(row);
    else if (holds) passing.push(row);
  }
  const subject = context.pack.jurisdiction.name;
  judgeGoal(
    context,
    verdicts,
    rule,
    { table: undefined, row: 0 },
    {
      subject,
      title: rule.title,
      value: { num: new Big(passing.length), den: new Big(1) },
      why: '',
      cells: passing.flatMap((row) => series.cells(row)),
      said: [words.counted(passing.length, namesOf(context, series, passing)), ...(gaps.length > 0 ? [words.uncounted(gaps.length)] : [])],
      unit: rule.goal.unit,
    },
    gaps.length > 0,
  );
}

function namesOf(context: JudgeContext, series: Series, rows: readonly number[]): string {
  const names = rows
    .slice(0, NAMES_SHOWN)
    .map((row) => context.figures.subject(series.frame, row))
    .join('、');
  return rows.length > NAMES_SHOWN ? words.andMore(names, rows.length) : names;
}

/** @param lowerBound the value can only grow when missing figures are filled in: an unreached goal is then not proven missed. */
function judgeGoal(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: TargetRule,
  place: { table: string | undefined; row: number },
  measured: Measured,
  lowerBound = false,
): void {
  const year = numberOf(context, rule.goal.year);
  if (year === undefined) return verdicts.missing(measured.subject, words.parameterUnset(parameterTitle(context, rule.goal.year)));
  const limits = (limit: Limit): ResolvedLimit => limitOf(context.figures, limit, place.table, place.row, measured.unit);
  const { over, at_least, under, at_most, equals } = rule.goal;
  const edged: Edged = { over, at_least, under, at_most, equals };
  const gap = [over, at_least, under, at_most, equals]
    .map((limit) => (limit === undefined ? undefined : limits(limit)))
    .find((limit) => limit && 'why' in limit);
  if (!measured.value) return verdicts.missing(measured.subject, measured.why, measured.cells);
  const value = measured.value;
  if (gap && 'why' in gap) {
    const shown = showFigure(context.figures.units, value, measured.unit);
    return verdicts.missing(measured.subject, `${words.target('', measured.title, shown)}；${gap.why}`, measured.cells);
  }
  const goals = [over, at_least, under, at_most, equals].flatMap((limit) =>
    limit === undefined ? [] : [limits(limit) as { exact: Ratio; cells: readonly string[] }],
  );
  const holds = ratioKeeps(edged, value, limits);
  const shown = showFigure(
    context.figures.units,
    value,
    measured.unit,
    goals.map(({ exact }) => exact),
  );
  const limit = showLimits(context.figures.units, edged, measured.unit, limits);
  const said = [
    words.target(measured.subject, measured.title, shown),
    ...measured.said,
    words.goal(year, limit),
    ...progress(context, rule, value, goals[0]!.exact, limits, measured.unit, year),
  ];
  const more = { cells: [...measured.cells, ...goals.flatMap(({ cells }) => cells)], value: shown, limit };
  if (holds) verdicts.add(measured.subject, 'met', [...said, words.reached], more);
  else if (context.dataYear < year)
    verdicts.add(measured.subject, 'explain', [...said, words.notYet(year)], { ...more, word: words.onTheWay, consequence: undefined });
  else if (lowerBound) verdicts.missing(measured.subject, [...said, words.notProven].join('，'), more.cells);
  else verdicts.add(measured.subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.notReached], more);
}

const parameterTitle = (context: JudgeContext, year: number | { readonly parameter: string }): string =>
  typeof year === 'number' ? String(year) : (context.pack.parameters[year.parameter]?.title ?? year.parameter);

/** Share of the way from baseline to goal, and the share that an even pace would have made by now (ours, and said so). */
function progress(
  context: JudgeContext,
  rule: TargetRule,
  value: Ratio,
  goal: Ratio,
  limits: (limit: Limit) => ResolvedLimit,
  unit: string,
  year: number,
): string[] {
  if (!rule.baseline) return [];
  const from = numberOf(context, rule.baseline.year);
  const start = limits(rule.baseline.value);
  if (from === undefined || 'why' in start) return [];
  const way = divideRatio(subtractRatio(value, start.exact), subtractRatio(goal, start.exact));
  const hundred: Ratio = { num: new Big(100), den: new Big(1) };
  const said = [words.baseline(from, showFigure(context.figures.units, start.exact, unit))];
  if (way) said.push(words.progress(showRatio(multiplyRatio(way, hundred))));
  const passed = Math.min(context.dataYear, year) - from;
  if (year > from && passed >= 0 && context.dataYear < year)
    said.push(words.pace(showRatio({ num: new Big(passed * 100), den: new Big(year - from) })));
  return said;
}
