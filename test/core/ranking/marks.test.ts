import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';
import { assessed, judged } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { planMarkdown } from '../report/plan-markdown';

const base = draft();
const { output, green } = base.indicators as Record<string, Draft>;
const goalposts: Draft = { method: 'goalposts', worst: 0, best: 100 };

/** 规模 has 70 of 100: 工业总产值 50, 用地面积 20; 生态 has 30. */
function drafted(full: number, parts: Draft = {}, scoring: Draft = {}): Draft {
  return draft({
    dimensions: { scale: { title: '规模', weight: 70 }, ecology: { title: '生态', weight: 30 } },
    indicators: {
      output: { ...output, weight: 50, normalise: goalposts },
      land: {
        title: '用地面积',
        dimension: 'scale',
        direction: 'higher_is_better',
        basis: 'named',
        weight: 20,
        normalise: goalposts,
        clause: '一·产值',
      },
      green: { ...green, direction: 'higher_is_better', weight: 30, normalise: goalposts },
    },
    scoring: {
      ...(base.scoring as Draft),
      basis: 'pack_weights',
      weights: { kind: 'given' },
      marks: { full, clause: '一·产值' },
      ...scoring,
    },
    rankings: { all: { title: '综合排名' }, by_scale: { title: '规模单项', by: 'scale' } },
    ...parts,
  });
}
const packWith = (...args: Parameters<typeof drafted>): Pack => valid(drafted(...args));
const NAMES = ['甲区', '乙区', '丙区'];
const sheetsOf = (pack: Pack, rows: readonly Omit<Row, 'zone'>[]) => [
  tableSheet(
    pack,
    'indicators',
    rows.map((row, at) => ({ zone: NAMES[at]!, ...row })),
  ),
];
const rows = [
  { output: 80, land: 50, green: 90 },
  { output: 60, land: 100, green: 40 },
];
const expectClose = (actual: Iterable<number>, expected: readonly number[]): void =>
  expect([...actual].map((one) => Math.round(one * 1e9) / 1e9)).toEqual(expected);

test('each indicator has its full mark, dimensions and the total are sums', () => {
  const pack = packWith(100);
  const one = judged(pack, sheetsOf(pack, rows)).ranked.rankings.get('all')!;
  expectClose(one.scores.indicatorScores.get('output')!, [40, 30]);
  expectClose(one.scores.indicatorScores.get('land')!, [10, 20]);
  expectClose(one.scores.nodeScores.get('scale')!, [50, 50]);
  expectClose(one.scores.nodeScores.get('ecology')!, [27, 12]);
  expectClose(one.totals, [77, 62]);
});

test('of a full mark of 1000 everything is ten times as much, bonuses and limits are in marks', () => {
  const pack = packWith(1000, {}, { adjustments: [{ kind: 'bonus', title: '加分', measure: 'land', points_per: 0.1 }] });
  const one = judged(pack, sheetsOf(pack, rows)).ranked.rankings.get('all')!;
  expectClose(one.scores.indicatorScores.get('output')!, [400, 300]);
  expectClose(one.totals, [775, 630]);
});

test('a ranking by one dimension is of 100', () => {
  const pack = packWith(1000);
  const one = judged(pack, sheetsOf(pack, rows)).ranked.rankings.get('by_scale')!;
  expect(one.marks).toBeUndefined();
  expectClose(
    one.totals,
    [(80 * 5 + 50 * 2) / 7, (60 * 5 + 100 * 2) / 7].map((score) => Math.round(score * 1e9) / 1e9),
  );
});

test('what is missing can be as many marks as its indicator has', () => {
  const pack = packWith(1000);
  const one = judged(pack, sheetsOf(pack, [{ ...rows[0], output: null }, rows[1]!, { output: 0, land: 0, green: 0 }])).ranked.rankings.get(
    'all',
  )!;
  // Without 工业总产值 甲区 has 100 + 270; within the present range of 0 to 60 it scores up to 300 more: 620 is never passed by less than 370.
  expect([0, 1, 2].map((place) => one.places!.interval(place))).toEqual([
    [1, 2],
    [1, 2],
    [3, 3],
  ]);
});

test('sheets and the result say that scores are marks, and of how many', () => {
  const pack = packWith(100);
  const { plan, result } = assessed(pack, sheetsOf(pack, rows));
  expect(result.rankings.map(({ marks }) => marks)).toEqual([100, null]);
  expect(result.rankings[0]!.rows[0]!.indicators['output']!.score).toBeCloseTo(40, 9);
  const shown = planMarkdown('small', plan!);
  expect(shown).toContain('各项得分按满分计，满分合计100分');
  expect(shown).toMatch(/满分 ¦ 50 ¦ 20 ¦ 30 ¦ 70 ¦ 30/);
});

test('is refused where anything but sums puts scores together', () => {
  const codes = (data: Draft): string[] => loadPack(data, 'small.yaml', units, sharedWords).problems.map(({ code }) => code);
  expect(codes(drafted(100, {}, { aggregate: { method: 'weighted_geometric' } }))).toContain('marks');
  expect(
    codes(drafted(100, { dimensions: { scale: { title: '规模', aggregate: { method: 'topsis' } }, ecology: { title: '生态' } } })),
  ).toContain('marks');
  expect(codes(drafted(100))).not.toContain('marks');
});
