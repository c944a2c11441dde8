import type { Figures } from '../measure/derive';
import type { MeasureRef } from '../pack/parts';
import { chosenReference } from '../parameters/parameter-sheet';
import type { Rule } from '../pack/rule-schema';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import type { RankedPopulation } from '../ranking/population';
import { judgeWords as words } from '../words/judge';
import type { Finding, FindingStatus } from './finding';
import { cellOf, ownReference, titleOfColumn } from './place';

/** What a rule may look at while it judges. */
export interface JudgeContext {
  readonly pack: Pack;
  readonly figures: Figures;
  readonly rankings: ReadonlyMap<string, RankedPopulation>;
  /** YYYY-MM-DD */
  readonly asOf: string;
  /** Year of the figures: the user's 数据年度, else the year of `asOf`. */
  readonly dataYear: number;
  readonly problems: Problem[];
  /** Findings of another rule; worked out on demand, so that rules may stand in any order. */
  findingsOf(rule: string): readonly Finding[];
}

/** Builds the findings of one rule: what all kinds have in common. */
export class Verdicts {
  readonly findings: Finding[] = [];
  private readonly basis: string;

  constructor(
    readonly context: JudgeContext,
    readonly id: string,
    readonly rule: Rule,
    clauses: readonly string[] = rule.clause,
  ) {
    this.basis = words.basis(clauses.map((clause) => ({ place: placeOf(clause), quote: context.pack.clauses[clause] ?? '' })));
  }

  /** @param said parts of the sentence, joined by "，"; clause, consequence and note are added. */
  add(
    subject: string,
    status: FindingStatus,
    said: readonly string[],
    more: Partial<Pick<Finding, 'word' | 'cells' | 'value' | 'limit'>> & {
      consequence?: string | undefined;
      clauses?: readonly string[];
    } = {},
  ): void {
    const { rule } = this;
    const consequence =
      'consequence' in more ? more.consequence : status === 'unmet' || status === 'explain' ? rule.consequence : undefined;
    const clauses = more.clauses ?? rule.clause;
    const basis = more.clauses
      ? words.basis(clauses.map((clause) => ({ place: placeOf(clause), quote: this.context.pack.clauses[clause] ?? '' })))
      : this.basis;
    const note = rule.note === undefined ? '' : words.note(rule.note);
    this.findings.push({
      rule: this.id,
      kind: rule.kind,
      title: rule.title,
      clauses,
      subject,
      status,
      word: more.word ?? words.status[status],
      consequence,
      sentence: `${said.filter((part) => part !== '').join('，')}。${consequence === undefined ? '' : words.consequence(consequence)}${basis}${note}`,
      cells: more.cells ?? [],
      value: more.value,
      limit: more.limit,
    });
  }

  /** A subject that cannot be judged: grey, and why. */
  missing(subject: string, why: string, cells: readonly string[] = []): void {
    this.findings.push({
      rule: this.id,
      kind: this.rule.kind,
      title: this.rule.title,
      clauses: this.rule.clause,
      subject,
      status: 'missing',
      word: words.missingInput,
      consequence: undefined,
      sentence: `${words.missing(subject, this.rule.title, why)}${this.basis}`,
      cells,
      value: undefined,
      limit: undefined,
    });
  }

  /**
   * Nothing can be judged at all: one grey line for everyone, and one problem with the next step.
   * @param subjects those concerned, where that is known to be fewer than everyone
   */
  missingForAll(why: string, subjects: readonly string[] = [words.everyone(this.context.pack.subject)]): void {
    subjects.forEach((subject) => this.missing(subject, why));
    this.context.problems.push({ severity: 'info', code: 'rule-missing-input', ...words.missingRule(this.rule.title, why, this.places) });
  }

  /** The rule needs a number that neither the document nor the user gives: no findings, one note. */
  off(parameter: string): void {
    const title = this.context.pack.parameters[parameter]?.title ?? parameter;
    this.context.problems.push({ severity: 'info', code: 'rule-off', ...words.ruleOff(this.rule.title, title, this.places) });
  }

  get places(): string {
    return [...new Set(this.rule.clause.map(placeOf))].join('、');
  }
}

/** "二（五）5·警示" is the place "二（五）5" with a word of ours that tells clauses of one place apart. */
export function placeOf(clause: string): string {
  return clause.split('·')[0] ?? clause;
}

/**
 * Whether a rule applies to a row. Where the answer hangs on a cell that nobody filled in, the row is grey and the rule is not
 * applied to it.
 */
export function applies(context: JudgeContext, verdicts: Verdicts, table: string | undefined, row: number): boolean {
  if (table === undefined) return true;
  const { figures } = context;
  const open = figures.unanswered(verdicts.rule.for, table, row);
  if (open === undefined) return figures.passes(verdicts.rule.for, table, row);
  verdicts.missing(figures.subject({ table }, row), words.filterUnanswered(titleOfColumn(context, ownReference(context, open, table))));
  return false;
}

/** The number of a count that may be a parameter; undefined where the user has set none. */
export function numberOf(context: JudgeContext, count: number | { readonly parameter: string }): number | undefined {
  if (typeof count === 'number') return count;
  const set = context.figures.settings.parameters.get(count.parameter)?.value;
  return typeof set === 'number' ? set : undefined;
}

/** First parameter among these that is unset. */
export function unsetParameter(
  context: JudgeContext,
  counts: readonly (number | { readonly parameter: string } | undefined)[],
): string | undefined {
  const found = counts.find((count) => count !== undefined && typeof count !== 'number' && numberOf(context, count) === undefined);
  return found === undefined || typeof found === 'number' ? undefined : found.parameter;
}

/** The measure that applies; with a choice parameter unset, the parameter's key instead. */
export function chosenMeasure(context: JudgeContext, measure: MeasureRef): { readonly measure: string } | { readonly unset: string } {
  const chosen = chosenReference(context.figures.settings, measure);
  return chosen === undefined ? { unset: typeof measure === 'string' ? measure : measure.parameter } : { measure: chosen };
}

/** Column answers that must all be 是 for a row: what is 否, what is not answered, and where. */
export function yesAnswers(
  context: JudgeContext,
  columns: readonly string[],
  table: string,
  row: number,
): { no: string[]; unknown: string[]; cells: string[] } {
  const no: string[] = [];
  const unknown: string[] = [];
  const cells: string[] = [];
  for (const reference of columns) {
    const own = ownReference(context, reference, table);
    const found = context.figures.textAt(table, row, own);
    const title = titleOfColumn(context, own);
    if (found === undefined || found.text === '') unknown.push(title);
    else {
      if (found.text !== '是') no.push(title);
      cells.push(cellOf(found.cell));
    }
  }
  return { no, unknown, cells };
}
