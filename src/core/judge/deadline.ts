import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import { isDecided } from './finding';
import { numberOf, type JudgeContext } from './judge-context';
import { applies, type Verdicts } from './verdicts';
import { yesAnswers } from './yes-answers';
import { cellOf, ownReference } from './place';
import { addDays, addMonths, daysBetween } from './calendar';
import { addWorkingDays, knownYears } from './working-days';

type DeadlineRule = RuleOf<'deadline'>;

interface DateFound {
  readonly date: string;
  readonly cells: readonly string[];
}

/** A subject that a deadline runs for; table and row where the rule reads columns of it. */
interface Runner {
  readonly subject: string;
  readonly table: string | undefined;
  readonly row: number;
}

/** Event + term → date. Not reached is yellow, done in time is green, overdue is red; what the text leaves open is grey. */
export function judgeDeadline(context: JudgeContext, verdicts: Verdicts, rule: DeadlineRule): void {
  const term = rule.days ?? rule.months ?? rule.years!;
  const length = numberOf(context, term);
  const runners = runnersOf(context, verdicts, rule);
  if (length === undefined && runners.length > 0) {
    const parameter = typeof term === 'number' ? '' : (context.pack.parameters[term.parameter]?.title ?? term.parameter);
    const why = words.termUnknown(parameter);
    return rule.when_found_by === undefined
      ? verdicts.missingForAll(why)
      : verdicts.missingForThese(
          why,
          runners.map(({ subject }) => subject),
        );
  }
  for (const runner of runners) judgeRunner(context, verdicts, rule, length!, runner);
}

function runnersOf(context: JudgeContext, verdicts: Verdicts, rule: DeadlineRule): Runner[] {
  const { figures, pack } = context;
  const table = tableOf(context, rule);
  const rowsOf = (name: string): number | undefined => figures.rowByKey(table ?? pack.main_table, name);
  if (rule.when_found_by !== undefined) {
    const all = context.findingsOf(rule.when_found_by);
    const found = all.filter(isDecided);
    const decided = new Set(found.map(({ subject }) => subject));
    const title = pack.rules[rule.when_found_by]?.title ?? rule.when_found_by;
    for (const { subject, status, certainty, settle, cells } of all) {
      if (status !== 'missing' && certainty === 'possible' && !decided.has(subject) && rowsOf(subject) !== undefined)
        verdicts.missing(subject, words.dependsOn(title), cells, { settle });
    }
    return [...new Set(found.map(({ subject }) => subject))].map((subject) => ({
      subject,
      table: table ?? pack.main_table,
      row: rowsOf(subject) ?? -1,
    }));
  }
  if (table === undefined) return [{ subject: pack.jurisdiction.name, table: undefined, row: 0 }];
  return Array.from({ length: figures.rowsOf({ table }) }, (_, row) => row)
    .filter((row) => applies(context, verdicts, table, row))
    .map((row) => ({ subject: figures.subject({ table }, row), table, row }));
}

/** The table whose columns the rule reads, where it reads any. */
function tableOf(context: JudgeContext, rule: DeadlineRule): string | undefined {
  const columns = [rule.event, rule.done].flatMap((source) => (source && 'column' in source ? [source.column] : []));
  const reference = columns[0];
  if (reference === undefined) return undefined;
  return reference.includes('.') ? reference.slice(0, reference.indexOf('.')) : context.pack.main_table;
}

function dateOf(context: JudgeContext, source: DeadlineRule['event'], { table, row }: Runner): DateFound | undefined {
  if ('date' in source) return { date: source.date, cells: [] };
  if ('parameter' in source) {
    const set = context.figures.settings.parameters.get(source.parameter);
    return set === undefined ? undefined : { date: String(set.value), cells: set.cell === undefined ? [] : [set.cell] };
  }
  const found =
    table === undefined || row < 0 ? undefined : context.figures.textAt(table, row, ownReference(context, source.column, table));
  return found === undefined || found.text === '' ? undefined : { date: found.text, cells: [cellOf(found.cell)] };
}

function judgeRunner(context: JudgeContext, verdicts: Verdicts, rule: DeadlineRule, length: number, runner: Runner): void {
  const { subject } = runner;
  const cells: string[] = [];
  if (rule.and_yes.length > 0 && runner.table !== undefined) {
    const answers = yesAnswers(context, rule.and_yes, runner.table, runner.row);
    if (answers.no.length > 0) return;
    if (answers.unknown.length > 0) return verdicts.missing(subject, answers.unknown.map(words.alsoMissing).join('；'), answers.cells);
    cells.push(...answers.cells);
  }
  const event = dateOf(context, rule.event, runner);
  if (!event) return verdicts.missing(subject, words.eventUnknown(rule.event_title), cells);
  cells.push(...event.cells);

  const { date: due, counting } = dueOf(context, rule, event.date, length);
  const said = [words.deadline(subject, rule.event_title, event.date, due, rule.action), ...counting];
  const done = rule.done === undefined ? undefined : dateOf(context, rule.done, runner);
  const odd = done && oddDate(context, rule, event.date, done.date);
  if (odd !== undefined) {
    askDate(context, odd, done!.cells);
    return verdicts.missing(subject, odd, [...cells, ...done!.cells], { settle: done!.cells });
  }
  const more = { cells: [...cells, ...(done?.cells ?? [])], value: due };
  if (done && done.date <= due) verdicts.add(subject, 'met', [...said, words.doneOn(done.date)], { ...more, word: words.done });
  else if (done)
    verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.doneLate(done.date)], {
      ...more,
      word: words.overdue,
    });
  else if (context.asOf <= due) {
    const left = daysBetween(context.asOf, due);
    verdicts.add(subject, 'explain', [...said, left === 0 ? words.dueToday : words.daysLeft(left)], {
      ...more,
      word: words.running,
      consequence: undefined,
    });
  } else
    verdicts.add(subject, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.daysOver(daysBetween(due, context.asOf))], {
      ...more,
      word: words.overdue,
    });
}

/** Why a date of completion cannot be right: nothing is done before its event, nor later than it is looked at. */
function oddDate({ asOf }: JudgeContext, rule: DeadlineRule, event: string, done: string): string | undefined {
  if (done < event) return words.beforeEvent(done, rule.event_title);
  return done > asOf ? words.notYetPossible(done, asOf) : undefined;
}

function askDate({ problems }: JudgeContext, why: string, cells: readonly string[]): void {
  const at = cells[0]?.lastIndexOf('!') ?? -1;
  problems.push({
    severity: 'error',
    code: 'odd-date',
    ...(at > 0 && { sheet: cells[0]!.slice(0, at), cell: cells[0]!.slice(at + 1) }),
    ...words.oddDate(why),
  });
}

/** The last day in time, and how it was counted where that needs saying. */
function dueOf(
  context: JudgeContext,
  rule: DeadlineRule,
  event: string,
  length: number,
): { readonly date: string; readonly counting: readonly string[] } {
  if (rule.days === undefined) return { date: addMonths(event, rule.months === undefined ? length * 12 : length), counting: [] };
  if (!countsWorkingDays(context, rule)) return { date: addDays(event, length), counting: [words.counting.natural] };
  const { date, isKnown } = addWorkingDays(event, length);
  return { date, counting: [isKnown ? words.counting.working : words.counting.weekdays(knownYears)] };
}

function countsWorkingDays(context: JudgeContext, rule: DeadlineRule): boolean {
  if (typeof rule.counting === 'string') return rule.counting === 'working';
  const choice = context.figures.settings.parameters.get(rule.counting.parameter)?.value;
  return choice === words.workingDayChoice;
}
