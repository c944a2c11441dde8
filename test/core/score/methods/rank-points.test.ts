import { lintMethod, methodConfigSchema, scoreFormula } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

it('falls evenly from the first place to the last', () => {
  expectScores(scored([30, 10, 20, null], { method: 'rank_points', from: 100, to: 60 }).scores, [100, 60, 80, null]);
  expectScores(scored([30, 10, 20], { method: 'rank_points', from: 100, to: 60 }, 'lower_is_better').scores, [60, 100, 80]);
  expectScores(scored([5], { method: 'rank_points', from: 100, to: 60 }).scores, [100]);
});

it('gives ties the points of the best place and leaves the next place empty', () => {
  expectScores(scored([9, 8, 8, 7], { method: 'rank_points', points: [10, 8, 6, 4] }).scores, [10, 8, 8, 4]);
  expectScores(scored([0.3, 0.1 + 0.2, 0.2], { method: 'rank_points', points: [10, 8], rest: 1 }).scores, [10, 10, 1]);
  expectScores(scored([4, 4], { method: 'rank_points', from: 100, to: 60 }).scores, [100, 100]);
});

it('refuses what is no ranking of points', () => {
  const parse = (config: object) => methodConfigSchema.safeParse({ method: 'rank_points', ...config });
  expect(parse({ from: 1 }).success).toBe(false);
  expect(parse({ to: 0 }).success).toBe(false);
  expect(parse({ from: 1, to: 0, rest: 0 }).success).toBe(false);
  expect(parse({ from: 1, points: [1] }).success).toBe(false);
  expect(parse({ to: 0, points: [1] }).success).toBe(false);
  expect(parse({ from: 1, to: 0, points: [1] }).success).toBe(false);
  expect(lintMethod(parse({ from: 1, to: 2 }).data!)).toEqual(['第一名的分值 from 低于末名的分值 to']);
  expect(lintMethod(parse({ points: [3, 1], rest: 2 }).data!)).toHaveLength(1);
});

it.each([{ from: 100, to: 60 }, { from: 60, to: 60 }, { points: [10, 8, 8, 5], rest: 5 }, { points: [10] }])(
  'takes points that never rise with the rank: %j',
  (config) => {
    expect(lintMethod(methodConfigSchema.parse({ method: 'rank_points', ...config }))).toEqual([]);
  },
);

it('has no live formula for a list longer than CHOOSE takes', () => {
  const formula = (length: number) =>
    scoreFormula(
      { value: 'B5', range: 'B$5:B$9' },
      'higher_is_better',
      methodConfigSchema.parse({ method: 'rank_points', points: Array.from({ length }, () => 1) }),
    );
  expect(formula(250)).toContain('CHOOSE(');
  expect(formula(251)).toBeUndefined();
});
