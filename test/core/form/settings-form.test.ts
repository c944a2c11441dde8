import { checkWeights } from '../../../src/core/form/check-entry';
import { fieldsOf } from '../../../src/core/form/fields';
import { settingsForm, type FormParameter } from '../../../src/core/form/settings-form';
import { packOf, packs, units } from '../../packs/built-in';
import { settingsSheet, sheetOf } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const pack = packOf('shandong-2016');
const blank = settingsForm(pack, units, []);
const parameter = (title: string): FormParameter => blank.parameters.find((one) => one.title === title)!;

test('a parameter says why it is open and what it turns on', () => {
  expect(parameter('示范开发区数量')).toMatchObject({
    id: 'parameter:demonstration_count',
    text: '',
    clauses: ['第一部分：“每年在全省重点培育10家转型升级创新发展示范开发区”'],
    turnsOn: ['规则“示范开发区培育建议”', '结果表：“示范开发区培育建议名单”'],
  });
  expect(parameter('示范开发区数量').decided[0]).toMatch(/^SD-A1：按省级经开区综合得分前10名/u);
  expect(parameter('空气质量指标').turnsOn).toEqual([
    '规则“环境空气质量逐年改善（优良天数比例）”',
    '规则“环境空气质量逐年改善（PM2.5年均浓度）”',
    '结果表：“空气质量约束性核查”',
  ]);
  expect(parameter('标准化方法').turnsOn).toEqual(['计分方法']);
  expect(parameter('缺数处理的依据').turnsOn).toEqual(['缺数的处理']);
  expect(parameter('同比变动须说明的幅度').turnsOn).toEqual(['数据校验']);
});

test.each(packs.map((one) => [one.pack, one] as const))(
  '%s: every parameter of the pack is there, and turns something on or says what it is',
  (_, one) => {
    const { parameters } = settingsForm(one, units, []);
    expect(parameters.map(({ id }) => id)).toEqual(Object.keys(one.parameters).map((key) => `parameter:${key}`));
    expect(
      parameters.filter(({ turnsOn, parameter: { note } }) => turnsOn.length === 0 && note === undefined).map(({ title }) => title),
    ).toEqual([]);
  },
);

test('contents without indicators are marked, and groups go from the whole downwards', () => {
  expect(blank.groups.filter(({ of }) => of === undefined).map(({ kind, title, weights }) => [kind, title, weights.length])).toEqual([
    ['dimensions', '各项考核内容', 7],
    ['indicators', '“创新能力”下各指标', 13],
    ['indicators', '“品牌建设”下各指标', 2],
    ['indicators', '“生态环境”下各指标', 11],
    ['indicators', '“知识产权创造运用和保护”下各指标', 2],
    ['indicators', '“投资环境”下各指标', 26],
    ['indicators', '“新增债务”下各指标', 1],
    ['old', '原权重（提高比重的核对用）', 7],
  ]);
  expect(blank.groups[0]!.weights.filter(({ idle }) => idle).map(({ title }) => title)).toEqual(['安全生产']);
});

test('what is wrong on the sheet stands at its field, the rest beside', () => {
  const form = settingsForm(pack, units, [
    sheetOf('权重与参数', [
      ['类别', '名称', '数值'],
      ['维度权重', '创新能力', '三成'],
      ['参数', '没有的参数', 1],
    ]),
  ]);
  const field = fieldsOf(form).find(({ id }) => id === 'dimension:innovation');
  expect(field).toMatchObject({ text: '三成', cell: 'C2', problem: { message: '“创新能力”应为数字，现为“三成”。' } });
  expect(form.problems.map(({ code, cell }) => [code, cell])).toEqual([['parameters-unknown-name', 'B3']]);
});

test('weights are checked as the scoring checks them: all of a group, and 100 together', () => {
  const form = settingsForm(pack, units, [settingsSheet(pack, { dimensions: { innovation: 30 } })]);
  const told = (texts: Readonly<Record<string, string>>): string[] =>
    checkWeights(form, ({ id, text }) => texts[id] ?? text).problems.map(({ group, problem }) => `${group.title} ${problem.code}`);
  expect(told({})).toEqual(['各项考核内容 weights-missing']);
  expect(told({ 'dimension:innovation': '' })).toEqual([]);
  const all = Object.fromEntries(form.groups[0]!.weights.map(({ id }) => [id, '0']));
  expect(told({ ...all, 'dimension:innovation': '60', 'dimension:ecology': '40' })).toEqual([]);
  expect(told({ ...all, 'dimension:innovation': '60', 'dimension:ecology': '60' })).toEqual(['各项考核内容 weights-total']);
  expect(told({ ...all, 'dimension:innovation': '60', 'dimension:safety': '40' })).toEqual(['各项考核内容 weight-without-indicators']);
  expect(told({ ...all, 'dimension:innovation': '100', 'indicator:new_debt': '30' })).toEqual(['“新增债务”下各指标 weights-total']);
});

test('a pack that states its weights itself asks for none', () => {
  const stated = valid(draft({ scoring: { ...(draft().scoring as object), basis: 'pack_weights', weights: { kind: 'equal' } } }));
  expect(settingsForm(stated, units, []).groups).toEqual([]);
});

test('a form is plain data', () => expect(structuredClone(blank)).toEqual(blank));

describe('weights by group', () => {
  test('every value of the lists of the main table has the same weights to fill in, without comparisons and old weights', () => {
    expect(blank.groupColumns.map(({ title, groups }) => [title, groups])).toEqual([
      ['级别', ['国家级', '省级']],
      ['区域', ['东部', '中西部']],
    ]);
    const common = blank.groups.filter(({ of, kind }) => of === undefined && kind !== 'old').map(({ title }) => title);
    const national = blank.groups.filter(({ of }) => of === '国家级');
    expect(national.map(({ title }) => title)).toEqual(common);
    expect(national.every(({ pairs }) => pairs.length === 0)).toBe(true);
    expect(national[0]!.weights[0]!.id).toBe('dimension:innovation:国家级');
  });

  test('they are checked as typed: a group makes 100 by itself, and what it leaves blank weighs as for everybody', () => {
    const all = Object.fromEntries(blank.groups[0]!.weights.map(({ id }) => [id, '0']));
    const ofGroup = Object.fromEntries(Object.keys(all).map((id) => [`${id}:省级`, '0']));
    const told = (texts: Readonly<Record<string, string>>): string[] =>
      checkWeights(blank, ({ id, text }) => texts[id] ?? text).problems.map(
        ({ group, problem }) => `${group.of ?? '全部'} ${problem.code}`,
      );
    expect(told({ 'dimension:innovation:省级': '50' })).toEqual(['省级 weights-missing']);
    expect(told({ ...ofGroup, 'dimension:innovation:省级': '50', 'dimension:ecology:省级': '50' })).toEqual([]);
    expect(told({ ...ofGroup, 'dimension:innovation:省级': '50', 'dimension:ecology:省级': '50.1' })).toEqual(['省级 weights-total']);
    expect(told({ ...all, 'dimension:innovation': '100', 'indicator:new_debt:省级': '100' })).toEqual([]);
    // The slip of the common weights is told once.
    expect(told({ ...all, 'dimension:innovation': '101', 'indicator:new_debt:省级': '100' })).toEqual(['全部 weights-total']);
  });

  test('of one column alone', () => {
    const of = packOf('guangdong-2016');
    const form = settingsForm(of, units, []);
    expect(form.groupColumns.map(({ groups }) => groups)).toEqual([
      ['国家级', '省级'],
      ['珠三角', '粤东西北'],
    ]);
    const [first] = form.groups[0]!.weights;
    const told = checkWeights(form, ({ id }) => ([`${first!.id}:省级`, `${first!.id}:珠三角`].includes(id) ? '100' : ''));
    expect(told.problems.map(({ group, problem }) => `${group.of!} ${problem.code}`)).toContain('珠三角 weights-group-unknown');
  });
});
