import fc from 'fast-check';
import { isReckonable } from '../../../src/core/decimal';
import { adjustTotals, type Adjustment } from '../../../src/core/score/adjust';
import { type SettledMethod } from '../../../src/core/score/methods/index';
import { rankTotals } from '../../../src/core/score/rank';
import { score, type ScoreInput } from '../../../src/core/score/score';
import { weightingSchema } from '../../../src/core/score/weights/index';
import { settledConfig } from './scored';

/** Doubles at the ends of what there is, beside everyday ones. */
const extreme = fc.oneof(
  fc.constantFrom(
    1e308,
    -1e308,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Infinity,
    -Infinity,
    5e-324,
    -5e-324,
    1e200,
    1e154,
    1e-160,
    0,
    -0,
    1,
    1e100,
    -1e100,
  ),
  fc.double({ noNaN: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constant(NaN),
);

const scale = { to: [0, 100] };
/** Every method with the least and the most that it may give; undefined where it has no bound of its own. */
const methods: readonly [name: string, config: object, bounds: readonly [number, number] | undefined][] = [
  ['min_max', { method: 'min_max', ...scale }, [0, 100]],
  ['min_max of logarithms', { method: 'min_max', ...scale, transform: 'log' }, [0, 100]],
  ['goalposts', { method: 'goalposts', worst: 0, best: 10, ...scale }, [0, 100]],
  ['target_ratio', { method: 'target_ratio', target: 10, cap: 120, floor: 0 }, [0, 120]],
  ['target_ratio without bounds', { method: 'target_ratio', target: 1e-3 }, undefined],
  ['efficacy', { method: 'efficacy', clip: [0, 100] }, [0, 100]],
  ['efficacy without clip', { method: 'efficacy' }, [60, 100]],
  [
    'bands',
    {
      method: 'bands',
      bands: [
        { under: 0, points: 0 },
        { at_least: 0, points: 10 },
      ],
    },
    [0, 10],
  ],
  ['steps', { method: 'steps', base_value: 0, base_score: 50, per: 1e-3, points: 1, cap: 100, floor: 0 }, [0, 100]],
  ['steps without bounds', { method: 'steps', base_value: 0, base_score: 50, per: 1e-3, points: 1, partial: 'linear' }, undefined],
  ['rank_points', { method: 'rank_points', from: 100, to: 0 }, [0, 100]],
  ['percentile', { method: 'percentile', ...scale }, [0, 100]],
  ['z_score', { method: 'z_score' }, undefined],
  ['z_score of logarithms', { method: 'z_score', transform: 'log' }, undefined],
  ['pass_fail', { method: 'pass_fail', at_least: 5, points: 10 }, [0, 10]],
];
const ahp = {
  kind: 'ahp',
  matrices: {
    total: [
      [1, 3],
      [1 / 3, 1],
    ],
  },
};
const weightings: readonly [string, object][] = [
  ['given', { kind: 'given' }],
  ['equal', { kind: 'equal' }],
  ['by_group', { kind: 'by_group', groups: { 甲: { a: 60, b: 40 }, 乙: { a: 1, b: 99 } } }],
  ['entropy', { kind: 'entropy' }],
  ['critic', { kind: 'critic' }],
  ['ahp', ahp],
];
const aggregations = ['weighted_arithmetic', 'weighted_geometric'] as const;
const missings = ['renormalise', 'group_mean', 'refuse'] as const;

/** Slack of a few last places: 60 + 40 × 1 may come out as 100.00000000000001. */
const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low - 1e-9 && value <= high + 1e-9;

const columns = fc
  .integer({ min: 0, max: 7 })
  .chain((rows) =>
    fc.tuple(fc.array(extreme, { minLength: rows, maxLength: rows }), fc.array(extreme, { minLength: rows, maxLength: rows })),
  );

function scoring(
  config: SettledMethod,
  a: readonly number[],
  b: readonly number[],
  rest: Pick<ScoreInput, 'weighting'> & Partial<ScoreInput['tree']>,
): ScoreInput {
  const { weighting, method = 'weighted_arithmetic', missing = 'renormalise' } = rest;
  return {
    rows: a.length,
    values: new Map([
      ['a', Float64Array.from(a)],
      ['b', Float64Array.from(b)],
    ]),
    indicators: ['a', 'b'].map((id) => ({ id, direction: 'higher_is_better', method: config })),
    tree: {
      id: 'total',
      children: [
        { id: 'a', weight: 60 },
        { id: 'b', weight: 40 },
      ],
      method,
      missing,
    },
    weighting,
    groups: { names: ['甲', '乙'], of: Int32Array.from(a, (_, row) => row % 2) },
  };
}

const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }): string[] => problems.map(({ code }) => code);

describe.each(methods)('%s', (_name, data, bounds) => {
  const config = settledConfig(data);
  const log = 'transform' in config && config.transform === 'log';

  it('gives a score within its bounds, or says why there is none', () => {
    fc.assert(
      fc.property(
        columns,
        fc.constantFrom(...weightings),
        fc.constantFrom(...aggregations),
        fc.constantFrom(...missings),
        (given, [, weighting], method, missing) => {
          const input = scoring(config, ...given, { weighting: weightingSchema.parse(weighting), method, missing });
          const result = score(input);
          const codes = codesOf(result);
          let unexplained = 0;
          for (const [id, scores] of result.indicatorScores) {
            const values = input.values.get(id)!;
            scores.forEach((one, row) => {
              if (Number.isFinite(one)) {
                expect(isReckonable(values[row]!)).toBe(true);
                if (bounds) expect(within(one, bounds)).toBe(true);
                return;
              }
              expect(one).toBeNaN();
              if (Number.isNaN(values[row]!) || result.constant.has(id)) return;
              unexplained++;
            });
          }
          if (unexplained > 0)
            expect(codes.some((code) => code === 'value-unreckonable' || (log && code === 'log-non-positive'))).toBe(true);
          const refused = result.problems.some(({ severity }) => severity === 'block');
          result.nodeScores.get('total')!.forEach((total, row) => {
            if (Number.isFinite(total)) {
              if (bounds) expect(within(total, bounds)).toBe(true);
              return;
            }
            expect(total).toBeNaN();
            const present = ['a', 'b'].filter((id) => Number.isFinite(result.indicatorScores.get(id)![row]!));
            const counted = present.filter((id) => !result.constant.has(id) && (result.weights.get(id) ?? 1) > 0);
            const negative = method === 'weighted_geometric' && codes.includes('geometric-negative');
            expect(refused || negative || counted.length === 0 || (missing === 'refuse' && present.length < 2)).toBe(true);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('1e308 and −1e308 in one column are told, and the others are scored without them', () => {
  const input = scoring(settledConfig({ method: 'min_max', ...scale }), [1e308, -1e308, 1, 2, 3], [1, 2, 3, 4, 5], {
    weighting: { kind: 'equal' },
  });
  const result = score(input);
  expect([...result.indicatorScores.get('a')!]).toEqual([NaN, NaN, 0, 50, 100]);
  expect(result.problems).toEqual([
    {
      severity: 'error',
      code: 'value-unreckonable',
      message: '指标“a”有2个数值过大或过于接近0，无法算出得分，按缺数处理。',
      nextStep: '请核对这些数值、它们的计量单位和计分方法中的数是否误填。',
    },
  ]);
});

it('weights out of all bounds are refused', () => {
  const input = scoring(settledConfig({ method: 'min_max', ...scale }), [1, 2, 3], [1, 2, 3], { weighting: { kind: 'given' } });
  const tree = {
    ...input.tree,
    children: [
      { id: 'a', weight: 1.7e308 },
      { id: 'b', weight: 1.7e308 },
    ],
  };
  const result = score({ ...input, tree });
  expect(codesOf(result)).toEqual(['weights-unreckonable', 'weights-unreckonable']);
  expect([...result.nodeScores.get('total')!]).toEqual([NaN, NaN, NaN]);
});

it('the numbers of a pack out of all bounds are told too', () => {
  const steps = settledConfig({ method: 'steps', base_value: 0, base_score: 1e308, per: 1, points: 1e308 });
  const result = score(scoring(steps, [1, 2], [1, 2], { weighting: { kind: 'equal' } }));
  expect(codesOf(result)).toEqual(['value-unreckonable', 'value-unreckonable']);
  expect([...result.nodeScores.get('total')!]).toEqual([NaN, NaN]);
});

it('adjusted totals are finite, whatever the amounts', () => {
  fc.assert(
    fc.property(
      fc.array(extreme, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(1, 1e308),
      fc.constantFrom(undefined, 5),
      (amounts, points_per, cap) => {
        const kinds = ['bonus', 'deduction'] as const;
        const adjustments = kinds.map((kind): Adjustment => ({
          kind,
          title: '加减',
          points_per,
          cap,
          amounts: Float64Array.from(amounts),
        }));
        const { totals, problems } = adjustTotals(new Float64Array(amounts.length).fill(50), adjustments);
        expect([...totals].every(Number.isFinite)).toBe(true);
        const unused = amounts.filter((amount) => amount > 0 && (!isReckonable(amount) || (cap ?? amount * points_per) > 1e100));
        if (unused.length > 0) expect(codesOf({ problems })).toContain('adjustment-unreckonable');
      },
    ),
  );
});

it('every total has a place, however large', () => {
  fc.assert(
    fc.property(fc.array(extreme.filter(Number.isFinite), { maxLength: 8 }), (totals) => {
      expect(rankTotals(Float64Array.from(totals), { order: 'highest_first' }).ranked).toBe(totals.length);
    }),
  );
});
