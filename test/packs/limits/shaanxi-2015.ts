import type { SheetGrid } from '../../../src/core/grid';
import { packOf } from '../built-in';
import { settingsSheet, tableSheet, type CellInput, type Row, type TableOptions } from '../sheets';
import { limitCase, type LimitCase } from './limit-case';

const pack = packOf('shaanxi-2015');
const zones = (rows: readonly Row[], options?: TableOptions): SheetGrid => tableSheet(pack, 'indicators', rows, options);
const province = (row: Row, options?: TableOptions): SheetGrid => tableSheet(pack, 'province', [{ region: '全省', ...row }], options);
const projects = (rows: readonly Row[], unit: string): SheetGrid => tableSheet(pack, 'projects', rows, { units: { investment: unit } });
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const nation = { zone: '甲区', level: '国家级' };
const local = { zone: '乙区', level: '省级' };
const year = (data_year: number): SheetGrid => set({ data_year });

/** Five zones of a level, best first by 工业增加值: 一区 leads, 五区 is last. */
const names = ['一区', '二区', '三区', '四区', '五区'];
const five = (level: string): SheetGrid => zones(names.map((zone, place) => ({ zone, level, industry_added: 50 - place })));
const ranks = (table: string, order: readonly string[]): SheetGrid =>
  tableSheet(
    pack,
    table,
    order.map((zone, place) => ({ zone, rank: place + 1, total: order.length })),
  );
const place = (value: number): string => names[value - 1]!;
const fromLast = (value: number): string => names[names.length - value]!;

const praise = (rule: string, level: string, grouping: string): LimitCase<number> => ({
  limit: `${rule}.first`,
  is: rule,
  clause: '三（十二）·表彰',
  subject: place,
  book: () => [five(level), set({ [rule]: 2, grouping })],
  values: [1, 2, 3],
  expect: ['met 列入', 'met 列入', 'silent'],
});
const lagging = (rule: string, level: string, grouping: string): LimitCase[] => [
  limitCase({
    limit: `${rule}.last`,
    is: 'lag_last',
    clause: '三（十二）·预警淘汰',
    subject: fromLast,
    book: () => [five(level), set({ lag_last: 2, lag_years: 1, grouping })],
    values: [1, 2, 3],
    expect: ['explain 列入', 'explain 列入', 'silent'],
  }),
  // Years in a row among the last two: one, two and three, where two are asked for.
  limitCase({
    limit: `${rule}.in.years`,
    is: 'lag_years',
    clause: '三（十二）·预警淘汰',
    subject: '五区',
    book: (years: number) => [
      five(level),
      set({ lag_last: 2, lag_years: 2, grouping }),
      ranks('last_year_ranks', years >= 2 ? names : [...names].reverse()),
      ranks('year_before_ranks', years >= 3 ? names : [...names].reverse()),
    ],
    values: [1, 2, 3],
    expect: ['silent', 'explain 列入', 'explain 列入'],
  }),
];

const share = (
  column: string,
  whole: number,
  value: CellInput,
  dataYear = 2020,
  units: Readonly<Record<string, string>> = {},
): SheetGrid[] => [zones([{ ...nation, [column]: value }], { units }), province({ [column]: whole }, { units }), year(dataYear)];
const inCny = { trade: '亿元' };

export const shaanxi: readonly LimitCase[] = [
  limitCase({
    limit: 'target_industry.goal.at_least',
    is: 10,
    clause: '一·工业增加值',
    subject: '陕西',
    book: (value: number) => share('industry_added', 1000, value),
    values: [99.999999, 100, 100.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: '333.3 of 3333 is exactly 10 %', book: share('industry_added', 3333, 333.3), expect: 'met' },
      {
        name: '国家级 30 and 省级 70 of 1000',
        book: [
          zones([
            { ...nation, industry_added: 30 },
            { ...local, industry_added: 70 },
          ]),
          province({ industry_added: 1000 }),
          year(2020),
        ],
        expect: 'met',
      },
      {
        name: 'zones below provincial level do not count',
        book: [
          zones([
            { ...nation, industry_added: 99 },
            { zone: '丙区', level: '省级以下', industry_added: 10 },
          ]),
          province({ industry_added: 1000 }),
          year(2020),
        ],
        expect: 'unmet',
      },
      {
        name: 'zone in 万元, province in 亿元',
        book: [
          zones([{ ...nation, industry_added: 1000000 }], { units: { industry_added: '万元' } }),
          province({ industry_added: 1000 }),
          year(2020),
        ],
        expect: 'met',
      },
    ],
  }),
  limitCase({
    limit: 'target_industry.goal.year',
    is: 2020,
    clause: '一·工业增加值',
    subject: '陕西',
    book: (dataYear: number) => share('industry_added', 1000, 85, dataYear),
    values: [2019, 2020, 2021],
    expect: ['explain 未到目标年', 'unmet', 'unmet'],
  }),
  limitCase({
    limit: 'target_trade.goal.at_least',
    is: 15,
    clause: '一·进出口',
    subject: '陕西',
    book: (value: number) => share('trade', 100, value, 2020, inCny),
    values: [14.999999, 15, 15.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      {
        name: 'zone in 万美元, province in 亿美元',
        book: [
          zones([{ ...nation, trade: 150000 }], { units: { trade: '万美元' } }),
          province({ trade: 100 }, { units: { trade: '亿美元' } }),
          year(2020),
        ],
        expect: 'met',
      },
    ],
  }),
  limitCase({
    limit: 'target_trade.goal.year',
    is: 2020,
    clause: '一·目标年',
    subject: '陕西',
    book: (dataYear: number) => share('trade', 100, 14, dataYear, inCny),
    values: [2019, 2020, 2021],
    expect: ['explain 未到目标年', 'unmet', 'unmet'],
  }),
  limitCase({
    limit: 'target_fiscal.goal.at_least',
    is: 7,
    clause: '一·财政收入',
    subject: '陕西',
    book: (value: number) => share('fiscal', 100, value),
    values: [6.999999, 7, 7.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: '0.07 of 1', book: share('fiscal', 1, 0.07), expect: 'met' },
      { name: '0.21 of 3', book: share('fiscal', 3, 0.21), expect: 'met' },
    ],
  }),
  limitCase({
    limit: 'target_fiscal.goal.year',
    is: 2020,
    clause: '一·目标年',
    subject: '陕西',
    book: (dataYear: number) => share('fiscal', 100, 6, dataYear),
    values: [2019, 2020, 2021],
    expect: ['explain 未到目标年', 'unmet', 'unmet'],
  }),
  limitCase({
    limit: 'target_large_zones.at_least',
    is: 1000,
    clause: '一·千亿规模',
    subject: '陕西',
    book: (value: number) => [
      zones([
        { ...nation, industry_output: 2000 },
        { ...local, industry_output: value },
      ]),
      year(2020),
    ],
    values: [999.999999, 1000, 1000.000001],
    expect: ['unmet', 'met', 'met'],
  }),
  limitCase({
    limit: 'target_large_zones.goal.at_least',
    is: 2,
    clause: '一·千亿规模',
    subject: '陕西',
    book: (count: number) => [
      zones(names.map((zone, at) => ({ zone, level: '省级', industry_output: at < count ? 1000 : 900 }))),
      year(2020),
    ],
    values: [1, 2, 3],
    expect: ['unmet', 'met', 'met'],
  }),
  limitCase({
    limit: 'target_large_zones.goal.year',
    is: 2020,
    clause: '一·目标年',
    subject: '陕西',
    book: (dataYear: number) => [zones([{ ...nation, industry_output: 1000 }]), year(dataYear)],
    values: [2019, 2020, 2021],
    expect: ['explain 未到目标年', 'unmet', 'unmet'],
  }),
  limitCase({
    limit: 'target_counties.goal.at_least',
    is: '1/3',
    clause: '二（一）·县域覆盖',
    subject: '陕西',
    book: (covered: number) => [zones([nation]), province({ counties: 108, counties_with_zone: covered }), year(2020)],
    values: [35, 36, 37],
    expect: ['explain', 'met', 'met'],
    more: [
      { name: '35 of 107', book: [zones([nation]), province({ counties: 107, counties_with_zone: 35 }), year(2020)], expect: 'explain' },
      { name: '36 of 107', book: [zones([nation]), province({ counties: 107, counties_with_zone: 36 }), year(2020)], expect: 'met' },
      { name: '1 of 3', book: [zones([nation]), province({ counties: 3, counties_with_zone: 1 }), year(2020)], expect: 'met' },
    ],
  }),
  limitCase({
    limit: 'target_counties.goal.year',
    is: 'coverage_year',
    clause: '二（一）·县域覆盖',
    subject: '陕西',
    book: (dataYear: number) => [
      zones([nation]),
      province({ counties: 108, counties_with_zone: 30 }),
      set({ data_year: dataYear, coverage_year: 2019 }),
    ],
    values: [2018, 2019, 2020],
    expect: ['explain 未到目标年', 'explain 需说明', 'explain 需说明'],
  }),
  limitCase({
    limit: 'large_zones.at_least',
    is: 1000,
    clause: '一·千亿规模',
    subject: '甲区',
    book: (value: number) => [zones([{ ...nation, industry_output: value }])],
    values: [999.999999, 1000, 1000.000001],
    expect: ['silent', 'met 符合条件', 'met 符合条件'],
    more: [
      {
        name: '10,000,000 万元',
        book: [zones([{ ...nation, industry_output: 10000000 }], { units: { industry_output: '万元' } })],
        expect: 'met',
      },
      {
        name: '9,999,999.99 万元',
        book: [zones([{ ...nation, industry_output: 9999999.99 }], { units: { industry_output: '万元' } })],
        expect: 'silent',
      },
      { name: '0.1 万亿元', book: [zones([{ ...nation, industry_output: 0.1 }], { units: { industry_output: '万亿元' } })], expect: 'met' },
      { name: 'typed as text', book: [zones([{ ...nation, industry_output: '1,000' }])], expect: 'met' },
    ],
  }),
  limitCase({
    limit: 'main_industries_national.at_least',
    is: 1,
    clause: '二（三）·国家级主导产业',
    subject: '甲区',
    book: (value: number) => [zones([{ ...nation, main_industries: value }])],
    values: [0, 1, 2],
    expect: ['explain', 'met', 'met'],
  }),
  limitCase({
    limit: 'main_industries_national.at_most',
    is: 3,
    clause: '二（三）·国家级主导产业',
    subject: '甲区',
    book: (value: number) => [zones([{ ...nation, main_industries: value }])],
    values: [2, 3, 4],
    expect: ['met', 'met', 'explain'],
  }),
  limitCase({
    limit: 'main_industries_provincial.equals',
    is: 1,
    clause: '二（三）·省级主导产业',
    subject: '乙区',
    book: (value: number) => [zones([{ ...local, main_industries: value }])],
    values: [0, 1, 2],
    expect: ['explain', 'met', 'explain'],
  }),
  ...(['含本数', '不含本数'] as const).map((edge) => {
    const inclusive = edge === '含本数';
    const on = inclusive ? 'met 符合条件' : 'silent';
    const row = (investment: CellInput): Row => ({ project: '大项目', zone: '甲区', category: '先进制造业', investment });
    return limitCase({
      limit: inclusive ? 'large_projects_from.at_least' : 'large_projects_over.over',
      is: 1,
      clause: '三（十）·重大项目用地',
      subject: '大项目',
      book: (value: number) => [zones([nation]), projects([row(value)], '万美元'), set({ hundred_million_edge: edge })],
      values: [9999.9999, 10000, 10000.0001],
      expect: ['silent', on, 'met 符合条件'],
      more: [
        {
          name: '6.5 亿元 at 6.5',
          book: [zones([nation]), projects([row(6.5)], '亿元'), set({ hundred_million_edge: edge, usd_rate: 6.5 })],
          expect: on,
        },
        {
          name: '6.8947 亿元 at 6.8947',
          book: [zones([nation]), projects([row(68947)], '万元'), set({ hundred_million_edge: edge, usd_rate: 6.8947 })],
          expect: on,
        },
        {
          name: '6.8948 亿元 at 6.8947',
          book: [zones([nation]), projects([row(68948)], '万元'), set({ hundred_million_edge: edge, usd_rate: 6.8947 })],
          expect: 'met',
        },
        {
          name: '6.8946 亿元 at 6.8947',
          book: [zones([nation]), projects([row(68946)], '万元'), set({ hundred_million_edge: edge, usd_rate: 6.8947 })],
          expect: 'silent',
        },
        {
          name: 'another kind of industry',
          book: [zones([nation]), projects([{ ...row(20000), category: '其他' }], '万美元'), set({ hundred_million_edge: edge })],
          expect: 'silent',
        },
      ],
    });
  }),
  limitCase(praise('praise_national', '国家级', '分组')),
  limitCase(praise('praise_provincial', '省级', '分组')),
  limitCase(praise('praise_together', '省级', '合并')),
  ...lagging('lagging_national', '国家级', '分组'),
  ...lagging('lagging_provincial', '省级', '分组'),
  ...lagging('lagging_together', '国家级', '合并'),
  limitCase({
    limit: 'land_evaluation.months',
    is: 'land_evaluation_months',
    clause: '三（十）·集约评价',
    subject: '陕西',
    asOf: (day: string) => day,
    book: () => [zones([nation]), set({ land_evaluation_last: '2016-01-31', land_evaluation_months: 13 })],
    values: ['2017-02-27', '2017-02-28', '2017-03-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
  limitCase({
    limit: 'annual_review.years',
    is: 1,
    clause: '三（十二）·表彰',
    subject: '陕西',
    asOf: (day: string) => day,
    book: () => [zones([nation]), set({ annual_review_last: '2016年3月31日' })],
    values: ['2017-03-30', '2017-03-31', '2017-04-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
];
