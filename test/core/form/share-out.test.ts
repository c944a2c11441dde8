import fc from 'fast-check';
import { evenly, sumOf, toWhole } from '../../../src/core/form/share-out';

test('sums are those of decimals', () => {
  expect(sumOf([0.1, 0.2])).toBe('0.3');
  expect(sumOf([33.33, 33.33, 33.34])).toBe('100');
  expect(sumOf([])).toBe('0');
});

test('seven contents share 100: the first get what does not divide', () => {
  expect(evenly(7)).toEqual(['14.29', '14.29', '14.29', '14.29', '14.28', '14.28', '14.28']);
  expect(evenly(4)).toEqual(['25', '25', '25', '25']);
  expect(evenly(1)).toEqual(['100']);
});

test('the same proportions make 100', () => {
  expect(toWhole([1, 1, 2])).toEqual(['25', '25', '50']);
  expect(toWhole([30, 20, 10])).toEqual(['50', '33.33', '16.67']);
  expect(toWhole([0, 0])).toBeUndefined();
  expect(toWhole([0, 5])).toEqual(['0', '100']);
});

test('always exactly 100, none below 0, none moved by more than a hundredth', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
    .map((all) => all.map((one) => one / 1000));
  fc.assert(
    fc.property(weights, (given) => {
      const shares = toWhole(given);
      const sum = given.reduce((all, one) => all + one, 0);
      if (!shares) return expect(sum).toBe(0);
      expect(sumOf(shares.map(Number))).toBe('100');
      shares.forEach((share, at) => {
        expect(Number(share)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(Number(share) - (given[at]! / sum) * 100)).toBeLessThan(0.010001);
      });
    }),
  );
});
