import { assessed, judged } from '../run';
import { settingsSheet, tableSheet, type Row } from '../sheets';
import { smallPack } from './small-packs';

const pack = smallPack('lists');

/** Output runs from 0 to 1000 and energy from 1 to 0 over the whole country, not within a region; so a total is (output / 10 + 100 · (1 − energy)) / 2. */
const zone = (name: string, region: string, level: string, output: number, energy: number): Row => ({
  zone: `${name}区`,
  region,
  level,
  output,
  energy,
});
const rows: readonly Row[] = [
  zone('东一', '东部', '国家级', 1000, 0.5), // 75
  zone('东二', '东部', '国家级', 800, 0.4), // 70
  zone('东三', '东部', '省级', 700, 0.6), // 55
  zone('东四', '东部', '省级', 500, 0.6), // 45
  zone('东五', '东部', '省级', 600, 0.7), // 45
  zone('东六', '东部', '省级', 400, 0.7), // 35
  zone('东七', '东部', '省级', 300, 0.7), // 30
  zone('东八', '东部', '省级', 200, 1), // 10
  zone('西一', '西部', '国家级', 400, 0), // 70
  zone('西二', '西部', '省级', 300, 0.3), // 50
  zone('西三', '西部', '省级', 200, 0.4), // 40
  zone('西四', '西部', '省级', 100, 0.5), // 30
  zone('西五', '西部', '省级', 100, 0.6), // 25
  zone('西六', '西部', '省级', 0, 0.7), // 15
];
const TOTALS = [75, 70, 55, 45, 45, 35, 30, 10, 70, 50, 40, 30, 25, 15];
const sheets = (scope?: string) => [
  tableSheet(pack, 'indicators', rows),
  ...(scope === undefined ? [] : [settingsSheet(pack, { parameters: { scope } })]),
];

test('one total a zone on every list', () => {
  const { rankings } = assessed(pack, sheets()).result;
  const expected = new Map(rows.map(({ zone }, at) => [String(zone), TOTALS[at]!]));
  expect(rankings.map(({ id, rows: { length } }) => [id, length])).toEqual([
    ['all', 14],
    ['national', 3],
    ['east', 8],
    ['west', 6],
  ]);
  for (const { rows: listed, scoredOver } of rankings) {
    expect(scoredOver).toBe('all');
    for (const { subject, total } of listed) expect(total).toBeCloseTo(expected.get(subject)!, 9);
  }
});

test('each region names its last five; of a tie at the edge all or none', () => {
  const { of } = judged(pack, sheets());
  const named = (rule: string): string[] => of(rule).map(({ subject }) => subject);
  // Fifth from the last in the east are 东四 and 东五, level at 45: six would be behind 东三. Last five are 八、七、六、四、五.
  expect(named('talk_east').sort()).toEqual(['东七区', '东五区', '东八区', '东六区', '东四区']);
  expect(new Set(named('talk_west'))).toEqual(new Set(['西二区', '西三区', '西四区', '西五区', '西六区']));
  const four = { ...pack, rules: { ...pack.rules, talk_east: { ...pack.rules['talk_east']!, last: 4 } as (typeof pack.rules)[string] } };
  expect(
    judged(four, sheets())
      .of('talk_east')
      .map(({ subject, word }) => `${subject}${word}`)
      .sort(),
  ).toEqual(['东七区列入', '东五区列入（并列）', '东八区列入', '东六区列入', '东四区列入（并列）']);
});

test('together or apart: the sheets say which, and apart a zone has the totals of its lists', () => {
  const heads = (scope: string): string[] =>
    assessed(pack, sheets(scope))
      .plan!.sheets.filter(({ name }) => ['全部开发区', '东部地区', '西部地区', '国家级开发区'].includes(name))
      .map(
        ({ head, foot }) =>
          [...head, ...foot]
            .flat()
            .map(({ value }) => String(value))
            .find((line) => /统一打分|组内打分/u.test(line)) ?? '',
      );
  expect(heads('统一打分').every((line) => line.includes('统一打分：14个开发区一起计分，各排名取同一得分。'))).toBe(true);
  expect(heads('组内打分').every((line) => line.includes('组内打分：只在本表参评者之间比较计分。'))).toBe(true);
  const { rankings } = assessed(pack, sheets('组内打分')).result;
  const west = rankings.find(({ id }) => id === 'west')!.rows.find(({ subject }) => subject === '西一区')!;
  expect(west.total).toBe(100);
});
