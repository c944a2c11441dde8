import { lintMethod, methodConfigSchema } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

const points = [
  { at: 60, points: 0 },
  { at: 80, points: 60 },
  { at: 100, points: 100 },
];

it('draws straight lines between the points and holds the ends', () => {
  // 70 is halfway from 60 to 80, 95 three quarters of the way from 80 to 100.
  expectScores(scored([59, 60, 70, 80, 95, 100, 130, null], { method: 'interpolate', points }).scores, [
    0,
    0,
    30,
    60,
    60 + 0.75 * 40,
    100,
    100,
    null,
  ]);
});

it('falls where lower is better, and turns where the best lies in between', () => {
  const falling = points.map(({ at }, index) => ({ at, points: [100, 60, 0][index]! }));
  expectScores(scored([50, 70, 90, 110], { method: 'interpolate', points: falling }, 'lower_is_better').scores, [100, 80, 30, 0]);
  const hill = points.map(({ at }, index) => ({ at, points: [0, 100, 0][index]! }));
  expectScores(scored([60, 70, 80, 95], { method: 'interpolate', points: hill, moderate: true }).scores, [0, 50, 100, 25]);
});

it('has its points in the indicator’s own unit under a logarithm', () => {
  const decades = [
    { at: 100, points: 0 },
    { at: 10000, points: 100 },
  ];
  // ln 1000 lies halfway between ln 100 and ln 10000.
  expectScores(scored([10, 1000, 1e6, 0], { method: 'interpolate', points: decades, transform: 'log' }).scores, [0, 50, 100, null]);
});

it.each([
  [{ points: [points[0], points[0]] }, 'higher_is_better', '各点的数值 at 必须由小到大，不得相同'],
  [{ points: [points[1], points[0]] }, 'lower_is_better', '各点的数值 at 必须由小到大，不得相同'],
  [{ points }, 'lower_is_better', '各档分值与指标方向“越低越好”不一致；适度指标请写 moderate: true'],
  [{ points: [{ at: 0, points: 0 }, ...points], transform: 'log' }, 'higher_is_better', '取对数时，at必须大于0'],
] as const)('refuses %j for %s', (config, direction, message) => {
  expect(lintMethod(methodConfigSchema.parse({ method: 'interpolate', ...config }), direction)).toContain(message);
});

it('needs two points', () => {
  expect(methodConfigSchema.safeParse({ method: 'interpolate', points: [points[0]] }).success).toBe(false);
});
