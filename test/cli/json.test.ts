import { jsonPieces } from '../../src/cli/json';

it.each<[string, object]>([
  ['nothing', {}],
  ['empty lists and objects', { a: [], b: {}, c: [{}, []] }],
  ['what is left out', { a: 1, b: undefined, c: [{ d: undefined, e: null }] }],
  ['deep things', { rankings: [{ rows: [{ indicators: { a: { value: 1.5, unit: null } }, name: '"引号"\n换行\\' }, { indicators: {} }] }], problems: [{ text: '=1' }] }],
])('pieces make the same text as the whole: %s', (_, value) => {
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
});
