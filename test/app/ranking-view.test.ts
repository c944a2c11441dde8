import { bothEnds, type RankingView } from '../../src/app/ranking-view';
import { appWords as words } from '../../src/app/words';
import type { ResultCoverage, ResultRanking } from '../../src/core/result';

const coverage: ResultCoverage = { complete: true, contents: [], rest: 0, listed: null, ownIndicators: [] };
const ranking = (ranked: number, unranked = 0): ResultRanking => ({
  id: 'r',
  title: '排名',
  population: {},
  coverage,
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
    { subject: '区1', rank: 1, tied: false, gaps: false, total: '100.0', at: { sheet: '数据', cell: 'A2' } },
    { subject: '区2', rank: 2, tied: false, gaps: false, total: '99.0', at: undefined },
  ]);
});

test('who has no place is called unranked, whatever the reason', () => {
  expect(words.result.ranked(3, 5)).toBe('参加排名 3／5，未排名 2');
  expect(words.result.ranked(5, 5)).toBe('参加排名 5／5');
});
