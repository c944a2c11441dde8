import fc from 'fast-check';
import { check } from '../../../src/core/checked';
import { compareRatio, ratioOf, ratioToNumber } from '../../../src/core/decimal';
import {
  addBounds,
  divideBounds,
  exactly,
  isIdle,
  meanBounds,
  orNothing,
  UNBOUNDED,
  withinRange,
  type Bounds,
} from '../../../src/core/measure/bounds';
import type { Figures } from '../../../src/core/measure/figures';
import type { SheetGrid } from '../../../src/core/grid';
import { inputOf, judged } from '../../packs/run';
import { settingsSheet, tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const between = (low: number | undefined, high: number | undefined): Bounds => ({
  low: low === undefined ? undefined : ratioOf(low),
  high: high === undefined ? undefined : ratioOf(high),
});
const shown = ({ low, high }: Bounds): (number | undefined)[] => [low && ratioToNumber(low), high && ratioToNumber(high)];

describe('arithmetic', () => {
  test.each<[string, Bounds, readonly (number | undefined)[]]>([
    ['a sum', addBounds([between(1, 2), between(-3, undefined)]), [-2, undefined]],
    ['an empty sum', addBounds([]), [0, 0]],
    ['its figure or nothing', orNothing(between(3, 5)), [0, 5]],
    ['a figure below zero or nothing', orNothing(between(-3, -2)), [-3, 0]],
    ['a quotient', divideBounds(between(6, 12), between(2, 3)), [2, 6]],
    ['of figures on both sides of zero', divideBounds(between(-6, 12), between(2, 3)), [-3, 6]],
    ['by a divisor below zero', divideBounds(between(6, 12), between(-3, -2)), [-6, -2]],
    ['by one that has no upper bound', divideBounds(between(6, 12), between(2, undefined)), [0, 6]],
    ['by one that may be zero', divideBounds(between(6, 12), between(0, 3)), [undefined, undefined]],
    ['by one that nothing is known of', divideBounds(between(6, 12), UNBOUNDED), [undefined, undefined]],
    ['a mean that one figure lowers and two may raise', meanBounds([exactly(ratioOf(4))], [between(2, 2), between(6, 10)]), [3, 7]],
    ['a mean of rows that may all be out', meanBounds([], [between(2, 2)]), [undefined, undefined]],
    ['a declared range', withinRange(between(-5, undefined), { at_least: 0, at_most: 100 }), [0, 100]],
  ])('%s', (_, bounds, expected) => expect(shown(bounds)).toEqual(expected));
});

const measures: Draft = {
  national: { kind: 'total', title: '国家级合计', unit: '亿元', of: 'output', where: { level: '国家级' } },
  national_share: { kind: 'ratio', title: '国家级占全省', unit: '%', of: 'national', over: 'province.output' },
  per_land: { kind: 'ratio', title: '地均产值', unit: '万元/公顷', of: 'output', over: 'land' },
  both: { kind: 'sum', title: '产值与投资', unit: '亿元', of: ['output', 'invested'] },
  invested: { kind: 'sum_by_zone', title: '投资合计', unit: '亿元', of: 'projects.investment', by: 'zone' },
  used: { kind: 'sum_by_zone', title: '占地合计', unit: '公顷', of: 'projects.area', by: 'zone', where: { level: '国家级' } },
  mean: { kind: 'mean_by_zone', title: '平均投资', unit: '万元', of: 'projects.investment', by: 'zone' },
  intensity: { kind: 'ratio', title: '投资强度', unit: '万元/公顷', of: 'invested', over: 'used' },
  large: { kind: 'count', title: '大区数', unit: '个', of: 'output', at_least: 5, where: { level: '国家级' } },
  growth: { kind: 'growth', title: '增长', unit: '%', of: 'output' },
  city_share: { kind: 'share_of_area', title: '占市', unit: '%', of: 'output', over: 'cities.output', by: 'city' },
  dollars: { kind: 'exchange', title: '投资（美元）', unit: '万美元', of: 'projects.investment', parameter: 'rate' },
};
const year = { year: 2015 };
const on = (measure: string, unit: string, limit: number): Draft => ({ title: measure, clause: '一·产值', measure, unit, at_least: limit });
const rules: Draft = {
  share: { kind: 'threshold', ...on('national_share', '%', 20) },
  intensity: { kind: 'threshold', ...on('intensity', '万元/公顷', 2) },
  mean: { kind: 'threshold', title: '平均', clause: '一·产值', measure: 'mean', unit: '万元', at_most: 6 },
  dollars: {
    kind: 'threshold',
    title: '美元',
    clause: '一·产值',
    measure: 'dollars',
    unit: '万美元',
    over: 1,
    for: { 'indicators.level': '国家级' },
  },
  total: { kind: 'target', title: '合计', clause: '一·产值', measure: 'national', unit: '亿元', goal: { ...year, at_least: 12 } },
  count: {
    kind: 'count_target',
    ...on('output', '亿元', 5),
    for: { level: '国家级' },
    goal: { ...year, at_least: 2, at_most: 2, unit: '个' },
  },
  rising: { kind: 'trend', title: '提高', clause: '一·产值', measure: 'national', unit: '亿元', must: 'increase' },
};

/** The small pack, where amounts are not below zero; output may be. */
function pack() {
  const base = draft();
  const tables = structuredClone(base.tables) as Record<string, { columns: Record<string, Draft> }>;
  for (const [table, column] of [
    ['indicators', 'land'],
    ['projects', 'investment'],
    ['projects', 'area'],
    ['province', 'output'],
    ['cities', 'output'],
  ] as const)
    tables[table]!.columns[column]!.at_least = 0;
  return valid(draft({ tables, measures, rules }));
}
const small = pack();

type Book = Readonly<Record<string, readonly Row[]>>;

const sheetsOf = (book: Book): SheetGrid[] => [
  ...Object.entries(book).map(([table, rows]) => tableSheet(small, table, rows, { columns: Object.keys(rows[0]!) })),
  settingsSheet(small, { parameters: { rate: 2 } }),
];
const figuresOf = (book: Book): Figures => check(inputOf(small, sheetsOf(book))).figures;

const ZONES = ['甲区', '乙区', '丙区'] as const;
const amount = fc.integer({ min: 0, max: 12 });
const any = fc.integer({ min: -6, max: 12 });
const level = fc.constantFrom('国家级', '省级');
const zoneRow = (zone: string) =>
  fc.record({ zone: fc.constant(zone), level, city: fc.constantFrom('甲市', '乙市'), output: any, land: amount });
const full: fc.Arbitrary<Book> = fc.record({
  indicators: fc.tuple(...ZONES.map(zoneRow)),
  last_year: fc.tuple(...ZONES.map(zoneRow)),
  projects: fc.tuple(
    ...['一', '二', '三', '四'].map((project) =>
      fc.record({ project: fc.constant(project), zone: fc.constantFrom(...ZONES), investment: amount, area: amount }),
    ),
  ),
  province: fc.tuple(fc.record({ area: fc.constant('某省'), output: fc.integer({ min: 1, max: 60 }) })),
  cities: fc.tuple(...['甲市', '乙市'].map((city) => fc.record({ city: fc.constant(city), output: amount }))),
});
const KEYS: ReadonlySet<string> = new Set(['project', 'area:province', 'city:cities', 'zone:indicators', 'zone:last_year']);

/** The book with some cells blank: what is there before and after. A city that is blank may be any, which has no bound at all. */
function blanked(book: Book, holes: readonly boolean[]): Book {
  let at = 0;
  return Object.fromEntries(
    Object.entries(book).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => {
            const isKey = KEYS.has(column) || KEYS.has(`${column}:${table}`);
            return [column, !isKey && holes[at++ % holes.length] ? null : value];
          }),
        ),
      ),
    ]),
  );
}

/** What is there stays; what is not comes from the other book. */
function completed(gappy: Book, other: Book): Book {
  return Object.fromEntries(
    Object.entries(gappy).map(([table, rows]) => [
      table,
      rows.map((row, at) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value ?? other[table]![at]![column] ?? null])),
      ),
    ]),
  );
}

const gappy = fc
  .tuple(
    full,
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }), {
      minLength: 7,
      maxLength: 53,
    }),
  )
  .map(([book, holes]) => blanked(book, holes));

describe('over all completions', () => {
  test('the bounds of every kind of figure hold the value of any completion', () => {
    fc.assert(
      fc.property(gappy, full, (book, other) => {
        const before = figuresOf(book);
        const after = figuresOf(completed(book, other));
        for (const id of Object.keys(measures)) {
          const open = before.series(id);
          const filled = after.series(id);
          for (let row = 0; row < open.values.length; row++) {
            const value = filled.exact(row);
            const { low, high } = open.bounds(row);
            if (!value) continue;
            if (low) expect([id, compareRatio(low, value)]).not.toEqual([id, 1]);
            if (high) expect([id, compareRatio(high, value)]).not.toEqual([id, -1]);
            const known = open.exact(row);
            if (known) expect([id, compareRatio(known, value)]).toEqual([id, 0]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is certain is so in any completion', () => {
    fc.assert(
      fc.property(gappy, full, (book, other) => {
        const before = judged(small, sheetsOf(book));
        const after = judged(small, sheetsOf(completed(book, other)));
        for (const { rule, subject, status, certainty, consequence } of before.findings) {
          if (certainty === 'possible') expect([rule, consequence]).toEqual([rule, undefined]);
          if (certainty === 'possible' || status === 'missing') continue;
          const then = after.one(rule, subject);
          // A divisor that turns out to be zero leaves no value to judge.
          if (then?.status !== 'missing') expect([rule, subject, then?.status]).toEqual([rule, subject, status]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a figure that waits for others says which cells they are', () => {
    fc.assert(
      fc.property(gappy, (book) => {
        const { findings } = judged(small, sheetsOf(book));
        for (const { rule, sentence, settle } of findings)
          if (sentence.includes('缺数补齐后')) expect([rule, settle.length > 0]).toEqual([rule, true]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('open rows', () => {
  const book = (level: string | null): Book => ({
    indicators: [
      { zone: '甲区', level: '国家级', output: 7 },
      { zone: '乙区', level, output: 3 },
    ],
    last_year: [{ zone: '甲区', level: '国家级', output: 1 }],
    projects: [{ project: '一', zone: '甲区', investment: 1, area: 1 }],
    province: [{ area: '某省', output: 100 }],
    cities: [{ city: '甲市', output: 1 }],
  });

  test('a row that may or may not belong leaves no exact total, and says which cell decides', () => {
    const series = figuresOf(book(null)).series('national_share');
    expect(series.exact(0)).toBeUndefined();
    expect(shown(series.bounds(0))).toEqual([7, 10]);
    expect(series.gaps(0)).toEqual(['指标数据!B3']);
    expect(series.missing(0)).toBe('指标数据!B3待核定，不能确定“乙区”是否计入');
    expect(series.formula(0)).toBeUndefined();
    expect(shown(figuresOf(book('国家级')).series('national_share').bounds(0))).toEqual([10, 10]);
  });
});

test.each<[number | undefined, number | undefined, string, boolean]>([
  [undefined, undefined, '亿元', true],
  [0, undefined, '亿元', true],
  [0, 100, '%', true],
  [undefined, 100, '%', true],
  [0, 100, '亿元', false],
  [1, 100, '%', false],
  [0, 99, '%', false],
])('between %s and %s %s: does it say no more than a blank cell? %s', (low, high, unit, idle) =>
  expect(isIdle(between(low, high), unit)).toBe(idle),
);
