import type { SheetGrid } from '../../../src/core/grid';
import type { Pack } from '../../../src/core/pack/schema';
import type { Problem } from '../../../src/core/problem';
import { packOfWorkbook, type WorkbookPack } from '../../../src/core/pack/workbook-pack';
import { units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from './small-pack';

const contents = (list: 'open' | 'closed', parts: Draft = {}): Pack =>
  valid(
    draft({
      clauses: { '一·产值': '工业总产值1000亿元以上', '二·绿地': '绿地率不高于15％', '三·内容': '围绕规模、生态2大方面进行考核' },
      contents: { list, clause: '三·内容' },
      ...parts,
    }),
  );
const open = contents('open');
const header = ['类别', '名称', '所属维度', '方向', '单位', '数值', '满分', '原权重'];
const settings = (rows: readonly (readonly CellInput[])[]): SheetGrid => sheetOf('权重与参数', [header, ...rows]);
const completed = (pack: Pack, rows: readonly (readonly CellInput[])[], more: readonly SheetGrid[] = []): WorkbookPack =>
  packOfWorkbook(pack, [settings(rows), ...more], units);
const told = (problems: readonly Problem[]): string[] => problems.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);

const data = sheetOf('指标数据', [
  ['开发区名称', '级别', '工业总产值（亿元）', '绿地率（%）', '品牌数（个）', '品牌评分', '用地面积（公顷）'],
  ['甲区', '省级', 100, 10, 4, 45, 10],
  ['乙区', '省级', 60, 20, 8, 30, 20],
  ['丙区', '省级', 20, 30, 2, 50, 40],
]);
const added = settings([
  ['维度权重', '规模', null, null, null, 50],
  ['维度权重', '生态', null, null, null, 30],
  ['增设维度', '品牌', null, null, null, 20],
  ['增设指标', '品牌数', '品牌', '正向', '个', 50],
  ['增设指标', '品牌评分', '品牌', '正向', null, 50, 50],
]);

test('what is added is read by name, scored as the rest and marked', () => {
  const { result, plan } = assessed(open, [data, added]);
  expect(result.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  const [ranking] = result.rankings;
  expect(result.basis).toBe('user_weights');
  const rows = new Map(ranking!.rows.map((row) => [row.subject, row]));
  // 品牌数 on 2 to 8, 品牌评分 as the share of its full mark: (33.3 + 90) / 2, (100 + 60) / 2, (0 + 100) / 2.
  expect(rows.get('甲区')!.dimensions['own_dimension_1']).toBeCloseTo((100 / 3 + 90) / 2, 10);
  expect(rows.get('乙区')!.dimensions['own_dimension_1']).toBe(80);
  expect(rows.get('丙区')!.dimensions['own_dimension_1']).toBe(50);
  expect(rows.get('乙区')!.total).toBeCloseTo(0.5 * 50 + 0.3 * 50 + 0.2 * 80, 10);
  expect(ranking!.coverage.contents.at(-1)).toEqual({
    id: 'own_dimension_1',
    title: '品牌',
    basis: 'own',
    weight: 0.2,
    share: 0.2,
    unscored: null,
  });
  expect(ranking!.coverage).toMatchObject({ complete: true, rest: 0, ownIndicators: ['own_indicator_1', 'own_indicator_2'] });
  const shown = (name: string): string[] => {
    const sheet = plan!.sheets.find((one) => one.name === name)!;
    return [...sheet.head, ...sheet.foot].flat().map(({ value }) => String(value));
  };
  expect(shown('综合排名')).toContain('品牌（文件未列明，由用户增设）\n20%');
  expect(shown('综合排名').find((text) => text.includes('计分范围'))).toContain(
    '计分范围：文件列明2项内容，本表全部计分；另计用户增设内容1项“品牌”（文件未列明，由用户增设）；另计用户增设指标“品牌数”“品牌评分”（文件未列明，由用户增设）。',
  );
  for (const header of ['品牌数（个）（文件未列明，由用户增设）', '品牌数（文件未列明，由用户增设）', '品牌（文件未列明，由用户增设）'])
    expect(shown('得分明细·综合排名')).toContain(header);
});

test('an indicator below a dimension of the document', () => {
  const { pack, problems } = completed(open, [['增设指标', '品牌数', '生态', '正向', '个']]);
  expect(problems).toEqual([]);
  expect(pack.indicators['own_indicator_1']).toMatchObject({ title: '品牌数', dimension: 'ecology', basis: 'own' });
});

test('a figure that the pack reads already is read once', () => {
  const { pack } = completed(open, [['增设指标', '用地面积', '规模', '逆向', '公顷']]);
  expect(pack.indicators['own_indicator_1']).toMatchObject({ measure: 'land' });
  expect(Object.keys(pack.tables['indicators']!.columns)).toEqual(Object.keys(open.tables['indicators']!.columns));
});

test('a weight may stand in a row of its own, but not twice', () => {
  const apart = completed(open, [
    ['增设维度', '品牌'],
    ['维度权重', '品牌', null, null, null, 20],
  ]);
  expect([told(apart.problems), apart.settings.dimensionWeights.get('own_dimension_1')?.value]).toEqual([
    ['own-dimension-empty 权重与参数!B2'],
    20,
  ]);
  const twice = completed(open, [
    ['增设维度', '品牌', null, null, null, 20],
    ['维度权重', '品牌', null, null, null, 30],
  ]);
  expect(told(twice.problems)).toEqual(['own-dimension-empty 权重与参数!B2', 'weight-twice 权重与参数!F2']);
});

test('old weights of what is added count towards the whole of the old ones', () => {
  const { settings: read } = completed(open, [
    ['维度权重', '规模', null, null, null, 60, null, 70],
    ['增设维度', '品牌', null, null, null, 40, null, 30],
  ]);
  expect([...read.oldWeights].map(([key, { value, cell }]) => [key, value, cell])).toEqual([
    ['scale', 70, '权重与参数!H2'],
    ['own_dimension_1', 30, '权重与参数!H3'],
  ]);
});

test.each<[string, readonly (readonly CellInput[])[], string]>([
  ['a content of the document', [['增设维度', '规 模']], 'own-dimension-known 权重与参数!B2'],
  [
    'a content added twice',
    [
      ['增设维度', '品牌'],
      ['增设维度', '品牌'],
    ],
    'own-dimension-repeated 权重与参数!B3 own-dimension-empty 权重与参数!B2',
  ],
  ['an indicator that is scored already', [['增设指标', '绿地率', '生态', '正向']], 'own-indicator-known 权重与参数!B2'],
  [
    'an indicator added twice',
    [
      ['增设指标', '品牌数', '生态', '正向'],
      ['增设指标', '品牌数', '规模', '正向'],
    ],
    'own-indicator-repeated 权重与参数!B3',
  ],
  ['a dimension that does not exist', [['增设指标', '品牌数', '品牌', '正向']], 'own-indicator-dimension 权重与参数!C2'],
  ['a unit that does not exist', [['增设指标', '品牌数', '生态', '正向', '筐']], 'unknown-unit 权重与参数!E2'],
])('%s is refused at its cell', (_, rows, code) => {
  const { problems, pack } = completed(open, rows);
  expect(told(problems).join(' ')).toBe(code);
  expect(problems[0]?.severity).toBe('block');
  expect(Object.keys(pack.indicators).filter((key) => key.startsWith('own_'))).toHaveLength(
    code.includes('B3') && rows[0]![0] === '增设指标' ? 1 : 0,
  );
});

test('a hundred contents are taken, one more is not', () => {
  const rows = Array.from({ length: 101 }, (_, at): CellInput[] => ['增设维度', `内容${at + 1}`]);
  const { problems, pack } = completed(open, rows);
  expect(told(problems.filter(({ severity }) => severity === 'block'))).toEqual(['own-dimensions-too-many 权重与参数!B102']);
  expect(Object.keys(pack.dimensions).filter((key) => key.startsWith('own_'))).toHaveLength(100);
});

test('a closed list is not added to, and the document says why', () => {
  const { problems } = completed(contents('closed'), [
    ['增设维度', '品牌'],
    ['增设指标', '品牌数', '生态', '正向'],
  ]);
  expect(told(problems)).toEqual(['contents-closed 权重与参数!B2', 'contents-closed 权重与参数!B3']);
  expect(problems[0]?.message).toBe(
    '“品牌”不能增设：文件列明的考核内容没有“等”字，是完整的清单（第三部分“围绕规模、生态2大方面进行考核”）。',
  );
});

test('a pack that does not say takes none either', () => {
  expect(told(completed(valid(draft()), [['增设维度', '品牌']]).problems)).toEqual(['contents-closed 权重与参数!B2']);
});

test('names that objects answer to are names like others', () => {
  const { pack, problems } = completed(open, [
    ['增设维度', 'constructor'],
    ['增设指标', '__proto__', 'constructor', '正向', '个'],
  ]);
  expect(problems).toEqual([]);
  expect(pack.indicators['own_indicator_1']).toMatchObject({ title: '__proto__', dimension: 'own_dimension_1' });
});

describe('an indicator list of the user’s', () => {
  const listing = (rows: readonly (readonly CellInput[])[]): SheetGrid =>
    sheetOf('指标体系', [['维度', '指标', '单位', '方向', '权重'], ...rows]);
  const parts: Draft = {
    indicator_import: { sheet: ['指标体系'] },
    dimensions: { scale: { title: '规模' }, ecology: { title: '生态环境' } },
  };
  const of = (pack: Pack, rows: readonly (readonly CellInput[])[], own: readonly (readonly CellInput[])[] = []): WorkbookPack =>
    completed(pack, own, [listing(rows)]);

  test('a dimension that the document does not name is the user’s, said once at its first cell', () => {
    const { pack, problems } = of(contents('open', parts), [
      ['品牌', '品牌数', '个', '正向', 20],
      ['规模', '工业总产值', '亿元', '正向', 60],
      ['品牌', '品牌评分', '分', '正向', 20],
    ]);
    expect(told(problems)).toEqual(['own-dimension 指标体系!A2']);
    expect(problems[0]?.severity).toBe('warning');
    expect(Object.values(pack.indicators).map(({ title, dimension }) => [title, dimension])).toEqual([
      ['品牌数', 'own_dimension_1'],
      ['工业总产值', 'scale'],
      ['品牌评分', 'own_dimension_1'],
    ]);
  });

  test('it may be added, with its weight, in 权重与参数', () => {
    const { problems, settings: read } = of(
      contents('open', parts),
      [['品牌', '品牌数', '个', '正向', 100]],
      [['增设维度', '品牌', null, null, null, 20]],
    );
    expect(problems).toEqual([]);
    expect([...read.dimensionWeights.keys()]).toEqual(['own_dimension_1']);
    expect([...read.indicatorWeights.keys()]).toEqual(['imported_1']);
  });

  test('a blank dimension is asked for, not added', () => {
    const { problems } = of(contents('open', parts), [['', '品牌数', '个', '正向', null]]);
    expect(problems.filter(({ severity }) => severity === 'block').map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'unknown-dimension A2',
    ]);
  });

  test('a slip of the pen is no new content', () => {
    expect(told(of(contents('open', parts), [['生态环镜', '绿化', '%', '正向', null]]).problems)).toEqual([
      'unknown-dimension 指标体系!A2',
    ]);
  });

  test('a closed list refuses it and quotes the document', () => {
    const { problems } = of(contents('closed', parts), [['品牌', '品牌数', '个', '正向', null]]);
    expect(told(problems)).toEqual(['unknown-dimension 指标体系!A2']);
    expect(problems[0]?.message).toContain('“围绕规模、生态2大方面进行考核”');
  });
});
