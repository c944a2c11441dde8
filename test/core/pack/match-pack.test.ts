import { matchPacks } from '../../../src/core/pack/match-pack';
import { clearFit, equalFits } from '../../../src/app/clear-fit';
import { packOf, packs, units } from '../../packs/built-in';
import { tableSheet, type Row } from '../../packs/sheets';

const guangdong = packOf('guangdong-2016');
const fitsOf = (...rows: Row[]) => matchPacks(packs, [tableSheet(guangdong, 'indicators', rows)], units);

test('name, level and one more column tell no province: the person is asked among all whose main table is there', () => {
  const fits = fitsOf({ zone: '广州经济技术开发区', level: '国家级', investment_intensity: 9000 });
  expect([fits[0]!.pack.pack, fits[0]!.matched, clearFit(fits)]).toEqual(['guangdong-2016', 3, undefined]);
  expect(equalFits(fits).length).toBeGreaterThan(1);
});

test('four columns tell it where no other pack has as many', () => {
  const fits = fitsOf({ zone: '广州经济技术开发区', level: '国家级', investment_intensity: 9000, city: '广州市' });
  expect(clearFit(fits)?.pack.pack).toBe('guangdong-2016');
});
