import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

it.each([
  ['over', 'higher_is_better', [0, 0, 10]],
  ['at_least', 'higher_is_better', [0, 10, 10]],
  ['under', 'lower_is_better', [10, 0, 0]],
  ['at_most', 'lower_is_better', [10, 10, 0]],
] as const)('%s 0.3, exactly on it too', (edge, direction, expected) => {
  const { scores } = scored([0.2, 0.1 + 0.2, 0.4, null], { method: 'pass_fail', [edge]: 0.3, points: 10 }, direction);
  expectScores(scores, [...expected, null]);
});

it('wants one edge that goes with the direction', () => {
  const parse = (config: object) => methodConfigSchema.safeParse({ method: 'pass_fail', points: 10, ...config });
  expect(parse({}).success).toBe(false);
  expect(parse({ over: 1, under: 2 }).success).toBe(false);
  expect(lintMethod(parse({ over: 1 }).data!, 'lower_is_better')[0]).toContain('大于');
  expect(lintMethod(parse({ over: 1, otherwise: 11 }).data!, 'higher_is_better')).toEqual(['未达标的分值高于达标的分值']);
});

it('takes the same points on both sides', () => {
  expect(lintMethod(methodConfigSchema.parse({ method: 'pass_fail', at_least: 5, points: 2, otherwise: 2 }), 'higher_is_better')).toEqual(
    [],
  );
});
