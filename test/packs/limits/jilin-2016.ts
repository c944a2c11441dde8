import type { SheetGrid } from '../../../src/core/grid';
import { packOf } from '../built-in';
import { percent, settingsSheet, tableSheet, type CellInput, type Row, type TableOptions } from '../sheets';
import { limitCase, type Expected, type LimitCase, type Variant } from './limit-case';

const pack = packOf('jilin-2016');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const nation: Row = { zone: '甲区', level: '国家级' };
const local: Row = { zone: '乙区', level: '省级' };
const zones = (...rows: Row[]): SheetGrid => tableSheet(pack, 'indicators', rows);
const projects = (rows: readonly Row[], options?: TableOptions): SheetGrid =>
  tableSheet(
    pack,
    'projects',
    rows.map((row, at) => ({ project: `项目${at + 1}`, zone: '甲区', industrial: '是', ...row })),
    options,
  );
const inWan = { units: { investment: '万元' } };

/** One industrial project of 甲区. */
const project = (row: Row, parameters: Readonly<Record<string, CellInput>> = {}, options?: TableOptions): SheetGrid[] => [
  zones(nation),
  projects([row], options),
  set(parameters),
];

/** A project whose limit stands in the list of industries. */
const ofIndustry = (row: Row): SheetGrid[] => [
  ...project({ industry: '汽车制造业', far_standard: null, ...row }),
  tableSheet(pack, 'industry_far', [
    { industry: '汽车制造业', far: 0.7 },
    { industry: '化工', far: null },
  ]),
];

/** A limit on a column of projects, with the percent format as its usual variant. */
const projectShare = (
  rule: string,
  edge: string,
  is: number | string,
  clause: string,
  column: string,
  row: Row,
  on: number,
  expect: readonly [Expected, Expected, Expected],
  parameters: Readonly<Record<string, CellInput>> = {},
  more: readonly Variant[] = [],
): LimitCase =>
  limitCase({
    limit: `${rule}.${edge}`,
    is,
    clause,
    subject: '项目1',
    book: (value: number) => project({ ...row, [column]: value }, parameters),
    values: [on - 0.000001, on, on + 0.000001],
    expect,
    more: [
      { name: `${on / 100} shown as ${on}%`, book: project({ ...row, [column]: percent(on / 100) }, parameters), expect: expect[1] },
      { name: `"${on}%" typed as text`, book: project({ ...row, [column]: `${on}%` }, parameters), expect: expect[1] },
      { name: 'just over, as percent', book: project({ ...row, [column]: percent((on + 0.0001) / 100) }, parameters), expect: expect[2] },
      { name: 'just under, as percent', book: project({ ...row, [column]: percent((on - 0.0001) / 100) }, parameters), expect: expect[0] },
      ...more,
    ],
  });

const intensity = (rule: string, line: number, clause: string, zone: Row, subject: string): LimitCase => {
  const book = (rows: readonly Row[], options: TableOptions = inWan, average = '加权平均'): SheetGrid[] => [
    zones(zone),
    projects(
      rows.map((row) => ({ zone: zone.zone, ...row })),
      options,
    ),
    set({ intensity_average: average }),
  ];
  return limitCase({
    limit: `${rule}.at_least`,
    is: line,
    clause,
    subject,
    book: (value: number) => book([{ investment: value, land: 1 }]),
    values: [line - 0.000001, line, line + 0.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      {
        name: 'Σ÷Σ exactly on the line, no project on it',
        book: book([
          { investment: line * 0.3, land: 0.5 },
          { investment: line * 1.7, land: 1.5 },
        ]),
        expect: 'met',
      },
      {
        name: 'Σ÷Σ just under',
        book: book([
          { investment: line * 0.3, land: 0.5 },
          { investment: line * 1.7, land: 1.500001 },
        ]),
        expect: 'unmet',
      },
      {
        name: 'the same two projects by their simple mean',
        book: book(
          [
            { investment: line * 0.3, land: 0.5 },
            { investment: line * 1.7, land: 1.5 },
          ],
          inWan,
          '简单平均',
        ),
        expect: 'unmet',
      },
      {
        name: 'simple mean exactly on the line',
        book: book(
          [
            { investment: line * 0.5, land: 1 },
            { investment: line * 1.5 * 3, land: 3 },
          ],
          inWan,
          '简单平均',
        ),
        expect: 'met',
      },
      {
        name: 'thirds: 1/3 公顷 cannot be written, 3 公顷 can',
        book: book([
          { investment: line, land: 3 },
          { investment: line, land: 3 },
          { investment: line, land: 3 },
          { investment: line * 9, land: 3 },
        ]),
        expect: 'met',
      },
      { name: `${line / 10000} 亿元 on 1 公顷`, book: book([{ investment: line / 10000, land: 1 }], {}), expect: 'met' },
      { name: 'on 15 亩', book: book([{ investment: line, land: 15 }], { units: { investment: '万元', land: '亩' } }), expect: 'met' },
      {
        name: 'on 15.0001 亩',
        book: book([{ investment: line, land: 15.0001 }], { units: { investment: '万元', land: '亩' } }),
        expect: 'unmet',
      },
      {
        name: 'on 10000 平方米',
        book: book([{ investment: line * 10000, land: 10000 }], { units: { investment: '元', land: '平方米' } }),
        expect: 'met',
      },
      { name: 'no land', book: book([{ investment: line, land: 0 }]), expect: 'missing' },
    ],
  });
};

const projectIntensity = (rule: string, line: number, clause: string, zone: Row): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: line,
    clause,
    subject: '项目1',
    book: (value: number) => [zones(zone), projects([{ zone: zone.zone, investment: value, land: 1 }], inWan)],
    values: [line - 0.000001, line, line + 0.000001],
    expect: ['explain', 'met', 'met'],
    more: [
      {
        name: '亿元 on 公顷',
        book: [zones(zone), projects([{ zone: zone.zone, investment: (line * 0.7) / 10000, land: 0.7 }])],
        expect: 'met',
      },
    ],
  });

const counted = (
  rule: string,
  edge: string,
  is: number,
  clause: string,
  zone: Row,
  column: string,
  expect: readonly [Expected, Expected, Expected],
): LimitCase =>
  limitCase({
    limit: `${rule}.${edge}`,
    is,
    clause,
    subject: String(zone.zone),
    book: (value: number) => [zones({ ...zone, [column]: value })],
    values: [is - 1, is, is + 1],
    expect,
  });

const concentration = (rule: string, line: number, clause: string, zone: Row): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: line,
    clause,
    subject: String(zone.zone),
    book: (value: number) => [zones({ ...zone, leading_output: value, industrial_output: 1000 })],
    values: [line * 10 - 0.000001, line * 10, line * 10 + 0.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: 'of 333', book: [zones({ ...zone, leading_output: (333 * line) / 100, industrial_output: 333 })], expect: 'met' },
      {
        name: 'as reported, percent format',
        book: [zones({ ...zone, concentration: percent(line / 100) }), set({ concentration_basis: '填报值' })],
        expect: 'met',
      },
      {
        name: 'as reported, just under',
        book: [zones({ ...zone, concentration: line - 0.000001 }), set({ concentration_basis: '填报值' })],
        expect: 'unmet',
      },
      { name: 'output 0', book: [zones({ ...zone, leading_output: 0, industrial_output: 0 })], expect: 'missing' },
    ],
  });

const names = ['一区', '二区', '三区', '四区', '五区'];
const listed = (rule: string, level: string, clause = '六（二）·运用'): LimitCase => {
  const first = !rule.startsWith('penalty');
  const status = first ? 'met 列入' : 'explain 列入';
  return limitCase({
    limit: `${rule}.${first ? 'first' : 'last'}`,
    is: rule,
    clause,
    subject: (value: number) => names[first ? value - 1 : names.length - value]!,
    book: () => [
      zones(...names.map((zone, place) => ({ zone, level, leading_output: 90 - place, industrial_output: 100 }))),
      set({ [rule]: 2 }),
    ],
    values: [1, 2, 3],
    expect: [status, status, 'silent'],
  });
};

/** Zones of imported ranks, one to five. */
const evaluated = (rule: string, parameter: string): LimitCase => {
  const first = rule === 'land_best';
  const status = first ? 'met 列入' : 'explain 列入';
  return limitCase({
    limit: `${rule}.${first ? 'first' : 'last'}`,
    is: parameter,
    clause: '五（四）·评价',
    subject: (value: number) => names[first ? value - 1 : names.length - value]!,
    book: () => [
      zones(...names.map((zone) => ({ zone, level: '省级' }))),
      tableSheet(
        pack,
        'land_evaluation',
        names.map((zone, place) => ({ zone, rank: place + 1, total: names.length })),
      ),
      set({ [parameter]: 2 }),
    ],
    values: [1, 2, 3],
    expect: [status, status, 'silent'],
  });
};

/** Projects of a catalogue of industries, from the user's investment on. */
const catalogued = (rule: string, clause: string, row: Row, other: Row): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: 'listed_investment',
    clause,
    subject: '项目1',
    book: (value: number) => project({ ...row, investment: value }, { listed_investment: 2 }),
    values: [1.99999999, 2, 2.00000001],
    expect: ['silent', 'met 符合条件', 'met 符合条件'],
    more: [
      { name: '20000 万元', book: project({ ...row, investment: 20000 }, { listed_investment: 2 }, inWan), expect: 'met' },
      { name: 'of another kind', book: project({ ...other, investment: 2 }, { listed_investment: 2 }), expect: 'silent' },
      { name: 'the user asks for no list', book: project({ ...row, investment: 2 }), expect: 'silent' },
      {
        name: 'nobody says of which kind it is',
        book: project({ ...blank(row), investment: 2 }, { listed_investment: 2 }),
        expect: 'missing',
      },
    ],
  });
const blank = (row: Row): Row => Object.fromEntries(Object.keys(row).map((key) => [key, null]));

/** A limit of the user's on a figure of a zone: off until it is set, and a blank is grey. */
const ofZone = (rule: string, parameter: string, clause: string, figure: (value: number | null) => Row, under: Expected): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: parameter,
    clause,
    subject: '甲区',
    book: (value: number) => [zones({ ...nation, ...figure(value) }), set({ [parameter]: 60 })],
    values: [59.999999, 60, 60.000001],
    expect: [under, 'met', 'met'],
    more: [
      { name: 'not set', book: [zones({ ...nation, ...figure(1) })], expect: 'silent' },
      { name: 'not reported', book: [zones({ ...nation, ...figure(null) }), set({ [parameter]: 60 })], expect: 'missing' },
    ],
  });

/** Against the year before: the same is 持平, less is only pointed out. */
const better = (rule: string, clause: string, column: string): LimitCase =>
  limitCase({
    limit: `${rule}.must`,
    is: 'increase',
    clause,
    subject: '甲区',
    book: (value: number) => [
      zones({ ...nation, [column]: value }),
      tableSheet(pack, 'indicators_last_year', [{ ...nation, [column]: 80 }]),
    ],
    values: [79.999999, 80, 80.000001],
    expect: ['explain', 'explain 持平', 'met'],
    more: [{ name: 'no figure of last year', book: [zones({ ...nation, [column]: 90 })], expect: 'missing' }],
  });

const nationalPlace = (rank: number, parameters: Readonly<Record<string, CellInput>>): SheetGrid[] => [
  zones(nation),
  tableSheet(pack, 'national_ranks', [{ zone: '甲区', rank, total: 219 }]),
  tableSheet(pack, 'national_ranks_last_year', [{ zone: '甲区', rank: 50, total: 219 }]),
  set(parameters),
];

const completed = (row: Row): SheetGrid[] => project({ completed: '是', ...row }, {}, inWan);

const priced = (rule: string, line: number, row: Row, under: Expected): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: line,
    clause: '五（三）·底价',
    subject: '项目1',
    book: (value: number) => project({ ...row, floor_price: value, minimum_price: 1000 }),
    values: [line * 10 - 0.000001, line * 10, line * 10 + 0.000001],
    expect: [under, 'met', 'met'],
    more: [
      { name: 'of 336 元/平方米', book: project({ ...row, floor_price: (336 * line) / 100, minimum_price: 336 }), expect: 'met' },
      {
        name: '万元/亩 against 元/平方米: 1 万元/亩 is 15 元/平方米',
        book: project({ ...row, floor_price: line / 100, minimum_price: 15 }, {}, { units: { floor_price: '万元/亩' } }),
        expect: 'met',
      },
      { name: 'no lowest price', book: project({ ...row, floor_price: 10, minimum_price: 0 }), expect: 'missing' },
    ],
  });

export const jilin: readonly LimitCase[] = [
  counted('leading_national', 'equals', 3, '三（二）·国家级主导产业', nation, 'leading_industries', ['explain', 'met', 'explain']),
  counted('leading_provincial', 'at_least', 1, '三（二）·省级主导产业', local, 'leading_industries', ['explain', 'met', 'met']),
  counted('leading_provincial', 'at_most', 2, '三（二）·省级主导产业', { zone: '丙区', level: '工业集中区' }, 'leading_industries', [
    'met',
    'met',
    'explain',
  ]),
  counted('fields_national', 'at_most', 6, '三（二）·国家级领域', nation, 'focus_fields', ['met', 'met', 'unmet']),
  counted('fields_provincial', 'at_most', 3, '三（二）·省级领域', local, 'focus_fields', ['met', 'met', 'unmet']),
  concentration('concentration_national', 70, '三（二）·国家级集中度', nation),
  concentration('concentration_provincial', 40, '三（二）·省级集中度', local),
  intensity('intensity_national', 4000, '五（三）·国家级强度', nation, '甲区'),
  intensity('intensity_other', 2000, '五（三）·其他强度', { zone: '丙区', level: '产业园区' }, '丙区'),
  projectIntensity('project_intensity_national', 4000, '五（三）·国家级强度', nation),
  projectIntensity('project_intensity_other', 2000, '五（三）·其他强度', local),
  limitCase({
    limit: 'floor_area_ratio.at_least',
    is: 'far_minimum',
    clause: '五（三）·容积率',
    subject: '项目1',
    book: (value: number) => project({ far: value, far_standard: 0.7 }),
    values: [0.699999, 0.7, 0.700001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: 'no limit filled in', book: project({ far: 0.7, far_standard: null }), expect: 'missing' },
      { name: 'on the limit of its industry', book: ofIndustry({ far: 0.7 }), expect: 'met' },
      { name: 'under the limit of its industry', book: ofIndustry({ far: 0.699999 }), expect: 'unmet' },
      { name: 'its own limit comes before that of its industry', book: ofIndustry({ far: 0.7, far_standard: 0.8 }), expect: 'unmet' },
      { name: 'an industry whose limit is blank', book: ofIndustry({ far: 0.7, industry: '化工' }), expect: 'missing' },
      { name: 'an industry that is not listed', book: ofIndustry({ far: 0.7, industry: '造船' }), expect: 'missing' },
      { name: 'no industry', book: ofIndustry({ far: 0.7, industry: null }), expect: 'missing' },
      { name: 'not an industrial project', book: project({ far: 0.1, far_standard: 0.7, industrial: '否' }), expect: 'silent' },
    ],
  }),
  projectShare('building_density', 'at_least', 40, '五（三）·密度', 'density', {}, 40, ['explain', 'met', 'met'], {}, [
    { name: 'under, with an approved exception', book: project({ density: 39, density_exception: '是' }), expect: 'met 有例外批准' },
    { name: 'under, exception refused', book: project({ density: 39, density_exception: '否' }), expect: 'explain' },
  ]),
  projectShare(
    'building_coefficient',
    'at_least',
    'coefficient_minimum',
    '五（五）·不予立项',
    'coefficient',
    {},
    30,
    ['unmet', 'met', 'met'],
    { coefficient_minimum: percent(0.3) },
  ),
  projectShare('green_special', 'at_most', 15, '五（三）·绿地率', 'green', { special_process: '是' }, 15, ['met', 'met', 'explain'], {}, [
    { name: '0.07 is not over', book: project({ special_process: '是', green: percent(0.07) }), expect: 'met' },
    {
      name: 'over, with an approved exception',
      book: project({ special_process: '是', green: 16, green_exception: '是' }),
      expect: 'met 有例外批准',
    },
    { name: 'an ordinary project', book: project({ special_process: '否', green: 16 }), expect: 'silent' },
  ]),
  projectShare(
    'green_ordinary',
    'at_most',
    'green_limit',
    '五（三）·绿地比例',
    'green',
    { special_process: '否' },
    7,
    ['met', 'met', 'explain'],
    { green_limit: percent(0.07) },
    [
      {
        name: 'a project with a special process',
        book: project({ special_process: '是', green: 8 }, { green_limit: 7 }),
        expect: 'silent',
      },
    ],
  ),
  limitCase({
    limit: 'office_land.at_most',
    is: 7,
    clause: '五（三）·办公',
    subject: '项目1',
    book: (value: number) => project({ office_land: value, land: 100 }),
    values: [6.999999, 7, 7.000001],
    expect: ['met', 'met', 'unmet'],
    more: [
      { name: '0.07 of 1 公顷', book: project({ office_land: 0.07, land: 1 }), expect: 'met' },
      { name: '0.7 of 10', book: project({ office_land: 0.7, land: 10 }), expect: 'met' },
      { name: '0.21 of 3', book: project({ office_land: 0.21, land: 3 }), expect: 'met' },
      { name: '1.05 亩 of 1 公顷', book: project({ office_land: 1.05, land: 1 }, {}, { units: { office_land: '亩' } }), expect: 'met' },
      { name: '1.06 亩 of 1 公顷', book: project({ office_land: 1.06, land: 1 }, {}, { units: { office_land: '亩' } }), expect: 'unmet' },
    ],
  }),
  limitCase({
    limit: 'priority_land.at_least',
    is: 'priority_investment',
    clause: '五（二）·亿元',
    subject: '项目1',
    book: (value: number) => project({ investment: value }),
    values: [0.99999999, 1, 1.00000001],
    expect: ['silent', 'met 符合条件', 'met 符合条件'],
    more: [
      { name: '10000 万元', book: project({ investment: 10000 }, {}, inWan), expect: 'met' },
      { name: 'the user asks for 2 亿元', book: project({ investment: 1.5 }, { priority_investment: 2 }), expect: 'silent' },
    ],
  }),
  priced('floor_price_priority', 70, { priority_industry: '是', intensive_land: '是' }, 'unmet'),
  priced('floor_price_not_priority', 100, { priority_industry: '否', intensive_land: '是' }, 'explain'),
  priced('floor_price_not_intensive', 100, { priority_industry: '是', intensive_land: '否' }, 'explain'),
  limitCase({
    limit: 'opinion_delivery.days',
    is: 'delivery_days',
    clause: '五（五）·论证',
    subject: '项目1',
    asOf: (day: string) => day,
    book: () => [zones(nation), projects([{ argued_on: '2017-01-01', delivered_on: null }]), set({ delivery_days: 15 })],
    values: ['2017-01-15', '2017-01-16', '2017-01-17'],
    expect: ['explain 未到期', 'explain 未到期', 'unmet 已逾期'],
    more: [
      {
        name: 'delivered on the last day',
        asOf: '2017-03-01',
        book: project({ argued_on: '2017-01-01', delivered_on: '2017-01-16' }, { delivery_days: 15 }),
        expect: 'met 已完成',
      },
      {
        name: 'delivered a day late',
        asOf: '2017-03-01',
        book: project({ argued_on: '2017-01-01', delivered_on: '2017-01-17' }, { delivery_days: 15 }),
        expect: 'unmet 已逾期',
      },
    ],
  }),
  listed('reward_national', '国家级'),
  listed('reward_provincial', '工业集中区'),
  listed('penalty_national', '国家级'),
  listed('penalty_provincial', '产业园区'),
  listed('fund_national', '国家级', '六（二）·资金'),
  listed('fund_provincial', '其他', '六（二）·资金'),
  catalogued('listed_leading', '三（三）·分层', { leading: '是' }, { leading: '否' }),
  catalogued('listed_pillar', '二（一）·支柱', { category: '支柱产业' }, { category: '其他' }),
  catalogued('listed_advantage', '二（二）·优势', { category: '优势产业' }, { category: '支柱产业' }),
  catalogued('listed_emerging', '二（三）·新兴', { category: '战略性新兴产业' }, { category: '优势产业' }),
  catalogued('listed_service', '二（四）·服务业', { category: '现代服务业' }, { category: '其他' }),
  limitCase({
    limit: 'contract_intensity.at_least',
    is: 'projects.contract_intensity',
    clause: '五（三）·违约',
    subject: '项目1',
    book: (value: number) => completed({ investment: value, land: 1, contract_intensity: 3000 }),
    values: [2999.999999, 3000, 3000.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: 'not built yet', book: project({ completed: '否', investment: 1, land: 1, contract_intensity: 30000 }), expect: 'silent' },
      { name: 'no contract value', book: completed({ investment: 1, land: 1, contract_intensity: null }), expect: 'missing' },
    ],
  }),
  limitCase({
    limit: 'contract_far.at_least',
    is: 'projects.contract_far',
    clause: '五（三）·违约',
    subject: '项目1',
    book: (value: number) => completed({ far: value, contract_far: 1.2 }),
    values: [1.199999, 1.2, 1.200001],
    expect: ['unmet', 'met', 'met'],
    more: [{ name: 'not an industrial project', book: completed({ industrial: '否', far: 1, contract_far: 1.2 }), expect: 'silent' }],
  }),
  ofZone(
    'idle_disposal',
    'idle_floor',
    '五（二）·闲置',
    (value) => ({ idle_disposed: value === null ? null : value * 10, idle_land: 1000 }),
    'explain',
  ),
  ofZone('city_people', 'people_line', '一（四）·退区还城', (value) => ({ people_density: value }), 'silent'),
  ofZone('city_fiscal', 'fiscal_line', '一（四）·退区还城', (value) => ({ fiscal: value }), 'silent'),
  evaluated('land_best', 'land_first'),
  evaluated('land_worst', 'land_last'),
  better('air_better', '一（一）·环境', 'good_days'),
  better('innovation_more', '四（二）·投入', 'innovation_input'),
  limitCase({
    limit: 'national_place.must',
    is: 'rank_change',
    clause: '六（一）·不掉队',
    subject: '甲区',
    book: (rank: number) => nationalPlace(rank, { rank_change: 5 }),
    values: [44, 45, 46],
    expect: ['met', 'met', 'explain'],
    more: [
      { name: 'how much is not said: only shown', book: nationalPlace(60, {}), expect: 'missing' },
      { name: 'fallen', book: nationalPlace(60, { rank_change: 5 }), expect: 'explain' },
    ],
  }),
];
