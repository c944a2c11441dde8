import { columnFigure, figuresAsked } from '../../../../src/core/score/methods/column-figures';
import { scoreFormula, type SettledMethod } from '../../../../src/core/score/methods/index';

const minMax: SettledMethod = { method: 'min_max', to: [0, 100] };
const asked = (method: SettledMethod, direction: 'higher_is_better' | 'lower_is_better' = 'higher_is_better') =>
  figuresAsked(direction, method, () => 'A1');

test('a method asks for what it uses of the whole column, and no more', () => {
  expect(asked(minMax)).toEqual(['least', 'greatest']);
  expect(asked({ ...minMax, transform: 'log' })).toEqual(['least', 'greatest']);
  expect(asked({ ...minMax, outliers: { percentiles: [5, 95] } })).toEqual(['least', 'greatest', 'low', 'high']);
  expect(asked({ method: 'z_score', mean: 0, sd: 1 })).toEqual(['least', 'greatest', 'mean', 'deviation']);
  expect(asked({ method: 'goalposts', worst: 0, best: 100, to: [0, 100] })).toEqual([]);
  expect(asked({ method: 'percentile', to: [0, 100], transform: 'log' })).toContain('refused');
});

test('formulas refer to them where they stand, and work them out where they stand nowhere', () => {
  const cell = { value: 'B9', range: 'B$9:B$12' };
  const standing = (figure: string): string => (figure === 'least' ? 'B$6' : 'B$7');
  expect(scoreFormula({ ...cell, standing }, 'higher_is_better', minMax)).toBe('IF(ISNUMBER(B9),IF(B$7=B$6,"",(B9-B$6)/(B$7-B$6)*100),"")');
  expect(scoreFormula(cell, 'higher_is_better', minMax)).toBe(
    'IF(ISNUMBER(B9),IF(MAX(B$9:B$12)=MIN(B$9:B$12),"",(B9-MIN(B$9:B$12))/(MAX(B$9:B$12)-MIN(B$9:B$12))*100),"")',
  );
});

test('their values are those of a spreadsheet', () => {
  const values = Float64Array.of(4, NaN, 1, 9, -2);
  const plain = (figure: Parameters<typeof columnFigure>[0]): number => columnFigure(figure, values, minMax);
  expect([plain('least'), plain('greatest'), plain('count'), plain('mean')]).toEqual([-2, 9, 4, 3]);
  // Squares 1, 4, 36 and 25 about a mean of 3, over three.
  expect(plain('deviation')).toBeCloseTo(Math.sqrt(66 / 3), 12);
  const logged = { ...minMax, transform: 'log' } as const;
  expect([columnFigure('least', values, logged), columnFigure('count', values, logged), columnFigure('refused', values, logged)]).toEqual([
    1, 3, 1,
  ]);
  const ends = { ...minMax, outliers: { percentiles: [0, 50] } } as SettledMethod;
  expect([columnFigure('low', values, ends), columnFigure('high', values, ends)]).toEqual([-2, 2.5]);
  const nothing = Float64Array.of(NaN);
  expect([columnFigure('least', nothing, minMax), columnFigure('mean', nothing, minMax), columnFigure('count', nothing, minMax)]).toEqual([
    NaN,
    NaN,
    0,
  ]);
  expect(columnFigure('deviation', Float64Array.of(5), minMax)).toBeNaN();
});
