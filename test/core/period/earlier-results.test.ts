import { check } from '../../../src/core/checked';
import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { assessed, inputOf, judged } from '../../packs/run';
import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

/** Tables of earlier results, whatever rests on them, are of the year before; one that says another is asked about. */
const base = draft();
const { indicators } = base.tables as Record<string, Draft>;
const { output } = base.indicators as Record<string, Draft>;

const results: Draft = {
  sheet: ['考核结果'],
  row: '开发区',
  key: 'zone',
  columns: {
    zone: { header: ['开发区名称'], kind: 'text', required: true },
    score: { header: ['综合得分'], unit: '分' },
    place: { header: ['名次'], unit: '名' },
    grade: { header: ['等次'], kind: 'text' },
  },
};

const packOf = (more: Draft): Pack =>
  valid({
    ...base,
    tables: { indicators, results },
    measures: {},
    dimensions: { scale: { title: '规模' } },
    indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
    grades: { grade: { title: '等次', grades: [{ title: '合格', at_least: 60 }, { title: '不合格' }] } },
    rules: {},
    sheets: [],
    ...more,
  });

const sheets = (
  title: string,
  rows: readonly (readonly CellInput[])[] = [
    ['甲区', 70, 2, '不合格'],
    ['乙区', 90, 1, '合格'],
  ],
): SheetGrid[] => [
  sheetOf('指标数据', [['2025年度指标数据表'], ['开发区名称', '工业总产值（亿元）'], ['甲区', 50], ['乙区', 40]]),
  sheetOf('考核结果', [[title], ['开发区名称', '综合得分（分）', '名次', '等次'], ...rows]),
];

const asked = (pack: Pack, title: string): string[] =>
  check(inputOf(pack, sheets(title), '2026-03-31'))
    .problems.filter(({ code }) => /year/u.test(code))
    .map(({ severity, code, message }) => `${severity} ${code} ${message}`);

const mean = packOf({ rankings: { all: { title: '综合排名', mean_with: [{ table: 'results', column: 'score' }] } } });
const gained = packOf({
  scoring: {
    ...(base.scoring as Draft),
    adjustments: [{ kind: 'places', title: '进位奖', gained: { table: 'results', rank: 'place', points_per: 1 } }],
  },
});
const moved = packOf({
  rules: {
    up: {
      kind: 'movement',
      title: '进位',
      clause: '一·产值',
      ranking: 'all',
      earlier: { table: 'results', rank: 'place' },
      up_at_least: 1,
    },
  },
});
const graded = packOf({
  rules: {
    out: {
      kind: 'grade',
      title: '退出',
      clause: '一·产值',
      ranking: 'all',
      scale: 'grade',
      is: ['不合格'],
      colour: 'red',
      in: { years: 2, of_last: 2, earlier: [{ table: 'results', column: 'grade' }] },
    },
  },
});

test.each([
  ['a mean of years', mean],
  ['points for places gained', gained],
  ['places gained', moved],
  ['grades', graded],
])('%s: last year’s table is what it should be', (_what, pack) => {
  expect(asked(pack, '2024年度结果')).toEqual([]);
});

test('scores go by a table of another year, and that is told', () => {
  const said = 'warning odd-list-year 考核结果!A1标题为2023年，应为2024年的结果。得分已照用。';
  expect(asked(mean, '2023年度结果')).toEqual([said]);
  expect(asked(gained, '2023年度结果')).toEqual([said]);
  const { rows } = assessed(mean, sheets('2023年度结果'), '2026-03-31').result.rankings[0]!;
  expect(rows.map(({ subject, total }) => [subject, total])).toEqual([
    ['乙区', 65],
    ['甲区', 60],
  ]);
});

test('rules do not go by it', () => {
  for (const pack of [moved, graded])
    expect(asked(pack, '2023年度结果')).toEqual([
      'error odd-list-year 考核结果!A1标题为2023年，应为2024年的名次。核定前，该表的名次不计入连续年数。',
    ]);
  expect(
    judged(moved, sheets('2024年度结果'), '2026-03-31')
      .of('up')
      .map(({ subject }) => subject),
  ).toEqual(['甲区']);
  const [unknown, ...more] = judged(moved, sheets('2023年度结果'), '2026-03-31').of('up');
  expect([unknown!.status, unknown!.sentence.includes('名次升降无从比较'), more]).toEqual(['missing', true, []]);
  expect(
    judged(graded, sheets('2024年度结果'), '2026-03-31')
      .of('out')
      .map(({ subject, status }) => [subject, status]),
  ).toEqual([['甲区', 'unmet']]);
  const [open] = judged(graded, sheets('2023年度结果'), '2026-03-31').of('out');
  expect([open!.subject, open!.status]).toEqual(['甲区', 'missing']);
  expect(open!.sentence).toContain('考核结果!A1标题为2023年，应为2024年的名次');
});
