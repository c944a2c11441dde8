import { assessed, judged } from '../run';
import { tableSheet, type CellInput, type Row } from '../sheets';
import { smallPack } from './small-packs';

const pack = smallPack('sixth');

interface Zone {
  readonly data: readonly [region: string, investment: CellInput, quality: CellInput, accidents: CellInput, fraud: string];
  /** Score and place of last year, place of the year before. */
  readonly before: readonly [score: CellInput, place: CellInput, place: CellInput];
  /** This year's total, worked out by hand, and its mean with last year's score. */
  readonly total: number;
  readonly mean: number;
}

/**
 * Steps: 80 gives 60; every full 5 above 10 more, up to 100; every 5 below, begun or not is the method's matter, 20 less, down to 0.
 * Coast 0.7 · steps + 0.3 · quality, inland 0.4 and 0.6; each accident costs 3, at most 10; falsified data gives 0.
 */
const zones: Readonly<Record<string, Zone>> = {
  // 100 is exactly four steps: 100. 70 + 27 = 97.
  甲: { data: ['沿海', 100, 90, 0, '否'], before: [95, 1, 2], total: 97, mean: 96 },
  // 130 would be ten steps; the cap holds it at 100. 40 + 48 = 88, less 3.
  乙: { data: ['内陆', 130, 80, 1, '否'], before: [85, 2, 1], total: 85, mean: 85 },
  // 84.999 is no full step: 60. 42 + 24 = 66.
  丙: { data: ['沿海', 84.999, 80, 0, '否'], before: [70, 3, 3], total: 66, mean: 68 },
  // 85 is one: 70. 28 + 48 = 76; three accidents cost 9.
  丁: { data: ['内陆', 85, 80, 3, '否'], before: [67, 4, 4], total: 67, mean: 67 },
  // Four would cost 12: the cap says 10. 42 + 24 = 66, less 10.
  戊: { data: ['沿海', 80, 80, 4, '否'], before: [64, 5, 5], total: 56, mean: 60 },
  // 75 is one step below: 40. 16 + 48 = 64.
  己: { data: ['内陆', 75, 80, 0, '否'], before: [40, 8, 6], total: 64, mean: 52 },
  // 65 is three below: 0. 0 + 24 = 24.
  庚: { data: ['沿海', 65, 80, 0, '否'], before: [60, 6, 10], total: 24, mean: 42 },
  // Falsified: 0, whatever else.
  辛: { data: ['沿海', 100, 100, 0, '是'], before: [80, 7, 7], total: 0, mean: 40 },
  // Far below: the floor holds it at 0. 0 + 42 = 42.
  壬: { data: ['内陆', 10, 70, 0, '否'], before: [30, 9, 8], total: 42, mean: 36 },
  癸: { data: ['沿海', 70, 20, 0, '否'], before: [20, 10, 9], total: 20, mean: 20 },
};
const names = Object.keys(zones);
const results = (table: string, row: (zone: Zone) => Row) =>
  tableSheet(
    pack,
    table,
    names.map((zone) => ({ zone: `${zone}区`, total: 10, ...row(zones[zone]!) })),
  );
const book = (change: Readonly<Record<string, Row>> = {}) => [
  tableSheet(
    pack,
    'indicators',
    names.map((zone) => {
      const [region, investment, quality, accidents, fraud] = zones[zone]!.data;
      return { zone: `${zone}区`, region, investment, quality, accidents, fraud, ...change[zone] };
    }),
  ),
  results('year_1', ({ before: [score, place] }) => ({ score, place })),
  results('year_2', ({ before: [, , place] }) => ({ place })),
];
test('weights of the region, steps, deductions, the veto and the mean give the scores worked out by hand', () => {
  const [ranking] = assessed(pack, book()).result.rankings;
  const scores = ranking!.rows.map(({ subject, total, rank }) => [subject, rank, total]);
  expect(scores).toEqual(names.map((zone, at) => [`${zone}区`, at + 1, expect.closeTo(zones[zone]!.mean, 9)]));
  for (const zone of names) expect((zones[zone]!.total + Number(zones[zone]!.before[0])) / 2).toBe(zones[zone]!.mean);
  const steps = ranking!.rows.map(({ dimensions }) => dimensions['scale']);
  expect(steps).toEqual([100, 100, 60, 70, 60, 40, 0, 100, 0, 20]);
});

const listed = (change?: Readonly<Record<string, Row>>): string[] =>
  judged(pack, book(change))
    .of('leave')
    .map(({ subject, certainty, status }) => `${subject} ${status} ${certainty}`);

test('who is among the last five in two of three years', () => {
  // Last five by the mean: 己庚辛壬癸, each of them in one of the years before as well. 戊 was a year before, and is not this year.
  expect(listed().sort()).toEqual(['壬区', '己区', '庚区', '癸区', '辛区'].map((zone) => `${zone} unmet certain`).sort());
  // At 55.2 戊 stays before 己 at 52. At 51.9 it comes onto the list, for the first time; 己, on both earlier ones, is not on this year's.
  const mean = (quality: number): string[] => listed({ 戊: { quality } }).filter((one) => /^[戊己]/.test(one));
  expect(mean(48)).toEqual(['己区 unmet certain']);
  expect(mean(26)).toEqual([]);
  // Level with 己 at 52 both are fifth from the last.
  expect(mean(80 / 3)).toEqual(['己区 unmet certain']);
});

test('what is not known of accidents and of falsified data keeps a place open, and blames nobody', () => {
  const one = (change: Readonly<Record<string, Row>>) => assessed(pack, book(change)).result.rankings[0]!.rows;
  const places = (change: Readonly<Record<string, Row>>, zone: string) =>
    one(change).find(({ subject }) => subject === `${zone}区`)!.places;
  // 丁 would have 76 without accidents and 66 with the most: a mean of 71.5 to 66.5, so before or behind 丙 at 68.
  expect(places({ 丁: { accidents: null } }, '丁')).toEqual([3, 4]);
  // Without an answer 甲 has 97 or nothing: a mean of 96 or 47.5.
  expect(places({ 甲: { fraud: null } }, '甲')).toEqual([1, 6]);
  expect(listed({ 甲: { fraud: null } }).filter((one) => one.startsWith('甲'))).toEqual([]);
});
