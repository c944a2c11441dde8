import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { sampleBytes } from '../../app/sample';
import { MERGED, mergedPlan } from '../results/merged-plan';

test('cells are merged across and down, and those below keep their place', async () => {
  const file = openXlsx(sampleBytes());
  await file.write(mergedPlan);
  const { grid } = (await openXlsx(file.bytes()).read()).find(({ name }) => name === '名单')!;
  expect(grid.merges.map(({ top, bottom, left, right }) => [top, bottom, left, right])).toEqual(MERGED);
  expect([1, 4].map((row) => grid.text(row, 1))).toEqual(['优秀', '良']);
});
