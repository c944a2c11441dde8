import { lintMethod, methodConfigSchema, scoreFormula } from '../../../../src/core/score/methods/index';
import { winsorised } from '../../../../src/core/score/methods/outliers';
import { expectScores, scored, settledConfig } from '../scored';

const values = [1, 2, 3, 4, 100];
const percentiles = { percentiles: [0, 75] };

it('sets what lies beyond a percentile to it, by linear interpolation', () => {
  // The third quartile of five figures is the fourth, 4; the tenth percentile lies 0.4 of the way from 1 to 2.
  expect([...winsorised(Float64Array.of(...values, NaN), { percentiles: [10, 75] })]).toEqual([1.4, 2, 3, 4, 4, NaN]);
  // Exactly on the end stays where it is.
  expectScores(scored(values, { method: 'min_max', outliers: percentiles }).scores, [0, 100 / 3, 200 / 3, 100, 100]);
});

it('sets what lies further than k standard deviations from the mean to that end', () => {
  // Mean 22; deviation of the sample √((21² + 20² + 19² + 18² + 78²)/4) = √1902.5.
  const end = 22 + Math.sqrt(1902.5);
  expect(winsorised(Float64Array.from(values), { sd: 1 })[4]).toBeCloseTo(end, 9);
  expectScores(
    scored(values, { method: 'min_max', outliers: { sd: 1 } }).scores,
    values.map((value) => ((Math.min(value, end) - 1) / (end - 1)) * 100),
  );
});

it('works on logarithms where the method does', () => {
  // The median of ln 1, ln 10, ln 1000 is ln 10.
  expectScores(scored([1, 10, 1000], { method: 'min_max', transform: 'log', outliers: { percentiles: [0, 50] } }).scores, [0, 100, 100]);
});

it('goes into z-scores and efficacy coefficients over the population', () => {
  // 1, 2, 3, 4, 4: mean 2.8, deviation √(6.8/4).
  const expected = [1, 2, 3, 4, 4].map((value) => (value - 2.8) / Math.sqrt(6.8 / 4));
  expectScores(scored(values, { method: 'z_score', outliers: percentiles }).scores, expected);
  expectScores(scored(values, { method: 'efficacy', outliers: percentiles }).scores, [60, 60 + 40 / 3, 60 + 80 / 3, 100, 100]);
});

it('makes one figure of all where the ends meet', () => {
  expect(scored([1, 1, 1, 1, 9], { method: 'min_max', outliers: percentiles }).report.constant).toBe(true);
});

it('is refused where the ends are given, and with percentiles upside down', () => {
  const given = methodConfigSchema.parse({ method: 'efficacy', unsatisfactory: 0, satisfactory: 1, outliers: { sd: 3 } });
  expect(lintMethod(given, 'higher_is_better')).toEqual(['极端值处理 outliers 只用于与全体比较的方法，这里的上下限是给定的']);
  expect(methodConfigSchema.safeParse({ method: 'min_max', outliers: { percentiles: [95, 5] } }).success).toBe(false);
  expect(methodConfigSchema.safeParse({ method: 'goalposts', worst: 0, best: 1, outliers: { sd: 3 } }).success).toBe(false);
});

it('has a formula where no array is needed', () => {
  const formula = (config: object) => scoreFormula({ value: 'B5', range: 'B$5:B$9' }, 'higher_is_better', settledConfig(config));
  expect(formula({ method: 'min_max', outliers: { percentiles: [5, 95] } })).toContain(
    'MAX(PERCENTILE(B$5:B$9,0.05),MIN(PERCENTILE(B$5:B$9,0.95),B5))',
  );
  expect(formula({ method: 'min_max', outliers: { sd: 3 } })).toContain('(AVERAGE(B$5:B$9)+3*STDEV(B$5:B$9))');
  expect(formula({ method: 'z_score', outliers: { sd: 3 } })).toBeUndefined();
  expect(formula({ method: 'min_max', transform: 'log', outliers: { sd: 3 } })).toBeUndefined();
});
