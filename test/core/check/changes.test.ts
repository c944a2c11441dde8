import type { SheetGrid } from '../../../src/core/grid';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { checksOf, packWith } from './logic-book';

const pack = packWith(
  {
    yearly: { kind: 'change', title: '与上年相比的变动', of: ['output', 'cities.output'], more_than: { parameter: 'check_change' } },
  },
  {
    tables: {
      indicators: {
        sheet: ['指标数据'],
        row: '开发区',
        key: 'zone',
        columns: {
          zone: { header: ['开发区名称'], kind: 'text', required: true },
          output: { header: ['工业总产值'], unit: '亿元' },
          land: { header: ['用地面积'], unit: '公顷' },
        },
      },
      last_year: { sheet: ['上年指标数据'], row: '开发区', like: 'indicators', previous: true },
      cities: {
        sheet: ['地市汇总'],
        row: '地市',
        key: 'city',
        columns: {
          city: { header: ['地市'], kind: 'text', required: true },
          output: { header: ['工业总产值'], unit: '亿元', required: true },
        },
      },
      cities_last_year: { sheet: ['上年地市汇总'], row: '地市', like: 'cities', previous: true },
    },
    parameters: { check_change: { title: '同比变动须说明的幅度', kind: 'number', unit: '%', at_least: 0, default: 50, decided: 'G1' } },
    measures: {},
    indicators: { output: { title: '产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named', clause: '一·产值' } },
    dimensions: { scale: { title: '规模' } },
    rules: { large: { kind: 'threshold', title: '千亿', measure: 'output', at_least: 1000, unit: '亿元', clause: ['一·产值', '二·绿地'] } },
  },
);
const row = (output: CellInput, zone = '甲区'): Row => ({ zone, output });
const found = (now: readonly Row[], before: readonly Row[], ...more: SheetGrid[]) =>
  checksOf(pack, tableSheet(pack, 'indicators', now), tableSheet(pack, 'last_year', before), ...more);
const change = (value: CellInput, old: CellInput, ...more: SheetGrid[]) => found([row(value)], [row(old)], ...more).of('change');

describe('a change that asks for a reason', () => {
  test.each([
    [150, 100, 0],
    [150.01, 100, 1],
    [149.99, 100, 0],
    [50, 100, 0],
    [49.99, 100, 1],
    [0, 100, 1],
    [0.3, 0.2, 0],
    [0.6, 0.4, 0],
    [-160, -100, 1],
    [-150, -100, 0],
    [100, 0, 0],
    [null, 100, 0],
    [100, null, 0],
  ])('%p after %p, by the default of 50 per cent', (value, old, count) => {
    expect(change(value, old)).toHaveLength(count);
  });

  test.each([
    [120, 0],
    [120.001, 1],
  ])('%p after 100 where the workbook says 20', (value, count) => {
    const set = settingsSheet(pack, { parameters: { check_change: 20 } });
    expect(change(value, 100, set)).toHaveLength(count);
  });

  test('says what it is compared with', () => {
    expect(change(161.25, 100)).toEqual([
      {
        kind: 'change',
        zone: '甲区',
        order: 0,
        title: '“工业总产值”与上年相比的变动',
        cells: ['指标数据!B2', '上年指标数据!B2'],
        actual: '161.25亿元',
        expected: '上年100亿元',
        difference: '+61.25%',
        question: '“工业总产值”比上年变动超过50%，请核对数值；无误的，请说明原因。',
      },
    ]);
  });

  test('is told for information; a slip of the unit is told instead of it, as a warning', () => {
    const checks = found([row(160), row(1000, '乙区')], [row(100), row(100, '乙区')]);
    expect(checks.of('change').map(({ zone }) => zone)).toEqual(['甲区']);
    expect(checks.of('unit_slip').map(({ zone, difference }) => [zone, difference])).toEqual([['乙区', '约 10 倍']]);
    expect(
      checks.problems
        .filter(({ code }) => code === 'change-unexplained' || code === 'unit-jump')
        .map(({ severity, cell }) => [severity, cell]),
    ).toEqual([
      ['warning', 'B3'],
      ['info', 'B2'],
    ]);
  });

  test('of columns that the pack does not name only slips are asked', () => {
    const sheets = (land: number): SheetGrid[] => [
      tableSheet(pack, 'indicators', [{ zone: '甲区', output: 1, land }]),
      tableSheet(pack, 'last_year', [{ zone: '甲区', output: 1, land: 100 }]),
    ];
    expect(checksOf(pack, ...sheets(200)).findings).toEqual([]);
    expect(checksOf(pack, ...sheets(10_000)).of('unit_slip')).toHaveLength(1);
  });

  test('of other tables by the name of their rows', () => {
    const checks = found(
      [row(1)],
      [row(1)],
      tableSheet(pack, 'cities', [
        { city: '乙市', output: 200 },
        { city: '甲市', output: 100 },
      ]),
      tableSheet(pack, 'cities_last_year', [
        { city: '甲市', output: 100 },
        { city: '乙市', output: 100 },
      ]),
    );
    expect(checks.findings).toMatchObject([{ zone: '乙市', cells: ['地市汇总!B2', '上年地市汇总!B3'], difference: '+100%' }]);
  });
});

test('a whole column in the wrong unit is one problem', () => {
  const names = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'];
  const checks = found(
    names.map((zone, n) => row((n + 1) * 10_000, zone)),
    names.map((zone, n) => row(n + 1, zone)),
  );
  const [problem, ...more] = checks.problems.filter(({ code }) => code === 'unit-jump');
  expect(more).toEqual([]);
  expect(problem?.message).toContain('等，共6处');
});
