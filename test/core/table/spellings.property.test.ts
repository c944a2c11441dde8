import fc from 'fast-check';
import { splitUnit } from '../../../src/core/table/describe/header-unit';
import type { ReadResult } from '../../../src/core/table/read-tables';
import { unitData } from '../../../src/packs';
import { Factor } from '../../../src/core/units/factor';
import { unitsSchema } from '../../../src/core/units/schema';
import { column, readTables, sheet, spec, units } from './small-table';

const RUNS = { numRuns: 60 };

/** Figures as they are reported: up to four decimals. */
const figures = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((value) => value / 10_000);
const positive = figures.map(Math.abs).filter((value) => value > 0);
const wide = (text: string): string => text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 });

const read = (header: string, cell: string, unit: string): ReadResult =>
  readTables(
    [spec({ x: column(['指标'], { unit }), y: column(['从业人员'], { unit: '人' }) })],
    [
      sheet([
        ['开发区名称', header, '从业人员（人）'],
        ['甲经开区', cell, 5],
        ['乙经开区', 7.5, 6],
      ]),
    ],
    units,
  );
const taken = (result: ReadResult): number => result.tables.get('indicators')!.columns.get('x')!.values[0]!;
const asked = (result: ReadResult): boolean => result.problems.some(({ severity, cell }) => severity !== 'info' && cell === 'B2');

describe('a number that is written', () => {
  const spellings: readonly [string, (value: number) => string][] = [
    ['plainly', String],
    ['in full width', (value) => wide(String(value))],
    ['in groups', grouped],
    ['in groups and full width', (value) => wide(grouped(value))],
    ['with spaces', (value) => ` ${value}　`],
    ['with invisible characters', (value) => `\u202d${value}\u2060`],
    ['with a minus sign of its own', (value) => String(value).replace('-', '−')],
    ['negative in brackets', (value) => (value < 0 ? `(${Math.abs(value)})` : String(value))],
    ['negative in full-width brackets', (value) => (value < 0 ? `（${grouped(Math.abs(value))}）` : String(value))],
  ];
  test.each(spellings)('%s is read as it', (_, spell) => {
    fc.assert(
      fc.property(figures, (value) => {
        expect(taken(read('指标（亿元）', spell(value), '亿元'))).toBe(value === 0 ? 0 : value);
      }),
      RUNS,
    );
  });

  const doubtful: readonly [string, (value: number) => string][] = [
    ['with 万 behind it', (value) => `${value}万`],
    ['with 亿 behind it', (value) => `${value}亿`],
    ['with 万元 behind it', (value) => `${grouped(value)}万元`],
    ['with a footnote', (value) => `${value}①`],
    ['with a raised footnote', (value) => `${value}²`],
    ['with a bracketed footnote', (value) => `${value}[1]`],
    ['with a star', (value) => `${value}*`],
    ['with a word before it', (value) => `约${value}`],
    ['per cent in a column of amounts', (value) => `${value}%`],
    ['with another behind it', (value) => `${value} ${value}`],
    ['with a triangle for minus', (value) => `▲${value}`],
  ];
  test.each(doubtful)('%s is read as it, or asked', (_, spell) => {
    fc.assert(
      fc.property(positive, (value) => {
        const result = read('指标（亿元）', spell(value), '亿元');
        if (Number.isNaN(taken(result))) expect(asked(result)).toBe(true);
        else expect(taken(result)).toBe(value);
      }),
      RUNS,
    );
  });

  test('per cent, by its sign or its column, is one number', () => {
    fc.assert(
      fc.property(
        positive.filter((value) => value > 1 && value <= 100),
        fc.constantFrom(
          String,
          (value: number) => `${value}%`,
          (value: number) => `${wide(String(value))}％`,
        ),
        (value, spell) => {
          expect(taken(read('指标（%）', spell(value), '%'))).toBe(value);
        },
      ),
      RUNS,
    );
  });
});

describe('a unit', () => {
  const list = unitsSchema.parse(unitData);
  const simple = Object.entries(list.dimensions).flatMap(([dimension, { units: of }]) =>
    Object.entries(of).map(([id, { factor, aliases }]) => ({ dimension, id, factor, names: [id, ...aliases] })),
  );
  const one = fc.constantFrom(...simple);
  const spell = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => `（${name}）`,
    (name) => `(${name})`,
    (name) => `单位：${name}`,
    (name) => ` ${name} `,
    wide,
    (name) => name.toUpperCase(),
    (name) => [...name].join(' '),
    (name) => `\u200b${name}`,
  );

  test('by any of its names, however it is set, is the unit; the unit is found by its own key', () => {
    fc.assert(
      fc.property(one, fc.nat(), spell, ({ id, names, dimension }, at, set) => {
        expect(units.find(set(names[at % names.length]!))).toBe(id);
        expect(units.dimension(id)).toBe(dimension);
      }),
      { numRuns: 200 },
    );
  });

  test('in a header it is told from the name', () => {
    fc.assert(
      fc.property(one, fc.nat(), fc.constantFrom('（', '('), ({ id, names }, at, open) => {
        const close = open === '(' ? ')' : '）';
        expect(splitUnit(`工业指标${open}${names[at % names.length]!}${close}`, units)).toMatchObject({ name: '工业指标', unit: id });
      }),
      { numRuns: 200 },
    );
  });

  test('there and back is the same number, and the factor is the one that is listed', () => {
    fc.assert(
      fc.property(one, fc.nat(), positive, (from, pick, value) => {
        const kin = simple.filter(({ dimension }) => dimension === from.dimension);
        const to = kin[pick % kin.length]!;
        const there = units.factor(from.id, to.id)!;
        const back = units.factor(to.id, from.id)!;
        expect(there.multiply(back).isOne).toBe(true);
        expect(Math.abs(back.apply(there.apply(value)) / value - 1)).toBeLessThan(1e-12);
        const base = kin.find(({ factor }) => factor === '1')!;
        expect(units.factor(from.id, base.id)).toEqual(Factor.parse(from.factor));
      }),
      RUNS,
    );
  });

  test('over another is one, found whichever way the stroke is written', () => {
    fc.assert(
      fc.property(one, one, fc.constantFrom('/', '／', '每', '∕'), (above, below, stroke) => {
        fc.pre(above.id.length + below.id.length < 20 && ![above.id, below.id].some((id) => /[/每]/u.test(id)));
        const id = units.find(`${above.id}${stroke}${below.id}`);
        fc.pre(id !== undefined && id.includes('/'));
        expect(id).toBe(`${above.id}/${below.id}`);
        expect(units.dimension(id!)).toBe(`${above.dimension}/${below.dimension}`);
      }),
      RUNS,
    );
  });

  test('scaled by a number word counts so many times as much', () => {
    const counted = simple.filter(({ dimension, factor }) => factor === '1' && list.dimensions[dimension]!.scaled);
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.constantFrom(...Object.entries(list.scales)), ({ id }, [scale, times]) => {
        expect(units.factor(units.find(`${scale}${id}`)!, id)!.times).toBe(BigInt(times));
      }),
      RUNS,
    );
  });
});
