import fc from 'fast-check';
import { expectScores, scored } from '../scored';

it('stretches the population over the scale', () => {
  // (20 − 10)/(30 − 10) × 100 = 50
  expectScores(scored([10, 20, null, 30], { method: 'min_max' }).scores, [0, 50, null, 100]);
  expectScores(scored([10, 20, null, 30], { method: 'min_max' }, 'lower_is_better').scores, [100, 50, null, 0]);
  expectScores(scored([10, 20, 30], { method: 'min_max', to: [1, 100] }).scores, [1, 50.5, 100]);
});

it('takes logarithms first, and loses what has none', () => {
  const { scores, report } = scored([1, 10, 100, 0, -5, null], { method: 'min_max', transform: 'log' });
  expectScores(scores, [0, 50, 100, null, null, null]);
  expect(report.nonPositive).toBe(2);
});

it('cannot tell a constant population apart, float noise included', () => {
  expect(scored([0.3, 0.1 + 0.2, null], { method: 'min_max' })).toEqual({
    scores: [null, null, null],
    report: { constant: true, nonPositive: 0, unreckonable: 0 },
  });
  expect(scored([5], { method: 'min_max' }).report.constant).toBe(true);
  expect(scored([null], { method: 'min_max' }).report.constant).toBe(false);
});

it('does not change under a shift or a stretch of the values', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -99, max: 99 }), (xs, factor, shift) => {
      expectScores(
        scored(
          xs.map((x) => x * factor + shift),
          { method: 'min_max' },
        ).scores,
        scored(xs, { method: 'min_max' }).scores,
      );
    }),
  );
});
