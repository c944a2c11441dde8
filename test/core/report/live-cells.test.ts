import { areLive, DetailLayout, LIVE_CELLS } from '../../../src/core/report/detail-layout';
import { judged } from '../../packs/run';
import { smallBooks } from './small-books';

const [book] = smallBooks;
const [ranked] = judged(book!.pack, book!.sheets).ranked.rankings.values();
const columns = new DetailLayout(ranked!, book!.pack, { parameters: new Map() }, 0).columns;
/** Detail sheets of so many rows each. */
const areLiveWith = (...rows: readonly number[]): boolean =>
  areLive(rows.map((count) => [{ ...ranked!, rows: new Int32Array(count) }, book!.pack]));

it('half a million cells of a workbook are live, and no row more; many sheets are counted together', () => {
  const most = Math.floor(LIVE_CELLS / columns);
  expect(LIVE_CELLS).toBe(500_000);
  expect([areLiveWith(most), areLiveWith(most + 1)]).toEqual([true, false]);
  const tenth = Math.floor(most / 10);
  expect(areLiveWith(...Array<number>(10).fill(tenth))).toBe(true);
  expect(areLiveWith(...Array<number>(11).fill(tenth + 1))).toBe(false);
});
