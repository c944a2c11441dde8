import { limitOf } from '../limit/limit';
import { showLimits } from '../limit/show';
import type { Figures } from '../measure/figures';
import { own } from '../own';
import { titleOf } from '../pack/references';
import type { Pack } from '../pack/schema';
import { elsewhere, TIMES } from '../ranking/method-figures';
import type { RankedPopulation } from '../ranking/population';
import { figureOf } from '../ranking/row-rules';
import { branchesOf } from '../score/tree';
import { adjustmentWords as words } from '../words/adjustments';

/** One line that names what holds or multiplies the score of each dimension; none where nothing does. */
export function dimensionLegend(pack: Pack, figures: Figures, { tree }: RankedPopulation): string[] {
  const items = branchesOf(tree).flatMap(({ id, cap }) => {
    const { title = id, coefficient, condition } = own(pack.dimensions, id) ?? {};
    const measure = condition && figureOf(pack, figures, condition);
    const said = [
      ...(coefficient ? [words.multiplied(elsewhere(figures, coefficient, TIMES).title)] : []),
      ...(cap === undefined ? [] : [words.within(cap, undefined)]),
      ...(condition && measure !== undefined
        ? [
            words.condition(
              own(pack.indicators, condition.indicator)?.title ?? titleOf(pack, measure),
              // What hangs on the row is not one number that could be shown.
              showLimits(figures.units, condition, figures.series(measure).unit ?? '', (limit) =>
                typeof limit === 'number' || 'fraction' in limit ? limitOf(figures, limit, undefined, 0) : { why: words.ofRow },
              ) || words.ofRow,
              condition.otherwise,
            ),
          ]
        : []),
    ];
    return said.length > 0 ? [`${title}：${said.join('，')}`] : [];
  });
  return items.length > 0 ? [words.dimensionLegend(items)] : [];
}
