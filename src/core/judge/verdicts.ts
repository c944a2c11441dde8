import type { OpenAnswer } from '../measure/figures';
import type { Lack } from '../measure/lack';
import { spokenPlace } from '../pack/clause-place';
import type { Rule } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import type { Finding, FindingStatus } from './finding';
import type { JudgeContext } from './judge-context';
import { namedRule, silenceProblems } from './silence';
import { titleOfColumn } from './place';

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
    this.basis = this.basisOf(clauses);
  }

  private basisOf(clauses: readonly string[]): string {
    const { clauses: quotes } = this.context.pack;
    return words.basis(clauses.map((clause) => ({ place: spokenPlace(clause), quote: quotes[clause] ?? '' })));
  }

  /** @param said parts of the sentence, joined by "，"; clause, consequence and note are added. */
  add(
    subject: string,
    status: FindingStatus,
    said: readonly string[],
    more: Partial<Pick<Finding, 'word' | 'cells' | 'value' | 'limit' | 'certainty' | 'settle' | 'item' | 'evidence'>> & {
      consequence?: string | undefined;
      clauses?: readonly string[];
    } = {},
  ): void {
    const { rule } = this;
    const consequence =
      'consequence' in more ? more.consequence : status === 'unmet' || status === 'explain' ? rule.consequence : undefined;
    const clauses = more.clauses ?? rule.clause;
    const basis = more.clauses ? this.basisOf(clauses) : this.basis;
    const note = rule.note === undefined ? '' : words.note(rule.note);
    const stated = `${said.filter((part) => part !== '').join('，')}。`;
    this.findings.push({
      rule: this.id,
      kind: rule.kind,
      title: rule.title,
      clauses,
      subject,
      status,
      word: more.word ?? words.status[status],
      certainty: more.certainty ?? (status === 'missing' ? 'possible' : 'certain'),
      settle: more.settle ? [...new Set(more.settle)] : [],
      consequence,
      sentence: `${stated}${consequence === undefined ? '' : words.consequence(consequence)}${basis}${note}`,
      statement: stated,
      cells: more.cells ?? [],
      value: more.value,
      limit: more.limit,
      ...(more.item !== undefined && { item: more.item }),
      ...(more.evidence !== undefined && more.evidence !== '' && { evidence: more.evidence }),
    });
  }

  /** A subject that cannot be judged: grey, and why. */
  missing(
    subject: string,
    why: string,
    cells: readonly string[] = [],
    more: Partial<Pick<Finding, 'word' | 'settle' | 'value' | 'limit' | 'item' | 'clauses'>> = {},
  ): void {
    const statement = words.missing(subject, this.rule.title, why);
    this.findings.push({
      rule: this.id,
      kind: this.rule.kind,
      title: this.rule.title,
      clauses: more.clauses ?? this.rule.clause,
      subject,
      status: 'missing',
      word: more.word ?? words.missingInput,
      certainty: 'possible',
      settle: more.settle ? [...new Set(more.settle)] : [],
      consequence: undefined,
      sentence: `${statement}${more.clauses ? this.basisOf(more.clauses) : this.basis}`,
      statement,
      cells,
      value: more.value,
      limit: more.limit,
      ...(more.item !== undefined && { item: more.item }),
    });
  }

  /** Nothing can be judged at all: one grey line for everyone; the judgement says once what lacks and which rules it silences. */
  missingForAll(why: string, lacks: readonly Lack[] = []): void {
    this.missing(words.everyone(this.context.pack.subject), why);
    this.context.silent.set(this.id, { kind: 'missing', why, lacks });
  }

  /** The same thing lacks for everyone concerned: a grey line each, and one problem with the next step. */
  missingForThese(why: string, subjects: readonly string[]): void {
    subjects.forEach((subject) => this.missing(subject, why));
    this.context.problems.push(...silenceProblems([{ ...namedRule(this.context.pack, this.id), kind: 'missing', why, lacks: [] }]));
  }

  /** The rule needs a number that neither the document nor the user gives: no findings. */
  off(parameter: string): void {
    const title = this.context.pack.parameters[parameter]?.title ?? parameter;
    this.context.silent.set(this.id, { kind: 'off', why: title, lacks: [] });
  }

  /** There is nobody to judge: no findings. */
  nobody(why: string): void {
    this.context.silent.set(this.id, { kind: 'nobody', why, lacks: [] });
  }
}

/**
 * Whether a rule applies to a row. Where the answer hangs on a cell that nobody filled in or that can be read in two ways, or the row names a zone
 * that the main table does not have, the row is grey and the rule is not applied to it.
 * @param cells those that the rule would look at
 */
export function applies(
  context: JudgeContext,
  verdicts: Verdicts,
  table: string | undefined,
  row: number,
  cells: () => readonly string[] = () => [],
): boolean {
  if (table === undefined) return true;
  const { figures } = context;
  const { for: filter } = verdicts.rule;
  const membership = figures.membership(filter, table, row);
  if (membership === 'in') return true;
  const subject = figures.subject({ table }, row);
  if (membership === 'open') {
    // A zone that may stand in the table twice is judged by its own figures all the same: only populations count it once.
    const open = figures.openAnswer(filter, table, row);
    if (!open) return true;
    verdicts.missing(subject, whyOpen(context, open), [], { settle: figures.openCells(filter, table, row) });
  } else if (figures.isKeptOutByName(filter, table, row)) {
    const [zone] = figures.cellsOf(table, 'zone', row);
    verdicts.missing(subject, words.stranger(zone ?? '', figures.zoneName(table, row)), cells(), {
      settle: zone === undefined ? [] : [zone],
    });
  }
  return false;
}

/** Why it is open whether a rule applies, for people. */
export function whyOpen(context: JudgeContext, { reference, shown, unknown, near, cells }: OpenAnswer): string {
  if (near !== undefined) return words.filterNear(shown, near);
  const title = titleOfColumn(context, reference);
  return unknown ? words.filterUnknown(title, cells[0] ?? '') : words.filterUnanswered(title);
}
