import type { SheetGrid } from '../../../src/core/grid';
import { packOf } from '../built-in';
import { percent, settingsSheet, tableSheet, type CellInput, type Row, type TableOptions } from '../sheets';
import { limitCase, type Expected, type LimitCase } from './limit-case';

const pack = packOf('guangdong-2016');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const one: Row = { zone: '湛江经开区', level: '国家级', city: '湛江市' };
const main = (rows: readonly Row[] = [one], options?: TableOptions): SheetGrid => tableSheet(pack, 'indicators', rows, options);
const ranks = (row: Row, table = 'national_ranks'): SheetGrid => tableSheet(pack, table, [{ zone: '湛江经开区', ...row }]);

/** N of the last, by 倒数名次 as imported; the other way by 名次 and 参评总数. */
const last = (rule: string, n: number, clause: string, listed: Expected): LimitCase =>
  limitCase({
    limit: `${rule}.last`,
    is: n,
    clause,
    subject: '湛江经开区',
    book: (from_last: number) => [main(), ranks({ from_last })],
    values: [n - 1, n, n + 1],
    expect: [listed, listed, 'silent'],
    more: [
      { name: '名次 and 参评总数, on the line', book: [main(), ranks({ rank: 219 - n + 1, total: 219 })], expect: listed },
      { name: '名次 and 参评总数, one better', book: [main(), ranks({ rank: 219 - n, total: 219 })], expect: 'silent' },
      { name: 'neither filled in', book: [main(), ranks({ from_last: null })], expect: 'missing' },
    ],
  });

const raised = (
  rule: string,
  clause: string,
  columns: readonly string[],
  options: TableOptions = {},
  worse: Expected = 'unmet',
): LimitCase => {
  const [column = '', ...beside] = columns;
  const row = (value: number): Row => ({ ...one, [column]: value, ...Object.fromEntries(beside.map((key) => [key, 90])) });
  return limitCase({
    limit: `${rule}.must`,
    is: 'increase',
    clause,
    subject: '湛江经开区',
    book: (value: number) => [main([row(value)], options), tableSheet(pack, 'indicators_last_year', [row(60)], options)],
    values: [59.999999, 60, 60.000001],
    expect: [worse, 'explain 持平', 'met'],
  });
};

/** A zone's share of its city: 60 of 90 last year, 600 the city this year. */
const cityShare = (rule: string, column: string, options: TableOptions = {}): LimitCase => {
  const city = (table: string, value: number): SheetGrid => tableSheet(pack, table, [{ city: '湛江市', gdp: 1, [column]: value }], options);
  return limitCase({
    limit: `${rule}.must`,
    is: 'increase',
    clause: '五（十六）·占比',
    subject: '湛江经开区',
    book: (value: number) => [
      main([{ ...one, [column]: value }], options),
      tableSheet(pack, 'indicators_last_year', [{ ...one, [column]: 60 }], options),
      city('cities', 900),
      city('cities_last_year', 90),
    ],
    values: [599.999999, 600, 600.000001],
    expect: ['unmet', 'explain 持平', 'met'],
  });
};

const benchmark = (
  rule: string,
  edge: 'at_least' | 'at_most',
  column: string,
  parameter: string,
  unit: string,
  more: Readonly<Record<string, CellInput>> = {},
): LimitCase[] => {
  const options: TableOptions = pack.tables.indicators!.columns[column]!.unit === 'from_header' ? { units: { [column]: unit } } : {};
  const book = (value: CellInput, dataYear: number, zone = '湛江经开区'): SheetGrid[] => [
    main([{ ...one, zone, [column]: value }], options),
    set({ [parameter]: 70, data_year: dataYear, ...more }),
  ];
  return [
    limitCase({
      limit: `${rule}.goal.${edge}`,
      is: parameter,
      clause: '一（二）·较高水平',
      subject: '湛江经开区',
      book: (value: number) => book(value, 2020),
      values: [69.999999, 70, 70.000001],
      expect: edge === 'at_least' ? ['unmet', 'met', 'met'] : ['met', 'met', 'unmet'],
      more: [
        { name: 'a zone that the document does not name', subject: '别的经开区', book: book(1, 2020, '别的经开区'), expect: 'silent' },
        ...(unit === '%' ? [{ name: '0.7 shown as 70%', book: book(percent(0.7), 2020), expect: 'met' as Expected }] : []),
      ],
    }),
    limitCase({
      limit: `${rule}.goal.year`,
      is: 2020,
      clause: '一（二）·目标年',
      subject: '湛江经开区',
      book: (dataYear: number) => book(edge === 'at_least' ? 69 : 71, dataYear),
      values: [2019, 2020, 2021],
      expect: ['explain 未到目标年', 'unmet', 'unmet'],
    }),
  ];
};

const clusters = (scales: readonly CellInput[], unit = '亿元'): SheetGrid =>
  tableSheet(
    pack,
    'clusters',
    scales.map((scale, at) => ({ cluster: `集群${at + 1}`, zone: one.zone!, scale })),
    { units: { scale: unit } },
  );
const clusterLine = (rule: string, line: number): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: line,
    clause: '一（二）·集群',
    subject: '集群1',
    book: (value: number) => [main(), clusters([value])],
    values: [line - 0.000001, line, line + 0.000001],
    expect: ['silent', 'met 符合条件', 'met 符合条件'],
    more: [
      { name: 'in 万元', book: [main(), clusters([line * 10000], '万元')], expect: 'met' },
      { name: 'in a zone of the province', book: [main([{ ...one, level: '省级' }]), clusters([line])], expect: 'silent' },
      { name: 'in a zone of unknown level', book: [main([{ ...one, level: null }]), clusters([line])], expect: 'missing' },
    ],
  });
const clusterGoal = (rule: string, line: number, goal: number): LimitCase[] => {
  const some = (count: number): number[] => Array.from({ length: count }, () => line);
  return [
    limitCase({
      limit: `${rule}.at_least`,
      is: line,
      clause: '一（二）·集群',
      subject: '广东省',
      book: (value: number) => [main(), clusters([value, ...some(goal - 1)]), set({ data_year: 2020 })],
      values: [line - 0.000001, line, line + 0.000001],
      expect: ['explain 需说明', 'met', 'met'],
    }),
    limitCase({
      limit: `${rule}.goal.at_least`,
      is: goal,
      clause: '一（二）·集群',
      subject: '广东省',
      book: (count: number) => [main(), clusters([...some(count), 1]), set({ data_year: 2020 })],
      values: [goal - 1, goal, goal + 1],
      expect: ['explain 需说明', 'met', 'met'],
    }),
    limitCase({
      limit: `${rule}.goal.year`,
      is: 2020,
      clause: '一（二）·目标年',
      subject: '广东省',
      book: (dataYear: number) => [main(), clusters([line]), set({ data_year: dataYear })],
      values: [2019, 2020, 2021],
      expect: ['explain 未到目标年', 'explain 需说明', 'explain 需说明'],
    }),
  ];
};

const large = (investment: number, unit: string, parameters: Readonly<Record<string, CellInput>> = {}, row: Row = {}): SheetGrid[] => [
  main(),
  tableSheet(
    pack,
    'projects',
    [
      {
        project: '大项目',
        zone: '湛江经开区',
        category: '战略性新兴产业',
        investment,
        layout: '是',
        gathering: '是',
        thrift: '是',
        ...row,
      },
    ],
    { units: { investment: unit } },
  ),
  set(parameters),
];
const fallen = [ranks({ from_last: 3 }), ranks({ from_last: 4 }, 'national_ranks_last_year')];
const local = ['一区', '二区', '三区'];

export const guangdong: readonly LimitCase[] = [
  limitCase({
    limit: 'item_last_ten.last',
    is: 10,
    clause: '二（四）·单项最后10名',
    subject: '湛江经开区',
    book: (from_last: number) => [main(), tableSheet(pack, 'national_items', [{ zone: '湛江经开区', item: '研发强度', from_last }])],
    values: [9, 10, 11],
    expect: ['explain 列入', 'explain 列入', 'silent'],
  }),
  last('last_twenty', 20, '二（四）·最后20名', 'explain 列入'),
  last('last_ten', 10, '二（四）·最后10名', 'unmet 列入'),
  last('last_five', 5, '二（四）·最后5名', 'unmet 列入'),
  limitCase({
    limit: 'last_five_two_years.last',
    is: 5,
    clause: '二（四）·连续两年',
    subject: '湛江经开区',
    book: (from_last: number) => [main(), ranks({ from_last }), ranks({ from_last: 1 }, 'national_ranks_last_year')],
    values: [4, 5, 6],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  // Last year's place from the last: 4, 5 and 6, where the last five count.
  limitCase({
    limit: 'last_five_two_years.in.years',
    is: 2,
    clause: '二（四）·连续两年',
    subject: '湛江经开区',
    book: (from_last: number) => [main(), ranks({ from_last: 1 }), ranks({ from_last }, 'national_ranks_last_year')],
    values: [4, 5, 6],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  limitCase({
    limit: 'report_in_15_days.days',
    is: 15,
    clause: '二（四）·连续两年',
    subject: '湛江经开区',
    asOf: (day: string) => day,
    book: () => [main([{ ...one, demoted: '是' }]), ...fallen, set({ published: '2017-01-01' })],
    values: ['2017-01-15', '2017-01-16', '2017-01-17'],
    expect: ['explain 未到期', 'explain 未到期', 'unmet 已逾期'],
    more: [
      {
        name: 'working days from Sunday 2017-01-01, Monday the 2nd off and Sunday the 22nd worked: the 15th is 2017-01-22',
        asOf: '2017-01-22',
        book: [main([{ ...one, demoted: '是' }]), ...fallen, set({ published: '2017-01-01', counting: '工作日' })],
        expect: 'explain 未到期',
      },
      {
        name: 'the day after',
        asOf: '2017-01-23',
        book: [main([{ ...one, demoted: '是' }]), ...fallen, set({ published: '2017-01-01', counting: '工作日' })],
        expect: 'unmet 已逾期',
      },
      {
        name: 'not demoted: no report is due',
        book: [main([{ ...one, demoted: '否' }]), ...fallen, set({ published: '2017-01-01' })],
        expect: 'silent',
      },
    ],
  }),
  limitCase({
    limit: 'rectify.days',
    is: 'rectify_days',
    clause: '二（四）·最后10名',
    subject: '湛江经开区',
    asOf: (day: string) => day,
    book: () => [main(), ranks({ from_last: 8 }), set({ rectify_from: '2017-02-01', rectify_days: 30 })],
    values: ['2017-03-02', '2017-03-03', '2017-03-04'],
    expect: ['explain 未到期', 'explain 未到期', 'unmet 已逾期'],
  }),
  limitCase({
    limit: 'incentives.first',
    is: 'incentive_first',
    clause: '二（四）·激励',
    subject: '湛江经开区',
    book: (rank: number) => [main(), ranks({ rank }), set({ incentive_first: 30 })],
    values: [29, 30, 31],
    expect: ['met 列入', 'met 列入', 'silent'],
    more: [
      { name: 'no number in the document: no list', book: [main(), ranks({ rank: 1 })], expect: 'silent' },
      { name: 'neither filled in', book: [main(), ranks({ rank: null }), set({ incentive_first: 30 })], expect: 'missing' },
      {
        name: '省级 are not encouraged',
        book: [main([{ ...one, level: '省级' }]), ranks({ rank: 1 }), set({ incentive_first: 30 })],
        expect: 'silent',
      },
    ],
  }),
  limitCase({
    limit: 'warnings.last',
    is: 'warning_last',
    clause: '二（四）·警告',
    subject: '湛江经开区',
    book: (from_last: number) => [main(), ranks({ from_last }), set({ warning_last: 30 })],
    values: [29, 30, 31],
    expect: ['explain 列入', 'explain 列入', 'silent'],
    more: [
      { name: 'no number in the document: no list', book: [main(), ranks({ from_last: 1 })], expect: 'silent' },
      {
        name: '名次 and 参评总数, on the line',
        book: [main(), ranks({ rank: 190, total: 219 }), set({ warning_last: 30 })],
        expect: 'explain 列入',
      },
      { name: 'neither filled in', book: [main(), ranks({ from_last: null }), set({ warning_last: 30 })], expect: 'missing' },
    ],
  }),
  limitCase({
    limit: 'expansion.first',
    is: 'national_first',
    clause: '六（十七）·扩区',
    subject: '湛江经开区',
    book: (rank: number) => [main(), ranks({ rank }), set({ national_first: 30 })],
    values: [29, 30, 31],
    expect: ['met 列入', 'met 列入', 'silent'],
  }),
  limitCase({
    limit: 'upgrade.first',
    is: 'provincial_first',
    clause: '二（五）·优先升级',
    subject: (place: number) => local[place - 1]!,
    book: () => [main(local.map((zone, place) => ({ zone, level: '省级', pct: 9 - place }))), set({ provincial_first: 2 })],
    values: [1, 2, 3],
    expect: ['met 列入', 'met 列入', 'silent'],
  }),
  ...benchmark('target_intensity', 'at_least', 'investment_intensity', 'benchmark_intensity', '万元/公顷'),
  ...benchmark('target_output', 'at_least', 'output_benefit', 'benchmark_output', '亿元/平方公里'),
  ...benchmark('target_saving_high', 'at_least', 'energy_saving', 'benchmark_saving', '%'),
  ...benchmark('target_saving_low', 'at_most', 'energy_saving', 'benchmark_saving', '吨标准煤/万元', { saving_direction: '越低越好' }),
  ...benchmark('target_treatment', 'at_least', 'pollutant_treatment', 'benchmark_treatment', '%'),
  clusterLine('clusters_500', 500),
  clusterLine('clusters_1000', 1000),
  ...clusterGoal('target_clusters_500', 500, 10),
  ...clusterGoal('target_clusters_1000', 1000, 6),
  limitCase({
    limit: 'large_projects.over',
    is: 1,
    clause: '六（十七）·重大项目',
    subject: '大项目',
    book: (value: number) => large(value, '万美元'),
    values: [9999.9999, 10000, 10000.0001],
    expect: ['silent', 'silent', 'met 符合条件'],
    more: [
      { name: '6.5 亿元 at 6.5', book: large(6.5, '亿元', { usd_rate: 6.5 }), expect: 'silent' },
      { name: '6.5001 亿元 at 6.5', book: large(6.5001, '亿元', { usd_rate: 6.5 }), expect: 'met' },
      { name: 'one of the three demands is 否', book: large(2, '亿美元', {}, { gathering: '否' }), expect: 'silent' },
      { name: 'one of the three demands is not answered', book: large(2, '亿美元', {}, { gathering: null }), expect: 'missing' },
    ],
  }),
  cityShare('raise_gdp_share', 'gdp'),
  cityShare('raise_budget_share', 'budget'),
  cityShare('raise_tax_share', 'tax'),
  cityShare('raise_fdi_share', 'fdi', { units: { fdi: '亿美元' } }),
  cityShare('raise_hitech_share', 'hitech_output'),
  cityShare('raise_tertiary_share', 'tertiary'),
  raised('raise_rd_share', '四（十）·研发', ['rd_spend', 'rd_base']),
  raised('raise_masters_share', '四（十三）·人才', ['masters', 'staff']),
  raised('raise_professionals_share', '四（十三）·人才', ['professionals', 'staff']),
  raised('raise_skilled_share', '四（十三）·人才', ['skilled', 'staff']),
  raised('raise_patents_per_10000', '四（十四）·专利', ['patents_held', 'population']),
  raised('raise_pct', '四（十四）·专利', ['pct']),
  raised('raise_patents_granted', '四（十四）·专利', ['patents_granted']),
  raised('raise_contracts', '四（十四）·专利', ['contracts']),
  raised('raise_gdp_per_land', '六（十七）·土地', ['gdp', 'land_area']),
  raised('raise_land_use_rate', '六（十七）·土地', ['land_use_rate']),
  raised('raise_land_intensity', '六（十七）·利用强度', ['land_intensity'], { units: { land_intensity: '万元/公顷' } }, 'explain 需说明'),
  raised(
    'raise_output_benefit',
    '六（十七）·利用强度',
    ['output_benefit'],
    { units: { output_benefit: '亿元/平方公里' } },
    'explain 需说明',
  ),
  raised('raise_idle_handled', '六（十七）·处置', ['idle_handled'], {}, 'explain 需说明'),
  raised('raise_inefficient_handled', '六（十七）·处置', ['inefficient_handled'], {}, 'explain 需说明'),
  raised('raise_unsupplied_handled', '六（十七）·处置', ['unsupplied_handled'], {}, 'explain 需说明'),
  raised('raise_resource_efficiency', '六（十八）·效率', ['resource_efficiency'], { units: { resource_efficiency: '万元/吨标准煤' } }),
  raised('raise_pollutant_treatment', '六（十八）·效率', ['pollutant_treatment']),
  limitCase({
    limit: 'provincial_assessment.months',
    is: 'assessment_months',
    clause: '二（五）·省级评估',
    subject: '广东省',
    asOf: (day: string) => day,
    book: () => [main(), set({ assessment_last: '2016-08-31', assessment_months: 6 })],
    values: ['2017-02-27', '2017-02-28', '2017-03-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
  limitCase({
    limit: 'startup_plan.years',
    is: 3,
    clause: '四（十二）·双创基地',
    subject: '广东省',
    asOf: (day: string) => day,
    book: () => [main(), set({ startup_plan_from: '2016-02-29' })],
    values: ['2019-02-27', '2019-02-28', '2019-03-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
];
