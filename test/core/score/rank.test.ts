import fc from 'fast-check';
import { firstN, lastN, rankTotals, type RankOptions } from '../../../src/core/score/rank';

const rank = (totals: readonly number[], options: Partial<RankOptions> = {}) =>
  rankTotals(Float64Array.from(totals), { order: 'highest_first', ...options });

it('shares the best place and leaves the next one empty', () => {
  const ranking = rank([70, 90, 80, 80, NaN]);
  expect([...ranking.rank]).toEqual([4, 1, 2, 2, 0]);
  expect([...ranking.tied]).toEqual([0, 0, 1, 1, 0]);
  expect([...ranking.order]).toEqual([1, 2, 3, 0, 4]);
  expect(ranking.ranked).toBe(4);
  expect([...rank([70, 90, 80, 80, NaN], { order: 'lowest_first' }).rank]).toEqual([1, 4, 2, 2, 0]);
});

it('does not part equals by float noise, and does part a real difference', () => {
  expect([...rank([0.1 + 0.2, 0.3]).rank]).toEqual([1, 1]);
  expect([...rank([80.000000001, 80]).rank]).toEqual([1, 2]);
});

it('ranks the shown value only where told so', () => {
  expect([...rank([80.004, 80.0049, 79.995]).rank]).toEqual([2, 1, 3]);
  expect([...rank([80.004, 80.0049, 79.995], { decimals: 2 }).rank]).toEqual([1, 1, 1]);
});

it('gives no place to rows that are out of the ranking', () => {
  expect([...rank([90, 80, 70], { unranked: Uint8Array.of(1, 0, 0) }).rank]).toEqual([0, 1, 2]);
});

const totals = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: NaN, freq: 6 }), { maxLength: 30 });

it('is 1 + the number of strictly better rows', () => {
  fc.assert(
    fc.property(totals, (xs) => {
      const { rank: places, tied } = rank(xs);
      xs.forEach((x, row) => {
        expect(places[row]).toBe(Number.isNaN(x) ? 0 : 1 + xs.filter((y) => y > x).length);
        expect(tied[row]).toBe(xs.filter((y) => y === x).length > 1 ? 1 : 0);
      });
    }),
  );
});

it('does not depend on row order or on a rising transform', () => {
  fc.assert(
    fc.property(totals, (xs) => {
      const places = [...rank(xs).rank];
      expect([...rank([...xs].reverse()).rank].reverse()).toEqual(places);
      expect([...rank(xs.map((x) => x ** 3 + 2 * x)).rank]).toEqual(places);
    }),
  );
});

describe('lists of the first and the last', () => {
  //            row 0   1   2   3   4   5
  const ranking = rank([90, 80, 80, 70, 70, NaN]);

  it('takes ties on the edge in and says which', () => {
    expect([...firstN(ranking, 2).rows]).toEqual([0, 1, 2]);
    expect([...firstN(ranking, 2).tiedAtEdge]).toEqual([0, 1, 1]);
    expect([...firstN(ranking, 3).tiedAtEdge]).toEqual([0, 0, 0]);
    expect([...lastN(ranking, 1).rows]).toEqual([3, 4]);
    expect([...lastN(ranking, 1).tiedAtEdge]).toEqual([1, 1]);
    expect([...lastN(ranking, 3).rows]).toEqual([3, 4, 1, 2]);
    expect([...lastN(ranking, 3).tiedAtEdge]).toEqual([0, 0, 1, 1]);
  });

  it('is all ranked rows from N = M on, and nobody for 0', () => {
    expect([...firstN(ranking, 5).rows]).toEqual([0, 1, 2, 3, 4]);
    expect([...lastN(ranking, 9).rows]).toEqual([3, 4, 1, 2, 0]);
    expect([...lastN(ranking, 0).rows]).toEqual([]);
    expect([...firstN(rank([]), 3).rows]).toEqual([]);
  });

  it('holds exactly the rows with fewer than N strictly better or worse ones', () => {
    fc.assert(
      fc.property(totals, fc.integer({ min: 0, max: 35 }), (xs, n) => {
        const all = rank(xs);
        const having = (fewer: (x: number, y: number) => boolean) =>
          xs.flatMap((x, row) => (!Number.isNaN(x) && xs.filter((y) => fewer(x, y)).length < n ? [row] : []));
        expect([...firstN(all, n).rows].sort((a, b) => a - b)).toEqual(having((x, y) => y > x));
        expect([...lastN(all, n).rows].sort((a, b) => a - b)).toEqual(having((x, y) => y < x));
      }),
    );
  });
});

it('puts some behind all others, in the order of their own totals, and ties none of them with those before', () => {
  const behind = Uint8Array.of(0, 1, 0, 1, 0);
  expect([...rank([70, 90, 70, 95, NaN], { behind }).rank]).toEqual([1, 4, 1, 3, 0]);
  expect([...rank([70, 90, 60, 90, 90], { behind, order: 'lowest_first' }).rank]).toEqual([2, 4, 1, 4, 3]);
});
