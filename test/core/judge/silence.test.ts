import { gridOf } from '../../../src/core/grid';
import { judged } from '../../packs/run';
import { tableSheet } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

const tables = {
  ...(draft().tables as Draft),
  parks: {
    sheet: ['园区表'],
    row: '园区',
    key: 'park',
    optional: true,
    columns: {
      park: { header: ['园区名称'], kind: 'text', required: true },
      area: { header: ['面积'], unit: '公顷' },
      people: { header: ['人数'], unit: '人' },
      open: { header: ['开放'], kind: 'yes_no' },
    },
  },
};
const threshold = { kind: 'threshold', clause: '一·产值', at_least: 1 };
const pack = valid(
  draft({
    tables,
    rules: {
      area: { ...threshold, title: '面积要求', measure: 'parks.area', unit: '公顷' },
      people: { ...threshold, title: '人数要求', measure: 'parks.people', unit: '人' },
      opened: { ...threshold, title: '开放园区面积', measure: 'parks.area', unit: '公顷', for: { 'parks.open': '是' } },
    },
  }),
);
const main = tableSheet(pack, 'indicators', [
  { zone: '甲区', output: 2 },
  { zone: '乙区', output: 1 },
]);
const told = (...sheets: Parameters<typeof judged>[1]) =>
  judged(pack, [main, ...sheets]).problems.flatMap(({ code, rules, message, nextStep }) =>
    rules ? [{ code, rules, message, nextStep }] : [],
  );

test('a sheet that is not there is one problem, with the rules that it silences', () => {
  expect(told()).toEqual([
    {
      code: 'rule-missing-input',
      rules: ['area', 'people', 'opened'],
      message:
        '工作簿中没有“园区表”（每行一个园区），以下3项无法判定：面积要求（第一部分）、人数要求（第一部分）、开放园区面积（第一部分）。',
      nextStep: '请在工作簿中增加“园区表”（表头与模板一致）后重新考评；不需要这些事项的可不处理。',
    },
  ]);
});

test('columns that one sheet lacks are one problem; a filter’s column that is not there is said once, not on every row', () => {
  const parks = tableSheet(pack, 'parks', [
    { park: '东园', area: 2 },
    { park: '西园', area: 1 },
  ]);
  expect(told(parks)).toMatchObject([
    { rules: ['people', 'opened'], message: expect.stringContaining('“园区表”没有“人数”“开放”列') as string },
  ]);
  const result = judged(pack, [main, parks]);
  expect(result.of('opened').map(({ subject }) => subject)).toEqual(['全部开发区']);
  expect(result.of('area')).toHaveLength(2);
});

test('a rule whose filter nobody passes has nobody to judge; one that nobody meets has', () => {
  const closed = tableSheet(pack, 'parks', [{ park: '东园', area: 2, people: 5, open: '否' }]);
  expect(told(closed)).toMatchObject([
    { code: 'rule-without-subjects', rules: ['opened'], message: expect.stringContaining('“园区表”中没有“开放”为是的园区') as string },
  ]);
});

test('a column that stands there twice is not said to be absent', () => {
  const parks = tableSheet(pack, 'parks', [{ park: '东园', area: 2, people: 5, open: '是' }]);
  const twice = {
    ...parks,
    grid: gridOf([
      ['园区名称', '面积（公顷）', '面积（公顷）', '面积（公顷）', '人数（人）', '开放'],
      ['东园', 2, 2, 2, 5, '是'],
    ]),
  };
  expect(told(twice)).toMatchObject([
    { rules: ['area', 'opened'], message: expect.stringContaining('“园区表”有3列可作“面积”（B1、C1、D1），分不清用哪一列') as string },
  ]);
});
