import type { Figures } from '../measure/figures';
import type { RuleKind, RuleOf } from '../pack/rule-schema';
import type { Pack } from '../pack/schema';
import type { DataYear } from '../period/data-year';
import type { Problem } from '../problem';
import type { RankedPopulation } from '../ranking/population';
import { judgeChecklist } from './checklist';
import type { JudgeContext } from './judge-context';
import { Verdicts } from './verdicts';
import { judgeDeadline } from './deadline';
import type { Finding } from './finding';
import { lackingAnswers, whyNobody } from './nobody';
import { lacksText, namedRule, silenceProblems, type Silence } from './silence';
import { judgePosition } from './position/position';
import { judgeCountTarget, judgeTarget } from './target';
import { judgeThreshold } from './threshold';
import { judgeTrend } from './trend';
import { judgeWeightIncrease } from './weight-increase';
import { withYielded, type Yielded } from './yielded';

type Judge<K extends RuleKind> = (context: JudgeContext, verdicts: Verdicts, rule: RuleOf<K>) => void;

/** Kinds that few packs use: they come with those that do, see own-parts.ts. */
export type OwnJudges = { readonly [K in 'grade' | 'movement' | 'answer']: Judge<K> };

/** Every other kind of rule; a new one is its schema in pack/rule-schema.ts, its file here and its line here. */
const common: { readonly [K in Exclude<RuleKind, keyof OwnJudges>]: Judge<K> } = {
  threshold: judgeThreshold,
  position: judgePosition,
  trend: judgeTrend,
  target: judgeTarget,
  count_target: judgeCountTarget,
  checklist: judgeChecklist,
  deadline: judgeDeadline,
  weight_increase: judgeWeightIncrease,
};

export interface Judgement {
  /** In the order of the pack's rules. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Rules that say nothing about anybody, and why. */
  readonly silent: ReadonlyMap<string, Silence>;
  /** Rules that stand for another choice of the user's than the one made. */
  readonly unchosen: ReadonlySet<string>;
}

/** Applies every rule of the pack. A rule whose input is missing says so and stays grey. */
export function judge(
  pack: Pack,
  figures: Figures,
  rankings: ReadonlyMap<string, RankedPopulation>,
  asOf: string,
  dataYear: DataYear,
  own?: OwnJudges,
): Judgement {
  const judges: { readonly [K in RuleKind]?: Judge<K> } = { ...common, ...own };
  const problems: Problem[] = [];
  const found = new Map<string, readonly Finding[]>();
  const silent = new Map<string, Silence>();
  const unchosen = new Set<string>();
  const yielded: Yielded[] = [];
  const context: JudgeContext = {
    pack,
    figures,
    rankings,
    asOf,
    dataYear,
    latestYear: dataYear.year ?? Number(asOf.slice(0, 4)),
    problems,
    silent,
    yielded,
    findingsOf(id) {
      const known = found.get(id);
      if (known) return known;
      // Rules that ask each other in a circle see an empty list instead of running forever.
      found.set(id, []);
      const rule = pack.rules[id];
      if (!rule) return [];
      const verdicts = new Verdicts(context, id, rule);
      const { when } = rule;
      const chosen = when && figures.settings.parameters.get(when.parameter)?.value;
      const lacks = lackingAnswers(context, rule);
      if (when && chosen === undefined) verdicts.off(when.parameter);
      else if (when && chosen !== when.is) unchosen.add(id);
      else if (lacks.length > 0) verdicts.missingForAll(lacksText(lacks), lacks);
      else {
        const judged = judges[rule.kind] as Judge<RuleKind> | undefined;
        if (!judged) throw new Error(`nothing was given to judge ${rule.kind} rules`);
        judged(context, verdicts, rule);
      }
      const nobody = verdicts.findings.length > 0 || silent.has(id) || unchosen.has(id) ? undefined : whyNobody(context, rule);
      if (nobody) silent.set(id, nobody);
      found.set(id, verdicts.findings);
      return verdicts.findings;
    },
  };
  const findings = withYielded(
    pack,
    Object.keys(pack.rules).flatMap((id) => context.findingsOf(id)),
    yielded,
  );
  const inOrder = Object.keys(pack.rules).flatMap((id) => {
    const silence = silent.get(id);
    return silence ? [{ ...silence, ...namedRule(pack, id) }] : [];
  });
  problems.push(...silenceProblems(inOrder));
  return { findings, problems, silent, unchosen };
}
