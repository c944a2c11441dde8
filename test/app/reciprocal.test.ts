import { reciprocal } from '../../src/app/reciprocal';

test.each([
  ['', ''],
  ['1', '1'],
  ['3', '1/3'],
  ['1/3', '3'],
  ['1／3', '3'],
  ['2.5', '1/2.5'],
  ['1/2.5', '2.5'],
  ['0.25', '4'],
  ['重要', '重要'],
  ['0', '0'],
])('of %s: %s', (text, expected) => {
  expect(reciprocal(text)).toBe(expected);
});
