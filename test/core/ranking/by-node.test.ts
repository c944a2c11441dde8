import { assessed, judged } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';
import { headersOf } from '../report/headers';

const faultsOf = (data: Draft): string[] => loadPack(data, 'small.yaml', units, sharedWords).problems.map(({ code }) => code);

const base = draft();
const { output } = base.indicators as Record<string, Draft>;

/** Output is scored up to 50 and counts four times what land does, of which little is good. */
function packBy(by: string, more: Draft = {}): ReturnType<typeof valid> {
  return valid({
    ...base,
    dimensions: { scale: { title: '规模' }, thrift: { title: '节约' } },
    indicators: {
      output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 50 } },
      land: { dimension: 'thrift', direction: 'lower_is_better', basis: 'named' },
    },
    rankings: { all: { title: '综合排名' }, one: { title: '单项', by } },
    rules: { best: { kind: 'position', title: '前1名', ranking: 'one', first: 1, clause: '一·产值' } },
    sheets: [],
    ...more,
  });
}

const rows: readonly Row[] = [
  { zone: '甲区', output: 90, land: 30 },
  { zone: '乙区', output: 60, land: 10 },
  { zone: '丙区', output: 20, land: 20 },
];

const listOf = (by: string, given: readonly Row[], more?: Draft): [string, number | null, number | null][] => {
  const pack = packBy(by, more);
  const { rankings } = assessed(pack, [tableSheet(pack, 'indicators', given)]).result;
  const { rows: found } = rankings.find(({ id }) => id === 'one')!;
  return found.map(({ subject, rank, total }) => [subject, rank, total]);
};

test('by an indicator: its figures, which tell apart what its points leave level', () => {
  expect(listOf('output', rows)).toEqual([
    ['甲区', 1, 90],
    ['乙区', 2, 60],
    ['丙区', 3, 20],
  ]);
});

test('by an indicator of which little is good: from the least', () => {
  expect(listOf('land', rows).map(([zone]) => zone)).toEqual(['乙区', '丙区', '甲区']);
});

test('by a dimension: its score', () => {
  expect(listOf('scale', rows)).toEqual([
    ['甲区', 1, 100],
    ['乙区', 1, 100],
    ['丙区', 3, 40],
  ]);
});

test('nothing that adjusts the total counts', () => {
  const scoring = {
    ...(base.scoring as Draft),
    adjustments: [{ kind: 'veto', title: '造假', column: 'lawful', when: '否', effect: 'unranked' }],
  };
  const answered = rows.map((row, at) => ({ ...row, lawful: at === 0 ? '否' : '是' }));
  expect(listOf('output', answered, { scoring })[0]).toEqual(['甲区', 1, 90]);
});

test('who lacks the figure may come in; who leads holds within the figures that are there', () => {
  const pack = packBy('output');
  const { of } = judged(pack, [tableSheet(pack, 'indicators', [...rows.slice(0, 2), { zone: '丙区', land: 20 }])]);
  expect(of('best').map(({ subject, status, certainty }) => [subject, status, certainty])).toEqual([
    ['甲区', 'met', 'certain'],
    ['丙区', 'missing', 'possible'],
  ]);
});

test('a list of one indicator has the sheet of the list and no detail of its own', () => {
  const pack = packBy('output');
  const { plan } = assessed(pack, [tableSheet(pack, 'indicators', rows)]);
  const names = plan!.sheets.map(({ name }) => name);
  expect(names.filter((name) => name.includes('单项'))).toEqual(['单项']);
  const sheet = plan!.sheets.find(({ name }) => name === '单项')!;
  expect(headersOf(sheet)).toEqual(['名次', '开发区名称', '工业总产值（亿元）', '备注']);
});

test('an unknown name is refused, with those that are there', () => {
  expect(faultsOf({ ...base, rankings: { one: { title: '单项', by: 'outptu' } } })).toContain('unknown-by');
});
