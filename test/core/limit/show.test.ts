import Big from 'big.js';
import fc from 'fast-check';
import { compareRatio, ratioOf, type Ratio } from '../../../src/core/decimal';
import { showFigure, showLimits, showRatio } from '../../../src/core/limit/show';
import { units } from '../../packs/built-in';

const ratio = (num: number, den: number): Ratio => ({ num: new Big(num), den: new Big(den) });

test.each<[Ratio, string]>([
  [ratioOf(7), '7'],
  [ratioOf(7.1), '7.1'],
  [ratioOf(7.125), '7.13'],
  [ratioOf(-1.005), '-1.01'],
  [ratio(1, 3), '0.33'],
  [ratio(2, 3), '0.67'],
  [ratioOf(4000), '4000'],
  [ratioOf(0), '0'],
  [ratioOf(1e15), '1000000000000000'],
])('two decimals, half up, no trailing zeros', (value, shown) => {
  expect(showRatio(value)).toBe(shown);
});

test.each<[number, number, string]>([
  [6.999, 7, '6.999'],
  [6.999999, 7, '6.999999'],
  [7.001, 7, '7.001'],
  [7, 7, '7'],
  [6.99, 7, '6.99'],
  [3999.9999, 4000, '3999.9999'],
])('%p beside %p is %s: never looks equal to a limit that it is not equal to', (value, limit, shown) => {
  expect(showRatio(ratioOf(value), [ratioOf(limit)])).toBe(shown);
});

test.each<[number, number, string]>([
  [6.9986, 6.999, '6.9986'],
  [6.9994, 6.999, '6.9994'],
  [0.0013, 0.0013, '0.0013'],
  [-0.0013, -0.0013, '-0.0013'],
])('%p beside %p, a limit with more decimals, is %s', (value, limit, shown) => {
  expect(showRatio(ratioOf(value), [ratioOf(limit)])).toBe(shown);
});

test('what is shown stands on the same side of the limit as the value', () => {
  const number = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 10_000);
  const near = fc
    .tuple(number, fc.integer({ min: -60, max: 60 }))
    .map(([limit, steps]) => [limit, Number((limit + steps / 10_000).toFixed(4))] as const);
  fc.assert(
    fc.property(fc.oneof(fc.tuple(number, number), near), ([value, limit]) => {
      const shown = ratioOf(Number(showRatio(ratioOf(value), [ratioOf(limit)])));
      expect(compareRatio(shown, ratioOf(limit))).toBe(compareRatio(ratioOf(value), ratioOf(limit)));
    }),
  );
});

test('a limit is shown with all its decimals', () => {
  const limits = (limit: number) => showLimits(units, { at_least: limit }, '%', () => ({ exact: ratioOf(limit), near: limit, cells: [] }));
  expect(limits(6.999)).toBe('不低于6.999%');
  expect(limits(7)).toBe('不低于7%');
});

test('with units; a share written as a fraction reads in per cent', () => {
  expect(showFigure(units, ratioOf(4000), '万元/公顷')).toBe('4000万元/公顷');
  expect(showFigure(units, ratioOf(1.2), '比值')).toBe('1.2');
  expect(showFigure(units, ratio(1, 3), '倍')).toBe('33.33%');
  expect(showFigure(units, ratioOf(5), undefined)).toBe('5');
});
