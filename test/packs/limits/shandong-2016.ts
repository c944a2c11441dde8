import type { SheetGrid } from '../../../src/core/grid';
import type { RuleOf } from '../../../src/core/pack/rule-schema';
import { packOf } from '../built-in';
import { percent, settingsSheet, tableSheet, type CellInput, type Row } from '../sheets';
import { limitCase, type Expected, type LimitCase } from './limit-case';

const pack = packOf('shandong-2016');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const names = Array.from({ length: 12 }, (_, at) => `第${at + 1}区`);
const dozen = tableSheet(
  pack,
  'indicators',
  names.map((zone, place) => ({ zone, level: '省级', training: 60 - place })),
);
const fromLast = (value: number): string => names[names.length - value]!;
const lastYear = (order: readonly string[]): SheetGrid =>
  tableSheet(
    pack,
    'last_year_ranks',
    order.map((zone, place) => ({ zone, rank: place + 1, total: order.length })),
  );
const zone: Row = { zone: '甲区', level: '省级' };
const years = (now: Row, before: Row, parameters: Readonly<Record<string, CellInput>> = {}): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ ...zone, ...now }]),
  tableSheet(pack, 'last_year', [{ ...zone, ...before }]),
  set(parameters),
];

/** This year against 50 last year; the same column in both years. */
const trend = (
  rule: string,
  column: string,
  clause: string,
  beside: Row = {},
  parameters: Readonly<Record<string, CellInput>> = {},
): LimitCase => {
  const up = (pack.rules[rule] as RuleOf<'trend'>).must === 'increase';
  return limitCase({
    limit: `${rule}.must`,
    is: up ? 'increase' : 'decrease',
    clause,
    subject: '甲区',
    book: (value: number) => years({ ...beside, [column]: value }, { ...beside, [column]: 50 }, parameters),
    values: [49.999999, 50, 50.000001],
    expect: up ? ['unmet', 'explain 持平', 'met'] : ['met', 'explain 持平', 'unmet'],
    more: [
      { name: 'nothing last year', book: years({ ...beside, [column]: 50 }, { ...beside, [column]: null }, parameters), expect: 'missing' },
      ...(pack.tables.indicators!.columns[column]!.unit === '%'
        ? [{ name: '50 % as 0.5 and as 50', book: years({ [column]: percent(0.5) }, { [column]: 50 }), expect: 'explain 持平' as Expected }]
        : []),
    ],
  });
};

/** 明显提高: the user's own amount, 2 here, on a value of 50 in the base year. */
const sinceBase = (now: Row, base: Row, parameters: Readonly<Record<string, CellInput>> = {}): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ ...zone, ...now }]),
  tableSheet(pack, 'base_year', [{ ...zone, ...base }]),
  set(parameters),
];
const marked = (rule: string, parameter: string, now: (value: number) => Row, before: Row): LimitCase =>
  limitCase({
    limit: `${rule}.must`,
    is: parameter,
    clause: '二（一）2·人才',
    subject: '甲区',
    book: (value: number) => sinceBase(now(value), before, { [parameter]: 2 }),
    values: [51.999999, 52, 52.000001],
    expect: ['unmet', 'met', 'met'],
    more: [
      { name: 'no amount set: shown, not judged', book: sinceBase(now(90), before), expect: 'missing 未判定' },
      { name: 'an amount of 0 still asks for more', book: sinceBase(now(50), before, { [parameter]: 0 }), expect: 'unmet' },
      { name: 'only last year there: shown, not judged', book: years(now(90), before, { [parameter]: 2 }), expect: 'missing 未判定' },
    ],
  });
const talent = (rule: string, column: string): LimitCase =>
  marked(rule, 'marked_talent_share', (value) => ({ [column]: value, staff: 100 }), { [column]: 10, staff: 20 });

const share = (rule: string, column: string, use: string, unit: string): LimitCase => {
  const province = (table: string): SheetGrid => tableSheet(pack, table, [{ area: '山东省', [column]: 1000 }]);
  const units = unit === '' ? {} : { units: { [column]: unit } };
  return limitCase({
    limit: `${rule}.must`,
    is: 'increase',
    clause: '一·比重',
    subject: '山东省',
    book: (value: number) => [
      tableSheet(
        pack,
        'indicators',
        [
          { ...zone, [column]: 30 },
          { zone: '乙区', level: '国家级', [column]: value },
        ],
        units,
      ),
      tableSheet(pack, 'last_year', [{ ...zone, [column]: 50 }], units),
      province('province'),
      province('last_year_province'),
      set({ [use]: '是' }),
    ],
    values: [19.999999, 20, 20.000001],
    expect: ['unmet', 'explain 持平', 'met'],
  });
};
/** Tables of both years that state units of their own. */
const inUnits = (
  nowUnits: Readonly<Record<string, string>>,
  now: Row,
  thenUnits: Readonly<Record<string, string>>,
  then: Row,
): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ ...zone, ...now }], { units: nowUnits }),
  tableSheet(pack, 'last_year', [{ ...zone, ...then }], { units: thenUnits }),
];
const IN_USD = { fdi: '亿美元', high_end_fdi: '亿美元' };
const landResults = (order: readonly string[]): SheetGrid =>
  tableSheet(
    pack,
    'land_results',
    order.map((name, place) => ({ zone: name, rank: place + 1, total: order.length })),
  );
const completion = (rule: string, parameter: string, clause: string, expect: readonly [Expected, Expected, Expected]): LimitCase =>
  limitCase({
    limit: `${rule}.at_least`,
    is: parameter,
    clause,
    subject: '甲区',
    book: (value: number) => [
      tableSheet(pack, 'indicators', [{ ...zone, demonstration: '是', completion: value }]),
      set({ [parameter]: 80 }),
    ],
    values: [79.999999, 80, 80.000001],
    expect,
    more: [
      {
        name: '80 % as 0.8',
        book: [tableSheet(pack, 'indicators', [{ ...zone, demonstration: '是', completion: percent(0.8) }]), set({ [parameter]: 80 })],
        expect: expect[1],
      },
      {
        name: 'no limit set: off',
        book: [tableSheet(pack, 'indicators', [{ ...zone, demonstration: '是', completion: 10 }])],
        expect: 'silent',
      },
      {
        name: 'not reported: grey',
        book: [
          tableSheet(pack, 'indicators', [{ ...zone, demonstration: '是', completion: null }], { columns: ['completion'] }),
          set({ [parameter]: 80 }),
        ],
        expect: 'missing',
      },
    ],
  });
const review = (rule: string, clause: string): LimitCase =>
  limitCase({
    limit: `${rule}.months`,
    is: `${rule}_months`,
    clause,
    subject: '山东省',
    asOf: (day: string) => day,
    book: () => [dozen, set({ [`${rule}_last`]: '2016-11-30', [`${rule}_months`]: 3 })],
    values: ['2017-02-27', '2017-02-28', '2017-03-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  });

export const shandong: readonly LimitCase[] = [
  limitCase({
    limit: 'demonstration_zones.first',
    is: 'demonstration_count',
    clause: '一·示范',
    subject: (place: number) => names[place - 1]!,
    book: () => [dozen],
    values: [9, 10, 11],
    expect: ['met 列入', 'met 列入', 'silent'],
    more: [{ name: 'the user asks for 11', subject: '第11区', book: [dozen, set({ demonstration_count: 11 })], expect: 'met 列入' }],
  }),
  limitCase({
    limit: 'last_three.last',
    is: 3,
    clause: '二（五）5·警示',
    subject: fromLast,
    book: () => [dozen],
    values: [2, 3, 4],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  limitCase({
    limit: 'last_two_in_two_years.last',
    is: 2,
    clause: '二（五）5·退出',
    subject: fromLast,
    book: () => [dozen, lastYear(names)],
    values: [1, 2, 3],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  // Last year's place from the last: 1, 2 and 3, where the last two count.
  limitCase({
    limit: 'last_two_in_two_years.in.years',
    is: 2,
    clause: '二（五）5·退出',
    subject: '第12区',
    book: (place: number) => [
      dozen,
      lastYear([...names.slice(0, -1).slice(0, 12 - place), '第12区', ...names.slice(0, -1).slice(12 - place)]),
    ],
    values: [1, 2, 3],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  limitCase({
    limit: 'air_good_days.must',
    is: 'increase',
    clause: '二（四）2·空气',
    subject: '甲区',
    book: (value: number) => years({ good_days: value }, { good_days: 71.3 }, { air_indicator: '优良天数比例' }),
    values: [71.299999, 71.3, 71.300001],
    expect: ['unmet', 'unmet', 'met'],
    more: [
      {
        name: 'the same share as percent and as number',
        book: years({ good_days: percent(0.713) }, { good_days: 71.3 }, { air_indicator: '优良天数比例' }),
        expect: 'unmet',
      },
    ],
  }),
  limitCase({
    limit: 'air_pm25.must',
    is: 'decrease',
    clause: '二（四）2·空气',
    subject: '甲区',
    book: (value: number) => years({ pm25: value }, { pm25: 58.1 }, { air_indicator: 'PM2.5年均浓度' }),
    values: [58.099999, 58.1, 58.100001],
    expect: ['met', 'unmet', 'unmet'],
  }),
  trend('energy_down', 'energy', '二（四）2·降低'),
  trend('water_down', 'water', '二（四）2·降低'),
  trend('pollutant_intensity_down', 'pollutants', '二（四）2·降低', { industrial_added: 7 }),
  trend('pollutants_down', 'pollutants', '二（四）2·降低', {}, { pollutant_basis: '排放总量' }),
  trend('solid_waste_up', 'solid_waste', '二（四）2·提高'),
  trend('water_reuse_up', 'water_reuse', '二（四）2·提高'),
  trend('reclaimed_up', 'reclaimed', '二（四）2·提高'),
  marked('training_up', 'marked_training', (training) => ({ training }), { training: 50 }),
  talent('master_share_up', 'master'),
  talent('specialist_share_up', 'specialist'),
  talent('skilled_share_up', 'skilled'),
  share('gdp_share_up', 'gdp', 'use_gdp_share', ''),
  share('revenue_share_up', 'revenue', 'use_revenue_share', ''),
  share('fdi_share_up', 'fdi', 'use_fdi_share', '亿美元'),
  share('trade_share_up', 'trade', 'use_trade_share', ''),
  limitCase({
    limit: 'five_years.years',
    is: 5,
    clause: '一·五年',
    subject: '山东省',
    asOf: (day: string) => day,
    book: () => [dozen],
    values: ['2020-12-30', '2020-12-31', '2021-01-01'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
  limitCase({
    limit: 'fdi_up.must',
    is: 'increase',
    clause: '二（二）1·外资',
    subject: '甲区',
    book: (value: number) => inUnits({ fdi: '亿美元' }, { fdi: value }, { fdi: '亿美元' }, { fdi: 3 }),
    values: [2.999999, 3, 3.000001],
    expect: ['explain', 'explain 持平', 'met'],
    more: [
      {
        name: 'the same sum in 万美元',
        book: inUnits({ fdi: '万美元' }, { fdi: 30000 }, { fdi: '亿美元' }, { fdi: 3 }),
        expect: 'explain 持平',
      },
      { name: 'nothing last year', book: inUnits({ fdi: '亿美元' }, { fdi: 3 }, { fdi: '亿美元' }, { fdi: null }), expect: 'missing' },
      {
        name: 'another currency is not compared',
        book: inUnits({ fdi: '亿元' }, { fdi: 30 }, { fdi: '亿美元' }, { fdi: 3 }),
        expect: 'missing',
      },
    ],
  }),
  // High-end capital: a tenth of 20 last year, of 40 this year.
  limitCase({
    limit: 'high_end_share_up.must',
    is: 'increase',
    clause: '二（二）1·高端',
    subject: '甲区',
    book: (value: number) => inUnits(IN_USD, { fdi: 40, high_end_fdi: value }, IN_USD, { fdi: 20, high_end_fdi: 2 }),
    values: [3.999999, 4, 4.000001],
    expect: ['explain', 'explain 持平', 'met'],
    more: [
      {
        name: 'no total to divide by',
        book: inUnits(IN_USD, { fdi: null, high_end_fdi: 4 }, IN_USD, { fdi: 20, high_end_fdi: 2 }),
        expect: 'missing',
      },
      {
        name: 'all at nought this year: no share',
        book: inUnits(IN_USD, { fdi: 0, high_end_fdi: 0 }, IN_USD, { fdi: 20, high_end_fdi: 2 }),
        expect: 'missing',
      },
    ],
  }),
  limitCase({
    limit: 'guide_fund_up.must',
    is: 'increase',
    clause: '二（一）3·基金',
    subject: '甲区',
    book: (value: number) => years({ guide_fund: value }, { guide_fund: 5 }),
    values: [4.99, 5, 5.01],
    expect: ['explain', 'explain 持平', 'met'],
    more: [{ name: 'nothing last year', book: years({ guide_fund: 5 }, { guide_fund: null }), expect: 'missing' }],
  }),
  limitCase({
    limit: 'land_reference.first',
    is: 'land_first',
    clause: '二（四）3·结果',
    subject: (place: number) => names[place - 1]!,
    book: () => [dozen, landResults(names), set({ land_first: 5 })],
    values: [4, 5, 6],
    expect: ['met 列入', 'met 列入', 'silent'],
    more: [
      { name: 'no number set: no list', subject: '第1区', book: [dozen, landResults(names)], expect: 'silent' },
      {
        name: 'a zone that the main table does not know is not listed',
        subject: '外区',
        book: [dozen, landResults(['外区', ...names]), set({ land_first: 5 })],
        expect: 'silent',
      },
    ],
  }),
  completion('praise_by_completion', 'praise_completion', '三3·措施19', ['silent', 'met 符合条件', 'met 符合条件']),
  completion('talk_by_completion', 'talk_completion', '三3·措施20', ['explain', 'met', 'met']),
  review('land_review', '二（四）3·用地'),
  review('inspection', '三3·检查'),
];
