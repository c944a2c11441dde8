import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

it('is full points at the target, within floor and cap', () => {
  // 45/60 × 100 = 75; 90/60 × 100 = 150, capped; −6/60 × 100 = −10, floored
  expectScores(scored([60, 45, 90, -6, null], { method: 'target_ratio', target: 60, cap: 120, floor: 0 }).scores, [100, 75, 120, 0, null]);
  expectScores(scored([30], { method: 'target_ratio', target: 60, full: 8 }).scores, [4]);
  expectScores(scored([6, 3], { method: 'target_ratio', target: 60, floor: 10 }).scores, [10, 10]);
});

it('divides the target by the value where lower is better, and gives the cap from zero downwards', () => {
  // 60/80 × 100 = 75; 60/50 × 100 = 120
  expectScores(
    scored([60, 80, 50, 0, -1], { method: 'target_ratio', target: 60, cap: 120 }, 'lower_is_better').scores,
    [100, 75, 120, 120, 120],
  );
});

it('compares logarithms on request', () => {
  expectScores(scored([10, 100], { method: 'target_ratio', target: 100, transform: 'log' }).scores, [50, 100]);
});

it('refuses a target that makes no ratio, and a falling direction without a cap', () => {
  const lint = (config: object, direction: 'higher_is_better' | 'lower_is_better' = 'higher_is_better') =>
    lintMethod(methodConfigSchema.parse({ method: 'target_ratio', ...config }), direction);
  expect(lint({ target: 0 })).toEqual(['目标值必须大于0，否则完成率没有意义']);
  expect(lint({ target: 1, transform: 'log' })).toEqual(['取对数时，目标值必须大于1']);
  expect(lint({ target: 5 }, 'lower_is_better')[0]).toContain('必须给出 cap');
  expect(lint({ target: 5, cap: 1, floor: 2 })).toEqual(['得分上限 cap 低于得分下限 floor']);
});

it.each([
  { target: 5 },
  { target: 0.5 },
  { target: 2, transform: 'log' },
  { target: 5, cap: 120 },
  { target: 5, floor: 0 },
  { target: 5, cap: 120, floor: 0 },
  { target: 5, cap: 100, floor: 100 },
])('takes %j', (config) => {
  expect(lintMethod(methodConfigSchema.parse({ method: 'target_ratio', ...config }), 'higher_is_better')).toEqual([]);
});
