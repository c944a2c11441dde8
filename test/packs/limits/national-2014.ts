import type { SheetGrid } from '../../../src/core/grid';
import { packOf } from '../built-in';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../sheets';
import { limitCase, type LimitCase } from './limit-case';

const pack = packOf('national-2014');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const names = ['一区', '二区', '三区', '四区', '五区'];
const five = tableSheet(
  pack,
  'indicators',
  names.map((zone, place) => ({ zone, level: '国家级', satisfaction: 95 - place })),
  { units: { satisfaction: '分' } },
);
const ranks = (table: string, order: readonly string[]): SheetGrid =>
  tableSheet(
    pack,
    table,
    order.map((zone, place) => ({ zone, rank: place + 1, total: order.length })),
  );
const planned = (denominator: string, row: Row): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ zone: '甲区', level: '国家级', plan_lawful: '是', ...row }]),
  set({ plan_denominator: denominator }),
];
const efficiency = (value: CellInput, unit: string, floor: CellInput): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ zone: '甲区', level: '国家级', land_efficiency: value }], { units: { land_efficiency: unit } }),
  set({ land_efficiency_floor: floor }),
];
/** This year's pollutants against 800 吨 of the year before. */
const polluting = (row: Row, unit = '吨'): SheetGrid[] => [
  tableSheet(pack, 'indicators', [{ zone: '甲区', level: '国家级', ...row }], { units: { pollutants: unit } }),
  tableSheet(pack, 'indicators_last_year', [{ zone: '甲区', level: '国家级', pollutants: 800 }]),
];

export const national: readonly LimitCase[] = [
  limitCase({
    limit: 'control_plan.at_least',
    is: 100,
    clause: '五（十六）·控规全覆盖',
    subject: '甲区',
    book: (value: number) => planned('批准面积', { plan_approved_area: value, approved_area: 1230 }),
    values: [1229.999999, 1230, 1230.000001],
    // More than all of it cannot be: asked.
    expect: ['unmet', 'met', 'missing'],
    more: [
      {
        name: '规划面积',
        book: planned('规划面积', { plan_approved_area: 999.9, planned_area: 1000, approved_area: 10 }),
        expect: 'unmet',
      },
      {
        name: '建设用地面积',
        book: planned('建设用地面积', { plan_approved_area: 333.3, construction_area: 333.3, approved_area: 1000 }),
        expect: 'met',
      },
      {
        name: 'the whole, but not lawfully approved',
        book: planned('批准面积', { plan_approved_area: 100, approved_area: 100, plan_lawful: '否' }),
        expect: 'unmet',
      },
      {
        name: 'the whole, approval not answered',
        book: planned('批准面积', { plan_approved_area: 100, approved_area: 100, plan_lawful: null }),
        expect: 'missing',
      },
      { name: 'approved area 0', book: planned('批准面积', { plan_approved_area: 100, approved_area: 0 }), expect: 'missing' },
    ],
  }),
  limitCase({
    limit: 'low_land_efficiency.at_least',
    is: 'land_efficiency_floor',
    clause: '一（四）·处罚',
    subject: '甲区',
    book: (value: number) => efficiency(value, '万元/公顷', 3000),
    values: [2999.999999, 3000, 3000.000001],
    expect: ['unmet', 'met', 'met'],
    more: [{ name: 'both as percent', book: efficiency({ value: 0.57, format: '0%' }, '%', { value: 0.57, format: '0%' }), expect: 'met' }],
  }),
  limitCase({
    limit: 'long_lagging.last',
    is: 'lag_last',
    clause: '一（四）·处罚',
    subject: (value: number) => names[names.length - value]!,
    book: () => [five, set({ lag_last: 2, lag_years: 1 })],
    values: [1, 2, 3],
    expect: ['unmet 列入', 'unmet 列入', 'silent'],
  }),
  limitCase({
    limit: 'long_lagging.in.years',
    is: 'lag_years',
    clause: '一（四）·处罚',
    subject: '五区',
    book: (years: number) => [
      five,
      set({ lag_last: 1, lag_years: 2 }),
      ranks('last_year_ranks', years >= 2 ? names : [...names].reverse()),
      ranks('year_before_ranks', years >= 3 ? names : [...names].reverse()),
    ],
    values: [1, 2, 3],
    expect: ['silent', 'unmet 列入', 'unmet 列入'],
  }),
  limitCase({
    limit: 'less_pollution.must',
    is: 'decrease',
    clause: '五（十五）·环境',
    subject: '甲区',
    book: (value: number) => polluting({ pollutants: value }),
    values: [799.999999, 800, 800.000001],
    // Not called binding: more is only pointed out.
    expect: ['met', 'explain 持平', 'explain'],
    more: [
      { name: 'not reported', book: polluting({ pollutants: null }), expect: 'missing' },
      { name: '0.08 万吨', book: polluting({ pollutants: 0.08 }, '万吨'), expect: 'explain 持平' },
      { name: 'a provincial zone', book: polluting({ pollutants: 900, level: '省级' }), expect: 'silent' },
    ],
  }),
  limitCase({
    limit: 'implementation_plan.days',
    is: 'plan_days',
    clause: '结尾·实施方案',
    subject: '全国',
    asOf: (day: string) => day,
    book: () => [five, set({ plan_days: 90 })],
    values: ['2015-01-27', '2015-01-28', '2015-01-29'],
    expect: ['explain 未到期', 'explain 未到期', 'explain 已逾期'],
  }),
];
