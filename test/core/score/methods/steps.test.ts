import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

const config = { method: 'steps', base_value: 8, base_score: 60, per: 1, points: 2 };

it('adds points for whole steps above the base and takes them below, towards the base', () => {
  // 10.9: two whole steps, 60 + 4; 6.5: one whole step below, 60 − 2
  expectScores(scored([8, 9, 10.9, 7.5, 6.5, null], config).scores, [60, 62, 64, 60, 58, null]);
  expectScores(scored([10.5, 6.5], { ...config, partial: 'linear' }).scores, [65, 57]);
});

it('turns round where lower is better and keeps floor and cap', () => {
  expectScores(scored([6, 10, 100, -100], { ...config, cap: 100, floor: 40 }, 'lower_is_better').scores, [64, 56, 40, 100]);
});

it('takes another deduction below the base where one is given', () => {
  expectScores(scored([10, 6], { ...config, points_below: 5 }).scores, [64, 50]);
});

it('counts a step that is whole to the official: (0.3 − 0.1)/0.1 is 2', () => {
  const tenths = { method: 'steps', base_value: 0.1, base_score: 0, per: 0.1, points: 1 };
  expectScores(scored([0.3, 0.8, 0.1 + 0.2 + 0.1, 0.29999], tenths).scores, [2, 7, 3, 1]);
  // As doubles 0.7/0.1 is 6.999999999999999, (1736.64 − 1736.63)/0.01 is 0.9999999999990905, and −8 steps of 0.01 are −7.99….
  expectScores(scored([0.7], { ...tenths, base_value: 0 }).scores, [7]);
  expectScores(scored([1736.64], { ...tenths, base_value: 1736.63, per: 0.01 }).scores, [1]);
  expectScores(scored([5856.75], { ...tenths, base_value: 5856.83, per: 0.01 }).scores, [-8]);
});

it('counts in steps of any size', () => {
  const fives = { ...config, per: 5 };
  expectScores(scored([18, 15, -2], fives).scores, [64, 62, 56]);
  expectScores(scored([18, 15, -2], { ...fives, partial: 'linear' }).scores, [64, 62.8, 56]);
});

it('refuses a cap under the floor and a logarithm', () => {
  expect(lintMethod(methodConfigSchema.parse({ ...config, cap: 1, floor: 2 }))).toEqual(['得分上限 cap 低于得分下限 floor']);
  expect(methodConfigSchema.safeParse({ ...config, transform: 'log' }).success).toBe(false);
});

it.each([{}, { cap: 100 }, { floor: 0 }, { cap: 1, floor: 1 }, { cap: 100, floor: 0 }])('takes the limits %j', (limits) => {
  expect(lintMethod(methodConfigSchema.parse({ ...config, ...limits }))).toEqual([]);
});
