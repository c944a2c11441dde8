import { once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { provincePackText, provinceWorkbook } from '../bench/province';
import { runProgram, start } from './program';
import { Workspace } from './workspace';

/** A run that is killed half-way: the output is the earlier one (or none) or a complete new one, never something between. */
const ZONES = 1200;
const argv = ['score', 'in.xlsx', '--pack', 'pack.yaml', '--out', 'out.xlsx', '--json', 'out.json', '--as-of', '2017-03-01'];
let space: Workspace;
let undisturbed = 0;

beforeAll(async () => {
  space = new Workspace();
  space.write('pack.yaml', provincePackText());
  space.write('in.xlsx', provinceWorkbook(ZONES));
  const began = performance.now();
  expect(await runProgram(argv, space.folder)).toMatchObject({ code: 0, err: expect.not.stringContaining('错误') });
  undisturbed = performance.now() - began;
});

afterAll(() => space.remove());

/** Numbers between 0 and 1, the same in every run of the test. */
function* drawn(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const names = (): string[] => readdirSync(space.folder).sort();
const left = (): string[] => names().filter((name) => !/^\.out\.(xlsx|json)\.[0-9a-f]+\.tmp$/.test(name));

async function expectWhole(): Promise<void> {
  const sheets = await openXlsx(space.read('out.xlsx')).read();
  expect(sheets.filter(({ owned }) => owned).map(({ name }) => name)).toContain('综合排名');
  expect(sheets.find(({ name }) => name === '综合排名')!.grid.rows).toBeGreaterThan(ZONES);
}

/** Kills at the moment given, and says what stands under the name of the output. */
async function killed(moment: (stop: AbortSignal) => Promise<unknown>): Promise<'finished' | 'killed'> {
  const child = start(argv, space.folder);
  child.stdout!.resume();
  child.stderr!.resume();
  const ended = once(child, 'close');
  const abort = new AbortController();
  await Promise.race([moment(abort.signal).catch(() => undefined), ended]);
  child.kill('SIGKILL');
  const [code] = (await ended) as [number | null];
  abort.abort();
  return code === 0 ? 'finished' : 'killed';
}

/** The first sign of writing: a new entry in the folder. */
async function firstChange(signal: AbortSignal): Promise<void> {
  const watcher = watch(space.folder, { signal });
  await once(watcher, 'change', { signal });
}

const later = drawn(20161116);
const percents = Array.from({ length: 6 }, () => Math.round((later.next().value as number) * 100));

it.each(percents)('after %d % of the time that it takes', async (percent) => {
  const old = new TextEncoder().encode('results of last year');
  space.write('out.xlsx', old);
  space.write('out.json', '{}');
  const how = await killed((signal) => sleep((percent / 100) * undisturbed, undefined, { signal }));
  expect(left()).toEqual(['in.xlsx', 'out.json', 'out.xlsx', 'pack.yaml']);
  if (how === 'killed' && Buffer.compare(space.read('out.xlsx'), old) === 0) return;
  await expectWhole();
});

it.each([1, 2, 3])('as soon as it begins to write, where nothing stood before (%d)', async () => {
  space.forget('out.xlsx');
  space.forget('out.json');
  await killed(firstChange);
  expect(left().filter((name) => !/^out\.(xlsx|json)$/.test(name))).toEqual(['in.xlsx', 'pack.yaml']);
  if (names().includes('out.xlsx')) await expectWhole();
});

it('a run after all these succeeds', async () => {
  expect(await runProgram(argv, space.folder)).toMatchObject({ code: 0 });
  await expectWhole();
});
