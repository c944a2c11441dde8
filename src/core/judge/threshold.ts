import { isIdle, UNBOUNDED, type Bounds } from '../measure/bounds';
import { scaled } from '../units/factor';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import { chosenMeasure, type JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import { yesAnswers } from './yes-answers';
import { cellOf, ownReference, titleOfColumn } from './place';
import { boundsKeep, rowKeeps } from '../limit/limit';
import { limitsByRow, type RowLimits } from '../limit/row-limits';
import { boundsOf, measuredBy, type MeasuredFigure } from './measured';
import { showBounds, showFigure } from '../limit/show';

/** A value against a limit, row by row. Missing the limit of a general or guiding clause asks for an explanation (yellow), never red. */
export function judgeThreshold(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'threshold'>): void {
  const open = unsetParameterOf(context, rule);
  if (open !== undefined)
    return rule.unset === 'off'
      ? verdicts.off(open)
      : verdicts.missingForAll(words.parameterUnset(context.pack.parameters[open]?.title ?? open));
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const limits = limitsByRow(context.figures, rule, measured.table, measured.unit);
  for (let row = 0; row < measured.series.values.length; row++) {
    if (applies(context, verdicts, measured.table, row, () => measured.series.cells(row)))
      judgeRow(context, verdicts, rule, measured, limits(row), row);
  }
}

/** Key of the first parameter that the measure or a limit needs and that nobody has set. */
function unsetParameterOf(context: JudgeContext, rule: RuleOf<'threshold'>): string | undefined {
  const { figures } = context;
  const chosen = chosenMeasure(context, rule.measure);
  if ('unset' in chosen) return chosen.unset;
  for (const limit of [rule.over, rule.at_least, rule.under, rule.at_most, rule.equals]) {
    if (typeof limit === 'object' && 'parameter' in limit && !figures.settings.parameters.has(limit.parameter)) return limit.parameter;
  }
  return undefined;
}

function judgeRow(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: RuleOf<'threshold'>,
  measured: MeasuredFigure,
  limits: RowLimits,
  row: number,
): void {
  const { figures } = context;
  const { series, factor, unit, table } = measured;
  const subject = figures.subject(series.frame, row);
  const qualify = rule.effect === 'qualify';
  const isKnown = !Number.isNaN(series.values[row] ?? NaN);
  const bounds = isKnown ? UNBOUNDED : boundsOf(measured, row);
  const holds = isKnown ? rowKeeps(rule, series, row, limits.of, factor) : boundsKeep(rule, bounds, limits.of);
  if (holds === undefined) return tellOpen(context, verdicts, measured, limits, row, bounds, rule.inferred);
  if (qualify && !holds) return;

  const answers = table === undefined ? { no: [], unknown: [], cells: [] } : yesAnswers(context, rule.and_yes, table, row);
  if (qualify && answers.no.length > 0) return;
  const exact = isKnown ? scaled(series.exact(row), factor) : undefined;
  const value = exact ? showFigure(figures.units, exact, unit, limits.exact) : showBounds(figures.units, bounds, unit, limits.exact);
  const limit = rule.inferred ? words.inferred(limits.shown) : limits.shown;
  const required = (rule.inferred ? words.inferredLimit : words.required)(limits.shown);
  const cells = [...series.cells(row), ...answers.cells, ...limits.cells];
  const said = exact
    ? [words.value(subject, series.title, value!), required]
    : [words.valueBetween(subject, series.title, value!), required, words.holdsHowever];
  const shown = { cells, value, limit };

  if (holds && answers.unknown.length > 0) {
    return verdicts.missing(subject, answers.unknown.map(words.alsoMissing).join('；'), cells);
  }
  if (holds && answers.no.length === 0) {
    const also =
      rule.and_yes.length > 0
        ? [words.alsoYes(rule.and_yes.map((column) => titleOfColumn(context, ownReference(context, column, table))))]
        : [];
    const met = qualify ? words.qualifies : rule.inferred ? words.asInferred : words.meets;
    return verdicts.add(subject, 'met', [...said, ...also, met], {
      ...shown,
      word: qualify ? words.qualified : rule.inferred ? words.inferredMet : words.status.met,
      ...(qualify && { consequence: rule.consequence }),
    });
  }
  if (!holds && rule.exception !== undefined && table !== undefined) {
    const approved = figures.textAt(table, row, ownReference(context, rule.exception, table));
    if (approved?.text === '是') {
      return verdicts.add(subject, 'met', [...said, words.hasException], {
        ...shown,
        word: words.exception,
        cells: [...cells, cellOf(approved.cell)],
      });
    }
  }
  const failed = holds ? [...answers.no.map(words.alsoNo), missed(rule)] : [missed(rule), ...answers.no.map(words.alsoNo)];
  verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, ...failed], {
    ...shown,
    ...(rule.inferred && { word: words.inferredUnmet }),
  });
}

/** What missing the limit means, by how firmly the text sets it. */
function missed({ inferred, severity }: RuleOf<'threshold'>): string {
  if (inferred) return words.againstInferred;
  return severity === 'binding' ? words.misses : severity === 'general' ? words.missesGeneral : words.missesGuidance;
}

/** The value or a limit is missing, and what there is does not decide it: what is known, and the cells that settle it. */
function tellOpen(
  { figures }: JudgeContext,
  verdicts: Verdicts,
  { series, unit }: MeasuredFigure,
  limits: RowLimits,
  row: number,
  bounds: Bounds,
  inferred: boolean,
): void {
  const gaps = [series.missing(row), ...limits.all.map((gap) => ('why' in gap ? gap.why : ''))].filter((part) => part !== '').join('；');
  const saysNothing = limits.shown === '' || isIdle(bounds, unit) || series.refused?.includes(row) === true;
  const between = saysNothing ? undefined : showBounds(figures.units, bounds, unit, limits.exact);
  const why =
    between === undefined
      ? gaps
      : [words.valueBetween('', series.title, between), (inferred ? words.inferredLimit : words.required)(limits.shown), gaps].join('，');
  verdicts.missing(figures.subject(series.frame, row), why, series.cells(row), {
    settle: [...series.gaps(row), ...limits.all.flatMap((gap) => ('why' in gap ? (gap.gaps ?? []) : []))],
    ...(between !== undefined && { value: between, limit: inferred ? words.inferred(limits.shown) : limits.shown }),
  });
}
