import { assess } from '../../../src/core/assess';
import { workbookMethod } from '../../../src/core/own-method/workbook-method';
import { lintPack } from '../../../src/core/pack/lint';
import { loadPack } from '../../../src/core/pack/load';
import { packSchema } from '../../../src/core/pack/schema';
import ownPack from '../../../src/packs/own-method.yaml';
import { sharedWords, units } from '../../packs/built-in';
import { sheetOf, type Cell } from './example';

const base = loadPack(ownPack, 'own-method.yaml', units, sharedWords).pack!;

const data = (headers: readonly string[], ...rows: readonly (readonly Cell[])[]) => sheetOf('指标数据', [headers, ...rows]);
const SIZE = data(['开发区名称', '税收（万元）', '税收目标（亿元）'], ['甲区', 100, 0.02], ['乙区', 300, 0.02], ['丙区', 200, 0.04]);
const BEFORE = sheetOf('上年数据', [
  ['开发区名称', '税收（万元）'],
  ['甲区', 80],
  ['乙区', 300],
  ['丙区', 400],
]);

/** Scores 税收 by a method and its arguments. @returns scores by zone, and what was refused or is in the way */
function scored(method: string, settings: string, { zones = SIZE, unit = '万元', direction = '正向' } = {}) {
  const system = sheetOf('指标体系', [
    ['维度', '指标', '单位', '方向', '满分', '计分方法', '计分参数'],
    ['规模', '税收', unit, direction, 100, method, settings],
  ]);
  const sheets = [zones, BEFORE, system];
  const { pack, problems } = workbookMethod(base, sheets, units, sharedWords);
  if (problems.length === 0) {
    expect(packSchema.parse(pack)).toEqual(pack);
    expect(lintPack(pack, units, '').filter(({ severity }) => severity === 'block')).toEqual([]);
  }
  const { result } = assess({
    pack,
    packProblems: problems,
    units,
    sheets,
    asOf: '2017-03-01',
    at: '2017-03-01T00:00:00Z',
    fingerprint: '',
  });
  return {
    totals: Object.fromEntries(result.rankings.flatMap(({ rows }) => rows.map(({ subject, total }) => [subject, total]))),
    problems: result.problems.filter(({ severity }) => severity === 'block').map(({ cell, message }) => `${cell} ${message}`),
  };
}

test.each<[method: string, settings: string, totals: readonly [number, number, number]]>([
  // Targets of 200, 200 and 400 万元 are written in 亿元.
  ['目标比', '目标=列：税收目标（亿元）；封顶=120', [50, 120, 50]],
  ['目标比', '目标=列:税收目标（亿元）；封顶=120', [50, 120, 50]],
  // Last year: 80, 300, 400.
  ['目标比', '目标=上年', [125, 100, 50]],
  ['目标比', '目标=上年：税收', [125, 100, 50]],
  // Mean and median of 100, 300, 200 are 200; the greatest is 300, the least 100.
  ['目标比', '目标=平均', [50, 150, 100]],
  ['目标比', '目标=平均值：税收', [50, 150, 100]],
  ['目标比', '目标=中位数', [50, 150, 100]],
  ['目标比', '目标=最高', [100 / 3, 100, 200 / 3]],
  ['固定上下限', '最差值=0；最好值=最高值', [100 / 3, 100, 200 / 3]],
  ['固定上下限', '最差值=最低；最好值=最高', [0, 100, 50]],
  ['功效系数法', '不允许值=最低值；满意值=300', [60, 100, 80]],
  // 200 is the mean itself: not below it is not above it.
  ['分段', '不低于平均：100；其余：60', [60, 100, 100]],
  ['分段', '高于平均：100；其余：60', [60, 100, 60]],
  ['分段', '不低于最高：100；不低于平均：80；其余：0', [0, 100, 80]],
  ['分段', '不低于500：100；不低于列：税收目标（亿元）：80；其余：0', [0, 80, 0]],
  ['达标', '不低于上年：100；其余：0', [100, 100, 0]],
  ['达标', '不低于列：税收目标（亿元）：100；其余：0', [0, 100, 0]],
  ['插值', '0：0；平均：60；最高：100', [30, 100, 60]],
  // 10 points of every whole 100 万元 above the mean, and as many off below it.
  ['基准加减分', '基准值=平均；基准分=80；每=100；加=10；减=10', [70, 90, 80]],
])('%s with “%s”', (method, settings, [first, second, third]) => {
  const { totals, problems } = scored(method, settings);
  expect(problems).toEqual([]);
  expect(totals['甲区']).toBeCloseTo(first, 12);
  expect(totals['乙区']).toBeCloseTo(second, 12);
  expect(totals['丙区']).toBeCloseTo(third, 12);
});

test('what is less the better is told from others that way too', () => {
  const { totals, problems } = scored('分段', '不高于最低：100；不高于平均：80；其余：0', { direction: '逆向' });
  expect(problems).toEqual([]);
  expect(totals).toMatchObject({ 甲区: 100, 丙区: 80, 乙区: 0 });
});

test('a target that a zone lacks leaves its score open; nobody is given the target of another', () => {
  const zones = data(['开发区名称', '税收（万元）', '税收目标（亿元）'], ['甲区', 100, ''], ['乙区', 300, 0.02], ['丙区', 200, 0.04]);
  expect(scored('目标比', '目标=列：税收目标（亿元）', { zones }).totals).toMatchObject({ 甲区: null, 乙区: 150, 丙区: 50 });
});

describe('a gap in what all are measured by', () => {
  const zones = data(['开发区名称', '税收（万元）', '产值（万元）'], ['甲区', 100, 100], ['乙区', '', 90], ['丙区', 200, 80]);
  const run = () => {
    const system = sheetOf('指标体系', [
      ['维度', '指标', '单位', '方向', '满分', '计分方法', '计分参数'],
      ['规模', '税收', '万元', '正向', 50, '固定上下限', '最差值=最低；最好值=最高'],
      ['规模', '产值', '万元', '正向', 50, '固定上下限', '最差值=0；最好值=100'],
    ]);
    const sheets = [zones, system];
    const { pack, problems } = workbookMethod(base, sheets, units, sharedWords);
    return assess({ pack, packProblems: problems, units, sheets, asOf: '2017-03-01', at: '2017-03-01T00:00:00Z', fingerprint: '' }).result;
  };

  test('leaves every place open, although nobody can be scored by it yet, and the indicator is none that nobody has', () => {
    const [ranking] = run().rankings;
    expect(ranking!.rows.map(({ subject, places, completeness }) => [subject, places, completeness])).toEqual([
      ['甲区', [1, 3], 'gaps'],
      ['乙区', [1, 3], 'gaps'],
      ['丙区', [1, 3], 'gaps'],
    ]);
    expect(ranking!.coverage).toMatchObject({ blankIndicators: [], contents: [{ unscored: null }] });
  });
});

test('where missing figures count as 0, a figure without its target is none of them: its score and places stay open', () => {
  const zones = data(['开发区名称', '税收（万元）', '税收目标（万元）'], ['甲区', 100, ''], ['乙区', 300, 600], ['丙区', '', 400]);
  const system = sheetOf('指标体系', [
    ['维度', '指标', '单位', '方向', '满分', '计分方法', '计分参数', '缺数处理', '条款'],
    ['规模', '税收', '万元', '正向', 100, '目标比', '目标=列：税收目标（万元）；封顶=100', '记0分', '第五条'],
  ]);
  const sheets = [zones, system];
  const { pack, problems } = workbookMethod(base, sheets, units, sharedWords);
  const [ranking] = assess({
    ...{ pack, packProblems: problems, units, sheets },
    ...{ asOf: '2017-03-01', at: '2017-03-01T00:00:00Z', fingerprint: '' },
  }).result.rankings;
  const scores = ranking!.rows.map(({ subject, indicators, places }) => [subject, Object.values(indicators)[0]!.score, places]);
  expect(Object.fromEntries(scores.map(([subject, ...rest]) => [subject, rest]))).toEqual({
    甲区: [null, [1, 3]],
    // Wider than they need be, since 丙区's 0 is bounded like an open score; never narrower.
    乙区: [50, [1, 3]],
    丙区: [0, [1, 3]],
  });
});

test('steps that stand in the wrong order for one zone, since its own target is above them, give that zone no score', () => {
  const { totals } = scored('分段', '不低于250：100；不低于列：税收目标（亿元）：80；其余：0');
  expect(totals).toMatchObject({ 甲区: 0, 乙区: 100, 丙区: null });
});

describe('what cannot be read is refused with its cell', () => {
  test.each([
    ['目标比', '目标=八', '“八”不是数字'],
    ['目标比', '目标=平均数吧', '“平均数吧”不是数字'],
    ['目标比', '目标=列', '“列”不是数字'],
    // Points are no figures of the indicator.
    ['目标比', '目标=8；封顶=平均', '“平均”不是数字'],
    ['分段', '不低于什么：100；其余：0', '不能识别'],
    // Worse before better.
    ['分段', '不高于平均：100；其余：0', '与前一档的方向或次序不一致'],
  ])('%s with “%s”', (method, settings, about) => {
    expect(scored(method, settings).problems).toEqual([expect.stringMatching(new RegExp(`^G2 .*${about}`))]);
  });

  test('a figure of all needs the unit of the indicator', () => {
    expect(scored('目标比', '目标=平均', { unit: '' }).problems).toEqual([expect.stringMatching(/^G2 .*须写明单位/)]);
  });
});
