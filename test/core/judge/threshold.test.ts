import { settingsSheet, tableSheet } from '../../packs/sheets';
import { judged } from '../../packs/run';
import { valid, withRule, type Draft } from '../pack/small-pack';
import { book, codes, lines, parameters, run, sentence, withColumns, zones } from './one-rule';

const threshold = { kind: 'threshold', measure: 'output', unit: '亿元' };

test('a finding tells figure, requirement, verdict and consequence, and rests on the figure’s cell', () => {
  const rows = zones({ zone: '甲区', output: 10 }, { zone: '乙区', output: 15 });
  const result = run({ ...threshold, at_least: 15, consequence: '限期整改', note: '试行' }, rows);
  expect(result.one('rule', '甲区')).toMatchObject({
    value: '10亿元',
    limit: '不低于15亿元',
    cells: ['指标数据!B2'],
    clauses: ['一·产值'],
    sentence: '甲区“工业总产值”为10亿元，要求不低于15亿元，未达到要求。处理：限期整改。依据第一部分“工业总产值1000亿元以上”。（试行）',
  });
  expect(result.one('rule', '乙区')?.sentence).toBe(
    '乙区“工业总产值”为15亿元，要求不低于15亿元，达到要求。依据第一部分“工业总产值1000亿元以上”。（试行）',
  );
});

test.each([
  ['binding', '未达到要求'],
  ['general', '未达到一般性要求，需说明理由'],
  ['guidance', '与引导性要求不一致，需说明'],
])('%s: %s', (severity, words) =>
  expect(sentence(run({ ...threshold, at_least: 15, severity }, zones({ zone: '甲区', output: 1 })))).toContain(`，${words}。`),
);

test.each([
  ['over', '超过15亿元', ['unmet', 'unmet', 'met']],
  ['at_least', '不低于15亿元', ['unmet', 'met', 'met']],
  ['under', '低于15亿元', ['met', 'unmet', 'unmet']],
  ['at_most', '不超过15亿元', ['met', 'met', 'unmet']],
  ['equals', '等于15亿元', ['unmet', 'met', 'unmet']],
])('%s: just below, exactly on and just above it', (edge, shown, expected) => {
  const around = zones({ zone: '甲区', output: 14.99 }, { zone: '乙区', output: 15 }, { zone: '丙区', output: 15.01 });
  const result = run({ ...threshold, [edge]: 15 }, around);
  expect(result.of('rule').map(({ status }) => status)).toEqual(expected);
  expect(result.of('rule')[0]?.limit).toBe(shown);
});

test('between two limits, both included', () => {
  const result = run(
    { ...threshold, at_least: 1, at_most: 3 },
    zones({ zone: '甲区', output: 1 }, { zone: '乙区', output: 3 }, { zone: '丙区', output: 3.5 }),
  );
  expect(result.of('rule').map(({ status }) => status)).toEqual(['met', 'met', 'unmet']);
  expect(result.of('rule')[0]?.limit).toBe('在1亿元至3亿元之间');
});

test('a missing figure is grey and named by its cell', () => {
  const result = run({ ...threshold, at_least: 15 }, zones({ zone: '甲区', output: null }, { zone: '乙区', output: 20 }));
  expect(lines(result)).toEqual(['甲区 missing 缺数', '乙区 met 达标']);
  expect(result.one('rule', '甲区')).toMatchObject({ cells: ['指标数据!B2'], value: undefined, limit: undefined, consequence: undefined });
  expect(sentence(result, '甲区')).toBe('甲区“规则”无法判定：指标数据!B2“工业总产值”未填报。');
});

describe('limits that are not the document’s number', () => {
  const byRate = { ...threshold, at_least: { parameter: 'floor' } };
  const floor = (unit: string | undefined): Draft => ({
    parameters: { floor: { title: '起点', kind: 'number', ...(unit !== undefined && { unit }) } },
  });

  test('the user’s, in the unit that the parameter has; its cell is one that the finding rests on', () => {
    const result = run(byRate, book({ indicators: [{ zone: '甲区', output: 10 }] }, parameters({ floor: 100000 })), floor('万元'));
    expect(result.of('rule')[0]).toMatchObject({ status: 'met', limit: '不低于10亿元', cells: ['指标数据!B2', '权重与参数!C2'] });
  });

  test('the pack’s default has no cell', () => {
    const own = { parameters: { floor: { title: '起点', kind: 'number', unit: '亿元', default: 10, decided: 'G1' } } };
    expect(run(byRate, zones({ zone: '甲区', output: 10 }), own).of('rule')[0]).toMatchObject({ status: 'met', cells: ['指标数据!B2'] });
  });

  test('unset: grey for everyone with the next step, or off where the rule says so', () => {
    const grey = run(byRate, zones({ zone: '甲区', output: 10 }), floor('亿元'));
    expect(lines(grey)).toEqual(['全部开发区 missing 缺数']);
    expect(sentence(grey)).toContain('“权重与参数”表中未填“起点”');
    expect(grey.problems.find(({ code }) => code === 'rule-missing-input')).toMatchObject({ severity: 'info' });
    const off = run({ ...byRate, unset: 'off' }, zones({ zone: '甲区', output: 10 }), floor('亿元'));
    expect([lines(off), codes(off)]).toEqual([[], expect.arrayContaining(['rule-off'])]);
  });

  test('a share of another figure of the same row, of its zone, or of the whole province', () => {
    const tables = {
      indicators: [
        { zone: '甲区', output: 5, land: 1 },
        { zone: '乙区', output: 7, land: 2 },
      ],
      province: [{ area: '某省', output: 6 }],
      projects: [
        { project: 'P1', zone: '乙区', area: 1.5 },
        { project: 'P2', zone: '甲区', area: 1.5 },
      ],
    };
    const whole = run({ ...threshold, at_least: { column: 'province.output' } }, book(tables));
    expect(lines(whole)).toEqual(['甲区 unmet 不达标', '乙区 met 达标']);
    expect(whole.one('rule', '乙区')?.cells).toEqual(['指标数据!B3', '全省汇总!B2']);
    const own = run({ kind: 'threshold', measure: 'projects.area', unit: '公顷', at_most: { column: 'land' } }, book(tables));
    expect(lines(own)).toEqual(['P1 met 达标', 'P2 unmet 不达标']);
    const measure = run({ ...threshold, at_least: { measure: 'half' } }, book(tables), {
      measures: { half: { kind: 'sum', title: '两倍', unit: '亿元', of: ['output', 'output'] } },
    });
    expect(measure.of('rule').map(({ status, limit }) => `${status} ${limit}`)).toEqual(['unmet 不低于10亿元', 'unmet 不低于14亿元']);
  });

  test('a column beside the figure is its own row’s, whatever zone the row belongs to; a row of no known zone has no limit of a zone', () => {
    const parts = withColumns('projects', { planned: { header: ['规划占地'], unit: '公顷' } });
    const tables = {
      indicators: [
        { zone: '甲区', land: 9 },
        { zone: '乙区', land: 9 },
      ],
      projects: [
        { project: 'P1', zone: '乙区', area: 2, planned: 1 },
        { project: 'P2', zone: '甲区', area: 2, planned: 3 },
        { project: 'P3', zone: '丙区', area: 2, planned: 3 },
      ],
    };
    const rule = { kind: 'threshold', measure: 'projects.area', unit: '公顷' };
    expect(lines(run({ ...rule, at_most: { column: 'projects.planned' } }, book(tables), parts))).toEqual([
      'P1 unmet 不达标',
      'P2 met 达标',
      'P3 met 达标',
    ]);
    expect(lines(run({ ...rule, at_most: { column: 'land' } }, book(tables), parts))).toEqual([
      'P1 met 达标',
      'P2 met 达标',
      'P3 missing 缺数',
    ]);
  });

  test('a limit that is missing is grey for its row and says why', () => {
    const result = run(
      { kind: 'threshold', measure: 'projects.area', unit: '公顷', at_most: { column: 'land' } },
      book({
        indicators: [
          { zone: '甲区', land: null },
          { zone: '乙区', land: 3 },
        ],
        projects: [
          { project: 'P1', zone: '甲区', area: 1 },
          { project: 'P2', zone: '乙区', area: 1 },
          { project: 'P3', zone: '丙区', area: null },
        ],
      }),
    );
    expect(lines(result)).toEqual(['P1 missing 缺数', 'P2 met 达标', 'P3 missing 缺数']);
    expect(sentence(result, 'P1')).toBe('P1“规则”无法判定：指标数据!B2“用地面积”未填报。');
    expect(sentence(result, 'P3')).toContain('项目明细!C4“占地”未填报');
  });

  test('a limit in a unit that cannot be turned into the rule’s is grey', () => {
    const result = run(byRate, book({ indicators: [{ zone: '甲区', output: 10 }] }, parameters({ floor: 1 })), floor('公顷'));
    expect(lines(result)).toEqual(['甲区 missing 缺数']);
    expect(sentence(result)).toContain('“起点”的单位与要求不符');
    const column = run(
      { kind: 'threshold', measure: 'output', unit: '亿元', at_least: { column: 'export' } },
      book({ indicators: [{ zone: '甲区', output: 10, export: 1 }] }, undefined, { export: '公顷' }),
    );
    expect(sentence(column)).toContain('“出口额”的单位与要求不符');
  });

  test('a fraction is compared exactly and shown as the document writes it', () => {
    const result = run(
      { kind: 'threshold', measure: 'share', unit: '倍', at_least: { fraction: [1, 3] } },
      zones({ zone: '甲区', output: 3, green: 1, part: 1 }, { zone: '乙区', output: 3, green: 1, part: 0.99 }),
      {
        ...withColumns('indicators', { part: { header: ['高新产值'], unit: '亿元' } }),
        measures: { share: { kind: 'ratio', title: '占比', unit: '倍', of: 'part', over: 'output' } },
      },
    );
    expect(lines(result)).toEqual(['甲区 met 达标', '乙区 unmet 不达标']);
    expect(result.of('rule').map(({ value, limit }) => `${value} ${limit}`)).toEqual(['33.33% 不低于1/3', '33% 不低于1/3']);
  });
});

describe('what cannot be measured', () => {
  test('no such column: one grey line for everyone', () => {
    const result = run({ ...threshold, at_least: 1 }, zones({ zone: '甲区', land: 1 }));
    expect(lines(result)).toEqual(['全部开发区 missing 缺数']);
    expect(sentence(result)).toContain('没有“工业总产值”列');
    expect(codes(result)).toContain('rule-missing-input');
  });

  test('a unit that cannot be compared', () => {
    const result = run(
      { kind: 'threshold', measure: 'export', unit: '亿元', at_least: 1 },
      book({ indicators: [{ zone: '甲区', export: 1 }] }, undefined, { export: '公顷' }),
    );
    expect(sentence(result)).toContain('“出口额”的单位与要求不符');
  });

  test('from_header: the unit that the sheet states is the rule’s', () => {
    const result = run(
      { kind: 'threshold', measure: 'export', unit: 'from_header', at_least: 1 },
      book({ indicators: [{ zone: '甲区', export: 1 }] }, undefined, { export: '万美元' }),
    );
    expect(result.of('rule')[0]).toMatchObject({ status: 'met', limit: '不低于1万美元' });
  });

  test('a choice between measures that nobody made names the parameter', () => {
    const chosen = { parameter: 'which', choices: { 产值: 'output', 出口: 'export' } };
    const parts = { parameters: { which: { title: '口径', kind: 'choice', choices: ['产值', '出口'] } } };
    const open = run({ ...threshold, measure: chosen, at_least: 1 }, zones({ zone: '甲区', output: 1 }), parts);
    expect(sentence(open)).toContain('“权重与参数”表中未填“口径”');
    const made = run(
      { ...threshold, measure: chosen, at_least: 1 },
      book({ indicators: [{ zone: '甲区', output: 1 }] }, parameters({ which: '产值' })),
      parts,
    );
    expect(lines(made)).toEqual(['甲区 met 达标']);
  });

  test('one figure of the whole province has the province as its subject', () => {
    const result = run(
      { kind: 'threshold', measure: 'province.output', unit: '亿元', at_least: 50 },
      book({ indicators: [{ zone: '甲区', output: 1 }], province: [{ area: '某省', output: 40 }] }),
    );
    expect(lines(result)).toEqual(['某省 unmet 不达标']);
  });
});

describe('answers beside the figure', () => {
  const rule = { ...threshold, at_least: 15, and_yes: ['lawful'] };
  const answered = (lawful: string | null, output = 20, more: Draft = {}) =>
    run({ ...rule, ...more }, zones({ zone: '甲区', output, lawful }, { zone: '乙区', output: 20, lawful: '是' }));

  test('是 is said and its cell named', () => {
    expect(sentence(answered('是'), '甲区')).toBe('甲区“工业总产值”为20亿元，要求不低于15亿元，“依法批准”为“是”，达到要求。');
    expect(answered('是').one('rule', '甲区')?.cells).toEqual(['指标数据!B2', '指标数据!C2']);
  });
  test('否 misses the rule though the figure holds, and both are told where both miss', () => {
    expect(sentence(answered('否'), '甲区')).toBe('甲区“工业总产值”为20亿元，要求不低于15亿元，“依法批准”为“否”，未达到要求。');
    expect(answered('否').one('rule', '甲区')?.status).toBe('unmet');
    expect(answered('否', 20, { severity: 'general' }).one('rule', '甲区')?.status).toBe('explain');
    expect(sentence(answered('否', 1), '甲区')).toBe('甲区“工业总产值”为1亿元，要求不低于15亿元，未达到要求，“依法批准”为“否”。');
  });
  test('no answer is grey where the figure holds, and changes nothing where it does not', () => {
    expect(answered(null).one('rule', '甲区')?.status).toBe('missing');
    expect(sentence(answered(null), '甲区')).toContain('“依法批准”未填“是”或“否”');
    expect(answered(null, 1).one('rule', '甲区')?.status).toBe('unmet');
  });
  test('several answers are said together', () => {
    const more = withColumns('indicators', { plan: { header: ['规划备案'], kind: 'yes_no' } });
    const result = run({ ...rule, and_yes: ['lawful', 'plan'] }, zones({ zone: '甲区', output: 20, lawful: '是', plan: '是' }), more);
    expect(sentence(result)).toContain('“依法批准”、“规划备案”均为“是”');
  });
});

describe('a list of those that qualify', () => {
  const rule = { ...threshold, at_least: 15, effect: 'qualify', consequence: '优先安排用地', and_yes: ['lawful'] };
  test('reaching it puts a zone on the list with its consequence; missing it says nothing', () => {
    const result = run(
      rule,
      zones(
        { zone: '甲区', output: 20, lawful: '是' },
        { zone: '乙区', output: 1, lawful: '是' },
        { zone: '丙区', output: 20, lawful: '否' },
        { zone: '丁区', output: 20, lawful: null },
        { zone: '戊区', output: null, lawful: '是' },
      ),
    );
    expect(lines(result)).toEqual(['甲区 met 符合条件', '丁区 missing 缺数', '戊区 missing 缺数']);
    expect(result.one('rule', '甲区')).toMatchObject({ consequence: '优先安排用地' });
    expect(sentence(result, '甲区')).toContain('，符合条件。处理：优先安排用地。');
  });
});

describe('an approved exception', () => {
  const parts = withColumns('indicators', { approved: { header: ['例外批准'], kind: 'yes_no' } });
  const rule = { ...threshold, at_least: 15, severity: 'general', exception: 'approved' };
  const answered = (approved: string | null, output: number) =>
    run(rule, zones({ zone: '甲区', output, approved }, { zone: '乙区', output: 20, approved: '是' }), parts);

  test('turns a miss into 有例外批准, and its cell is named', () => {
    expect(answered('是', 1).one('rule', '甲区')).toMatchObject({
      status: 'met',
      word: '有例外批准',
      cells: ['指标数据!B2', '指标数据!C2'],
    });
    expect(sentence(answered('是', 1), '甲区')).toContain('未达到一般性要求，但填报有例外批准');
  });
  test('without it, or unanswered, the miss stands; where the limit holds nobody asks', () => {
    expect(answered('否', 1).one('rule', '甲区')?.status).toBe('explain');
    expect(answered(null, 1).one('rule', '甲区')?.status).toBe('explain');
    expect(answered('是', 20).one('rule', '甲区')?.word).toBe('达标');
  });
});

test('figures close to a limit are shown with as many digits as tell them from it', () => {
  const result = run({ ...threshold, at_least: 7 }, zones({ zone: '甲区', output: 6.9996 }, { zone: '乙区', output: 6.123456 }));
  expect(result.of('rule').map(({ value }) => value)).toEqual(['6.9996亿元', '6.12亿元']);
});

test('a bare column in a rule about projects is the project’s own where it has one', () => {
  const parts = withColumns('projects', { lawful: { header: ['依法批准'], kind: 'yes_no' } });
  const pack = valid(
    withRule({ kind: 'threshold', measure: 'projects.area', unit: '公顷', at_least: 1, for: { lawful: '是' }, and_yes: ['lawful'] }, parts),
  );
  const result = judged(pack, [
    tableSheet(pack, 'indicators', [{ zone: '甲区', output: 1, lawful: '否' }]),
    tableSheet(pack, 'projects', [
      { project: 'P1', zone: '甲区', area: 1, lawful: '是' },
      { project: 'P2', zone: '甲区', area: 1, lawful: '否' },
    ]),
    settingsSheet(pack, {}),
  ]);
  expect(lines(result)).toEqual(['P1 met 达标']);
});
