import { compareRatio, subtractRatio, type Order, type Ratio } from '../decimal';
import { limitOf } from '../limit/limit';
import { showBounds, showChange, showFigure, showSpan } from '../limit/show';
import { exactly, isIdle, mapBounds, UNBOUNDED, type Bounds } from '../measure/bounds';
import type { Lack } from '../measure/lack';
import { lacksOf } from '../measure/lacks-of';
import type { Series } from '../measure/series';
import type { RuleOf } from '../pack/rule-schema';
import { chosenReference } from '../parameters/parameter-sheet';
import { scaled, type Factor } from '../units/factor';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import { boundsOf, measuredBy } from './measured';
import { applies, type Verdicts } from './verdicts';

type TrendRule = RuleOf<'trend'>;

/** What this year is compared with. */
interface Earlier {
  readonly series: Series;
  readonly factor: Factor;
  readonly period: 'previous' | 'base';
  /** Why the two are shown and not judged: the year that the document means is not there, or it is not settled which years they are. */
  readonly shownOnly: string | undefined;
}

/**
 * This year against last year, or against the base that the document means, compared strictly: better is green, the same is yellow (持平)
 * unless the rule says otherwise, worse is red or yellow by severity.
 */
export function judgeTrend(context: JudgeContext, verdicts: Verdicts, rule: TrendRule): void {
  judgeFigure(context, verdicts, rule);
  // What lacks for the rows themselves lacks for their sum, and is said once.
  if (rule.together !== undefined && !context.silent.has(verdicts.id))
    judgeFigure(context, verdicts, { ...rule, measure: rule.together, severity: 'guidance' });
}

function judgeFigure(context: JudgeContext, verdicts: Verdicts, rule: TrendRule): void {
  const { figures } = context;
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series: now, unit, factor: nowFactor, table, plain } = measured;
  const measure = chosenReference(figures.settings, rule.measure)!;
  const earlier = earlierOf(context, rule, measure, unit);
  if ('why' in earlier) return verdicts.missingForAll(earlier.why, earlier.lacks);
  const { series: before, period } = earlier;
  const up = wantsUp(context, rule, measure);

  for (let row = 0; row < now.values.length; row++) {
    const counted = now.counted?.(row);
    if (now.counted ? counted === undefined : !applies(context, verdicts, table, row, () => now.cells(row))) continue;
    const name = figures.subject(now.frame, row);
    const subject = counted === undefined ? name : words.together(name, counted, context.pack.subject);
    const then = table === undefined ? 0 : figures.rowByKey(table, name, period);
    const countedThen = then === undefined ? undefined : before.counted?.(then);
    if (then !== undefined && countedThen !== counted) {
      verdicts.missing(subject, words.countedOtherwise(words.against[period], countedThen), [...now.cells(row), ...before.cells(then)]);
      continue;
    }
    const value = scaled(now.exact(row), nowFactor);
    const base = then === undefined ? undefined : scaled(before.exact(then), earlier.factor);
    const cells = [...now.cells(row), ...(then === undefined ? [] : before.cells(then))];
    const year = words.against[period];
    if (!value || !base) {
      const why = [now.missing(row), then === undefined ? words.notIn(year, subject) : before.missing(then)]
        .filter((part) => part !== '')
        .join('；');
      const settle = [...now.gaps(row), ...(then === undefined ? [] : before.gaps(then))];
      const bounds = {
        now: value ? exactly(value) : boundsOf(measured, row),
        then: base
          ? exactly(base)
          : then === undefined || plain
            ? UNBOUNDED
            : mapBounds(before.bounds(then), (one) => scaled(one, earlier.factor)),
      };
      judgeBetween(context, verdicts, rule, {
        subject,
        title: now.title,
        year,
        why,
        cells,
        settle,
        bounds,
        unit,
        up,
        isOpen: earlier.shownOnly !== undefined,
      });
      continue;
    }
    const shown = { now: showFigure(figures.units, value, unit, [base]), before: showFigure(figures.units, base, unit, [value]) };
    const said = [words.trend(subject, now.title, year, shown.now, shown.before)];
    const more = { cells, value: shown.now, limit: shown.before };
    const change = subtractRatio(value, base);
    if (earlier.shownOnly !== undefined)
      verdicts.add(subject, 'missing', [...said, changed(context, change, unit), earlier.shownOnly], { ...more, word: words.notJudged });
    else if (rule.marked_change) judgeMarked(context, verdicts, rule, { subject, said, more, change, up, unit });
    else tellOrder(verdicts, rule, compareRatio(value, base), up, { subject, said, more, year });
  }
}

/** The series and unit that this year is compared with, or why there is none. */
function earlierOf(
  { figures, pack, dataYear }: JudgeContext,
  rule: TrendRule,
  measure: string,
  unit: string,
): Earlier | { readonly why: string; readonly lacks: readonly Lack[] } {
  const base = rule.against === 'base' ? figures.series(measure, 'base') : undefined;
  const noBase = base?.absent === undefined ? undefined : words.noBase(figures.sheetOf(pack.main_table, 'base'));
  const shownOnly = dataYear.doubt === undefined ? noBase : words.yearDoubtful(dataYear.doubt);
  const period = base === undefined || noBase !== undefined ? 'previous' : 'base';
  const series = period === 'base' ? base! : figures.series(measure, 'previous');
  if (series.absent !== undefined)
    return { why: base?.absent ?? series.absent, lacks: lacksOf(figures, measure, base?.absent === undefined ? 'previous' : 'base') };
  const factor = series.unit === undefined ? undefined : figures.units.factor(series.unit, unit);
  if (!factor) return { why: series.unit === undefined ? words.unitUnstated(series.title) : words.unitOf(series.title), lacks: [] };
  return { series, factor, period, shownOnly };
}

interface Told {
  readonly subject: string;
  readonly said: readonly string[];
  readonly more: { readonly cells: readonly string[]; readonly value: string; readonly limit: string };
}

function tellOrder(
  verdicts: Verdicts,
  rule: TrendRule,
  order: Order,
  up: boolean,
  { subject, said, more, year }: Told & { year: string },
): void {
  if (order === 0 && rule.even === 'explain')
    verdicts.add(subject, 'explain', [...said, words.same(year)], { ...more, word: words.even, consequence: undefined });
  else if (order !== 0 && order > 0 === up) verdicts.add(subject, 'met', [...said, words.asWanted(year, order > 0)], more);
  else
    verdicts.add(
      subject,
      rule.severity === 'binding' ? 'unmet' : 'explain',
      [
        ...said,
        order === 0 ? words.sameUnwanted(year) : (rule.together === rule.measure ? words.sumAgainst : words.againstWanted)(year, order > 0),
      ],
      more,
    );
}

interface Between {
  readonly subject: string;
  readonly title: string;
  readonly year: string;
  readonly why: string;
  readonly cells: readonly string[];
  readonly settle: readonly string[];
  readonly bounds: { readonly now: Bounds; readonly then: Bounds };
  readonly unit: string;
  readonly up: boolean;
  /** Nothing is judged whatever the bounds say. */
  readonly isOpen: boolean;
}

/** One of the two years is not known exactly: judged where every value between the bounds gives the same order. */
function judgeBetween({ figures }: JudgeContext, verdicts: Verdicts, rule: TrendRule, between: Between): void {
  const { subject, title, year, why, cells, settle, unit, up } = between;
  const { now, then } = between.bounds;
  const shown = { now: showBounds(figures.units, now, unit), before: showBounds(figures.units, then, unit) };
  if (shown.now === undefined || shown.before === undefined) return verdicts.missing(subject, why, cells, { settle });
  const least: Order = now.low && then.high ? compareRatio(now.low, then.high) : -1;
  const greatest: Order = now.high && then.low ? compareRatio(now.high, then.low) : 1;
  const both = words.trendBetween('', title, year, shown.now, shown.before);
  const more = { cells, value: showSpan(figures.units, now, unit)!, limit: showSpan(figures.units, then, unit)! };
  if (least !== greatest || rule.marked_change || between.isOpen) {
    const idle = { now: isIdle(now, unit), then: isIdle(then, unit) };
    if (!idle.now && !idle.then) return verdicts.missing(subject, [both, why].join('，'), cells, { ...more, settle });
    return verdicts.missing(subject, why, cells, {
      settle,
      ...(!idle.now && { value: more.value }),
      ...(!idle.then && { limit: more.limit }),
    });
  }
  tellOrder(verdicts, rule, least, up, {
    subject,
    said: [words.trendBetween(subject, title, year, shown.now, shown.before), words.holdsHowever],
    more,
    year,
  });
}

const changed = ({ figures }: JudgeContext, change: Ratio, unit: string | undefined): string =>
  words.change(`${change.num.gt(0) ? '+' : ''}${showChange(figures.units, change, unit)}`);

function wantsUp(context: JudgeContext, rule: TrendRule, measure: string): boolean {
  if (rule.must !== 'improve') return rule.must === 'increase';
  const indicator = Object.entries(context.pack.indicators).find(
    ([key, declared]) => chosenReference(context.figures.settings, declared.measure ?? key) === measure,
  );
  return indicator?.[1].direction === 'higher_is_better';
}

interface Marked extends Told {
  readonly change: Ratio;
  readonly up: boolean;
  readonly unit: string | undefined;
}

/** "明显提高": how much is not in the text, so only the user's own number can judge it. */
function judgeMarked(context: JudgeContext, verdicts: Verdicts, rule: TrendRule, { subject, said, more, change, up, unit }: Marked): void {
  const wanted = rule.marked_change!;
  const amount = changed(context, change, unit);
  const limit = limitOf(context.figures, wanted, undefined, 0);
  if ('why' in limit) {
    verdicts.add(
      subject,
      'missing',
      [...said, amount, words.markedUnset(context.pack.parameters[wanted.parameter]?.title ?? wanted.parameter)],
      { ...more, word: words.notJudged },
    );
    return;
  }
  const towards = up ? change : { num: change.num.neg(), den: change.den };
  const reached = compareRatio(towards, limit.exact) >= 0 && towards.num.gt(0);
  const shownLimit = showChange(context.figures.units, limit.exact, unit);
  if (reached) verdicts.add(subject, 'met', [...said, amount, words.markedMet(shownLimit, up)], more);
  else verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, amount, words.markedUnmet(shownLimit, up)], more);
}
