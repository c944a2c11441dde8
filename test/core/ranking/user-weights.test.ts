import type { UserSettings, UserWeight } from '../../../src/core/parameters/parameter-sheet';
import { userWeights } from '../../../src/core/ranking/user-weights';
import { draft, valid } from '../pack/small-pack';

const pack = valid(
  draft({
    dimensions: { scale: { title: '规模' }, ecology: { title: '生态' }, safety: { title: '安全' } },
    indicators: {
      output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
      export: { title: '出口额', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
      land: { title: '用地面积', dimension: 'scale', direction: 'lower_is_better', basis: 'named' },
      green: { title: '绿地率', dimension: 'ecology', direction: 'lower_is_better', basis: 'suggested' },
      per_land: { title: '单位用地产值', dimension: 'safety', direction: 'higher_is_better', basis: 'suggested' },
    },
  }),
);
type Weights = Readonly<Record<string, number>>;
const given = (weights: Weights): ReadonlyMap<string, UserWeight> =>
  new Map(Object.entries(weights).map(([key, value], at) => [key, { value, cell: `权重与参数!C${at + 2}` }]));
const weigh = (dimensions: Weights, indicators: Weights = {}) => {
  const settings: UserSettings = {
    parameters: new Map(),
    dimensionWeights: given(dimensions),
    indicatorWeights: given(indicators),
    oldWeights: new Map(),
    problems: [],
  };
  const chosen = userWeights(pack, settings);
  return { ...chosen, codes: chosen.problems.map(({ code, severity }) => `${code} ${severity}`) };
};
const thirds = { scale: 33.3, ecology: 33.3, safety: 33.4 };

test('none at all: not the user’s', () => {
  expect(weigh({})).toMatchObject({ byUser: false, problems: [] });
});

describe('dimensions alone', () => {
  test.each<[string, Weights]>([
    ['100', { scale: 50, ecology: 30, safety: 20 }],
    ['1', { scale: 0.5, ecology: 0.3, safety: 0.2 }],
    ['33.3 + 33.3 + 33.4', thirds],
    ['0.1 + 0.2 + 0.7: no float noise', { scale: 0.1, ecology: 0.2, safety: 0.7 }],
    ['14.29 six times and 14.26 is not asked for: zero is a weight', { scale: 100, ecology: 0, safety: 0 }],
  ])('make %s', (_, dimensions) => {
    const { codes, byUser, indicator } = weigh(dimensions);
    expect([byUser, codes]).toEqual([true, []]);
    // Indicators of a dimension count alike.
    expect([...indicator.values()]).toEqual([1, 1, 1, 1, 1]);
  });

  test.each<[string, Weights, string]>([
    ['99.9999', { scale: 33.3, ecology: 33.3, safety: 33.3999 }, 'weights-total block'],
    ['100.1', { scale: 33.3, ecology: 33.4, safety: 33.4 }, 'weights-total block'],
    ['one left out', { scale: 50, ecology: 50 }, 'weights-missing block'],
    ['all zero', { scale: 0, ecology: 0, safety: 0 }, 'weights-total block'],
  ])('%s is refused', (_, dimensions, code) => {
    const { codes, problems } = weigh(dimensions);
    expect(codes).toEqual([code]);
    expect(problems[0]).toMatchObject({ sheet: '权重与参数', cell: 'C2' });
  });

  test('what is missing and what the total is are told', () => {
    expect(weigh({ scale: 50, ecology: 50 }).problems[0]?.message).toBe('维度的权重没有填全，缺：安全。');
    expect(weigh({ scale: 50, ecology: 50, safety: 0.5 }).problems[0]?.message).toBe('维度的权重合计为 100.5，应为 100（或 1）。');
  });
});

describe('dimensions and indicators', () => {
  test.each<[string, Weights]>([
    ['100', { output: 40, export: 40, land: 20 }],
    ['1', { output: 0.4, export: 0.4, land: 0.2 }],
    ['their dimension’s own weight', { output: 11.1, export: 11.1, land: 11.1 }],
  ])('of a dimension make %s', (_, indicators) => expect(weigh(thirds, indicators).codes).toEqual([]));

  test('another total is refused, and the accepted ones are told', () => {
    const { problems } = weigh(thirds, { output: 40, export: 40, land: 21 });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['weights-total', '“规模”下各指标的权重合计为 101，应为 100（或 1，或等于所属维度的权重 33.3）。'],
    ]);
  });

  test('all of a dimension or none; the others may be left to count alike', () => {
    expect(weigh(thirds, { output: 50, export: 50 }).codes).toEqual(['weights-missing block']);
    expect(weigh(thirds, { green: 100 }).codes).toEqual([]);
  });
});

describe('indicators alone', () => {
  test('100 together: a dimension weighs what it holds', () => {
    const { codes, dimension, indicator } = weigh({}, { output: 20, export: 20, land: 10, green: 30, per_land: 20 });
    expect(codes).toEqual([]);
    expect(dimension.size).toBe(0);
    expect(indicator.get('green')).toBe(30);
  });

  test('100 in each dimension: dimensions count alike', () => {
    const { codes, dimension } = weigh({}, { output: 50, export: 30, land: 20, green: 100, per_land: 100 });
    expect(codes).toEqual([]);
    expect([...dimension]).toEqual([
      ['scale', 1],
      ['ecology', 1],
      ['safety', 1],
    ]);
  });

  test('100 together, but one indicator has none: refused', () => {
    expect(weigh({}, { output: 30, export: 30, land: 40 }).codes).toEqual(['weights-missing block', 'weights-missing block']);
  });

  test('90 together is neither', () => {
    expect(weigh({}, { output: 10, export: 20, land: 10, green: 30, per_land: 20 }).codes).toContain('weights-total block');
  });
});

test('weight on a dimension without any indicator is pointed out: it cannot count', () => {
  const bare = valid(draft({ dimensions: { scale: { title: '规模' }, ecology: { title: '生态' }, brand: { title: '品牌建设' } } }));
  const settings: UserSettings = {
    parameters: new Map(),
    dimensionWeights: given({ scale: 50, ecology: 30, brand: 20 }),
    indicatorWeights: new Map(),
    oldWeights: new Map(),
    problems: [],
  };
  const [problem, ...more] = userWeights(bare, settings).problems;
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'warning', code: 'weight-without-indicators', sheet: '权重与参数', cell: 'C4' });
  expect(problem?.message).toContain('“品牌建设”');
  expect(problem?.message).toContain('20');
});

describe('dimensions within dimensions', () => {
  const nested = valid(
    draft({
      dimensions: {
        scale: { title: '规模' },
        ecology: { title: '生态' },
        land: { title: '用地', parent: 'ecology' },
        air: { title: '空气', parent: 'ecology' },
      },
      indicators: {
        output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
        green: { dimension: 'land', direction: 'lower_is_better', basis: 'suggested' },
        per_land: { title: '单位用地产值', dimension: 'air', direction: 'higher_is_better', basis: 'suggested' },
      },
    }),
  );
  const problems = (dimensions: Weights, indicators: Weights = {}) =>
    userWeights(nested, {
      parameters: new Map(),
      dimensionWeights: given(dimensions),
      indicatorWeights: given(indicators),
      oldWeights: new Map(),
      problems: [],
    }).problems.map(({ message }) => message);

  test('each group of siblings makes 100, 1 or what its parent weighs', () => {
    expect(problems({ scale: 60, ecology: 40 })).toEqual([]);
    expect(problems({ scale: 60, ecology: 40, land: 30, air: 10 })).toEqual([]);
    expect(problems({ scale: 60, ecology: 40, land: 50, air: 50 })).toEqual([]);
    expect(problems({ scale: 60, ecology: 40, land: 50, air: 40 })).toEqual([expect.stringContaining('“生态”')]);
    expect(problems({ scale: 60, ecology: 60, land: 30, air: 30 })).toEqual(['维度的权重合计为 120，应为 100（或 1）。']);
    expect(problems({ scale: 60, ecology: 40, land: 40 })).toEqual([expect.stringMatching(/“生态”.*空气/)]);
  });

  test('a dimension whose indicators all stand in dimensions below it can count', () =>
    expect(problems({ scale: 60, ecology: 40 }).some((message) => message.includes('没有指标'))).toBe(false));

  test('an indicator without a title is called by its key', () =>
    expect(
      userWeights(
        valid(
          draft({
            indicators: {
              output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
              land: { dimension: 'scale', direction: 'lower_is_better', basis: 'named' },
              green: { title: '绿地率', dimension: 'ecology', direction: 'lower_is_better', basis: 'suggested' },
            },
          }),
        ),
        {
          parameters: new Map(),
          dimensionWeights: new Map(),
          indicatorWeights: given({ output: 50, green: 50 }),
          oldWeights: new Map(),
          problems: [],
        },
      ).problems[0]?.message,
    ).toContain('缺：land'));
});

test('nothing is asked of a dimension without indicators', () => {
  const bare = valid(draft({ dimensions: { scale: { title: '规模' }, ecology: { title: '生态' }, brand: { title: '品牌建设' } } }));
  const settings = (dimensions: Weights, indicators: Weights): UserSettings => ({
    parameters: new Map(),
    dimensionWeights: given(dimensions),
    indicatorWeights: given(indicators),
    oldWeights: new Map(),
    problems: [],
  });
  expect(userWeights(bare, settings({}, { output: 60, green: 40 })).problems).toEqual([]);
  // A weight of nothing takes no share from the others.
  expect(userWeights(bare, settings({ scale: 60, ecology: 40, brand: 0 }, {})).problems).toEqual([]);
  expect(userWeights(bare, settings({ scale: 60, ecology: 40, brand: 0 }, { output: 100, green: 100 })).problems).toEqual([]);
});

describe('contents that the document leaves open', () => {
  const dimensions = { scale: { title: '规模' }, ecology: { title: '生态' }, safety: { title: '安全' } };
  const listed = (list: 'open' | 'closed', more: Readonly<Record<string, unknown>> = {}) =>
    valid(draft({ contents: { list, clause: '一·产值' }, dimensions: { ...dimensions, ...more }, indicators: pack.indicators }));
  const chosen = (of: typeof pack, dimension: Weights) => {
    const { rest, problems } = userWeights(of, {
      parameters: new Map(),
      dimensionWeights: given(dimension),
      indicatorWeights: new Map(),
      oldWeights: new Map(),
      problems: [],
    });
    return [rest, ...problems.map(({ code, severity, cell }) => `${code} ${severity} ${cell}`)];
  };

  test.each<[string, Weights, number, string[]]>([
    ['80 of 100', { scale: 40, ecology: 30, safety: 10 }, 0.2, ['weights-rest warning C2']],
    ['0.8 of 1', { scale: 0.4, ecology: 0.3, safety: 0.1 }, 0.2, ['weights-rest warning C2']],
    ['exactly half', { scale: 20, ecology: 20, safety: 10 }, 0.5, ['weights-rest warning C2']],
    ['exactly 99', { scale: 50, ecology: 30, safety: 19 }, 0.01, ['weights-rest warning C2']],
    ['99.9: rounding', { scale: 50, ecology: 30, safety: 19.9 }, 0, ['weights-total block C2']],
    ['less than half: a slip', { scale: 20, ecology: 20, safety: 9 }, 0, ['weights-total block C2']],
    ['more than 100', { scale: 50, ecology: 30, safety: 21 }, 0, ['weights-total block C2']],
    ['100', { scale: 50, ecology: 30, safety: 20 }, 0, []],
    ['one left out', { scale: 50, ecology: 30 }, 0, ['weights-missing block C2']],
  ])('%s', (_, weights, rest, told) => expect(chosen(listed('open'), weights)).toEqual([rest, ...told]));

  test('a closed list has to be whole, and so has one that the user added to', () => {
    const weights = { scale: 40, ecology: 30, safety: 10 };
    expect(chosen(listed('closed'), weights)).toEqual([0, 'weights-total block C2']);
    expect(chosen(listed('open', { own: { title: '品牌', basis: 'own' } }), { ...weights, own: 5 })).toContain('weights-total block C2');
  });
});
