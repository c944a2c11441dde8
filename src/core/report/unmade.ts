import { namedRule } from '../judge/silence';
import { byCause, type Cause } from '../measure/lack';
import type { ResultSheet } from '../pack/schema';
import { judgeWords } from '../words/judge';
import { lackText } from '../words/measure';
import { reportWords as words } from '../words/report';
import { places } from '../pack/clause-place';
import type { ReportInput } from './report-context';

/** What of the run is asked here; the mark of a plan says nothing about it. */
type Run = Omit<ReportInput, 'mark'>;

/** A sheet that says nothing is not made; the overview says why, and what to add. */
export interface UnmadeSheet {
  readonly title: string;
  /** Id of the ranking that it would show; left out for lists. */
  readonly ranking?: string;
  /** Keys of the rules that it would list; empty for rankings. */
  readonly rules: readonly string[];
  /** What it lacks. */
  readonly why: string;
}

interface SilentRule {
  readonly kind: 'off' | 'missing' | 'nobody';
  readonly named: string;
}

/** Whether some rule of the sheet has somebody to judge and what it needs for that. */
export function isMade({ judgement }: Run, rules: readonly string[]): boolean {
  return rules.some((rule) => !judgement.silent.has(rule) && !judgement.unchosen.has(rule));
}

/** Rankings without a place and lists without anybody, in the order that their sheets would have. */
export function unmadeSheets(input: Run): UnmadeSheet[] {
  const { pack, ranked, standards } = input;
  const rankings = Object.entries(pack.rankings).flatMap(([id, { title }]) => {
    const why = ranked.unmade.get(id) ?? standards.get(id)?.by?.ranked.unmade.get(id);
    return why === undefined ? [] : [{ title, ranking: id, rules: [], why }];
  });
  const lists = pack.sheets
    .filter(({ rules }) => !isMade(input, rules))
    .map((sheet) => ({ title: sheet.title, rules: sheet.rules, why: whyNot(input, sheet) }));
  return [...rankings, ...lists];
}

function whyNot(input: Run, { rules }: ResultSheet): string {
  const causes = causesOf(input, rules);
  const off = causes.filter(({ concerned }) => concerned[0]!.kind === 'off').map(({ why }) => why);
  const others = causes
    .filter(({ concerned }) => concerned[0]!.kind !== 'off')
    .map(({ lacking, why }) => (lacking.length > 0 ? lackText(lacking) : why));
  // Where a rule lacks something, that another one stands for another choice explains nothing.
  const unchosen = causes.length === 0 ? [words.unchosen] : [];
  return [...new Set([...others, ...(off.length > 0 ? [words.notGiven(off)] : []), ...unchosen])].join('；');
}

function causesOf({ pack, judgement }: Run, rules: readonly string[]): Cause<SilentRule>[] {
  const silent = rules.flatMap((rule) => {
    const silence = judgement.silent.get(rule);
    const { title, place } = namedRule(pack, rule);
    return silence ? [{ ...silence, named: judgeWords.ruleAt(title, place) }] : [];
  });
  return byCause(silent, ({ why, lacks }) => ({ why, lacks }));
}

/** What stands above a list about rules without a line: each cause once, then rules of another choice, then those that nobody meets. */
export function ruleLines(input: Run, rules: readonly string[], found: (rule: string) => boolean): string[] {
  const { pack, judgement } = input;
  const silent = causesOf(input, rules).map(({ lacking, why, concerned }) => {
    const named = concerned.map((one) => one.named);
    return lacking.length > 0
      ? judgeWords.rulesLack(lacking, named).message
      : judgeWords.rulesSilent[concerned[0]!.kind](why, named).message;
  });
  const quiet = rules.flatMap((rule) => {
    if (found(rule) || judgement.silent.has(rule)) return [];
    const [title, place] = [pack.rules[rule]?.title ?? rule, places(pack.rules[rule]?.clause ?? [])];
    return [judgement.unchosen.has(rule) ? words.unchosenRule(title, place) : words.nobodyMeets(title, place)];
  });
  return [...silent, ...quiet];
}
