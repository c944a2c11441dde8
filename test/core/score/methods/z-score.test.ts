import { expectScores, scored } from '../scored';

it('standardises with the sample standard deviation', () => {
  // mean 4, deviations −2, 0, 2, s² = 8/2 = 4, s = 2
  expectScores(scored([2, 4, 6, null], { method: 'z_score' }).scores, [-1, 0, 1, null]);
  expectScores(scored([2, 4, 6], { method: 'z_score', mean: 50, sd: 10 }, 'lower_is_better').scores, [60, 50, 40]);
});

it('has no deviation in a constant population', () => {
  expect(scored([2, 2, null], { method: 'z_score' }).report.constant).toBe(true);
  expect(scored([2], { method: 'z_score' }).scores).toEqual([null]);
});
