import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import { reportWords } from '../../../src/core/words/report';
import { check } from '../../../src/core/checked';
import { whyUnranked } from '../../../src/core/ranking/population';
import { rankZones } from '../../../src/core/ranking/rank-zones';
import { assessed, inputOf, judged } from '../../packs/run';
import { settingsSheet, sheetOf, tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const pack = valid(draft());
const zones = (rows: readonly Row[], of: Pack = pack): SheetGrid => tableSheet(of, 'indicators', rows);
const four = [
  { zone: '甲区', level: '省级', output: 100, green: 10 },
  { zone: '乙区', level: '省级', output: 60, green: 20 },
  { zone: '丙区', level: '省级', output: 60, green: 20 },
  { zone: '丁区', level: '国家级', output: 20, green: 30 },
];
/** The ranking alone, where weights may be refused. */
const weighed = (of: Pack, sheets: readonly SheetGrid[]) => {
  const { figures } = check(inputOf(of, sheets));
  return { ranked: rankZones(of, figures) };
};
const places = (of: Pack, sheets: readonly SheetGrid[], ranking = 'all'): [number, number][] => {
  const ranked = judged(of, sheets).ranked.rankings.get(ranking)!;
  return Array.from(ranked.rank, (rank, at) => [rank, ranked.tied[at]!]);
};

test('ties share the best place and the places behind stay empty', () => {
  expect(places(pack, [zones(four)])).toEqual([
    [1, 0],
    [2, 1],
    [2, 1],
    [4, 0],
  ]);
});

test('a population by filter; rows point back into the main table', () => {
  const part = valid(
    draft({
      rankings: {
        local: { title: '省级', population: { level: '省级' } },
        both: { title: '全部', population: { level: ['省级', '国家级'] } },
      },
    }),
  );
  const { rankings } = judged(part, [zones([four[3]!, ...four.slice(0, 3)], part)]).ranked;
  expect(Array.from(rankings.get('local')!.rows)).toEqual([1, 2, 3]);
  expect(rankings.get('both')!.rows).toHaveLength(4);
});

test('nobody in a population: said, not silently left out', () => {
  const part = valid(draft({ rankings: { nation: { title: '国家级排名', population: { level: '国家级' } } } }));
  const { ranked } = judged(part, [zones(four.slice(0, 3), part)]);
  expect(ranked.rankings.size).toBe(0);
  expect(ranked.problems.map(({ code, message }) => [code, message.includes('国家级排名')])).toEqual([['population-empty', true]]);
});

test('lowest first', () => {
  const low = valid(draft({ rankings: { all: { title: '综合排名', order: 'lowest_first' } } }));
  expect(places(low, [zones(four, low)])).toEqual([
    [4, 0],
    [2, 1],
    [2, 1],
    [1, 0],
  ]);
});

test('ranks from rounded totals only where the pack says so', () => {
  const rows = [
    { zone: '甲区', output: 100 },
    { zone: '乙区', output: 50.1 },
    { zone: '丙区', output: 50.2 },
    { zone: '丁区', output: 0 },
  ];
  expect(places(pack, [zones(rows)])).toEqual([
    [1, 0],
    [3, 0],
    [2, 0],
    [4, 0],
  ]);
  const rounded = valid(draft({ rankings: { all: { title: '综合排名', rank_from: { rounded: 0 } } } }));
  expect(places(rounded, [zones(rows, rounded)])).toEqual([
    [1, 0],
    [2, 1],
    [2, 1],
    [4, 0],
  ]);
});

test('equal weights by default, the user’s weights where given, and the basis follows', () => {
  const apart = [
    { zone: '甲区', output: 100, green: 30 },
    { zone: '乙区', output: 90, green: 10 },
    { zone: '丙区', output: 0, green: 20 },
  ];
  const trial = judged(pack, [zones(apart)]).ranked;
  expect(trial.basis).toBe('equal_weights_trial');
  expect(Array.from(trial.rankings.get('all')!.totals)).toEqual([50, 95, 25]);
  const own = judged(pack, [zones(apart), settingsSheet(pack, { dimensions: { scale: 80, ecology: 20 } })]).ranked;
  expect(own.basis).toBe('user_weights');
  expect(Array.from(own.rankings.get('all')!.totals)).toEqual([80, 92, 10]);
});

test('an indicator whose column is missing is said to be missing and takes no part', () => {
  const { output, green } = draft().indicators as Readonly<Record<string, Draft>>;
  const named = valid(draft({ indicators: { output, green: { ...green, basis: 'named' } } }));
  const { ranked } = judged(named, [
    zones([
      { zone: '甲区', output: 2 },
      { zone: '乙区', output: 1 },
    ]),
  ]);
  expect(ranked.problems.map(({ code, severity }) => [code, severity])).toContainEqual(['indicator-absent', 'warning']);
  expect(Array.from(ranked.rankings.get('all')!.totals)).toEqual([100, 0]);
});

describe('bonus, deduction, veto', () => {
  const adjusted: Draft = {
    scoring: {
      basis: 'pack_weights',
      normalise: { method: 'min_max', to: [0, 100] },
      aggregate: { method: 'weighted_arithmetic' },
      adjustments: [
        { kind: 'bonus', title: '加分', measure: 'land', points_per: 2, cap: 5 },
        { kind: 'veto', title: '未依法批准', column: 'lawful', when: '否', effect: 'unranked' },
        { kind: 'limit', cap: 100, floor: 0 },
      ],
    },
  };

  test('a vetoed zone takes no place; no answer is no veto', () => {
    const one = valid(draft(adjusted));
    const rows = four.map((row, at) => ({ ...row, land: at, lawful: ['是', '否', null, '是'][at] }));
    const ranked = judged(one, [zones(rows, one)]).ranked;
    expect(ranked.basis).toBe('pack_weights');
    expect(Array.from(ranked.rankings.get('all')!.rank)).toEqual([1, 0, 2, 3]);
    expect(Array.from(ranked.rankings.get('all')!.totals).map((total) => Math.round(total * 100) / 100)).toEqual([100, 52, 54, 5]);
    expect(ranked.problems.map(({ code }) => code)).toContain('veto-missing');
  });
});

test('the method that the user chose', () => {
  const choice = valid(
    draft({
      parameters: { method: { title: '标准化方法', kind: 'choice', choices: ['极差法', '排序赋分法'], default: '极差法', decided: 'G1' } },
      scoring: {
        basis: 'equal_weights_trial',
        normalise: {
          parameter: 'method',
          choices: { 极差法: { method: 'min_max', to: [0, 100] }, 排序赋分法: { method: 'rank_points', from: 100, to: 0 } },
        },
        aggregate: { method: 'weighted_arithmetic' },
      },
    }),
  );
  const rows = [
    { zone: '甲区', output: 100 },
    { zone: '乙区', output: 1 },
    { zone: '丙区', output: 0 },
  ];
  const totals = (method: string): number[] =>
    Array.from(judged(choice, [zones(rows, choice), settingsSheet(choice, { parameters: { method } })]).ranked.rankings.get('all')!.totals);
  expect(totals('极差法')).toEqual([100, 1, 0]);
  expect(totals('排序赋分法')).toEqual([100, 50, 0]);
});

describe('a figure of the whole jurisdiction', () => {
  const whole = (normalise: Draft): Pack =>
    valid(
      draft({
        indicators: {
          output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named', clause: '一·产值' },
          all: {
            title: '全省产值',
            measure: 'province.output',
            dimension: 'scale',
            direction: 'higher_is_better',
            basis: 'named',
            normalise,
          },
        },
      }),
    );
  const rows = [
    { zone: '甲区', output: 3 },
    { zone: '乙区', output: 2 },
    { zone: '丙区', output: 1 },
  ];
  const rank = (of: Pack) =>
    judged(of, [zones(rows, of), tableSheet(of, 'province', [{ area: '某省', output: 40 }])]).ranked.rankings.get('all')!;

  test('stands for every zone alike', () => {
    const ranked = rank(whole({ method: 'goalposts', worst: 0, best: 100 }));
    expect(Array.from(ranked.values.get('all')!)).toEqual([40, 40, 40]);
    expect(Array.from(ranked.totals)).toEqual([70, 45, 20]);
    expect(Array.from(ranked.complete)).toEqual([1, 1, 1]);
  });

  test('parts nobody where zones are measured against each other, and takes no part', () => {
    const ranked = rank(whole({ method: 'min_max', to: [0, 100] }));
    expect([...ranked.scores.constant]).toEqual(['all']);
    expect(Array.from(ranked.totals)).toEqual([100, 50, 0]);
  });
});

describe('why a zone is 未排名 is told beside it', () => {
  const veto: Draft = {
    scoring: {
      basis: 'pack_weights',
      normalise: { method: 'min_max', to: [0, 100] },
      aggregate: { method: 'weighted_arithmetic', missing: 'refuse' },
      adjustments: [{ kind: 'veto', title: '未依法批准', column: 'lawful', when: '否', effect: 'unranked' }],
    },
  };
  const remarks = (rows: readonly Row[]): Record<string, string> => {
    const of = valid(draft(veto));
    const plan = assessed(of, [tableSheet(of, 'indicators', rows)]).plan!;
    const sheet = plan.sheets.find(({ name }) => name === '综合排名')!;
    const texts = sheet.body.flatMap((body) => (body.kind === 'text' ? [body.values] : []));
    // Who has no place stands below the table.
    const below = sheet.foot.filter((row) => row.length > 1).map((row) => [String(row[1]!.value), String(row.at(-1)!.value)]);
    return Object.fromEntries([...below, ...texts[0]!.map((zone, at) => [zone, texts.at(-1)![at]!])]) as Record<string, string>;
  };

  test('figures that others have are lacking, a veto, nothing that parts it from others', () => {
    const found = remarks([
      { zone: '甲区', output: 3, green: 1, lawful: '是' },
      { zone: '乙区', output: 2, green: 2, lawful: '否' },
      { zone: '丙区', output: null, green: 3, lawful: '是' },
      { zone: '丁区', output: 1, green: 4, lawful: '是' },
    ]);
    expect(found['甲区']).toBe('');
    expect(found['乙区']).toContain(reportWords.unranked.vetoed);
    expect(found['丙区']).toContain(reportWords.unranked.lacking);
    expect(found['丙区']).toContain('工业总产值');
  });

  test('whom the department leaves out for a gap lacks figures, and was not vetoed', () => {
    const of = valid(
      draft({
        ...veto,
        parameters: {
          gaps: { title: '缺数的处理', kind: 'choice', choices: ['待补数核定', '不参与排名'], default: '待补数核定', decided: 'G1' },
          ground: { title: '依据', kind: 'text' },
        },
        scoring: {
          ...(veto.scoring as Draft),
          aggregate: { method: 'weighted_arithmetic', missing: 'renormalise' },
          gaps: { parameter: 'gaps', choices: { 待补数核定: 'wait', 不参与排名: 'exclude' }, ground: 'ground' },
        },
      }),
    );
    const rows = [
      { zone: '甲区', output: 3, green: null, lawful: '是' },
      { zone: '乙区', output: 2, green: 2, lawful: '否' },
      { zone: '丙区', output: 1, green: 3, lawful: '是' },
    ];
    const ranked = judged(of, [
      tableSheet(of, 'indicators', rows),
      settingsSheet(of, { parameters: { gaps: '不参与排名', ground: '某办法' } }),
    ]).ranked.rankings.get('all')!;
    expect([0, 1].map((place) => [ranked.rank[place], whyUnranked(ranked, place)])).toEqual([
      [0, 'lacking'],
      [0, 'vetoed'],
    ]);
  });

  test.each([
    ['level in everything', { output: 1, green: 5 }, '数据没有差别2个'],
    ['level in the rest of what anybody has', { output: 1 }, '数据没有差别2个'],
    ['without any figure', { output: null, green: null }, '缺数2个'],
  ])('where nobody has a place there is no sheet, and it is said why: zones that are %s', (_, figures, why) => {
    const of = valid(draft(veto));
    const sheet = tableSheet(
      of,
      'indicators',
      ['甲区', '乙区'].map((zone) => ({ zone, lawful: '是', ...figures })),
    );
    expect(judged(of, [sheet]).ranked.unmade.get('all')).toContain(why);
    const { sheets } = assessed(of, [sheet]).plan!;
    expect(sheets.filter(({ name }) => name.includes('综合排名'))).toEqual([]);
    const [overview] = sheets;
    expect(overview!.head.map((row) => row.map(({ value }) => String(value)).join('：'))).toContainEqual(
      expect.stringMatching(new RegExp(`^综合排名：.*${why}`, 'u')),
    );
  });
});

describe('groups of zones', () => {
  const grouped = (scoring: Draft, more: Draft = {}): Pack =>
    valid(
      draft({
        ...more,
        scoring: {
          basis: 'pack_weights',
          normalise: { method: 'min_max', to: [0, 100] },
          aggregate: { method: 'weighted_arithmetic' },
          group_by: 'level',
          ...scoring,
        },
      }),
    );
  const rows = [
    { zone: '甲区', level: '省级', output: 100, green: 30 },
    { zone: '乙区', level: '国家级', output: 100, green: 30 },
    { zone: '丙区', level: '省级', output: 0, green: 10 },
    { zone: '丁区', level: null, output: 0, green: 10 },
  ];
  const totals = (of: Pack, given: readonly Row[] = rows): number[] =>
    Array.from(judged(of, [zones(given, of)]).ranked.rankings.get('all')!.totals);

  test('each zone is weighed as its group is; a zone in no group has no total, and that is said', () => {
    const of = grouped({
      weights: {
        kind: 'by_group',
        groups: { 省级: { scale: 80, ecology: 20, output: 100, green: 100 }, 国家级: { scale: 30, ecology: 70, output: 100, green: 100 } },
      },
    });
    expect(totals(of)).toEqual([80, 30, 20, NaN]);
    expect(judged(of, [zones(rows, of)]).problems.map(({ code }) => code)).toContain('group-unknown');
  });

  test('a group’s mean stands in for what one of it lacks', () => {
    const of = grouped({ aggregate: { method: 'weighted_arithmetic', missing: 'group_mean' } });
    const given = [
      { zone: '甲区', level: '省级', output: 100, green: 10 },
      { zone: '乙区', level: '国家级', output: 0, green: 10 },
      { zone: '丙区', level: '省级', output: 50, green: 30 },
      { zone: '丁区', level: '省级', output: 50, green: null },
    ];
    // 绿地率 of 省级 zones: 100 and 0, so 50 for the one without.
    expect(totals(of, given)).toEqual([100, 50, 25, 50]);
  });

  test('without that column on the sheet the whole population is one group', () =>
    expect(
      totals(grouped({ aggregate: { method: 'weighted_arithmetic', missing: 'group_mean' } }), [
        { zone: '甲区', output: 100, green: 10 },
        { zone: '乙区', output: 0, green: 30 },
        { zone: '丙区', output: 0, green: null },
      ]),
    ).toEqual([100, 0, 25]));
});

test('weights that cannot be used rank nobody and are told once', () => {
  const { ranked } = weighed(pack, [zones(four), settingsSheet(pack, { dimensions: { scale: 80, ecology: 30 } })]);
  expect([ranked.rankings.size, ranked.basis]).toEqual([0, 'user_weights']);
  expect(ranked.problems.map(({ code }) => code)).toEqual(['weights-total']);
});

test('no indicator at all: nobody is ranked, and that is said', () => {
  const bare = valid(draft({ indicators: {} }));
  const { ranked } = judged(bare, [zones(four, bare)]);
  expect(ranked.rankings.size).toBe(0);
  expect(ranked.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['no-indicators warning']);
});

test('an indicator is in the unit that the sheet states where the pack leaves it open; its title is the pack’s or its column’s', () => {
  const open = valid(
    draft({
      indicators: { export: { dimension: 'scale', direction: 'higher_is_better', basis: 'named' } },
    }),
  );
  const unitOf = (units?: Record<string, string>) => {
    const sheets = [
      tableSheet(
        open,
        'indicators',
        units
          ? [
              { zone: '甲区', export: 1 },
              { zone: '乙区', export: 2 },
            ]
          : [{ zone: '甲区', land: 1 }],
        units ? { units } : {},
      ),
    ];
    const [indicator] = judged(open, sheets).ranked.rankings.get('all')!.indicators;
    return [indicator?.title, indicator?.unit];
  };
  expect(unitOf({ export: '万美元' })).toEqual(['出口额', '万美元']);
  expect(unitOf()).toEqual(['出口额', undefined]);
});

test('weights of the pack, of the user, and of neither', () => {
  const { output, green } = draft().indicators as Record<string, Draft>;
  const of = valid(
    draft({
      dimensions: { scale: { title: '规模', weight: 60 }, ecology: { title: '生态', weight: 40 } },
      indicators: { output: { ...output, weight: 100 }, green: { ...green, weight: 100 } },
      scoring: { ...(draft().scoring as Draft), basis: 'pack_weights', weights: { kind: 'given', total: 100 } },
    }),
  );
  const apart = [
    { zone: '甲区', output: 100, green: 30 },
    { zone: '乙区', output: 0, green: 10 },
  ];
  const shares = (sheets: readonly SheetGrid[]) => Object.fromEntries(judged(of, sheets).ranked.rankings.get('all')!.weightSets[0]!.shares);
  expect(shares([zones(apart, of)])).toMatchObject({ scale: 0.6, ecology: 0.4, output: 0.6 });
  expect(shares([zones(apart, of), settingsSheet(of, { dimensions: { scale: 10, ecology: 90 } })])).toMatchObject({
    scale: 0.1,
    output: 0.1,
  });
});

test('complete is a zone that lacks no figure of any indicator', () => {
  const ranked = judged(pack, [
    zones([
      { zone: '甲区', output: 2, green: 1 },
      { zone: '乙区', output: 1, green: null },
      { zone: '丙区', output: null, green: 2 },
    ]),
  ]).ranked.rankings.get('all')!;
  expect(Array.from(ranked.complete)).toEqual([1, 0, 0]);
});

test('problems of scoring name the ranking that they belong to', () => {
  const same = judged(pack, [
    zones([
      { zone: '甲区', output: 1, green: 1 },
      { zone: '乙区', output: 1, green: 2 },
    ]),
  ]);
  expect(same.ranked.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^“综合排名”：.*工业总产值/)]);
});

describe('weights by group in 权重与参数', () => {
  const grouped = (header: readonly (string | number | null)[], ...rows: readonly (readonly (string | number | null)[])[]): SheetGrid =>
    sheetOf('权重与参数', [['类别', '名称', '数值', ...header], ...rows]);
  const weighedBy = (sheets: readonly SheetGrid[]) => {
    const checked = check(inputOf(pack, sheets));
    return { ranked: rankZones(checked.pack, checked.figures) };
  };
  const indicator = (key: string): string => pack.indicators[key]!.title ?? key;
  const keys = Object.keys(pack.indicators);
  const dimensions = Object.keys(pack.dimensions);

  test('each group is weighed by its own, another one by those for everybody, and sheets say which', () => {
    const [first, second] = dimensions.map((key) => pack.dimensions[key]!.title);
    const { ranked } = judged(pack, [zones(four), grouped(['权重：国家级'], ['维度权重', first!, 50, 80], ['维度权重', second!, 50, 20])]);
    const population = ranked.rankings.get('all')!;
    expect(ranked.basis).toBe('user_weights');
    expect(population.weightSets.map(({ group, siblings }) => [group, siblings.get(dimensions[0]!)])).toEqual([
      ['省级', 0.5],
      ['国家级', 0.8],
    ]);
    expect(Array.from(population.weightSetOf!)).toEqual([0, 0, 0, 1]);
  });

  test('a group that nobody weighs cannot be scored', () => {
    const [first, second] = dimensions.map((key) => pack.dimensions[key]!.title);
    const sheets = [zones(four), grouped(['权重：国家级'], ['维度权重', first!, null, 80], ['维度权重', second!, null, 20])];
    const { ranked } = weighedBy(sheets);
    expect(ranked.problems.map(({ code }) => code)).toContain('weights-group-missing');
  });

  test.each([
    ['weights-group-unknown', ['权重：甲类'], ['维度权重', 0, null, 100]],
    ['parameters-group-idle', ['权重：省级'], ['参数', -1, null, 3]],
    ['parameters-group-twice', ['权重：省级', '权重（省级）'], ['维度权重', 0, null, 100]],
  ] as const)('%s', (code, header, [section, at, ...cells]) => {
    const name = at < 0 ? '名额' : pack.dimensions[dimensions[at]!]!.title;
    const { result } = assessed(pack, [zones(four), grouped(header, [section, name, ...cells])]);
    expect(result.problems.map((problem) => problem.code)).toContain(code);
  });

  test('taken from the figures as well: refused', () => {
    const sheets = [
      zones(four),
      grouped(['权重：省级'], ['赋权', '赋权方法', '熵权法', null], ['指标权重', indicator(keys[0]!), null, 100]),
    ];
    expect(assessed(pack, sheets).result.problems.map(({ code }) => code)).toContain('weights-and-method');
  });
});
