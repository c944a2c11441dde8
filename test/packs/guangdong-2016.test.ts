import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, sheetOf, tableSheet, type CellInput, type Row } from './sheets';

const pack = packOf('guangdong-2016');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const zone = (name: string, more: Row = {}): Row => ({ zone: name, level: '国家级', ...more });
const main = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'indicators', rows);
const ranks = (rows: readonly Row[], table = 'national_ranks'): SheetGrid => tableSheet(pack, table, rows);
const lists = ['last_twenty', 'last_ten', 'last_five', 'last_five_two_years', 'item_last_ten'];
/** Zones whose place in the province is plain: 己区 is last. */
const provincial = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'].map((name, place) => zone(name, { pct: 60 - place }));
const on = (sheets: readonly SheetGrid[], rule: string): string[] =>
  judged(pack, sheets)
    .of(rule)
    .map(({ subject, status }) => `${subject} ${status}`);

describe('the last 20, 10 and 5 are national ranks', () => {
  test('a workbook without them is grey: the provincial table is never used', () => {
    const { findings, problems } = judged(pack, [main(provincial)]);
    for (const rule of lists) {
      const found = findings.filter((finding) => finding.rule === rule);
      expect(found.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['全部经开区 missing']);
      expect(found[0]?.sentence).toMatch(/工作簿中没有“全国(单项)?排名导入表”/);
    }
    expect(problems.filter(({ code }) => code === 'rule-missing-input').length).toBeGreaterThanOrEqual(lists.length);
  });

  test('the best of the province is listed, the worst is not, where the ministry says so', () => {
    const sheets = [
      main(provincial),
      ranks([
        { zone: '甲区', from_last: 4 },
        { zone: '己区', from_last: 150 },
      ]),
      set({ stacking: '累加' }),
    ];
    expect(on(sheets, 'last_five')).toEqual(['甲区 unmet']);
    expect(on(sheets, 'last_twenty')).toEqual(['甲区 explain']);
  });

  test('nested: each heavier list is inside the lighter one; all of them where the user chose 累加', () => {
    const sheets = [
      main(provincial),
      ranks([
        { zone: '甲区', from_last: 3 },
        { zone: '乙区', from_last: 8 },
        { zone: '丙区', from_last: 15 },
        { zone: '丁区', from_last: 21 },
      ]),
      set({ stacking: '累加' }),
    ];
    expect(on(sheets, 'last_twenty')).toEqual(['甲区 explain', '乙区 explain', '丙区 explain']);
    expect(on(sheets, 'last_ten')).toEqual(['甲区 unmet', '乙区 unmet']);
    expect(on(sheets, 'last_five')).toEqual(['甲区 unmet']);
  });

  test('each zone on its heaviest list alone, the lighter ones in a remark; 累加 lists all', () => {
    const sheets = [
      main(provincial),
      ranks([
        { zone: '甲区', from_last: 3 },
        { zone: '乙区', from_last: 8 },
        { zone: '丙区', from_last: 15 },
      ]),
    ];
    expect(on(sheets, 'last_twenty')).toEqual(['丙区 explain']);
    expect(on(sheets, 'last_ten')).toEqual(['乙区 unmet']);
    expect(on(sheets, 'last_five')).toEqual(['甲区 unmet']);
    expect(judged(pack, sheets).one('last_five', '甲区')?.sentence).toContain(
      '（同时符合“综合发展水平考核处于全国最后10名”、“综合发展水平考核处于全国最后20名”，按较重的处理列出）',
    );
    const stacked = [...sheets, set({ stacking: '累加' })];
    expect(on(stacked, 'last_twenty')).toEqual(['甲区 explain', '乙区 explain', '丙区 explain']);
    expect(on(stacked, 'last_ten')).toEqual(['甲区 unmet', '乙区 unmet']);
    expect(judged(pack, stacked).one('last_five', '甲区')?.sentence).not.toContain('同时符合');
  });

  test('名次 and 参评总数 stand in for 倒数名次, 参评总数 stated once for the list; the two have to agree', () => {
    const sheets = [
      main(provincial),
      ranks([
        { zone: '甲区', rank: 200, total: 219, from_last: null },
        { zone: '乙区', rank: 201, total: 219, from_last: 21 },
        { zone: '丙区', rank: 198, total: null, from_last: null },
      ]),
    ];
    expect(on(sheets, 'last_twenty')).toEqual(['乙区 missing', '甲区 explain']);
    const problems = judged(pack, sheets).problems.filter(({ code }) => code === 'rank-doubtful');
    expect(problems.map(({ severity, sheet, cell }) => [severity, sheet, cell])).toEqual([['error', '全国排名导入表', 'D3']]);
  });

  test('a zone without a rank is grey, and zones of other provinces are left out', () => {
    const sheets = [
      main(provincial),
      ranks([
        { zone: '甲区', from_last: null },
        { zone: '外省某经开区', from_last: 1 },
      ]),
    ];
    expect(on(sheets, 'last_five')).toEqual(['甲区 missing']);
  });

  test('consequences and clauses of the three steps', () => {
    const found = judged(pack, [main(provincial), ranks([{ zone: '甲区', from_last: 3 }]), set({ stacking: '累加' })]);
    expect(['last_twenty', 'last_ten', 'last_five'].map((rule) => found.one(rule, '甲区')?.consequence)).toEqual([
      '由省商务厅约谈国家级经开区有关负责人',
      '由省商务厅会同有关部门责令其限期整改，并提请省政府领导约谈所在地市政府有关负责人',
      '由省政府约谈所在地市政府主要负责人，并由所在地市政府提出整改意见报省政府',
    ]);
    expect(found.one('last_five', '甲区')?.cells).toEqual(['全国排名导入表!B2']);
  });
});

test('single indicators: as many lines as the list has, each naming its indicator', () => {
  const items = tableSheet(pack, 'national_items', [
    { zone: '甲区', item: '研发强度', from_last: 10 },
    { zone: '甲区', item: '单位土地产出', from_last: 2 },
    { zone: '甲区', item: '实际使用外资', from_last: 11 },
    { zone: '乙区', item: '研发强度', from_last: 10 },
  ]);
  const found = judged(pack, [main(provincial), items]).of('item_last_ten');
  expect(found.map(({ subject, status, word }) => `${subject} ${status} ${word}`)).toEqual([
    '甲区 explain 列入',
    '甲区 explain 列入',
    '乙区 explain 列入',
  ]);
  expect(found.map(({ sentence }) => /“(.+?)”指标/.exec(sentence)?.[1])).toEqual(['研发强度', '单位土地产出', '研发强度']);
});

describe('two years among the last five, and the report within 15 days', () => {
  const fallen = (demoted: string | null): SheetGrid[] => [
    main([zone('甲区', { demoted }), zone('乙区')]),
    ranks([
      { zone: '甲区', from_last: 3 },
      { zone: '乙区', from_last: 2 },
    ]),
    ranks(
      [
        { zone: '甲区', from_last: 5 },
        { zone: '乙区', from_last: 6 },
      ],
      'national_ranks_last_year',
    ),
  ];
  const due = (parameters: Readonly<Record<string, CellInput>>, asOf: string) =>
    judged(pack, [...fallen('是'), set(parameters)], asOf).one('report_in_15_days', '甲区');

  test('listed for both years only', () => {
    expect(on(fallen('是'), 'last_five_two_years')).toEqual(['甲区 unmet']);
  });

  test('last year’s ranks not imported: grey with the sheet that is wanted', () => {
    const found = judged(pack, fallen('是').slice(0, 2)).of('last_five_two_years');
    expect(found.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['甲区 missing', '乙区 missing']);
    expect(found[0]?.sentence).toContain('上年全国排名导入表');
  });

  test('natural days from the day after: published 2017-01-01, due 2017-01-16', () => {
    expect(due({ published: '2017-01-01' }, '2017-01-16')).toMatchObject({ value: '2017-01-16', status: 'explain', word: '未到期' });
    expect(due({ published: '2017-01-01' }, '2017-01-16')?.sentence).toContain('按自然日、次日起算，今日截止');
    expect(due({ published: '2017-01-01' }, '2017-01-17')).toMatchObject({ status: 'unmet', word: '已逾期' });
    expect(due({ published: '2017-01-01' }, '2017-01-17')?.sentence).toContain('已超过截止日期1天');
  });

  test('working days: Sunday 22 January 2017 is one, the Spring Festival from the 27th is not', () => {
    expect(due({ published: '2017-01-06', counting: '工作日' }, '2017-01-26')).toMatchObject({ value: '2017-01-26', word: '未到期' });
    expect(due({ published: '2017-01-06', counting: '工作日' }, '2017-01-27')).toMatchObject({ word: '已逾期' });
    expect(due({ published: '2017-01-06', counting: '工作日' }, '2017-01-10')?.sentence).toContain('扣除法定节假日');
  });

  test('over the end of a year and of February', () => {
    expect(due({ published: '2016-12-25' }, '2016-12-26')?.value).toBe('2017-01-09');
    expect(due({ published: '2016-02-20' }, '2016-02-21')?.value).toBe('2016-03-06');
  });

  test('publication date not filled in: grey', () => {
    expect(judged(pack, fallen('是')).one('report_in_15_days', '甲区')).toMatchObject({ status: 'missing' });
    expect(judged(pack, fallen('是')).one('report_in_15_days', '甲区')?.sentence).toContain('“商务部考核结果发布”日期未填');
  });

  test('demotion is a human answer: 否 asks for no report, no answer is grey', () => {
    expect(judged(pack, [...fallen('否'), set({ published: '2017-01-01' })]).of('report_in_15_days')).toEqual([]);
    expect(judged(pack, [...fallen(null), set({ published: '2017-01-01' })]).one('report_in_15_days', '甲区')?.status).toBe('missing');
  });

  test('rectification without a term is 期限待定, grey', () => {
    const found = judged(pack, [...fallen('否'), set({ stacking: '累加' })]).of('rectify');
    expect(found.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['甲区 missing', '乙区 missing']);
    expect(found[0]?.sentence).toContain('文件未规定期限');
  });
});

describe('the 53 indicators are cited, not listed', () => {
  const data = sheetOf('指标数据表', [
    ['经开区名称', '级别', '人均产出（万元）', '万元产值能耗（吨标准煤/万元）'],
    ['甲区', '国家级', 10, 3],
    ['乙区', '国家级', 20, 1],
  ]);
  const list = (rows: readonly (readonly CellInput[])[]): SheetGrid =>
    sheetOf('指标体系', [['维度', '指标名称', '单位', '方向', '权重'], ...rows]);

  test('without the list: a warning that says so, and only named indicators', () => {
    const { result } = assessed(pack, [data]);
    expect(result.problems.find(({ code }) => code === 'indicator-list-absent')?.message).toContain('53项指标');
    expect(Object.keys(result.rankings[0]?.rows[0]?.indicators ?? {})).toEqual(
      Object.entries(pack.indicators).flatMap(([id, { basis }]) => (basis === 'named' ? [id] : [])),
    );
  });

  test('with the list: its indicators replace ours, and its length is counted', () => {
    const { result } = assessed(pack, [
      data,
      list([
        ['产业基础', '人均产出', '万元', '正向', null],
        ['生态环保', '万元产值能耗', '吨标准煤/万元', '逆向', null],
      ]),
    ]);
    expect(result.problems.find(({ code }) => code === 'indicator-count')?.message).toBe('“指标体系”表有2项指标，文件规定为53项。');
    const [best] = result.rankings[0]!.rows;
    expect(best).toMatchObject({ subject: '乙区', total: 100, rank: 1, complete: false, completeness: 'partial' });
    expect(Object.values(best!.indicators).map(({ value, score }) => [value, score])).toEqual([
      [20, 100],
      [1, 100],
    ]);
    expect(result.basis).toBe('equal_weights_trial');
  });

  test('a content or an indicator beside the 53 is refused, and the document says why', () => {
    const own = sheetOf('权重与参数', [
      ['类别', '名称', '所属维度', '方向', '数值'],
      ['增设维度', '党的建设', null, null, 10],
      ['增设指标', '党建得分', '行政效能', '正向', null],
    ]);
    const { result, plan } = assessed(pack, [data, own]);
    const refused = result.problems.filter(({ severity }) => severity === 'block');
    expect(refused.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`)).toEqual([
      'contents-closed 权重与参数!B2',
      'contents-closed 权重与参数!B3',
    ]);
    expect(refused[0]?.message).toContain('二（三）“围绕产业基础、科技创新、区域带动、生态环保、行政效能5大方面的53项指标进行考核”');
    expect(plan).toBeUndefined();
  });

  test('53 of them: no complaint', () => {
    const rows = Array.from({ length: 53 }, (_, at) => ['产业基础', `指标${at + 1}`, '个', '正向', null]);
    expect(assessed(pack, [data, list(rows)]).result.problems.filter(({ code }) => code === 'indicator-count')).toEqual([]);
  });

  test('weights of the list are used and shown as the user’s', () => {
    const { result } = assessed(pack, [
      data,
      list([
        ['产业基础', '人均产出', '万元', '正向', 60],
        ['生态环保', '万元产值能耗', '吨标准煤/万元', '逆向', 40],
      ]),
    ]);
    expect(result.basis).toBe('user_weights');
    expect(Object.values(result.rankings[0]!.rows[0]!.indicators).map(({ weight }) => weight)).toEqual([0.6, 0.4]);
  });

  test.each([
    ['unknown-dimension', ['没有的方面', '人均能耗', '万元', '正向']],
    ['unknown-direction', ['产业基础', '人均能耗', '万元', '中性']],
    ['unknown-unit', ['产业基础', '人均能耗', '两', '正向']],
  ])('%s blocks the run', (code, row) => {
    // A running number before the list: the problem still names the cell that is wrong.
    const numbered = sheetOf('指标体系', [
      ['序号', '维度', '指标名称', '单位', '方向', '权重'],
      [1, '产业基础', '人均产出', '万元', '正向', null],
      [2, ...row],
    ]);
    const { result, plan } = assessed(pack, [data, numbered]);
    expect(plan).toBeUndefined();
    const cell = { 'unknown-dimension': 'B3', 'unknown-direction': 'E3', 'unknown-unit': 'D3' }[code];
    expect(result.problems.find((problem) => problem.code === code)).toMatchObject({ severity: 'block', sheet: '指标体系', cell });
  });
});

test('2020 benchmarks: without the user’s number grey, never judged', () => {
  const found = judged(pack, [tableSheet(pack, 'indicators', [zone('湛江经济技术开发区', { investment_intensity: 1 })])], '2021-01-01');
  expect(found.of('target_intensity').map(({ subject, status }) => `${subject} ${status}`)).toEqual(['全部经开区 missing']);
  expect(found.of('target_intensity')[0]?.sentence).toContain('“权重与参数”表中未填“投资强度的东部地区较高水平”');
});

describe('动态管理: who is 较好 and who 滞后 is the user’s to say, by the nation’s places', () => {
  const listed = ranks([
    { zone: '甲区', rank: 30, total: 219 },
    { zone: '乙区', rank: 190, total: 219 },
    { zone: '丙区', rank: 100, total: 219 },
    { zone: '外省某区', rank: 1, total: 219 },
  ]);
  test('off until then, and the next step names the parameter', () => {
    const { problems, of } = judged(pack, [main(provincial), listed]);
    expect([...of('incentives'), ...of('warnings')]).toEqual([]);
    const off = problems.filter(({ code }) => code === 'rule-off').map(({ nextStep }) => nextStep);
    for (const title of ['发展较好的全国名次', '发展水平滞后的全国倒数名次']) expect(off.some((step) => step.includes(title))).toBe(true);
  });

  test('zones of other provinces are not ours, and the province’s own places count for nothing', () => {
    const sheets = [main(provincial), listed, set({ incentive_first: 30, warning_last: 30 })];
    expect(on(sheets, 'incentives')).toEqual(['甲区 met']);
    expect(on(sheets, 'warnings')).toEqual(['乙区 explain']);
  });
});

describe('珠三角 and 粤东西北 are as the user says (五（十六）)', () => {
  const regions = (of: readonly (string | null)[]): SheetGrid =>
    tableSheet(
      pack,
      'indicators',
      of.map((region, at) => zone(`${at + 1}区`, { region, pct: 10 * (of.length - at) })),
    );
  const members = (sheet: SheetGrid) => {
    const { result } = assessed(pack, [sheet]);
    const of = (id: string): string[] | undefined => result.rankings.find((one) => one.id === id)?.rows.map(({ subject }) => subject);
    return { delta: of('delta'), outer: of('outer'), unmade: result.unmade.map(({ title }) => title) };
  };
  test('each region by itself; 粤东, 粤西 and 粤北 are one', () => {
    expect(members(regions(['珠三角', '粤东', '珠三角地区', '粤北']))).toMatchObject({ delta: ['1区', '3区'], outer: ['2区', '4区'] });
  });
  test('nobody says: no lists, and the contents say what they lack', () => {
    const { delta, outer, unmade } = members(main(provincial));
    expect([delta, outer]).toEqual([undefined, undefined]);
    expect(unmade).toEqual(expect.arrayContaining(['珠三角地区经开区对照（省内试算）', '粤东西北地区经开区对照（省内试算）']));
  });
});

test('land that was dealt with: less than last year asks for a reason, and a blank is grey', () => {
  const years = (now: number | null): SheetGrid[] => [
    main([zone('甲区', { idle_handled: now })]),
    tableSheet(pack, 'indicators_last_year', [zone('甲区', { idle_handled: 12 })]),
  ];
  expect(on(years(11.9), 'raise_idle_handled')).toEqual(['甲区 explain']);
  expect(on(years(12.1), 'raise_idle_handled')).toEqual(['甲区 met']);
  expect(on(years(null), 'raise_idle_handled')).toEqual(['甲区 missing']);
});
