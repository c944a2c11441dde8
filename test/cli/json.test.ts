import { jsonPieces } from '../../src/cli/json';
import { assess } from '../../src/core/assess';
import { loadPack } from '../../src/core/pack/load';
import { createUnits } from '../../src/core/units/units';
import { unitData } from '../../src/packs';
import { INDICATORS, provinceGrid, provincePack } from '../bench/province';
import { resultSchema } from './result-schema';

it.each<[string, object]>([
  ['nothing', {}],
  ['empty lists and objects', { a: [], b: {}, c: [{}, []] }],
  ['what is left out', { a: 1, b: undefined, c: [{ d: undefined, e: null }] }],
  [
    'deep things',
    {
      rankings: [{ rows: [{ indicators: { a: { value: 1.5, unit: null } }, name: '"引号"\n换行\\' }, { indicators: {} }] }],
      problems: [{ text: '=1' }],
    },
  ],
])('pieces make the same text as the whole: %s', (_, value) => {
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
});

describe('a result', () => {
  const units = createUnits(unitData);
  const { pack } = loadPack(provincePack(), 'province', units);
  const sheets = [{ name: '指标数据', grid: provinceGrid(40), hidden: false, owned: false }];
  const { result } = assess({ pack: pack!, units, sheets, asOf: '2017-03-01', at: '2017-03-01T00:00:00.000Z', fingerprint: '0' });

  it('is cut into pieces without losing anything', () => {
    const text = [...jsonPieces(result)].join('');
    expect(text).toBe(JSON.stringify(result, null, 2));
    expect(Object.keys(resultSchema.parse(JSON.parse(text)).rankings[0]!.rows[0]!.indicators)).toHaveLength(INDICATORS);
  });

  it('comes out of a worker as plain data', () => {
    expect(JSON.stringify(structuredClone(result))).toBe(JSON.stringify(result));
  });
});
