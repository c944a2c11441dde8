import fc from 'fast-check';
import { aggregate, fewestPresent, type AggregateOptions } from '../../../src/core/score/aggregate';

const column = (id: string, share: number | number[], ...scores: (number | null)[]) => ({
  id,
  share: Float64Array.from([share].flat()),
  scores: Float64Array.from(scores, (x) => x ?? NaN),
});
const base = { rows: 1, method: 'weighted_arithmetic', missing: 'renormalise' } satisfies AggregateOptions;

describe('arithmetic mean', () => {
  it('weighs the present children', () => {
    // (0.75·80 + 0.25·40)/1 = 70; only b: 40
    const { scores } = aggregate([column('a', 0.75, 80, null, null), column('b', 0.25, 40, 40, null)], { ...base, rows: 3 });
    expect([...scores]).toEqual([70, 40, NaN]);
  });

  it('lies between the smallest and the largest child', () => {
    const child = fc.tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.option(fc.double({ min: 0.1, max: 100, noNaN: true })));
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 8 }), fc.boolean(), (children, geometric) => {
        const { scores } = aggregate(
          children.map(([share, x], at) => column(String(at), share, x)),
          { ...base, method: geometric ? 'weighted_geometric' : 'weighted_arithmetic' },
        );
        const present = children.flatMap(([, x]) => (x === null ? [] : [x]));
        if (present.length === 0) expect(scores[0]).toBeNaN();
        else {
          expect(scores[0]).toBeGreaterThanOrEqual(Math.min(...present) * (1 - 1e-12));
          expect(scores[0]).toBeLessThanOrEqual(Math.max(...present) * (1 + 1e-12));
        }
      }),
    );
  });
});

describe('geometric mean', () => {
  const geometric = { ...base, method: 'weighted_geometric' } as const;

  it('is the weighted root of the product', () => {
    // 4^(1/4) · 64^(3/4) = 1.41421 · 22.6274 = 32
    expect(aggregate([column('a', 0.25, 4), column('b', 0.75, 64)], geometric).scores[0]).toBeCloseTo(32, 12);
  });

  it('is 0 with a zero, and does not exist with a negative child, in whatever order they come', () => {
    const rows = [column('a', 0.5, 0, -1, 0, -1, 5), column('b', 0.5, 9, 9, -1, 0, 5)];
    const { scores, negative, zero } = aggregate(rows, { ...geometric, rows: 5 });
    expect([...scores.subarray(0, 4)]).toEqual([0, NaN, NaN, NaN]);
    expect(scores[4]).toBeCloseTo(5, 12);
    expect({ negative, zero }).toEqual({ negative: 3, zero: 1 });
  });
});

describe('missing children', () => {
  const ten = (present: number) => Array.from({ length: 10 }, (_, at) => column(String(at), 0.1, at < present ? 50 : null));

  it('need_share counts children exactly on the share: 9 of 10 are 90 %', () => {
    expect(aggregate(ten(9), { ...base, missing: { need_share: 0.9 } }).scores[0]).toBeCloseTo(50, 12);
    expect(aggregate(ten(8), { ...base, missing: { need_share: 0.9 } }).scores[0]).toBeNaN();
    expect(fewestPresent({ need_share: 0.7 }, 10)).toBe(7);
    expect(fewestPresent({ need_share: 0.01 }, 3)).toBe(1);
  });

  it('refuse wants them all', () => {
    expect(aggregate(ten(10), { ...base, missing: 'refuse' }).scores[0]).toBeCloseTo(50, 12);
    expect(aggregate(ten(9), { ...base, missing: 'refuse' }).scores[0]).toBeNaN();
  });

  it('does not ask for a child of weight 0', () => {
    const { scores } = aggregate([column('a', 1, 30), column('off', 0, null)], { ...base, missing: 'refuse' });
    expect(scores[0]).toBe(30);
  });

  it('group_mean puts the group’s mean in its place, the whole population’s for a row in no group', () => {
    // a: group 0 has 10 and 30, mean 20; group 1 has 90; all together 130/3. b is 0 throughout, so every score is half of a.
    const a = column('a', 0.5, 10, 30, null, 90, null);
    const { scores, filled } = aggregate([a, column('b', 0.5, 0, 0, 0, 0, 0)], {
      ...base,
      rows: 5,
      missing: 'group_mean',
      meanGroup: Int32Array.of(0, 0, 0, 1, -1),
    });
    [5, 15, 10, 45, 130 / 6].forEach((x, row) => expect(scores[row]).toBeCloseTo(x, 12));
    expect([...filled]).toEqual([['a', 2]]);
  });

  it('group_mean tells nothing of a child of weight 0: what stands in there counts for nobody', () => {
    const children = [column('off', 0, null, 7), column('on', 1, null, 7), column('some', [0, 0.5], null, 7)];
    const { filled } = aggregate(children, { ...base, rows: 2, missing: 'group_mean', weightGroup: Int32Array.of(0, 1) });
    expect([...filled]).toEqual([
      ['on', 1],
      ['some', 1],
    ]);
  });

  it('group_mean leaves blank what nobody in the group has', () => {
    const { scores } = aggregate([column('a', 1, null, 7)], { ...base, rows: 2, missing: 'group_mean', meanGroup: Int32Array.of(0, 1) });
    expect([...scores]).toEqual([NaN, 7]);
  });
});

it('takes the weights of each row’s group, and none for a row in no group', () => {
  const children = [column('a', [0.9, 0.1], 100, 100, 100), column('b', [0.1, 0.9], 0, 0, 0)];
  const { scores } = aggregate(children, { ...base, rows: 3, weightGroup: Int32Array.of(0, 1, -1) });
  expect(scores[0]).toBeCloseTo(90, 12);
  expect(scores[1]).toBeCloseTo(10, 12);
  expect(scores[2]).toBeNaN();
});

it('counts the children that a row’s own group weighs', () => {
  // a alone counts in group 0, both count in group 1: only the row of group 1 lacks b.
  const children = [column('a', [1, 0.5], 80, 80), column('b', [0, 0.5], null, null)];
  const options: AggregateOptions = { ...base, rows: 2, weightGroup: Int32Array.of(0, 1) };
  expect([...aggregate(children, { ...options, missing: 'refuse' }).scores]).toEqual([80, NaN]);
  expect([...aggregate(children, { ...options, missing: 'renormalise' }).scores]).toEqual([80, 80]);
  // c is there for both rows but weighs nothing in group 0, and so cannot stand in for a.
  const three = [column('a', [0.5, 0.25], null, 80), column('b', [0.5, 0.25], 40, 40), column('c', [0, 0.5], 90, 90)];
  expect([...aggregate(three, { ...options, missing: { need_share: 0.6 } }).scores]).toEqual([NaN, 75]);
});

it('leaves the children’s own scores as they are where a group’s mean stands in, and counts only where there is one', () => {
  const child = column('a', 1, null, 7, null);
  const options: AggregateOptions = { ...base, rows: 3, missing: 'group_mean', meanGroup: Int32Array.of(0, 0, 1) };
  const { scores, filled } = aggregate([child], options);
  expect([...scores]).toEqual([7, 7, NaN]);
  expect([...filled]).toEqual([['a', 1]]);
  expect([...child.scores]).toEqual([NaN, 7, NaN]);
});

describe('TOPSIS', () => {
  const topsis = { ...base, rows: 3, method: 'topsis' } as const;

  it('is the distance from the worst as a share of both distances', () => {
    // Best 100 and 80, worst 0 and 20; weights 0.6 and 0.4.
    const { scores } = aggregate([column('a', 0.6, 100, 50, 0), column('b', 0.4, 20, 80, 50)], topsis);
    const at = (best: number[], worst: number[]): number => (100 * Math.hypot(...worst)) / (Math.hypot(...best) + Math.hypot(...worst));
    [at([0, 24], [60, 0]), at([30, 0], [30, 24]), at([60, 12], [0, 12])].forEach((score, row) => expect(scores[row]).toBeCloseTo(score, 9));
  });

  it('leaves what is missing out of both distances, and has no score where all are alike', () => {
    const { scores } = aggregate([column('a', 0.6, 100, null, 0), column('b', 0.4, 20, 80, 50)], topsis);
    expect(scores[1]).toBe(100);
    expect([...aggregate([column('a', 1, 50, 50, 50)], topsis).scores]).toEqual([NaN, NaN, NaN]);
    expect(aggregate([column('a', 0.6, 100, null, 0), column('b', 0.4, 20, 80, 50)], { ...topsis, missing: 'refuse' }).scores[1]).toBeNaN();
  });

  it('is 100 for the best in everything and 0 for the worst', () => {
    expect([...aggregate([column('a', 0.6, 100, 50, 0), column('b', 0.4, 80, 50, 20)], topsis).scores]).toEqual([
      100,
      expect.any(Number),
      0,
    ]);
  });
});
