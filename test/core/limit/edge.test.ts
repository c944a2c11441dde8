import { compareRatio, divideRatio, ratioOf } from '../../../src/core/decimal';
import { edgeHoldsNumber, orderHolds, type Side } from '../../../src/core/limit/edge';

describe('edges', () => {
  it('is exact on an edge where doubles are not: 7/100 is not over 0.07', () => {
    const order = compareRatio(divideRatio(ratioOf(7), ratioOf(100))!, ratioOf(0.07));
    expect(orderHolds('over', order)).toBe(false);
    expect(orderHolds('at_least', order)).toBe(true);
    expect(orderHolds('under', order)).toBe(false);
    expect(orderHolds('at_most', order)).toBe(true);
  });

  it.each<[Side, boolean]>([
    ['over', false],
    ['at_least', true],
    ['under', false],
    ['at_most', true],
  ])('0.1+0.2 %s 0.3 is %p', (edge, holds) => expect(edgeHoldsNumber(edge, 0.1 + 0.2, 0.3)).toBe(holds));
});
