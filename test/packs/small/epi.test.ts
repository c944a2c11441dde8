import { assessed } from '../run';
import { tableSheet, type Row } from '../sheets';
import { smallPack } from './small-packs';

const pack = smallPack('epi');

const rows: readonly Row[] = [
  // health 0.6·50 + 0.4·70 = 58; ecosystem 0.5·40 + 0.5·(0.7·50 + 0.3·100) = 52.5
  { country: '甲国', region: '亚洲', pm25: 25, drinking: 80, sanitation: 60, climate: 40, parks: 50, species: 100 },
  // 0.6·80 + 0.4·100 = 88; 20
  { country: '乙国', region: '亚洲', pm25: 10, drinking: 100, sanitation: 100, climate: 20, parks: 20, species: 20 },
  // 0.6·90 + 0.4·95 = 92; 0.5·70 + 0.5·71 = 70.5
  { country: '丙国', region: '欧洲', pm25: 5, drinking: 100, sanitation: 90, climate: 70, parks: 80, species: 50 },
  // 100; 0.5·10 + 0.5·0 = 5
  { country: '丁国', region: '欧洲', pm25: 0, drinking: 100, sanitation: 100, climate: 10, parks: 0, species: 0 },
  // 0.6·0 + 0.4·40 = 16; 0.5·100 + 0.5·97 = 98.5
  { country: '戊国', region: '非洲', pm25: 50, drinking: 50, sanitation: 30, climate: 100, parks: 100, species: 90 },
  // Beyond the worst goalpost is no less than 0: 16; with the parks not reported 0.5·60 + 0.5·80 = 70, from 42 to 77 with them
  { country: '己国', region: '非洲', pm25: 60, drinking: 40, sanitation: 40, climate: 60, parks: null, species: 80 },
];

const TOTALS: Readonly<Record<string, number>> = {
  甲国: 0.4 * 58 + 0.6 * 52.5,
  乙国: 0.4 * 88 + 0.6 * 20,
  丙国: 0.4 * 92 + 0.6 * 70.5,
  丁国: 0.4 * 100 + 0.6 * 5,
  戊国: 0.4 * 16 + 0.6 * 98.5,
  己国: 0.4 * 16 + 0.6 * 70,
};

const { result, plan } = assessed(pack, [tableSheet(pack, 'indicators', rows)]);
const ranking = (id: string) => result.rankings.find((one) => one.id === id)!;

test('totals through three levels', () => {
  const found = ranking('all').rows;
  expect(found.map(({ subject }) => subject)).toEqual(['丙国', '戊国', '甲国', '己国', '乙国', '丁国']);
  for (const { subject, total } of found) expect(total).toBeCloseTo(TOTALS[subject]!, 9);
  expect(found[0]!.dimensions).toMatchObject({ health: 92, air: 90, water: 95, ecosystem: 70.5, nature: 71 });
  const shares = ranking('all').weights[0]!.indicators;
  expect(shares['parks']).toBeCloseTo(0.6 * 0.5 * 0.7, 12);
});

test('a place among all and one within the region, from one scoring', () => {
  const places = (id: string) => ranking(id).rows.map(({ subject, rank, places }) => [subject, rank, places]);
  // 己国 is between 6.4 + 25.2 and 6.4 + 46.2: behind 甲国 (54.7) whatever its parks, on either side of 乙国 (47.2) and 丁国 (43).
  expect(places('all')).toEqual([
    ['丙国', 1, [1, 1]],
    ['戊国', 2, [2, 2]],
    ['甲国', 3, [3, 3]],
    ['己国', 4, [4, 6]],
    ['乙国', 5, [4, 5]],
    ['丁国', 6, [5, 6]],
  ]);
  expect(places('asia')).toEqual([
    ['甲国', 1, [1, 1]],
    ['乙国', 2, [2, 2]],
  ]);
  expect(places('africa')).toEqual([
    ['戊国', 1, [1, 1]],
    ['己国', 2, [2, 2]],
  ]);
  const all = new Map(ranking('all').rows.map(({ subject, total }) => [subject, total]));
  for (const region of ['asia', 'europe', 'africa'])
    for (const { subject, total } of ranking(region).rows) expect(total).toBe(all.get(subject));
});

test('every list has its sheet, and one sheet shows how the totals come about', () => {
  const names = plan!.sheets.map(({ name }) => name);
  expect(names.slice(1, 5)).toEqual(['全部国家', '亚洲', '欧洲', '非洲']);
  expect(names.filter((name) => name.startsWith('得分明细'))).toEqual(['得分明细·全部国家']);
});
