import { DraftStore, type Draft } from '../../src/workbench/draft-store';
import { Drafts } from '../../src/workbench/drafts';
import { MemoryLocks, MemoryValues } from './threads';

const draft = (n: number, over: Partial<Draft> = {}): Draft => ({
  id: String(n).padStart(16, '0'),
  name: `表${n}.xlsx`,
  at: `2016-11-20T09:${String(n).padStart(2, '0')}:00.000Z`,
  file: new Blob(['x']),
  memory: { 键: '值' },
  scored: false,
  ...over,
});

async function browser(...drafts: readonly Draft[]) {
  const values = new MemoryValues();
  const store = new DraftStore(values);
  for (const one of drafts) await store.put(one);
  const locks = new MemoryLocks();
  return { values, store, tab: () => new Drafts(store, locks.tab()) };
}

test('a draft comes back as it was put', async () => {
  const { store } = await browser(draft(1, { scored: true }));
  const back = await store.get('0000000000000001');
  expect(back).toMatchObject({ name: '表1.xlsx', at: '2016-11-20T09:01:00.000Z', memory: { 键: '值' }, scored: true });
  expect(await back?.file.text()).toBe('x');
  expect(await store.get('0000000000000002')).toBeUndefined();
});

test('drafts are offered latest first', async () => {
  const { tab } = await browser(draft(1), draft(3), draft(2));
  const { offers, unreadable, removed } = await tab().offers();
  expect(offers.map(({ name }) => name)).toEqual(['表3.xlsx', '表2.xlsx', '表1.xlsx']);
  expect(offers[0]?.at).toEqual(new Date('2016-11-20T09:03:00.000Z'));
  expect([unreadable, removed]).toEqual([[], []]);
});

test.each([
  [9, 0],
  [10, 0],
  [11, 1],
  [12, 2],
])('of %i drafts the oldest %i are given up, and named', async (all, given) => {
  const { tab, values } = await browser(...Array.from({ length: all }, (_, n) => draft(n)));
  const { offers, removed } = await tab().offers();
  expect(offers).toHaveLength(all - given);
  expect(removed.map(({ name }) => name).sort()).toEqual(Array.from({ length: given }, (_, n) => `表${n}.xlsx`));
  expect(values.values.size).toBe(all - given);
});

test('where nobody can tell which tabs live, all are offered and none is given up', async () => {
  const { store, values } = await browser(...Array.from({ length: 12 }, (_, n) => draft(n)));
  const { offers, removed } = await new Drafts(store, { hold: async () => () => undefined, held: async () => undefined }).offers();
  expect([offers.length, removed, values.values.size]).toEqual([12, [], 12]);
});

test('a draft that is open elsewhere is not removed; one that nobody works on is, and is free afterwards', async () => {
  const { tab, values } = await browser(draft(1));
  const [first, second] = [tab(), tab()];
  await first.claim('0000000000000001');
  expect([await second.discard('0000000000000001'), values.values.size]).toEqual([false, 1]);
  first.release('0000000000000001');
  expect([await second.discard('0000000000000001'), values.values.size]).toEqual([true, 0]);
  expect(await first.claim('0000000000000001')).toBe(true);
});

test('what is left of a record is handed out', async () => {
  const { tab, values } = await browser(draft(1), draft(2));
  values.values.set('0000000000000001', { ...(values.values.get('0000000000000001') as object), format: 'zone-assessor/draft@2' });
  values.values.set('0000000000000002', { name: 5 });
  const { unreadable } = await tab().offers();
  expect(await unreadable[0]?.file?.text()).toBe('x');
  expect(unreadable).toMatchObject([{ key: '0000000000000001', name: '表1.xlsx' }, { key: '0000000000000002' }]);
  expect(Object.keys(unreadable[1]!)).toEqual(['key']);
});

test('what a living tab works on is not offered to another, nor to itself, nor counted', async () => {
  const { tab, values } = await browser(draft(1), draft(2), draft(3), draft(4));
  const [first, second] = [tab(), tab()];
  expect(await first.claim('0000000000000001')).toBe(true);
  expect(await second.claim('0000000000000001')).toBe(false);
  for (const one of [first, second])
    expect((await one.offers()).offers.map(({ name }) => name)).toEqual(['表4.xlsx', '表3.xlsx', '表2.xlsx']);
  expect(values.values.size).toBe(4);
  first.release('0000000000000001');
  expect(await second.claim('0000000000000001')).toBe(true);
  expect(await second.claim('0000000000000001')).toBe(true);
});

test.each<[string, (kept: Record<string, unknown>) => unknown]>([
  ['of a later version', (kept) => ({ ...kept, format: 'zone-assessor/draft@2' })],
  ['with a key that is not ours', (kept) => ({ ...kept, extra: 1 })],
  ['without a file', (kept) => ({ ...kept, file: undefined })],
  ['with bytes instead of a file', (kept) => ({ ...kept, file: new Uint8Array(3) })],
  ['with a time that is none', (kept) => ({ ...kept, at: 'yesterday' })],
  ['under another id', (kept) => ({ ...kept, id: '00000000000000ff' })],
  ['with an id that is none', (kept) => ({ ...kept, id: '../../x' })],
  ['that is no record', () => 'text'],
])('a draft %s is not offered, told of and left as it is; the others are offered', async (_, spoil) => {
  const { tab, values } = await browser(draft(1), draft(2));
  values.values.set('0000000000000001', spoil(values.values.get('0000000000000001') as Record<string, unknown>));
  const spoilt = values.values.get('0000000000000001');
  const { offers, unreadable } = await tab().offers();
  expect([offers.map(({ name }) => name), unreadable.map(({ key }) => key)]).toEqual([['表2.xlsx'], ['0000000000000001']]);
  expect(values.values.get('0000000000000001')).toBe(spoilt);
});
