import type { Pack } from '../pack/schema';
import { branchesOf, leavesOf, type ScoreBranch } from '../score/tree';
import type { ScoringSetup } from './scored-population';

/**
 * What a ranking by one dimension or one indicator is scored with: the tree holds that node alone, so that its score stands in the place of the total,
 * and nothing adjusts it. An indicator is ranked by its figure as it is, which points at a cap or between two edges would make level.
 * @returns undefined where the tree has no such node
 */
export function setupBy(setup: ScoringSetup, by: string): ScoringSetup | undefined {
  const { tree, used, weighting } = setup;
  const indicator = used.find(({ id }) => id === by);
  if (indicator) {
    const leaf = leavesOf(tree).find(({ id }) => id === by);
    if (!leaf) return undefined;
    return {
      ...setup,
      pack: partOf(setup.pack, new Set()),
      used: [
        {
          ...indicator,
          direction: 'higher_is_better',
          method: { method: 'target_ratio', target: 1, full: 1 },
          // A figure that was not reported is not the figure 0.
          gaps: indicator.gaps === 'zero' ? 'exclude' : indicator.gaps,
        },
      ],
      tree: { ...tree, full: undefined, children: [leaf] },
      weighting: { kind: 'equal' },
    };
  }
  const branch = branchesOf(tree).find(({ id }) => id === by && id !== tree.id);
  if (!branch) return undefined;
  const below = new Set(leavesOf(branch).map(({ id }) => id));
  const dimensions = new Set(branchesOf(branch).map(({ id }) => id));
  return {
    ...setup,
    pack: partOf(setup.pack, dimensions),
    used: used.filter(({ id }) => below.has(id)),
    tree: onlyChild(tree, branch),
    // The weights of one dimension do not come to the whole.
    weighting: 'total' in weighting ? { ...weighting, total: undefined } : weighting,
  };
}

const onlyChild = (tree: ScoreBranch, branch: ScoreBranch): ScoreBranch => ({ ...tree, full: undefined, children: [branch] });

/** The pack as far as these dimensions go; nothing of the total is left. */
const partOf = (pack: Pack, dimensions: ReadonlySet<string>): Pack => ({
  ...pack,
  dimensions: Object.fromEntries(Object.entries(pack.dimensions).filter(([id]) => dimensions.has(id))),
  indicator_import: undefined,
  scoring: { ...pack.scoring, marks: undefined, adjustments: [] },
});
