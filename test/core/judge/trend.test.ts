import type { Row } from '../../packs/sheets';
import { book, codes, lines, parameters, run, sentence } from './one-rule';
import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';
import { draft, withRule, type Draft } from '../pack/small-pack';

const trend = { kind: 'trend', measure: 'green', unit: '%', must: 'increase' };
const years = (now: readonly Row[], before: readonly Row[]) => book({ indicators: now, last_year: before });
const one = (rule: Draft, now: number | null, before: number | null) =>
  run(
    rule,
    years(
      [
        { zone: '甲区', green: now },
        { zone: '乙区', green: 1 },
      ],
      [
        { zone: '甲区', green: before },
        { zone: '乙区', green: 1 },
      ],
    ),
  );

test('a finding tells both years, the verdict, and rests on both cells', () => {
  expect(one(trend, 5, 4).one('rule', '甲区')).toMatchObject({ value: '5%', limit: '4%', cells: ['指标数据!B2', '上年指标数据!B2'] });
  expect(sentence(one(trend, 5, 4), '甲区')).toBe('甲区“绿地率”本年为5%，上年为4%，比上年提高，符合要求。');
});

describe('the figure of an area that several rows share', () => {
  const share = { kind: 'share_of_area', title: '占所在市', unit: '%', of: 'output', over: 'cities.output', by: 'city' };
  const base = draft();
  const parts = {
    measures: { share, shared: { ...share, title: '合计占所在市', together: 2 } },
    tables: { ...(base['tables'] as Draft), cities_before: { sheet: ['上年地市汇总'], row: '地市', like: 'cities', previous: true } },
  };
  const rule = { kind: 'trend', measure: 'share', together: 'shared', unit: '%', must: 'increase' };
  const zonesOf = (outputs: readonly (number | null)[]): Row[] =>
    outputs.map((output, at) => ({ zone: ['甲区', '乙区', '丙区'][at]!, city: at < 2 ? '江州市' : '河州市', output }));
  const judgedOn = (now: readonly (number | null)[], before: readonly (number | null)[]) =>
    run(
      rule,
      book({
        indicators: zonesOf(now),
        last_year: zonesOf(before),
        cities: ['江州市', '河州市'].map((city) => ({ city, output: 100 })),
        cities_before: ['江州市', '河州市'].map((city) => ({ city, output: 100 })),
      }),
      parts,
    );

  test.each<[string, readonly (number | null)[], readonly (number | null)[], string[]]>([
    [
      'each by itself and the sum',
      [5, 9, 1],
      [6, 7, 0],
      ['甲区 unmet 不达标', '乙区 met 达标', '丙区 met 达标', '江州市（2个开发区合计） met 达标'],
    ],
    [
      'a sum that falls behind is yellow',
      [5, 7, 1],
      [6, 7, 0],
      ['甲区 unmet 不达标', '乙区 explain 持平', '丙区 met 达标', '江州市（2个开发区合计） explain 需说明'],
    ],
    ['the same sum', [5, 8, 1], [6, 7, 0], ['甲区 unmet 不达标', '乙区 met 达标', '丙区 met 达标', '江州市（2个开发区合计） explain 持平']],
    [
      'one zone’s figure is missing: the sum is open',
      [5, null, 1],
      [6, 7, 0],
      ['甲区 unmet 不达标', '乙区 missing 缺数', '丙区 met 达标', '江州市（2个开发区合计） missing 缺数'],
    ],
    [
      'fewer zones the year before cannot be compared',
      [5, 9, 1],
      [6],
      ['甲区 unmet 不达标', '乙区 missing 缺数', '丙区 missing 缺数', '江州市（2个开发区合计） missing 缺数'],
    ],
  ])('%s', (_, now, before, expected) => {
    expect(lines(judgedOn(now, before))).toEqual(expected);
  });

  test('says the sum of both years and the cells of all', () => {
    expect(sentence(judgedOn([5, 9, 1], [6, 7, 0]), '江州市（2个开发区合计）')).toBe(
      '江州市（2个开发区合计）“合计占所在市”本年为14%，上年为13%，比上年提高，符合要求。',
    );
    expect(sentence(judgedOn([5, 7, 1], [6, 7, 0]), '江州市（2个开发区合计）')).toMatch(/比上年降低，需说明（文件没有写合计）。$/u);
    expect(judgedOn([5, null, 1], [6, 7, 0]).one('rule', '江州市（2个开发区合计）')).toMatchObject({ settle: ['指标数据!C3'] });
  });

  test('what is no such sum is refused', () => {
    const problems = loadPack(withRule({ ...rule, together: 'share' }, parts), 'small.yaml', units, sharedWords).problems;
    expect(problems.map(({ code }) => code)).toEqual(['not-together']);
  });
});

test.each<[string, number, number, string, string]>([
  ['increase', 5, 4, 'met', '比上年提高，符合要求'],
  ['increase', 4, 5, 'unmet', '比上年降低，不符合要求'],
  ['decrease', 4, 5, 'met', '比上年降低，符合要求'],
  ['decrease', 5, 4, 'unmet', '比上年提高，不符合要求'],
  ['increase', 5, 5, 'explain', '与上年持平，需说明'],
  ['decrease', 5, 5, 'explain', '与上年持平，需说明'],
])('must %s: %d after %d is %s', (must, now, before, status, words) => {
  const result = one({ ...trend, must }, now, before);
  expect(result.one('rule', '甲区')?.status).toBe(status);
  expect(sentence(result, '甲区')).toContain(`，${words}。`);
});

test('against what is wanted is yellow where the clause is not binding', () =>
  expect(one({ ...trend, severity: 'general' }, 4, 5).one('rule', '甲区')?.status).toBe('explain'));

test('years that differ too little to be seen are shown with more digits', () => {
  const result = one(trend, 5.0001, 5.0002);
  expect(result.one('rule', '甲区')).toMatchObject({ status: 'unmet', value: '5.0001%', limit: '5.0002%' });
});

test('missing on either side is grey, and each gap is named', () => {
  expect(sentence(one(trend, null, 4), '甲区')).toBe('甲区“规则”无法判定：指标数据!B2“绿地率”未填报。');
  expect(sentence(one(trend, 4, null), '甲区')).toBe('甲区“规则”无法判定：上年指标数据!B2“绿地率”未填报。');
  expect(one(trend, 4, null).one('rule', '甲区')?.cells).toEqual(['指标数据!B2', '上年指标数据!B2']);
  expect(sentence(one(trend, null, null), '甲区')).toContain('指标数据!B2“绿地率”未填报；上年指标数据!B2“绿地率”未填报');
});

test('a zone that was not there last year is grey, and zones are found by name', () => {
  const result = run(
    trend,
    years(
      [
        { zone: '甲区', green: 5 },
        { zone: '乙 区', green: 5 },
      ],
      [
        { zone: '丙区', green: 9 },
        { zone: '乙区', green: 4 },
      ],
    ),
  );
  expect(lines(result)).toEqual(['甲区 missing 缺数', '乙区 met 达标']);
  expect(sentence(result, '甲区')).toContain('上年表中没有“甲区”');
  expect(result.one('rule', '甲区')?.cells).toEqual(['指标数据!B2']);
  expect(result.one('rule', '乙区')?.cells).toEqual(['指标数据!B3', '上年指标数据!B3']);
});

test('no last year at all, or last year without the column: one grey line for everyone', () => {
  const absent = run(trend, book({ indicators: [{ zone: '甲区', green: 5 }] }));
  expect([lines(absent), codes(absent)]).toEqual([['全部开发区 missing 缺数'], expect.arrayContaining(['rule-missing-input'])]);
  expect(sentence(absent)).toContain('上年指标数据');
});

test('last year in another unit is turned; one that cannot be is said', () => {
  const exports = { kind: 'trend', measure: 'export', must: 'increase', unit: '亿美元' };
  const stated = (now: string, before: string) =>
    run(exports, (pack) => [
      ...book({ indicators: [{ zone: '甲区', export: 1 }] }, undefined, { export: now })(pack),
      ...book({ indicators: [{ zone: '甲区', export: 9000 }] }, undefined, { export: before })(pack).map((sheet) => ({
        ...sheet,
        name: '上年指标数据',
      })),
    ]);
  expect(stated('亿美元', '万美元').of('rule')[0]).toMatchObject({ status: 'met', value: '1亿美元', limit: '0.9亿美元' });
  expect(sentence(stated('亿美元', '公顷'))).toContain('“出口额”的单位与要求不符');
});

test('only for those that the rule is for', () =>
  expect(
    lines(
      run(
        { ...trend, for: { level: '省级' } },
        years(
          [
            { zone: '甲区', level: '省级', green: 5 },
            { zone: '乙区', level: '国家级', green: 5 },
          ],
          [
            { zone: '甲区', green: 4 },
            { zone: '乙区', green: 4 },
          ],
        ),
      ),
    ),
  ).toEqual(['甲区 met 达标']));

test('a figure of the whole province against the year before', () => {
  const tables = { province: [{ area: '某省', output: 5 }], indicators: [{ zone: '甲区', output: 1 }] };
  const result = run(
    { kind: 'trend', measure: 'all', must: 'increase', unit: '亿元' },
    book({ ...tables, last_year: [{ zone: '甲区', output: 2 }] }),
    {
      measures: { all: { kind: 'total', title: '合计', unit: '亿元', of: 'output' } },
    },
  );
  expect(lines(result)).toEqual(['某省 unmet 不达标']);
  expect(result.of('rule')[0]?.cells).toEqual(['指标数据!B2', '上年指标数据!B2']);
});

describe('a marked change', () => {
  const parts = { parameters: { mark: { title: '明显幅度', kind: 'number', unit: '%' } } };
  const marked = (must: string, now: number, before: number, mark?: number, severity = 'binding') =>
    run(
      { ...trend, must, severity, marked_change: { parameter: 'mark' } },
      book(
        { indicators: [{ zone: '甲区', green: now }], last_year: [{ zone: '甲区', green: before }] },
        mark === undefined ? undefined : parameters({ mark }),
      ),
      parts,
    );

  test('the user’s number unset: the change is shown and not judged', () => {
    const result = marked('increase', 7, 5);
    expect(lines(result)).toEqual(['甲区 missing 未判定']);
    expect(sentence(result)).toBe(
      '甲区“绿地率”本年为7%，上年为5%，变动+2个百分点，文件未规定幅度，“权重与参数”表中未填“明显幅度”，只列变动，不作判定。',
    );
    expect(sentence(marked('increase', 5, 7))).toContain('变动-2个百分点');
  });

  test.each<[string, number, number, string]>([
    ['increase', 7, 5, 'met'],
    ['increase', 6.99, 5, 'unmet'],
    ['increase', 3, 5, 'unmet'],
    ['decrease', 3, 5, 'met'],
    ['decrease', 3.01, 5, 'unmet'],
    ['decrease', 7, 5, 'unmet'],
  ])('%s from %d, was %d, by 2: %s', (must, now, before, status) =>
    expect(marked(must, now, before, 2).of('rule')[0]?.status).toBe(status),
  );

  test('the verdict names the number, and a general clause stays yellow', () => {
    expect(sentence(marked('increase', 7, 5, 2))).toContain('变动+2个百分点，达到提高2个百分点的要求');
    expect(sentence(marked('increase', 6, 5, 2))).toContain('变动+1个百分点，没有达到提高2个百分点的要求');
    // A change the wrong way, however large, is never said to reach or miss a size.
    expect(sentence(marked('increase', 2, 7, 2))).toContain('变动-5个百分点，没有达到提高2个百分点的要求');
    expect(marked('increase', 6, 5, 2, 'general').of('rule')[0]?.status).toBe('explain');
  });

  test('no change is no marked change, even where the user asks for none', () =>
    expect(marked('increase', 5, 5, 0).of('rule')[0]?.status).toBe('unmet'));
});
