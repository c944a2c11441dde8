import fc from 'fast-check';
import { lintMethod, methodConfigSchema, methodTitle, scoreFormula, scoringMethods } from '../../../../src/core/score/methods/index';
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
    steps: { base_value: 10, base_score: 60, per: 3, points: 2, cap: 90, floor: 20 },
    rank_points: { from: 100, to: 60 },
    percentile: {},
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
  ])('%j', (config, text) => expect(formula(config)).toBe(text));

  it('says nothing where classical functions cannot', () => {
    expect(formula({ method: 'z_score', transform: 'log' })).toBeUndefined();
  });
});
