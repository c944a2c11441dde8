import fc from 'fast-check';
import { checkBands, type Band } from '../../../../src/core/score/methods/band-cover';
import { lintMethod, methodConfigSchema, scoreFormula } from '../../../../src/core/score/methods/index';
import { expectScores, scored } from '../scored';

const bands = [
  { at_least: 80, points: 10 },
  { under: 60, points: 0 },
  { at_least: 60, under: 80, points: 5 },
];

it('gives the points of the band, exactly on the limits too', () => {
  expectScores(scored([59.99, 60, 79.99, 80, -1e9, 1e9, null], { method: 'bands', bands }).scores, [0, 5, 5, 10, 0, 10, null]);
});

it('reads numbers as the official sees them', () => {
  const config = {
    method: 'bands',
    bands: [
      { at_most: 0.3, points: 1 },
      { over: 0.3, points: 2 },
    ],
  };
  expectScores(scored([0.1 + 0.2, 0.3, 0.3001], config).scores, [1, 1, 2]);
});

it('compares the values themselves under a logarithm', () => {
  const { scores, report } = scored([60, 0, 80], { method: 'bands', bands, transform: 'log' });
  expectScores(scores, [5, null, 10]);
  expect(report.nonPositive).toBe(1);
});

it.each<[string, Band[], string[]]>([
  ['a sound cover', bands, []],
  ['one band for everything', [{ points: 1 }], []],
  [
    'a band of one number',
    [
      { under: 5, points: 0 },
      { at_least: 5, at_most: 5, points: 1 },
      { over: 5, points: 2 },
    ],
    [],
  ],
  ['no band', [], ['没有写任何分段']],
  [
    'a limit in neither',
    [
      { under: 10, points: 0 },
      { over: 10, points: 1 },
    ],
    ['恰好等于10的数值不属于任何一档'],
  ],
  [
    'a limit in both',
    [
      { at_most: 10, points: 0 },
      { at_least: 10, points: 1 },
    ],
    ['恰好等于10的数值同时属于第1档和第2档'],
  ],
  [
    'a gap',
    [
      { under: 10, points: 0 },
      { at_least: 12, points: 1 },
    ],
    ['10与12之间的数值不属于任何一档'],
  ],
  [
    'an overlap',
    [
      { under: 12, points: 0 },
      { at_least: 10, points: 1 },
    ],
    ['第1档与第2档重叠'],
  ],
  ['open below', [{ at_least: 0, points: 1 }], ['小于0的数值不属于任何一档']],
  ['open below, limit included', [{ over: 0, points: 1 }], ['不超过0的数值不属于任何一档']],
  ['open above', [{ at_most: 0, points: 1 }], ['大于0的数值不属于任何一档']],
  ['open above, limit included', [{ under: 0, points: 1 }], ['不低于0的数值不属于任何一档']],
  ['two lower edges', [{ over: 1, at_least: 1, points: 1 }], ['第1档同时写了 over 和 at_least']],
  ['two upper edges', [{ under: 1, at_most: 1, points: 1 }], ['第1档同时写了 under 和 at_most']],
  ['an empty band', [{ over: 5, under: 5, points: 1 }], ['第1档的下界高于上界，不含任何数值']],
  ['a band that ends where it starts', [{ at_least: 5, under: 5, points: 1 }], ['第1档的下界高于上界，不含任何数值']],
  ['the same band twice', [{ points: 1 }, { points: 2 }], ['第1档与第2档重叠']],
])('checks %s', (_, list, problems) => expect(checkBands(list)).toEqual(problems));

it('accepts exactly the covers that hold every number once', () => {
  const edge = fc.integer({ min: 0, max: 4 });
  const band = fc.record({ at_least: edge, over: edge, under: edge, at_most: edge, points: fc.constant(1) }, { requiredKeys: ['points'] });
  const probes = [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5];
  const holds = (x: number, b: Band): boolean =>
    x >= (b.at_least ?? -Infinity) && x > (b.over ?? -Infinity) && x < (b.under ?? Infinity) && x <= (b.at_most ?? Infinity);
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 3 }), (list) => {
      const wellFormed = list.every(
        (b) => !(b.at_least !== undefined && b.over !== undefined) && !(b.under !== undefined && b.at_most !== undefined),
      );
      fc.pre(wellFormed && list.every((b) => probes.some((x) => holds(x, b))));
      const once = probes.every((x) => list.filter((b) => holds(x, b)).length === 1);
      expect(checkBands(list).length === 0).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

it('wants points that go with the direction, unless the best lies in between', () => {
  const lint = (config: object, direction: 'higher_is_better' | 'lower_is_better') =>
    lintMethod(methodConfigSchema.parse({ method: 'bands', ...config }), direction);
  expect(lint({ bands }, 'higher_is_better')).toEqual([]);
  expect(lint({ bands }, 'lower_is_better')[0]).toContain('越低越好');
  expect(lint({ bands, moderate: true }, 'lower_is_better')).toEqual([]);
});

it('takes neighbouring bands of the same points, and says no more of a direction where the bands are wrong already', () => {
  const lint = (all: Band[], direction: 'higher_is_better' | 'lower_is_better') =>
    lintMethod(methodConfigSchema.parse({ method: 'bands', bands: all }), direction);
  const even: Band[] = [
    { under: 5, points: 1 },
    { at_least: 5, points: 1 },
  ];
  expect(lint(even, 'higher_is_better')).toEqual([]);
  expect(lint(even, 'lower_is_better')).toEqual([]);
  expect(
    lint(
      [
        { under: 5, points: 9 },
        { over: 5, points: 1 },
      ],
      'higher_is_better',
    ),
  ).toEqual(['恰好等于5的数值不属于任何一档']);
});

it('has a live formula as deep as Excel nests, with each limit in the band that it is in', () => {
  const formula = (all: object[]) =>
    scoreFormula({ value: 'B5', range: 'B$5:B$9' }, 'higher_is_better', methodConfigSchema.parse({ method: 'bands', bands: all }));
  expect(formula(bands)).toBe('IF(ISNUMBER(B5),IF(B5<60,0,IF(B5<80,5,10)),"")');
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...(at > 0 && { at_least: at }),
      ...(at < count - 1 && { under: at + 1 }),
      points: at,
    }));
  expect(formula(many(60))).toContain('B5<59,');
  expect(formula(many(61))).toBeUndefined();
});
