import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, tableSheet, type CellInput, type Row } from './sheets';

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
  for (const { head } of plan!.sheets) expect(head.flat().some(({ value }) => String(value).includes('陕西（依内容推断）'))).toBe(true);
});

test('counties: 力争 is yellow at worst', () => {
  expect(judged(pack, [zones(two), province(whole), set({ data_year: 2020 })]).one('target_counties', '陕西')).toMatchObject({
    status: 'explain',
    limit: '不低于1/3',
  });
});
