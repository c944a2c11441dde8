import { ProblemError } from '../../src/core/problem';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { Remote } from '../../src/workbench/remote';
import { fileOf, remoteHere, type ThreadHere } from '../workbench/threads';
import { sampleBytes } from './sample';

const PACK = 'shandong-2016';
const SETTINGS = '权重与参数';
const question = {
  pack: PACK,
  asOf: '2017-03-31',
  asOfIsToday: false,
  at: '2017-03-31T02:00:00.000Z',
  sheet: undefined,
  year: undefined,
  mapping: {},
  decisions: [],
};
const alive: ThreadHere[] = [];
afterEach(() => alive.splice(0).forEach((thread) => thread.end()));

/** Every text and number of the result sheets, by sheet. */
async function results(remote: Remote): Promise<ReadonlyMap<string, readonly string[]>> {
  const sheets = await openXlsx(await remote.bytes()).read();
  return new Map(
    sheets
      .filter(({ owned }) => owned)
      .map(({ name, grid }) => [
        name,
        Array.from({ length: grid.rows }, (_, row) => [...grid.filled(row)].map((column) => JSON.stringify(grid.cell(row, column)))).flat(),
      ]),
  );
}

/** The row of a parameter on the sample's 权重与参数, and how to fill it in. */
async function opened() {
  const { remote, thread } = remoteHere();
  alive.push(thread);
  await remote.open({ kind: 'file', file: fileOf(sampleBytes(PACK), '指标表.xlsx'), name: '指标表.xlsx' });
  const { grid } = (await openXlsx(sampleBytes(PACK)).read()).find(({ name }) => name === SETTINGS)!;
  const fill = async (parameter: string, value: string | number | null): Promise<void> => {
    const row = Array.from({ length: grid.rows }, (_, at) => at).find((at) => grid.text(at, 1) === parameter)!;
    await remote.edit([{ sheet: SETTINGS, cells: [{ row, column: 2, kind: 'value', value }] }]);
    await remote.read();
  };
  const score = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { ready, problems } = await remote.examine(question);
    if (!ready) throw new ProblemError(problems);
    await remote.write();
    return results(remote);
  };
  await remote.read();
  return { remote, fill, score };
}

test('a parameter that is changed changes results and what they stand on, at the next click', async () => {
  const { fill, score } = await opened();
  const before = await score();
  expect(await score()).toEqual(before);
  await fill('示范开发区数量', 12);
  await fill('权重依据名称', '某省考核办法');
  const after = await score();
  expect([...after.keys()]).toEqual([...before.keys()]);
  const list = [...after.keys()].find((name) => name.includes('示范开发区'))!;
  const all = (of: ReadonlyMap<string, readonly string[]>): string => of.get(list)!.join();
  expect(after.get(list)!.length).toBeGreaterThan(before.get(list)!.length);
  expect([all(before).includes('前10名'), all(before).includes('前12名')]).toEqual([true, false]);
  expect([all(after).includes('前10名'), all(after).includes('前12名')]).toEqual([false, true]);
  const ranking = [...after.keys()].find((name) => name.includes('排名'))!;
  expect(before.get(ranking)!.join()).not.toContain('某省考核办法');
  expect(after.get(ranking)!.join()).toContain('某省考核办法');
});

test('a value that cannot be used names its cell, and the last results stay as they are', async () => {
  const { remote, fill, score } = await opened();
  const before = await score();
  await fill('示范开发区数量', '十来家');
  const { ready, problems } = await remote.examine(question);
  expect(ready).toBe(false);
  const [first] = problems.filter(({ severity }) => severity === 'block');
  expect(first).toMatchObject({ sheet: SETTINGS, cell: 'C75' });
  expect([first!.message, first!.nextStep].join()).toContain('示范开发区数量');
  await expect(remote.write()).rejects.toBeDefined();
  expect(await results(remote)).toEqual(before);
  await fill('示范开发区数量', null);
  expect(await score()).toEqual(before);
});
