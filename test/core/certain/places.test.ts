import fc from 'fast-check';
import { Places } from '../../../src/core/certain/places';
import { boundTotals } from '../../../src/core/certain/total-bounds';
import type { SettledMethod } from '../../../src/core/score/methods/index';
import { Assessed, complete, drawTable, listed, seeded, strewBlanks } from './simulated';

const minMax: SettledMethod = { method: 'min_max', to: [0, 100] };
const blank = NaN;

/** Places of rows with one line of figures each; those from `members` on may or may not belong. */
function placesOf(rows: readonly (readonly number[])[], method: SettledMethod = minMax, members = rows.length): Places {
  const assessed = new Assessed(rows.length, rows[0]!.length, method);
  return assessed.places(
    rows[0]!.map((_, column) => Float64Array.from(rows, (row) => row[column]!)),
    members,
  );
}

describe('first and last N', () => {
  const known = [[100], [80], [60], [40], [20], [0]];

  test('nothing missing: places are as they are, ties at the edge included', () => {
    const places = placesOf([...known, [20]]);
    expect([0, 4, 6, 5].map((row) => places.interval(row))).toEqual([
      [1, 1],
      [5, 5],
      [5, 5],
      [7, 7],
    ]);
    expect([3, 4, 5, 6].map((row) => places.among(row, 'last', 2))).toEqual(['impossible', 'certain', 'certain', 'certain']);
  });

  test('one zone that hands in nothing makes the edge uncertain, and nothing else', () => {
    const places = placesOf([...known, [blank]]);
    expect(known.map((_, row) => places.among(row, 'last', 3))).toEqual([
      'impossible',
      'impossible',
      'impossible',
      'possible',
      'certain',
      'certain',
    ]);
    expect(places.among(6, 'last', 3)).toBe('possible');
    expect(places.interval(6)).toEqual([1, 6]);
    expect(places.interval(3)).toEqual([4, 5]);
    expect(places.interval(5)).toEqual([6, 7]);
  });

  test('a zone that lacks one of several figures keeps its certain place where the others decide', () => {
    const rows = [
      [100, 100],
      [70, 70],
      [30, blank],
      [0, 0],
    ];
    const places = placesOf(rows);
    expect(places.interval(2)).toEqual([3, 3]);
    expect(places.among(2, 'last', 2)).toBe('certain');
    // A figure far beyond all others would squeeze them: 30 and 100 against 70 and nearly 0.
    expect(places.amongAnywhere(2, 'last', 2)).toBe(false);
    expect(places.amongAnywhere(3, 'last', 2)).toBe(true);
  });

  test('goalposts: a missing figure scores what the present ones do, and anything where no range is assumed', () => {
    const goalposts: SettledMethod = { method: 'goalposts', worst: 0, best: 1000, to: [0, 100] };
    const rows = [
      [500, 600],
      [500, 580],
      [510, blank],
      [490, 400],
    ];
    const places = placesOf(rows, goalposts);
    // 490 to 510 and 400 to 600: the third cannot fall behind the fourth, but may be anywhere before it.
    expect(rows.map((_, row) => places.interval(row))).toEqual([
      [1, 2],
      [2, 3],
      [1, 3],
      [4, 4],
    ]);
    expect(places.among(3, 'last', 1)).toBe('certain');
    expect(places.amongAnywhere(3, 'last', 1)).toBe(false);
  });

  test('goalposts: a single figure is no range', () => {
    const places = placesOf([[500], [blank], [blank]], { method: 'goalposts', worst: 0, best: 1000, to: [0, 100] });
    expect([0, 1, 2].map((row) => places.among(row, 'last', 1))).toEqual(['possible', 'possible', 'possible']);
  });

  test('bands with the best in between: a missing figure may score more than any that is there', () => {
    const bands: SettledMethod = {
      method: 'bands',
      moderate: true,
      bands: [
        { under: 40, points: 0 },
        { at_least: 40, under: 60, points: 100 },
        { at_least: 60, points: 20 },
      ],
    };
    const places = placesOf([[10], [20], [90], [blank]], bands);
    expect(places.interval(2)).toEqual([1, 2]);
    expect(places.among(2, 'first', 1)).toBe('possible');
  });

  test('a row of unknown membership counts as a rival and is never certain itself', () => {
    const places = placesOf([...known, [-50]], minMax, 6);
    expect(places.among(6, 'last', 3)).toBe('possible');
    expect([3, 4, 5].map((row) => places.among(row, 'last', 3))).toEqual(['possible', 'certain', 'certain']);
    expect(places.interval(0)).toEqual([1, 1]);
    expect(places.interval(5)).toEqual([6, 6]);
  });

  test('lowest first turns both ends round', () => {
    const column = Float64Array.of(10, 20, 30, blank);
    const assessed = new Assessed(4, 1, minMax);
    const places = new Places({ bounds: boundTotals(assessed.population([column])), members: 4, order: 'lowest_first' });
    expect(places.interval(0)).toEqual([1, 1]);
    expect(places.interval(2)).toEqual([3, 4]);
    expect(places.among(2, 'last', 1)).toBe('certain');
  });

  test('weights that are taken from the data give no bound while figures are missing', () => {
    const assessed = new Assessed(3, 2, minMax);
    const table = [Float64Array.of(1, 2, blank), Float64Array.of(3, 1, 2)];
    const bounds = boundTotals({ ...assessed.population(table), weighting: { kind: 'entropy' } });
    expect(bounds.unbounded).toBe(true);
    const places = new Places({ bounds, members: 3, order: 'highest_first' });
    expect([0, 1, 2].map((row) => places.among(row, 'last', 1))).toEqual(['possible', 'possible', 'possible']);
  });

  test('an open veto keeps a zone from being certain, a known one from taking a place', () => {
    const assessed = new Assessed(3, 1, minMax);
    const population = assessed.population([Float64Array.of(30, 20, 10)]);
    const veto = (flags: readonly number[]): Places =>
      new Places({
        bounds: boundTotals({
          ...population,
          adjustments: [{ kind: 'veto', title: '否决', effect: 'unranked', flags: Float64Array.from(flags) }],
        }),
        members: 3,
        order: 'highest_first',
      });
    expect(veto([0, 0, blank]).among(2, 'last', 1)).toBe('possible');
    expect(veto([0, 0, blank]).among(1, 'last', 1)).toBe('possible');
    expect(veto([0, 0, 1]).among(1, 'last', 1)).toBe('certain');
    expect(veto([0, 0, 1]).interval(2)).toBeUndefined();
  });
});

test('whom a veto puts behind all others stands there for sure; where that is open, either here or there', () => {
  const population = new Assessed(3, 1, minMax).population([Float64Array.of(30, 20, 10)]);
  const veto = (flags: readonly number[]): Places =>
    new Places({
      bounds: boundTotals({
        ...population,
        adjustments: [{ kind: 'veto', title: '否决', effect: 'last', flags: Float64Array.from(flags) }],
      }),
      members: 3,
      order: 'highest_first',
    });
  expect([0, 1, 2].map((row) => veto([1, 0, 0]).interval(row))).toEqual([
    [3, 3],
    [1, 1],
    [2, 2],
  ]);
  expect([0, 1, 2].map((row) => veto([blank, 0, 0]).interval(row))).toEqual([
    [1, 3],
    [1, 2],
    [2, 3],
  ]);
});

test('deductions that a cap holds together take no more than the cap, reported or not', () => {
  const population = new Assessed(2, 1, minMax).population([Float64Array.of(30, 20)]);
  const { low, high } = boundTotals({
    ...population,
    adjustments: [
      { kind: 'deduction', title: '甲', points_per: 2, cap: 6, amounts: Float64Array.of(blank, 3) },
      { kind: 'deduction', title: '乙', points_per: 1, cap: 5, amounts: Float64Array.of(4, 4) },
      { kind: 'limit', cap: 8, on: [0, 1] },
    ],
  });
  expect([low[0]! - 100, high[0]! - 100, low[1], high[1]]).toEqual([-8, -4, -8, -8]);
});

describe('completions of random tables', () => {
  const methods: SettledMethod[] = [
    minMax,
    { method: 'percentile', to: [0, 100] },
    { method: 'rank_ratio' },
    { method: 'min_max', to: [0, 100], outliers: { percentiles: [10, 90] } },
    { method: 'z_score', mean: 0, sd: 1, outliers: { sd: 1 } },
    { method: 'efficacy', base: 60, span: 40, outliers: { percentiles: [20, 100] } },
    {
      method: 'interpolate',
      points: [
        { at: 300, points: 0 },
        { at: 500, points: 60 },
        { at: 800, points: 100 },
      ],
    },
    { method: 'rank_points', from: 100, to: 0 },
    { method: 'rank_points', points: [10, 6, 3, 1], rest: 0 },
    { method: 'goalposts', worst: 50, best: 1300, to: [0, 100] },
    { method: 'efficacy', base: 60, span: 40 },
    { method: 'efficacy', base: 60, span: 40, clip: [65, 95] },
    { method: 'z_score', mean: 0, sd: 1 },
    { method: 'min_max', to: [0, 100], transform: 'log' },
    {
      method: 'bands',
      moderate: true,
      bands: [
        { under: 450, points: 20 },
        { at_least: 450, under: 550, points: 100 },
        { at_least: 550, points: 40 },
      ],
    },
    { method: 'pass_fail', at_least: 500, points: 10, otherwise: 0 },
    { method: 'target_ratio', target: 400, full: 100 },
    { method: 'efficacy', unsatisfactory: 300, satisfactory: 700, base: 60, span: 40 },
    { method: 'steps', base_value: 300, base_score: 60, per: 50, points: 2, partial: 'floor', cap: 100, floor: 0 },
  ];

  test.each(methods.map((method) => [JSON.stringify(method), method] as const))(
    'never leave the interval, nor a certain or impossible list: %s',
    (_, method) => {
      fc.assert(
        fc.property(
          fc.integer(),
          fc.integer({ min: 3, max: 9 }),
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 0, max: 2 }),
          (seed, rows, indicators, doubtful) => {
            const random = seeded(seed);
            const assessed = new Assessed(rows, indicators, method);
            const members = Math.max(2, rows - doubtful);
            // Few different values, so that ties and alike columns come up.
            const drawn = drawTable(random, rows, indicators).map((values) =>
              values.map((value) => (seed % 2 === 0 ? Math.ceil(value / 200) * 100 : value)),
            );
            const gappy = strewBlanks(random, drawn, 0.2);
            // Doubtful rows have all their figures: within the present range is said of the members.
            const table = gappy.map((values, column) => values.map((value, row) => (row < members ? value : drawn[column]![row]!)));
            const places = assessed.places(table, members);
            for (let draw = 0; draw < 4; draw++) {
              const filled = complete(
                random,
                table.map((values) => values.slice(0, members)),
                'within',
              );
              const joins = Array.from({ length: rows - members }, () => random() < 0.5);
              const whole = filled.map((values, column) =>
                Float64Array.from([...values, ...[...table[column]!.slice(members)].filter((_value, at) => joins[at])]),
              );
              const ids = [...Array(members).keys(), ...joins.flatMap((join, at) => (join ? [members + at] : []))];
              const ranking = assessed.ranking(whole);
              ids.forEach((row, at) => {
                const [best, worst] = places.interval(row) ?? [0, 0];
                const rank = ranking.rank[at]!;
                if (rank === 0) return;
                expect(rank).toBeGreaterThanOrEqual(best);
                expect(rank).toBeLessThanOrEqual(worst);
                for (const end of ['first', 'last'] as const) {
                  const verdict = places.among(row, end, 2);
                  const named = listed(ranking, end, 2).has(at);
                  expect({ verdict, named }).not.toEqual({ verdict: 'certain', named: false });
                  expect({ verdict, named }).not.toEqual({ verdict: 'impossible', named: true });
                }
              });
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

test('three thousand zones: one interval a zone decides all but the edge', () => {
  const random = seeded(7);
  const assessed = new Assessed(3000, 12, minMax);
  const places = assessed.places(strewBlanks(random, drawTable(random, 3000, 12), 0.01));
  const verdicts = Array.from({ length: 3000 }, (_, row) => places.among(row, 'last', 30));
  expect(verdicts.filter((verdict) => verdict === 'certain').length).toBeLessThanOrEqual(30);
  expect(verdicts.filter((verdict) => verdict === 'certain').length).toBeGreaterThan(15);
  expect(verdicts.filter((verdict) => verdict !== 'impossible').length).toBeGreaterThanOrEqual(30);
});
