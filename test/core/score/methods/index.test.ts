import fc from 'fast-check';
import {
  lintMethod,
  methodConfigSchema,
  methodTitle,
  onMethodScale,
  reachOf,
  restsOn,
  scoreFormula,
  scoringMethods,
} from '../../../../src/core/score/methods/index';
import type { Direction } from '../../../../src/core/score/methods/method';
import { scored } from '../scored';

/** One usable configuration a method and direction; a new method fails here until it has one. */
function example(id: string, direction: Direction): object {
  const rising = direction === 'higher_is_better';
  const examples: Record<string, object> = {
    min_max: {},
    goalposts: rising ? { worst: -50, best: 50 } : { worst: 50, best: -50 },
    target_ratio: { target: 40, cap: 120 },
    efficacy: rising ? { unsatisfactory: -20, satisfactory: 60 } : { unsatisfactory: 60, satisfactory: -20 },
    bands: {
      bands: [
        { under: 0, points: rising ? 0 : 9 },
        { at_least: 0, at_most: 40, points: 5 },
        { over: 40, points: rising ? 9 : 0 },
      ],
    },
    interpolate: {
      points: [
        { at: 0, points: rising ? 0 : 100 },
        { at: 20, points: 60 },
        { at: 60, points: rising ? 100 : 0 },
      ],
    },
    steps: { base_value: 10, base_score: 60, per: 3, points: 2, cap: 90, floor: 20 },
    rank_points: { from: 100, to: 60 },
    percentile: {},
    rank_ratio: {},
    z_score: { mean: 50, sd: 10 },
    pass_fail: { [rising ? 'at_least' : 'at_most']: 10, points: 5 },
  };
  return { method: id, ...examples[id]! };
}

const all = Object.keys(scoringMethods).flatMap((id) =>
  (['higher_is_better', 'lower_is_better'] as const).map((direction) => ({ id, direction })),
);

describe.each(all)('$id, $direction', ({ id, direction }) => {
  const config = methodConfigSchema.parse(example(id, direction));
  const values = fc.array(fc.option(fc.integer({ min: -100, max: 100 }), { freq: 5 }), { minLength: 1, maxLength: 25 });

  it('has a configuration without lint, a title and a formula', () => {
    expect(lintMethod(config, direction)).toEqual([]);
    expect(methodTitle(config)).not.toBe('');
    expect(scoreFormula({ value: 'B5', range: 'B$5:B$40' }, direction, config)).toMatch(/^IF\(ISNUMBER\(B5\),.*,""\)$/);
  });

  it('keeps missing missing and never scores the better value lower', () => {
    fc.assert(
      fc.property(values, (xs) => {
        const { scores, report } = scored(xs, config, direction);
        xs.forEach((x, i) => {
          expect(scores[i] === null).toBe(x === null || report.constant);
          xs.forEach((y, j) => {
            if (x === null || y === null || report.constant) return;
            if (x === y) expect(scores[i]).toBe(scores[j]);
            else if (x > y === (direction === 'higher_is_better')) expect(scores[i]!).toBeGreaterThanOrEqual(scores[j]!);
          });
        });
      }),
    );
  });

  it('scores a zone alike wherever it stands in the table', () => {
    fc.assert(
      fc.property(values, (xs) => {
        const forwards = scored(xs, config, direction).scores;
        const backwards = scored([...xs].reverse(), config, direction).scores.reverse();
        forwards.forEach((x, at) => (x === null ? expect(backwards[at]).toBeNull() : expect(backwards[at]).toBeCloseTo(x, 9)));
      }),
    );
  });

  it('refuses an unknown key', () => {
    expect(methodConfigSchema.safeParse({ ...example(id, direction), weigth: 1 }).success).toBe(false);
  });
});

it.each(['min_max', 'percentile', 'goalposts'])('%s stays within its scale', (id) => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (xs) => {
      const { scores } = scored(xs, { ...example(id, 'higher_is_better'), to: [1, 100] });
      scores.forEach((x) => x !== null && expect(x >= 1 - 1e-12 && x <= 100 + 1e-12).toBe(true));
    }),
  );
});

it('refuses an unknown method and a scale upside down', () => {
  expect(methodConfigSchema.safeParse({ method: 'magic' }).success).toBe(false);
  expect(methodConfigSchema.safeParse({ method: 'min_max', to: [100, 0] }).success).toBe(false);
  expect(methodConfigSchema.safeParse({ method: 'min_max', to: [60, 60] }).success).toBe(false);
});

describe('live formulas', () => {
  const formula = (config: object, direction: Direction = 'higher_is_better') =>
    scoreFormula({ value: 'B5', range: 'B$5:B$9' }, direction, methodConfigSchema.parse(config));

  it.each([
    [{ method: 'min_max' }, 'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",(B5-MIN(B$5:B$9))/(MAX(B$5:B$9)-MIN(B$5:B$9))*100),"")'],
    [{ method: 'goalposts', worst: -2, best: 85, to: [0, 1] }, 'IF(ISNUMBER(B5),MAX(0,MIN(1,(B5-(-2))/(85-(-2)))),"")'],
    [
      { method: 'goalposts', worst: 100, best: 75000, to: [0, 1], transform: 'log' },
      'IF(ISNUMBER(B5),IF(B5>0,MAX(0,MIN(1,(LN(B5)-LN(100))/(LN(75000)-LN(100)))),""),"")',
    ],
    [
      {
        method: 'bands',
        bands: [
          { over: 9, points: 5 },
          { at_most: 9, points: 1 },
        ],
      },
      'IF(ISNUMBER(B5),IF(B5<=9,1,5),"")',
    ],
    [
      { method: 'min_max', to: [0, 1] },
      'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",(B5-MIN(B$5:B$9))/(MAX(B$5:B$9)-MIN(B$5:B$9))),"")',
    ],
    [
      { method: 'percentile', to: [60, 100] },
      'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",60+(RANK(B5,B$5:B$9,1)-1)/(COUNT(B$5:B$9)-1)*40),"")',
    ],
    [
      {
        method: 'interpolate',
        points: [
          { at: -5, points: 0 },
          { at: 5, points: 60 },
          { at: 10, points: 100 },
        ],
      },
      'IF(ISNUMBER(B5),IF(B5<=(-5),0,IF(B5<5,0+(B5-(-5))/(5-(-5))*60,IF(B5<10,60+(B5-5)/(10-5)*40,100))),"")',
    ],
    [{ method: 'pass_fail', at_least: 1e-7, points: 5 }, 'IF(ISNUMBER(B5),IF(B5>=1E-7,5,0),"")'],
    [{ method: 'target_ratio', target: 60, full: 8 }, 'IF(ISNUMBER(B5),B5/60*8,"")'],
    [{ method: 'efficacy', unsatisfactory: 20, satisfactory: 60 }, 'IF(ISNUMBER(B5),60+(B5-20)/(60-20)*40,"")'],
    [
      { method: 'efficacy', clip: [50, 90] },
      'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",MAX(50,MIN(90,60+(B5-MIN(B$5:B$9))/(MAX(B$5:B$9)-MIN(B$5:B$9))*40))),"")',
    ],
    [{ method: 'steps', base_value: 8, base_score: 60, per: 5, points: 2 }, 'IF(ISNUMBER(B5),60+TRUNC(ROUND((B5-8)/5,9))*2,"")'],
    [
      { method: 'steps', base_value: 8, base_score: 60, per: 5, points: 2, points_below: 2, partial: 'linear' },
      'IF(ISNUMBER(B5),60+(B5-8)/5*2,"")',
    ],
    [
      { method: 'steps', base_value: 8, base_score: 60, per: 5, points: 2, points_below: 3, partial: 'linear', floor: 0 },
      'IF(ISNUMBER(B5),MAX(0,60+MAX(0,(B5-8)/5)*2+MIN(0,(B5-8)/5)*3),"")',
    ],
    [
      { method: 'rank_points', from: 100, to: 60 },
      'IF(ISNUMBER(B5),100+(-40)*SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9>B5))/MAX(1,COUNT(B$5:B$9)-1),"")',
    ],
    [
      { method: 'rank_points', points: [5, 3], rest: 1 },
      'IF(ISNUMBER(B5),IF(SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9>B5))>=2,1,CHOOSE(SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9>B5))+1,5,3)),"")',
    ],
    [{ method: 'z_score' }, 'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",(B5-AVERAGE(B$5:B$9))/STDEV(B$5:B$9)*1),"")'],
  ])('%j', (config, text) => expect(formula(config)).toBe(text));

  it.each([
    [{ method: 'min_max' }, 'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",(MAX(B$5:B$9)-B5)/(MAX(B$5:B$9)-MIN(B$5:B$9))*100),"")'],
    [{ method: 'percentile' }, 'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",(RANK(B5,B$5:B$9,0)-1)/(COUNT(B$5:B$9)-1)*100),"")'],
    [{ method: 'target_ratio', target: 60, cap: 120 }, 'IF(ISNUMBER(B5),IF(B5<=0,120,MIN(120,60/B5*100)),"")'],
    [
      { method: 'efficacy', base: 50, span: 50 },
      'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",50+(B5-MAX(B$5:B$9))/(MIN(B$5:B$9)-MAX(B$5:B$9))*50),"")',
    ],
    [
      { method: 'steps', base_value: 8, base_score: 60, per: 1, points: 2, cap: 90 },
      'IF(ISNUMBER(B5),MIN(90,60+TRUNC(ROUND((8-B5)/1,9))*2),"")',
    ],
    [
      { method: 'rank_points', from: 100, to: 60 },
      'IF(ISNUMBER(B5),100+(-40)*SUMPRODUCT(ISNUMBER(B$5:B$9)*(B$5:B$9<B5))/MAX(1,COUNT(B$5:B$9)-1),"")',
    ],
    [
      { method: 'z_score', mean: 50, sd: 10 },
      'IF(ISNUMBER(B5),IF(MAX(B$5:B$9)=MIN(B$5:B$9),"",50+(AVERAGE(B$5:B$9)-B5)/STDEV(B$5:B$9)*10),"")',
    ],
  ])('%j, lower is better', (config, text) => expect(formula(config, 'lower_is_better')).toBe(text));

  it('says nothing where classical functions cannot', () => {
    expect(formula({ method: 'z_score', transform: 'log' })).toBeUndefined();
    expect(formula({ method: 'target_ratio', target: 60 }, 'lower_is_better')).toBeUndefined();
  });
});

describe('what a score rests on, and the least and the greatest that there can be', () => {
  const bandPoints = [
    { under: 0, points: 9 },
    { at_least: 0, points: 2 },
  ];
  it.each<[object, string, [number, number]]>([
    [{ method: 'min_max', to: [1, 100] }, 'extent', [1, 100]],
    [{ method: 'goalposts', worst: 0, best: 9, to: [1, 100] }, 'itself', [1, 100]],
    [{ method: 'target_ratio', target: 40 }, 'itself', [-Infinity, Infinity]],
    [{ method: 'target_ratio', target: 40, cap: 120, floor: 10 }, 'itself', [10, 120]],
    // The population's worst value gets the base, its best one base and span; values beyond given limits score beyond them.
    [{ method: 'efficacy' }, 'extent', [60, 100]],
    [{ method: 'efficacy', base: 50, span: 30, clip: [55, 70] }, 'extent', [55, 70]],
    [{ method: 'efficacy', unsatisfactory: 1, satisfactory: 2 }, 'itself', [-Infinity, Infinity]],
    [{ method: 'efficacy', unsatisfactory: 1, satisfactory: 2, clip: [0, 120] }, 'itself', [0, 120]],
    [{ method: 'bands', bands: bandPoints }, 'itself', [2, 9]],
    [{ method: 'steps', base_value: 1, base_score: 60, per: 1, points: 2 }, 'itself', [-Infinity, Infinity]],
    [{ method: 'steps', base_value: 1, base_score: 60, per: 1, points: 2, cap: 90, floor: 20 }, 'itself', [20, 90]],
    [{ method: 'rank_points', from: 100, to: 60 }, 'order', [60, 100]],
    [{ method: 'rank_points', points: [10, 8], rest: 3 }, 'order', [3, 10]],
    [{ method: 'rank_points', points: [10, 8] }, 'order', [0, 10]],
    [{ method: 'percentile', to: [1, 100] }, 'order', [1, 100]],
    [{ method: 'z_score', mean: 50, sd: 10 }, 'spread', [-Infinity, Infinity]],
    [{ method: 'pass_fail', at_least: 10, points: 5, otherwise: 1 }, 'itself', [1, 5]],
  ])('%j', (config, base, reach) => {
    const parsed = methodConfigSchema.parse(config);
    expect(restsOn(parsed)).toBe(base);
    expect(reachOf(parsed)).toEqual(reach);
  });
});

it('puts values on the scale of the method: logarithms where it reckons with them, the values themselves where order or edges count', () => {
  const scale = (config: object) => [...onMethodScale(Float64Array.of(1, Math.E, 0, -1, NaN), methodConfigSchema.parse(config))];
  expect(scale({ method: 'min_max' })).toEqual([1, Math.E, 0, -1, NaN]);
  expect(scale({ method: 'min_max', transform: undefined })).toEqual([1, Math.E, 0, -1, NaN]);
  expect(scale({ method: 'min_max', transform: 'log' })).toEqual([0, 1, NaN, NaN, NaN]);
  expect(scale({ method: 'percentile', transform: 'log' })).toEqual([1, Math.E, NaN, NaN, NaN]);
});

it('counts values that cannot be reckoned with, and scores that its own parameters put out of all bounds', () => {
  const ratio = { method: 'target_ratio', target: 50 };
  expect(scored([25, 1e101, -1e101, 1e-101, null], ratio)).toEqual({
    scores: [50, null, null, null, null],
    report: { constant: false, nonPositive: 0, unreckonable: 3 },
  });
  expect(scored([25, 1e-90, 0, null], { ...ratio, target: 1e-99 })).toEqual({
    scores: [null, expect.closeTo(1e11, -3), 0, null],
    report: { constant: false, nonPositive: 0, unreckonable: 1 },
  });
  expect(scored([4, 4, null], { method: 'min_max' }).report).toEqual({ constant: true, nonPositive: 0, unreckonable: 0 });
});
