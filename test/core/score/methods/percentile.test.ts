import { expectScores, scored } from '../scored';

it('is the share of strictly worse values among the others', () => {
  // n = 5: worse 0, 1, 1, 3, 4 of 4
  expectScores(scored([1, 2, 2, 3, 4, null], { method: 'percentile' }).scores, [0, 25, 25, 75, 100, null]);
  expectScores(scored([1, 2, 2, 3, 4], { method: 'percentile', to: [0, 1] }, 'lower_is_better').scores, [1, 0.5, 0.5, 0.25, 0]);
});

it('parts doubles that look the same to the official, as its sources do', () => {
  expectScores(scored([5.1, 5.1000000000000005, 6], { method: 'percentile' }).scores, [0, 50, 100]);
});

it('ranks what a logarithm leaves', () => {
  expectScores(scored([-1, 1, 2, 3], { method: 'percentile', transform: 'log' }).scores, [null, 0, 50, 100]);
});

it('cannot tell one value apart', () => {
  expect(scored([2, 2], { method: 'percentile' })).toEqual({
    scores: [null, null],
    report: { constant: true, nonPositive: 0, unreckonable: 0 },
  });
});
