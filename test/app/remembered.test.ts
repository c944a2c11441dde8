import { fromText, toText, type Memory } from '../../src/app/remembered';

const memory: Memory = {
  choices: {
    pack: 'shandong-2016',
    sheet: '指标数据',
    asOf: '2017-03-31',
    mappings: { 'shandong-2016': { indicators: { fdi: '外资／其中' } } },
  },
  last: {
    pack: 'shandong-2016',
    version: '0.1.0',
    fingerprint: 'f00d',
    sheet: null,
    mapping: {},
    asOf: '2017-03-31',
    at: '2017-03-31T02:00:00.000Z',
    written: ['考评说明'],
    counts: { met: 1, explain: 2, unmet: 3, missing: 4 },
  },
};

test('what is kept comes back as it was', () => {
  expect(fromText(toText(memory))).toEqual(memory);
  const empty: Memory = { choices: { pack: undefined, sheet: undefined, asOf: undefined, mappings: {} }, last: undefined };
  expect(fromText(toText(empty))).toEqual(empty);
});

test.each<[string, (memory: Record<string, unknown>) => void]>([
  [
    'another format',
    (data) => {
      data['format'] = 'zone-assessor/pane@9';
    },
  ],
  [
    'an unknown key',
    (data) => {
      data['extra'] = 1;
    },
  ],
  [
    'a key that is lacking',
    (data) => {
      delete data['mappings'];
    },
  ],
  [
    'a mapping that is no text',
    (data) => {
      data['mappings'] = { p: { t: { c: 5 } } };
    },
  ],
  [
    'a date that is none',
    (data) => {
      data['asOf'] = '今天';
    },
  ],
  [
    'counts below zero',
    (data) => {
      (data['last'] as { counts: Record<string, number> }).counts['met'] = -1;
    },
  ],
])('%s is refused as a whole', (_, spoil) => {
  const data = JSON.parse(toText(memory)) as Record<string, unknown>;
  spoil(data);
  expect(fromText(JSON.stringify(data))).toBeUndefined();
});

test("a key that would reach an object's prototype stays a plain key", () => {
  const text = toText(memory).replace('"fdi"', '"__proto__"');
  expect(() => fromText(text)).not.toThrow();
  expect(({} as Record<string, unknown>)['外资／其中']).toBeUndefined();
});
