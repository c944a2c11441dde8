import type { FindingStatus } from '../core/judge/finding';
import { spokenPlace } from '../core/pack/clause-place';
import type { Pack } from '../core/pack/schema';
import type { ResultFinding } from '../core/result';
import { lineKey } from '../core/rule-book/rule-line';
import { judgeWords } from '../core/words/judge';

/** What needs action first. */
export const STATUSES: readonly FindingStatus[] = ['unmet', 'explain', 'missing', 'met'];

export interface Clause {
  readonly place: string;
  readonly quote: string;
}

/** What findings of one rule have in common. */
export interface FindingRule {
  /** Of its line in the rule book. */
  readonly key: string;
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/**
 * Findings column by column, one entry a finding in each: thousands of zones give tens of thousands of findings, and as objects they
 * would take four times as long to cross from thread to thread.
 */
export interface FindingColumns {
  readonly subjects: readonly string[];
  /** Without the words that stand beside it already: clause and consequence. */
  readonly sentences: readonly string[];
  /** The words beside the colours: 达标, 列入, 拟列入，待补数核定, … */
  readonly words: readonly string[];
  /** Index into the group's rules. */
  readonly rules: readonly number[];
  /** The first cells that the finding rests on, or that would settle it where it is open ("Sheet!B4"), a line each. */
  readonly cells: readonly string[];
  /** How many such cells there are in all. */
  readonly cellCounts: readonly number[];
}

export interface FindingGroup {
  readonly title: string;
  /** A consequence of the document (通报警示), or one rule whose findings have none. */
  readonly kind: 'consequence' | 'rule';
  readonly counts: Readonly<Record<FindingStatus, number>>;
  /** Clauses that all findings of the group share; they stand once, above them. */
  readonly clauses: readonly Clause[];
  readonly rules: readonly FindingRule[];
  /** In the order of {@link STATUSES}, so `counts` tells where each begins. */
  readonly findings: FindingColumns;
}

/** One finding as a screen shows it. */
export interface FindingView {
  readonly subject: string;
  readonly status: FindingStatus;
  readonly word: string;
  readonly rule: FindingRule;
  readonly sentence: string;
  readonly cells: readonly string[];
  readonly cellCount: number;
}

/** Cells of a finding that are shown as links. */
const CELLS = 3;

const none = (): Record<FindingStatus, number> => ({ met: 0, explain: 0, unmet: 0, missing: 0 });

export function statusCounts(findings: readonly { readonly status: FindingStatus }[]): Record<FindingStatus, number> {
  const counts = none();
  for (const { status } of findings) counts[status]++;
  return counts;
}

interface Gathered {
  readonly title: string;
  readonly kind: FindingGroup['kind'];
  readonly findings: ResultFinding[];
}

/** Findings by consequence, then the others by rule, both in the pack's order; inside a group what needs action comes first. */
export function groupFindings(findings: readonly ResultFinding[], pack: Pack): FindingGroup[] {
  const groups = new Map<string, Gathered>();
  for (const finding of findings) {
    const kind = finding.consequence === null ? 'rule' : 'consequence';
    const title = finding.consequence ?? pack.rules[finding.rule]?.title ?? finding.rule;
    const id = `${kind}:${title}`;
    const group = groups.get(id) ?? { title, kind, findings: [] };
    group.findings.push(finding);
    groups.set(id, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.kind === 'rule') - Number(b.kind === 'rule')).map((group) => columnsOf(group, pack));
}

function columnsOf({ title, kind, findings }: Gathered, pack: Pack): FindingGroup {
  findings.sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  const rules: FindingRule[] = [];
  const spoken: string[][] = [];
  const known = new Map<string, number>();
  const ruleOf = ({ rule, clause, consequence }: ResultFinding): number => {
    const id = `${rule}\n${clause}`;
    const before = known.get(id);
    if (before !== undefined) return before;
    const clauses = (clause === '' ? [] : clause.split('；')).map((key) => ({ place: spokenPlace(key), quote: pack.clauses[key] ?? '' }));
    rules.push({ key: lineKey('rules', rule), title: pack.rules[rule]?.title ?? rule, clauses });
    spoken.push([judgeWords.basis(clauses), ...(consequence === null ? [] : [judgeWords.consequence(consequence)])]);
    known.set(id, rules.length - 1);
    return rules.length - 1;
  };
  const ruleAt = findings.map(ruleOf);
  const [first, ...others] = rules.map(({ clauses }) => JSON.stringify(clauses));
  return {
    title,
    kind,
    counts: statusCounts(findings),
    clauses: rules[0] && others.every((text) => text === first) ? rules[0].clauses : [],
    rules,
    findings: {
      subjects: findings.map(({ subject }) => subject),
      sentences: findings.map(({ sentence }, at) => spoken[ruleAt[at]!]!.reduce((text, words) => text.replace(words, ''), sentence)),
      words: findings.map(({ word }) => word),
      rules: ruleAt,
      cells: findings.map((finding) => cellsOf(finding).slice(0, CELLS).join('\n')),
      cellCounts: findings.map((finding) => cellsOf(finding).length),
    },
  };
}

const cellsOf = ({ cells, settle }: ResultFinding): readonly string[] => (settle.length > 0 ? settle : cells);

/** Where the findings of one status stand in a group: from the first of them, so many. */
export function stretchOf({ counts }: FindingGroup, only: FindingStatus): { readonly from: number; readonly count: number } {
  const before = STATUSES.slice(0, STATUSES.indexOf(only));
  return { from: before.reduce((sum, status) => sum + counts[status], 0), count: counts[only] };
}

export function findingAt(group: FindingGroup, at: number): FindingView {
  const { subjects, sentences, words, rules, cells, cellCounts } = group.findings;
  const status = STATUSES.find((one) => at < stretchOf(group, one).from + group.counts[one])!;
  const rule = group.rules[rules[at]!]!;
  return {
    subject: subjects[at]!,
    status,
    word: words[at]!,
    rule,
    sentence: sentences[at]!,
    cells: cells[at] === '' ? [] : cells[at]!.split('\n'),
    cellCount: cellCounts[at]!,
  };
}
