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
import { judgePosition } from './position/position';
import { judgeCountTarget, judgeTarget } from './target';
import { judgeThreshold } from './threshold';
import { judgeTrend } from './trend';
import { judgeWeightIncrease } from './weight-increase';

type Judge<K extends RuleKind> = (context: JudgeContext, verdicts: Verdicts, rule: RuleOf<K>) => void;

/** Every kind of rule; a new one is its schema in pack/rule-schema.ts, its file here and its line here. */
const judges: { readonly [K in RuleKind]: Judge<K> } = {
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
}

/** Applies every rule of the pack. A rule whose input is missing says so and stays grey. */
export function judge(
  pack: Pack,
  figures: Figures,
  rankings: ReadonlyMap<string, RankedPopulation>,
  asOf: string,
  dataYear: DataYear,
): Judgement {
  const problems: Problem[] = [];
  const found = new Map<string, readonly Finding[]>();
  const context: JudgeContext = {
    pack,
    figures,
    rankings,
    asOf,
    dataYear,
    latestYear: dataYear.year ?? Number(asOf.slice(0, 4)),
    problems,
    findingsOf(id) {
      const known = found.get(id);
      if (known) return known;
      // Rules that ask each other in a circle see an empty list instead of running forever.
      found.set(id, []);
      const rule = pack.rules[id];
      if (!rule) return [];
      const verdicts = new Verdicts(context, id, rule);
      const inForce = !rule.when || figures.settings.parameters.get(rule.when.parameter)?.value === rule.when.is;
      if (inForce) (judges[rule.kind] as Judge<RuleKind>)(context, verdicts, rule);
      else if (rule.when && !figures.settings.parameters.has(rule.when.parameter)) verdicts.off(rule.when.parameter);
      found.set(id, verdicts.findings);
      return verdicts.findings;
    },
  };
  const findings = Object.keys(pack.rules).flatMap((id) => context.findingsOf(id));
  return { findings, problems };
}
