import { roundHalfUp } from '../decimal';
import type { RankedPopulation, WeightSet } from '../ranking/population';
import { isBranch, leavesOf, nameOf, type ScoreNode } from '../score/tree';
import { reportWords as words } from '../words/report';

/** With more indicators a line would fill the page; 得分明细 has them all. */
const MOST_NAMED = 24;

/** One line a group of those who are ranked: what each dimension and indicator weighs in the total. Empty where the same weights are for everyone. */
export function groupWeightLines({ tree, weightSets, weightSetOf }: RankedPopulation): string[] {
  if (!weightSetOf) return [];
  const named = leavesOf(tree).length <= MOST_NAMED;
  const share = ({ shares }: WeightSet, { id }: ScoreNode): string => String(roundHalfUp((shares.get(id) ?? 0) * 100, 2));
  const part = (set: WeightSet, node: ScoreNode): string => {
    const below = isBranch(node) && named ? node.children.map((child) => part(set, child)) : [];
    return words.weightOf(nameOf(node), share(set, node), below);
  };
  const present = new Set(weightSetOf);
  return weightSets
    .filter((_, index) => present.has(index))
    .map((set) =>
      words.groupWeights(
        set.group ?? '',
        tree.children.map((node) => part(set, node)),
      ),
    );
}
