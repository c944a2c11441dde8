import Big from 'big.js';
import { checkWeights } from '../../../src/core/form/check-entry';
import { fieldsOf } from '../../../src/core/form/fields';
import { refOf } from '../../../src/core/form/setting-places';
import { settingsChange } from '../../../src/core/form/settings-changes';
import { settingsForm } from '../../../src/core/form/settings-form';
import type { SheetGrid } from '../../../src/core/grid';
import { packOfWorkbook } from '../../../src/core/pack/workbook-pack';
import { comparedGroups, comparedWeights, pairKey } from '../../../src/core/parameters/comparisons';
import type { UserWeight } from '../../../src/core/parameters/user-weight';
import { userWeights } from '../../../src/core/ranking/user-weights';
import { after, carriedOut } from '../form/carried-out';
import { units } from '../../packs/built-in';
import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const pack = valid(
  draft({
    dimensions: { scale: { title: '规模' }, ecology: { title: '生态' }, safety: { title: '安全' } },
    indicators: {
      output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
      export: { title: '出口额', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
      green: { title: '绿地率', dimension: 'ecology', direction: 'lower_is_better', basis: 'suggested' },
      per_land: { title: '单位用地产值', dimension: 'safety', direction: 'higher_is_better', basis: 'suggested' },
    },
  }),
);
const HEADER = ['类别', '名称', '数值'];
const sheet = (...rows: readonly (readonly CellInput[])[]): SheetGrid[] => [sheetOf('权重与参数', [HEADER, ...rows])];
const read = (...rows: readonly (readonly CellInput[])[]) => packOfWorkbook(pack, sheet(...rows), units);
const codes = ({ problems }: ReturnType<typeof read>): string[] => problems.map(({ code, cell }) => `${code} ${cell ?? ''}`);
const pair = (name: string, value: CellInput): readonly CellInput[] => ['判断矩阵', name, value];
/** Saaty's own example of the tests of ahp: 3, 5, 3; see there for the arithmetic. */
const THREE = [pair('规模／生态', 3), pair('规模／安全', 5), pair('生态／安全', 3)];

test('comparisons of a group come to its weights, which make 100 exactly; the result says how', () => {
  const found = read(...THREE);
  expect(codes(found)).toEqual(['weights-compared C2']);
  expect(found.problems[0]).toMatchObject({ severity: 'info' });
  expect(found.problems[0]?.message).toBe(
    '维度的权重由判断矩阵按层次分析法得出：规模 63.70、生态 25.83、安全 10.47（一致性比率 CR 0.0332，不超过 0.1）。',
  );
  const weights = [...found.settings.dimensionWeights.values()];
  expect(weights.map(({ value }) => value.toFixed(4))).toEqual(['63.6986', '25.8285', '10.4729']);
  expect(weights.reduce((sum, { value }) => sum.plus(value), new Big(0)).eq(100)).toBe(true);
  expect(userWeights(found.pack, found.settings)).toMatchObject({ byUser: true, problems: [] });
});

test('either order will do, and reciprocals as text, as a number, and with a full-width stroke', () => {
  const expected = [...read(...THREE).settings.dimensionWeights.values()].map(({ value }) => value);
  for (const third of ['1/3', '1／3', 1 / 3, 0.333333333333333]) {
    const { settings } = read(pair('生态／规模', third), pair('规模/安全', '5'), pair('生态／安全', 3));
    [...settings.dimensionWeights.values()].forEach(({ value }, at) => expect(value).toBeCloseTo(expected[at]!, 9));
  }
});

describe('a value has to be 1 to 9 or the reciprocal', () => {
  test.each<[CellInput]>([[9], [1], ['9'], ['1/9'], [1 / 9], [0.111111111111111], ['1/1'], [2.5]])('%s is taken', (value) => {
    expect(codes(read(pair('工业总产值／出口额', value)))).toEqual(['weights-compared C2']);
  });
  test.each<[CellInput]>([[9.0001], [10], [0], [-3], [0.11], ['1/10'], ['1/0'], ['1/9.01']])('%s is refused', (value) => {
    expect(codes(read(pair('工业总产值／出口额', value)))).toEqual(['parameter-not-comparison C2']);
  });
  test('words are refused, and what Excel makes of 1/3 is', () => {
    expect(codes(read(pair('工业总产值／出口额', '重要')))).toEqual(['parameter-not-number C2']);
    expect(codes(read(pair('工业总产值／出口额', { value: 45_660, format: 'm"月"d"日"' })))).toEqual(['parameter-not-comparison C2']);
  });
});

test('all of a group are compared or none', () => {
  const found = read(THREE[0]!, THREE[1]!);
  expect(codes(found)).toEqual(['comparisons-missing C2']);
  expect(found.problems[0]?.message).toContain('缺 1 处：生态／安全');
  expect(found.settings.dimensionWeights.size).toBe(0);
  expect(codes(read(pair('规模／生态', '')))).toEqual([]);
});

test('both orders at once, weights beside comparisons, names that are none and judgements that contradict each other are refused', () => {
  expect(codes(read(...THREE, pair('生态／规模', '1/3')))).toEqual(['comparison-twice C5']);
  expect(codes(read(['维度权重', '规模', 40], ...THREE))).toEqual(['weights-and-comparisons C2']);
  expect(codes(read(pair('规模／绿地率', 3)))).toEqual(['parameters-unknown-name B2']);
  expect(codes(read(...THREE, pair('规模／生态', 4)))[0]).toBe('parameters-repeated B5');
  const found = read(pair('规模／生态', 9), pair('规模／安全', 1), pair('生态／安全', 9));
  expect(codes(found)).toEqual(['comparisons-inconsistent C2']);
  expect(found.problems[0]).toMatchObject({ severity: 'block' });
});

test('indicators of one dimension alone are compared within it: other dimensions are not asked for theirs', () => {
  const found = read(pair('工业总产值／出口额', 3));
  expect(Object.fromEntries([...found.settings.indicatorWeights].map(([key, { value }]) => [key, value]))).toEqual({
    output: 75,
    export: 25,
  });
  const chosen = userWeights(found.pack, found.settings);
  expect(chosen.problems).toEqual([]);
  expect([...chosen.dimension.values()]).toEqual([1, 1, 1]);
  // Beside weights of dimensions, and of other dimensions' indicators.
  const mixed = read(['维度权重', '规模', 60], ['维度权重', '生态', 20], ['维度权重', '安全', 20], pair('工业总产值／出口额', 3));
  expect(userWeights(mixed.pack, mixed.settings).problems).toEqual([]);
});

test('as many can be compared as Saaty’s index goes up to', () => {
  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`i${at}`, { ...pack.indicators['green']!, title: `指标${at}`, dimension: 'ecology' }]),
    );
  const groups = (count: number) => comparedGroups({ dimensions: pack.dimensions, indicators: many(count) }).map(({ parent }) => parent);
  expect(groups(1)).toEqual([undefined]);
  expect(groups(15)).toEqual([undefined, 'ecology']);
  expect(groups(16)).toEqual([undefined]);
});

test('equal judgements of any number are equal weights that make 100', () => {
  for (let count = 2; count <= 15; count++) {
    const indicators = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`i${at}`, { ...pack.indicators['green']!, dimension: 'ecology' }]),
    );
    const [, group] = comparedGroups({ dimensions: pack.dimensions, indicators });
    const given = new Map<string, UserWeight>();
    group!.members.forEach((a, at) =>
      group!.members.slice(at + 1).forEach((b) => given.set(pairKey(group!, a.key, b.key), { value: 1, cell: 'x!A1' })),
    );
    const { compared } = comparedWeights({ dimensions: pack.dimensions, indicators }, given, {
      dimension: new Map(),
      indicator: new Map(),
    });
    const weights = [...compared[0]!.weights.values()];
    expect(weights.reduce((sum, value) => sum.plus(value), new Big(0)).eq(100)).toBe(true);
    weights.forEach((value) => expect(value).toBeCloseTo(100 / count, 8));
    expect(compared[0]!.ratio).toBeCloseTo(0, 9);
  }
});

describe('in the form', () => {
  const entries = [
    { id: 'pair:dimension:scale|ecology', text: '3' },
    { id: 'pair:dimension:scale|safety', text: '5' },
    { id: 'pair:dimension:ecology|safety', text: '1/3' },
  ];

  test.each<[string, readonly SheetGrid[]]>([
    ['a new sheet', []],
    ['the sheet there is', sheet()],
  ])('what is entered stands on %s as it is read, and is taken back whole', (_, sheets) => {
    const change = settingsChange(pack, units, sheets, entries, 2016);
    const then = after(sheets, change);
    const { settings, problems } = packOfWorkbook(pack, then, units);
    expect(problems.map(({ code }) => code)).toEqual(['comparisons-inconsistent']);
    expect([...settings.comparisons].map(([key, { value }]) => [key, value])).toEqual([
      ['dimension:scale|ecology', 3],
      ['dimension:scale|safety', 5],
      ['dimension:ecology|safety', 1 / 3],
    ]);
    const form = settingsForm(pack, units, then);
    expect(entries.map(({ id }) => fieldsOf(form).find((field) => field.id === id)?.text)).toEqual(['3', '5', '1/3']);
    if ('changes' in change) expect(settingsForm(pack, units, carriedOut(then, change.back))).toEqual(settingsForm(pack, units, sheets));
  });

  test('weights that come from comparisons are locked, and the form comes to what the sheet’s reader comes to', () => {
    const form = settingsForm(pack, units, sheet(...THREE));
    const [group] = form.groups;
    expect(group!.weights.map(({ text, locked }) => [text, locked?.includes('由判断矩阵得出')])).toEqual([
      ['', true],
      ['', true],
      ['', true],
    ]);
    expect(form.problems).toEqual([]);
    const texts = (of: Readonly<Record<string, string>>) => checkWeights(form, ({ id, text }) => of[id] ?? text);
    const { compared, problems } = texts({});
    expect(problems.map(({ problem }) => problem.code)).toEqual(['weights-compared']);
    expect([...compared[0]!.weights.values()]).toEqual([...read(...THREE).settings.dimensionWeights.values()].map(({ value }) => value));
    expect(texts({ 'pair:dimension:scale|ecology': '' }).problems.map(({ problem }) => problem.code)).toEqual(['comparisons-missing']);
    expect(texts({ 'pair:dimension:scale|ecology': '1/9' }).problems.map(({ problem }) => problem.code)).toEqual([
      'comparisons-inconsistent',
    ]);
  });

  test('a pair keeps the order in which the sheet names it', () => {
    const form = settingsForm(pack, units, sheet(pair('生态／规模', '1/3'), THREE[1]!, THREE[2]!));
    const field = form.groups[0]!.pairs[0]!;
    expect([refOf(field.id).key, field.text, field.first, field.second, field.cell]).toEqual([
      'dimension:ecology|scale',
      '1/3',
      1,
      0,
      'C2',
    ]);
  });
});
