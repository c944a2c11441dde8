import { MERGED_ROWS, mergeRuns } from '../../../src/core/hand-out/merge-runs';
import type { PlanCell } from '../../../src/core/plan';

/** The column as the sheet shows it: "优×3" for a word over three rows, "" below it. */
function merged(values: readonly string[]): string[] {
  const rows = values.map((value): PlanCell[] => [{ value: 'name' }, { value, style: 7 }]);
  mergeRuns(rows, 1);
  expect(rows.map(([first]) => first!.value)).toEqual(values.map(() => 'name'));
  expect(rows.every(([, cell]) => cell!.style === 7)).toBe(true);
  return rows.map(([, cell]) => `${String(cell!.value)}${cell!.down === undefined ? '' : `×${cell!.down}`}`);
}

test('what repeats is said once', () => {
  expect(merged(['优', '优', '良', '中', '中', '中'])).toEqual(['优×2', '', '良', '中×3', '', '']);
  expect(merged(['优', '良', '优'])).toEqual(['优', '良', '优']);
  expect(merged([])).toEqual([]);
});

test('blanks are nothing to merge', () => expect(merged(['', '', '优'])).toEqual(['', '', '优']));

test('a run of exactly as many as one cell takes is one; one more begins anew', () => {
  const run = (count: number): string[] => merged(Array.from({ length: count }, () => '合格')).filter((one) => one !== '');
  expect(run(MERGED_ROWS)).toEqual([`合格×${MERGED_ROWS}`]);
  expect(run(MERGED_ROWS + 1)).toEqual([`合格×${MERGED_ROWS}`, '合格']);
  expect(run(MERGED_ROWS + 2)).toEqual([`合格×${MERGED_ROWS}`, '合格×2']);
});
