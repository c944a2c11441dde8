import type { SheetGrid } from '../../src/core/grid';
import { packOf } from './built-in';
import { assessed, judged } from './run';
import { settingsSheet, sheetOf, tableSheet, type CellInput, type Row } from './sheets';
import { doubling } from '../doubling';

const pack = packOf('jilin-2016');
const set = (parameters: Readonly<Record<string, CellInput>>): SheetGrid => settingsSheet(pack, { parameters });
const zones = tableSheet(pack, 'indicators', [
  { zone: '国区', level: '国家级', leading_industries: 3 },
  { zone: '省区', level: '省级', leading_industries: 4 },
  { zone: '集中区', level: '工业集中区' },
  { zone: '园区', level: '产业园区', leading_industries: 9, focus_fields: 9, leading_output: 1, industrial_output: 9 },
  { zone: '他区', level: '其他' },
]);
const projects = (rows: readonly Row[]): SheetGrid =>
  tableSheet(
    pack,
    'projects',
    rows.map((row, at) => ({ project: `项目${at + 1}`, zone: '国区', industrial: '是', ...row })),
  );
const only = (book: readonly SheetGrid[], rule: string): string[] =>
  judged(pack, book)
    .of(rule)
    .map(({ subject, status, word }) => `${subject} ${status} ${word}`);

describe('average intensity over projects (五（三）)', () => {
  const big = { investment: 9, land: 10 };
  const small = { investment: 0.9, land: 1 };
  const rich = { investment: 2, land: 1 };

  test('weighted by default: Σ 投资 ÷ Σ 用地, with the cells that it rests on', () => {
    const finding = judged(pack, [zones, projects([big, rich])]).one('intensity_national', '国区');
    expect(finding).toMatchObject({ status: 'met', value: '10000万元/公顷', limit: '不低于4000万元/公顷' });
    expect(finding?.cells).toEqual(['项目明细!D2', '项目明细!D3', '项目明细!E2', '项目明细!E3']);
  });

  test('weighted and simple differ, and the user chooses', () => {
    const book = [zones, projects([{ investment: 3, land: 10 }, small])];
    expect(judged(pack, book).one('intensity_national', '国区')).toMatchObject({ status: 'unmet', value: '3545.45万元/公顷' });
    expect(judged(pack, [...book, set({ intensity_average: '简单平均' })]).one('intensity_national', '国区')).toMatchObject({
      status: 'met',
      value: '6000万元/公顷',
    });
  });

  test('a project without its figure makes the average grey, and names the cell', () => {
    const finding = judged(pack, [
      zones,
      projects([
        { investment: 3, land: 10 },
        { investment: null, land: 1 },
      ]),
    ]).one('intensity_national', '国区');
    expect(finding?.status).toBe('missing');
    expect(finding?.sentence).toContain('项目明细!D3“投资额”未填报');
    expect(finding).toMatchObject({ certainty: 'possible', settle: ['项目明细!D3'], value: '至少2727.27万元/公顷' });
  });

  test('a project without its figure changes nothing where the others reach the limit without it', () => {
    const finding = judged(pack, [zones, projects([big, { investment: null, land: 1 }])]).one('intensity_national', '国区');
    expect(finding).toMatchObject({ status: 'met', certainty: 'certain', value: '至少8181.82万元/公顷' });
    expect(finding?.sentence).toContain('至少8181.82万元/公顷，要求不低于4000万元/公顷，无论缺数如何填报，结论不变，达到要求');
  });

  test('a project that names no zone may be of any: no average is known without it', () => {
    const nowhere = { project: '无主', zone: null, industrial: '是', investment: 1, land: 1 };
    const finding = judged(pack, [zones, projects([big, nowhere])]).one('intensity_national', '国区');
    expect(finding).toMatchObject({ status: 'met', certainty: 'certain' });
    expect(judged(pack, [zones, projects([{ investment: 3, land: 10 }, nowhere])]).one('intensity_national', '国区')).toMatchObject({
      status: 'missing',
      settle: ['项目明细!B3'],
    });
  });

  test('a zone without projects is grey; each zone has its own line and limit', () => {
    const found = judged(pack, [
      zones,
      projects([
        rich,
        { zone: '省区', investment: 0.2, land: 1 },
        { zone: '集中区', investment: 0.19, land: 1 },
        { zone: '园区', investment: 0.2, land: 1 },
      ]),
    ]);
    expect(found.of('intensity_other').map(({ subject, status }) => `${subject} ${status}`)).toEqual([
      '省区 met',
      '集中区 unmet',
      '园区 met',
      '他区 missing',
    ]);
    expect(found.one('intensity_other', '他区')?.sentence).toContain('“项目明细”表中没有属于“他区”的行');
  });

  test('project by project the line is only a hint: yellow, never red', () => {
    const found = judged(pack, [zones, projects([small, { investment: 0.1, land: 1 }])]);
    expect(found.of('project_intensity_national').map(({ status }) => status)).toEqual(['met', 'explain']);
    expect(found.one('project_intensity_national', '项目2')?.sentence).toContain('（文中为平均值标准，逐项适用系推定。）');
    expect(found.one('project_intensity_national', '项目2')).toMatchObject({ word: '请核定', limit: '推论：不低于4000万元/公顷' });
    expect(found.one('project_intensity_national', '项目2')?.sentence).toMatch(
      /按推论应不低于4000万元\/公顷（不是文件写明的要求），与推论不一致，是否适用请核定/u,
    );
  });
});

describe('一般: yellow, not red (五（三）)', () => {
  test('building density and green ratio', () => {
    const book = [
      zones,
      projects([
        { density: 10, green: 90, special_process: '是' },
        { density: 10, density_exception: '是', green: 90, special_process: '是', green_exception: '是' },
        { density: 40, green: 15, special_process: '是' },
      ]),
    ];
    expect(only(book, 'building_density')).toEqual(['项目1 explain 需说明', '项目2 met 有例外批准', '项目3 met 达标']);
    expect(only(book, 'green_special')).toEqual(['项目1 explain 需说明', '项目2 met 有例外批准', '项目3 met 达标']);
  });

  test('不得, 不低于, 不超过 are red', () => {
    const book = [zones, projects([{ office_land: 8, land: 100, far: 0.5, far_standard: 1 }])];
    expect(only(book, 'office_land')).toEqual(['项目1 unmet 不达标']);
    expect(only(book, 'floor_area_ratio')).toEqual(['项目1 unmet 不达标']);
  });

  test('green ratio: 15 % only for projects with a special process, the other limit is the user’s', () => {
    const book = [
      zones,
      projects([
        { green: 16, special_process: '是' },
        { green: 16, special_process: '否' },
        { green: 16, special_process: null },
      ]),
    ];
    expect(only(book, 'green_special')).toEqual(['项目1 explain 需说明', '项目3 missing 缺数']);
    expect(only(book, 'green_ordinary')).toEqual(['全部开发区 missing 缺数']);
    expect(only([...book, set({ green_limit: 20 })], 'green_ordinary')).toEqual(['项目2 met 达标', '项目3 missing 缺数']);
  });

  test('the density line of 40 % is never used for 建筑系数', () => {
    const book = [zones, projects([{ density: 50, coefficient: 39 }])];
    expect(only(book, 'building_coefficient')).toEqual(['全部开发区 missing 缺数']);
    expect(judged(pack, book).of('building_coefficient')[0]?.sentence).toContain('“权重与参数”表中未填“建筑系数标准值”');
  });

  test('projects that are not industrial are not examined', () => {
    const found = judged(pack, [
      zones,
      projects([{ industrial: '否', density: 1, green: 99, special_process: '是', office_land: 99, land: 100, far: 0.1, far_standard: 1 }]),
    ]);
    expect(['building_density', 'green_special', 'office_land', 'floor_area_ratio'].flatMap((rule) => found.of(rule))).toEqual([]);
  });
});

describe('one verdict for each project (五（五）)', () => {
  /** A project that keeps every rule, most of them exactly on their limit. */
  const sound: Row = {
    ...{
      investment: 4,
      land: 10,
      far: 0.8,
      far_standard: 0.8,
      density: 40,
      coefficient: 30,
      green: 15,
      special_process: '是',
      office_land: 0.7,
    },
    ...{ floor_price: 70, minimum_price: 100, priority_industry: '是', intensive_land: '是', credit: '是', suits_standard_plant: '否' },
    ...{ argued_industry: '是', argued_planning: '是', argued_environment: '是', argued_energy: '是', argued_land: '是' },
  };
  const given = { coefficient_minimum: 30, green_limit: 20 };
  const verdict = (row: Row, parameters: Readonly<Record<string, CellInput>> = given): string => {
    const { result } = assessed(pack, [zones, projects([{ ...sound, ...row }]), set(parameters)]);
    const [first] = result.reviews![0]!.rows;
    const { outcome, possible, reasons } = first!;
    return [outcome ?? `待补（${possible.join('或')}）`, ...reasons.map(({ rule, status }) => `${rule} ${status}`)].join('；');
  };

  test.each<[string, Row, string]>([
    ['everything on its limit', {}, '准予'],
    ['plot ratio under the limit', { far: 0.79 }, '不予立项；floor_area_ratio unmet'],
    ['建筑系数 under the user’s limit', { coefficient: 29.9 }, '不予立项；building_coefficient unmet'],
    ['intensity under the average line: only a hint', { investment: 3.9999 }, '补充说明；project_intensity_national explain'],
    ['the line of other zones', { zone: '省区', investment: 2 }, '准予'],
    ['under the line of other zones', { zone: '省区', investment: 1.9999 }, '补充说明；project_intensity_other explain'],
    ['density: 一般', { density: 39.9 }, '补充说明；building_density explain'],
    ['density with an approved exception', { density: 39.9, density_exception: '是' }, '准予'],
    ['green ratio: 一般', { green: 15.1 }, '补充说明；green_special explain'],
    ['green ratio of an ordinary project', { special_process: '否', green: 20 }, '准予'],
    ['office land over 7 %', { office_land: 0.71 }, '补充说明；office_land unmet'],
    ['price under 70 %', { floor_price: 69.9 }, '补充说明；floor_price_priority unmet'],
    ['price under 100 % without the two conditions: an inference', { intensive_land: '否' }, '补充说明；floor_price_not_intensive explain'],
    ['not argued', { argued_energy: '否' }, '补充说明；argued_energy explain'],
    ['credit not passed', { credit: '否' }, '补充说明；credit_checked explain'],
    ['suits a standard plant and is in one', { suits_standard_plant: '是', in_standard_plant: '是' }, '准予'],
    ['suits a standard plant and is in none', { suits_standard_plant: '是', in_standard_plant: '否' }, '补充说明；standard_plant unmet'],
    ['not of production', { industrial: '否' }, '补充说明；productive explain'],
    ['the density of 40 % says nothing of 建筑系数', { density: 39.9, coefficient: 35 }, '补充说明；building_density explain'],
    ['no plot ratio', { far: null }, '待补（不予立项或准予）；floor_area_ratio missing'],
    [
      'no plot ratio, and a miss',
      { far: null, credit: '否' },
      '待补（不予立项或补充说明）；credit_checked explain；floor_area_ratio missing',
    ],
    [
      'a graver miss decides whatever is blank',
      { far: null, coefficient: 12 },
      '不予立项；building_coefficient unmet；floor_area_ratio missing',
    ],
    ['no opinion on energy', { argued_energy: null }, '待补（补充说明或准予）；argued_energy missing'],
    [
      'nobody says whether it has a special process',
      { special_process: null, green: 5 },
      '待补（补充说明或准予）；green_special missing；green_ordinary missing',
    ],
    [
      'a zone that is not on the list: its level is not known',
      { zone: '外区' },
      '待补（补充说明或准予）；project_intensity_national missing；project_intensity_other missing',
    ],
  ])('%s', (_, row, expected) => {
    expect(verdict(row)).toBe(expected);
  });

  test.each<[string, Row, Readonly<Record<string, CellInput>>, string]>([
    ['建筑系数 without the user’s limit', {}, { green_limit: 20 }, '待补（不予立项或准予）；building_coefficient missing'],
    [
      'no limit of green for ordinary projects',
      { special_process: '否' },
      { coefficient_minimum: 30 },
      '待补（补充说明或准予）；green_ordinary missing',
    ],
    ['that limit is not asked of a special process', {}, { coefficient_minimum: 30 }, '准予'],
    [
      'the user lets intensity decide',
      { investment: 3.9 },
      { ...given, project_intensity_use: '不予立项' },
      '不予立项；project_intensity_national explain',
    ],
    [
      'the user lets 等 take in the other limits',
      { office_land: 0.8 },
      { ...given, other_limits_use: '不予立项' },
      '不予立项；office_land unmet',
    ],
  ])('%s', (_, row, parameters, expected) => {
    expect(verdict(row, parameters)).toBe(expected);
  });

  test('a level that nobody filled in leaves the intensity open', () => {
    const book = [tableSheet(pack, 'indicators', [{ zone: '国区', level: null, leading_industries: 3 }]), projects([sound]), set(given)];
    const [row] = assessed(pack, book).result.reviews![0]!.rows;
    expect(row).toMatchObject({ outcome: null, possible: ['补充说明', '准予'], settle: ['指标数据!B2'] });
  });
});

describe('leading industries and concentration (三（二）)', () => {
  test('a number that does not fit is yellow; 产业园区 and 其他 have no standard', () => {
    expect(only([zones], 'leading_provincial')).toEqual(['省区 explain 需说明', '集中区 missing 缺数']);
    expect(only([zones], 'concentration_provincial').map((line) => line.split(' ')[0])).toEqual(['省区', '集中区']);
  });

  test('worked out by default, as reported where the user says so', () => {
    const book = (parameters: Readonly<Record<string, CellInput>>): SheetGrid[] => [
      tableSheet(pack, 'indicators', [{ zone: '国区', level: '国家级', leading_output: 60, industrial_output: 100, concentration: 75 }]),
      set(parameters),
    ];
    expect(only(book({}), 'concentration_national')).toEqual(['国区 unmet 不达标']);
    expect(only(book({ concentration_basis: '填报值' }), 'concentration_national')).toEqual(['国区 met 达标']);
  });
});

test('no places are drawn until the user says how many', () => {
  const ranked = judged(pack, [
    tableSheet(
      pack,
      'indicators',
      [1, 2, 3].map((at) => ({ zone: `${at}区`, level: '省级', leading_output: at, industrial_output: 10 })),
    ),
  ]);
  const lists = ['reward', 'penalty', 'fund', 'fallen', 'risen'].flatMap((list) => [`${list}_national`, `${list}_provincial`]);
  expect(lists.flatMap((rule) => ranked.of(rule))).toEqual([]);
  expect(ranked.problems.filter(({ code }) => code === 'rule-off').map(({ message }) => /文件未规定“(.+?)”/.exec(message)?.[1])).toEqual([
    '列入重点产业项目清单的投资额',
    '闲置土地处置率下限',
    '土地集约利用评价靠前名次数',
    '土地集约利用评价靠后名次数',
    '风险预警的名次下降数',
    '进位的名次上升数',
    '产业人口集聚度参考线',
    '财政收入参考线',
    '国家级奖励晋级建议名次数',
    '省级及其他奖励晋级建议名次数',
    '国家级惩戒建议末位数',
    '省级及其他惩戒建议末位数',
    '国家级引导资金挂钩名次数',
    '省级及其他引导资金挂钩名次数',
  ]);
  expect(ranked.ranked.rankings.get('provincial')?.ranked).toBe(3);
});

test('levels are ranked apart', () => {
  const { result } = assessed(pack, [zones]);
  expect(result.rankings.map(({ id, rows }) => [id, rows.map(({ subject }) => subject).sort()])).toEqual([
    ['national', ['国区']],
    ['provincial', ['他区', '园区', '省区', '集中区'].sort()],
  ]);
});

describe('against last year (六)', () => {
  const names = ['甲区', '乙区', '丙区'];
  const now = tableSheet(
    pack,
    'indicators',
    names.map((zone, at) => ({ zone, level: '省级', leading_output: 9 - at, industrial_output: 10 })),
  );
  const before = (places: readonly number[]): SheetGrid =>
    tableSheet(
      pack,
      'last_year_ranks',
      places.map((rank, at) => ({ zone: names[at]!, rank, total: 3 })),
    );
  const both = { places_lost: 2, places_gained: 2 };

  test('a fall or a rise of exactly so many places is listed, one less is not, and another group has a list of its own', () => {
    const book = [now, before([3, 2, 1]), set(both)];
    expect(only(book, 'risen_provincial')).toEqual(['甲区 met 列入']);
    expect(only(book, 'fallen_provincial')).toEqual(['丙区 explain 列入']);
    expect(only(book, 'fallen_national').filter((line) => !line.includes('missing'))).toEqual([]);
    expect(only([now, before([2, 1, 3]), set(both)], 'risen_provincial')).toEqual([]);
  });

  test('without the list of last year it is grey', () => {
    expect(only([now, set(both)], 'fallen_provincial')).toEqual(['全部开发区 missing 缺数']);
  });
});

describe('zones that want to become national ones (六（一）)', () => {
  const contents = ['创新能力', '品牌建设', '规划实施', '生态环境', '知识产权保护', '投资环境', '行政效能', '新增债务', '安全生产'];
  const list = sheetOf('国家级考核指标', [
    ['维度', '指标名称', '单位', '方向'],
    ...contents.map((content): CellInput[] => [content, `${content}得分`, '分', '越高越好']),
  ]);
  const applicants = sheetOf('指标数据', [
    ['开发区名称', '级别', '按国家级标准考评', ...contents.map((content) => `${content}得分（分）`)],
    ['省区', '省级', '是', ...contents.map(() => 80)],
    ['集中区', '工业集中区', '是', ...contents.map(() => 70)],
    ['园区', '产业园区', '否', ...contents.map(() => 90)],
  ]);
  const applying = (sheets: readonly SheetGrid[]) => assessed(pack, sheets).result.rankings.find(({ id }) => id === 'applying');

  test('are ranked by the contents of the national opinion, and only they', () => {
    expect(applying([applicants, list])?.rows.map(({ subject, rank }) => [subject, rank])).toEqual([
      ['省区', 1],
      ['集中区', 2],
    ]);
  });

  test('without the national indicators nothing is ranked in their place', () => {
    expect(applying([applicants])).toBeUndefined();
  });
});

describe('退区还城 (一（四）)', () => {
  test('three conditions side by side, none of them concluded from the others', () => {
    const book = [
      tableSheet(pack, 'indicators', [{ zone: '国区', level: '国家级', people_density: 3000, fiscal: 5 }]),
      tableSheet(pack, 'checklist', [{ item: '城市综合功能需求迫切', zone: '国区', answer: '是', evidence: '总体规划' }]),
      set({ people_line: 3000, fiscal_line: 6 }),
    ];
    expect(['city_people', 'city_needs', 'city_fiscal'].map((rule) => only(book, rule))).toEqual([
      ['国区 met 符合条件'],
      ['国区 met 达标'],
      [],
    ]);
  });
});

test('groups by region are the user’s answer (三（一）)', () => {
  const { result } = assessed(pack, [
    tableSheet(pack, 'indicators', [
      { zone: '甲区', level: '省级', region: '东部', leading_output: 1, industrial_output: 2 },
      { zone: '乙区', level: '国家级', region: '东部', leading_output: 1, industrial_output: 3 },
      { zone: '丙区', level: '省级', region: '西部', leading_output: 1, industrial_output: 2 },
    ]),
  ]);
  expect(result.rankings.slice(2).map(({ id, rows }) => [id, rows.map(({ subject }) => subject).sort()])).toEqual([
    ['east', ['乙区', '甲区'].sort()],
    ['west', ['丙区']],
  ]);
});

test('many projects in one zone, simple average: exact, and twice as many take about twice as long', async () => {
  const bookOf = (projects: number) => {
    const rows = Array.from({ length: projects }, (_, at) => ({ investment: 4000 * ((at % 7) + 1), land: (at % 7) + 1 }));
    return [
      zones,
      tableSheet(
        pack,
        'projects',
        rows.map((row, at) => ({ project: `项目${at}`, zone: '国区', industrial: '是', ...row })),
        { units: { investment: '万元' } },
      ),
      set({ intensity_average: '简单平均' }),
    ];
  };
  expect(judged(pack, bookOf(3000)).one('intensity_national', '国区')).toMatchObject({ status: 'met', value: '4000万元/公顷' });
  const judging = (projects: number) => {
    const book = bookOf(projects);
    return () => judged(pack, book);
  };
  expect(await doubling(judging, 1500)).toBeLessThan(3);
});
