import { bothEnds, type RankingView } from '../../src/app/ranking-view';
import { appWords as words } from '../../src/app/words';
import type { ResultCoverage, ResultRanking } from '../../src/core/result';

const coverage: ResultCoverage = { complete: true, contents: [], rest: 0, listed: null, blankIndicators: [], ownIndicators: [] };
const ranking = (ranked: number, unranked = 0): ResultRanking => ({
  id: 'r',
  title: '排名',
  population: {},
  scoredOver: null,
  marks: null,
  coverage,
  standard: null,
  weights: [],
  rows: [...Array(ranked + unranked).keys()].map((at) => ({
    subject: `区${at + 1}`,
    total: at < ranked ? 100 - at : null,
    rank: at < ranked ? at + 1 : null,
    tied: false,
    places: at < ranked ? [at + 1, at + 1] : null,
    complete: true,
    completeness: 'complete',
    dimensions: {},
    indicators: {},
    adjustments: [],
    group: null,
  })),
});
const viewOf = (ranked: number, unranked = 0): RankingView =>
  bothEnds(ranking(ranked, unranked), 5, (total) => total.toFixed(1), new Map([['区1', { sheet: '数据', cell: 'A2' }]]));

test.each([
  [0, 0, 0, 0],
  [9, 9, 0, 0],
  [10, 10, 0, 0],
  [11, 5, 5, 1],
  [24, 5, 5, 14],
])('of %i ranked rows %i stand at the top, %i at the bottom, %i between', (all, top, bottom, between) => {
  const view = viewOf(all, 2);
  expect([view.top.length, view.bottom.length, view.between, view.ranked, view.all]).toEqual([top, bottom, between, all, all + 2]);
  expect(view.bottom.at(-1)?.rank ?? all).toBe(all);
});

test('a row has its total as shown and its place on the sheet', () => {
  expect(viewOf(2).top).toEqual([
    { subject: '区1', rank: 1, tied: false, gaps: false, moved: undefined, total: '100.0', share: 100, at: { sheet: '数据', cell: 'A2' } },
    { subject: '区2', rank: 2, tied: false, gaps: false, moved: undefined, total: '99.0', share: 99, at: undefined },
  ]);
});

test('a bar beside a score is its share of the best; none where a score is below zero, or all are 0', () => {
  const sharesOf = (...totals: number[]): (number | undefined)[] => {
    const { rows, ...rest } = ranking(totals.length);
    const given = { ...rest, rows: rows.map((row, at) => ({ ...row, total: totals[at]! })) };
    return bothEnds(given, 5, String, new Map()).top.map(({ share }) => share);
  };
  expect(sharesOf(80, 40, 0)).toEqual([100, 50, 0]);
  expect(sharesOf(2, -1)).toEqual([undefined, undefined]);
  expect(sharesOf(0, 0)).toEqual([undefined, undefined]);
});

test('who has no place is called unranked, whatever the reason', () => {
  expect(words.result.ranked(3, 5)).toBe('参加排名 3／5，未排名 2');
  expect(words.result.ranked(5, 5)).toBe('参加排名 5／5');
});

test('what is not scored is said in one line, and a row lacks figures only where its own are missing', () => {
  const partial: ResultRanking = {
    ...ranking(1),
    coverage: {
      complete: false,
      contents: [
        { id: 'a', title: '甲', basis: 'named', weight: 0.76, share: 1, unscored: null },
        { id: 'b', title: '乙', basis: 'named', weight: 0.24, share: 0, unscored: 'no_indicator' },
      ],
      rest: 0,
      listed: null,
      blankIndicators: [],
      ownIndicators: [],
    },
    rows: ranking(2).rows.map((row, at) => ({ ...row, complete: false, completeness: at === 0 ? 'partial' : 'gaps' })),
  };
  const view = bothEnds(partial, 5, String, new Map());
  expect(view.scope).toBe('文件列明2项内容，计1项，其余24分已按比例分摊');
  expect(view.top.map(({ gaps }) => gaps)).toEqual([false, true]);
  expect(viewOf(1).scope).toBeUndefined();
});
