import { compareRatio, subtractRatio, type Ratio } from '../decimal';
import { scaled } from '../units/factor';
import { limitOf } from '../limit/limit';
import { chosenReference } from '../parameters/parameter-sheet';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import { measuredBy } from './measured';
import { showFigure, showRatio, withUnit } from '../limit/show';

/** This year against last year, compared strictly: better is green, the same is yellow (持平), worse is red or yellow by severity. */
export function judgeTrend(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'trend'>): void {
  const { figures } = context;
  const measured = measuredBy(context, verdicts, rule);
  if (!measured) return;
  const { series: now, unit, factor: nowFactor, table } = measured;
  const measure = chosenReference(figures.settings, rule.measure)!;
  const before = figures.series(measure, 'previous');
  if (before.absent !== undefined) return verdicts.missingForAll(before.absent);
  const beforeFactor = before.unit === undefined ? undefined : figures.units.factor(before.unit, unit);
  if (!beforeFactor)
    return verdicts.missingForAll(before.unit === undefined ? words.unitUnstated(before.title) : words.unitOf(before.title));
  const up = wantsUp(context, rule, measure);

  for (let row = 0; row < now.values.length; row++) {
    if (!applies(context, verdicts, table, row)) continue;
    const subject = figures.subject(now.frame, row);
    const then = table === undefined ? 0 : figures.rowByKey(table, subject, 'previous');
    const value = scaled(now.exact(row), nowFactor);
    const earlier = then === undefined ? undefined : scaled(before.exact(then), beforeFactor);
    const cells = [...now.cells(row), ...(then === undefined ? [] : before.cells(then))];
    if (!value || !earlier) {
      const why = [now.missing(row), then === undefined ? words.noLastYear(subject) : before.missing(then)]
        .filter((part) => part !== '')
        .join('；');
      verdicts.missing(subject, why, cells);
      continue;
    }
    const shown = { now: showFigure(figures.units, value, unit, [earlier]), before: showFigure(figures.units, earlier, unit, [value]) };
    const said = [words.trend(subject, now.title, shown.now, shown.before)];
    const more = { cells, value: shown.now, limit: shown.before };
    const order = compareRatio(value, earlier);
    if (rule.marked_change) judgeMarked(context, verdicts, rule, { subject, said, more, change: subtractRatio(value, earlier), up, unit });
    else if (order === 0) verdicts.add(subject, 'explain', [...said, words.same], { ...more, word: words.even, consequence: undefined });
    else if (order > 0 === up) verdicts.add(subject, 'met', [...said, words.asWanted(order > 0)], more);
    else verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.againstWanted(order > 0)], more);
  }
}

function wantsUp(context: JudgeContext, rule: RuleOf<'trend'>, measure: string): boolean {
  if (rule.must !== 'improve') return rule.must === 'increase';
  const indicator = Object.entries(context.pack.indicators).find(
    ([key, declared]) => chosenReference(context.figures.settings, declared.measure ?? key) === measure,
  );
  return indicator?.[1].direction === 'higher_is_better';
}

interface Marked {
  readonly subject: string;
  readonly said: readonly string[];
  readonly more: { readonly cells: readonly string[]; readonly value: string; readonly limit: string };
  readonly change: Ratio;
  readonly up: boolean;
  readonly unit: string | undefined;
}

/** "明显提高": how much is not in the text, so only the user's own number can judge it. */
function judgeMarked(
  context: JudgeContext,
  verdicts: Verdicts,
  rule: RuleOf<'trend'>,
  { subject, said, more, change, up, unit }: Marked,
): void {
  const wanted = rule.marked_change!;
  const amount = words.change(withUnit(context.figures.units, `${change.num.gt(0) ? '+' : ''}${showRatio(change)}`, unit));
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
  const shownLimit = showFigure(context.figures.units, limit.exact, unit);
  if (reached) verdicts.add(subject, 'met', [...said, amount, words.markedMet(shownLimit)], more);
  else verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, amount, words.markedUnmet(shownLimit)], more);
}
