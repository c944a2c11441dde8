import { coverageOf, ways } from '../../src/cli/coverage-table';
import { showPack } from '../../src/cli/show';
import { packs, packOf } from '../packs/built-in';
import { itemsOf } from '../packs/catalogue';

test.each(packs.map((pack) => [pack.pack, pack] as const))('%s: every item that stands in the pack is counted once', (id, pack) => {
  const { total, kinds } = coverageOf(pack);
  const all = ways.reduce((sum, way) => sum + total[way], 0);
  expect(all).toBeLessThanOrEqual(itemsOf(id).length);
  expect([...kinds.values()].reduce((sum, counts) => sum + ways.reduce((of, way) => of + counts[way], 0), 0)).toBe(all);
  expect(showPack(pack)).toContain(
    `文件条目的落实：共${all}项，计算${total.computed}，勾选${total.ticked}，列示${total.shown}，不做${total.declined}`,
  );
});

test('what is declined is named with its reason', () => {
  const { declined } = coverageOf(packOf('shandong-2016'));
  expect(declined.length).toBeGreaterThan(0);
  expect(declined.filter(([, why]) => why === '')).toEqual([]);
});
