import fc from 'fast-check';
import type { Pack } from '../../../src/core/pack/schema';
import type { GapPolicy } from '../../../src/core/ranking/gap-policy';
import { loadPack } from '../../../src/core/pack/load';
import { units } from '../../packs/built-in';
import { planMarkdown } from '../report/plan-markdown';
import { assessed, judged } from '../../packs/run';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const CLAUSE = '一·产值';
const goalposts: Draft = { method: 'goalposts', worst: 0, best: 100 };
const COLUMNS = ['output', 'land', 'green'] as const;
type Column = (typeof COLUMNS)[number];

/** Three indicators that weigh alike; each may say how its own gaps count. */
function draftWith(own: Partial<Record<Column, GapPolicy>>, scoring: Draft = {}, normalise: Draft = goalposts): Draft {
  const indicators = Object.fromEntries(
    COLUMNS.map((key) => [
      key,
      {
        dimension: 'scale',
        direction: 'higher_is_better',
        basis: 'named',
        normalise,
        ...(own[key] && { gaps: { as: own[key], clause: CLAUSE } }),
      },
    ]),
  );
  return draft({
    dimensions: { scale: { title: '规模' } },
    indicators,
    scoring: { ...(draft().scoring as Draft), ...scoring },
  });
}
const packWith = (...given: Parameters<typeof draftWith>): Pack => valid(draftWith(...given));

type Figures = readonly (readonly [output: CellInput, land: CellInput, green: CellInput])[];
const rowsOf = (rows: Figures): Row[] => rows.map(([output, land, green], at) => ({ zone: `${at + 1}号区`, output, land, green }));
const ranked = (pack: Pack, rows: Figures) => judged(pack, [tableSheet(pack, 'indicators', rowsOf(rows))]).ranked.rankings.get('all')!;

const mixed = packWith({ output: 'zero', land: 'renormalise', green: 'exclude' });

test('each gap counts as its indicator says: 0, shared out, no place', () => {
  const one = ranked(mixed, [
    [60, 60, 60],
    [null, 60, 60],
    [60, null, 90],
    [60, 60, null],
  ]);
  expect([...one.totals].slice(0, 3)).toEqual([60, 40, 75]);
  expect([...one.rank]).toEqual([2, 3, 1, 0]);
  expect([...one.complete]).toEqual([1, 0, 0, 0]);
  // Nothing of it is waited for.
  expect(one.places).toBeUndefined();
});

test('one that is waited for leaves the place open, whatever others say', () => {
  const one = ranked(packWith({ output: 'zero' }), [
    [60, 60, 60],
    [null, 60, 60],
    [30, 60, null],
  ]);
  expect([0, 1, 2].map((at) => one.places!.interval(at))).toEqual([
    [1, 2],
    [2, 3],
    [1, 3],
  ]);
});

test('one that is waited for where the method lets all others count 0', () => {
  const pack = packWith({ green: 'wait' }, { gaps: { as: 'zero', clause: CLAUSE } });
  const one = ranked(pack, [
    [60, 60, 60],
    [null, 0, 30],
    [0, 0, null],
  ]);
  // Within the range of those that are there it comes to 30 at least, as much as the other has.
  expect([0, 1, 2].map((at) => one.places!.interval(at))).toEqual([
    [1, 1],
    [2, 3],
    [2, 2],
  ]);
});

test('the sheets and the result say how each counts, and by which clause', () => {
  const { plan, result } = assessed(mixed, [
    tableSheet(
      mixed,
      'indicators',
      rowsOf([
        [60, 60, 60],
        [null, 60, 60],
        [60, null, 60],
      ]),
    ),
  ]);
  expect(result.gaps).toBeNull();
  expect(Object.entries(result.indicatorGaps!).map(([key, { choice }]) => [key, choice])).toEqual([
    ['output', '按办法记0分'],
    ['land', '按现有指标折算'],
    ['green', '不参与排名'],
  ]);
  const text = planMarkdown('small', plan!);
  expect(text).toContain('缺数处理（工业总产值）：按办法记0分（依据：《小方案》第一部分：工业总产值1000亿元以上）。');
  expect(text).toContain('缺数处理（用地面积）：按现有指标折算');
  expect(text).toContain('缺数指标留空，不按0分计（办法另有规定的指标除外）');
});

test('a single list by an indicator whose gaps count 0 leaves out who lacks it', () => {
  const rankings = { all: { title: '综合' }, single: { title: '产值单项', by: 'output' } };
  const pack = valid({ ...draftWith({ output: 'zero' }), rankings });
  const { rankings: all } = judged(pack, [
    tableSheet(
      pack,
      'indicators',
      rowsOf([
        [60, 60, 60],
        [null, 60, 60],
      ]),
    ),
  ]).ranked;
  expect([...all.get('single')!.rank]).toEqual([1, 0]);
});

test('an aggregation that refuses gaps cannot share them out', () => {
  const given = draftWith({ output: 'renormalise' }, { aggregate: { method: 'weighted_arithmetic', missing: 'refuse' } });
  const { problems } = loadPack(given, 'small.yaml', units);
  expect(problems.map(({ code }) => code)).toContain('gaps-aggregate');
});

test.each<[string, Draft]>([
  ['goalposts', goalposts],
  ['min-max', { method: 'min_max', to: [0, 100] }],
])('%s: the place in every completion of what is waited for lies within the interval', (_, normalise) => {
  const pack = packWith({ output: 'zero', land: 'renormalise' }, {}, normalise);
  const figure = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 99 }) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(figure, figure, figure, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 2, maxLength: 5 }),
      (drawn) => {
        const present = drawn.flatMap(([, , green]) => (green === null ? [] : [green]));
        if (COLUMNS.some((_one, at) => new Set(drawn.map((row) => row[at]).filter((one) => one !== null)).size < 2)) return;
        const [least, greatest] = [Math.min(...present), Math.max(...present)];
        const open = ranked(
          pack,
          drawn.map(([output, land, green]) => [output, land, green] as const),
        );
        const full = ranked(
          pack,
          drawn.map(([output, land, green, share]) => [output, land, green ?? Math.round(least + (greatest - least) * share)] as const),
        );
        expect(full.places).toBeUndefined();
        full.rank.forEach((rank, at) => {
          const [best, worst] = open.places?.interval(at) ?? [open.rank[at]!, open.rank[at]!];
          expect({ rank, within: rank >= best && rank <= worst }).toEqual({ rank, within: true });
        });
      },
    ),
    { numRuns: 150 },
  );
});
