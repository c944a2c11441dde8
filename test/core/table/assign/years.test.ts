import type { Area } from '../../../../src/core/cell';
import type { PlainValue } from '../../../../src/core/grid';
import { type AssessInput } from '../../../../src/core/assess';
import { check } from '../../../../src/core/checked';
import { packOf } from '../../../packs/built-in';
import { inputOf } from '../../../packs/run';
import { sheet } from '../small-table';

const pack = packOf('shandong-2016');
const HEADER = ['开发区名称', '级别', '地区生产总值（亿元）', '实际使用外资（万美元）', '工业增加值（亿元）'];
const ZONES = ['滨河', '金穗', '桃林'].map((name) => `${name}经济开发区`);
const rows = (gdp: number): PlainValue[][] => ZONES.map((name, at) => [name, '省级', gdp + at, 2000 + 7 * at, 100 + 3 * at]);
const wide = (one: string, two: string): [PlainValue[][], Area[]] => [
  [
    ['开发区名称', '级别', '地区生产总值（亿元）', null, '实际使用外资（万美元）', null],
    [null, null, one, two, one, two],
    ...ZONES.map((name, at) => [name, '省级', 300 + at, 400 + at, 1000 + at, 2000 + at]),
  ],
  [
    ...[0, 1].map((left) => ({ top: 0, left, bottom: 1, right: left })),
    ...[2, 4].map((left) => ({ top: 0, left, bottom: 0, right: left + 1 })),
  ],
];

/** First zone's GDP of this year and of last year, and what is asked. */
function read(sheets: readonly ReturnType<typeof sheet>[], more: Partial<AssessInput> = {}) {
  const { figures, problems } = check({ ...inputOf(pack, sheets), ...more });
  const gdp = (id: string): number | undefined => figures.tables.get(id)?.columns.get('gdp')?.values[0];
  return { years: [gdp('indicators'), gdp('last_year')], asked: problems.filter(({ code }) => code === 'table-year') };
}

test('a column of years makes one table serve two', () => {
  const long = [['年度', ...HEADER], ...rows(300).map((row) => [2015, ...row]), ...rows(400).map((row) => [2016, ...row])];
  expect(read([sheet(long, '数据')])).toEqual({ years: [400, 300], asked: [] });
});

test('so do headers that come once a year, by number or by word', () => {
  const [cells, merges] = wide('2015年', '2016年');
  expect(read([sheet(cells, '数据', {}, merges)])).toEqual({ years: [400, 300], asked: [] });
  const [words, areas] = wide('上年', '本年');
  expect(read([sheet(words, '数据', {}, areas)])).toEqual({ years: [400, 300], asked: [] });
});

test('of three years this one and the one before are taken', () => {
  const sheets = [2014, 2015, 2016].map((year) => sheet([HEADER, ...rows(year - 1716)], `${year}年`));
  expect(read(sheets)).toEqual({ years: [300, 299], asked: [] });
});

test('between two likely years a person chooses; without one nothing is read', () => {
  const sheets = [sheet([HEADER, ...rows(500)], '2017年'), sheet([HEADER, ...rows(400)], '2016年')];
  const { years, asked } = read(sheets);
  expect(years).toEqual([undefined, undefined]);
  expect(asked.map(({ severity, proposals }) => [severity, proposals?.map(({ value }) => value)])).toEqual([['block', [2016, 2017]]]);
  expect(read(sheets, { year: 2017 })).toEqual({ years: [500, 400], asked: [] });
});

test('figures older than the year before are asked', () => {
  const { years, asked } = read([sheet([['2015年度指标'], HEADER, ...rows(400)], '指标数据')]);
  expect([years[0], asked.map(({ severity, cell }) => [severity, cell])]).toEqual([400, [['warning', 'A1']]]);
});

test('a dated table below another one does not go by the name of that one’s sheet', () => {
  const gap: PlainValue[][] = [[], [], []];
  const province = [['全省主要指标（2016年）'], ['地区', '地区生产总值（亿元）'], ['全省', 9000]];
  const ranks = [['考核结果（2015年度）'], ['开发区名称', '级别', '考核名次'], ...ZONES.map((name, at) => [name, '省级', at + 1])];
  const under = (name: string, above: PlainValue[][], below: PlainValue[][]) => sheet([...above, ...gap, ...below], name);
  const tables = (...sheets: ReturnType<typeof sheet>[]): string[] =>
    [...check(inputOf(pack, sheets)).figures.tables].map(([id, table]) => `${id}: ${table.sheet} ${table.keys.length}`);
  const year = [['综合发展水平数据（2016年）'], HEADER, ...rows(400)];
  const lastProvince = sheet([['全省主要指标（2015年）'], ['地区', '地区生产总值（亿元）'], ['全省', 8000]], '上年全省汇总');
  expect(tables(sheet(year, '指标数据'), under('上年结果', ranks, province), lastProvince)).toEqual([
    'indicators: 指标数据 3',
    'province: 上年结果 1',
    'last_year_province: 上年全省汇总 1',
    'last_year_ranks: 上年结果 3',
  ]);
  expect(tables(under('指标数据', year, ranks))).toEqual(['indicators: 指标数据 3', 'last_year_ranks: 指标数据 3']);
});
