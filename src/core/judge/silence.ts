import { byCause, lackingSheets, type Lack } from '../measure/lack';
import { spokenPlace } from '../pack/clause-place';
import type { Pack } from '../pack/schema';
import type { Problem } from '../problem';
import { lackText } from '../words/measure';
import { judgeWords as words } from '../words/judge';

/** Why a rule says nothing about anybody. */
export interface Silence {
  /** off: a number that neither document nor user gives; missing: sheets, columns or a parameter lack; nobody: it has no one to judge. */
  readonly kind: 'off' | 'missing' | 'nobody';
  readonly why: string;
  /** Sheets and columns to add; empty where something else is the reason. */
  readonly lacks: readonly Lack[];
}

/** A silent rule as messages name it. */
export interface SilentRule extends Silence {
  readonly rule: string;
  readonly title: string;
  /** Its clauses' places. */
  readonly place: string;
}

export function namedRule(pack: Pack, rule: string): Pick<SilentRule, 'rule' | 'title' | 'place'> {
  const declared = pack.rules[rule];
  return { rule, title: declared?.title ?? rule, place: [...new Set((declared?.clause ?? []).map(spokenPlace))].join('、') };
}

const codes = { off: 'rule-off', missing: 'rule-missing-input', nobody: 'rule-without-subjects' } as const;

/** What lacks, in one phrase: 工作簿中没有“X”（每行一个Y）；“指标数据表”没有“A”“B”列. */
export function lacksText(lacks: readonly Lack[]): string {
  return lackText(lackingSheets(lacks));
}

/** One problem a cause, naming the rules that it silences: a sheet that is not there silences a dozen. */
export function silenceProblems(silent: readonly SilentRule[]): Problem[] {
  return (['missing', 'off', 'nobody'] as const).flatMap((kind) => {
    const ofKind = silent.filter((one) => one.kind === kind);
    const causes = byCause(ofKind, ({ why, lacks }) => ({ why, lacks: kind === 'missing' ? lacks : [] }));
    return causes.map(({ lacking, why, concerned }): Problem => {
      const named = concerned.map(({ title, place }) => words.ruleAt(title, place));
      return {
        severity: 'info',
        code: codes[kind],
        ...(lacking.length > 0 ? words.rulesLack(lacking, named) : words.rulesSilent[kind](why, named)),
        rules: concerned.map(({ rule }) => rule),
      };
    });
  });
}
