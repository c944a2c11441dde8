import { columnsOf } from '../../../src/core/pack/references';
import { readingWords, tableSpecs } from '../../../src/core/pack/table-specs';
import { readTables } from '../../../src/core/table/read-tables';
import { templateIdentity } from '../../../src/core/template/identity';
import { templatePlan } from '../../../src/core/template/template-plan';
import { packOf, packs, units } from '../../packs/built-in';
import { gridOfPlan } from './filled';

const ZONE = { name: '青石经济开发区', known: new Map([['level', '省级']]) };

describe.each(packs.map((pack) => [pack.pack, pack] as const))('form of %s for one zone', (_, pack) => {
  const grids = templatePlan(pack, units, 2016, ZONE).sheets.map((sheet) => gridOfPlan(sheet));
  const { tables } = readTables(tableSpecs(pack), grids, units.with(pack.units), readingWords(pack));

  it('has the zone, and what is known of it, in the only row of the main table', () => {
    const main = tables.get(pack.main_table)!;
    expect(main.keys).toEqual([ZONE.name]);
    if (columnsOf(pack, pack.main_table)['level']) expect(main.columns.get('level')?.texts).toEqual(['省级']);
  });

  it('says whose it is, and leaves the parameters to the department', () => {
    expect(templateIdentity(grids)).toEqual({ pack: pack.pack, version: pack.version, year: 2016, zone: ZONE.name });
    expect(grids.map(({ name }) => name)).not.toContain('权重与参数');
  });
});

it('a form for all zones says of which pack and year it is', () => {
  const pack = packOf('shandong-2016');
  const grids = templatePlan(pack, units, 2016).sheets.map((sheet) => gridOfPlan(sheet));
  expect(templateIdentity(grids)).toEqual({ pack: pack.pack, version: pack.version, year: 2016, zone: undefined });
});

it('asks a zone for nothing that others say: totals of the province, earlier results, ranks from outside', () => {
  const sheetsOf = (id: string): string[] => templatePlan(packOf(id), units, 2016, ZONE).sheets.map(({ name }) => name);
  expect(sheetsOf('shandong-2016')).toEqual(['填报说明', '指标数据', '上年指标数据', '基期指标数据', '定性清单']);
  expect(sheetsOf('guangdong-2016')).toEqual(['填报说明', '指标数据表', '上年指标数据表', '产业集群表', '项目明细表', '定性清单表']);
  expect(sheetsOf('jilin-2016')).toEqual(['填报说明', '指标数据', '上年指标数据', '项目明细', '定性清单']);
});

it('another text in brackets is no identity', () => {
  const pack = packOf('shandong-2016');
  const [guide] = templatePlan(pack, units, 2016).sheets;
  const other = { ...guide!, foot: [[{ value: '【模板标识】山东／2016' }]] };
  expect(templateIdentity([gridOfPlan(other)])).toBeUndefined();
});
