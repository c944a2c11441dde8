import { check } from '../../../../src/core/checked';
import { Decided } from '../../../../src/core/decided';
import { decisionOf } from '../../../../src/core/decision';
import { packOf } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { codes, column, output, readTables, sheet, spec, units } from '../small-table';

const HEAD = ['开发区名称', '工业总产值（亿元）'];
const ranks = (id: string, name: string) => spec({ rank: column(['名次'], { required: true }) }, { id, sheet: [name], optional: true });
const results = (title: string) => [[title], ['开发区名称', '名次'], ['甲经开区', 1], ['乙经开区', 2]];
const last = ranks('last', '上年结果');
const before = ranks('before', '前年结果');
const main = spec({ output }, { yearsBack: 0 });
const figures = sheet([['2016年指标'], HEAD, ['甲经开区', 1], ['乙经开区', 2]], '甲');

test('of two tables of results the one that bears last year is last year’s; the other is told', () => {
  const both = sheet([...results('2013年考核结果'), [], ...results('2015年考核结果')], '乙');
  const result = readTables([main, last, before], [figures, both], units);
  expect(result.tables.get('last')?.header.first).toBe(6);
  expect(result.problems.filter(({ code }) => code === 'table-unnamed')).toEqual([
    expect.objectContaining({ severity: 'warning', sheet: '乙', cell: 'A2', message: expect.stringContaining('“前年结果”') }),
  ]);
});

test('a table that would do for two and says of neither that it is it is told, not dropped', () => {
  const result = readTables([main, last, before], [figures, sheet(results('考核结果'), '乙')], units);
  expect(codes(result)).toEqual(['table-unnamed']);
  expect(result.problems[0]?.message).toMatch(/“前年结果”、“上年结果”/u);
  const { proposals = [], oneOf } = result.problems[0]!;
  expect([oneOf, ...proposals.map(({ cell, value }) => [cell, value])]).toEqual([true, ['A2', 'before'], ['A2', 'last']]);
  const decision = decisionOf(result.problems[0]!, { ...proposals[0]!, seen: '开发区名称' })!;
  const sheets = [figures, sheet(results('考核结果'), '乙')];
  const chosen = readTables([main, last, before], sheets, units, { decided: new Decided([decision], sheets) });
  expect([[...chosen.tables.keys()], codes(chosen)]).toEqual([['indicators', 'before'], []]);
});

test('a table beside another is not taken for a part of it', () => {
  const cities = spec(
    { output },
    {
      id: 'cities',
      sheet: ['地市汇总'],
      key: 'zone',
      optional: true,
      columns: { zone: column(['所在市'], { kind: 'text', required: true }), output },
    },
  );
  const zones = spec(
    { output, area: column(['用地面积'], { unit: '公顷' }) },
    { columns: { zone: column(['开发区名称'], { kind: 'text', required: true }), output, area: column(['用地面积'], { unit: '公顷' }) } },
  );
  const beside = [
    ['开发区名称', '所在市', '工业总产值（亿元）', '用地面积（公顷）', null, '所在市', '工业总产值（亿元）'],
    ['甲经开区', '子市', 1, 3, null, '子市', 10],
    ['乙经开区', '丑市', 2, 4, null, '丑市', 20],
  ];
  const result = readTables([zones, cities], [sheet(beside, '乙')], units);
  expect(result.tables.get('cities')?.keys).toEqual(['子市', '丑市']);
  expect([...result.tables.get('cities')!.columns.get('output')!.values]).toEqual([10, 20]);
});

test('a column of years without the year wanted is asked', () => {
  const pack = packOf('shandong-2016');
  const rows = [2013, 2014].flatMap((year) => ['滨河', '金穗', '桃林'].map((name, at) => [year, `${name}经济开发区`, '省级', 300 + at]));
  const { problems, figures: read } = check({
    ...inputOf(pack, [sheet([['年度', '开发区名称', '级别', '地区生产总值（亿元）'], ...rows], '指标数据')]),
    year: 2016,
  });
  expect(read.tables.has('indicators')).toBe(false);
  expect(problems.filter(({ code }) => code === 'table-year').map(({ severity }) => severity)).toEqual(['block']);
});

test('two tables of other years than is wanted: the year is asked, not the table', () => {
  const two = sheet([['2012年指标'], HEAD, ['甲经开区', 1], [], ['2010年指标'], HEAD, ['甲经开区', 2]], '甲');
  const { problems } = readTables([main], [two], units, { years: { stated: 2016, likely: [] } });
  expect(problems.map(({ code, proposals }) => [code, proposals?.map(({ value }) => value)])).toEqual([['table-year', [2012, 2010]]]);
});

test.each(['预计工业总产值（亿元）', '工业总产情况统计（亿元）'])('%s is proposed for the column that was not found', (header) => {
  const result = readTables(
    [spec({ output, staff: column(['从业人员'], { unit: '人' }) })],
    [
      sheet([
        ['开发区名称', '从业人员', header],
        ['甲经开区', 5, 1],
        ['乙经开区', 6, 2],
      ]),
    ],
    units,
  );
  expect(result.problems.find(({ code }) => code === 'column-near')).toMatchObject({ cell: 'C1', proposals: [{ value: 'output' }] });
});
