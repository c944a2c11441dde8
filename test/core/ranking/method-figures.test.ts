import { assess } from '../../../src/core/assess';
import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';
import { assessed, inputOf, judged } from '../../packs/run';
import { settingsSheet, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, type Draft, valid } from '../pack/small-pack';
import { planMarkdown } from '../report/plan-markdown';

const base = draft();
const tables = base.tables as Record<string, Draft>;
const indicators = tables['indicators']!;
const NAMES = ['甲区', '乙区', '丙区', '丁区'];

/** One indicator, 工业总产值, scored by a method; a column of targets, in another unit, beside it. */
function drafted(normalise: Draft, parts: Draft = {}): Draft {
  return draft({
    tables: {
      ...tables,
      indicators: { ...indicators, columns: { ...(indicators['columns'] as Draft), goal: { header: ['目标'], unit: '万元' } } },
    },
    parameters: { ...(base.parameters as Draft), wanted: { title: '产值目标', kind: 'number', unit: '亿元' } },
    measures: {
      ...(base.measures as Draft),
      mean: { kind: 'statistic', title: '平均产值', unit: '亿元', of: 'output', take: 'mean' },
      before: { kind: 'previous', title: '上年产值', unit: '亿元', of: 'output' },
    },
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...(base.indicators as Record<string, Draft>)['output'], normalise } },
    ...parts,
  });
}

const packWith = (normalise: Draft, parts: Draft = {}): Pack => valid(drafted(normalise, parts));

const rowsOf = (rows: readonly Omit<Row, 'zone'>[]): Row[] => rows.map((row, at) => ({ zone: NAMES[at]!, ...row }));

const scoresOf = (pack: Pack, rows: readonly Omit<Row, 'zone'>[], ...more: Parameters<typeof assessed>[1]): number[] => [
  ...judged(pack, [tableSheet(pack, 'indicators', rowsOf(rows)), ...more])
    .ranked.rankings.get('all')!
    .scores.indicatorScores.get('output')!,
];

test('each zone has a target of its own, converted to the indicator’s unit', () => {
  const pack = packWith({ method: 'target_ratio', target: { column: 'goal' } });
  // 50亿元 of 1000000万元 = 100亿元; 90 of 60.
  expect(
    scoresOf(pack, [
      { output: 50, goal: 1000000 },
      { output: 90, goal: 600000 },
    ]),
  ).toEqual([50, 150]);
});

test('a parameter, the mean of all, last year’s figure, a fraction and a number for each value of a list', () => {
  const rows = [
    { output: 60, level: '国家级' },
    { output: 30, level: '省级' },
  ];
  const settings = (pack: Pack, value: CellInput) => settingsSheet(pack, { parameters: { wanted: value } });
  const parameter = packWith({ method: 'target_ratio', target: { parameter: 'wanted' } });
  expect(scoresOf(parameter, rows, settings(parameter, 120))).toEqual([50, 25]);
  // The mean is 45: 60 is 15 above, three steps of 5; 30 is 15 below.
  const mean = packWith({ method: 'steps', base_value: { measure: 'mean' }, base_score: 80, per: 5, points: 2, points_below: 4 });
  expect(scoresOf(mean, rows)).toEqual([86, 68]);
  const before = packWith({ method: 'pass_fail', over: { measure: 'before' }, points: 100 });
  const last = tableSheet(before, 'last_year', rowsOf([{ output: 60 }, { output: 29.9 }]));
  expect(scoresOf(before, rows, last)).toEqual([0, 100]);
  const third = packWith({ method: 'pass_fail', at_least: { fraction: [1, 3] }, points: 100 });
  expect(scoresOf(third, [{ output: 1 / 3 }, { output: 0.3333 }])).toEqual([100, 0]);
  const listed = packWith({ method: 'target_ratio', target: { column: 'level', values: { 国家级: 120, 省级: 40 } } });
  expect(scoresOf(listed, rows)).toEqual([50, 75]);
});

test('a column of another table is that of the row of the same name', () => {
  const pack = packWith({ method: 'target_ratio', target: { column: 'last_year.output' } });
  const last = tableSheet(pack, 'last_year', [
    { zone: '乙区', output: 40 },
    { zone: '甲区', output: 50 },
  ]);
  expect(scoresOf(pack, [{ output: 60 }, { output: 30 }, { output: 10 }], last)).toEqual([120, 75, NaN]);
});

test('edges of bands and the points of lines stand elsewhere as well; exactly on one counts as its word says', () => {
  const bands = packWith({
    method: 'bands',
    bands: [
      { under: { measure: 'mean' }, points: 40 },
      { at_least: { measure: 'mean' }, under: { column: 'goal' }, points: 80 },
      { at_least: { column: 'goal' }, points: 100 },
    ],
  });
  const rows = [
    { output: 20, goal: 1000000 },
    { output: 40, goal: 1000000 },
    { output: 60, goal: 600000 },
  ];
  expect(scoresOf(bands, rows)).toEqual([40, 80, 100]);
  const lines = packWith({
    method: 'interpolate',
    points: [
      { at: 0, points: 0 },
      { at: { measure: 'mean' }, points: 60 },
      { at: { column: 'goal' }, points: 100 },
    ],
  });
  // The mean is 40; halfway to it, exactly on it, on the goal.
  expect(scoresOf(lines, rows)).toEqual([30, 60, 100]);
});

test('without the number that it is measured by a figure is not scored; the place is open and the cell is named', () => {
  const pack = packWith(
    { method: 'goalposts', worst: 0, best: { column: 'goal' } },
    { rules: { top: { kind: 'position', title: '先进', ranking: 'all', first: 1, clause: '一·产值' } } },
  );
  const sheet = tableSheet(
    pack,
    'indicators',
    rowsOf([
      { output: 50, goal: 1000000 },
      { output: 70, goal: null },
      { output: 20, goal: 1000000 },
    ]),
  );
  const { ranked, problems } = judged(pack, [sheet]);
  const one = ranked.rankings.get('all')!;
  expect([...one.totals]).toEqual([50, NaN, 20]);
  expect([...one.complete]).toEqual([1, 0, 1]);
  // 乙区 scores 70 of an unknown goal: anything. 甲区 is before 丙区 whatever it is.
  expect([0, 1, 2].map((place) => one.places!.interval(place))).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(problems.filter(({ code }) => code === 'method-figure-missing').map(({ message }) => message)).toEqual([
    '“综合排名”：指标“工业总产值”的计分要用“目标”，有1个对象没有这个数，这项没有得分。',
  ]);
  const { plan, result } = assessed(pack, [sheet]);
  expect(planMarkdown('small', plan!)).toContain('缺：工业总产值（无参照值）');
  expect(result.findings.map(({ subject, certainty, settle }) => [subject, certainty, settle])).toEqual([
    ['甲区', 'possible', ['指标数据!C3']],
    ['乙区', 'possible', ['指标数据!C3']],
  ]);
  // The figure itself is there.
  expect(result.rankings[0]!.rows.find(({ subject }) => subject === '乙区')!.indicators['output']).toMatchObject({
    value: 70,
    score: null,
  });
});

test('numbers that cannot be used leave the score missing and are told', () => {
  const pack = packWith({ method: 'goalposts', worst: 50, best: { column: 'goal' } });
  const { ranked, problems } = judged(pack, [
    tableSheet(
      pack,
      'indicators',
      rowsOf([
        { output: 60, goal: 1000000 },
        { output: 70, goal: 500000 },
        { output: 80, goal: 400000 },
      ]),
    ),
  ]);
  expect([...ranked.rankings.get('all')!.totals]).toEqual([20, NaN, NaN]);
  expect(problems.filter(({ code }) => code === 'method-figure-unusable').map(({ message }) => message)).toEqual([
    '“综合排名”：指标“工业总产值”有2个对象的“目标”不能据以计分（例如最差值不差于最好值、目标值不大于0、各档次序颠倒），这项没有得分。',
  ]);
});

test('a parameter that nobody has set scores nobody', () => {
  const pack = packWith({ method: 'target_ratio', target: { parameter: 'wanted' } });
  const { ranked, problems } = judged(pack, [tableSheet(pack, 'indicators', rowsOf([{ output: 1 }, { output: 2 }]))]);
  expect([...ranked.rankings.get('all')!.totals]).toEqual([NaN, NaN]);
  expect(problems.find(({ code }) => code === 'method-figure-missing')?.nextStep).toBe('请在“权重与参数”表填写“产值目标”后重新考评。');
});

test('the sheet shows the numbers, and scores refer to their cells', () => {
  const pack = packWith({ method: 'target_ratio', target: { column: 'goal' }, cap: 120 });
  const { plan } = assess(
    inputOf(pack, [
      tableSheet(
        pack,
        'indicators',
        rowsOf([
          { output: 50, goal: 100 },
          { output: 90, goal: 200 },
        ]),
        { units: { goal: '亿元' } },
      ),
    ]),
  );
  const detail = planMarkdown('small', plan!);
  expect(detail).toContain('参照值');
  expect(detail).toContain('目标（亿元）');
  const sheet = plan!.sheets.find(({ name }) => name.includes('得分明细'))!;
  const formulas = sheet.body.flatMap((column) => (column.kind === 'number' ? (column.formulas ?? []) : []));
  expect(formulas.filter((formula) => /AND\(ISNUMBER\(B\d+\),ISNUMBER\(C\d+\)\)/.test(formula))).toHaveLength(2);
});

test.each<[string, Draft, string]>([
  ['an unknown column', { method: 'target_ratio', target: { column: 'gaol' } }, 'unknown-reference'],
  ['a column of words', { method: 'target_ratio', target: { column: 'city' } }, 'not-a-number'],
  ['another kind of unit', { method: 'target_ratio', target: { column: 'land' } }, 'unit-mismatch'],
  ['a parameter of another kind of unit', { method: 'target_ratio', target: { parameter: 'rate' } }, 'unit-mismatch'],
  ['a parameter that is a choice', { method: 'target_ratio', target: { parameter: 'edge' } }, 'parameter-kind'],
  ['a value that is left out', { method: 'target_ratio', target: { column: 'level', values: { 国家级: 1 } } }, 'values-left'],
  [
    'a value of another list',
    { method: 'target_ratio', target: { column: 'level', values: { 国家级: 1, 省级: 1, 市级: 1 } } },
    'not-in-list',
  ],
  ['numbers for words without a list', { method: 'target_ratio', target: { column: 'city', values: { 济南: 1 } } }, 'filter-kind'],
  [
    'bands that do not join',
    {
      method: 'bands',
      bands: [
        { under: { measure: 'mean' }, points: 0 },
        { over: { measure: 'mean' }, points: 100 },
      ],
    },
    'method',
  ],
  [
    'bands that do not rise',
    {
      method: 'bands',
      bands: [
        { under: { measure: 'mean' }, points: 100 },
        { at_least: { measure: 'mean' }, points: 0 },
      ],
    },
    'method',
  ],
])('refuses %s', (_what, normalise, code) => {
  const { problems } = loadPack(drafted(normalise), 'small.yaml', units, sharedWords);
  expect(problems.map((problem) => problem.code)).toContain(code);
});
