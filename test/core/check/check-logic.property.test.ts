import fc from 'fast-check';
import { packOf } from '../../packs/built-in';
import { sheetOf, tableSheet, type Row } from '../../packs/sheets';
import { checksOf } from './logic-book';

/** Money in hundredths, so that sums are exact. */
const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => value / 100);
const money = (value: number): number => Math.round(value * 100) / 100;

const zone = fc.record({
  gdp: cents(100_00, 900_00),
  added: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  staff: fc.integer({ min: 1000, max: 90_000 }),
  master: fc.double({ min: 0, max: 1, noNaN: true }),
  land: fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 4, maxLength: 4 }),
  growth: fc.double({ min: -0.45, max: 0.45, noNaN: true }),
  missing: fc.constantFrom('gdp', 'added', 'staff', 'none'),
});
type Drawn = typeof zone extends fc.Arbitrary<infer T> ? T : never;

const pack = packOf('shandong-2016');
const row = (name: string, { gdp, added, staff, master, land, missing }: Drawn, growth: number): Row => ({
  zone: name,
  level: '省级',
  staff: missing === 'staff' ? null : Math.round(staff / (1 + growth)),
  master: Math.floor((master * staff) / 2),
  gdp: missing === 'gdp' ? null : money(gdp / (1 + growth)),
  industrial_added: missing === 'added' ? null : money((gdp * added) / 2),
  land_industry: land[0]! / 10,
  land_public: land[1]! / 10,
  land_housing: land[2]! / 10,
  land_ecology: land[3]! / 10,
});

describe('a consistent table', () => {
  test('asks nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(zone, { minLength: 2, maxLength: 8, selector: ({ gdp }) => gdp }), (drawn) => {
        const named = (growth: boolean): Row[] => drawn.map((one, n) => row(`${n + 1}号区`, one, growth ? one.growth : 0));
        const province = (gdp: number) => ({ area: '全省', gdp });
        const sum = money(drawn.reduce((all, { gdp }) => all + gdp, 0));
        const checks = checksOf(
          pack,
          tableSheet(pack, 'indicators', named(false)),
          tableSheet(pack, 'last_year', named(true)),
          tableSheet(pack, 'province', [province(sum)]),
        );
        expect(checks.findings.filter(({ kind }) => kind !== 'unfilled')).toEqual([]);
      }),
      { numRuns: 60, seed: 20161116 },
    );
  });

  test('adds up to its total row, however many decimals are shown', () => {
    fc.assert(
      fc.property(fc.array(cents(0, 10_000_00), { minLength: 2, maxLength: 30 }), fc.integer({ min: 0, max: 2 }), (values, decimals) => {
        const sum = money(values.reduce((all, value) => all + value, 0));
        const total = Number(sum.toFixed(decimals));
        const header = ['开发区名称', '级别', '地区生产总值（亿元）'];
        const checks = checksOf(
          pack,
          sheetOf('指标数据', [header, ...values.map((value, n) => [`${n + 1}号区`, '省级', value]), ['合计', null, total]]),
        );
        expect(checks.of('sum')).toEqual([]);
      }),
      { numRuns: 60, seed: 20161116 },
    );
  });
});

test('a slip in one figure is found in whichever row it is', () => {
  fc.assert(
    fc.property(
      fc.array(cents(100_00, 900_00), { minLength: 2, maxLength: 8 }),
      fc.nat(),
      fc.constantFrom(10, 100, 10_000),
      (values, at, times) => {
        const slipped = at % values.length;
        const rows = (slip: number): Row[] =>
          values.map((gdp, n) => ({ zone: `${n + 1}号区`, level: '省级', gdp: n === slipped ? money(gdp * slip) : gdp }));
        const checks = checksOf(pack, tableSheet(pack, 'indicators', rows(times)), tableSheet(pack, 'last_year', rows(1)));
        expect(checks.of('unit_slip').map((finding) => finding.zone)).toEqual([`${slipped + 1}号区`]);
      },
    ),
    { numRuns: 40, seed: 20161116 },
  );
});
