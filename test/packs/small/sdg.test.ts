import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../built-in';
import { assessed } from '../run';
import { tableSheet, type Row } from '../sheets';
import { smallPack } from './small-packs';

const pack = smallPack('sdg');

/** 绿 仍 较 严 by the pack's limits; worked out by hand beside each row. */
const rows: readonly Row[] = [
  // Everything exactly on its best limit; mortality under 0.7 is best, so 0.7 itself is not.
  { country: '甲国', poverty: 2, births: 98, vaccinated: 90, mortality: 0.7, water: 98, sanitation: 95, coast: 50, landlocked: '否' },
  // Two worst of goal 3 are red; goal 6 is orange and red: 2.5 is orange.
  {
    country: '乙国',
    poverty: 13,
    births: 89.9,
    vaccinated: 79.9,
    mortality: 0.1,
    water: 80,
    sanitation: 74.9,
    coast: 9.9,
    landlocked: '否',
  },
  // One red among three and a green: (3 + 0) / 2 = 1.5 is the better of the two, yellow. A landlocked country has no goal 14.
  {
    country: '丙国',
    poverty: 7.1,
    births: 100,
    vaccinated: 50,
    mortality: 0.2,
    water: 100,
    sanitation: 100,
    coast: null,
    landlocked: '是',
  },
  // 疫苗 is not reported: with two reds beside it goal 3 is red whatever it is; sanitation could be anything, so goal 6 is open.
  { country: '丁国', poverty: null, births: 10, vaccinated: null, mortality: 9, water: 90, sanitation: null, coast: 30, landlocked: '否' },
];

const run = (given = pack) => assessed(given, [tableSheet(given, 'indicators', rows)]);

const shown = (given = pack): Record<string, Record<string, string>> =>
  Object.fromEntries(
    run(given).result.levels![0]!.rows.map(({ subject, levels }) => [
      subject,
      Object.fromEntries(
        Object.entries(levels).map(([id, level]) => [
          id,
          level === null ? '—' : level.best === level.worst ? level.best : `${level.best}至${level.worst}`,
        ]),
      ),
    ]),
  );

test('levels of indicators, each limit exactly on it, and of goals by the two worst', () => {
  expect(shown()).toEqual({
    甲国: {
      g1: '已实现',
      poverty: '已实现',
      g3: '仍有挑战',
      births: '已实现',
      vaccinated: '已实现',
      mortality: '仍有挑战',
      g6: '已实现',
      water: '已实现',
      sanitation: '已实现',
      g14: '已实现',
      coast: '已实现',
    },
    乙国: {
      g1: '挑战较大',
      poverty: '挑战较大',
      g3: '挑战严峻',
      births: '挑战严峻',
      vaccinated: '挑战严峻',
      mortality: '已实现',
      g6: '挑战较大',
      water: '挑战较大',
      sanitation: '挑战严峻',
      g14: '挑战严峻',
      coast: '挑战严峻',
    },
    丙国: {
      g1: '挑战较大',
      poverty: '挑战较大',
      g3: '仍有挑战',
      births: '已实现',
      vaccinated: '挑战严峻',
      mortality: '已实现',
      g6: '已实现',
      water: '已实现',
      sanitation: '已实现',
      g14: '—',
      coast: '—',
    },
    丁国: {
      g1: '已实现至挑战严峻',
      poverty: '已实现至挑战严峻',
      g3: '挑战严峻',
      births: '挑战严峻',
      vaccinated: '已实现至挑战严峻',
      mortality: '挑战严峻',
      g6: '仍有挑战至挑战较大',
      water: '仍有挑战',
      sanitation: '已实现至挑战严峻',
      g14: '仍有挑战',
      coast: '仍有挑战',
    },
  });
});

test('left out, a missing figure leaves the goal to the others, and a goal without any is grey', () => {
  const leaving = { ...pack, levels: { dashboard: { ...pack.levels['dashboard']!, missing: 'left_out' as const } } };
  const { 丁国: row } = shown(leaving);
  expect([row!['g1'], row!['g3'], row!['g6']]).toEqual(['已实现至挑战严峻', '挑战严峻', '仍有挑战']);
});

test('the sheet bears a word in every colour, and what is missing is grey', () => {
  const { plan } = run();
  const sheet = plan!.sheets.find(({ name }) => name === '目标状态')!;
  const at = (header: string, row: number): [string, string | undefined] => {
    const column = sheet.body[sheet.head.at(-1)!.findIndex(({ value }) => value === header)]!;
    return [String(column.values[row]), plan!.styles[column.styles![row]!]!.fill];
  };
  expect(at('目标1 无贫穷', 0)).toEqual(['已实现', '00A651']);
  expect(at('目标3 健康', 1)).toEqual(['挑战严峻', 'C0392B']);
  expect(at('目标1 无贫穷', 3)).toEqual(['缺数', 'D9D9D9']);
  expect(at('目标6 清洁饮水', 3)).toEqual(['仍有挑战至挑战较大，待定', 'D9D9D9']);
  expect(at('海洋保护区比例', 2)).toEqual(['—', undefined]);
  expect(at('目标14 水下生物', 2)).toEqual(['—', undefined]);
  expect(sheet.head.flat().map(({ value }) => value)).toContain(
    '各方面取最差2项指标的平均级别，在两级之间的取较好一级；有一项为“仍有挑战”或更差的，不高于“仍有挑战”；缺数为灰，缺数会改变级别的待定。',
  );
  expect(sheet.head.at(-1)!.find(({ value }) => value === '孕产妇死亡率')!.note).toBe(
    '低于0.7人/万人为已实现，低于1人/万人为仍有挑战，低于1.4人/万人为挑战较大，其余为挑战严峻。',
  );
});

test.each<[string, object, string]>([
  ['a side against the direction', { poverty: { at_least: [13, 7, 2] } }, 'level-edge'],
  ['two sides', { poverty: { at_most: [2, 7, 13], under: [2, 7, 13] } }, 'level-edge'],
  ['too few limits', { poverty: { at_most: [2, 7] } }, 'level-limits'],
  ['limits the wrong way round', { poverty: { at_most: [13, 7, 2] } }, 'level-order'],
  ['an indicator that is not there', { povertyy: { at_most: [2, 7, 13] } }, 'unknown-indicator'],
])('lint: %s', (_what, indicators, code) => {
  const levels = { dashboard: { ...pack.levels['dashboard']!, indicators } };
  const { problems } = loadPack({ ...pack, levels }, 'sdg', units, sharedWords);
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test('lint: a cap names levels', () => {
  const levels = { dashboard: { ...pack.levels['dashboard']!, caps: [{ any: '红', at_best: '仍有挑战' }] } };
  expect(loadPack({ ...pack, levels }, 'sdg', units, sharedWords).problems.map(({ code }) => code)).toContain('unknown-grade');
});
