import fc from 'fast-check';
import { boundTotals, type PopulationColumns } from '../../../src/core/certain/total-bounds';
import { adjustTotals, type Adjustment } from '../../../src/core/score/adjust';
import type { SettledMethod } from '../../../src/core/score/methods/index';
import type { RowRules } from '../../../src/core/score/row-factors';
import { score } from '../../../src/core/score/score';
import type { ScoreBranch } from '../../../src/core/score/tree';

const method: SettledMethod = { method: 'goalposts', worst: 0, best: 100, to: [0, 100] };
const direction = 'higher_is_better';
const tree: ScoreBranch = {
  id: 'total',
  method: 'weighted_arithmetic',
  missing: 'renormalise',
  children: [
    { id: 'scale', method: 'weighted_arithmetic', missing: 'renormalise', cap: 90, children: [{ id: 'x' }, { id: 'y' }] },
    { id: 'z' },
  ],
};

const figure = fc.option(fc.integer({ min: 0, max: 100 }), { nil: NaN, freq: 4 });
const factor = fc.option(fc.constantFrom(0.5, 0.8, 1, 1.2), { nil: NaN, freq: 4 });
const rowOf = fc.record({
  x: figure,
  y: figure,
  z: figure,
  ofScale: factor,
  ofTotal: factor,
  held: fc.constantFrom(true, false, undefined),
});
const fill = fc.record({
  x: fc.nat({ max: 4 }),
  y: fc.nat({ max: 4 }),
  z: fc.nat({ max: 4 }),
  // Of the least numbers there are, a ratio is no longer exact.
  factor: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 3, noNaN: true })),
  held: fc.boolean(),
});
type One = typeof rowOf extends fc.Arbitrary<infer T> ? T : never;

const columnsOf = (rows: readonly One[]) =>
  new Map((['x', 'y', 'z'] as const).map((id) => [id as string, Float64Array.from(rows, (row) => row[id])]));

/** 55 at most for y where the condition is not met; open where that is not known. */
function rulesOf(rows: readonly One[]): RowRules {
  const span = (known: (row: One) => number | undefined, [least, most]: readonly [number, number]) => ({
    least: Float64Array.from(rows, (row) => known(row) ?? least),
    most: Float64Array.from(rows, (row) => known(row) ?? most),
  });
  const ofY = span(({ held }) => (held === undefined ? undefined : held ? 55 : Infinity), [55, Infinity]);
  return {
    coefficients: new Map([['scale', span(({ ofScale }) => (Number.isNaN(ofScale) ? undefined : ofScale), [0, Infinity])]]),
    ceilings: new Map([['y', { ...ofY, now: ofY.most }]]),
  };
}

const adjustmentsOf = (rows: readonly One[]): Adjustment[] => [
  { kind: 'coefficient', title: '系数', factors: Float64Array.from(rows, ({ ofTotal }) => ofTotal) },
  { kind: 'rescale', best: 100 },
];

test('coefficients, caps, conditions and stretching: the total of every completion lies within the bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rowOf, fill), { minLength: 2, maxLength: 5 }), (drawn) => {
      const rows = drawn.map(([row]) => row);
      const given = columnsOf(rows);
      const present = new Map([...given].map(([id, column]) => [id, column.filter((value) => value === value)]));
      if ([...present.values()].some(({ length }) => length === 0)) return;
      const population: PopulationColumns = {
        members: rows.length,
        rows: rows.length,
        indicators: new Map([...given].map(([id, values]) => [id, { direction, method, values, members: rows.length }])),
        tree,
        weighting: { kind: 'equal' },
        adjustments: adjustmentsOf(rows),
        rules: rulesOf(rows),
      };
      const bounds = boundTotals(population);
      const filled = drawn.map(([row, more]): One => {
        const at = (id: 'x' | 'y' | 'z'): number => {
          const [least, greatest] = [Math.min(...present.get(id)!), Math.max(...present.get(id)!)];
          return Number.isNaN(row[id]) ? least + ((greatest - least) * more[id]) / 4 : row[id];
        };
        return {
          x: at('x'),
          y: at('y'),
          z: at('z'),
          ofScale: Number.isNaN(row.ofScale) ? more.factor : row.ofScale,
          ofTotal: Number.isNaN(row.ofTotal) ? more.factor : row.ofTotal,
          held: row.held ?? more.held,
        };
      });
      const { nodeScores } = score({
        rows: rows.length,
        values: columnsOf(filled),
        indicators: ['x', 'y', 'z'].map((id) => ({ id, direction, method })),
        tree,
        weighting: { kind: 'equal' },
        rules: rulesOf(filled),
      });
      const { totals } = adjustTotals(nodeScores.get('total')!, adjustmentsOf(filled));
      totals.forEach((total, row) => {
        expect(total).toBeGreaterThanOrEqual(bounds.low[row]! - 1e-9);
        expect(total).toBeLessThanOrEqual(bounds.high[row]! + 1e-9);
      });
    }),
  );
});

test('nothing is known of distances once one figure is missing', () => {
  const population = (x: number): PopulationColumns => ({
    members: 2,
    rows: 2,
    indicators: new Map([['x', { direction, method, values: Float64Array.of(x, 80), members: 2 }]]),
    tree: { id: 'total', method: 'topsis', missing: 'renormalise', children: [{ id: 'x' }] },
    weighting: { kind: 'equal' },
    adjustments: [],
  });
  expect(boundTotals(population(NaN))).toMatchObject({ unbounded: true });
  expect([...boundTotals(population(20)).low]).toEqual([0, 100]);
});
