import { readOwnRows, type OwnRows } from '../../../src/core/parameters/own-rows';
import { sheetOf, type CellInput } from '../../packs/sheets';

const header = ['类别', '名称', '所属维度', '方向', '单位', '数值', '满分', '原权重'];
const read = (rows: readonly (readonly CellInput[])[], head: readonly string[] = header): OwnRows =>
  readOwnRows([sheetOf('权重与参数', [head, ...rows])]);
const told = ({ problems }: OwnRows): string[] =>
  problems.map(({ severity, code, sheet, cell, message }) => `${severity} ${code} ${sheet}!${cell} ${message}`);

test('no such sheet, or one without a header: nothing is added', () => {
  expect(readOwnRows([])).toMatchObject({ dimensions: [], indicators: [], problems: [] });
  expect(readOwnRows([sheetOf('权重与参数', [['增设维度', '经济规模', 20]])])).toMatchObject({ dimensions: [], indicators: [] });
});

test('a dimension and an indicator below it, other rows left to the settings', () => {
  const rows = read([
    ['维度权重', '创新能力', null, null, null, 80],
    ['增设维度', '经济规模', null, null, null, 20, null, 10],
    ['增设指标', '工业总产值', '经济规模', '正向', '亿元', 60],
    [null, '万元产值能耗', '经济规模', '逆向', null, '40'],
    [null, '品牌评分', '品牌建设', '越高越好', null, null, 50],
    ['参数', '名额', null, null, null, 3],
  ]);
  expect(rows.problems).toEqual([]);
  expect(rows.sheet).toBe('权重与参数');
  expect(rows.dimensions).toMatchObject([
    { name: '经济规模', weight: 20, oldWeight: 10, cells: { name: 'B3', weight: 'F3', oldWeight: 'H3' } },
  ]);
  expect(rows.indicators).toMatchObject([
    { name: '工业总产值', dimension: '经济规模', direction: 'higher_is_better', unit: '亿元', weight: 60, fullMark: undefined },
    { name: '万元产值能耗', direction: 'lower_is_better', unit: '', weight: 40, cells: { dimension: 'C5', unit: 'E5' } },
    { name: '品牌评分', direction: 'higher_is_better', weight: undefined, fullMark: 50 },
  ]);
});

test('blank rows of a template ask for nothing', () => {
  expect(read([['增设维度'], ['增设指标'], [null, '']])).toMatchObject({ dimensions: [], indicators: [], problems: [] });
});

test('a sheet of three columns takes dimensions; an indicator is told which columns it lacks', () => {
  const head = ['类别', '名称', '数值'];
  expect(read([['增设维度', '经济规模', 20]], head).dimensions).toMatchObject([{ name: '经济规模', weight: 20 }]);
  expect(told(read([['增设指标', '工业总产值', 20]], head))).toEqual([
    'block own-row 权重与参数!A2 增设指标“工业总产值”没有写明归入哪一维度。',
  ]);
});

test.each<[string, readonly CellInput[], string, string]>([
  ['no name', ['增设维度', null, null, null, null, 20], 'B2', '没有填写名称'],
  ['a name that no header can hold', ['增设维度', '规'.repeat(41), null, null, null, 20], 'B2', '过长'],
  ['no dimension', ['增设指标', '产值', null, '正向'], 'C2', '没有写明归入哪一维度'],
  ['no direction', ['增设指标', '产值', '规模'], 'D2', '方向'],
  ['an unknown direction', ['增设指标', '产值', '规模', '朝上'], 'D2', '方向'],
  ['a direction that objects answer to', ['增设指标', '产值', '规模', 'constructor'], 'D2', '方向'],
  ['a negative weight', ['增设指标', '产值', '规模', '正向', null, -1], 'F2', '为负数'],
  ['a negative old weight', ['增设维度', '规模', null, null, null, 1, null, -1], 'H2', '为负数'],
  ['a weight that is no number', ['增设维度', '规模', null, null, null, '两成'], 'F2', '应为数字'],
  ['a full mark of nothing', ['增设指标', '评分', '规模', '正向', null, null, 0], 'G2', '满分应大于 0'],
  ['a full mark of what is better low', ['增设指标', '评分', '规模', '逆向', null, null, 10], 'G2', '方向却是逆向'],
])('%s is refused at its cell', (_, row, cell, said) => {
  const { problems } = read([row]);
  expect(problems).toMatchObject([{ severity: 'block', sheet: '权重与参数', cell }]);
  expect(problems[0]?.message).toContain(said);
  expect(problems[0]?.nextStep).not.toBe('');
});

test('a name of exactly 40 characters is taken', () => {
  expect(read([['增设维度', '规'.repeat(40)]]).dimensions).toHaveLength(1);
});
