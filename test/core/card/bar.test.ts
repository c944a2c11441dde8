import { bar } from '../../../src/core/card/bar';

test('is filled up to the share of the best, with a stroke where the mean stands', () => {
  expect(bar(100, 50, 100)).toBe('█████│████');
  expect(bar(40, 70, 100)).toBe('████░░░│░░');
  expect(bar(0, 0, 100)).toBe('│░░░░░░░░░');
  expect(bar(100, 100, 100)).toBe('█████████│');
});

test.each([
  ['nothing known', NaN, 50, 100],
  ['nobody with a score above 0', 0, 0, 0],
  ['a score below 0, of which no share is told', -1, 0.5, 2],
  ['a mean below 0', 1, -0.5, 2],
])('%s: no bar', (_, own, mean, best) => expect(bar(own, mean, best)).toBe(''));
