import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { parkPack, parkRows, parkWorkbook } from './park';
import { runHere } from './run-here';
import { resultOf, type ResultJson } from './result-schema';
import { Workspace } from './workspace';

let space: Workspace;

beforeEach(() => {
  space = new Workspace();
});

afterEach(() => space.remove());

async function score(input: string, out: string): Promise<ResultJson> {
  const ran = await runHere('score', space.path(input), '--pack', parkPack, '--out', space.path(out), '--json', '-');
  expect(ran).toMatchObject({ code: 0, err: '' });
  return resultOf(ran.out);
}

async function sheetsOf(name: string): Promise<readonly string[]> {
  const { sheets } = await openXlsx(space.read(name)).describe();
  return sheets.map((sheet) => `${sheet.name}${sheet.owned ? ' (ours)' : ''}`);
}

it('replaces the output of an earlier run', async () => {
  space.write('in.xlsx', parkWorkbook());
  await score('in.xlsx', 'out.xlsx');
  space.write('in.xlsx', parkWorkbook(parkRows.slice(1)));
  const second = await score('in.xlsx', 'out.xlsx');
  expect(second.rankings[0]!.rows).toHaveLength(5);
  const ranking = (await openXlsx(space.read('out.xlsx')).read()).find(({ name }) => name === '全市园区排名')!.grid;
  const names = Array.from({ length: ranking.rows }, (_, row) => [1, 2].map((column) => ranking.text(row, column))).flat();
  expect(names).toContain('乙园');
  expect(names).not.toContain('甲园');
});

it('replaces whatever file stands under the name of the output', async () => {
  space.write('in.xlsx', parkWorkbook());
  space.write('out.xlsx', 'no workbook at all');
  await score('in.xlsx', 'out.xlsx');
  expect(await sheetsOf('out.xlsx')).toContain('指标数据');
});

it('the same input at the same moment gives the same bytes', async () => {
  space.write('in.xlsx', parkWorkbook());
  await score('in.xlsx', 'one.xlsx');
  await score('in.xlsx', 'two.xlsx');
  expect(Buffer.compare(space.read('one.xlsx'), space.read('two.xlsx'))).toBe(0);
});

it('scoring a scored workbook gives the same result and replaces our sheets', async () => {
  space.write('in.xlsx', parkWorkbook());
  const first = await score('in.xlsx', 'one.xlsx');
  const second = await score('one.xlsx', 'two.xlsx');
  const third = await score('two.xlsx', 'three.xlsx');
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  const sheets = await sheetsOf('one.xlsx');
  expect(sheets.filter((name) => name.endsWith('(ours)')).length).toBeGreaterThan(4);
  expect(await sheetsOf('two.xlsx')).toEqual(sheets);
  expect(await sheetsOf('three.xlsx')).toEqual(sheets);
});

it('a sheet of the user’s that has the name of one of ours stays as it is', async () => {
  space.write('in.xlsx', parkWorkbook(parkRows, { 全市园区排名: [['手工排名'], ['勿动']] }));
  await score('in.xlsx', 'one.xlsx');
  await score('one.xlsx', 'two.xlsx');
  const sheets = await openXlsx(space.read('two.xlsx')).read();
  const users = sheets.find(({ name }) => name === '全市园区排名')!;
  expect(users.owned).toBe(false);
  expect([users.grid.text(0, 0), users.grid.text(1, 0)]).toEqual(['手工排名', '勿动']);
  expect(sheets.filter(({ owned }) => owned).map(({ name }) => name)).toContain('全市园区排名（考评）');
});

it('says once that a result sheet got another name', async () => {
  space.write('in.xlsx', parkWorkbook(parkRows, { 全市园区排名: [['手工排名']] }));
  const ran = await runHere('score', space.path('in.xlsx'), '--pack', parkPack, '--out', space.path('out.xlsx'));
  expect(ran.out.split('全市园区排名（考评）')).toHaveLength(2);
});
