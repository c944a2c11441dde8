import type { PlainValue, SheetGrid } from '../../../src/core/grid';
import type { ReadResult } from '../../../src/core/table/read-tables';
import { assess } from '../../../src/core/assess';
import { cellAt } from '../../../src/core/table/placed-table';
import { unitData } from '../../../src/packs';
import { createUnits } from '../../../src/core/units/units';
import { draft, valid } from '../pack/small-pack';
import { codes, column, output, readTables, sheet, spec, units, values } from './small-table';

type Rows = readonly (readonly PlainValue[])[];
const HEAD = ['开发区名称', '工业总产值（亿元）'];
const FIRST: Rows = [['2016年主要指标'], HEAD, ['甲经开区', 1], ['乙经开区', 2]];
const read = (...sheets: SheetGrid[]): ReadResult => readTables([spec({ output })], sheets, units);
const table = (result: ReadResult) => result.tables.get('indicators');
const cells = (result: ReadResult): string[] => {
  const found = table(result)!;
  return found.keys.map((key, row) => {
    const { sheet: name, cell } = cellAt(found, row, found.columns.get('output')!.column);
    return `${key} ${name}!${cell} ${found.columns.get('output')!.values[row]}`;
  });
};

describe('a table that goes on', () => {
  test.each<[string, string, Rows]>([
    ['on a sheet whose title says 续表', '二', [['2016年主要指标（续表）'], HEAD, ['丙经开区', 3]]],
    ['on a sheet whose title is 续表 alone', '二', [['续表'], HEAD, ['丙经开区', 3]]],
    ['under the same title', '二', [['2016年主要指标'], HEAD, ['丙经开区', 3]]],
    ['under the same title with its page', '二', [['2016年主要指标（二）'], HEAD, ['丙经开区', 3]]],
    ['on the second page', '二', [['2016年主要指标 第2页'], HEAD, ['丙经开区', 3]]],
  ])('%s', (_, name, rows) => {
    const result = read(sheet(FIRST, '一'), sheet(rows, name));
    expect(cells(result)).toEqual(['甲经开区 一!B3 1', '乙经开区 一!B4 2', '丙经开区 二!B3 3']);
    expect(codes(result)).toEqual(['table-continued']);
    expect(result.problems[0]).toMatchObject({
      severity: 'info',
      sheet: '一',
      cell: 'A3',
      message: expect.stringContaining('一!A3、二!A3'),
    });
  });

  test.each(['指标数据（续表）', '指标数据(2)', '指标数据2'])('on the sheet %s without any title', (name) =>
    expect(cells(read(sheet([HEAD, ['甲经开区', 1]], '指标数据'), sheet([HEAD, ['乙经开区', 2]], name)))).toEqual([
      '甲经开区 指标数据!B2 1',
      `乙经开区 ${name}!B2 2`,
    ]),
  );

  test('the continuation first, and further right', () =>
    expect(
      cells(
        read(
          sheet(
            [
              [null, '续表 2016年主要指标'],
              [null, ...HEAD],
              [null, '丙经开区', 3],
            ],
            '零',
          ),
          sheet(FIRST, '一'),
        ),
      ),
    ).toEqual(['甲经开区 一!B3 1', '乙经开区 一!B4 2', '丙经开区 零!C3 3']));

  test('below itself, in another unit: each figure is read in its own', () => {
    const result = read(
      sheet([...FIRST, ['2016年主要指标（续表）'], ['单位：万元'], ['开发区名称', '工业总产值'], ['丙经开区', 30000]], '一'),
      sheet([['填报说明']], '二'),
    );
    expect(cells(result)).toEqual(['甲经开区 一!B3 1', '乙经开区 一!B4 2', '丙经开区 一!B8 3']);
    expect([...table(result)!.columns.get('output')!.adjusted]).toEqual([2]);
  });

  test('below itself, with its title and header again', () => {
    const result = read(sheet([...FIRST, [], ['2016年主要指标（续表）'], HEAD, ['丙经开区', 3]], '一'));
    expect([values(result, 'output'), codes(result)]).toEqual([[1, 2, 3], ['header-again']]);
  });

  test('beside itself: a long list set in two halves', () => {
    const result = read(
      sheet(
        [
          [...HEAD, null, ...HEAD],
          ['甲经开区', 1, null, '丙经开区', 3],
          ['乙经开区', 2, null, '丁经开区', 4],
        ],
        '一',
      ),
    );
    expect(cells(result)).toEqual(['甲经开区 一!B2 1', '乙经开区 一!B3 2', '丙经开区 一!E2 3', '丁经开区 一!E3 4']);
  });

  test('three sheets, the sum of all on the last under a name that does not say so', () => {
    const rows = (from: number): Rows => [
      ['2016年主要指标'],
      HEAD,
      ...[0, 1].map((at) => [`${'甲乙丙丁戊'[from + at]}经开区`, 100 + from + at]),
    ];
    const area = column(['用地面积'], { unit: '公顷' });
    const wide = (list: Rows, head: string): Rows =>
      list.map((row, at) => (at === 0 ? row : [...row, at === 1 ? head : Number(row[1]) * 7]));
    const last = wide([...rows(2), ['本省', 406]], '用地面积（公顷）');
    const result = readTables([spec({ output, area })], [sheet(wide(rows(0), '用地面积（公顷）'), '一'), sheet(last, '二')], units);
    expect(table(result)?.keys).toEqual(['甲经开区', '乙经开区', '丙经开区', '丁经开区']);
    expect(result.problems.find(({ code }) => code === 'sum-row')).toMatchObject({ sheet: '二', cell: 'A5' });
  });
});

describe('what is not joined is asked', () => {
  test.each<[string, SheetGrid, string]>([
    ['the same zones under the same title', sheet([['2016年主要指标'], HEAD, ['甲经开区', 1.5], ['丙经开区', 3]], '二'), 'two-tables-fit'],
    ['another title', sheet([['2016年主要指标（修订稿）'], HEAD, ['丙经开区', 3]], '二'), 'two-tables-fit'],
    ['no title', sheet([HEAD, ['丙经开区', 3]], '二'), 'two-tables-fit'],
    [
      'a column between',
      sheet([['2016年主要指标'], ['开发区名称', '备注', '工业总产值（亿元）'], ['丙经开区', '', 3]], '二'),
      'two-tables-fit',
    ],
    [
      'one zone in both, though the title says 续表',
      sheet([['2016年主要指标（续表）'], HEAD, ['乙经开区', 2], ['丙经开区', 3]], '二'),
      'duplicate-row',
    ],
  ])('%s', (_, other, code) => {
    const { problems } = read(sheet(FIRST, '一'), other);
    const blocking = problems.filter(({ severity }) => severity === 'block');
    expect(blocking.map((problem) => problem.code)).toEqual([code]);
    expect(`${blocking[0]!.message}${blocking[0]!.nextStep}`).toMatch(/二/u);
  });

  test('figures of another year are no continuation', () => {
    const other = sheet([['2015年主要指标（续表）'], HEAD, ['丙经开区', 3]], '二');
    const result = readTables([spec({ output }, { yearsBack: 0 })], [sheet(FIRST, '一'), other], units);
    expect(table(result)?.keys).toEqual(['甲经开区', '乙经开区']);
  });

  test('of a column that takes any unit, both have to state the same one', () => {
    const any = spec({ output: column(['工业总产值'], { unit: 'from_header' }) });
    const second = (unit: string): SheetGrid => sheet([['2016年主要指标'], ['开发区名称', `工业总产值（${unit}）`], ['丙经开区', 3]], '二');
    expect(readTables([any], [sheet(FIRST, '一'), second('亿元')], units).tables.get('indicators')?.rows.length).toBe(3);
    expect(codes(readTables([any], [sheet(FIRST, '一'), second('万元')], units))).toEqual(['two-tables-fit']);
  });
});

test('the whole way: scored together, each figure with its own cell, live formulas on both sheets', () => {
  const head = ['开发区名称', '级别', '工业总产值（亿元）', '用地面积（公顷）'];
  const sheets = [
    sheet([head, ['甲经开区', '省级', 10, 4], ['乙经开区', '省级', 20, 5]], '指标数据'),
    sheet([head, ['丙经开区', '省级', 30, 6]], '指标数据（续表）'),
  ];
  const { checked, plan, result } = assess({
    pack: valid(draft()),
    units: createUnits(unitData),
    sheets,
    asOf: '2017-03-01',
    at: '2017-03-01T00:00:00Z',
    fingerprint: '',
  });
  expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  const series = checked.figures.series('output');
  expect([0, 2].map((row) => series.cells(row))).toEqual([['指标数据!C2'], ['指标数据（续表）!C2']]);
  expect(series.formula(2)).toContain("'指标数据（续表）'!C2");
  expect(plan).toBeDefined();
});
