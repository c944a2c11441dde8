import fc from 'fast-check';
import { boundPlacePoints, placePoints, type PlaceAdjustment } from '../../../src/core/score/place-points';

const list = (...points: number[]): Pick<PlaceAdjustment, 'kind' | 'title' | 'pointsOf' | 'length' | 'most'> => ({
  kind: 'places',
  title: '名次加分',
  pointsOf: (place) => points[place - 1] ?? 0,
  length: points.length,
  most: Math.max(...points),
});

const points = (adjustment: PlaceAdjustment, totals: readonly number[]): number[] => [
  ...placePoints(adjustment, Float64Array.from(totals)),
];

test('the first three of each group', () => {
  const groups = [0, 0, 0, 0, 1, 1];
  expect(points({ ...list(3, 2, 1), groups }, [50, 90, 80, 70, 10, 20])).toEqual([0, 3, 2, 1, 2, 3]);
});

test('who is level shares the better place, and the next one stays empty', () => {
  expect(points(list(3, 2, 1), [90, 90, 80, 70])).toEqual([3, 3, 1, 0]);
  // Noise of summing is no difference.
  expect(points(list(3, 2), [0.1 + 0.2, 0.3])).toEqual([3, 3]);
});

test('without a figure or a group nothing is known', () => {
  expect(points(list(3, 2), [90, NaN])).toEqual([3, NaN]);
  expect(points({ ...list(3, 2), groups: [0, -1] }, [90, 80])).toEqual([3, NaN]);
});

test('places gained, none for places lost, nothing known of who was not listed', () => {
  const gained: PlaceAdjustment = {
    ...list(),
    pointsOf: (gain) => Math.min(2, gain * 0.5),
    most: 2,
    before: Float64Array.of(4, 2, 9, NaN),
  };
  expect(points(gained, [90, 80, 70, 60])).toEqual([1.5, 0, 2, NaN]);
});

/** Totals between ends, rows that may not belong, and earlier places or a list of points in any order. */
const open = fc
  .array(
    fc.record({
      low: fc.integer({ min: 0, max: 6 }),
      more: fc.integer({ min: 0, max: 3 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      group: fc.integer({ min: 0, max: 1 }),
      before: fc.integer({ min: 1, max: 8 }),
      isIn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      members: fc.integer({ min: 1, max: rows.length }),
      points: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }),
      isGain: fc.boolean(),
    }),
  );

test('the bounds hold every completion', () => {
  fc.assert(
    fc.property(open, ({ rows, members, points: given, isGain }) => {
      const adjustment = (of: typeof rows): PlaceAdjustment => ({
        ...list(...given),
        groups: of.map(({ group }) => group),
        ...(isGain && { before: Float64Array.from(of, ({ before }) => before), pointsOf: (gain) => Math.min(3, gain), most: 3 }),
      });
      const { least, most } = boundPlacePoints(
        adjustment(rows),
        Float64Array.from(rows, ({ low }) => low),
        Float64Array.from(rows, ({ low, more }) => low + more),
        members,
      );
      const taking = rows.map((_, at) => at).filter((at) => at < members || rows[at]!.isIn);
      const found = points(
        adjustment(taking.map((at) => rows[at]!)),
        taking.map((at) => rows[at]!.low + Math.round(rows[at]!.at * rows[at]!.more)),
      );
      found.forEach((some, index) => {
        expect(some).toBeGreaterThanOrEqual(least[taking[index]!]!);
        expect(some).toBeLessThanOrEqual(most[taking[index]!]!);
      });
    }),
  );
});

test('nothing open, nothing between', () => {
  const totals = Float64Array.of(90, 80, 80, 70);
  const { least, most } = boundPlacePoints(list(3, 2, 1), totals, totals, 4);
  expect([...least]).toEqual([3, 2, 2, 0]);
  expect([...most]).toEqual([3, 2, 2, 0]);
});
