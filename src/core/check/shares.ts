import { addRatio, compareRatio, divideRatio, ratioOf, subtractRatio, type Ratio } from '../decimal';
import { showChange, showFigure } from '../limit/show';
import { quotientFactor } from '../measure/derivations/quotient';
import { frameOf } from '../pack/references';
import type { ShareCheck } from '../pack/check-schema';
import { factorNumber, scaled } from '../units/factor';
import { dataCheckWords as words } from '../words/data-check';
import { CheckOutcome } from './check-finding';
import type { CheckScope } from './check-scope';
import { operandOf } from './operand';

/** Quotients this close, relative to the larger one, are equal for any rounding. */
const EQUAL = 1e-12;

/** Reported shares and rates against the figures whose quotient they are; each of the three may have been rounded to the digits shown. */
export function checkShares(scope: CheckScope): CheckOutcome[] {
  return Object.values(scope.figures.pack.checks).flatMap((check) => (check.kind === 'share' ? outcomeOf(scope, check) : []));
}

function outcomeOf(scope: CheckScope, { title, reported: share, of, over }: ShareCheck): CheckOutcome[] {
  const { figures } = scope;
  const units = { share: figures.series(share).unit, of: figures.series(of).unit, over: figures.series(over).unit };
  const reported = operandOf(scope, share, units.share);
  const above = operandOf(scope, of, units.of);
  const below = operandOf(scope, over, units.over);
  const factor = units.share === undefined ? undefined : quotientFactor(figures.units, units.of, units.over, units.share);
  const frame = frameOf(figures.pack, share);
  if (!reported || !above || !below || !factor || frame === undefined) return [];

  const outcome = new CheckOutcome({ severity: 'warning', code: 'share-and-parts', say: words.toldRelation });
  const times = factorNumber(factor);
  for (let row = 0; row < figures.rowsOf(frame); row++) {
    const near = (above.near(row) / below.near(row)) * times;
    const stated = reported.near(row);
    if (!Number.isFinite(near) || Number.isNaN(stated) || Math.abs(near - stated) <= EQUAL * Math.abs(near)) continue;
    const quotient = (top: Ratio, bottom: Ratio): Ratio | undefined => scaled(divideRatio(top, bottom), factor);
    const exact = quotient(above.exact(row), below.exact(row));
    const range = spread([above.exact(row), above.half(row)], [below.exact(row), below.half(row)], quotient);
    if (!exact || !range) continue;
    const [value, half] = [reported.exact(row), reported.half(row)];
    if (compareRatio(addRatio(value, half), range.low) >= 0 && compareRatio(subtractRatio(value, half), range.high) <= 0) continue;
    outcome.add(() => {
      const { zone, order, item } = scope.ownerIn(frame, row);
      return {
        kind: 'share',
        zone,
        order,
        title: words.of(title, item),
        cells: [...reported.cells(row), ...above.cells(row), ...below.cells(row)],
        actual: showFigure(figures.units, value, units.share, [exact]),
        expected: showFigure(figures.units, exact, units.share, [value]),
        difference: showChange(figures.units, subtractRatio(value, exact), units.share),
        question: words.askShare(reported.title, above.title, below.title),
      };
    });
  }
  return [outcome];
}

type Rounded = readonly [value: Ratio, half: Ratio];

/** Smallest and largest quotient of what may be meant; undefined where the divisor may be nothing. */
export function spread(
  [top, topHalf]: Rounded,
  [bottom, bottomHalf]: Rounded,
  quotient: (top: Ratio, bottom: Ratio) => Ratio | undefined,
): { low: Ratio; high: Ratio } | undefined {
  const least = subtractRatio(bottom, bottomHalf);
  if (compareRatio(least, ratioOf(0)) <= 0) return undefined;
  const corners = [subtractRatio(top, topHalf), addRatio(top, topHalf)].flatMap((one) =>
    [least, addRatio(bottom, bottomHalf)].flatMap((other) => quotient(one, other) ?? []),
  );
  const sorted = corners.sort(compareRatio);
  return sorted.length < 4 ? undefined : { low: sorted[0]!, high: sorted[3]! };
}
