import { workbookMethod } from '../../../src/core/own-method/workbook-method';
import { methodOf } from '../../../src/core/own-method/method-text';
import { numberOf } from '../../../src/core/own-method/texts';
import { methodConfigSchema } from '../../../src/core/score/methods/schema';
import { spokenPlace } from '../../../src/core/pack/clause-place';
import { loadPack } from '../../../src/core/pack/load';
import ownPack from '../../../src/packs/own-method.yaml';
import { sharedWords, units } from '../../packs/built-in';
import { example, rulesSheet, systemSheet, type Cell } from './example';

const base = loadPack(ownPack, 'own-method.yaml', units, sharedWords).pack!;

/** The example with one cell changed, each sheet by row (from 1, below the header) and header. */
function changed(of: 'system' | 'rules', row: number, header: string, value: Cell): Cell[][] {
  const { headers, rows } = example[of];
  const column = headers.indexOf(header);
  if (column < 0) throw new Error(`no header ${header}`);
  return rows.map((cells, at) => cells.map((cell, place) => (at === row - 1 && place === column ? value : cell)));
}

const told = (system: readonly (readonly Cell[])[], rules: readonly (readonly Cell[])[]) =>
  workbookMethod(base, [systemSheet(system), rulesSheet(rules)], units, sharedWords).problems.map(
    ({ severity, sheet, cell, message }) => `${severity} ${sheet}!${cell} ${message}`,
  );

const rowOf = (of: 'system' | 'rules', name: string): number => example[of].rows.findIndex((cells) => cells[1] === name) + 1;

test('the example itself has no mistake', () => {
  expect(told(example.system.rows, example.rules.rows)).toEqual([]);
});

/** What a person may write wrongly on 指标体系: indicator, header, text → the cell, and what the message names. */
const SYSTEM: readonly (readonly [indicator: string, header: string, text: Cell, cell: string, about: string])[] = [
  ['地区生产总值', '方向', '', 'E2', '没有填写“方向”'],
  ['地区生产总值', '方向', '向上', 'E2', '“向上”不能识别'],
  ['地区生产总值', '单位', '元角', 'D2', '“元角”不在单位表内'],
  ['地区生产总值', '计分方法', '功效法法', 'H2', '“功效法法”不能识别'],
  ['地区生产总值', '计分参数', '基础分60', 'I2', '不是“名称=数”'],
  ['地区生产总值', '计分参数', '基础=60', 'I2', '“基础”不能识别'],
  ['地区生产总值', '计分参数', '基础分=六十', 'I2', '“六十”不是数字'],
  ['地区生产总值', '计分方法', '', 'H2', '却没有写计分方法'],
  ['地区生产总值', '满分：甲类', '', 'F2', '没有填写“满分：甲类”'],
  ['地区生产总值', '满分：甲类', 5, 'F1', '合计为101，应为100'],
  ['地区生产总值增量', '计分参数', '第一名=100', 'I3', '缺少参数：末名'],
  ['地区生产总值增量', '计分参数', '第一名=10；末名=100', 'I3', '第一名的分值'],
  ['地区生产总值增量', '单位', '', 'C3', '须写明单位'],
  ['规模以上工业增加值增速', '计分参数', '封顶=120', 'I4', '缺少参数：目标'],
  ['规模以上工业增加值增速', '计分参数', '目标=8；封顶=50；保底=60', 'I4', '低于得分下限'],
  ['固定资产投资增速', '计分参数', '不低于10：100；不低于5：80', 'I6', '最后一档应写'],
  ['固定资产投资增速', '计分参数', '不低于5：80；不低于10：100；其余：0', 'I6', '不低于10：100'],
  ['固定资产投资增速', '计分参数', '不高于10：100；其余：0', 'I6', '不高于10：100'],
  ['固定资产投资增速', '计分参数', '10到20：100；其余：0', 'I6', '10到20：100'],
  ['固定资产投资增速', '计分参数', '不低于10：40；不低于5：80；其余：0', 'I6', '与指标方向'],
  ['进出口总额', '适用范围', '有海关统计', 'J14', '不是“列=值”'],
  ['进出口总额', '适用范围', '国家级表彰=是', 'D24', '“国家级表彰”一处当作数字'],
  ['进出口总额', '缺数处理', '记零', 'K14', '“记零”不能识别'],
  ['进出口总额', '指标', '地区生产总值', 'B14', '出现了两次（前一次在 B2）'],
];

test.each(SYSTEM)('指标体系: %s, %s “%s”', (indicator, header, text, cell, about) => {
  const found = told(changed('system', rowOf('system', indicator), header, text), example.rules.rows);
  const at = found.find((one) => one.includes(`!${cell} `));
  expect({ found, at }).toEqual({ found, at: expect.stringContaining(about) });
  expect(at).toMatch(/^block /);
});

/** On 考评规则: name in the row, header, text → the cell, and what the message names. */
const METHODS: readonly (readonly [name: string, settings: string, expected: unknown])[] = [
  [
    '插值',
    '60：0；80：60；100：100',
    {
      method: 'interpolate',
      points: [
        { at: 60, points: 0 },
        { at: 80, points: 60 },
        { at: 100, points: 100 },
      ],
    },
  ],
  ['秩和比', '', { method: 'rank_ratio' }],
  ['百分位', '', { method: 'percentile', to: [0, 100] }],
  ['Z分数', '均值=50；标准差=10', { method: 'z_score', mean: 50, sd: 10 }],
  ['功效系数法', '满意值=100；不允许值=60', { method: 'efficacy', base: 60, span: 40, satisfactory: 100, unsatisfactory: 60 }],
  ['达标', '高于95：100；其余：20', { method: 'pass_fail', over: 95, points: 100, otherwise: 20 }],
];

test.each(METHODS)('%s with “%s” is a method of the pack format', (name, settings, expected) => {
  const read = methodOf(name, settings, 'higher_is_better', numberOf);
  expect(read).toEqual({ value: expected });
  expect(methodConfigSchema.parse(expected)).toEqual(expected);
});

const RULES: readonly (readonly [name: string, header: string, text: Cell, cell: string, about: string])[] = [
  ['文号', '名称', '号', 'B3', '“号”不能识别'],
  ['发文日期', '内容', '二月', 'E5', '发文日期“二月”'],
  ['地区类别', '名称', '', 'B8', '分组没有填写“名称”'],
  ['地区类别', '类别', '分类', 'A8', '“分类”不能识别'],
  ['省级开发区', '名称', '国家级开发区', 'B12', '出现了两次'],
  ['省级开发区', '对象', '省级', 'C12', '不是“列=值”'],
  ['实际使用外资单项', '依据', '外资', 'D15', '“外资”不存在'],
  ['国家级表彰', '内容', '一项1分', 'E24', '“一项1分”不能识别'],
  ['国家级表彰', '内容', '最多3分', 'E24', '没有填写“每项1分”'],
  ['各项扣分合计', '依据', '较大事故', 'D27', '“较大事故”不存在'],
  ['各项扣分合计', '内容', '8分', 'E27', '“8分”不能识别'],
  ['提供虚假数据', '处理', '', 'G30', '没有填写“处理”'],
  ['提供虚假数据', '处理', '取消资格', 'G30', '“取消资格”不能识别'],
  ['提供虚假数据', '处理', '排在最后；不得评为优等', 'G30', '“优等”不存在'],
  ['良好', '内容', '80以下', 'E32', '“80以下”不能识别'],
  ['良好', '内容', '不低于95', 'E32', '不比上一个等次低'],
  ['良好', '内容', '不低于90', 'E32', '不比上一个等次低'],
  ['良好', '内容', '其余', 'E32', '没有写明界限'],
  ['不合格', '内容', '不低于10', 'E34', '不能有界限'],
  ['优秀', '对象', '国家级', 'C31', '“国家级”不存在'],
  ['亩均税收前3名', '内容', '第3名', 'E37', '“第3名”不能识别'],
  ['亩均税收前3名', '依据', '得分', 'D37', '“得分”不能识别'],
  ['亩均税收前3名', '对象', '亩均税收', 'C37', '“亩均税收”不存在'],
  ['进位', '往年', '', 'F44', '没有写明往年'],
  ['进位', '内容', '上升若干位', 'E44', '“上升若干位”不能识别'],
  ['约谈（省级甲类）', '往年', '上年结果', 'F47', '往年“上年结果”不能识别'],
  ['退出（省级甲类）', '内容', '不及格；近3年3年', 'E49', '“不及格”不存在'],
  ['退出（省级甲类）', '颜色', '紫', 'H49', '“紫”不能识别'],
];

test.each(RULES)('考评规则: %s, %s “%s”', (name, header, text, cell, about) => {
  const found = told(example.system.rows, changed('rules', rowOf('rules', name), header, text));
  const at = found.find((one) => one.includes(`!${cell} `));
  expect({ found, at }).toEqual({ found, at: expect.stringContaining(about) });
  expect(at).toMatch(/^block /);
});

describe('sheets', () => {
  const problems = (...sheets: Parameters<typeof workbookMethod>[1][number][]) =>
    workbookMethod(base, sheets, units, sharedWords).problems.map(({ code }) => code);

  test('without 指标体系 there is no method', () => {
    expect(problems(rulesSheet())).toEqual(['method-no-system']);
  });

  test('without 考评规则 all are ranked together by the total', () => {
    const [weight, ...rest] = [4, 6, 8, 6, 6, 10, 5, 8, 6, 6, 4, 4, 6, 7, 4, 6, 4];
    expect([weight, ...rest].length).toBe(example.system.rows.length);
    const headers = example.system.headers
      .filter((header) => header !== '满分：乙类')
      .map((header) => (header === '满分：甲类' ? '满分' : header));
    const rows = example.system.rows.map((cells) => cells.filter((_, place) => place !== example.system.headers.indexOf('满分：乙类')));
    const { pack, problems: found } = workbookMethod(base, [systemSheet(rows, headers)], units, sharedWords);
    expect(found).toEqual([]);
    expect(Object.values(pack.rankings).map(({ title }) => title)).toEqual(['综合排名']);
    expect(Object.values(pack.indicators).map(({ weight: one }) => one)).toEqual([weight, ...rest]);
    expect(pack.scoring.basis).toBe('pack_weights');
  });

  test('without marks the weights are left to 权重与参数', () => {
    const blank = example.system.rows.map((cells) => cells.map((cell, place) => (place === 5 || place === 6 ? '' : cell)));
    const rules = example.rules.rows.filter((cells) => cells[0] !== '分组');
    const { pack, problems: found } = workbookMethod(base, [systemSheet(blank), rulesSheet(rules)], units, sharedWords);
    expect(found).toEqual([]);
    expect(pack.scoring.basis).toBe('equal_weights_trial');
  });

  test('marks by group need the column that says who is in which', () => {
    expect(problems(systemSheet(), rulesSheet(example.rules.rows.filter((cells) => cells[0] !== '分组')))).toEqual(['method-group-needed']);
  });

  test('a sheet without its header row, one header twice, no indicator', () => {
    expect(problems(systemSheet([], ['方面', '内容']))).toContain('method-no-header');
    expect(
      problems(
        systemSheet(
          example.system.rows,
          example.system.headers.map((one) => (one === '条款' ? '单位' : one)),
        ),
      ),
    ).toContain('method-header-twice');
    expect(problems(systemSheet([]))).toEqual(['method-no-indicators']);
  });

  test('a header that is nearly one of the sheet is refused, another one told; columns for people are left alone', () => {
    const slip = example.system.headers.map((one) => (one === '计分方法' ? '记分方法' : one));
    const found = workbookMethod(base, [systemSheet(example.system.rows, slip), rulesSheet()], units, sharedWords).problems;
    expect(found.find(({ code }) => code === 'method-header')).toMatchObject({ severity: 'block', cell: 'H1' });
    const more = [...example.system.headers, '责任处室', '备注'];
    const { problems: told, pack } = workbookMethod(base, [systemSheet(example.system.rows, more), rulesSheet()], units, sharedWords);
    expect(told.map(({ severity, cell }) => `${severity} ${cell}`)).toEqual(['warning M1']);
    expect(Object.keys(pack.indicators).length).toBe(example.system.rows.length);
  });

  test('words in quotation marks are the document’s only where a row quotes it', () => {
    const cited = (headers: string[], row: readonly Cell[]) => {
      const { pack } = workbookMethod(base, [systemSheet(), rulesSheet([...example.rules.rows, row], headers)], units, sharedWords);
      const { clause } = Object.values(pack.rules).find(({ title }) => title === '末位')!;
      return clause.map((key) => [spokenPlace(key), pack.clauses[key]]);
    };
    const row = ['名单', '末位', '省级开发区', '名次', '后1名', '', '予以通报', '', '', '第九条'];
    expect(cited(example.rules.headers, row)).toEqual([['“考评规则”表第51行（第九条）', '末位，省级开发区，后1名，予以通报']]);
    expect(cited([...example.rules.headers, '原文'], [...row, '末位的予以通报。'])).toEqual([['第九条', '末位的予以通报。']]);
  });

  test('a note below the table is no rule', () => {
    const rows = [...example.rules.rows, ['注：本表为示例。']];
    expect(problems(systemSheet(), rulesSheet(rows))).toEqual([]);
  });

  test('names that every object answers to are names like others', () => {
    const rows = changed('system', 4, '指标', '__proto__').map((cells) =>
      cells.map((cell) => (cell === '营商环境' ? 'constructor' : cell)),
    );
    const { pack, problems: found } = workbookMethod(
      base,
      [systemSheet(rows), rulesSheet([['分组', '地区类别']], ['类别', '名称', '内容'])],
      units,
      sharedWords,
    );
    expect(found).toEqual([]);
    expect(Object.values(pack.dimensions).map(({ title }) => title)).toContain('constructor');
    expect(Object.values(pack.indicators).map(({ title }) => title)).toContain('__proto__');
  });
});
