import { fromText, markOf, NOTHING_CHOSEN, rememberCleared, toText, type Choices, type Memory } from '../../src/app/remembered';

const memory: Memory = {
  choices: {
    pack: 'shandong-2016',
    sheet: '指标数据',
    asOf: '2017-03-31',
    year: 2016,
    mappings: { 'shandong-2016': { indicators: { fdi: '外资／其中' } } },
    rescore: true,
    ownPacks: true,
    sheetChoices: { faces: ['public', 'working'] },
    decisions: {
      'shandong-2016': [
        { kind: 'value', sheet: '指标数据', cell: 'C9', seen: '400①', value: 400, words: '按 400 计' },
        { kind: 'row', sheet: '指标数据', cell: 'A30', seen: '\uffff各区平均', words: '这一行不是开发区' },
      ],
    },
  },
  last: {
    pack: 'shandong-2016',
    version: '0.1.0',
    fingerprint: 'f00d',
    sheet: null,
    mapping: {},
    year: null,
    decisions: markOf([]),
    asOf: '2017-03-31',
    at: '2017-03-31T02:00:00.000Z',
    written: ['考评说明'],
    counts: { met: 1, explain: 2, unmet: 3, missing: 4 },
  },
};

test('what is kept comes back as it was', () => {
  expect(fromText(toText(memory))).toEqual(memory);
  const empty: Memory = { choices: NOTHING_CHOSEN, last: undefined };
  expect(fromText(toText(empty))).toEqual(empty);
});

test('what earlier versions kept is read, without year, decisions and scoring by itself', () => {
  const first = JSON.parse(toText(memory)) as Record<string, unknown>;
  first['format'] = 'zone-assessor/pane@1';
  delete first['rescore'];
  delete first['ownPacks'];
  delete first['sheetChoices'];
  for (const part of [first, first['last'] as Record<string, unknown>]) {
    delete part['year'];
    delete part['decisions'];
  }
  expect(fromText(JSON.stringify(first))).toEqual({
    ...memory,
    choices: { ...memory.choices, year: undefined, decisions: {}, rescore: false, ownPacks: false, sheetChoices: {} },
  });
  expect(fromText(JSON.stringify({ ...first, last: null }))?.last).toBeUndefined();
  expect(fromText(JSON.stringify({ ...first, year: 2016 }))).toBeUndefined();
});

test('a result is marked by its decisions, whatever their order', () => {
  const [first, second] = memory.choices.decisions['shandong-2016']!;
  expect(markOf([first!, second!])).toBe(markOf([second!, first!]));
  expect(new Set([[], [first!], [second!], [{ ...first!, seen: '4' }], [{ ...first!, value: 4 }]].map(markOf)).size).toBe(5);
});

test('holds no sign that XML cannot hold', () => expect(toText(memory)).not.toMatch(/[\ufffe\uffff]/));

describe('when results are cleared', () => {
  const cleared = async (before: string | undefined, choices?: Choices): Promise<string | undefined> => {
    let text = before;
    await rememberCleared({ recall: async () => text, remember: async (_, value) => void (text = value) }, choices);
    return text;
  };

  test.each<[string, Partial<Choices>]>([
    ['a sheet', { sheet: '表' }],
    ['a date', { asOf: '2017-03-31' }],
    ['a year', { year: 2016 }],
    ['a mapping', { mappings: memory.choices.mappings }],
    ['a decision', { decisions: memory.choices.decisions }],
  ])('%s stays, without the result', async (_, chosen) => {
    const choices = { ...NOTHING_CHOSEN, pack: 'shandong-2016', ...chosen };
    expect(fromText((await cleared(toText({ choices, last: memory.last })))!)).toEqual({ choices, last: undefined });
    expect(fromText((await cleared(undefined, choices))!)).toEqual({ choices, last: undefined });
  });

  test('a pack alone goes, and so does what was taken back', async () => {
    const choices = { ...NOTHING_CHOSEN, pack: 'p', mappings: { p: { t: {} } }, decisions: { p: [] } };
    expect(await cleared(toText({ choices, last: memory.last }))).toBeUndefined();
    expect(await cleared(toText(memory), NOTHING_CHOSEN)).toBeUndefined();
  });

  test('what cannot be read stays, and nothing comes where nothing was', async () => {
    expect(await cleared('{', NOTHING_CHOSEN)).toBe('{');
    expect(await cleared('')).toBe('');
    expect(await cleared(undefined)).toBeUndefined();
  });
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
    'a decision of an unknown kind',
    (data) => {
      (data['decisions'] as Record<string, { kind: string }[]>)['shandong-2016']![0]!.kind = 'rumour';
    },
  ],
  [
    'a decision about no cell',
    (data) => {
      (data['decisions'] as Record<string, { cell: string }[]>)['shandong-2016']![0]!.cell = '=A1';
    },
  ],
  [
    'a year that is none',
    (data) => {
      data['year'] = 20166;
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
