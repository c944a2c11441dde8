import { z } from 'zod';
import { own } from '../../own';
import type { Problem } from '../../problem';
import { scopeWords, scoreProblems, weightingTitles } from '../../words/score';
import { branchesOf, leavesOf } from '../tree';
import { checkWeights, totalFields } from './given';
import { blocking, defineWeighting } from './weighting';

export const byGroupSchema = () =>
  z.strictObject({
    kind: z.literal('by_group'),
    groups: z.record(z.string(), z.record(z.string(), z.number())),
    ...totalFields(),
  });

/**
 * Different given weights by group (level of the zone, east/central/west):
 * `{ kind: by_group, groups: { <group>: { <node>: 30, … } } }`. Every group that a zone is in needs its weights.
 */
export const byGroup = defineWeighting<typeof byGroupSchema>({
  title: weightingTitles.by_group,
  weigh({ groups, ...rule }, { tree, groupNames }) {
    if (!groupNames) return { raw: new Map(), problems: [blocking('weights-no-groups', scoreProblems.groupsNotGiven())] };
    const problems: Problem[] = [];
    const raw = new Map<string, Float64Array>();
    const nodes = [...leavesOf(tree), ...branchesOf(tree)];
    groupNames.forEach((name, index) => {
      const weights = own(groups, name);
      if (!weights) {
        problems.push(blocking('weights-group-missing', scoreProblems.groupWithoutWeights(name)));
        return;
      }
      problems.push(
        ...checkWeights(
          tree,
          ({ id }) => own(weights, id),
          rule,
          (where) => scopeWords.group(name, where),
        ),
      );
      for (const { id } of nodes) {
        const weight = own(weights, id);
        if (weight === undefined) continue;
        const column = raw.get(id) ?? new Float64Array(groupNames.length).fill(NaN);
        column[index] = weight;
        raw.set(id, column);
      }
    });
    return { raw, problems };
  },
});
