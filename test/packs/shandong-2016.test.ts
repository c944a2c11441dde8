import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, tableSheet, type Row } from './sheets';

const pack = packOf('shandong-2016');
const zones = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'indicators', rows);
const local = (zone: string, training: number | null): Row => ({ zone, level: '省级', training });
const nation = (zone: string, training: number | null): Row => ({ zone, level: '国家级', training });
const lastYear = (rows: readonly Row[]): SheetGrid => tableSheet(pack, 'last_year_ranks', rows);
const listed = (sheets: readonly SheetGrid[], rule: string): string[] =>
  judged(pack, sheets)
    .of(rule)
    .map(({ subject, status, word }) => `${subject} ${status} ${word}`);
const six = [local('甲区', 60), local('乙区', 50), local('丙区', 40), local('丁区', 30), local('戊区', 20), local('己区', 10)];

describe('the last three (二（五）5·警示)', () => {
  test('provincial zones alone: a worse national zone neither stands on the list nor fills a place', () => {
    expect(listed([zones([...six, nation('国甲区', 1), nation('国乙区', 2)])], 'last_three')).toEqual([
      '丁区 unmet 列入',
      '戊区 unmet 列入',
      '己区 unmet 列入',
    ]);
  });

  test('ties at the edge are all listed and marked', () => {
    const tied = judged(pack, [
      zones([local('甲区', 60), local('乙区', 50), local('丙区', 30), local('丁区', 30), local('戊区', 20), local('己区', 10)]),
    ]);
    expect(tied.of('last_three').map(({ subject, word }) => `${subject} ${word}`)).toEqual([
      '丙区 列入（并列）',
      '丁区 列入（并列）',
      '戊区 列入',
      '己区 列入',
    ]);
    expect(tied.problems.find(({ code }) => code === 'tie-at-edge')?.message).toContain('列入 4 个，多于 3 个');
    expect(tied.one('last_three', '丙区')?.sentence).toContain('（并列）');
  });

  test('all zones level: the indicator parts nobody, so nobody has a place and there is no list', () => {
    const same = judged(pack, [zones(['甲区', '乙区', '丙区', '丁区'].map((zone) => local(zone, 60)))]);
    expect(same.of('last_three')).toEqual([]);
    expect(same.problems.find(({ rules }) => rules?.includes('last_three'))?.message).toContain('“省级经开区综合排名”没有排出名次');
  });

  test('a place that rests on fewer figures than others have says so', () => {
    const some = judged(pack, [
      tableSheet(
        pack,
        'indicators',
        six.map((row, at) => ({ ...row, fdi: at === 5 ? null : 10 - at })),
        { units: { fdi: '亿美元' } },
      ),
    ]);
    expect(some.one('last_three', '己区')?.sentence).toMatch(
      /暂列第6名（共6个参加排名），名次区间为第4至6名，缺数只要不超出该指标已报数据的范围，均属后3名。处理/u,
    );
    expect(some.one('last_three', '戊区')?.sentence).not.toContain('暂列');
  });

  test('fewer than three zones: all on the list, with a word of caution', () => {
    const few = judged(pack, [zones([local('甲区', 60), local('乙区', 50)])]);
    expect(few.of('last_three')).toHaveLength(2);
    expect(few.problems.map(({ code }) => code)).toContain('all-listed');
  });

  test('a zone without figures is grey, takes no place, and keeps the one at the edge from being named', () => {
    expect(listed([zones([...six, local('庚区', null)])], 'last_three')).toEqual([
      '丁区 explain 拟列入，待补数核定',
      '戊区 unmet 列入',
      '己区 unmet 列入',
      '庚区 missing 可能列入，待补数核定',
    ]);
  });

  test('consequence, clause, cells', () => {
    const finding = judged(pack, [zones(six)]).one('last_three', '己区');
    expect(finding?.consequence).toBe('通报警示');
    expect(finding?.sentence).toBe(
      '己区在“省级经开区综合排名”中列第6名（共6个参加排名），属后3名。处理：通报警示。依据二（五）5“对每年考核后三位的省级经济开发区进行通报警示”。',
    );
    expect(finding?.cells).toEqual(['指标数据!A7']);
  });
});

describe('the last two in both years (二（五）5·退出)', () => {
  const ranks = (order: readonly string[], total: number | null = order.length): SheetGrid =>
    lastYear(order.map((zone, place) => ({ zone, rank: place + 1, total })));

  test('in both years', () => {
    expect(listed([zones(six), ranks(['甲区', '乙区', '丙区', '戊区', '丁区', '己区'])], 'last_two_in_two_years')).toEqual([
      '己区 unmet 列入',
    ]);
  });

  test('they stand among the last three as well', () => {
    const both = judged(pack, [zones(six), ranks(['甲区', '乙区', '丙区', '丁区', '戊区', '己区'])]);
    expect(both.of('last_two_in_two_years').map(({ subject }) => subject)).toEqual(['戊区', '己区']);
    expect(both.of('last_three').map(({ subject }) => subject)).toEqual(['丁区', '戊区', '己区']);
    expect(both.one('last_two_in_two_years', '戊区')?.consequence).toBe('兼并整合或退出（由主管部门选择）');
  });

  test('without last year’s sheet: grey, naming the sheet that is wanted', () => {
    const alone = judged(pack, [zones(six)]).of('last_two_in_two_years');
    expect(alone.map(({ subject, status }) => `${subject} ${status}`)).toEqual(['戊区 missing', '己区 missing']);
    expect(alone[0]?.sentence).toContain('缺少以前年度名次（上年结果）');
    expect(alone[0]?.consequence).toBeUndefined();
  });

  test('a zone that last year’s sheet does not know is grey', () => {
    expect(listed([zones(six), ranks(['甲区', '乙区', '丙区', '丁区', '戊区'])], 'last_two_in_two_years')).toEqual([
      '戊区 unmet 列入',
      '己区 missing 缺数',
    ]);
  });

  test('a zone whose place last year is blank is grey', () => {
    const sheet = lastYear(
      ['甲区', '乙区', '丙区', '丁区', '戊区', '己区'].map((zone, place) => ({ zone, rank: zone === '己区' ? null : place + 1, total: 6 })),
    );
    expect(listed([zones(six), sheet], 'last_two_in_two_years')).toEqual(['戊区 unmet 列入', '己区 missing 缺数']);
  });

  test('no 参评总数: the places on the sheet themselves tell the last two', () => {
    expect(listed([zones(six), ranks(['甲区', '乙区', '丙区', '丁区', '戊区', '己区'], null)], 'last_two_in_two_years')).toEqual([
      '戊区 unmet 列入',
      '己区 unmet 列入',
    ]);
    expect(listed([zones(six), ranks(['己区', '甲区', '乙区', '丙区', '丁区', '戊区'], null)], 'last_two_in_two_years')).toEqual([
      '戊区 unmet 列入',
    ]);
  });

  test('no 参评总数 and the place of another zone is blank: nobody is found last by someone else’s gap', () => {
    // Last year 戊区 was 4th of 6; the zone behind it has no place on the sheet.
    const sheet = lastYear(
      [
        ['甲区', 1],
        ['乙区', 2],
        ['丙区', 3],
        ['戊区', 4],
        ['己区', 5],
        ['丁区', null],
      ].map(([zone, rank]) => ({ zone: zone!, rank: rank! })),
    );
    expect(listed([zones(six), sheet], 'last_two_in_two_years')).toEqual(['戊区 missing 缺数', '己区 unmet 列入']);
  });

  test('ties of last year share the place: five zones, the last two level', () => {
    const sheet = lastYear(
      [
        ['甲区', 1],
        ['乙区', 2],
        ['丙区', 3],
        ['丁区', 4],
        ['戊区', 5],
        ['己区', 5],
      ].map(([zone, rank]) => ({ zone: zone!, rank: rank!, total: 6 })),
    );
    expect(listed([zones(six), sheet], 'last_two_in_two_years')).toEqual(['戊区 unmet 列入', '己区 unmet 列入']);
  });

  test('national zones on last year’s sheet do not count', () => {
    const sheet = lastYear(
      [
        ['甲区', 1, '省级'],
        ['乙区', 2, '省级'],
        ['丙区', 3, '省级'],
        ['丁区', 4, '省级'],
        ['戊区', 5, '省级'],
        ['己区', 6, '省级'],
        ['国甲区', 7, '国家级'],
        ['国乙区', 8, '国家级'],
      ].map(([zone, rank, level]) => ({ zone: zone!, rank: rank!, level: level! })),
    );
    expect(listed([zones([...six, nation('国甲区', 1), nation('国乙区', 2)]), sheet], 'last_two_in_two_years')).toEqual([
      '戊区 unmet 列入',
      '己区 unmet 列入',
    ]);
  });

  test('a national zone is never on it', () => {
    const all = judged(pack, [zones([...six, nation('国甲区', 1)]), ranks(['甲区', '乙区', '丙区', '丁区', '戊区', '己区', '国甲区'])]);
    expect(all.findings.filter(({ subject, kind }) => subject === '国甲区' && kind === 'position')).toEqual([]);
  });
});

test('ten zones for demonstration are a suggestion, and the sheet says so', () => {
  const { plan } = assessed(pack, [zones(six)]);
  const sheet = plan?.sheets.find(({ name }) => name === '示范开发区培育建议名单');
  expect(sheet?.head.map(([cell]) => cell?.value)).toContain('建议名单，仅供参考：文件未写按考核名次确定');
  expect(
    judged(pack, [zones(six)])
      .of('demonstration_zones')
      .every(({ status, consequence }) => status === 'met' && consequence?.includes('文件未写')),
  ).toBe(true);
});

describe('binding air quality (二（四）2·空气)', () => {
  const air = { ...local('甲区', 1), good_days: 70, pm25: 60 };

  test('no indicator chosen: not judged, both rules are off for one cause, with a next step', () => {
    const none = judged(pack, [zones([air]), tableSheet(pack, 'last_year', [air])]);
    expect([...none.of('air_good_days'), ...none.of('air_pm25')]).toEqual([]);
    expect(none.problems.filter(({ rules }) => rules?.includes('air_good_days'))).toMatchObject([
      { code: 'rule-off', rules: ['air_good_days', 'air_pm25'], nextStep: '如需启用，请在“权重与参数”表的“参数”类中填写“空气质量指标”。' },
    ]);
  });

  test('no better than last year is red, and only the chosen indicator is judged', () => {
    const same = judged(pack, [
      zones([air]),
      tableSheet(pack, 'last_year', [air]),
      settingsSheet(pack, { parameters: { air_indicator: '优良天数比例' } }),
    ]);
    expect(same.one('air_good_days', '甲区')?.status).toBe('unmet');
    expect(same.of('air_pm25')).toEqual([]);
  });
});

describe('weights have to rise (二（五）5·比重)', () => {
  const dimensions = { innovation: 30, brand: 10, ecology: 20, intellectual_property: 10, investment_climate: 10, debt: 10, safety: 10 };

  test('over, level, under and unknown', () => {
    const oldWeights = {
      innovation: 29.9999,
      brand: 10,
      ecology: 20.0001,
      intellectual_property: 5,
      investment_climate: 5,
      debt: 5,
      safety: null,
    };
    const found = judged(pack, [zones(six), settingsSheet(pack, { dimensions, oldWeights })])
      .of('weights_raised')
      .map(({ subject, status }) => `${subject} ${status}`);
    expect(found).toEqual([
      '创新能力 met',
      '品牌建设 unmet',
      '生态环境 unmet',
      '知识产权创造运用和保护 met',
      '投资环境 met',
      '新增债务 met',
      '安全生产 missing',
    ]);
  });

  test('no old weights: grey, with what to fill in', () => {
    const found = judged(pack, [zones(six), settingsSheet(pack, { dimensions })]).of('weights_raised');
    expect(found.map(({ status }) => status)).toEqual(['missing']);
    expect(found[0]?.sentence).toContain('没有填写“原权重”');
  });
});

test('a share of the province is not watched until the user chooses it', () => {
  const sheets = [zones([{ ...local('甲区', 1), gdp: 10 }])];
  expect(judged(pack, sheets).of('gdp_share_up')).toEqual([]);
  expect(judged(pack, [...sheets, settingsSheet(pack, { parameters: { use_gdp_share: '否' } })]).of('gdp_share_up')).toEqual([]);
  expect(
    judged(pack, [...sheets, settingsSheet(pack, { parameters: { use_gdp_share: '是' } })])
      .of('gdp_share_up')
      .map(({ status }) => status),
  ).toEqual(['missing']);
});

test('land shares are reported, never judged or scored', () => {
  const { result } = assessed(pack, [zones(six.map((row) => ({ ...row, land_industry: 99, land_public: 1 })))]);
  expect(result.findings.filter(({ sentence }) => sentence.includes('用地比例'))).toEqual([]);
  expect(Object.keys(result.rankings[0]?.rows[0]?.indicators ?? {})).not.toContain('land_industry');
});

describe('who stands on the list of the review of land use (二（四）3·结果)', () => {
  const places = (order: readonly string[]): SheetGrid =>
    tableSheet(
      pack,
      'land_results',
      order.map((zone, place) => ({ zone, rank: place + 1, total: order.length })),
    );
  const two = settingsSheet(pack, { parameters: { land_first: 2 } });

  test('national zones as well as provincial ones; what the place is good for stands beside it', () => {
    const found = judged(pack, [zones([...six, nation('国甲区', 1)]), places(['国甲区', '己区', '甲区']), two]).of('land_reference');
    expect(found.map(({ subject, consequence }) => `${subject} ${consequence}`)).toEqual([
      '国甲区 可作为评优、扩区、升级的重要依据',
      '己区 可作为评优、扩区、升级的重要依据',
    ]);
  });

  test('ties at the edge are all listed', () => {
    const tied = tableSheet(pack, 'land_results', [
      { zone: '甲区', rank: 1, total: 4 },
      { zone: '乙区', rank: 2, total: 4 },
      { zone: '丙区', rank: 2, total: 4 },
      { zone: '丁区', rank: 4, total: 4 },
    ]);
    expect(listed([zones(six), tied, two], 'land_reference')).toEqual(['甲区 met 列入', '乙区 met 列入（并列）', '丙区 met 列入（并列）']);
  });

  test('no results: grey, naming the sheet that is wanted; no number: off', () => {
    const none = judged(pack, [zones(six), two]).of('land_reference');
    expect(none.map(({ status }) => status)).toEqual(['missing']);
    expect(none[0]?.sentence).toContain('用地考核结果');
    const off = judged(pack, [zones(six), places(['甲区'])]);
    expect(off.of('land_reference')).toEqual([]);
    expect(off.problems.find(({ rules }) => rules?.includes('land_reference'))?.nextStep).toContain('用地考核结果可作依据的前几名');
  });
});

describe('guidance by class (二（五）4)', () => {
  const classed: readonly Row[] = [
    { zone: '国甲区', level: '国家级', region: '东部', fast_growing: '是' },
    { zone: '东快区', level: '省级', region: '东部', fast_growing: '是' },
    { zone: '东慢区', level: '省级', region: '东部', fast_growing: '否' },
    { zone: '中部区', level: '省级', region: '中西部', fast_growing: null },
    { zone: '未填区', level: '省级', region: null, fast_growing: null },
  ];
  const asked = (item: string, answers: Readonly<Record<string, string>>): SheetGrid[] => [
    tableSheet(
      pack,
      'indicators',
      classed.map((row) => ({ ...row, training: 1 })),
    ),
    tableSheet(
      pack,
      'checklist',
      Object.entries(answers).map(([zone, answer]) => ({ item, zone, answer, evidence: '附件' })),
    ),
  ];
  const itemTitle = (rule: string, item: string): string | undefined => {
    const declared = pack.rules[rule];
    return declared?.kind === 'checklist' ? declared.items[item]?.title : undefined;
  };
  const told = (rule: string, item: string, answers: Readonly<Record<string, string>>): string[] =>
    judged(pack, asked(item, answers))
      .of(rule)
      .filter((finding) => finding.item === undefined || itemTitle(rule, finding.item) === item)
      .map(({ subject, status }) => `${subject} ${status}`);

  test.each([
    ['guide_national', '瞄准国际一流园区，率先实现转型发展', ['国甲区 explain']],
    ['guide_provincial', '主导产业向产业集群化发展', ['东快区 explain', '东慢区 explain', '中部区 explain', '未填区 explain']],
    ['guide_east', '在科技创新上有创新突破', ['国甲区 explain', '东快区 explain', '未填区 missing']],
    ['guide_west', '没有低水平重复建设', ['中部区 explain', '未填区 missing']],
  ] as const)('%s speaks to its own class; where the class is not filled in, it is grey', (rule, item, expected) => {
    expect(told(rule, item, Object.fromEntries(classed.map(({ zone }) => [zone as string, '否'])))).toEqual(expected);
  });

  test('a zone of the class without an answer is grey, one of another class is not asked', () => {
    expect(told('guide_national', '瞄准国际一流园区，率先实现转型发展', { 国甲区: '是' })).toEqual(['国甲区 met']);
    expect(told('guide_provincial', '主导产业向产业集群化发展', { 东快区: '是' })).toEqual([
      '东慢区 missing',
      '中部区 missing',
      '未填区 missing',
      '东快区 met',
    ]);
  });

  test('西部 and 中部 are read as 中西部', () => {
    const spelt = judged(pack, [
      zones([
        { ...local('西区', 1), region: '西部' },
        { ...local('中区', 2), region: '中部地区' },
      ]),
      tableSheet(pack, 'checklist', [
        { item: '坚持高起点规划', zone: '西区', answer: '是', evidence: '附件' },
        { item: '坚持高起点规划', zone: '中区', answer: '是', evidence: '附件' },
      ]),
    ]).of('guide_west');
    expect(spelt.filter(({ status }) => status === 'met').map(({ subject }) => subject)).toEqual(['西区', '中区']);
  });
});

describe('supervision (三3)', () => {
  const answered = (item: string, answer: string): SheetGrid[] => [
    zones(six.map((row, at) => ({ ...row, demonstration: at < 2 ? '是' : '否' }))),
    tableSheet(pack, 'checklist', [{ item, zone: '甲区', answer, evidence: '附件' }]),
  ];

  test('slow progress has its consequence, whatever the rate of completion', () => {
    const slow = judged(pack, answered('各项目标任务按进度推进，没有进展缓慢', '否')).one('talk', '甲区');
    expect([slow?.status, slow?.consequence]).toEqual(['explain', '通报约谈']);
    expect(judged(pack, answered('各项目标任务按进度推进，没有进展缓慢', '是')).one('talk', '甲区')?.status).toBe('met');
  });

  test('praise is decided by people; the rate of completion only suggests', () => {
    expect(
      judged(pack, answered('示范开发区创建工作成效显著', '是'))
        .of('praise')
        .map(({ subject, status }) => `${subject} ${status}`),
    ).toEqual(['乙区 missing', '甲区 met']);
    const suggested = judged(pack, [
      zones([
        { ...local('甲区', 1), completion: 98, demonstration: '是' },
        { ...local('乙区', 2), completion: 60, demonstration: '是' },
        { ...local('丙区', 3), completion: 99, demonstration: '否' },
        { ...local('丁区', 3), completion: 99, demonstration: null },
      ]),
      settingsSheet(pack, { parameters: { praise_completion: 95, talk_completion: 70 } }),
    ]);
    expect(suggested.of('praise_by_completion').map(({ subject, status, consequence }) => `${subject} ${status} ${consequence}`)).toEqual([
      '甲区 met 建议通报表扬（由主管部门判定）',
      '丁区 missing undefined',
    ]);
    expect(
      suggested
        .of('talk_by_completion')
        .filter(({ status }) => status === 'explain')
        .map(({ subject, consequence }) => `${subject} ${consequence}`),
    ).toEqual(['乙区 建议通报约谈（由主管部门判定）']);
  });
});

describe('figures made of what the document asks for (G2)', () => {
  test('what nobody reports takes no part: places are those without the column', () => {
    const plain = judged(pack, [zones(six)]);
    const wide = judged(pack, [
      tableSheet(pack, 'indicators', six, {
        columns: ['platforms', 'own_brand_exports', 'patents_abroad'],
        units: { own_brand_exports: '亿美元' },
      }),
    ]);
    expect(wide.of('last_three').map(({ subject, word }) => `${subject} ${word}`)).toEqual(
      plain.of('last_three').map(({ subject, word }) => `${subject} ${word}`),
    );
  });

  test('brand and intellectual property are scored once they are reported; safety never is', () => {
    const { result } = assessed(pack, [
      tableSheet(
        pack,
        'indicators',
        six.map((row, at) => ({ ...row, own_brand_exports: at, patents_abroad: at })),
        { units: { own_brand_exports: '亿美元' } },
      ),
    ]);
    const dimensions = result.rankings.find(({ id }) => id === 'provincial')?.rows[0]?.dimensions ?? {};
    expect(Object.entries(dimensions).flatMap(([key, score]) => (score === null ? [] : [key]))).toEqual([
      'innovation',
      'brand',
      'intellectual_property',
    ]);
  });
});
