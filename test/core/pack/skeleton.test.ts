import { parse } from 'yaml';
import { gridOf, type SheetGrid } from '../../../src/core/grid';
import { loadPack } from '../../../src/core/pack/load';
import { skeletonPack } from '../../../src/core/pack/skeleton';
import { wordsOf } from '../../../src/core/table/words';
import { assessed } from '../../packs/run';
import { sharedWords, units } from '../../packs/built-in';

const words = wordsOf(sharedWords.reading, sharedWords.zone_kinds);
const sheet = (name: string, rows: Parameters<typeof gridOf>[0]): SheetGrid => ({ name, grid: gridOf(rows), hidden: false, owned: false });

const table = sheet('指标表', [
  ['示例省开发区指标表（2024年度）'],
  ['序号', '开发区名称', '级别', '地区生产总值（亿元）', '研发投入占比（%）', '新签：项目数', '新签：项目数'],
  [1, '甲经济开发区', '国家级', 300, 3.1, 5, 1],
  [2, '乙经济开发区', '省级', 200, 2.2, 4, 2],
  [3, '丙经济开发区', '省级', 100, 1.5, 3, 3],
]);

const skeleton = (): string => skeletonPack([table, sheet('说明', [['请逐项填写']])], units, words)!;

test('what it writes is a pack without a fault, with a column for each header, ordinals and repeated ones aside, and an indicator for each column of figures', () => {
  const { pack, problems } = loadPack(parse(skeleton()), 'new.yaml', units, sharedWords);
  expect(problems.filter(({ severity }) => severity === 'block' || severity === 'error')).toEqual([]);
  expect(Object.keys(pack!.indicators)).toEqual(['地区生产总值', '研发投入占比', '新签项目数']);
  expect(pack!.tables['indicators']!.columns['级别']!.values).toEqual(['国家级', '省级']);
  expect(pack!.tables['indicators']!.columns['地区生产总值']!.unit).toBe('亿元');
});

test('the workbook that it was made from can be scored with it', () => {
  const one = sheet('指标表', [
    ['示例省开发区指标表（2024年度）'],
    ['开发区名称', '级别', '地区生产总值（亿元）'],
    ['甲经济开发区', '国家级', 300],
    ['乙经济开发区', '省级', 200],
    ['丙经济开发区', '省级', 100],
  ]);
  const { pack } = loadPack(parse(skeletonPack([one], units, words)!), 'new.yaml', units, sharedWords);
  const { result, plan } = assessed(pack!, [one]);
  expect(plan).toBeDefined();
  expect(result.rankings[0]!.rows.map(({ subject, total }) => [subject, total])).toEqual([
    ['甲经济开发区', 100],
    ['乙经济开发区', 50],
    ['丙经济开发区', 0],
  ]);
});

test('no table, no pack', () => {
  expect(skeletonPack([sheet('说明', [['请逐项填写']])], units, words)).toBeUndefined();
});
