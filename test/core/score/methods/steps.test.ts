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
});

it('refuses a cap under the floor and a logarithm', () => {
  expect(lintMethod(methodConfigSchema.parse({ ...config, cap: 1, floor: 2 }))).toEqual(['得分上限 cap 低于得分下限 floor']);
  expect(methodConfigSchema.safeParse({ ...config, transform: 'log' }).success).toBe(false);
});
