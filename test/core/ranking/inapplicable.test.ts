import type { Pack } from '../../../src/core/pack/schema';
import { planMarkdown } from '../report/plan-markdown';
import { assessed, judged } from '../../packs/run';
import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const NAMES = ['甲区', '乙区', '丙区', '丁区'];
const goalposts: Draft = { method: 'goalposts', worst: 0, best: 100 };

/** Two indicators of one dimension, weighed 3 to 1; 绿地率 is only for those who answer 是, and more of it is better here. */
function packWith(scoring: Draft = {}, dimension: Draft = {}, parts: Draft = {}): Pack {
  const { output, green } = draft().indicators as Record<string, Draft>;
  return valid(
    draft({
      dimensions: { scale: { title: '规模', weight: 100, ...dimension } },
      indicators: {
        output: { ...output, weight: 75, normalise: goalposts },
        green: { ...green, dimension: 'scale', direction: 'higher_is_better', weight: 25, normalise: goalposts, applies: { lawful: '是' } },
      },
      scoring: { ...(draft().scoring as Draft), basis: 'pack_weights', weights: { kind: 'given' }, ...scoring },
      ...parts,
    }),
  );
}

const rowsOf = (rows: readonly [output: CellInput, green: CellInput, lawful: string][]): Row[] =>
  rows.map(([output, green, lawful], at) => ({ zone: NAMES[at]!, output, green, lawful }));

const ranked = (pack: Pack, rows: Parameters<typeof rowsOf>[0]) =>
  judged(pack, [tableSheet(pack, 'indicators', rowsOf(rows))]).ranked.rankings.get('all')!;

test('its weight goes to the rest of the dimension, and nothing is missing', () => {
  const one = ranked(packWith(), [
    [80, 40, '是'],
    [60, null, '否'],
    [50, 90, '否'],
  ]);
  // 80 × ¾ + 40 × ¼; 60 and 50 alone: what stands in the cell of a row that it is not for is not used.
  expect([...one.totals]).toEqual([70, 60, 50]);
  expect([...one.complete]).toEqual([1, 1, 1]);
  expect(one.places).toBeUndefined();
});

test('where gaps count 0, what does not apply still does not', () => {
  const rows: Parameters<typeof rowsOf>[0] = [
    [80, null, '是'],
    [60, null, '否'],
    [50, 90, '是'],
  ];
  const one = ranked(packWith({ gaps: { as: 'zero', clause: '一·产值' } }), rows);
  expect([...one.totals]).toEqual([60, 60, 60]);
  const { plan, result } = assessed(packWith({ gaps: { as: 'zero', clause: '一·产值' } }), [
    tableSheet(packWith(), 'indicators', rowsOf(rows)),
  ]);
  expect(result.gaps).toEqual({ choice: '按办法记0分', ground: expect.stringContaining('工业总产值1000亿元以上') as string });
  expect(planMarkdown('small', plan!)).toContain('不适用：绿地率，其分值由同一方面其他指标分担');
});

test.each<[string, Draft]>([
  ['refuse', { aggregate: { method: 'weighted_arithmetic', missing: 'refuse' } }],
  ['a share of all', { aggregate: { method: 'weighted_arithmetic', missing: { need_share: 1 } } }],
  ['the mean of the group', { aggregate: { method: 'weighted_arithmetic', missing: 'group_mean' } }],
])('it is no gap for a dimension that wants %s', (_what, dimension) => {
  const one = ranked(packWith({}, dimension), [
    [80, 40, '是'],
    [60, null, '否'],
    [50, 90, '否'],
  ]);
  expect([...one.totals]).toEqual([70, 60, 50]);
});

test('a missing figure of somebody whom it is for leaves only that total open', () => {
  const one = ranked(packWith(), [
    [80, 40, '是'],
    [60, null, '否'],
    [50, null, '是'],
    [10, 60, '是'],
  ]);
  expect([0, 1, 2, 3].map((place) => one.places!.totals(place))).toEqual([
    [70, 70],
    [60, 60],
    // Between the least and the greatest that are there, 40 and 60.
    [47.5, 52.5],
    [22.5, 22.5],
  ]);
});

test('one that nobody has takes no part, also where nobody says whom it is for', () => {
  const sheet = tableSheet(
    packWith(),
    'indicators',
    [80, 60, 50].map((output, at) => ({ zone: NAMES[at]!, output })),
  );
  const one = judged(packWith(), [sheet]).ranked.rankings.get('all')!;
  expect([...one.totals]).toEqual([80, 60, 50]);
  expect(one.places).toBeUndefined();
});

test('whether it is for somebody at all may be open: the cell that says it is asked first', () => {
  const pack = packWith({}, {}, { rules: { last: { kind: 'position', title: '末位', clause: '一·产值', ranking: 'all', last: 1 } } });
  const result = judged(pack, [
    tableSheet(
      pack,
      'indicators',
      rowsOf([
        [80, 40, '是'],
        [40, 30, ''],
        [38, 39, '是'],
        [90, 60, '是'],
      ]),
    ),
  ]);
  const found = result.of('last').map(({ subject, certainty, settle }) => [subject, certainty, settle]);
  expect(found.every(([, certainty]) => certainty === 'possible')).toBe(true);
  expect(found[0]![2]).toContain('指标数据!D3');
});

test('the detail sheet keeps a figure that is not used out of its columns', () => {
  const pack = packWith();
  const { plan } = assessed(pack, [
    tableSheet(
      pack,
      'indicators',
      rowsOf([
        [80, 40, '是'],
        [60, 99, '否'],
        [50, 90, '是'],
      ]),
    ),
  ]);
  const sheet = plan!.sheets.find(({ name }) => name.startsWith('得分明细'))!;
  const headers = sheet.head.at(-1)!.map(({ value }) => value);
  const body = sheet.body[headers.indexOf('绿地率（%）（建议）')]!;
  expect(body.kind === 'number' && [...body.values]).toEqual([40, NaN, 90]);
  expect(body.kind === 'number' && body.formulas?.[1]).toBe('');
});
