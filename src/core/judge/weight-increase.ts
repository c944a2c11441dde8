import { compareRatio, ratioOf } from '../decimal';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import type { Verdicts } from './verdicts';
import { showRatio } from '../limit/show';

/** The document asks for a larger share of some dimensions: the user's new weight must be over the old one. */
export function judgeWeightIncrease(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'weight_increase'>): void {
  const { dimensionWeights, oldWeights } = context.figures.settings;
  if (oldWeights.size === 0) return verdicts.missingForAll(words.noOldWeights);
  for (const dimension of rule.dimensions) {
    const title = context.pack.dimensions[dimension]?.title ?? dimension;
    const now = dimensionWeights.get(dimension);
    const before = oldWeights.get(dimension);
    const cells = [now, before].flatMap((weight) => (weight ? [weight.cell] : []));
    if (!now || !before) {
      verdicts.missing(title, words.weightUnknown(title), cells);
      continue;
    }
    const [a, b] = [ratioOf(now.value), ratioOf(before.value)];
    const said = [words.weights(title, showRatio(a, [b]), showRatio(b, [a]))];
    const more = { cells, value: showRatio(a, [b]), limit: showRatio(b, [a]) };
    if (compareRatio(a, b) > 0) verdicts.add(title, 'met', [...said, words.weightRaised], more);
    else verdicts.add(title, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.weightNotRaised], more);
  }
}
