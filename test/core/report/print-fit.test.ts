import fc from 'fast-check';
import { isBlank, onPage, pageOf, roomLeft } from '../../../src/core/report/print-fit';

const header = '说明';
const column = (width: number, more: { readonly unbroken?: boolean } = {}) => ({ header, width, ...more });
const widthsOf = (columns: readonly { readonly width: number }[]): number[] => columns.map(({ width }) => width);

test('columns that a page holds stay as they are, one character more makes them give way', () => {
  const most = roomLeft([10, 10], true) + 10;
  expect(widthsOf(onPage([column(10), column(most)], true))).toEqual([10, most]);
  const [first, second] = widthsOf(onPage([column(10), column(most + 1)], true));
  expect(first! + second!).toBeLessThanOrEqual(10 + most);
  expect(first).toBeGreaterThanOrEqual(9);
});

test('an upright page holds less than one on its side', () => {
  expect(pageOf(3)).toBeLessThan(pageOf(3, true));
  expect(roomLeft([50, 50], false)).toBeLessThan(roomLeft([50, 50], true));
});

test('the widest gives most, and what must stay on one line nothing', () => {
  const [name, link, text] = widthsOf(onPage([column(20), column(30, { unbroken: true }), column(200)], true));
  expect(link).toBe(30);
  expect(200 - text!).toBeGreaterThan(20 - name!);
});

test('a header keeps the room for its halves', () => {
  const wide = { header: '土地节约集约利用评价结果', width: 20 };
  expect(onPage([wide, column(200)], true)[0]!.width).toBeGreaterThanOrEqual(14);
});

test('whatever the columns, they fit, or none of them has anything left to give', () => {
  const columns = fc.array(fc.record({ width: fc.integer({ min: 6, max: 80 }), unbroken: fc.boolean() }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(columns, fc.boolean(), (given, landscape) => {
      const before = given.map(({ width, unbroken }) => column(width, { unbroken }));
      const after = onPage(before, landscape);
      after.forEach(({ width }, n) => expect(width).toBeLessThanOrEqual(before[n]!.width));
      const isLeast = after.every(({ width }, n) => before[n]!.unbroken || width <= Math.max(9, before[n]!.width * 0.4));
      expect(roomLeft(widthsOf(after), landscape) >= 0 || isLeast).toBe(true);
    }),
  );
});

test('a column of dashes says nothing; one without lines is not told yet', () => {
  expect(isBlank(['—', '—'])).toBe(true);
  expect(isBlank(['—', '甲'])).toBe(false);
  expect(isBlank([])).toBe(false);
});
