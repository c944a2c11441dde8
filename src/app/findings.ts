import type { FindingStatus } from '../core/judge/finding';
import { placeOf } from '../core/judge/context';
import type { Pack } from '../core/pack/schema';
import type { Result, ResultFinding, ResultRanking, ResultRow } from '../core/result';
import { judgeWords } from '../core/words/judge';

/** What needs action first. */
export const STATUSES: readonly FindingStatus[] = ['unmet', 'explain', 'missing', 'met'];

export interface Clause {
  readonly place: string;
  readonly quote: string;
}

export interface FindingView {
  readonly subject: string;
  readonly status: FindingStatus;
  /** A list entry ("列入"), not a verdict. */
  readonly listed: boolean;
  /** The rule's title. */
  readonly title: string;
  /** The sentence without the words that stand beside it already: clause and consequence. */
  readonly sentence: string;
  readonly clauses: readonly Clause[];
  readonly cells: readonly string[];
}

export interface FindingGroup {
  readonly title: string;
  /** A consequence of the document (通报警示), or one rule whose findings have none. */
  readonly kind: 'consequence' | 'rule';
  readonly findings: readonly FindingView[];
  readonly counts: Readonly<Record<FindingStatus, number>>;
  /** Clauses that all findings of the group share; they stand once, above them. */
  readonly clauses: readonly Clause[];
}

const none = (): Record<FindingStatus, number> => ({ met: 0, explain: 0, unmet: 0, missing: 0 });

export function statusCounts(findings: readonly { readonly status: FindingStatus }[]): Record<FindingStatus, number> {
  const counts = none();
  for (const { status } of findings) counts[status]++;
  return counts;
}

/**
 * Findings by consequence, then the others by rule, both in the pack's order; inside a group what needs action comes first.
 * @param only shows one status
 */
export function groupFindings(result: Result, pack: Pack, only?: FindingStatus): FindingGroup[] {
  const groups = new Map<string, { title: string; kind: FindingGroup['kind']; findings: FindingView[] }>();
  for (const finding of result.findings) {
    if (only !== undefined && finding.status !== only) continue;
    const kind = finding.consequence === null ? 'rule' : 'consequence';
    const title = finding.consequence ?? pack.rules[finding.rule]?.title ?? finding.rule;
    const id = `${kind}:${title}`;
    const group = groups.get(id) ?? { title, kind, findings: [] };
    group.findings.push(viewOf(finding, pack));
    groups.set(id, group);
  }
  return [...groups.values()]
    .sort((a, b) => Number(a.kind === 'rule') - Number(b.kind === 'rule'))
    .map((group) => ({
      ...group,
      findings: group.findings.sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)),
      counts: statusCounts(group.findings),
      clauses: shared(group.findings),
    }));
}

function viewOf(finding: ResultFinding, pack: Pack): FindingView {
  const keys = finding.clause === '' ? [] : finding.clause.split('；');
  const clauses = keys.map((key) => ({ place: placeOf(key), quote: pack.clauses[key] ?? '' }));
  const spoken = [judgeWords.basis(clauses), ...(finding.consequence === null ? [] : [judgeWords.consequence(finding.consequence)])];
  return {
    subject: finding.subject,
    status: finding.status,
    listed: finding.kind === 'position' && (finding.status === 'met' || finding.status === 'unmet'),
    title: pack.rules[finding.rule]?.title ?? finding.rule,
    sentence: spoken.reduce((sentence, words) => sentence.replace(words, ''), finding.sentence),
    clauses,
    cells: finding.cells,
  };
}

function shared(findings: readonly FindingView[]): readonly Clause[] {
  const text = (finding: FindingView): string => JSON.stringify(finding.clauses);
  const [first] = findings;
  return first && findings.every((finding) => text(finding) === text(first)) ? first.clauses : [];
}

/** Both ends of a ranking; `between` rows are left out. Rows without a place stand at neither end but are counted. */
export interface RankingView {
  readonly title: string;
  readonly top: readonly ResultRow[];
  readonly bottom: readonly ResultRow[];
  readonly between: number;
  readonly ranked: number;
  readonly all: number;
}

export function bothEnds({ title, rows }: ResultRanking, shown: number): RankingView {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const whole = ranked.length <= shown * 2;
  return {
    title,
    top: whole ? ranked : ranked.slice(0, shown),
    bottom: whole ? [] : ranked.slice(-shown),
    between: whole ? 0 : ranked.length - shown * 2,
    ranked: ranked.length,
    all: rows.length,
  };
}
