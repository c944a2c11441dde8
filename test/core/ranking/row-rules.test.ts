import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';
import { assessed, judged } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { planMarkdown } from '../report/plan-markdown';

const base = draft();
const tables = base.tables as Record<string, Draft>;
const main = tables['indicators']!;
const NAMES = ['甲区', '乙区', '丙区', '丁区'];
const goalposts: Draft = { method: 'goalposts', worst: 0, best: 100 };
const { output, green } = base.indicators as Record<string, Draft>;

/** 规模 holds 工业总产值 and 用地面积, 生态 holds 绿地率; a column of coefficients, in per cent, beside them. */
function drafted(scale: Draft, adjustments: readonly Draft[] = [], parts: Draft = {}): Draft {
  return draft({
    tables: {
      ...tables,
      indicators: { ...main, columns: { ...(main['columns'] as Draft), factor: { header: ['系数'], unit: '%' } } },
    },
    dimensions: { scale: { title: '规模', ...scale }, ecology: { title: '生态' } },
    indicators: {
      output: { ...output, normalise: goalposts },
      land: {
        title: '用地面积',
        dimension: 'scale',
        direction: 'higher_is_better',
        basis: 'named',
        normalise: goalposts,
        clause: '一·产值',
      },
      green: { ...green, direction: 'higher_is_better', normalise: goalposts },
    },
    scoring: { ...(base.scoring as Draft), adjustments },
    ...parts,
  });
}
const packWith = (...args: Parameters<typeof drafted>): Pack => valid(drafted(...args));
const sheetsOf = (pack: Pack, rows: readonly Omit<Row, 'zone'>[]) => [
  tableSheet(
    pack,
    'indicators',
    rows.map((row, at) => ({ zone: NAMES[at]!, ...row })),
  ),
];
const rankedBy = (pack: Pack, rows: readonly Omit<Row, 'zone'>[]) => judged(pack, sheetsOf(pack, rows)).ranked.rankings.get('all')!;

test('a coefficient of the row multiplies the dimension, its cap holds what comes of it', () => {
  const pack = packWith({ coefficient: { column: 'factor' }, cap: 90 });
  const one = rankedBy(pack, [
    { output: 80, land: 60, green: 50, factor: 110 },
    { output: 90, land: 90, green: 50, factor: 120 },
    { output: 40, land: 20, green: 50, factor: 100 },
  ]);
  // 70 × 1.1; 90 × 1.2 = 108, at most 90; 30.
  const expected = [77, 90, 30];
  expected.forEach((score, place) => expect(one.scores.nodeScores.get('scale')![place]).toBeCloseTo(score, 9));
  expected.forEach((score, place) => expect(one.totals[place]).toBeCloseTo((score + 50) / 2, 9));
});

test('without a coefficient the dimension is not scored, the place is open and the cell is named', () => {
  const rules = { top: { kind: 'position', title: '先进', ranking: 'all', first: 1, clause: '一·产值' } };
  const pack = packWith({ coefficient: { column: 'factor' } }, [], { rules });
  const rows = [
    { output: 80, land: 60, green: 50, factor: null },
    { output: 40, land: 20, green: 50, factor: 100 },
  ];
  const one = rankedBy(pack, rows);
  expect([...one.scores.nodeScores.get('scale')!]).toEqual([NaN, 30]);
  expect(one.places!.interval(0)).toEqual([1, 2]);
  const { result } = assessed(pack, sheetsOf(pack, rows));
  expect(result.problems.map(({ code }) => code)).toContain('coefficient-missing');
  expect(result.findings.map(({ subject, settle }) => [subject, settle])).toEqual([
    ['甲区', ['指标数据!E2']],
    ['乙区', ['指标数据!E2']],
  ]);
});

test('where one figure misses its edge, the other indicators of the dimension have at most the base points; exactly on it they are free', () => {
  const pack = packWith({ condition: { indicator: 'output', at_least: 60, otherwise: 55 } });
  const one = rankedBy(pack, [
    { output: 60, land: 90, green: 90 },
    { output: 59.9, land: 90, green: 90 },
    { output: 59.9, land: 40, green: 90 },
  ]);
  expect([...one.scores.indicatorScores.get('land')!]).toEqual([90, 55, 40]);
  expect([...one.scores.indicatorScores.get('output')!]).toEqual([60, 59.9, 59.9]);
  // Another dimension is no concern of it.
  expect([...one.scores.indicatorScores.get('green')!]).toEqual([90, 90, 90]);
});

test('a figure that is not there leaves the condition open, unless the document counts it 0', () => {
  const rows = [
    { output: null, land: 90, green: 90 },
    { output: 80, land: 50, green: 70 },
  ];
  const condition = { indicator: 'output', at_least: 60, otherwise: 55 };
  const open = rankedBy(packWith({ condition }), rows);
  expect(open.scores.indicatorScores.get('land')![0]).toBe(90);
  expect(open.places!.interval(0)).toEqual([1, 2]);
  const scoring = { ...(base.scoring as Draft), gaps: { as: 'zero', clause: '一·产值' } };
  const zero = rankedBy(packWith({ condition }, [], { scoring }), rows);
  expect(zero.scores.indicatorScores.get('land')![0]).toBe(55);
  expect(zero.places).toBeUndefined();
});

test('a coefficient of the total and stretching to the best are adjustments that a row adds up by', () => {
  const pack = packWith({}, [
    { kind: 'coefficient', title: '级别系数', by: { column: 'level', values: { 国家级: 1, 省级: 1.2 } }, clause: '一·产值' },
    { kind: 'rescale' },
  ]);
  const rows = [
    { output: 80, land: 80, green: 80, level: '国家级' },
    { output: 75, land: 75, green: 75, level: '省级' },
    { output: 45, land: 45, green: 45, level: '国家级' },
  ];
  const one = rankedBy(pack, rows);
  // 80, 75 × 1.2 = 90, 45; the best has 100.
  [(80 / 90) * 100, 100, 50].forEach((total, place) => expect(one.totals[place]).toBeCloseTo(total, 9));
  const { result } = assessed(pack, sheetsOf(pack, rows));
  const row = result.rankings[0]!.rows.find(({ subject }) => subject === '乙区')!;
  expect(row.adjustments.map(({ key, kind, title, applies, cells }) => [key, kind, title, applies, cells])).toEqual([
    ['coefficient', 'coefficient', '级别系数', true, ['指标数据!B3']],
    ['rescale', 'rescale', '折算', true, []],
  ]);
  expect(row.adjustments[0]!.value).toBeCloseTo(15, 9);
  expect(row.adjustments[1]!.value).toBeCloseTo(10, 9);
});

test('without a coefficient there is no total, and the place is open', () => {
  const pack = packWith({}, [{ kind: 'coefficient', title: '系数', by: { column: 'factor' } }]);
  const one = rankedBy(pack, [
    { output: 80, land: 80, green: 80, factor: null },
    { output: 70, land: 70, green: 70, factor: 100 },
    { output: 60, land: 60, green: 60, factor: 100 },
  ]);
  expect([...one.totals]).toEqual([NaN, 70, 60]);
  expect([0, 1, 2].map((place) => one.places!.interval(place))).toEqual([
    [1, 3],
    [1, 2],
    [2, 3],
  ]);
});

test.each<[string, Draft, readonly Draft[], string]>([
  ['a coefficient by a column that is not there', { coefficient: { column: 'faktor' } }, [], 'unknown-reference'],
  ['a coefficient counted in hectares', { coefficient: { column: 'land' } }, [], 'unit-mismatch'],
  ['a coefficient of the total counted in hectares', {}, [{ kind: 'coefficient', title: '系数', by: { column: 'land' } }], 'unit-mismatch'],
  [
    'a condition on an indicator that is not there',
    { condition: { indicator: 'safety', at_least: 60, otherwise: 60 } },
    [],
    'unknown-indicator',
  ],
  ['a condition without an edge', { condition: { indicator: 'output', otherwise: 60 } }, [], 'edge-none'],
])('refuses %s', (_what, scale, adjustments, code) => {
  const { problems } = loadPack(drafted(scale, adjustments), 'small.yaml', units, sharedWords);
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test('sheets say in one line what holds and multiplies the dimensions', () => {
  const pack = packWith({ coefficient: { column: 'factor' }, cap: 90, condition: { indicator: 'output', at_least: 60, otherwise: 55 } });
  const { plan } = assessed(
    pack,
    sheetsOf(pack, [
      { output: 80, land: 60, green: 50, factor: 110 },
      { output: 1, land: 1, green: 5, factor: 100 },
    ]),
  );
  const said = '方面得分（各以100分计）：规模：得分乘以系数（系数），最高90分，“工业总产值”未达到“不低于60亿元”的，其他指标最多55分。';
  expect(planMarkdown('small', plan!).split(said)).toHaveLength(3);
});
