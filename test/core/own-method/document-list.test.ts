import { assess } from '../../../src/core/assess';
import type { SheetGrid } from '../../../src/core/grid';
import { workbookMethod } from '../../../src/core/own-method/workbook-method';
import { packOf, sharedWords, units } from '../../packs/built-in';
import { tableSheet } from '../../packs/sheets';
import { sheetOf, type Cell } from './example';

const pack = packOf('shandong-2016');
const zones = tableSheet(pack, 'indicators', [
  { zone: '甲区', level: '省级', training: 10 },
  { zone: '乙区', level: '省级', training: 20 },
  { zone: '丙区', level: '省级', training: 30 },
  { zone: '国甲区', level: '国家级', training: 40 },
]);
const list = (headers: readonly string[], ...rows: readonly (readonly Cell[])[]): SheetGrid => sheetOf('指标体系', [headers, ...rows]);
const dimension = Object.values(pack.dimensions)[0]!.title;
const training = pack.tables['indicators']!.columns['training']!.header[0]!;

function scored(sheets: readonly SheetGrid[]) {
  const stated = workbookMethod(pack, sheets, units, sharedWords);
  const { result } = assess({
    ...{ pack: stated.pack, packProblems: stated.problems, units, sheets },
    ...{ asOf: '2017-03-01', at: '2017-03-01T00:00:00Z', fingerprint: '' },
  });
  const totals = Object.fromEntries(result.rankings.flatMap(({ rows }) => rows.map(({ subject, total }) => [subject, total])));
  return {
    result,
    totals,
    codes: result.problems.filter(({ severity }) => severity === 'block').map(({ code, cell }) => `${code} ${cell ?? ''}`),
  };
}

test("a list that only names indicators is left to the document's own reading", () => {
  const sheets = [zones, list(['维度', '指标', '单位', '方向', '权重'], [dimension, training, '个', '正向', 100])];
  expect(workbookMethod(pack, sheets, units, sharedWords).pack).toBe(pack);
});

test("methods with their arguments count beside the document's own rules", () => {
  const { totals, result } = scored([
    zones,
    list(['维度', '指标', '方向', '计分方法', '计分参数'], [dimension, training, '正向', '目标比', '目标=20；封顶=120']),
  ]);
  // 100 × x ÷ 20, at most 120.
  expect(totals).toMatchObject({ 甲区: 50, 乙区: 100, 丙区: 120, 国甲区: 120 });
  expect(result.findings.length).toBeGreaterThan(0);
});

describe('marks by group', () => {
  const headers = ['维度', '指标', '取数', '单位', '方向', '满分：国家级', '满分：省级', '计分方法', '计分参数'];
  const rows = [[dimension, training, '', '个', '正向', 100, 100, '固定上下限', '最差值=0；最好值=40']];

  test("find the column whose values the groups are; the weights are the user's", () => {
    const { totals, result, codes } = scored([zones, list(headers, ...rows)]);
    expect(codes).toEqual([]);
    expect(totals).toMatchObject({ 甲区: 25, 丙区: 75, 国甲区: 100 });
    expect(result.basis).toBe('user_weights');
    expect(result.rankings.flatMap(({ weights }) => weights.map(({ group }) => group))).toContain('省级');
  });

  test('that no column knows are refused', () => {
    const { codes } = scored([
      zones,
      list(
        headers.map((one) => one.replace('国家级', '一类')),
        ...rows,
      ),
    ]);
    expect(codes).toContain('method-group-needed ');
  });

  test('beside weights on 权重与参数 are refused', () => {
    const settings = sheetOf('权重与参数', [
      ['类别', '名称', '数值'],
      ['指标权重', training, 100],
    ]);
    expect(scored([zones, list(headers, ...rows), settings]).codes).toContain('weights-twice ');
  });
});

test('gaps count as the list says', () => {
  const some = tableSheet(pack, 'indicators', [
    { zone: '甲区', level: '省级', training: 10 },
    { zone: '乙区', level: '省级', training: null },
    { zone: '丙区', level: '省级', training: 30 },
  ]);
  const { totals, result } = scored([
    some,
    list(['维度', '指标', '方向', '缺数处理', '条款'], [dimension, training, '正向', '记0分', '第九条']),
  ]);
  expect(totals).toMatchObject({ 甲区: 0, 乙区: 0, 丙区: 100 });
  expect(result.gaps?.ground).toContain('第九条');
});

test('gaps of each indicator count as its own row says, and a blank one is waited for', () => {
  const some = tableSheet(pack, 'indicators', [
    { zone: '甲区', level: '省级', training: 10 },
    { zone: '乙区', level: '省级', training: null },
    { zone: '丙区', level: '省级', training: 30 },
  ]);
  const more = list(
    ['维度', '指标', '取数', '方向', '缺数处理', '条款'],
    [dimension, training, '', '正向', '记0分', '第九条'],
    [dimension, '培训次数', '', '正向', '', ''],
  );
  const { result } = scored([some, more]);
  expect(result.gaps).toBeNull();
  expect(Object.values(result.indicatorGaps ?? {})).toEqual([
    { choice: '按办法记0分', ground: expect.stringContaining('第九条') as string },
  ]);
});

test('an indicator is only for those whom the list names', () => {
  const { totals } = scored([
    zones,
    list(
      ['维度', '指标', '方向', '适用范围', '计分方法', '计分参数'],
      [dimension, training, '正向', '级别=省级', '固定上下限', '最差值=0；最好值=40'],
    ),
  ]);
  expect(totals).toMatchObject({ 甲区: 25, 国甲区: null });
});

test('growth needs a table of the year before', () => {
  const without = packOf('national-2014');
  const has = Object.values(without.tables).some(({ previous }) => previous);
  const sheet = list(
    ['维度', '指标', '取数', '单位', '方向'],
    [Object.values(without.dimensions)[0]!.title, '增长', '增速：地区生产总值', '%', '正向'],
  );
  const { problems } = workbookMethod(without, [sheet], units, sharedWords);
  expect(problems.map(({ code, cell }) => `${code} ${cell ?? ''}`)).toEqual(has ? [] : ['method-previous C2']);
});
