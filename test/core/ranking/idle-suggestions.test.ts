import { packOf } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { settingsSheet, tableSheet, type Row } from '../../packs/sheets';

const pack = packOf('shaanxi-2015');
const zones: readonly Row[] = ['甲区', '乙区'].map((zone, at) => ({ zone, level: '国家级', industry_added: 100 + at }));
const columns = ['zone', 'level', 'industry_added'];
const BRANDS = '知名品牌数';

const outcome = (rows: readonly Row[], of: readonly string[], weights = {}) => {
  const { result, checked } = assessed(pack, [
    tableSheet(pack, 'indicators', rows, { columns: [...of] }),
    settingsSheet(pack, { indicators: weights }),
  ]);
  return {
    kept: Object.keys(checked.pack.indicators),
    warned: result.problems.filter(({ severity, message }) => severity !== 'info' && message.includes(BRANDS)).map(({ code }) => code),
  };
};

test('a suggestion whose column nobody brought counts as not made; what the text names is still asked for', () => {
  const { kept, warned } = outcome(zones, columns);
  expect(kept).toEqual(['industry_added', 'industry_output', 'trade', 'fiscal']);
  expect(warned).toEqual([]);
});

test('its column is there: it is scored, and its gaps are gaps', () => {
  const blank = zones.map((row) => ({ ...row, brands: null }));
  const filled = zones.map((row, at) => ({ ...row, brands: at }));
  expect(outcome(filled, [...columns, 'brands']).kept).toContain('brands');
  expect(outcome(blank, [...columns, 'brands']).kept).toContain('brands');
});

test('whoever gives it a weight wants it: then it is asked for', () => {
  const { kept, warned } = outcome(zones, columns, { industry_added: 50, industry_output: 50, trade: 100, fiscal: 100, brands: 100 });
  expect(kept).toContain('brands');
  expect(kept).not.toContain('brand_parks');
  expect(warned).toContain('indicator-absent');
});
