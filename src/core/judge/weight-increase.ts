import Big from 'big.js';
import { compareRatio, divideRatio, multiplyRatio, ratioOf, sumRatios, type Ratio } from '../decimal';
import type { UserWeight } from '../parameters/parameter-sheet';
import type { RuleOf } from '../pack/rule-schema';
import { judgeWords as words } from '../words/judge';
import type { JudgeContext } from './judge-context';
import type { Verdicts } from './verdicts';
import { showRatio } from '../limit/show';

/**
 * The document asks for a larger share of some dimensions: the user's new weight must be over the old one. Both are compared as shares,
 * since one list may add up to 100 and the other to 1.
 */
export function judgeWeightIncrease(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'weight_increase'>): void {
  const { dimensionWeights, oldWeights, groupWeights } = context.figures.settings;
  if (oldWeights.size === 0) return verdicts.missingForAll(words.noOldWeights);
  // What holds for one group of them may not hold for another, and there is one old weight.
  if ([...(groupWeights?.values() ?? [])].some((weights) => weights.dimension.size > 0))
    return verdicts.missingForAll(words.weightsByGroup);
  const [total, totalBefore] = [wholeOf(dimensionWeights), wholeOf(oldWeights)];
  // Lists on one scale are shown as they were filled in, others in per cent.
  const alike = compareRatio(total, totalBefore) === 0;
  const shareOf = ({ value }: UserWeight): Ratio => (alike ? ratioOf(value) : percentOf(value, total));
  const shareBefore = ({ value }: UserWeight): Ratio => (alike ? ratioOf(value) : percentOf(value, totalBefore));
  const shown = (share: Ratio, other: Ratio): string => `${showRatio(share, [other])}${alike ? '' : '%'}`;
  for (const dimension of rule.dimensions) {
    const title = context.pack.dimensions[dimension]?.title ?? dimension;
    const now = dimensionWeights.get(dimension);
    const before = oldWeights.get(dimension);
    const cells = [now, before].flatMap((weight) => (weight ? [weight.cell] : []));
    if (!now || !before) {
      verdicts.missing(title, words.weightUnknown(title), cells);
      continue;
    }
    const [a, b] = [shareOf(now), shareBefore(before)];
    const said = [words.weights(title, shown(a, b), shown(b, a))];
    const more = { cells, value: shown(a, b), limit: words.edge('over', shown(b, a)) };
    if (compareRatio(a, b) > 0) verdicts.add(title, 'met', [...said, words.weightRaised], more);
    else verdicts.add(title, rule.severity === 'binding' ? 'unmet' : 'explain', [...said, words.weightNotRaised], more);
  }
}

const WHOLES = [1, 100];

/** What a list of weights adds up to when it is whole: 1 or 100, the least that holds all of it, for one that is not filled in whole has its scale too. */
function wholeOf(weights: ReadonlyMap<string, UserWeight>): Ratio {
  const total = sumRatios([...weights.values()].map(({ value }) => ratioOf(value)));
  return WHOLES.map(ratioOf).find((whole) => compareRatio(total, whole) <= 0) ?? total;
}

/** A weight in per cent of the whole. */
function percentOf(value: number, total: Ratio): Ratio {
  return divideRatio(multiplyRatio(ratioOf(value), { num: new Big(100), den: new Big(1) }), total) ?? ratioOf(0);
}
