import fc from 'fast-check';
import { boundScores } from '../../../src/core/certain/score-bounds';
import { normalise, settledMethod, type MethodByRow, type MethodConfig } from '../../../src/core/score/methods/index';

const column = { column: 'goal' };
const methods: readonly (readonly [string, MethodConfig])[] = [
  ['completion of a target', { method: 'target_ratio', target: column, full: 100, cap: 120, floor: 0 }],
  ['goalposts', { method: 'goalposts', worst: 0, best: column, to: [0, 100] }],
  [
    'lines with the best in between',
    {
      method: 'interpolate',
      moderate: true,
      points: [
        { at: 0, points: 0 },
        { at: column, points: 100 },
        { at: 1000, points: 20 },
      ],
    },
  ],
  [
    'lines on logarithms',
    {
      method: 'interpolate',
      transform: 'log',
      points: [
        { at: 1, points: 0 },
        { at: column, points: 100 },
      ],
    },
  ],
  ['pass or fail', { method: 'pass_fail', at_least: column, points: 100, otherwise: 40 }],
];

const byRow = (declared: MethodConfig, goals: readonly number[]): MethodByRow => ({
  declared,
  at: (row) => settledMethod(declared, 'higher_is_better', () => goals[row]!),
});

const figure = fc.integer({ min: 2, max: 100 });
const cell = fc.record({
  value: fc.option(figure, { nil: NaN, freq: 3 }),
  goal: fc.option(figure, { nil: NaN, freq: 3 }),
  fill: fc.nat({ max: 8 }),
});

test.each(methods)(
  '%s: every completion scores within the bounds, a figure within the present range and a goal anywhere',
  (_what, method) => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (rows) => {
        const values = Float64Array.from(rows, ({ value }) => value);
        const present = values.filter((value) => value === value);
        if (present.length === 0) return;
        const bounds = boundScores({
          direction: 'higher_is_better',
          values,
          members: rows.length,
          method: byRow(
            method,
            rows.map(({ goal }) => goal),
          ),
        });
        // What can be scored for nobody takes no part.
        if (bounds.low.every((score) => score !== score)) return;
        const [least, greatest] = [Math.min(...present), Math.max(...present)];
        const out = new Float64Array(rows.length);
        normalise(
          Float64Array.from(rows, ({ value, fill }) => (value === value ? value : least + ((greatest - least) * fill) / 8)),
          'higher_is_better',
          byRow(
            method,
            rows.map(({ goal, fill }) => (goal === goal ? goal : 2 + fill * 90)),
          ),
          out,
        );
        out.forEach((score, row) => {
          expect(score).toBeGreaterThanOrEqual(bounds.low[row]! - 1e-9);
          expect(score).toBeLessThanOrEqual(bounds.high[row]! + 1e-9);
        });
      }),
    );
  },
);

test('a missing figure scores between what the ends of the present range score by its own target', () => {
  const { low, high } = boundScores({
    direction: 'higher_is_better',
    values: Float64Array.of(20, 80, NaN, 50),
    members: 4,
    method: byRow({ method: 'target_ratio', target: column, full: 100, cap: 150, floor: 0 }, [100, 100, 40, NaN]),
  });
  // 20 ÷ 40 and 80 ÷ 40, capped; the target of the last is not there.
  expect([...low]).toEqual([20, 80, 50, 0]);
  expect([...high]).toEqual([20, 80, 150, 150]);
});
