import { check } from '../../../../src/core/checked';
import { compareRatio, ratioOf } from '../../../../src/core/decimal';
import Big from 'big.js';
import type { SheetGrid } from '../../../../src/core/grid';
import type { Figures } from '../../../../src/core/measure/figures';
import { inputOf } from '../../../packs/run';
import { settingsSheet, sheetOf, tableSheet, type Row } from '../../../packs/sheets';
import { draft, valid, type Draft } from '../../pack/small-pack';

const packWith = (measures: Draft) => valid(draft({ measures }));

/** The figures of one measure `m` over a workbook given as table → rows. */
function figuresOf(
  measure: Draft,
  book: Readonly<Record<string, readonly Row[]>>,
  more: { parameters?: Row; units?: Readonly<Record<string, Readonly<Record<string, string>>>>; measures?: Draft } = {},
): Figures {
  const pack = packWith({ ...more.measures, m: measure });
  const sheets: SheetGrid[] = Object.entries(book).map(([table, rows]) =>
    tableSheet(pack, table, rows, { units: more.units?.[table] ?? {} }),
  );
  return check(inputOf(pack, [...sheets, settingsSheet(pack, { parameters: more.parameters ?? {} })])).figures;
}
const values = (figures: Figures): number[] => Array.from(figures.series('m').values);

/** The measure is exactly above ÷ below in that row. */
function expectExact(figures: Figures, row: number, above: number, below = 1): void {
  expect(compareRatio(figures.series('m').exact(row)!, { num: new Big(above), den: new Big(below) })).toBe(0);
}

describe('ratio', () => {
  const ratio = { kind: 'ratio', title: '地均产值', unit: '万元/公顷', of: 'output', over: 'land' };

  test('unlike units make a compound unit, row by row, exact where doubles are not', () => {
    const figures = figuresOf(ratio, {
      indicators: [
        { zone: '甲区', output: 0.4, land: 1 },
        { zone: '乙区', output: 1, land: 3 },
      ],
    });
    expect(values(figures)[0]).toBe(4000);
    expectExact(figures, 1, 10000, 3);
    expect(figures.series('m').unit).toBe('万元/公顷');
    expect(figures.series('m').cells(0)).toEqual(['指标数据!B2', '指标数据!C2']);
  });

  test('units of the sheet do not matter', () => {
    expect(
      values(
        figuresOf(
          ratio,
          { indicators: [{ zone: '甲区', output: 4000, land: 15 }] },
          { units: { indicators: { output: '万元', land: '亩' } } },
        ),
      ),
    ).toEqual([4000]);
  });

  test('like over like counted by so many', () => {
    expect(
      values(
        figuresOf(
          { kind: 'ratio', title: '每亿元产值', unit: '万元/亿元', of: 'output', over: 'province.output' },
          { indicators: [{ zone: '甲区', output: 7 }], province: [{ area: '全省', output: 100 }] },
        ),
      ),
    ).toEqual([700]);
  });

  test('a part of a whole in percent', () => {
    expect(
      values(
        figuresOf(
          { kind: 'ratio', title: '占全省', unit: '%', of: 'output', over: 'province.output' },
          {
            indicators: [
              { zone: '甲区', output: 7 },
              { zone: '乙区', output: 70000 },
            ],
            province: [{ area: '全省', output: 100 }],
          },
        ),
      ),
    ).toEqual([7, 70000]);
  });

  test('two figures of the whole province', () => {
    const figures = figuresOf(
      { kind: 'ratio', title: '占全省', unit: '%', of: 'all', over: 'province.output' },
      {
        indicators: [
          { zone: '甲区', output: 3 },
          { zone: '乙区', output: 4 },
        ],
        province: [{ area: '全省', output: 100 }],
      },
      { measures: { all: { kind: 'total', title: '合计', unit: '亿元', of: 'output' } } },
    );
    expect(figures.series('m').frame).toBe('single');
    expect(values(figures)).toEqual([7]);
  });

  test.each<[string, Row, string]>([
    ['above missing', { zone: '甲区', output: null, land: 2 }, '指标数据!B2“工业总产值”未填报'],
    ['below missing', { zone: '甲区', output: 2, land: null }, '指标数据!C2“用地面积”未填报'],
    ['a dash', { zone: '甲区', output: '—', land: 2 }, '指标数据!B2“工业总产值”填为“—”等占位符'],
    ['words', { zone: '甲区', output: '约2', land: 2 }, '指标数据!B2“工业总产值”不是数字'],
    ['nothing below', { zone: '甲区', output: 2, land: 0 }, '分母“用地面积”为 0'],
    ['nothing above and below', { zone: '甲区', output: 0, land: 0 }, '分母“用地面积”为 0'],
  ])('%s: missing, and why', (_, row, why) => {
    const figures = figuresOf(ratio, { indicators: [row, { zone: '乙区', output: 1, land: 1 }] });
    expect(values(figures)[0]).toBeNaN();
    expect(figures.series('m').exact(0)).toBeUndefined();
    expect(figures.series('m').missing(0)).toContain(why);
    expect(figures.series('m').missing(1)).toBe('');
  });

  test('a column that is not there: no row has a value, and one reason serves all', () => {
    const figures = figuresOf(ratio, { indicators: [{ zone: '甲区', output: 1 }] });
    expect(figures.series('m').absent).toBe('“指标数据”表没有“用地面积”列');
  });

  test('two currencies are not divided into percent', () => {
    const figures = figuresOf(
      { kind: 'ratio', title: '出口占比', unit: '%', of: 'export', over: 'output' },
      { indicators: [{ zone: '甲区', export: 1, output: 2 }] },
      { units: { indicators: { export: '亿美元' } } },
    );
    expect(figures.series('m').absent).toContain('单位无法换算');
  });

  test('a live formula over the cells', () => {
    const figures = figuresOf(ratio, { indicators: [{ zone: '甲区', output: 0.4, land: 1 }] });
    expect(figures.series('m').formula(0)).toContain("'指标数据'!B2");
    expect(figures.series('m').formula(0)).toContain('*10000');
  });
});

describe('sum', () => {
  const sum = { kind: 'sum', title: '产值与出口', unit: '万元', of: ['output', 'export'] };

  test('of mixed units of one dimension, exactly', () => {
    const figures = figuresOf(
      sum,
      { indicators: [{ zone: '甲区', output: 0.1, export: 2000 }] },
      { units: { indicators: { export: '千元' } } },
    );
    expectExact(figures, 0, 1200);
    expect(values(figures)).toEqual([1200]);
  });

  test('a part of a total is no total', () => {
    const figures = figuresOf(
      sum,
      { indicators: [{ zone: '甲区', output: 1, export: null }] },
      { units: { indicators: { export: '万元' } } },
    );
    expect(values(figures)).toEqual([NaN]);
    expect(figures.series('m').missing(0)).toContain('“出口额”未填报');
  });

  test('not across currencies', () => {
    expect(
      figuresOf(sum, { indicators: [{ zone: '甲区', output: 1, export: 1 }] }, { units: { indicators: { export: '万美元' } } }).series('m')
        .absent,
    ).toContain('单位无法换算');
  });
});

describe('growth', () => {
  const growth = { kind: 'growth', title: '增长率', unit: '%', of: 'output' };

  test('against the same name last year, in any order and unit', () => {
    const figures = figuresOf(
      growth,
      {
        indicators: [
          { zone: '甲区', output: 110 },
          { zone: '乙 区', output: 90 },
        ],
        last_year: [
          { zone: '乙区', output: 1000000 },
          { zone: '甲区', output: 1000000 },
        ],
      },
      { units: { last_year: { output: '万元' } } },
    );
    expect(values(figures)).toEqual([10, -10]);
    expectExact(figures, 0, 10);
    expect(figures.series('m').cells(0)).toEqual(['指标数据!B2', '上年指标数据!B3']);
  });

  test.each<[string, Readonly<Record<string, readonly Row[]>>, string]>([
    ['no last year at all', { indicators: [{ zone: '甲区', output: 1 }] }, '上年指标数据'],
    [
      'nothing of this zone',
      { indicators: [{ zone: '甲区', output: 1 }], last_year: [{ zone: '乙区', output: 1 }] },
      '没有“增长率”的上年数据',
    ],
    [
      'blank last year',
      {
        indicators: [{ zone: '甲区', output: 1 }],
        last_year: [
          { zone: '甲区', output: null },
          { zone: '乙区', output: 1 },
        ],
      },
      '上年指标数据!B2“工业总产值”未填报',
    ],
    ['nil last year', { indicators: [{ zone: '甲区', output: 1 }], last_year: [{ zone: '甲区', output: 0 }] }, '为 0'],
  ])('%s: missing', (_, book, why) => {
    const series = figuresOf(growth, book).series('m');
    expect(series.values[0]).toBeNaN();
    expect(series.absent ?? series.missing(0)).toContain(why);
  });
});

describe('share of an area together', () => {
  const share = {
    ...{ kind: 'share_of_area', title: '合计占所在市', unit: '%', of: 'output', over: 'cities.output', by: 'city' },
    ...{ together: 2, where: { level: '国家级' } },
  };
  const cities = [
    { city: '甲市', output: 300 },
    { city: '乙市', output: 100 },
  ];
  const zone = (name: string, row: Row): Row => ({ zone: name, level: '国家级', city: '甲市', output: 30, ...row });
  const of = (...rows: readonly Row[]): Figures =>
    figuresOf(share, { indicators: rows.map((row, at) => zone(`${at + 1}区`, row)), cities });
  const counted = (figures: Figures): (number | undefined)[] => [0, 1].map((row) => figures.series('m').counted?.(row));

  test('the sum of all its zones over the city, for cities with so many of them', () => {
    const figures = of({}, { output: 3 }, { output: 12 }, { city: '乙市' });
    expect(figures.series('m').values[0]).toBe(15);
    expectExact(figures, 0, 15);
    expect(counted(figures)).toEqual([3, undefined]);
  });

  test('zones that the filter leaves out do not count', () => {
    expect(counted(of({}, { level: '省级' }))).toEqual([undefined, undefined]);
    expect(of({}, { output: 3 }, { level: '省级', output: 99 }).series('m').values[0]).toBe(11);
  });

  test.each<[string, readonly Row[], string, string]>([
    ['one zone’s figure is missing', [{}, { output: null }, {}], '指标数据!D3“工业总产值”未填报', '指标数据!D3'],
    ['a zone that names no city may lie in any', [{}, {}, { city: null }], '', '指标数据!C4'],
    ['a zone whose level is open may count', [{}, {}, { level: null }], '', '指标数据!B4'],
  ])('%s: no sum, and the cell is named', (_, rows, why, gap) => {
    const series = of(...rows).series('m');
    expect(series.values[0]).toBeNaN();
    expect(series.missing(0)).toContain(why);
    expect(series.gaps(0)).toEqual([gap]);
  });
});

describe('lookup', () => {
  const lookup = { kind: 'lookup', title: '标准', unit: '亿元', of: 'cities.output', by: 'city', unless: 'output' };
  const cities = [
    { city: '甲市', output: 300 },
    { city: '丙市', output: null },
  ];
  const one = (row: Row, more: { readonly cities?: readonly Row[] } = { cities }): Figures =>
    figuresOf(lookup, { indicators: [{ zone: '1区', city: null, output: null, ...row }], ...more });

  test.each<[string, Row, number]>([
    ['of the row that it names', { city: '甲 市' }, 300],
    ['its own before that', { city: '甲市', output: 7 }, 7],
    ['its own where it names none', { output: 7 }, 7],
  ])('%s', (_, row, expected) => {
    const figures = one(row);
    expect(values(figures)).toEqual([expected]);
    expectExact(figures, 0, expected);
  });

  test.each<[string, Row, string]>([
    ['names none', {}, '指标数据!C2“工业总产值”未填报；指标数据!B2“所在市”未填报'],
    ['is not on the list', { city: '丁市' }, '指标数据!C2“工业总产值”未填报；“地市汇总”表中找不到“丁市”'],
    ['is blank there', { city: '丙市' }, '指标数据!C2“工业总产值”未填报；地市汇总!B3“工业总产值”未填报'],
  ])('%s', (_, row, why) => {
    const series = one(row).series('m');
    expect([series.values[0], series.missing(0)]).toEqual([NaN, why]);
  });

  test('in the unit of the measure, whatever the list’s', () => {
    const units = { cities: { output: '万元' } };
    expect(values(figuresOf(lookup, { indicators: [{ zone: '1区', city: '甲市', output: null }], cities }, { units }))).toEqual([0.03]);
  });

  test('without the list its own figures stand', () => {
    const figures = one({ output: 7 }, {});
    expect([values(figures), figures.series('m').absent]).toEqual([[7], undefined]);
  });
});

describe('share of an area', () => {
  const share = { kind: 'share_of_area', title: '占所在市', unit: '%', of: 'output', over: 'cities.output', by: 'city' };
  const cities = [
    { city: '甲市', output: 300 },
    { city: '乙市', output: 0 },
    { city: '丙市', output: null },
  ];

  test('each zone over its own city; several zones may share one', () => {
    expect(
      values(
        figuresOf(share, {
          indicators: [
            { zone: '1区', city: '甲市', output: 3 },
            { zone: '2区', city: '甲 市', output: 30 },
          ],
          cities,
        }),
      ),
    ).toEqual([1, 10]);
  });

  test.each<[string, Row, string]>([
    ['a city that is not on the list', { zone: '1区', city: '丁市', output: 3 }, '“地市汇总”表中找不到“丁市”'],
    ['no city', { zone: '1区', city: null, output: 3 }, '指标数据!B2未填所属地区'],
    ['a city of nil', { zone: '1区', city: '乙市', output: 3 }, '分母“工业总产值”为 0'],
    ['a city without its figure', { zone: '1区', city: '丙市', output: 3 }, '地市汇总!B4“工业总产值”未填报'],
  ])('%s: missing', (_, row, why) => {
    const series = figuresOf(share, { indicators: [row, { zone: '2区', city: '甲市', output: 1 }], cities }).series('m');
    expect(series.values[0]).toBeNaN();
    expect(series.missing(0)).toContain(why);
    expect(series.values[1]).toBeCloseTo(1 / 3, 12);
  });
});

describe('total and count', () => {
  const rows = [
    { zone: '甲区', level: '省级', output: 0.1 },
    { zone: '乙区', level: '省级', output: 0.2 },
    { zone: '丙区', level: '国家级', output: 5 },
  ];

  test('total over chosen rows, exact', () => {
    const figures = figuresOf(
      { kind: 'total', title: '省级合计', unit: '亿元', of: 'output', where: { level: '省级' } },
      { indicators: rows },
    );
    expectExact(figures, 0, 3, 10);
    expect(figures.series('m').cells(0)).toEqual(['指标数据!C2', '指标数据!C3']);
    expect(figures.subject(figures.series('m').frame, 0)).toBe('某省');
  });

  test('total in another unit', () => {
    expect(
      values(figuresOf({ kind: 'total', title: '合计', unit: '万元', of: 'output', where: { level: '国家级' } }, { indicators: rows })),
    ).toEqual([50000]);
  });

  test('a live total adds cells as they stand, so it is given only where they stand in the unit of the total', () => {
    const live = (unit: string, stated?: string): string | undefined =>
      figuresOf(
        { kind: 'total', title: '合计', unit, of: 'output' },
        { indicators: rows },
        stated ? { units: { indicators: { output: stated } } } : {},
      )
        .series('m')
        .formula(0);
    expect(live('亿元')).toMatch(/^IF\(COUNT\(.*\)=3,SUM\(.*\),""\)$/);
    expect(live('万元')).toBeUndefined();
    // Cells in another unit than the column's are turned one by one, before they are added.
    expect(live('亿元', '万元')).toContain('/10000');
  });

  test('one gap makes the total missing; nobody at all as well', () => {
    const gap = figuresOf(
      { kind: 'total', title: '合计', unit: '亿元', of: 'output' },
      { indicators: [...rows, { zone: '丁区', level: '省级', output: null }] },
    ).series('m');
    expect([gap.values[0], gap.missing(0)]).toEqual([NaN, '指标数据!C5“工业总产值”未填报']);
    expect(
      values(
        figuresOf(
          { kind: 'total', title: '合计', unit: '亿元', of: 'output', where: { level: '国家级' } },
          { indicators: rows.slice(0, 2) },
        ),
      ),
    ).toEqual([NaN]);
  });

  test('count of rows that pass a limit, on the line included as the edge says', () => {
    const count = (edge: Draft): number[] =>
      values(figuresOf({ kind: 'count', title: '达线数', unit: '个', of: 'output', ...edge }, { indicators: rows }));
    expect(count({ at_least: 0.2 })).toEqual([2]);
    expect(count({ over: 0.2 })).toEqual([1]);
    expect(count({ at_least: 100 })).toEqual([0]);
    expect(count({ at_least: 0.2, where: { level: '省级' } })).toEqual([1]);
  });

  test('a gap makes the count missing', () => {
    const series = figuresOf(
      { kind: 'count', title: '达线数', unit: '个', of: 'output', at_least: 1 },
      { indicators: [...rows, { zone: '丁区', level: '省级', output: null }] },
    ).series('m');
    expect([series.values[0], series.missing(0)]).toEqual([NaN, '指标数据!C5“工业总产值”未填报']);
  });
});

describe('by zone', () => {
  const zones = ['甲区', '乙区', '丙区'].map((zone) => ({ zone, level: '省级' }));
  const project = (zone: string, investment: number | null, area = 1): Row => ({
    project: `${zone}${investment}${area}`,
    zone,
    investment,
    area,
  });
  const sum = { kind: 'sum_by_zone', title: '投资合计', unit: '亿元', of: 'projects.investment', by: 'zone' };
  const mean = { kind: 'mean_by_zone', title: '平均投资', unit: '万元', of: 'projects.investment', by: 'zone' };

  test('sum and mean, exact; a zone without rows is missing', () => {
    const book = { indicators: zones, projects: [project('甲区', 1), project('乙区', 20), project('甲区', 2), project('甲区', 2)] };
    const sums = figuresOf(sum, book).series('m');
    expect([Array.from(sums.values), sums.missing(2)]).toEqual([[0.0005, 0.002, NaN], '“项目明细”表中没有属于“丙区”的行']);
    expectExact(figuresOf(mean, book), 0, 5, 3);
  });

  test('a gap makes its own zone missing alone', () => {
    const series = figuresOf(mean, {
      indicators: zones,
      projects: [project('甲区', 1), project('甲区', null), project('乙区', 20)],
    }).series('m');
    expect([Array.from(series.values), series.missing(0)]).toEqual([[NaN, 20, NaN], '项目明细!C3“投资额”未填报']);
  });

  test('only rows that pass a filter on their zone', () => {
    const book = {
      indicators: [
        { zone: '甲区', level: '国家级' },
        { zone: '乙区', level: '省级' },
      ],
      projects: [project('甲区', 1), project('乙区', 2)],
    };
    expect(values(figuresOf({ ...sum, unit: '万元', where: { 'indicators.level': '国家级' } }, book))).toEqual([1, NaN]);
  });
});

describe('exchange', () => {
  const usd = { kind: 'exchange', title: '折美元', unit: '亿美元', of: 'export', parameter: 'rate' };
  const book = {
    indicators: [
      { zone: '甲区', export: 65000 },
      { zone: '乙区', export: 0 },
    ],
  };

  test('from 元 by division, from 美元 by multiplication', () => {
    expect(values(figuresOf(usd, book, { parameters: { rate: 6.5 }, units: { indicators: { export: '万元' } } }))).toEqual([1, 0]);
    expect(
      values(
        figuresOf(
          { ...usd, unit: '亿元' },
          { indicators: [{ zone: '甲区', export: 2 }] },
          { parameters: { rate: 6.5 }, units: { indicators: { export: '亿美元' } } },
        ),
      ),
    ).toEqual([13]);
  });

  test('one way and back is where it began, exactly', () => {
    const series = figuresOf(
      { ...usd, unit: '万元', of: 'there' },
      { indicators: [{ zone: '甲区', export: 100 }] },
      { parameters: { rate: 6.8947 }, units: { indicators: { export: '万元' } }, measures: { there: usd } },
    ).series('m');
    const { num, den } = series.exact(0)!;
    expect(num.eq(den.times(ratioOf(100).num))).toBe(true);
  });

  test('the rate’s cell is among the cells', () => {
    expect(
      figuresOf(usd, book, { parameters: { rate: 6.5 }, units: { indicators: { export: '万元' } } })
        .series('m')
        .cells(0),
    ).toEqual(['指标数据!B2', '权重与参数!C2']);
  });

  test('the wanted currency needs no rate', () => {
    expect(
      values(figuresOf(usd, { indicators: [{ zone: '甲区', export: 15000 }] }, { units: { indicators: { export: '万美元' } } })),
    ).toEqual([1.5]);
  });

  test('without a rate: missing, with what to fill in; a rate of 0 gives no value', () => {
    expect(figuresOf(usd, book, { units: { indicators: { export: '万元' } } }).series('m').absent).toBe('“权重与参数”表中未填“汇率”');
    const nil = figuresOf(usd, book, { parameters: { rate: 0 }, units: { indicators: { export: '万元' } } }).series('m');
    expect(nil.values[0]).toBeNaN();
    expect(nil.missing(0)).toBe('分母“汇率”为 0');
  });

  test('a figure that is no money', () => {
    expect(figuresOf(usd, book, { parameters: { rate: 6.5 }, units: { indicators: { export: '公顷' } } }).series('m').absent).toContain(
      '单位无法换算',
    );
  });
});

test('a table lying on its side: values and addresses', () => {
  const pack = packWith({ m: { kind: 'ratio', title: '地均产值', unit: '万元/公顷', of: 'output', over: 'land' } });
  const { figures } = check(
    inputOf(pack, [
      sheetOf('指标数据', [
        ['开发区名称', '甲区', '乙区', '丙区'],
        ['工业总产值（亿元）', 1, 2, null],
        ['用地面积（公顷）', 2, 2, 2],
      ]),
    ]),
  );
  const series = figures.series('m');
  expect(Array.from(series.values)).toEqual([5000, 10000, NaN]);
  expect(series.cells(1)).toEqual(['指标数据!C2', '指标数据!C3']);
  expect(series.missing(2)).toBe('指标数据!D2“工业总产值”未填报');
  expect(series.formula(0)).toBeUndefined();
});

test('last year’s tables answer for the previous period, and only they', () => {
  const figures = figuresOf(
    { kind: 'ratio', title: '地均产值', unit: '万元/公顷', of: 'output', over: 'land' },
    {
      indicators: [{ zone: '甲区', output: 1, land: 1 }],
      last_year: [
        { zone: '甲区', output: 3, land: 1 },
        { zone: '乙区', output: 5, land: 1 },
      ],
    },
  );
  expect(Array.from(figures.series('m', 'previous').values)).toEqual([30000, 50000]);
  expect(figures.series('m', 'previous').cells(0)).toEqual(['上年指标数据!B2', '上年指标数据!C2']);
  expect(figures.table('projects', 'previous')).toBeUndefined();
});

describe('previous', () => {
  test('last year’s figure on this year’s row, matched by name, in the unit wanted', () => {
    const figures = figuresOf(
      { kind: 'previous', title: '上年产值', unit: '万元', of: 'output' },
      {
        indicators: [
          { zone: '甲区', output: 110 },
          { zone: '乙区', output: 90 },
          { zone: '丙区', output: 1 },
        ],
        last_year: [
          { zone: '乙区', output: 80 },
          { zone: '甲区', output: 100 },
        ],
      },
    );
    expect(values(figures)).toEqual([1000000, 800000, NaN]);
    expect(figures.series('m').cells(0)).toEqual(['上年指标数据!B3']);
    expect(figures.series('m').missing(2)).toContain('上年数据');
  });
});

describe('difference', () => {
  const before = { before: { kind: 'previous', title: '上年产值', unit: '亿元', of: 'output' } };

  test('over last year: exact, with the cells of both', () => {
    const figures = figuresOf(
      { kind: 'difference', title: '产值增量', unit: '亿元', of: 'output', minus: 'before' },
      { indicators: [{ zone: '甲区', output: 0.3 }], last_year: [{ zone: '甲区', output: 0.1 }] },
      { measures: before },
    );
    expect(values(figures)).toEqual([0.2]);
    expectExact(figures, 0, 2, 10);
    expect(figures.series('m').cells(0)).toEqual(['指标数据!B2', '上年指标数据!B2']);
    expect(figures.series('m').formula(0)).toContain('ISNUMBER');
  });

  test('over the mean of all, and over the province’s figure: one figure for every row', () => {
    const rows = [
      { zone: '甲区', output: 10 },
      { zone: '乙区', output: 30 },
    ];
    const mean = { mean: { kind: 'statistic', title: '平均产值', unit: '亿元', of: 'output', take: 'mean' } };
    expect(
      values(
        figuresOf(
          { kind: 'difference', title: '高于平均', unit: '亿元', of: 'output', minus: 'mean' },
          { indicators: rows },
          { measures: mean },
        ),
      ),
    ).toEqual([-10, 10]);
    expect(
      values(
        figuresOf(
          { kind: 'difference', title: '高于全省', unit: '万元', of: 'output', minus: 'province.output' },
          { indicators: rows, province: [{ area: '某省', output: 29 }] },
        ),
      ),
    ).toEqual([-190000, 10000]);
  });

  test('a missing part is missing, and what it can be follows from the other’s bounds', () => {
    const figures = figuresOf(
      { kind: 'difference', title: '产值增量', unit: '亿元', of: 'output', minus: 'before' },
      {
        indicators: [
          { zone: '甲区', output: null },
          { zone: '乙区', output: 1 },
        ],
        last_year: [
          { zone: '甲区', output: 1 },
          { zone: '乙区', output: 1 },
        ],
      },
      { measures: before },
    );
    expect(values(figures)).toEqual([NaN, 0]);
    expect(figures.series('m').gaps(0)).toEqual(['指标数据!B2']);
  });
});

describe('statistic', () => {
  const rows = [10, 20, 60, 30].map((output, at) => ({ zone: `${'甲乙丙丁'[at]}区`, level: at < 3 ? '省级' : '国家级', output }));
  const of = (take: string, more: Draft = {}) => ({ kind: 'statistic', title: '统计数', unit: '亿元', of: 'output', take, ...more });

  test.each([
    ['mean', 30],
    ['median', 25],
    ['greatest', 60],
    ['least', 10],
  ])('%s', (take, value) => {
    expect(values(figuresOf(of(take), { indicators: rows }))).toEqual([value]);
  });

  test('over the rows that pass', () => {
    expect(values(figuresOf(of('mean', { where: { level: '省级' } }), { indicators: rows }))).toEqual([30]);
    expect(values(figuresOf(of('median', { where: { level: '省级' } }), { indicators: rows }))).toEqual([20]);
  });

  test('missing where one of them is, with its cell', () => {
    const figures = figuresOf(of('mean'), { indicators: [...rows, { zone: '戊区', level: '省级', output: null }] });
    expect(values(figures)).toEqual([NaN]);
    expect(figures.series('m').gaps(0)).toEqual(['指标数据!C6']);
  });
});
