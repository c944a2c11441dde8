import fc from 'fast-check';
import BigDefault from 'big.js';
import { createUnits } from '../../../src/core/units/units';
import { shiftDecimal, type Factor } from '../../../src/core/units/factor';
import data from '../../../src/packs/units.yaml';

const Big = BigDefault();
Big.DP = 400;
const units = createUnits(data);

describe('units', () => {
  test.each([
    ['（亿元）', '亿元'],
    ['单位：万元', '万元'],
    ['（单位：万元／公顷）', '万元/公顷'],
    ['人民币万元', '万元'],
    ['㎡', '平方米'],
    ['万 m²', '万平方米'],
    ['平方千米', '平方公里'],
    ['km²', '平方公里'],
    ['HA', '公顷'],
    ['％', '%'],
    ['‰', '‰'],
    ['USD', '美元'],
    ['吨标煤/万元', '吨标准煤/万元'],
    ['微克/立方米', '微克/立方米'],
    ['μg/m³', '微克/立方米'],
    ['元每平方米', '元/平方米'],
    ['件/万人', '件/万人'],
    ['亿美元/亿元', '亿美元/亿元'],
  ])('%s is %s', (text, id) => expect(units.find(text)).toBe(id));

  test.each(['', '现价', '投入/产出', '万元/', '1', '其中', '亿元/公顷/年'])('%p is no unit', (text) =>
    expect(units.find(text)).toBeUndefined(),
  );

  test.each([
    ['万元', '亿元', 34135.26, 3.413526],
    ['万元/亩', '万元/公顷', 300, 4500],
    ['万元/公顷', '亿元/平方公里', 4000, 40],
    ['亩', '公顷', 15, 1],
    ['倍', '%', 0.07, 7],
    ['‰', '%', 6, 0.6],
    ['吨标准煤/万元', '千克标准煤/元', 0.35, 0.035],
    ['年', '月', 2, 24],
  ])('%s to %s: %d is %d', (from, to, value, expected) => expect(units.factor(from, to)?.apply(value)).toBe(expected));

  test('no factor across dimensions or currencies', () => {
    expect(units.factor('万元', '万美元')).toBeUndefined();
    expect(units.factor('万元', '公顷')).toBeUndefined();
    expect(units.factor('万元', '两')).toBeUndefined();
    expect(units.dimension('两')).toBeUndefined();
  });

  test('expressions', () => {
    expect(units.factor('万元', '亿元')?.expression).toBe('#/10000');
    expect(units.factor('倍', '%')?.expression).toBe('#*100');
    expect(units.factor('亩', '平方米')?.expression).toBe('#*2000/3');
    expect(units.factor('亿元', '亿元')?.expression).toBe('#');
  });

  test('0.07 of 1 is exactly 7 %', () => {
    expect(shiftDecimal(0.07, 2)).toBe(7);
    expect(shiftDecimal(0.57, 2)).toBe(57);
    expect(shiftDecimal(1.5e-7, 2)).toBe(0.000015);
  });

  test('shifting is the written decimal with another exponent, to the last bit', () => {
    const written = fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: -25, max: 12 }))
      .map(([digits, exponent]) => Number(`${digits}e${exponent}`));
    fc.assert(
      fc.property(
        fc.oneof(written, fc.double({ noNaN: true, noDefaultInfinity: true })),
        fc.integer({ min: -12, max: 12 }),
        (value, places) => {
          expect(shiftDecimal(value, places) === Number(new Big(value).times(new Big(10).pow(places)).toString())).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('the list is strict', () => {
    const unit = { factor: '1' };
    const list = (entries: Record<string, unknown>) => ({ dimensions: { a: { title: 'A', units: entries } } });
    expect(() => createUnits(list({ x: { ...unit, note: '?' } }))).toThrow();
    expect(() => createUnits(list({ x: { factor: '1,5' } }))).toThrow();
    expect(() => createUnits(list({ x: { factor: '2' } }))).toThrow(/no base unit/);
    expect(() => createUnits(list({ x: unit, y: { factor: '1', aliases: ['x'] } }))).toThrow(/listed twice/);
  });

  const sameDimension = fc
    .constantFrom(...units.ids)
    .chain((from) =>
      fc.tuple(fc.constant(from), fc.constantFrom(...units.ids.filter((id) => units.dimension(id) === units.dimension(from)))),
    );

  test('converting through any unit of the dimension gives the same exact decimal', () => {
    fc.assert(
      fc.property(sameDimension, fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), ([from, to], digits, places) => {
        const there = units.factor(from, to) as Factor;
        const back = units.factor(to, from) as Factor;
        expect(there.multiply(back).isOne).toBe(true);
        const value = Number(`${digits}e-${places}`);
        const exact = new Big(value).times(there.times.toString());
        // Cross-multiplied, so that 2000/3 is compared without rounding.
        const converted = new Big(there.apply(value)).times(there.over.toString());
        expect(converted.minus(exact).abs().lte(exact.abs().times('1e-15'))).toBe(true);
      }),
    );
  });
});

test('amounts and counts add up; shares, ranks, marks and quotients do not', () => {
  expect(['亿元', '公顷', '人', '家', '吨'].filter((id) => !units.adds(id))).toEqual([]);
  expect(['%', '名', '分', '比值', '工作日', '万元/公顷', '没有的单位'].filter((id) => units.adds(id))).toEqual([]);
});
