import { check } from '../../../src/core/checked';
import type { Problem } from '../../../src/core/problem';
import { inputOf } from '../../packs/run';
import { settingsSheet, sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const of = (list: 'open' | 'closed') => valid(draft({ contents: { list, clause: '一·产值' } } as Draft));
const told = (rows: readonly (readonly CellInput[])[], list: 'open' | 'closed' = 'open'): Problem[] => {
  const pack = of(list);
  const { problems } = check(inputOf(pack, [sheetOf('指标数据', rows), settingsSheet(pack, {})]));
  return problems.filter(({ code }) => code === 'columns-unscored');
};
const header = ['开发区名称', '级别', '工业总产值（亿元）', '绿地率（%）'];

test('columns of figures that no one knows are named once, with how to have them scored', () => {
  const [problem, ...more] = told([
    [...header, '品牌数（个）', '备注', '评分'],
    ['甲区', '省级', 100, 10, 4, '新设', 45],
    ['乙区', '省级', 60, 20, 8, '', 30],
  ]);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'info', sheet: '指标数据', cell: 'E1' });
  expect(problem?.message).toBe('“指标数据”表有 2 列数字不在计分范围内，没有采用：E1“品牌数”、G1“评分”。');
  expect(problem?.nextStep).toContain('增设指标');
});

test('where nothing may be added, the list that the document cites is named instead', () => {
  const [problem] = told(
    [
      [...header, '品牌数（个）'],
      ['甲区', '省级', 100, 10, 4],
    ],
    'closed',
  );
  expect(problem?.nextStep).toContain('指标体系');
  expect(problem?.nextStep).not.toContain('增设指标');
});

test('many are counted, ten are named', () => {
  const names = Array.from({ length: 11 }, (_, at) => `新列${at + 1}（个）`);
  const [problem] = told([
    [...header, ...names],
    ['甲区', '省级', 100, 10, ...names.map((_, at) => at)],
  ]);
  expect(problem?.message).toContain('有 11 列');
  expect(problem?.message).toContain('“新列10”等 11 列');
  expect(problem?.message).not.toContain('“新列11”');
});

test('serial numbers, remarks and blank columns are no figures', () => {
  expect(
    told([
      ['序号', ...header, '备注', '待填（个）'],
      [1, '甲区', '省级', 100, 10, '新设', null],
      [2, '乙区', '省级', 60, 20, '', null],
    ]),
  ).toEqual([]);
});
