import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { sharedWords, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { headersOf } from '../report/headers';

const NAMES = ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'];
const base = draft();
const { output } = base.indicators as Record<string, Draft>;

/** The score of a zone before anything adjusts it is its output, from 0 to 100. */
const packData = (adjustment: Draft, more: readonly Draft[] = []): Draft => ({
  ...base,
  dimensions: { scale: { title: '规模' } },
  indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
  rules: {},
  sheets: [],
  scoring: { ...(base.scoring as Draft), adjustments: [{ kind: 'places', title: '名次加分', ...adjustment }, ...more] },
});

const sheetsOf = (pack: Pack, outputs: readonly CellInput[], more: readonly Row[] = [], ranks?: readonly CellInput[]) => [
  tableSheet(
    pack,
    'indicators',
    outputs.map((value, at) => ({ zone: NAMES[at]!, output: value, ...more[at] })),
  ),
  ...(ranks
    ? [
        tableSheet(
          pack,
          'ranks',
          ranks.map((rank, at) => ({ zone: NAMES[at]!, rank })),
        ),
      ]
    : []),
];

function run(pack: Pack, ...given: [readonly CellInput[], (readonly Row[])?, (readonly CellInput[])?]) {
  const { result, plan } = assessed(pack, sheetsOf(pack, ...given));
  const [{ rows }] = result.rankings as [(typeof result.rankings)[number]];
  return { plan: plan!, problems: result.problems, rows: new Map(rows.map((row) => [row.subject, row])) };
}

const faults = (data: Draft): string[] => loadPack(data, 'small', units, sharedWords).problems.map(({ code }) => code);

const levels = (given: readonly string[]): Row[] => given.map((level) => ({ level }));

test('each group has a list of its own', () => {
  const pack = valid(packData({ within: 'level', points: { 国家级: [3, 2, 1], 省级: [2] } }));
  const { rows } = run(pack, [90, 80, 70, 60, 50, 40], levels(['国家级', '省级', '国家级', '省级', '国家级', '国家级']));
  expect(NAMES.map((name) => [rows.get(name)!.total, rows.get(name)!.adjustments[0]!.value])).toEqual([
    [93, 3],
    [82, 2],
    [72, 2],
    [60, 0],
    [51, 1],
    [40, 0],
  ]);
  expect(rows.get('甲区')!.adjustments[0]).toMatchObject({ key: 'places', kind: 'places', applies: true, cells: ['指标数据!B2'] });
});

test('who stands level gets the points of the better place', () => {
  const { rows } = run(valid(packData({ points: [3, 2, 1] })), [90, 90, 80, 70]);
  expect(NAMES.slice(0, 4).map((name) => rows.get(name)!.total)).toEqual([93, 93, 81, 70]);
});

test('by an indicator of which little is good', () => {
  const pack = valid({
    ...packData({ by: 'green', points: [3] }),
    indicators: {
      output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } },
      green: { dimension: 'scale', direction: 'lower_is_better', basis: 'named', normalise: { method: 'goalposts', worst: 100, best: 0 } },
    },
  });
  const { rows } = run(pack, [90, 80], [{ green: 30 }, { green: 10 }]);
  expect([...rows.values()].map(({ subject, total }) => [subject, total])).toEqual([
    ['乙区', 88],
    ['甲区', 80],
  ]);
});

describe('by the score of a dimension', () => {
  const scored = { ...output, normalise: { method: 'goalposts', worst: 0, best: 100 } };
  const data = (by: string, missing = 'renormalise'): Draft => ({
    ...packData({ by, points: [5, 1] }),
    dimensions: { scale: { title: '规模' }, care: { title: '绿色' } },
    indicators: {
      output: { ...scored, dimension: 'scale' },
      green: { ...scored, dimension: 'care' },
      land: { ...scored, dimension: 'care' },
    },
    scoring: {
      ...(base.scoring as Draft),
      aggregate: { method: 'weighted_arithmetic', missing },
      adjustments: [{ kind: 'places', title: '绿色加分', by, points: [5, 1] }],
    },
  });

  test('level ones share the better place, whatever the total', () => {
    const { rows, plan } = run(
      valid(data('care')),
      [90, 80, 10],
      [
        { green: 20, land: 20 },
        { green: 30, land: 50 },
        { green: 60, land: 20 },
      ],
    );
    expect(NAMES.slice(0, 3).map((name) => [rows.get(name)!.dimensions['care'], rows.get(name)!.adjustments[0]!.value])).toEqual([
      [20, 0],
      [40, 5],
      [40, 5],
    ]);
    const { head, foot } = plan.sheets.find(({ name }) => name === '综合排名')!;
    const said = [...head, ...foot].flat().map(({ value }) => String(value));
    expect(said.join('\n')).toContain('按“绿色”得分的名次，前2名依次加5、1分');
  });

  test('a figure that is missing leaves the points of the dimension open, and not those of who is beyond reach', () => {
    const { rows } = run(
      valid(data('care')),
      [90, 90, 90],
      [
        { green: 100, land: 100 },
        { green: 40, land: null },
        { green: 0, land: 30 },
      ],
    );
    expect(rows.get('甲区')!.places).toEqual([1, 1]);
    // 乙区 comes to 20 to 70 there, 丙区 stands at 15: one point is at stake between them, and not who is better.
    expect([rows.get('乙区')!.places, rows.get('丙区')!.places]).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  test('a name that is neither is refused with the nearest', () => {
    const { problems } = loadPack(data('cara'), 'small', units, sharedWords);
    expect(problems.map(({ code, nextStep }) => [code, nextStep.includes('是否应为“care”')])).toEqual([['unknown-by', true]]);
  });
});

describe('places gained against an earlier list', () => {
  const gained = { table: 'ranks', rank: 'rank' };

  test('so much a place, at most the cap; nothing for places lost', () => {
    const pack = valid(packData({ gained: { ...gained, points_per: 0.5, cap: 1 } }));
    const { rows } = run(pack, [90, 80, 70, 60], [], [4, 3, 1, 2]);
    expect(NAMES.slice(0, 4).map((name) => rows.get(name)!.adjustments[0]!.value)).toEqual([1, 0.5, 0, 0]);
  });

  test('by steps: exactly on a step, and one less', () => {
    const pack = valid(
      packData({
        gained: {
          ...gained,
          steps: [
            { at_least: 2, points: 1 },
            { at_least: 3, points: 2 },
          ],
        },
      }),
    );
    const { rows } = run(pack, [90, 80, 70, 60], [], [4, 4, 4, 4]);
    expect(NAMES.slice(0, 4).map((name) => rows.get(name)!.adjustments[0]!.value)).toEqual([2, 1, 0, 0]);
  });

  test('within levels, one list through all of them compares like with unlike; one list a level is compared', () => {
    const pack = valid(packData({ within: 'level', gained: { ...gained, points_per: 1, cap: 15 } }));
    const main = levels(['省级', '省级', '国家级', '国家级']);
    const points = (before: readonly CellInput[]) => {
      const { rows } = run(pack, [60, 90, 80, 70], main, before);
      return NAMES.slice(0, 4).map((name) => rows.get(name)!.adjustments[0]!.value);
    };
    expect(points([1, 2, 1, 2])).toEqual([0, 1, 0, 0]);
    expect(points([3, 4, 1, 2])).toEqual([null, null, null, null]);
  });

  test('who was not listed gets none for now, is told, and its place is open', () => {
    const pack = valid(packData({ gained: { ...gained, points_per: 1, cap: 15 } }));
    const { rows, problems } = run(pack, [90, 80, 70], [], [1, 2]);
    const last = rows.get('丙区')!;
    expect([last.total, last.adjustments[0]!.value, last.places]).toEqual([70, null, [2, 3]]);
    expect(problems.map(({ code }) => code)).toContain('bonus-missing');
  });
});

test('a missing figure leaves the points of those open whom it may pass', () => {
  const pack = valid(packData({ points: [15] }));
  const { rows } = run(pack, [90, 80, null, 50]);
  // 丙区 is within 50 and 90: 甲区 stays first, level at the most; 丙区 may get the points as well.
  expect(rows.get('甲区')!.places).toEqual([1, 1]);
  expect(rows.get('丙区')!.places).toEqual([1, 3]);
  expect(rows.get('乙区')!.places).toEqual([2, 3]);
});

test('the sheet says by what places are counted, and that the points are values', () => {
  const pack = valid(packData({ within: 'level', points: [3, 2] }, [{ kind: 'limit', cap: 92 }]));
  const { plan } = run(pack, [90, 80], levels(['国家级', '国家级']));
  const sheet = plan.sheets.find(({ name }) => name === '综合排名')!;
  const texts = [...sheet.head, ...sheet.foot].flat().map(({ value }) => String(value));
  expect(texts.join('\n')).toContain('名次加分，各“级别”分别按调整前得分的名次，前2名依次加3、2分');
  expect(texts.join('\n')).toContain('名次加分按考评时的名次写入，不带公式。');
  const column = headersOf(sheet).indexOf('名次加分');
  const [points, held] = [sheet.body[column]!, sheet.body[column + 1]!];
  expect(points.kind === 'number' && points.formulas).toEqual(['', '']);
  expect(held.kind === 'number' && held.formulas![0]).not.toBe('');
  const detail = plan.sheets.find(({ name }) => name.includes('明细'))!;
  expect(detail.head.flat().find(({ value, note }) => value === '名次加分' && note !== undefined)!.note).toContain('不带公式');
});

test.each<[string, Draft, string]>([
  ['neither points nor places gained', {}, 'one-of'],
  ['lists by group without a column', { points: { 国家级: [1] } }, 'one-of'],
  ['a group that the column cannot hold', { within: 'level', points: { 市级: [1] } }, 'not-in-list'],
  ['groups by a number', { within: 'output', points: [1] }, 'filter-kind'],
  ['an indicator that is not there', { by: 'outptu', points: [1] }, 'unknown-by'],
  ['places gained without points', { gained: { table: 'ranks', rank: 'rank' } }, 'one-of'],
  [
    'steps that fall',
    {
      gained: {
        table: 'ranks',
        rank: 'rank',
        steps: [
          { at_least: 3, points: 2 },
          { at_least: 2, points: 3 },
        ],
      },
    },
    'steps-order',
  ],
  ['an earlier list that is not there', { gained: { table: 'rank', rank: 'rank', points_per: 1 } }, 'unknown-table'],
])('lint: %s', (_what, adjustment, code) => {
  expect(faults(packData(adjustment))).toContain(code);
});
