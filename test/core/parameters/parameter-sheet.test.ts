import type { SheetGrid } from '../../../src/core/grid';
import { chosenReference, findParameterSheet, readUserSettings, type UserSettings } from '../../../src/core/parameters/parameter-sheet';
import { sheetOf, type CellInput, type Formatted } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const pack = valid(
  draft({
    parameters: {
      n: { title: '名额', kind: 'integer' },
      years: { title: '年数', kind: 'integer', at_least: 1, at_most: 3 },
      rate: { title: '汇率', kind: 'number', unit: '元/美元', at_least: 0 },
      share: { title: '最低比例', kind: 'number', unit: '%', at_least: 0, at_most: 100 },
      year: { title: '数据年度', kind: 'year' },
      day: { title: '发布日期', kind: 'date' },
      edge: { title: '是否含本数', kind: 'choice', choices: ['含本数', '不含本数'], default: '含本数', decided: 'G1' },
      watch: { title: '是否监测', kind: 'yes_no' },
      name: { title: '“双创”基地（名称）', kind: 'text' },
    },
  }),
);
const header = ['类别', '名称', '数值', '单位', '原权重', '说明'];
const read = (rows: readonly (readonly CellInput[])[], above: readonly (readonly CellInput[])[] = []): UserSettings =>
  readUserSettings(pack, [sheetOf('权重与参数', [...above, header, ...rows])]);
const one = (title: string, value: CellInput) => read([['参数', title, value]]);
const codes = ({ problems }: UserSettings): string[] => problems.map(({ code }) => code);
const formatted = (value: number, format: string): Formatted => ({ value, format });

describe('every kind of value', () => {
  test.each<[string, string, CellInput, number | string]>([
    ['n', '名额', 10, 10],
    ['n', '名额', '10', 10],
    ['n', '名额', '１０', 10],
    ['n', '名额', ' 1,000 ', 1000],
    ['rate', '汇率', 6.8947, 6.8947],
    ['rate', '汇率', '6.8947', 6.8947],
    ['rate', '汇率', 0, 0],
    ['share', '最低比例', 7, 7],
    ['share', '最低比例', '7%', 7],
    ['share', '最低比例', '７％', 7],
    ['share', '最低比例', formatted(0.07, '0%'), 7],
    ['share', '最低比例', formatted(0.07, '0.00%'), 7],
    ['share', '最低比例', formatted(0.0000001, '0.00%'), 0.00001],
    ['share', '最低比例', formatted(50, '0"%"'), 50],
    ['year', '数据年度', 2016, 2016],
    ['year', '数据年度', '2016', 2016],
    ['day', '发布日期', '2017-01-01', '2017-01-01'],
    ['day', '发布日期', '2017年1月1日', '2017-01-01'],
    ['day', '发布日期', '2017/1/1', '2017-01-01'],
    ['day', '发布日期', '2017.01.01', '2017-01-01'],
    ['day', '发布日期', '20170101', '2017-01-01'],
    ['day', '发布日期', 20170101, '2017-01-01'],
    ['day', '发布日期', formatted(42736, 'yyyy-mm-dd'), '2017-01-01'],
    ['day', '发布日期', formatted(42736.75, 'yyyy/m/d h:mm'), '2017-01-01'],
    ['day', '发布日期', 42736, '2017-01-01'],
    ['day', '发布日期', '2016-02-29', '2016-02-29'],
    ['edge', '是否含本数', '不含本数', '不含本数'],
    ['edge', '是否含本数', ' 不 含本数', '不含本数'],
    ['watch', '是否监测', '是', '是'],
    ['watch', '是否监测', '否', '否'],
    ['name', '“双创”基地（名称）', '某基地', '某基地'],
  ])('%s: %s = %p is %p', (key, title, cell, value) => {
    const settings = one(title, cell);
    expect(settings.problems).toEqual([]);
    expect(settings.parameters.get(key)).toMatchObject({ value, from: 'workbook', cell: '权重与参数!C2' });
  });

  test.each<[string, string, CellInput, string]>([
    ['text for a number', '汇率', '约6.5', 'parameter-not-number'],
    ['a number with a decimal comma is not read as another number', '汇率', '6,5', 'parameter-not-number'],
    ['a hexadecimal number', '名额', '0x10', 'parameter-not-number'],
    ['an exponent', '名额', '1e3', 'parameter-not-number'],
    ['TRUE for a number', '名额', true, 'parameter-not-number'],
    ['half a zone', '名额', 2.5, 'parameter-not-integer'],
    ['zero zones', '名额', 0, 'parameter-out-of-range'],
    ['minus one', '名额', -1, 'parameter-out-of-range'],
    ['four years of three', '年数', 4, 'parameter-out-of-range'],
    ['a rate below zero', '汇率', -0.01, 'parameter-out-of-range'],
    ['101 %', '最低比例', formatted(1.01, '0%'), 'parameter-out-of-range'],
    ['half a year', '数据年度', 2016.5, 'parameter-not-integer'],
    ['30 February', '发布日期', '2017-02-30', 'parameter-not-date'],
    ['29 February of a common year', '发布日期', '2017年2月29日', 'parameter-not-date'],
    ['a year for a date', '发布日期', 2017, 'parameter-not-date'],
    ['words for a date', '发布日期', '月底', 'parameter-not-date'],
    ['a month for a date', '发布日期', '2017年1月', 'parameter-not-date'],
    ['minus for a date', '发布日期', -5, 'parameter-not-date'],
    ['no such choice', '是否含本数', '含', 'parameter-not-choice'],
    ['neither 是 nor 否', '是否监测', '可能', 'parameter-not-choice'],
  ])('%s is refused', (_, title, cell, code) => {
    const settings = one(title, cell);
    expect(settings.problems.map((problem) => [problem.code, problem.severity, problem.sheet, problem.cell])).toEqual([
      [code, 'block', '权重与参数', 'C2'],
    ]);
    expect(settings.problems[0]?.message).toContain(title);
    expect(settings.problems[0]?.nextStep).not.toBe('');
  });
});

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a word like any other', (word) => {
  test.each([
    ['for a section', [word, '名额', 3], 'parameters-unknown-section', 'A2'],
    ['for a parameter', ['参数', word, 3], 'parameters-unknown-name', 'B2'],
    ['for a dimension', ['维度权重', word, 3], 'parameters-unknown-name', 'B2'],
    ['for an indicator', ['指标权重', word, 3], 'parameters-unknown-name', 'B2'],
    ['for a choice', ['参数', '是否含本数', word], 'parameter-not-choice', 'C2'],
    ['for yes or no', ['参数', '是否监测', word], 'parameter-not-choice', 'C2'],
    ['for a number', ['参数', '名额', word], 'parameter-not-number', 'C2'],
  ])('%s it is refused', (_, row, code, cell) => {
    expect(read([row]).problems).toMatchObject([{ severity: 'block', code, sheet: '权重与参数', cell }]);
  });

  test('as a value of a text it stands', () => {
    expect(one('“双创”基地（名称）', word).parameters.get('name')?.value).toBe(word);
  });

  test('it chooses no measure', () => {
    const settings = { ...one('名额', 3), parameters: new Map([['edge', { value: word, from: 'default' as const }]]) };
    expect(chosenReference(settings, { parameter: 'edge', choices: { 含本数: 'output' } })).toBeUndefined();
  });
});

test.each([1e308, 1e-200, formatted(1e307, '0%')])('a number out of all bounds is refused: %p', (value) => {
  for (const row of [
    ['参数', '汇率', value],
    ['维度权重', '规模', value],
  ])
    expect(read([row]).problems).toMatchObject([{ severity: 'block', code: 'parameter-too-large', cell: 'C2' }]);
});

test('blank is unset; a default stands until the user says otherwise', () => {
  const settings = read([
    ['参数', '名额', null],
    ['参数', '汇率', '  '],
    ['参数', '是否含本数', null],
  ]);
  expect(settings.problems).toEqual([]);
  expect([...settings.parameters]).toEqual([['edge', { value: '含本数', from: 'default' }]]);
});

test('no sheet at all: defaults alone', () => {
  const settings = readUserSettings(pack, [sheetOf('别的表', [header])]);
  expect([...settings.parameters.keys()]).toEqual(['edge']);
});

describe('the sheet', () => {
  test('title rows above, spaces in headers, sections merged downwards', () => {
    const settings = read(
      [
        ['参数', '名额', 3],
        [null, '汇率', 6.5],
        ['维度权重', '规模', 60],
        [null, '生态', 40],
      ],
      [['某省考评参数'], [], ['填表说明']],
    );
    expect(settings.problems).toEqual([]);
    expect(settings.parameters.get('rate')?.value).toBe(6.5);
    expect(settings.dimensionWeights.get('ecology')).toEqual({ value: 40, cell: '权重与参数!C8' });
  });

  test('a folded name finds its parameter', () => {
    const settings = readUserSettings(pack, [
      sheetOf(' 权重与参数 ', [
        ['类 别', '名　称', '数值'],
        ['参 数', '"双创"基地(名称)', '甲'],
      ]),
    ]);
    expect(settings.problems).toEqual([]);
    expect(settings.parameters.get('name')?.value).toBe('甲');
  });

  test('our own result sheet of that name is not read', () => {
    const own: SheetGrid = { ...sheetOf('权重与参数', [header, ['参数', '名额', 3]]), owned: true };
    expect(findParameterSheet([own])).toBeUndefined();
  });

  test.each<[string, readonly (readonly CellInput[])[], string, string]>([
    ['unknown name', [['参数', '名次', 3]], 'parameters-unknown-name', 'B2'],
    ['unknown section', [['系数', '名额', 3]], 'parameters-unknown-section', 'A2'],
    ['a section missing', [[null, '名额', 3]], 'parameters-unknown-section', 'A2'],
    [
      'repeated',
      [
        ['参数', '名额', 3],
        ['参数', '名额', 3],
      ],
      'parameters-repeated',
      'B3',
    ],
    [
      'repeated with two different values',
      [
        ['参数', '名额', 2],
        ['参数', '名额', 3],
      ],
      'parameters-repeated',
      'B3',
    ],
    ['a dimension among the parameters', [['参数', '规模', 3]], 'parameters-unknown-name', 'B2'],
    ['a negative weight', [['维度权重', '规模', -1]], 'negative-weight', 'C2'],
    ['a weight in words', [['指标权重', '绿地率', '高']], 'parameter-not-number', 'C2'],
    ['an error value', [['参数', '汇率', '#DIV/0!']], 'parameter-not-number', 'C2'],
  ])('%s', (_, rows, code, cell) => {
    const settings = read(rows);
    expect(settings.problems.map((problem) => [problem.code, problem.cell, problem.severity])).toEqual([[code, cell, 'block']]);
  });

  test('the names that exist are told', () => {
    expect(read([['参数', '名次', 3]]).problems[0]?.nextStep).toContain('名额、年数、汇率');
    expect(read([['维度权重', '创新', 3]]).problems[0]?.nextStep).toContain('规模、生态');
  });

  test('no header row', () => {
    expect(codes(readUserSettings(pack, [sheetOf('权重与参数', [['名额', 3]])]))).toEqual(['parameters-no-header']);
  });
});

test('weights: numbers, percent formats, old weights, zero', () => {
  const settings = read([
    ['维度权重', '规模', formatted(0.6, '0%'), null, 50],
    ['维度权重', '生态', '40%', null, formatted(0.5, '0%')],
    ['指标权重', '工业总产值', 0],
    ['指标权重', '绿地率', null],
  ]);
  expect(settings.problems).toEqual([]);
  expect([...settings.dimensionWeights].map(([key, { value }]) => [key, value])).toEqual([
    ['scale', 60],
    ['ecology', 40],
  ]);
  expect([...settings.oldWeights].map(([key, { value, cell }]) => [key, value, cell])).toEqual([
    ['scale', 50, '权重与参数!E2'],
    ['ecology', 50, '权重与参数!E3'],
  ]);
  expect([...settings.indicatorWeights].map(([key, { value }]) => [key, value])).toEqual([['output', 0]]);
});

test('a measure chosen by a parameter', () => {
  const measure = { parameter: 'edge', choices: { 含本数: 'output', 不含本数: 'land' } };
  expect(chosenReference(read([]), 'output')).toBe('output');
  expect(chosenReference(read([]), measure)).toBe('output');
  expect(chosenReference(one('是否含本数', '不含本数'), measure)).toBe('land');
  expect(chosenReference(read([]), { parameter: 'watch', choices: { 是: 'output' } })).toBeUndefined();
});

test('a row without a value asks for nothing, even under a name that is not known', () => {
  const settings = read([
    ['参数', '名额', null],
    ['参数', '名额', 3],
    ['指标权重', '没有的指标', null],
  ]);
  expect(settings.problems).toEqual([]);
  expect(settings.parameters.size).toBeGreaterThan(0);
});
