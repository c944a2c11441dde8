import { checkWeights } from '../../../src/core/form/check-entry';
import { settingsChange } from '../../../src/core/form/settings-changes';
import { settingsForm } from '../../../src/core/form/settings-form';
import type { SheetGrid } from '../../../src/core/grid';
import { packOfWorkbook } from '../../../src/core/pack/workbook-pack';
import { weightsLine } from '../../../src/core/report/weights-line';
import { after } from '../form/carried-out';
import { packOf, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { sheetOf, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const pack = valid(
  draft({
    dimensions: { scale: { title: '规模' }, ecology: { title: '生态' } },
    indicators: {
      output: { title: '工业总产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named' },
      green: { title: '绿地率', dimension: 'ecology', direction: 'higher_is_better', basis: 'named' },
    },
  }),
);
const sheet = (...rows: readonly (readonly CellInput[])[]): SheetGrid => sheetOf('权重与参数', [['类别', '名称', '数值'], ...rows]);
const read = (...rows: readonly (readonly CellInput[])[]) => packOfWorkbook(pack, [sheet(...rows)], units);
const METHOD = (value: string): readonly CellInput[] => ['赋权', '赋权方法', value];

test.each([
  ['熵权法', 'entropy'],
  ['CRITIC法', 'critic'],
  ['critic法', 'critic'],
])('%s is read', (title, kind) => {
  expect(read(METHOD(title))).toMatchObject({ settings: { dataWeighting: { value: kind, cell: '权重与参数!C2' } }, problems: [] });
});

test('a blank one asks for nothing; another method is refused with what may be chosen', () => {
  expect(read(METHOD('')).settings.dataWeighting).toBeUndefined();
  const [problem] = read(METHOD('主成分法')).problems;
  expect(problem).toMatchObject({ code: 'parameter-not-choice', cell: 'C2', nextStep: '可选：熵权法、CRITIC法。' });
  expect(read(['赋权', '方法', '熵权法']).problems.map(({ code }) => code)).toEqual(['parameters-unknown-name']);
});

test('beside weights or comparisons it is refused: one of them is nobody’s wish', () => {
  const codes = (...rows: readonly (readonly CellInput[])[]) =>
    read(METHOD('熵权法'), ...rows).problems.map(({ code, cell }) => `${code} ${cell}`);
  expect(codes(['维度权重', '规模', 60], ['维度权重', '生态', 40])).toEqual(['weights-and-method C2']);
  expect(codes(['判断矩阵', '规模／生态', 3])).toEqual(['weights-compared C3', 'weights-and-method C2']);
});

describe('the scoring', () => {
  const shandong = packOf('shandong-2016');
  const { main_table: main, tables } = shandong;
  const figures = Object.entries(tables[main]!.columns ?? {}).filter(([, { kind, unit }]) => kind === 'number' && unit !== 'from_header');
  const rows = Array.from({ length: 6 }, (_, at): Row => ({
    zone: `第${at + 1}经济开发区`,
    level: '省级',
    // Spread differs from column to column, so that neither method comes to equal weights.
    ...Object.fromEntries(figures.map(([key], n) => [key, 10 + ((at * 31 + n * 17 + at * at * (n + 1) * 7) % 23)])),
  }));
  const result = (value: string) => assessed(shandong, [tableSheet(shandong, main, rows), sheet(METHOD(value))]).result;

  test('rests on weights from the figures, and every sheet says so', () => {
    const [entropy, critic, equal] = ['熵权法', 'CRITIC法', ''].map(result);
    expect(entropy!.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect([entropy, critic, equal].map((one) => [one!.basis, one!.dataWeighting])).toEqual([
      ['user_weights', 'entropy'],
      ['user_weights', 'critic'],
      ['equal_weights_trial', undefined],
    ]);
    expect([entropy, critic, equal].flatMap((one) => one!.problems.filter(({ severity }) => severity === 'block'))).toEqual([]);
    const totals = [entropy, critic, equal].map((one) => JSON.stringify(one!.rankings[0]?.weights));
    expect(new Set(totals).size).toBe(3);
  });

  test('the line names the method, and the document where there is one', () => {
    expect(weightsLine('user_weights', undefined, 'entropy')).toEqual({
      text: '权重未由文件规定，当前按用户选定的熵权法由参评数据算出。',
      warns: true,
    });
    expect(weightsLine('user_weights', { name: '某办法', number: null, date: null }, 'critic')).toEqual({
      text: '权重依据：《某办法》。按CRITIC法由参评数据算出。',
      warns: false,
    });
  });
});

test.each<[string, readonly SheetGrid[]]>([
  ['a new sheet', []],
  ['the sheet there is', [sheet()]],
])('the form writes it to %s, and tells at once where weights stand beside it', (_, sheets) => {
  const then = after(sheets, settingsChange(pack, units, sheets, [{ id: 'weighting:weights', text: '熵权法' }], 2016));
  expect(packOfWorkbook(pack, then, units).settings.dataWeighting?.value).toBe('entropy');
  const form = settingsForm(pack, units, then);
  expect(form.weighting).toMatchObject({ text: '熵权法', title: '赋权方法' });
  const told = (texts: Readonly<Record<string, string>>) =>
    checkWeights(form, ({ id, text }) => texts[id] ?? text).problems.map(({ group, problem }) => `${group.title} ${problem.code}`);
  expect(told({})).toEqual([]);
  expect(told({ 'dimension:scale': '60', 'dimension:ecology': '40' })).toEqual(['各项考核内容 weights-and-method']);
});
