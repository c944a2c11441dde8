import type { SheetPlan } from '../../../src/core/plan';
import { repeatedColumns, repeatedRows } from '../../../src/hosts/results/layout';

const plan = (change: Partial<SheetPlan>): SheetPlan => ({
  name: '得分明细',
  head: [],
  body: [],
  bodyRows: 0,
  foot: [],
  widths: [],
  freeze: { rows: 4, columns: 2 },
  landscape: true,
  notes: [],
  links: [],
  names: [],
  ...change,
});

test('pages side by side repeat the frozen columns; all pages the header rows', () => {
  expect(repeatedColumns(plan({ pagesWide: 3 }))).toBe('$A:$B');
  expect(repeatedColumns(plan({ pagesWide: 1 }))).toBeUndefined();
  expect(repeatedColumns(plan({}))).toBeUndefined();
  expect(repeatedColumns(plan({ pagesWide: 3, freeze: { rows: 4, columns: 0 } }))).toBeUndefined();
  expect(repeatedRows(plan({ repeatRows: { first: 2, last: 3 } }))).toBe('$3:$4');
  expect(repeatedRows(plan({}))).toBeUndefined();
});
