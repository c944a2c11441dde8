import { pagesWide } from '../../../src/core/report/width';

test('pages side by side hold what is left beside the columns that each repeats', () => {
  expect(pagesWide([10, 90, 90], 1)).toBe(1);
  expect(pagesWide([10, 90, 91], 1)).toBe(2);
  // Two pages of 190, each with 20 again: 340 characters beside them, not 360.
  expect(pagesWide([20, 170, 170], 1)).toBe(2);
  expect(pagesWide([20, 170, 171], 1)).toBe(3);
  expect(pagesWide([20, 170, 171], 0)).toBe(2);
  expect(pagesWide([], 1)).toBe(1);
});
