import { loadPack } from '../../../src/core/pack/load';
import type { Pack } from '../../../src/core/pack/schema';
import { usesOf } from '../../../src/core/form/uses';
import { sharedWords, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { sheetOf, tableSheet, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const NAMES = ['甲区', '乙区', '丙区'];
const base = draft();
const { output } = base.indicators as Record<string, Draft>;

const POINTS: Draft = {
  each: { title: '每亿美元加分', kind: 'number', unit: '分', at_least: 0 },
  most: { title: '加分上限', kind: 'number', at_least: 0, default: 4, decided: 'G1' },
  top: { title: '总分上限', kind: 'number' },
  least: { title: '总分下限', kind: 'number' },
};

/** The score of a zone before anything adjusts it is its output, from 0 to 100. */
const packData = (adjustments: readonly Draft[], parameters: Draft = {}): Draft => ({
  ...base,
  parameters: { ...(base.parameters as Draft), ...POINTS, ...parameters },
  dimensions: { scale: { title: '规模' } },
  indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
  rules: {},
  sheets: [],
  scoring: { ...(base.scoring as Draft), adjustments },
});

const BONUS: Draft = { kind: 'bonus', title: '绿地加分', measure: 'green', points_per: { parameter: 'each' }, cap: { parameter: 'most' } };

function run(pack: Pack, zones: readonly (readonly [output: CellInput, green: CellInput])[], set: Readonly<Record<string, CellInput>>) {
  const sheets = [
    tableSheet(
      pack,
      'indicators',
      zones.map(([value, green], at) => ({ zone: NAMES[at]!, output: value, green })),
    ),
    sheetOf('权重与参数', [['类别', '名称', '数值'], ...Object.entries(set).map(([title, value]) => ['参数', title, value])]),
  ];
  const { result, plan } = assessed(pack, sheets);
  const [{ rows }] = result.rankings as [(typeof result.rankings)[number]];
  const sheet = plan!.sheets.find(({ name }) => name === '综合排名')!;
  return {
    problems: result.problems,
    rows: NAMES.slice(0, zones.length).map((name) => rows.find(({ subject }) => subject === name)!),
    said: [...sheet.head, ...sheet.foot]
      .flat()
      .map(({ value }) => String(value))
      .join('\n'),
    formulas: plan!.sheets
      .filter(({ name }) => name === '综合排名' || name.includes('明细'))
      .map(({ body }) => body.flatMap((column) => (column.kind === 'number' ? (column.formulas ?? []) : [])).join('\n')),
  };
}

const faults = (data: Draft): string[] => loadPack(data, 'small', units, sharedWords).problems.map(({ code }) => code);

test('points and their cap come from parameters: one less than the cap, exactly on it, and beyond', () => {
  const pack = valid(packData([BONUS]));
  const { rows, said, formulas } = run(
    pack,
    [
      [50, 1],
      [50, 2],
      [50, 3],
    ],
    { 每亿美元加分: 2 },
  );
  expect(rows.map(({ total, adjustments: [one] }) => [total, one!.value])).toEqual([
    [52, 2],
    [54, 4],
    [54, 4],
  ]);
  // The default of the pack holds for the cap.
  expect(said).toContain('最多加4分（“每亿美元加分”取自权重与参数!C2，“加分上限”用缺省值）');
  expect(rows[0]!.adjustments[0]).toMatchObject({ applies: true, cells: ['指标数据!C2', '权重与参数!C2'] });
  for (const text of formulas) expect(text).toContain(`MIN(4,`);
  for (const text of formulas) expect(text).toContain(`*IF(ISNUMBER('权重与参数'!$C$2),'权重与参数'!$C$2,"")`);
});

test('another amount counts once it is written; one written as text is read and stands in the formula as a number', () => {
  const pack = valid(packData([BONUS]));
  const { rows, formulas } = run(pack, [[50, 3]], { 每亿美元加分: '1.5', 加分上限: 4.5 });
  expect(rows[0]).toMatchObject({ total: 54.5, adjustments: [{ value: 4.5 }] });
  for (const text of formulas) expect(text).toContain(`MIN(IF(ISNUMBER('权重与参数'!$C$3),'权重与参数'!$C$3,""),`);
  for (const text of formulas) expect(text).toContain('*1.5)');
});

test('an amount that is not set: the adjustment is off, in words and never 0, and the places are certain', () => {
  const pack = valid(packData([BONUS]));
  const { rows, said, problems } = run(
    pack,
    [
      [50, 3],
      [40, 1],
    ],
    {},
  );
  expect(rows.map(({ total, rank, places }) => [total, rank, places])).toEqual([
    [50, 1, [1, 1]],
    [40, 2, [2, 2]],
  ]);
  expect(rows[0]!.adjustments[0]).toMatchObject({ applies: false, value: null, off: '“权重与参数”表中未填“每亿美元加分”，本项未启用' });
  expect(said).toContain('绿地加分，“权重与参数”表中未填“每亿美元加分”，本项未启用');
  expect(problems.filter(({ code }) => code === 'adjustment-off')).toHaveLength(1);
});

test('a total is held at a floor and a cap of parameters: below, exactly on, above', () => {
  const pack = valid(packData([{ kind: 'limit', title: '总分限额', cap: { parameter: 'top' }, floor: { parameter: 'least' } }]));
  const zones: readonly [CellInput, CellInput][] = [
    [95, 0],
    [90, 0],
    [10, 0],
  ];
  const held = run(pack, zones, { 总分上限: 90, 总分下限: 10 }).rows;
  expect(held.map(({ total, adjustments: [one] }) => [total, one!.value, one!.applies])).toEqual([
    [90, -5, true],
    [90, 0, false],
    [10, 0, false],
  ]);
  expect(run(pack, zones, { 总分上限: 90, 总分下限: 10.5 }).rows[2]!.total).toBe(10.5);
  // Ends that exclude each other hold nothing.
  const crossed = run(pack, zones, { 总分上限: 9, 总分下限: 10 });
  expect(crossed.rows.map(({ total }) => total)).toEqual([95, 90, 10]);
  expect(crossed.said).toContain('最低分高于最高分，本项未启用');
});

test('a cap over deductions and points of places by parameters; what is off leaves the others', () => {
  const pack = valid(
    packData([
      { kind: 'bonus', title: '产值加分', measure: 'output', points_per: { parameter: 'each' } },
      { kind: 'deduction', title: '扣分', measure: 'green', points_per: 3 },
      { kind: 'limit', title: '扣分合计', on: ['green'], cap: { parameter: 'most' } },
      { kind: 'places', title: '名次加分', points: [{ parameter: 'most' }, 1] },
    ]),
  );
  const { rows } = run(
    pack,
    [
      [50, 1],
      [40, 2],
    ],
    {},
  );
  // 50 − 3 + 4; 40 − 6 held at 4, + 1.
  expect(rows.map(({ total }) => total)).toEqual([51, 37]);
});

test('lint: the parameter is there, is a number of points, and cannot sink below 0', () => {
  expect(faults(packData([BONUS]))).toEqual([]);
  const wrong = (parameter: string): string[] => faults(packData([{ ...BONUS, cap: { parameter } }]));
  expect(wrong('mots')).toEqual(['unknown-parameter']);
  expect(wrong('watch')).toContain('parameter-kind');
  expect(wrong('rate')).toEqual(['unit-mismatch']);
  expect(wrong('top')).toEqual(['points-below-zero']);
  const limit = { kind: 'limit', cap: { parameter: 'top' } };
  expect(faults(packData([limit]))).toEqual([]);
  expect(faults(packData([BONUS, { ...limit, on: ['green'] }]))).toEqual(['points-below-zero']);
});

test('the form says what the parameter turns on', () => expect(usesOf(valid(packData([BONUS])), 'each')).toEqual(['加减分“绿地加分”']));
