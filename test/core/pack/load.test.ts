import fc from 'fast-check';
import { loadPack, packJsonSchema } from '../../../src/core/pack/load';
import { builtInPacks } from '../../../src/packs';
import { sharedWords, units } from '../../packs/built-in';
import { draft, valid, withRule, type Draft } from './small-pack';

const refused = (data: Draft): [string, string][] =>
  loadPack(data, 'small.yaml', units)
    .problems.filter(({ severity }) => severity === 'block')
    .map(({ code, message }): [string, string] => [code, message]);

/** A copy of the draft with one value set at a path. */
function put(data: Draft, path: string, value: unknown): Draft {
  const copy = structuredClone(data);
  const keys = path.split('/');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Draft;
  at[keys.at(-1)!] = value;
  return copy;
}

test('the small pack is valid', () => {
  expect(loadPack(draft(), 'small.yaml', units).problems).toEqual([]);
});

describe('unknown keys are refused at every level', () => {
  const whole = put(
    put(
      draft({
        indicator_import: { sheet: ['指标体系'] },
        sheets: [{ title: '表', rules: ['large'] }],
        covers: [{ how: 'shown', ids: ['SD-DIM-01'] }],
        in_force: { from: null, until: null },
      }),
      'rules/target',
      {
        kind: 'target',
        title: '目标',
        measure: 'output',
        unit: '亿元',
        goal: { year: 2020, at_least: 1 },
        baseline: { year: 2014, value: 1 },
        clause: '一·产值',
      },
    ),
    'rules/place',
    {
      kind: 'position',
      title: '后三位',
      ranking: 'all',
      last: 3,
      in: { years: 2, of_last: 2, earlier: [{ table: 'ranks', rank: 'rank' }] },
      clause: '一·产值',
    },
  );

  test('before the slip it is valid', () => expect(refused(whole)).toEqual([]));

  test.each([
    '',
    'jurisdiction',
    'in_force',
    'decided/G1',
    'parameters/n',
    'tables/indicators',
    'tables/indicators/columns/output',
    'measures/per_land',
    'dimensions/scale',
    'indicators/output',
    'indicator_import',
    'scoring',
    'scoring/normalise',
    'scoring/aggregate',
    'rankings/all',
    'rules/large',
    'rules/target',
    'rules/target/goal',
    'rules/target/baseline',
    'rules/place',
    'rules/place/in',
    'rules/place/in/earlier/0',
    'sheets/0',
    'covers/0',
  ])('in “%s”', (level) => {
    const problems = refused(put(whole, level === '' ? 'treshold' : `${level}/treshold`, 7));
    expect(problems.map(([code]) => code)).toEqual(expect.arrayContaining(['pack-schema']));
    expect(problems.some(([, message]) => message.includes('treshold'))).toBe(true);
    if (level !== '') expect(problems.some(([, message]) => message.includes(level.split('/')[0]!))).toBe(true);
  });
});

describe('one mistake each: its code, and the key is named', () => {
  const threshold = { kind: 'threshold', measure: 'output', at_least: 1, unit: '亿元' };
  const position = { kind: 'position', ranking: 'all' };
  const deadline = { kind: 'deadline', event: { date: '2017-01-01' }, event_title: '发布', days: 15, action: '报告' };
  const cases: [string, string, Draft, string][] = [
    ['unknown clause', 'unknown-clause', withRule({ ...threshold, clause: '九·没有' }), '九·没有'],
    [
      'unknown clause of an item',
      'unknown-clause',
      withRule({ kind: 'checklist', table: 'checklist', item: 'item', answer: 'answer', items: { a: { title: '甲', clause: '九·没有' } } }),
      '九·没有',
    ],
    ['unknown decision', 'unknown-decision', withRule({ ...threshold, decided: 'G9' }), 'G9'],
    [
      'unknown unit of a column',
      'unknown-unit',
      put(draft(), 'tables/indicators/columns/output/unit', '两'),
      'tables.indicators.columns.output',
    ],
    ['unknown unit of a rule', 'unknown-unit', withRule({ ...threshold, unit: '斤' }), '斤'],
    ['unknown unit of a measure', 'unknown-unit', put(draft(), 'measures/per_land/unit', '万元/顷'), 'measures.per_land'],
    ['unknown unit of a parameter', 'unknown-unit', put(draft(), 'parameters/n/unit', '两'), 'parameters.n'],
    [
      'a number without unit',
      'unit-needed',
      put(draft(), 'tables/indicators/columns/output/unit', undefined),
      'tables.indicators.columns.output',
    ],
    ['units of two dimensions', 'unit-mismatch', withRule({ ...threshold, unit: '公顷' }), 'output（亿元）'],
    ['units of two currencies', 'unit-mismatch', withRule({ ...threshold, unit: '亿美元' }), 'rules.rule'],
    ['unit of a trend', 'unit-mismatch', withRule({ kind: 'trend', measure: 'green', must: 'decrease', unit: '公顷' }), 'green（%）'],
    [
      'unit of a goal',
      'unit-mismatch',
      withRule({ kind: 'target', measure: 'output', unit: '%', goal: { year: 2020, at_least: 1 } }),
      'rules.rule',
    ],
    [
      'cyclic measures',
      'cycle',
      draft({
        measures: { a: { kind: 'sum', title: '甲', unit: '亿元', of: ['b'] }, b: { kind: 'growth', title: '乙', unit: '亿元', of: 'a' } },
      }),
      'a → b → a',
    ],
    ['a measure of itself', 'cycle', draft({ measures: { a: { kind: 'total', title: '甲', unit: '亿元', of: 'a' } } }), 'a → a'],
    [
      'a clause of a limit of the total',
      'unknown-clause',
      draft({
        scoring: { ...(draft().scoring as Draft), adjustments: [{ kind: 'limit', title: '限额', cap: 100, clause: '九·没有' }] },
      }),
      'scoring.adjustments[0]',
    ],
    [
      'overlapping bands',
      'method',
      put(draft(), 'indicators/output/normalise', {
        method: 'bands',
        bands: [
          { under: 10, points: 0 },
          { at_least: 9, points: 100 },
        ],
      }),
      'indicators.output.normalise',
    ],
    [
      'a gap in bands',
      'method',
      put(draft(), 'indicators/output/normalise', {
        method: 'bands',
        bands: [
          { under: 10, points: 0 },
          { over: 10, points: 100 },
        ],
      }),
      'indicators.output.normalise',
    ],
    [
      'goalposts against the direction of an indicator',
      'method',
      put(
        put(draft(), 'scoring/normalise', { method: 'goalposts', worst: 0, best: 100 }),
        'indicators/output/direction',
        'lower_is_better',
      ),
      'indicators.output.scoring.normalise',
    ],
    ['upside-down goalposts', 'method', put(draft(), 'scoring/normalise', { method: 'goalposts', worst: 5, best: 5 }), 'scoring.normalise'],
    ['no edge', 'edge-none', withRule({ kind: 'threshold', measure: 'output', unit: '亿元' }), 'rules.rule'],
    [
      'no edge of a goal',
      'edge-none',
      withRule({ kind: 'target', measure: 'output', unit: '亿元', goal: { year: 2020 } }),
      'rules.rule.goal',
    ],
    ['over and at_least', 'edge-clash', withRule({ ...threshold, over: 2 }), 'rules.rule'],
    ['under and at_most', 'edge-clash', withRule({ ...threshold, at_least: undefined, under: 2, at_most: 3 }), 'rules.rule'],
    ['low over high', 'edge-clash', withRule({ ...threshold, at_least: 5, at_most: 4 }), 'rules.rule'],
    ['an empty range', 'edge-clash', withRule({ ...threshold, at_least: 5, under: 5 }), 'rules.rule'],
    ['equals beside another edge', 'edge-clash', withRule({ ...threshold, equals: 1 }), 'rules.rule'],
    ['unknown reference of a rule', 'unknown-reference', withRule({ ...threshold, measure: 'outputs' }), 'outputs'],
    [
      'unknown reference of a limit',
      'unknown-reference',
      withRule({ ...threshold, at_least: { column: 'projects.outputs' } }),
      'projects.outputs',
    ],
    ['unknown reference of a filter', 'unknown-reference', withRule({ ...threshold, for: { levels: '省级' } }), 'levels'],
    ['unknown reference of a ranking', 'unknown-reference', put(draft(), 'rankings/all/population', { levels: '省级' }), 'rankings.all'],
    ['unknown reference of an exception', 'unknown-reference', withRule({ ...threshold, exception: 'approved' }), 'approved'],
    ['unknown reference of and_yes', 'unknown-reference', withRule({ ...threshold, and_yes: ['approved'] }), 'approved'],
    ['unknown operand', 'unknown-reference', put(draft(), 'measures/per_land/over', 'lands'), 'measures.per_land'],
    ['unknown indicator', 'unknown-reference', put(draft(), 'indicators/output/measure', 'outputs'), 'indicators.output'],
    ['unknown column of a deadline', 'unknown-reference', withRule({ ...deadline, event: { column: 'projects.ended' } }), 'projects.ended'],
    ['unknown parameter of a limit', 'unknown-parameter', withRule({ ...threshold, at_least: { parameter: 'm' } }), 'rules.rule.at_least'],
    ['unknown parameter of a place', 'unknown-parameter', withRule({ ...position, last: { parameter: 'm' } }), '“m”'],
    ['unknown parameter of a term', 'unknown-parameter', withRule({ ...deadline, days: { parameter: 'm' } }), '“m”'],
    ['unknown parameter of when', 'unknown-parameter', withRule({ ...threshold, when: { parameter: 'm', is: '是' } }), '“m”'],
    [
      'unknown parameter of a year',
      'unknown-parameter',
      withRule({ kind: 'target', measure: 'output', unit: '亿元', goal: { year: { parameter: 'm' }, at_least: 1 } }),
      '“m”',
    ],
    [
      'unknown parameter of an exchange',
      'unknown-parameter',
      draft({ measures: { usd: { kind: 'exchange', title: '折美元', unit: '亿美元', of: 'output', parameter: 'm' } } }),
      '“m”',
    ],
    [
      'unknown parameter of a marked change',
      'unknown-parameter',
      withRule({ kind: 'trend', measure: 'green', must: 'decrease', unit: '%', marked_change: { parameter: 'm' } }),
      '“m”',
    ],
    ['a choice that is none', 'not-a-choice', withRule({ ...threshold, when: { parameter: 'edge', is: '含' } }), '“含”'],
    ['a choice that is neither 是 nor 否', 'not-a-choice', withRule({ ...threshold, when: { parameter: 'watch', is: '有' } }), '“有”'],
    [
      'a measure for a choice that is none',
      'not-a-choice',
      withRule({ ...threshold, measure: { parameter: 'edge', choices: { 含: 'output' } } }),
      '“含”',
    ],
    ['a default that is no choice', 'not-a-choice', put(draft(), 'parameters/edge/default', '也许'), '也许'],
    ['unknown ranking', 'unknown-ranking', withRule({ kind: 'position', ranking: 'alle', last: 3 }), 'alle'],
    ['unknown rule behind a deadline', 'unknown-rule', withRule({ ...deadline, when_found_by: 'nobody' }), 'nobody'],
    [
      'unknown rule to yield to',
      'unknown-rule',
      withRule({ ...position, last: 3, yields_to: { rules: ['nobody'], parameter: 'edge', is: '含本数' } }),
      'nobody',
    ],
    ['unknown rule on a sheet', 'unknown-rule', draft({ sheets: [{ title: '表', rules: ['nobody'] }] }), 'sheets[0]'],
    [
      'unknown column of a checklist',
      'unknown-column',
      withRule({ kind: 'checklist', table: 'checklist', item: 'item', answer: 'reply', items: { a: { title: '甲' } } }),
      'checklist.reply',
    ],
    [
      'unknown column of imported ranks',
      'unknown-column',
      withRule({ kind: 'position', imported: { table: 'ranks', from_last: 'last' }, last: 3 }),
      'ranks.last',
    ],
    [
      'unknown column of an earlier year',
      'unknown-column',
      withRule({ ...position, last: 3, in: { years: 2, of_last: 2, earlier: [{ table: 'ranks', rank: 'ranking' }] } }),
      'ranks.ranking',
    ],
    ['unknown column of a part', 'unknown-column', put(draft(), 'tables/indicators/columns/output/part_of', 'whole'), 'indicators.whole'],
    [
      'unknown column of an area',
      'unknown-column',
      draft({
        measures: { share: { kind: 'share_of_area', title: '占比', unit: '%', of: 'output', over: 'cities.output', by: 'county' } },
      }),
      'indicators.county',
    ],
    ['unknown key column', 'unknown-column', put(draft(), 'tables/projects/key', 'name'), 'projects'],
    [
      'unknown table of imported ranks',
      'unknown-table',
      withRule({ kind: 'position', imported: { table: 'nowhere', from_last: 'rank' }, last: 3 }),
      'nowhere',
    ],
    ['unknown table to be like', 'unknown-table', put(draft(), 'tables/last_year/like', 'nowhere'), 'tables.last_year'],
    ['unknown main table', 'unknown-table', draft({ main_table: 'nowhere' }), 'main_table'],
    ['unknown dimension of an indicator', 'unknown-dimension', put(draft(), 'indicators/output/dimension', 'size'), 'indicators.output'],
    ['unknown parent', 'unknown-dimension', put(draft(), 'dimensions/scale/parent', 'top'), 'dimensions.scale'],
    ['unknown dimension of a weight rule', 'unknown-dimension', withRule({ kind: 'weight_increase', dimensions: ['size'] }), 'size'],
    [
      'dimensions in a circle',
      'dimension-cycle',
      draft({ dimensions: { scale: { title: '规模', parent: 'ecology' }, ecology: { title: '生态', parent: 'scale' } } }),
      'scale → ecology → scale',
    ],
    ['a default out of nowhere', 'default-without-source', put(draft(), 'parameters/n/default', 10), 'parameters.n'],
    ['a choice of nothing', 'choices-needed', put(draft(), 'parameters/n/kind', 'choice'), 'parameters.n'],
    [
      'a default in words for a number',
      'default-kind',
      put(put(draft(), 'parameters/rate/default', '六点五'), 'parameters/rate/decided', 'G1'),
      'parameters.rate',
    ],
    [
      'half a zone as default',
      'default-kind',
      put(put(draft(), 'parameters/n/default', 2.5), 'parameters/n/decided', 'G1'),
      'parameters.n',
    ],
    [
      'a default out of its own range',
      'default-kind',
      put(put(draft(), 'parameters/rate/default', -1), 'parameters/rate/decided', 'G1'),
      'parameters.rate',
    ],
    [
      'a default that is no day',
      'default-kind',
      put(draft(), 'parameters/day', { title: '起算日', kind: 'date', default: '2017-02-30', decided: 'G1' }),
      'parameters.day',
    ],
    [
      'improve without a direction',
      'improve-needs-indicator',
      withRule({ kind: 'trend', measure: 'land', must: 'improve', unit: '公顷' }),
      '“land”',
    ],
    ['a deadline with two terms', 'one-of', withRule({ ...deadline, months: 1 }), 'days、months、years'],
    ['a deadline without a term', 'one-of', withRule({ ...deadline, days: undefined }), 'days、months、years'],
    ['first and last', 'one-of', withRule({ ...position, first: 1, last: 1 }), 'first、last'],
    ['neither first nor last', 'one-of', withRule(position), 'first、last'],
    [
      'a list from a ranking by another document’s standard',
      'list-by-standard',
      withRule(
        { ...position, last: 1 },
        { rankings: { all: { title: '对照', standard: { pack: 'other', sheet: ['他方标准'], least_per_dimension: 1 } } } },
      ),
      'rules.rule',
    ],
    [
      'own and imported ranks',
      'one-of',
      withRule({ ...position, imported: { table: 'ranks', rank: 'rank' }, first: 3 }),
      'ranking、imported',
    ],
    [
      'the last of ranks that cannot be counted from the last',
      'imported',
      withRule({ kind: 'position', imported: { table: 'ranks', rank: 'rank' }, last: 3 }),
      'from_last',
    ],
    [
      'a column and a measure of one name',
      'name-twice',
      draft({ measures: { output: { kind: 'sum', title: '产值', unit: '亿元', of: ['land'] } } }),
      '“output”',
    ],
  ];

  test.each(cases)('%s → %s', (_, code, data, named) => {
    const problems = refused(data);
    expect(problems.map(([found]) => found)).toContain(code);
    expect(
      problems
        .filter(([found]) => found === code)
        .map(([, message]) => message)
        .join(),
    ).toContain(named);
  });

  test('every message has a next step in Chinese', () => {
    for (const [, , data] of cases)
      for (const { message, nextStep, sheet } of loadPack(data, 'small.yaml', units).problems)
        expect([/[一-龥]/.test(message), /[一-龥]/.test(nextStep), sheet]).toEqual([true, true, 'small.yaml']);
  });
});

describe('what the schema alone refuses', () => {
  test.each([
    ['another format', draft({ format: 'zone-assessor/pack@2' }), 'format'],
    ['a bare threshold', withRule({ kind: 'threshold', measure: 'output', unit: '亿元', threshold: 1 }), 'rules.rule'],
    ['an unknown kind of rule', withRule({ kind: 'limit', measure: 'output' }), 'rules.rule'],
    ['a rule without clause', put(draft(), 'rules/large/clause', undefined), 'rules.large.clause'],
    ['an indicator without direction', put(draft(), 'indicators/output/direction', undefined), 'indicators.output.direction'],
    ['a table without key', put(draft(), 'tables/projects/key', undefined), 'tables.projects'],
    ['a long sheet title', draft({ sheets: [{ title: '长'.repeat(32), rules: ['large'] }] }), 'sheets[0].title'],
    ['a sheet title with a slash', draft({ sheets: [{ title: '甲/乙', rules: ['large'] }] }), 'sheets[0].title'],
    ['a date that is none', draft({ date: '2016年11月16日' }), 'date'],
    ['a weight below zero', put(draft(), 'dimensions/scale/weight', -1), 'dimensions.scale.weight'],
    ['zero places', withRule({ kind: 'position', ranking: 'all', last: 0 }), 'rules.rule.last'],
    [
      'a fraction over zero',
      withRule({ kind: 'threshold', measure: 'output', unit: '亿元', at_least: { fraction: [1, 0] } }),
      'rules.rule.at_least',
    ],
    ['a key with a dot', draft({ dimensions: { 'a.b': { title: '甲' } } }), 'a.b'],
    ['null', { ...draft(), rules: null }, 'rules'],
  ])('%s', (_, data, path) => {
    const problems = refused(data);
    expect(problems.map(([code]) => code)).toEqual(expect.arrayContaining(['pack-schema']));
    expect(problems.some(([, message]) => message.includes(path))).toBe(true);
  });

  test('names that every object has are no keys and no references', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
      expect(refused(withRule({ kind: 'threshold', measure: name, at_least: 1, unit: '亿元' }))).not.toEqual([]);
      expect(refused(withRule({ kind: 'position', ranking: name, last: 1 }))).not.toEqual([]);
      expect(refused(draft({ main_table: name }))).not.toEqual([]);
      expect(refused(put(draft(), 'rules/large/clause', name))).not.toEqual([]);
      expect(refused(put(draft(), 'indicators/output/dimension', name))).not.toEqual([]);
    }
  });
});

describe('what all packs share', () => {
  const loaded = (parameters: Draft) => loadPack(draft({ parameters }), 'small.yaml', units, sharedWords).pack?.parameters ?? {};
  test('every pack asks for the year of the figures, the day of the assessment and the document of the weights', () =>
    expect(Object.entries(loaded({})).map(([key, { title, kind }]) => [key, title, kind])).toEqual([
      ['data_year', '数据年度', 'year'],
      ['assessment_day', '考评日期', 'date'],
      ['weights_document', '权重依据名称', 'text'],
      ['weights_number', '权重依据文号', 'text'],
      ['weights_date', '权重依据日期', 'date'],
    ]));
  test('what a pack declares itself is its own', () =>
    expect(loaded({ data_year: { title: '报告年度', kind: 'year' } })['data_year']?.title).toBe('报告年度'));
});

test('a dimension without indicators is only mentioned', () => {
  const { pack, problems } = loadPack(
    draft({ dimensions: { scale: { title: '规模' }, ecology: { title: '生态' }, brand: { title: '品牌' } } }),
    'small.yaml',
    units,
  );
  expect(pack).toBeDefined();
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['empty-dimension', 'info']]);
  expect(problems[0]?.message).toContain('品牌');
});

test('one or more: a clause alone is a list of one', () => {
  expect(valid(draft()).rules.large?.clause).toEqual(['一·产值']);
  expect(
    valid(withRule({ kind: 'threshold', measure: 'output', at_least: 1, unit: '亿元', clause: ['一·产值', '二·绿地'] })).rules.rule?.clause,
  ).toHaveLength(2);
});

describe('loadPack never throws', () => {
  test('on arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => void loadPack(data, 'x', units)),
      { numRuns: 150 },
    );
  });

  test('on a pack with anything anywhere', () => {
    const bases = [draft(), ...builtInPacks.map(({ data }) => data as Draft)];
    const words = fc.constantFrom<unknown>(
      'constructor',
      '__proto__',
      'toString',
      'output',
      'a.b',
      '',
      0,
      -1,
      null,
      [],
      {},
      'zone',
      '国家级',
      'from_header',
      { parameter: 'constructor' },
      { column: 'toString.valueOf' },
      ['indicators.constructor'],
    );
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.nat(), fc.oneof(words, fc.jsonValue()), (base, at, value) => {
        const own: string[][] = [];
        const collect = (inner: unknown, path: string[]): void => {
          if (path.length > 0) own.push(path);
          if (typeof inner === 'object' && inner !== null) for (const [key, next] of Object.entries(inner)) collect(next, [...path, key]);
        };
        collect(base, []);
        const copy = structuredClone(base);
        const path = own[at % own.length]!;
        let target = copy as Record<string, unknown>;
        for (const key of path.slice(0, -1)) target = target[key] as Record<string, unknown>;
        target[path.at(-1)!] = value;
        loadPack(copy, 'x', units);
      }),
      { numRuns: 200 },
    );
  });
});

test('the JSON Schema for editors can be written down', () => {
  const schema = JSON.stringify(packJsonSchema());
  expect(JSON.parse(schema)).toMatchObject({ type: 'object', additionalProperties: false });
});

test('built-in packs: nothing is wrong with them but dimensions without indicators', () => {
  for (const { file, data } of builtInPacks)
    expect(loadPack(data, file, units).problems.filter(({ code }) => code !== 'empty-dimension')).toEqual([]);
});
