import { tableSpecs, readingWords } from '../../../src/core/pack/table-specs';
import { readTables } from '../../../src/core/table/read-tables';
import { templatePlan } from '../../../src/core/template/template-plan';
import { units } from '../../packs/built-in';
import { assessed } from '../../packs/run';
import { tableSheet } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { gridOfPlan } from './filled';

/** Who hands figures in and who checks them, as indicators say. */
const base = draft();
const { output, green } = base.indicators as Record<string, Draft>;
const pack = valid({
  ...base,
  indicators: {
    output: { ...output, source: '统计局', reviewed_by: '省统计局' },
    dense: {
      title: '单位用地产值',
      measure: 'per_land',
      dimension: 'scale',
      direction: 'higher_is_better',
      basis: 'named',
      source: '自然资源局',
    },
    green,
  },
});

const guideOf = (given: typeof pack): string[][] => {
  const [sheet] = templatePlan(given, units, 2025).sheets;
  const header = sheet!.head.at(-1)!.map(({ value }) => String(value));
  return [header, ...Array.from({ length: sheet!.bodyRows }, (_, row) => sheet!.body.map(({ values }) => String(values[row])))];
};

test('the form says it of every column that an indicator rests on, by way of derived figures too', () => {
  const [header, ...lines] = guideOf(pack);
  expect(header!.slice(-2)).toEqual(['数据来源', '审核单位']);
  const said = (column: string): string[] => lines.find((line) => line[0] === '指标数据' && line[1]!.endsWith(`：${column}`))!.slice(-2);
  expect(said('工业总产值')).toEqual(['统计局、自然资源局', '省统计局']);
  expect(said('用地面积')).toEqual(['自然资源局', '']);
  expect(said('绿地率')).toEqual(['', '']);
});

test('a pack that says nothing of it has no such columns', () => {
  expect(guideOf(valid(base))[0]).not.toContain('数据来源');
});

test('the form is read as before', () => {
  const sheets = templatePlan(pack, units, 2025).sheets.map((sheet) => gridOfPlan(sheet));
  const { tables } = readTables(tableSpecs(pack), sheets, units.with(pack.units), readingWords(pack));
  expect(tables.get('indicators')!.sheet).toBe('指标数据');
});

test('得分明细 says it beside the figures', () => {
  const { plan } = assessed(pack, [
    tableSheet(pack, 'indicators', [
      { zone: '甲区', output: 10, land: 2, green: 10 },
      { zone: '乙区', output: 5, land: 3, green: 12 },
    ]),
  ]);
  const notes = plan!.sheets
    .find(({ name }) => name.includes('明细'))!
    .head.at(-1)!
    .map(({ note }) => note);
  expect(notes).toContain('数据来源：统计局\n审核单位：省统计局');
  expect(notes).toContain('数据来源：自然资源局');
});
