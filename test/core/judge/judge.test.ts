import type { SheetGrid } from '../../../src/core/grid';
import { judged } from '../../packs/run';
import { settingsSheet, tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, withRule, type Draft } from '../pack/small-pack';
import { lines, run, zones } from './one-rule';

const two = zones({ zone: '甲区', level: '国家级', output: 10, green: 5 }, { zone: '乙区', level: '省级', output: 20, green: 6 });
const threshold = { kind: 'threshold', measure: 'output', at_least: 15, unit: '亿元' };

describe('threshold', () => {
  test('severity says red or yellow', () => {
    expect(lines(run(threshold, two))).toEqual(['甲区 unmet 不达标', '乙区 met 达标']);
    expect(lines(run({ ...threshold, severity: 'general' }, two))[0]).toBe('甲区 explain 需说明');
    expect(lines(run({ ...threshold, severity: 'guidance' }, two))[0]).toBe('甲区 explain 需说明');
  });

  test('the limit in another unit than the sheet', () => {
    expect(lines(run({ ...threshold, at_least: 100000, unit: '万元' }, two))).toEqual(['甲区 met 达标', '乙区 met 达标']);
  });

  test('a filter that nobody answered is grey, not skipped', () => {
    expect(
      lines(
        run(
          { ...threshold, for: { level: '国家级' } },
          zones({ zone: '甲区', level: null, output: 1 }, { zone: '乙区', level: '省级', output: 1 }),
        ),
      ),
    ).toEqual(['甲区 missing 缺数']);
  });

  test('consequence only where the limit is missed', () => {
    const found = run({ ...threshold, consequence: '限期整改' }, two).of('rule');
    expect(found.map(({ consequence }) => consequence)).toEqual(['限期整改', undefined]);
  });

  test('a limit from another table of the zone, and the cells of both', () => {
    const pack = valid(withRule({ kind: 'threshold', measure: 'projects.area', at_most: { column: 'land' }, unit: '公顷' }));
    const { of } = judged(pack, [
      tableSheet(pack, 'indicators', [{ zone: '甲区', land: 5 }]),
      tableSheet(pack, 'projects', [
        { project: 'P1', zone: '甲区', area: 6 },
        { project: 'P2', zone: '别处', area: 1 },
      ]),
    ]);
    expect(of('rule').map(({ subject, status, cells }) => [subject, status, cells])).toEqual([
      ['P1', 'unmet', ['项目明细!C2', '指标数据!B2']],
      ['P2', 'missing', ['项目明细!C3']],
    ]);
  });
});

describe('trend', () => {
  const years = (now: Row, before: Row) => (pack: ReturnType<typeof valid>) => [
    tableSheet(pack, 'indicators', [{ zone: '甲区', ...now }]),
    tableSheet(pack, 'last_year', [{ zone: '甲区', ...before }]),
  ];
  const trend = { kind: 'trend', measure: 'green', unit: '%' };

  test('improve follows the direction of the indicator', () => {
    expect(lines(run({ ...trend, must: 'improve' }, years({ green: 4 }, { green: 5 })))).toEqual(['甲区 met 达标']);
    expect(lines(run({ ...trend, must: 'improve', measure: 'output', unit: '亿元' }, years({ output: 4 }, { output: 5 })))).toEqual([
      '甲区 unmet 不达标',
    ]);
  });

  test('level is yellow without consequence, whatever the severity', () => {
    const [finding] = run({ ...trend, must: 'decrease', consequence: '通报' }, years({ green: 5 }, { green: 5 })).of('rule');
    expect(finding).toMatchObject({ status: 'explain', word: '持平', consequence: undefined });
  });
});

describe('trend, further', () => {
  const points = { kind: 'trend', measure: 'green', unit: '%', must: 'increase' };
  const book = (table: 'last_year' | 'base_year') => (pack: ReturnType<typeof valid>) => [
    tableSheet(pack, 'indicators', [{ zone: '甲区', green: 12 }]),
    tableSheet(pack, table, [{ zone: '甲区', green: 10 }]),
    settingsSheet(pack, { parameters: { n: 2 } }),
  ];
  const withBase = {
    tables: { ...(draft().tables as Draft), base_year: { sheet: ['基期指标数据'], row: '开发区', like: 'indicators', base: true } },
  };

  test('a change of percentages is told in points', () => {
    const [finding] = run({ ...points, marked_change: { parameter: 'n' } }, book('last_year')).of('rule');
    expect(finding?.sentence).toContain('本年为12%，上年为10%，变动+2个百分点，达到提高2个百分点的要求');
  });

  test('against the base that the text means, or not judged', () => {
    const rule = { ...points, against: 'base', marked_change: { parameter: 'n' } };
    expect(lines(run(rule, book('base_year'), withBase))).toEqual(['甲区 met 达标']);
    expect(run(rule, book('base_year'), withBase).of('rule')[0]?.sentence).toContain('本年为12%，基期为10%');
    const shown = run(rule, book('last_year'), withBase).of('rule')[0];
    expect(shown).toMatchObject({ status: 'missing', word: '未判定', certainty: 'possible' });
    expect(shown?.sentence).toContain('上年为10%，变动+2个百分点，文件要求的不是与上年相比，工作簿中没有基期数据（基期指标数据）');
  });

  test('level may be as bad as worse', () => {
    const same = (pack: ReturnType<typeof valid>) => [
      tableSheet(pack, 'indicators', [{ zone: '甲区', green: 10 }]),
      tableSheet(pack, 'last_year', [{ zone: '甲区', green: 10 }]),
    ];
    const [finding] = run({ ...points, even: 'unmet', consequence: '通报' }, same).of('rule');
    expect(finding).toMatchObject({ status: 'unmet', consequence: '通报' });
    expect(finding?.sentence).toContain('本年为10%，上年为10%，与上年持平，不符合要求');
  });
});

describe('target', () => {
  const target = { kind: 'target', measure: 'output', unit: '亿元', goal: { year: 2020, at_least: 15 } };

  test('one finding a zone', () => expect(lines(run(target, two, {}, '2018-01-01'))).toEqual(['甲区 explain 未到目标年', '乙区 met 达标']));

  test('a goal to be kept under', () =>
    expect(lines(run({ ...target, goal: { year: 2016, at_most: 15 } }, two, {}, undefined, 2016))).toEqual([
      '甲区 met 达标',
      '乙区 unmet 不达标',
    ]));

  test.each([
    ['over', ['explain', 'explain', 'met']],
    ['at_least', ['explain', 'met', 'met']],
    ['under', ['met', 'explain', 'explain']],
    ['at_most', ['met', 'met', 'explain']],
    ['equals', ['explain', 'met', 'explain']],
  ])('a goal “%s”: just below, exactly on and just above it', (edge, expected) => {
    const around = zones({ zone: '甲区', output: 14.99 }, { zone: '乙区', output: 15 }, { zone: '丙区', output: 15.01 });
    expect(
      run({ ...target, goal: { year: 2020, [edge]: 15 } }, around)
        .of('rule')
        .map(({ status }) => status),
    ).toEqual(expected);
  });

  test('a goal with two edges is reached between them', () => {
    const around = zones({ zone: '甲区', output: 10 }, { zone: '乙区', output: 15 }, { zone: '丙区', output: 20 });
    const both = run({ ...target, goal: { year: 2020, over: 10, under: 20 } }, around);
    expect(both.of('rule').map(({ status }) => status)).toEqual(['explain', 'met', 'explain']);
  });

  test.each([
    [12, '低于基期'],
    [10, '与基期持平'],
    [5, '已完成目标增量的50%'],
  ])('from a baseline of %p: %s', (value, said) => {
    const [finding] = run({ ...target, baseline: { year: 2014, value } }, two, {}, '2018-01-01', 2017).of('rule');
    expect(finding?.sentence).toContain(`基期2014年为${value}亿元，${said}，按时间进度匀速推算应完成50%`);
    if (said.includes('基期')) expect(finding?.sentence).not.toContain('目标增量');
  });

  test('a goal that is all but reached is never told as 100 % of the way', () => {
    const nearly = zones({ zone: '甲区', output: 14.99999 }, { zone: '乙区', output: 15 });
    const over = { ...target, goal: { year: 2016, over: 15 }, baseline: { year: 2014, value: 5 } };
    const sentences = run(over, nearly, {}, undefined, 2016)
      .of('rule')
      .map(({ sentence }) => sentence);
    expect(sentences[0]).toContain('已完成目标增量的99.9999%，目标年已到，未达到目标');
    expect(sentences[1]).toContain('基期2014年为5亿元，目标年已到，未达到目标');
  });

  test('a goal to be kept under, from which the value moved away', () => {
    const falling = { ...target, goal: { year: 2020, at_most: 5 }, baseline: { year: 2014, value: 8 } };
    expect(run(falling, two, {}, '2017-01-01').of('rule')[0]?.sentence).toContain('高于基期');
  });

  test('a baseline that is the goal divides by nothing', () => {
    const [finding] = run({ ...target, baseline: { year: 2014, value: 15 } }, two, {}, '2017-01-01').of('rule');
    expect(finding?.sentence).not.toMatch(/增量的.*%/);
  });
});

describe('checklist', () => {
  const list = (rows: readonly Row[]) => (pack: ReturnType<typeof valid>) => [
    ...zones({ zone: '甲区', output: 1 })(pack),
    tableSheet(pack, 'checklist', rows),
  ];
  const checklist = (item: Draft, more: Draft = {}) => ({
    kind: 'checklist',
    table: 'checklist',
    item: 'item',
    answer: 'answer',
    items: { one: { title: '依法批准', ...item } },
    ...more,
  });

  test.each([
    ['是', 'met 达标'],
    ['否', 'unmet 不达标'],
    ['不适用', 'met 不适用'],
    [null, 'missing 缺数'],
  ])('answered %p', (answer, expected) => {
    expect(
      lines(
        run(
          checklist({}),
          list([
            { item: '依法批准', answer },
            { item: '别的', answer: '是' },
          ]),
        ),
      ),
    ).toEqual([`某省 ${expected}`]);
  });

  test('否 may be wanted, and a veto is red whatever the severity', () => {
    expect(lines(run(checklist({ want: '否' }), list([{ item: '依法批准', answer: '否' }])))).toEqual(['某省 met 达标']);
    expect(lines(run(checklist({ want: '否', veto: true }, { severity: 'guidance' }), list([{ item: '依法批准', answer: '是' }])))).toEqual(
      ['某省 unmet 否决'],
    );
    expect(lines(run(checklist({}, { severity: 'guidance' }), list([{ item: '依法批准', answer: '否' }])))).toEqual([
      '某省 explain 需说明',
    ]);
  });

  test('without its evidence an answer is not green: yellow, and no consequence', () => {
    const tables = structuredClone(draft().tables) as Record<string, { columns: Record<string, Draft> }>;
    tables.checklist!.columns.evidence = { header: ['证明材料'], kind: 'text' };
    const answered = (evidence: string | null) =>
      run(checklist({}, { evidence: 'evidence', consequence: '通报' }), list([{ item: '依法批准', answer: '是', evidence }]), {
        tables,
      }).of('rule')[0];
    expect(answered('批文')).toMatchObject({ status: 'met' });
    expect(answered(null)).toMatchObject({ status: 'explain', word: '需补充证明材料', consequence: undefined });
  });

  test('an item that the sheet does not have is grey', () => {
    expect(lines(run(checklist({}), list([{ item: '别的', answer: '是' }])))).toEqual(['某省 missing 缺数']);
  });
});

describe('position', () => {
  const place = { kind: 'position', ranking: 'all', last: 1 };
  const noBlock = {
    scoring: {
      basis: 'pack_weights',
      normalise: { method: 'min_max', to: [0, 100] },
      aggregate: { method: 'weighted_arithmetic' },
      adjustments: [{ kind: 'veto', title: '违法', column: 'lawful', when: '否', effect: 'unranked' }],
    },
  };

  test('why a zone has no place is told as it is', () => {
    const sentence = (result: ReturnType<typeof run>, zone: string) => result.one('rule', zone)?.sentence;
    expect(
      sentence(run(place, zones({ zone: '甲区', output: 1 }, { zone: '乙区', output: 2 }, { zone: '丙区', output: null })), '丙区'),
    ).toContain('丙区在“综合排名”中尚不能排出名次');
    expect(
      sentence(run(place, zones({ zone: '甲区', output: 1, lawful: '否' }, { zone: '乙区', output: 2, lawful: '是' }), noBlock), '甲区'),
    ).toContain('甲区因“违法”（“依法批准”填报为“否”）被一票否决，不参加“综合排名”，不列入“规则”');
  });

  test.each([
    ['first', { last: undefined, first: 3 }],
    ['last', { last: 3 }],
  ])('a zone without a single figure is not on the list of the %s three of three, though no figures could keep it off', (_, end) => {
    const rows = zones({ zone: '甲区', output: 1 }, { zone: '乙区', output: 2 }, { zone: '丙区', output: null });
    const result = run({ ...place, ...end, consequence: '约谈' }, rows);
    const found = result.one('rule', '丙区')!;
    expect(found).toMatchObject({ status: 'missing', word: '可能列入，待补数核定', certainty: 'possible', consequence: undefined });
    expect(found.sentence).toContain('丙区在“综合排名”中尚不能排出名次，无任何数据，不列入（待补数）');
    expect(found.settle).toContain('指标数据!B4');
    expect(result.one('rule', '甲区')).toMatchObject({ word: '列入', certainty: 'certain' });
  });

  test('a zone without a single figure is listed where the department has decided that what is missing counts as 0', () => {
    const sheets = (pack: ReturnType<typeof valid>) => [
      tableSheet(pack, 'indicators', [
        { zone: '甲区', output: 1, green: 3 },
        { zone: '乙区', output: 2, green: 4 },
        { zone: '丙区', output: null, green: null },
      ]),
      settingsSheet(pack, { parameters: { gaps: '按办法记0分', ground: '某政发〔2016〕2号第九条' } }),
    ];
    const parts = {
      parameters: {
        gaps: { title: '缺数的处理', kind: 'choice', choices: ['待补数核定', '按办法记0分'], default: '待补数核定', decided: 'G1' },
        ground: { title: '依据', kind: 'text' },
      },
      decided: { G1: { what: '待补数核定', why: '文件未写', when: '2016-12-01' } },
      scoring: {
        ...noBlock.scoring,
        adjustments: [],
        gaps: { parameter: 'gaps', choices: { 待补数核定: 'wait', 按办法记0分: 'zero' }, ground: 'ground' },
      },
    };
    expect(run({ ...place, last: 3 }, sheets, parts).one('rule', '丙区')).toMatchObject({ status: 'unmet', certainty: 'certain' });
  });

  test('a veto decides, whatever else is missing; one that nobody answered leaves it open, and its cell settles it', () => {
    const vetoed = { zone: '甲区', output: null, green: null, lawful: '否' };
    const others = [
      { zone: '乙区', output: 2, green: null, lawful: '是' },
      { zone: '丙区', output: 1, green: 5, lawful: null },
      { zone: '丁区', output: 3, green: 4, lawful: '是' },
    ];
    for (const end of [{ last: 1 }, { last: undefined, first: 1 }]) {
      const result = run({ ...place, ...end, consequence: '约谈' }, zones(vetoed, ...others), noBlock);
      expect(result.one('rule', '甲区')).toMatchObject({
        status: 'explain',
        word: '不列入（一票否决）',
        certainty: 'impossible',
        consequence: undefined,
        cells: ['指标数据!D2'],
      });
    }
    const open = run(place, zones(vetoed, ...others), noBlock).one('rule', '丙区')!;
    expect([open.certainty, open.settle.includes('指标数据!D4')]).toEqual(['possible', true]);
  });

  test.each([
    [
      'level',
      [
        { zone: '甲区', output: 1 },
        { zone: '乙区', output: 1 },
      ],
      '参评开发区2个，均未排出名次（数据没有差别2个）',
    ],
    ['alone', [{ zone: '甲区', output: 1 }], '参评开发区只有1个，无从比较'],
    [
      'without figures',
      [
        { zone: '甲区', output: null },
        { zone: '乙区', output: null },
      ],
      '参评开发区2个，均未排出名次（缺数2个）',
    ],
  ])('zones that are %s: nothing is ranked, so there is no list, and it is said why', (_, rows, why) => {
    const result = run(place, zones(...rows));
    expect(result.of('rule')).toEqual([]);
    expect(result.ranked.unmade.get('all')).toBe(why);
    expect(result.problems.find(({ code }) => code === 'nothing-ranked')).toMatchObject({ message: `“综合排名”不生成：${why}。` });
    expect(result.problems.find(({ code }) => code === 'rule-without-subjects')).toMatchObject({
      message: '“综合排名”没有排出名次，以下事项没有判定对象：规则（第一部分）。',
      rules: ['rule'],
    });
  });

  test('the first of fewer than N: everyone, and that is said', () => {
    const result = run({ kind: 'position', ranking: 'all', first: 5 }, two);
    expect(lines(result)).toHaveLength(2);
    expect(result.problems.map(({ code }) => code)).toContain('all-listed');
  });

  test('colours', () => {
    const apart = zones({ zone: '甲区', output: 10 }, { zone: '乙区', output: 20 });
    expect(lines(run(place, apart))).toEqual(['甲区 unmet 列入']);
    expect(lines(run({ ...place, colour: 'yellow' }, apart))).toEqual(['甲区 explain 列入']);
    expect(lines(run({ kind: 'position', ranking: 'all', first: 1 }, apart))).toEqual(['乙区 met 列入']);
  });

  test('two of the last three years; this year alone is not enough, an unknown year is grey only where it matters', () => {
    const pack = valid(
      withRule(
        {
          ...place,
          in: {
            years: 2,
            of_last: 3,
            earlier: [
              { table: 'ranks', rank: 'rank', total: 'total' },
              { table: 'older', rank: 'rank', total: 'total' },
            ],
          },
        },
        { tables: { ...(draft().tables as Draft), older: { sheet: ['前年名次'], row: '开发区', like: 'ranks' } } },
      ),
    );
    const main = tableSheet(pack, 'indicators', [
      { zone: '甲区', output: 1 },
      { zone: '乙区', output: 2 },
    ]);
    const ranks = (table: string, rank: number): SheetGrid =>
      tableSheet(pack, table, [
        { zone: '甲区', rank, total: 2 },
        { zone: '乙区', rank: 3 - rank, total: 2 },
      ]);
    const found = (...sheets: SheetGrid[]): string[] =>
      judged(pack, [main, ...sheets])
        .of('rule')
        .map(({ subject, status }) => `${subject} ${status}`);
    expect(found(ranks('ranks', 2))).toEqual(['甲区 unmet']);
    expect(found(ranks('ranks', 1))).toEqual(['甲区 missing']);
    expect(found(ranks('ranks', 1), ranks('older', 1))).toEqual([]);
    expect(found(ranks('ranks', 1), ranks('older', 2))).toEqual(['甲区 unmet']);
  });
});

describe('rules of the user’s choice', () => {
  test('when: off until the choice is made, silent for the other choice', () => {
    const rule = { ...threshold, when: { parameter: 'watch', is: '是' } };
    const off = run(rule, two);
    expect([lines(off), off.problems.some(({ code }) => code === 'rule-off')]).toEqual([[], true]);
    expect(lines(run(rule, (pack) => [...two(pack), settingsSheet(pack, { parameters: { watch: '否' } })]))).toEqual([]);
    expect(lines(run(rule, (pack) => [...two(pack), settingsSheet(pack, { parameters: { watch: '是' } })]))).toHaveLength(2);
  });

  test('deadlines that wait for each other end', () => {
    const pack = valid(
      draft({
        rules: {
          a: {
            kind: 'deadline',
            title: '甲',
            clause: '一·产值',
            event: { date: '2017-01-01' },
            event_title: '甲',
            days: 1,
            action: '甲',
            when_found_by: 'b',
          },
          b: {
            kind: 'deadline',
            title: '乙',
            clause: '一·产值',
            event: { date: '2017-01-01' },
            event_title: '乙',
            days: 1,
            action: '乙',
            when_found_by: 'a',
          },
        },
      }),
    );
    expect(judged(pack, two(pack)).findings).toEqual([]);
  });
});
