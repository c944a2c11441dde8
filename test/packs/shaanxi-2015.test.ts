import type { SheetPlan } from '../../src/core/plan';
import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, sheetOf, tableSheet, type CellInput, type Row } from './sheets';

const pack = packOf('shaanxi-2015');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const zones = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'indicators', rows, { units: { trade: '亿美元' } });
const province = (row: Row): SheetGrid => tableSheet(pack, 'province', [{ region: '全省', ...row }], { units: { trade: '亿美元' } });
const two = [
  { zone: '国区', level: '国家级', industry_added: 600, trade: 60, fiscal: 40, industry_output: 1500 },
  { zone: '省区', level: '省级', industry_added: 250, trade: 40, fiscal: 10, industry_output: 400 },
];
const whole = { industry_added: 10000, trade: 700, fiscal: 1000, counties: 107, counties_with_zone: 30 };

describe('three shares of the province (一)', () => {
  const found = judged(pack, [zones(two), province(whole), set({ data_year: 2017 })]);

  test.each([
    ['target_industry', '8.5%', '不低于10%'],
    ['target_trade', '14.29%', '不低于15%'],
    ['target_fiscal', '5%', '不低于7%'],
  ])('%s', (rule, value, limit) => {
    expect(found.one(rule, '陕西')).toMatchObject({ status: 'explain', word: '未到目标年', value, limit });
  });

  test('progress since the base year, and the pace is said to be ours', () => {
    const { sentence } = found.one('target_industry', '陕西')!;
    expect(sentence).toContain('基期2014年为8.5%');
    expect(sentence).toContain('与基期持平');
    expect(sentence).toContain('按时间进度匀速推算应完成50%（文件未规定年度进度，仅供参考）');
    expect(found.one('target_fiscal', '陕西')!.sentence).toContain('已完成目标增量的9.09%');
  });

  test('a zone’s gap makes the share grey, not smaller', () => {
    const gap = judged(pack, [zones([two[0]!, { ...two[1]!, fiscal: null }]), province(whole), set({ data_year: 2020 })]);
    expect(gap.one('target_fiscal', '陕西')).toMatchObject({ status: 'missing' });
    expect(gap.one('target_fiscal', '陕西')?.sentence).toContain('“财政收入”未填报');
  });

  test('without the province’s figures: grey, naming the sheet', () => {
    const alone = judged(pack, [zones(two)]);
    expect(alone.of('target_industry').map(({ status, sentence }) => [status, sentence.includes('全省汇总表')])).toEqual([
      ['missing', true],
    ]);
  });

  test('two currencies are not divided', () => {
    const mixed = judged(pack, [zones(two), tableSheet(pack, 'province', [{ region: '全省', ...whole }], { units: { trade: '亿元' } })]);
    expect(mixed.of('target_trade').map(({ status }) => status)).toEqual(['missing']);
  });
});

describe('千亿 zones: a count to be reached', () => {
  const count = (outputs: readonly (number | null)[], data_year: number) =>
    judged(pack, [
      zones(outputs.map((industry_output, at) => ({ zone: `${at}区`, level: '省级', industry_output }))),
      set({ data_year }),
    ]).one('target_large_zones', '陕西');

  test('on the way', () => {
    expect(count([1200, 999], 2017)).toMatchObject({ status: 'explain', word: '未到目标年', value: '1家', limit: '不低于2家' });
    expect(count([1200, 999], 2017)?.sentence).toContain('达到该线的有1个（0区）');
  });
  test('reached before the year', () => expect(count([1200, 1000], 2016)).toMatchObject({ status: 'met', value: '2家' }));
  test('the year has come', () => expect(count([1200, 999], 2020)).toMatchObject({ status: 'unmet' }));
  test('the year has come and a figure is missing: not proven, grey', () => {
    expect(count([1200, null], 2020)).toMatchObject({ status: 'missing' });
    expect(count([1200, null], 2020)?.sentence).toContain('至少1家，至多2家，达到该线的有1个（0区），另有1个缺数未计（1区）');
  });
  test('reached whatever the missing figure is', () => expect(count([1200, 1000, null], 2020)).toMatchObject({ status: 'met' }));
});

test('no data year: a goal whose year has come is grey, and the year is asked for', () => {
  const found = judged(pack, [zones(two), province(whole)], '2021-05-01');
  expect(found.one('target_industry', '陕西')?.status).toBe('missing');
  expect(found.problems.find(({ code }) => code === 'data-year-unknown')?.nextStep).toContain('数据年度');
});

describe('no N in the document', () => {
  test('no list of the praised, and a note that the rule is off with what to fill in', () => {
    const found = judged(pack, [zones(two)]);
    expect([
      ...found.of('praise_national'),
      ...found.of('praise_provincial'),
      ...found.of('lagging_national'),
      ...found.of('lagging_provincial'),
    ]).toEqual([]);
    const off = found.problems.filter(({ code }) => code === 'rule-off');
    expect(off.flatMap(({ rules }) => rules)).toEqual(
      expect.arrayContaining(['praise_national', 'praise_provincial', 'lagging_national', 'lagging_provincial']),
    );
    for (const title of ['年度考评先进（国家级）', '年度考评先进（省级）', '长期滞后（国家级）（试行参数，文件未规定）'])
      expect(off.some(({ message }) => message.includes(title))).toBe(true);
    expect(off.every(({ severity, nextStep }) => severity === 'info' && nextStep.includes('权重与参数'))).toBe(true);
    expect(assessed(pack, [zones(two)]).result.rankings.find(({ id }) => id === 'national')?.rows[0]?.rank).toBeDefined();
  });

  test('N without the number of years does not start the lagging list', () => {
    expect(judged(pack, [zones(two), set({ lag_last: 1 })]).of('lagging_national')).toEqual([]);
    expect(judged(pack, [zones(two), set({ lag_years: 1 })]).of('lagging_national')).toEqual([]);
  });

  test('grouped by default, together when asked', () => {
    const many = zones(
      ['甲区', '乙区', '丙区'].map((zone, at) => ({ zone, level: at === 0 ? '国家级' : '省级', industry_added: 10 - at })),
    );
    expect(
      judged(pack, [many, set({ praise_provincial: 1, praise_together: 1 })])
        .findings.filter(({ kind }) => kind === 'position')
        .map(({ rule, subject }) => `${rule} ${subject}`),
    ).toEqual(['praise_provincial 乙区']);
    expect(
      judged(pack, [many, set({ praise_provincial: 1, praise_together: 1, grouping: '合并' })])
        .findings.filter(({ kind }) => kind === 'position')
        .map(({ rule, subject }) => `${rule} ${subject}`),
    ).toEqual(['praise_together 甲区']);
  });

  test('lists on trial say so in their titles and are yellow', () => {
    const many = zones(['甲区', '乙区', '丙区'].map((zone, at) => ({ zone, level: '省级', industry_added: 10 - at })));
    const [finding] = judged(pack, [many, set({ lag_last: 1, lag_years: 1 })]).of('lagging_provincial');
    expect(finding).toMatchObject({ subject: '丙区', status: 'explain', title: '长期滞后（省级）（试行参数，文件未规定）' });
  });
});

test('the province is shown as inferred', () => {
  const { result, plan } = assessed(pack, [zones(two)]);
  expect(result.pack.jurisdiction).toBe('陕西（依内容推断）');
  const isSigned = ({ name }: { readonly name: string }): boolean => Object.values(pack.rankings).some(({ title }) => title === name);
  for (const sheet of plan!.sheets)
    expect(sheet.head.flat().some(({ value }) => String(value).includes('陕西（依内容推断）'))).toBe(!isSigned(sheet));
  // A title that is signed names no place that is only inferred.
  for (const { head } of plan!.sheets.filter(isSigned)) expect(String(head[0]![0]!.value)).not.toContain('陕西');
});

test('counties: 力争 is yellow at worst', () => {
  expect(judged(pack, [zones(two), province(whole), set({ data_year: 2020 })]).one('target_counties', '陕西')).toMatchObject({
    status: 'explain',
    limit: '不低于1/3',
  });
});

describe('升级申请区同标对照 goes by the national document’s standard (三（十二）·同样标准)', () => {
  const contents = ['创新能力', '品牌建设', '规划实施', '生态环境', '知识产权保护', '投资环境', '行政效能', '新增债务', '安全生产'];
  const list = (higher = '越高越好'): SheetGrid =>
    sheetOf('国家级考评标准', [
      ['维度', '指标名称', '单位', '方向'],
      ...contents.map((content): CellInput[] => [content, `${content}得分`, '分', content === '新增债务' ? '越低越好' : higher]),
    ]);
  const applicants = ['国区', '省区', '另区'];
  /** Best first by every national content, worst first by the province's own figures. */
  const zonesWith = (headers: readonly string[], skip?: string): SheetGrid =>
    sheetOf('指标数据表', [
      ['经开区名称', '级别', '按国家级标准考评', '工业增加值（亿元）', ...headers.map((content) => `${content}得分（分）`)],
      ...[...applicants, '旁区'].map((zone, at): CellInput[] => [
        zone,
        at === 0 ? '国家级' : '省级',
        at === 3 ? '否' : '是',
        10 + at,
        ...headers.map((content) => (content === skip ? null : content === '新增债务' ? at : 90 - at)),
      ]),
    ]);
  const sheetNamed = (sheets: readonly SheetGrid[]) => {
    const { result, plan } = assessed(pack, sheets);
    return { result, sheet: plan!.sheets.find(({ name }) => name === '升级申请区同标对照')!, plan: plan! };
  };
  const textOf = ({ head, foot }: Pick<SheetPlan, 'head' | 'foot'>): string =>
    [...head, ...foot]
      .flat()
      .map(({ value }) => String(value ?? ''))
      .join('\n');

  test('without the list of indicators: said on the sheet, content by content, and nobody is ranked by the four figures of this document', () => {
    const { result, sheet } = sheetNamed([zonesWith([])]);
    expect(result.rankings.map(({ id }) => id)).not.toContain('same_standard');
    expect(textOf(sheet)).toContain('国办发〔2014〕54号');
    expect(textOf(sheet)).toContain('采用与国家级经开区相同的考评标准');
    expect(textOf(sheet)).toContain('现缺9项');
    expect(sheet.bodyRows).toBe(9);
    const [first, , , state] = sheet.body.map((body) => (body.kind === 'text' ? body.values : []));
    expect(first).toEqual(contents);
    expect(new Set(state)).toEqual(new Set(['缺指标', '缺数据']));
    const problem = result.problems.find(({ code }) => code === 'standard-lacking');
    expect(problem).toMatchObject({ severity: 'warning' });
    expect(problem?.nextStep).toContain('国家级考评标准');
  });

  test('where nobody is to be measured by it, what it lacks is not asked for', () => {
    const nobody = sheetOf('指标数据表', [
      ['经开区名称', '级别', '按国家级标准考评', '工业增加值（亿元）'],
      ...['甲区', '乙区'].map((zone, at): CellInput[] => [zone, '省级', '否', 10 + at]),
    ]);
    const asked = ({ problems }: { problems: readonly { message: string }[] }) =>
      problems.filter(({ message }) => message.includes('投资者满意度'));
    expect(asked(sheetNamed([nobody]).result)).toEqual([]);
    expect(sheetNamed([nobody]).result.problems.map(({ code }) => code)).not.toContain('standard-lacking');
  });

  test('one content without figures is too few, and is named', () => {
    const { result, sheet } = sheetNamed([zonesWith(contents, '行政效能'), list()]);
    expect(result.rankings.map(({ id }) => id)).not.toContain('same_standard');
    expect(textOf(sheet)).toContain('现缺1项');
    const state = sheet.body[3]!;
    expect(state.kind === 'text' && state.values[contents.indexOf('行政效能')]).toBe('缺数据');
  });

  test('with the list: ranked by its contents, equal weights, whatever weights this document’s contents have', () => {
    const own = settingsSheet(pack, {
      dimensions: Object.fromEntries(Object.keys(pack.dimensions).map((key) => [key, key === 'scale' ? 100 : 0])),
    });
    const { result, sheet, plan } = sheetNamed([zonesWith(contents), list(), own]);
    const ranking = result.rankings.find(({ id }) => id === 'same_standard')!;
    expect(ranking.rows.map(({ subject, rank, total }) => [subject, rank, Math.round(total!)])).toEqual([
      ['国区', 1, 100],
      ['省区', 2, 50],
      ['另区', 3, 0],
    ]);
    expect(ranking.standard).toEqual({
      pack: 'national-2014',
      title: expect.stringContaining('国务院办公厅') as unknown,
      number: '国办发〔2014〕54号',
      basis: 'equal_weights_trial',
    });
    expect(Object.keys(ranking.weights[0]!.dimensions)).toHaveLength(9);
    expect(result.basis).toBe('user_weights');
    expect(textOf(sheet)).toContain('本表按《国务院办公厅关于促进国家级经济技术开发区转型升级创新发展的若干意见》');
    expect(textOf(sheet)).toContain('陕西（依内容推断）');
    const detail = plan.sheets.find(({ name }) => name === '得分明细·升级申请区同标对照')!;
    expect(detail.head.at(-1)!.map(({ value }) => value)).toContain('行政效能得分（分）');
  });

  test('a figure that is missing waits by the national document’s policy on gaps, and the department’s decision holds there too', () => {
    const gap = zonesWith(contents);
    const short = sheetOf(
      '指标数据表',
      Array.from({ length: gap.grid.rows }, (_, row) =>
        Array.from({ length: gap.grid.columns }, (_unused, column): CellInput =>
          row === 2 && column === 4 ? null : row > 0 && column > 2 ? gap.grid.number(row, column) : gap.grid.text(row, column),
        ),
      ),
    );
    const rowOf = (sheets: readonly SheetGrid[]) =>
      sheetNamed(sheets)
        .result.rankings.find(({ id }) => id === 'same_standard')!
        .rows.find(({ subject }) => subject === '省区')!;
    expect(rowOf([short, list()]).complete).toBe(false);
    const decided = set({ gaps: '按办法记0分', gaps_ground: '某办法第九条' });
    expect(rowOf([short, list(), decided]).indicators['imported_1']).toMatchObject({ value: null, score: 0 });
  });

  test('a list that cannot be used keeps nothing else back', () => {
    const { result, sheet } = sheetNamed([zonesWith(contents), list('看情况')]);
    expect(result.rankings.map(({ id }) => id)).toContain('national');
    expect(textOf(sheet)).toContain('“国家级考评标准”有错误');
    expect(result.problems.some(({ severity }) => severity === 'block')).toBe(false);
  });

  test('nobody applies: no sheet', () => {
    expect(assessed(pack, [zones(two)]).plan!.sheets.map(({ name }) => name)).not.toContain('升级申请区同标对照');
  });
});

describe('the three tiers of 雁阵, and what the text mentions in passing', () => {
  const three = [
    { zone: '国一', level: '国家级', industry_added: 90, brands: 4 },
    { zone: '国二', level: '国家级', industry_added: 80, brands: 4 },
    { zone: '省一', level: '省级', industry_added: 70, brands: 0 },
    { zone: '省二', level: '省级', industry_added: 60, brands: 9 },
    { zone: '园一', level: '县级园区', industry_added: 50, brands: 30 },
  ];

  test('parks below the provincial level are in no list, whatever they report', () => {
    const { result } = assessed(pack, [zones(three)]);
    expect(result.rankings.map(({ id, rows }) => [id, rows.map(({ subject }) => subject).sort()])).toEqual([
      ['national', ['国一', '国二']],
      ['provincial', ['省一', '省二']],
      ['together', ['国一', '国二', '省一', '省二']],
    ]);
  });

  test('a count that is reported is scored under the dimension that we suggest, and said to be a suggestion', () => {
    const { result, plan } = assessed(pack, [zones(three)]);
    const at = (subject: string) => result.rankings.find(({ id }) => id === 'provincial')!.rows.find((row) => row.subject === subject)!;
    expect([at('省一').total, at('省二').total]).toEqual([50, 50]);
    const heads = plan!.sheets.flatMap(({ head }) => head.flat().map(({ value }) => String(value)));
    expect(heads.some((head) => head.startsWith('知名品牌数') && head.includes('建议'))).toBe(true);
  });

  test('the year’s praise and the lists on trial are the stages of 全周期管理', () => {
    const [finding] = judged(pack, [zones(three), set({ lag_last: 1, lag_years: 1 })]).of('lagging_national');
    expect(finding?.sentence).toContain('实现从升级到退出的全周期管理');
  });
});

describe('the document’s tasks', () => {
  const answers = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'checklist', rows);
  const item = '水、电、路、气都已与城区全面对接';

  test.each([
    ['是', 'met', '达标'],
    ['不适用', 'met', '不适用'],
    ['否', 'explain', '需说明'],
  ])('%s', (answer, status, word) => {
    const found = judged(pack, [zones(two), answers([{ item, zone: '国区', answer, evidence: '附件' }])]);
    expect(found.of('tasks_asked').filter(({ subject }) => subject === '国区')).toMatchObject([{ status, word }]);
  });

  test('a wish that is not fulfilled is yellow at worst', () => {
    const found = judged(pack, [zones(two), answers([{ item: '境外自主营销渠道已建立', zone: '省区', answer: '否' }])]);
    expect(found.of('tasks_wished').map(({ status }) => status)).toEqual(['explain']);
  });
});
