import { ProblemError } from '../../src/core/problem';
import { fileWords } from '../../src/ooxml/words';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { DraftStore } from '../../src/workbench/draft-store';
import type { Remote } from '../../src/workbench/remote';
import { workbenchWords as words } from '../../src/workbench/words';
import { sampleBytes } from '../app/sample';
import { settle } from './clock';
import { fileOf, MemoryValues, remoteHere, type ThreadHere } from './threads';

const PACK = 'shandong-2016';
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

async function opened(parts?: Parameters<typeof remoteHere>[0]): Promise<{ readonly remote: Remote; readonly thread: ThreadHere }> {
  const here = remoteHere(parts);
  alive.push(here.thread);
  await here.remote.open({ kind: 'file', file: fileOf(sampleBytes(PACK), '指标表.xlsx'), name: '指标表.xlsx' });
  return here;
}

afterEach(() => alive.splice(0).forEach((thread) => thread.end()));

const problemsOf = async (work: Promise<unknown>): Promise<readonly unknown[]> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).problems;
};

test('a workbook goes over, is scored there, and comes back as a file', async () => {
  const { remote } = await opened();
  const book = await remote.read();
  expect(book.owned).toEqual([]);
  expect((await remote.fits())[0]).toMatchObject({ pack: PACK, usable: true });
  expect(await remote.examine(question)).toMatchObject({ pack: PACK, ready: true });
  expect((await remote.result()).rankings.length).toBeGreaterThan(0);
  const first = await remote.write();
  expect(first.replaced).toEqual([]);
  expect(first.look.sheets.map(({ name }) => name)).toEqual(first.written);
  await remote.read();
  await remote.examine(question);
  expect((await remote.write()).replaced).toEqual(first.written);
  const file = openXlsx(await remote.bytes());
  expect((await file.describe()).sheets.filter(({ owned }) => owned).map(({ name }) => name)).toEqual(first.written);
  expect(await remote.clear()).toEqual(first.written);
});

test('bytes that were handed over leave the workbook whole', async () => {
  const { remote } = await opened();
  const [first, second] = [await remote.bytes(), await remote.bytes()];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  expect(Buffer.from(first).equals(Buffer.from(sampleBytes(PACK)))).toBe(true);
});

test('an edit is in everything that is asked afterwards', async () => {
  const { remote } = await opened();
  const before = (await remote.read()).fingerprint;
  void remote.edit([{ sheet: '指标数据', cells: [{ row: 8, column: 2, kind: 'value', value: 123456 }] }]);
  expect((await remote.read()).fingerprint).not.toBe(before);
  expect(await remote.refused()).toEqual([]);
});

test('what the worker throws arrives as what it is', async () => {
  const { remote } = remoteHere();
  const { thread } = remoteHere();
  alive.push(thread);
  const broken = remote.open({ kind: 'file', file: fileOf(new Uint8Array(), '空.xlsx'), name: '空.xlsx' });
  expect(await problemsOf(broken)).toEqual([{ severity: 'block', code: 'empty', ...fileWords.empty() }]);
  await expect(remote.result()).rejects.toThrow('no workbook is open');
  remote.end();
});

test.each([
  [
    'a sample that is not there',
    { kind: 'sample', address: 'https://localhost/samples/none.xlsx', name: '示例.xlsx' } as const,
    'no-sample',
  ],
  ['a draft that is not there', { kind: 'draft', id: '0000000000000001' } as const, 'no-draft'],
])('%s says so', async (_, source, code) => {
  const { remote } = remoteHere();
  expect(await problemsOf(remote.open(source))).toMatchObject([{ code }]);
  remote.end();
});

test('what is cancelled before it begins is not sent, and progress does not outlast the work', async () => {
  const { remote } = await opened();
  const controller = new AbortController();
  controller.abort();
  expect(await problemsOf(remote.read({ signal: controller.signal, progress: () => undefined }))).toMatchObject([{ code: 'cancelled' }]);
  const shares: number[] = [];
  expect(await remote.read({ signal: new AbortController().signal, progress: (share) => shares.push(share) })).toMatchObject({ owned: [] });
  const { length } = shares;
  await settle();
  // What comes after the answer belongs to work that is over.
  expect(shares).toHaveLength(length);
});

test('a draft keeps the file, its edits and what the pane remembered, and opens again', async () => {
  const drafts = new DraftStore(new MemoryValues());
  const { remote } = await opened({ drafts });
  void remote.edit([{ sheet: '指标数据', cells: [{ row: 8, column: 2, kind: 'value', value: 123456 }] }]);
  await remote.remember('键', '值');
  await remote.saveDraft({ id: '00000000000000aa', at: '2016-11-20T09:03:00.000Z', scored: false });
  const { fingerprint } = await remote.read();

  const again = remoteHere({ drafts });
  alive.push(again.thread);
  expect(await again.remote.open({ kind: 'draft', id: '00000000000000aa' })).toMatchObject({
    name: '指标表.xlsx',
    savedAt: '2016-11-20T09:03:00.000Z',
  });
  expect((await again.remote.read()).fingerprint).toBe(fingerprint);
  expect(await again.remote.recall('键')).toBe('值');
});

test('a draft of an earlier version brings its memory into the file; the note of an old file comes back', async () => {
  const drafts = new DraftStore(new MemoryValues());
  const note = { message: '旧格式', nextStep: '请核对' };
  const draft = { id: '00000000000000ab', name: '表.xlsx', at: '2016-11-20T09:03:00.000Z', scored: false };
  await drafts.put({ ...draft, file: new Blob([new Uint8Array(sampleBytes())]), memory: { 键: '值' }, note });
  const { remote, thread } = remoteHere({ drafts });
  alive.push(thread);
  expect(await remote.open({ kind: 'draft', id: draft.id })).toMatchObject({ note });
  expect(await openXlsx(await remote.bytes()).recall('键')).toBe('值');
  await remote.saveDraft({ id: draft.id, at: draft.at, scored: false });
  expect(await drafts.get(draft.id)).toMatchObject({ memory: {}, note });
});

test('a thread that dies answers every call, tells it once, and takes no more', async () => {
  const { remote, thread } = await opened();
  let told = 0;
  remote.onLost(() => told++);
  const waiting = [remote.read(), remote.bytes(), remote.read({ signal: new AbortController().signal })];
  thread.die();
  thread.die();
  const lost = [{ severity: 'block', code: 'lost', ...words.trouble.lost }];
  for (const one of waiting) expect(await problemsOf(one)).toEqual(lost);
  expect(await problemsOf(remote.clear())).toEqual(lost);
  expect(told).toBe(1);
});

test('a thread whose program did not come says so', async () => {
  const { remote, thread } = remoteHere();
  const waiting = remote.open({ kind: 'sample', address: 'shandong-2016.xlsx', name: '示例.xlsx' });
  thread.die('not-loaded');
  expect(await problemsOf(waiting)).toEqual([{ severity: 'block', code: 'not-loaded', ...words.trouble.notLoaded }]);
});

test('a thread that the page ends is no accident', async () => {
  const { remote, thread } = await opened();
  let told = 0;
  remote.onLost(() => told++);
  const waiting = remote.read();
  remote.end();
  expect(await problemsOf(waiting)).toMatchObject([{ code: 'cancelled' }]);
  expect([thread.ended, told]).toEqual([true, 0]);
});
