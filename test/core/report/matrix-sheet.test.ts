import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { tableSheet } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const limit = (title: string, measure: string, unit: string, at_least: number): Draft => ({
  ...{ kind: 'threshold', title, measure, unit, at_least },
  clause: '一·产值',
});
const base = draft();
const penalties = {
  sheet: ['处罚决定'],
  row: '开发区',
  key: 'zone',
  columns: {
    zone: { header: ['开发区名称'], kind: 'text', required: true },
    penalty: { header: ['处罚种类'], kind: 'list', values: ['警告', '通报'] },
  },
};
const parts = (sheet: Draft): Draft =>
  draft({
    tables: { ...(base['tables'] as Draft), penalties },
    rules: { output: limit('产值', 'output', '亿元', 5), land: limit('用地', 'land', '公顷', 5) },
    sheets: [{ title: '核查', layout: 'matrix', rules: ['output', 'land'], ...sheet }],
  });

test('how many rules find something wrong, and what somebody entered', () => {
  const pack = valid(parts({ counted: '触发项数', columns: ['penalties.penalty'] }));
  const { plan } = assessed(pack, [
    tableSheet(pack, 'indicators', [
      { zone: '甲区', level: '省级', output: 4.999, land: 4 },
      { zone: '乙区', level: '省级', output: 5, land: 5 },
      { zone: '丙区', level: '省级', output: 4, land: null },
    ]),
    tableSheet(pack, 'penalties', [{ zone: '甲 区', penalty: '警告' }]),
  ]);
  const sheet = plan!.sheets.find(({ name }) => name === '核查')!;
  const column = (at: number): readonly string[] => {
    const found = sheet.body.at(at);
    return found?.kind === 'text' ? found.values : [];
  };
  expect(sheet.head.at(-1)?.map(({ value }) => value)).toEqual(['开发区', '总体结论', '触发项数', '产值', '用地', '处罚种类']);
  expect(column(2)).toEqual(['2', '0', '1（另1项待补）']);
  expect(column(-1)).toEqual(['警告', '—', '—']);
});

test.each<[string, Draft, string]>([
  ['another layout', { layout: 'list', counted: '触发项数' }, 'one-of'],
  ['a column of figures', { columns: ['land'] }, 'filter-kind'],
])('%s is refused', (_, sheet, code) => {
  expect(loadPack(parts(sheet), 'small.yaml', units, sharedWords).problems.map((problem) => problem.code)).toContain(code);
});
