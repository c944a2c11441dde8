import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

it('gives 60 at the unsatisfactory and 100 at the satisfactory value', () => {
  // 60 + (30 − 20)/(60 − 20) × 40 = 70; beyond the satisfactory value: 60 + 60/40 × 40 = 120
  const config = { method: 'efficacy', unsatisfactory: 20, satisfactory: 60 };
  expectScores(scored([20, 30, 60, 80, 0, null], config).scores, [60, 70, 100, 120, 40, null]);
  expectScores(scored([80, 0], { ...config, clip: [50, 100] }).scores, [100, 50]);
});

it('takes the population’s worst and best where none are given', () => {
  expectScores(scored([10, 15, 20], { method: 'efficacy' }).scores, [60, 80, 100]);
  expectScores(scored([10, 15, 20], { method: 'efficacy', base: 50, span: 50 }, 'lower_is_better').scores, [100, 75, 50]);
  expect(scored([7, 7], { method: 'efficacy' })).toEqual({
    scores: [null, null],
    report: { constant: true, nonPositive: 0, unreckonable: 0 },
  });
});

it('works on logarithms with values in the indicator’s own unit', () => {
  expectScores(scored([1, 10, 100], { method: 'efficacy', unsatisfactory: 1, satisfactory: 100, transform: 'log' }).scores, [60, 80, 100]);
  expectScores(scored([1, 10, 100, 0], { method: 'efficacy', transform: 'log' }).scores, [60, 80, 100, null]);
});

it.each([
  [{ satisfactory: 5 }, '满意值与不允许值必须同时给出'],
  [{ unsatisfactory: 5 }, '满意值与不允许值必须同时给出'],
  [{ satisfactory: 5, unsatisfactory: 5 }, '相同'],
  [{ satisfactory: 5, unsatisfactory: 9 }, '相反'],
  [{ satisfactory: 5, unsatisfactory: -1, transform: 'log' }, '不允许值必须大于0'],
  [{ satisfactory: 5, unsatisfactory: 0, transform: 'log' }, '不允许值必须大于0'],
])('refuses %j', (config, words) => {
  const found = lintMethod(methodConfigSchema.parse({ method: 'efficacy', ...config }), 'higher_is_better');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(words);
});

it('refuses a satisfactory value without a logarithm', () => {
  const falling = { method: 'efficacy', unsatisfactory: 5, satisfactory: 0, transform: 'log' };
  expect(lintMethod(methodConfigSchema.parse(falling), 'lower_is_better')).toEqual(['取对数时，满意值必须大于0']);
});

it.each([{}, { unsatisfactory: 2, satisfactory: 5 }, { unsatisfactory: 2, satisfactory: 5, transform: 'log' }, { clip: [0, 100] }])(
  'takes %j',
  (config) => expect(lintMethod(methodConfigSchema.parse({ method: 'efficacy', ...config }), 'higher_is_better')).toEqual([]),
);

it.each([[[100, 50]], [[60, 60]]])('refuses to hold scores within %j, which is no range', (clip) => {
  expect(methodConfigSchema.safeParse({ method: 'efficacy', clip }).success).toBe(false);
});
