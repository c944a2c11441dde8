import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

it('clips at worst and best', () => {
  expectScores(scored([10, 20, 52.5, 85, 90, null], { method: 'goalposts', worst: 20, best: 85, to: [0, 1] }).scores, [
    0,
    0,
    0.5,
    1,
    1,
    null,
  ]);
});

it('spreads the scores over its scale', () => {
  expectScores(scored([20, 52.5, 85], { method: 'goalposts', worst: 20, best: 85, to: [60, 100] }).scores, [60, 80, 100]);
});

it('says a falling direction by its goalposts', () => {
  expectScores(scored([100, 60, 20], { method: 'goalposts', worst: 100, best: 20 }, 'lower_is_better').scores, [0, 50, 100]);
});

it('keeps its goalposts in the indicator’s own unit under a logarithm', () => {
  // ln 1000 lies halfway between ln 100 and ln 10000.
  expectScores(scored([100, 1000, 10000, 0], { method: 'goalposts', worst: 100, best: 10000, transform: 'log' }).scores, [
    0,
    50,
    100,
    null,
  ]);
});

it.each([
  [{ worst: 5, best: 5 }, 'higher_is_better', '最差值与最好值相同，无法计分'],
  [{ worst: 85, best: 20 }, 'higher_is_better', '最差值与最好值的大小关系与指标方向“越高越好”相反'],
  [{ worst: 20, best: 85 }, 'lower_is_better', '最差值与最好值的大小关系与指标方向“越低越好”相反'],
  [{ worst: 0, best: 85, transform: 'log' }, 'higher_is_better', '取对数时，最差值必须大于0'],
  [{ worst: 85, best: 0, transform: 'log' }, 'lower_is_better', '取对数时，最好值必须大于0'],
] as const)('refuses %j for %s', (config, direction, message) => {
  expect(lintMethod(methodConfigSchema.parse({ method: 'goalposts', ...config }), direction)).toEqual([message]);
});

it('cannot disagree with a direction that is not given', () => {
  expect(lintMethod(methodConfigSchema.parse({ method: 'goalposts', worst: 85, best: 20 }))).toEqual([]);
});
