import fc from 'fast-check';
import type { Pack } from '../../../src/core/pack/schema';
import type { Coverage } from '../../../src/core/ranking/coverage';
import { judged } from '../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

/** Five contents, of which the last two have no indicator. */
const parts: Draft = {
  clauses: { '一·产值': '工业总产值1000亿元以上', '三·内容': '规模、生态、外贸、品牌、安全等考核内容' },
  contents: { list: 'open', clause: '三·内容' },
  dimensions: {
    scale: { title: '规模' },
    ecology: { title: '生态' },
    trade: { title: '外贸' },
    brand: { title: '品牌' },
    safety: { title: '安全' },
  },
  indicators: {
    output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
    land: { title: '用地面积', dimension: 'scale', direction: 'lower_is_better', basis: 'named' },
    green: { title: '绿地率', dimension: 'ecology', direction: 'lower_is_better', basis: 'suggested' },
    export: { title: '出口额', dimension: 'trade', direction: 'higher_is_better', basis: 'named' },
  },
};
const pack = valid(draft(parts));
const rows: readonly Row[] = [
  { zone: '甲区', output: 100, land: 10, green: 10, export: 5 },
  { zone: '乙区', output: 60, land: 20, green: 20, export: 4 },
  { zone: '丙区', output: 20, land: 40, green: 30, export: 3 },
];
const coverageOf = (of: Pack, dimensions: Readonly<Record<string, CellInput>> = {}, from: readonly Row[] = rows): Coverage =>
  judged(of, [tableSheet(of, 'indicators', from, { units: { export: '亿元' } }), settingsSheet(of, { dimensions })]).ranked.rankings.get(
    'all',
  )!.coverage;
const short = ({ contents }: Coverage): unknown[] => contents.map(({ id, weight, share, unscored }) => [id, weight, share, unscored]);

test('equal weights: what is not scored is shared out alike', () => {
  const coverage = coverageOf(pack);
  expect(coverage.contents.map(({ weight }) => weight)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  expect(coverage.contents.map(({ unscored }) => unscored)).toEqual([undefined, undefined, undefined, 'no_indicator', 'no_indicator']);
  coverage.contents.forEach(({ share, unscored }) => expect(share).toBeCloseTo(unscored === undefined ? 1 / 3 : 0, 12));
  expect(coverage).toMatchObject({ rest: 0, complete: false, ownIndicators: [], listed: undefined });
});

test('the user’s weights: 24 of 100 points go to the others in proportion', () => {
  const coverage = coverageOf(pack, { scale: 38, ecology: 19, trade: 19, brand: 14, safety: 10 });
  expect(short(coverage)).toEqual([
    ['scale', 0.38, 0.5, undefined],
    ['ecology', 0.19, 0.25, undefined],
    ['trade', 0.19, 0.25, undefined],
    ['brand', 0.14, 0, 'no_indicator'],
    ['safety', 0.1, 0, 'no_indicator'],
  ]);
});

test('why a content is not scored: no figures, all alike, a weight of 0', () => {
  const blank = rows.map((row) => ({ ...row, green: 15, export: null }));
  const coverage = coverageOf(pack, { scale: 40, ecology: 20, trade: 20, brand: 20, safety: 0 }, blank);
  expect(short(coverage)).toEqual([
    ['scale', 0.4, 1, undefined],
    ['ecology', 0.2, 0, 'alike'],
    ['trade', 0.2, 0, 'no_figures'],
    ['brand', 0.2, 0, 'no_indicator'],
    ['safety', 0, 0, 'no_indicator'],
  ]);
  expect(short(coverageOf(pack, { scale: 0, ecology: 50, trade: 50, brand: 0, safety: 0 }))[0]).toEqual(['scale', 0, 0, 'no_weight']);
});

test('an indicator that nobody has takes no part: its content is scored by the others, and nothing is complete', () => {
  const coverage = coverageOf(
    pack,
    { scale: 40, ecology: 20, trade: 20, brand: 10, safety: 10 },
    rows.map((row) => ({ ...row, land: null })),
  );
  expect(coverage.blankIndicators).toEqual([{ id: 'land', title: '用地面积', dimension: 'scale' }]);
  expect(coverage.contents[0]).toMatchObject({ weight: 0.4, share: 0.5, unscored: undefined });
  expect(coverage.complete).toBe(false);
});

test('weights of an open list that leave a fifth to others', () => {
  const coverage = coverageOf(pack, { scale: 30, ecology: 20, trade: 10, brand: 10, safety: 10 });
  expect(coverage.rest).toBe(0.2);
  expect(coverage.contents.map(({ weight }) => weight)).toEqual([0.3, 0.2, 0.1, 0.1, 0.1].map((weight) => expect.closeTo(weight, 12)));
  expect(coverage.contents[0]!.share).toBeCloseTo(0.5, 12);
});

test('complete only where all that the document names is scored', () => {
  const { brand, safety, ...scored } = parts['dimensions'] as Record<string, unknown>;
  expect([brand, safety]).not.toContain(undefined);
  const whole = valid(draft({ ...parts, dimensions: scored }));
  expect(coverageOf(whole).complete).toBe(true);
  expect(coverageOf(whole, { scale: 40, ecology: 20, trade: 20 }).complete).toBe(false);
  const listed = valid(draft({ ...parts, dimensions: scored, indicator_import: { sheet: ['指标体系'], expect: 5 } }));
  expect(coverageOf(listed)).toMatchObject({ complete: false, listed: { expected: 5, scored: 4 } });
  const four = valid(draft({ ...parts, dimensions: scored, indicator_import: { sheet: ['指标体系'], expect: 4 } }));
  expect(coverageOf(four)).toMatchObject({ complete: true, listed: { expected: 4, scored: 4 } });
});

test('dimensions within dimensions: the contents are the innermost', () => {
  const nested = valid(
    draft({
      ...parts,
      dimensions: {
        scale: { title: '规模' },
        green_growth: { title: '绿色' },
        ecology: { title: '生态', parent: 'green_growth' },
        brand: { title: '品牌', parent: 'green_growth' },
        trade: { title: '外贸' },
      },
    }),
  );
  expect(short(coverageOf(nested, { scale: 40, green_growth: 40, trade: 20, ecology: 25, brand: 75 }))).toEqual([
    ['scale', 0.4, expect.closeTo(0.4, 12), undefined],
    ['ecology', expect.closeTo(0.1, 12), expect.closeTo(0.4, 12), undefined],
    ['brand', expect.closeTo(0.3, 12), 0, 'no_indicator'],
    ['trade', 0.2, expect.closeTo(0.2, 12), undefined],
  ]);
});

test('weights of the pack, and weights that no one states', () => {
  const weigh = (scoring: Draft, weights: readonly number[] = []): Pack =>
    valid(
      draft({
        ...parts,
        dimensions: Object.fromEntries(
          Object.entries(parts['dimensions'] as Record<string, Draft>).map(([key, one], at) => [
            key,
            { ...one, ...(weights[at] !== undefined && { weight: weights[at] }) },
          ]),
        ),
        indicators: Object.fromEntries(
          Object.entries(parts['indicators'] as Record<string, Draft>).map(([key, one]) => [key, { ...one, weight: 1 }]),
        ),
        scoring: {
          basis: 'pack_weights',
          normalise: { method: 'min_max', to: [0, 100] },
          aggregate: { method: 'weighted_arithmetic' },
          ...scoring,
        },
      }),
    );
  const given = coverageOf(weigh({ weights: { kind: 'given' } }, [30, 20, 10, 30, 10]));
  expect(given.contents.map(({ weight }) => weight)).toEqual([0.3, 0.2, 0.1, 0.3, 0.1]);
  expect(given.contents[0]!.share).toBeCloseTo(0.5, 12);
  const among = coverageOf(weigh({ weights: { kind: 'equal', among: 'indicators' } }));
  expect(among.contents.map(({ weight }) => weight)).toEqual([0.5, 0.25, 0.25, 0, 0]);
  const entropy = coverageOf(weigh({ weights: { kind: 'entropy' } }));
  expect(entropy.contents.map(({ weight }) => weight)).toEqual(Array(5).fill(undefined));
  expect(entropy.contents.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
});

test('weights by group: no one share, yet what is scored and what is not', () => {
  const group = { output: 30, land: 30, green: 20, export: 20 };
  const grouped = valid(
    draft({
      ...parts,
      scoring: {
        basis: 'pack_weights',
        normalise: { method: 'min_max', to: [0, 100] },
        aggregate: { method: 'weighted_arithmetic' },
        weights: { kind: 'by_group', groups: { 省级: group, 国家级: group } },
        group_by: 'level',
      },
    }),
  );
  const levels = rows.map((row) => ({ ...row, level: '省级' }));
  expect(short(coverageOf(grouped, {}, levels))).toEqual([
    ['scale', undefined, undefined, undefined],
    ['ecology', undefined, undefined, undefined],
    ['trade', undefined, undefined, undefined],
    ['brand', undefined, undefined, 'no_indicator'],
    ['safety', undefined, undefined, 'no_indicator'],
  ]);
});

test('whatever the weights: shares of what is scored make the whole, in the order and proportions of the weights', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 5, maxLength: 5 }), fc.boolean(), (points, whole) => {
      const sum = points.reduce((total, one) => total + one, 0);
      // Whole lists make 100; the others keep their sum where an open list takes it as leaving a remainder.
      const used = whole || sum < 50 || sum > 99 ? points.map((one, at) => (at === 0 ? one + 100 - sum : one)) : points;
      fc.pre(used[0]! > 0);
      const [scale, ecology, trade, brand, safety] = used;
      const { contents, rest } = coverageOf(pack, { scale, ecology, trade, brand, safety });
      const scored = contents.filter(({ unscored }) => unscored === undefined);
      expect(contents.reduce((total, { weight }) => total + weight!, rest)).toBeCloseTo(1, 12);
      expect(scored.reduce((total, { share }) => total + share!, 0)).toBeCloseTo(1, 12);
      const kept = scored.reduce((total, { weight }) => total + weight!, 0);
      for (const { weight, share } of scored) expect(share).toBeCloseTo(weight! / kept, 12);
      for (const one of scored)
        for (const other of scored) if (one.weight! > other.weight!) expect(one.share).toBeGreaterThan(other.share!);
    }),
    { numRuns: 60 },
  );
});
