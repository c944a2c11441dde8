import { DraftStore, type Draft } from '../../src/workbench/draft-store';
import { Drafts } from '../../src/workbench/drafts';
import { MemoryLocks, MemoryValues } from './threads';

const draft = (n: number, over: Partial<Draft> = {}): Draft => ({
  id: `000000000000000${n}`, name: `表${n}.xlsx`, at: `2016-11-20T09:0${n}:00.000Z`, file: new Blob(['x']), memory: { 键: '值' }, scored: false, ...over,
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
  const { offers, dropped } = await tab().offers();
  expect(offers.map(({ name }) => name)).toEqual(['表3.xlsx', '表2.xlsx', '表1.xlsx']);
  expect(offers[0]?.at).toEqual(new Date('2016-11-20T09:03:00.000Z'));
  expect(dropped).toBe(0);
});

test.each([[3, 3], [4, 3], [5, 3]])('of %i drafts %i are offered, and the oldest beyond them are gone for good', async (all, offered) => {
  const { tab, values } = await browser(...Array.from({ length: all }, (_, n) => draft(n + 1)));
  expect((await tab().offers()).offers).toHaveLength(offered);
  expect([...values.values.keys()].sort()[0]).toBe(`000000000000000${all - offered + 1}`);
  expect(values.values.size).toBe(offered);
});

test('what a living tab works on is not offered to another, nor to itself, nor counted', async () => {
  const { tab, values } = await browser(draft(1), draft(2), draft(3), draft(4));
  const [first, second] = [tab(), tab()];
  expect(await first.claim('0000000000000001')).toBe(true);
  expect(await second.claim('0000000000000001')).toBe(false);
  for (const one of [first, second]) expect((await one.offers()).offers.map(({ name }) => name)).toEqual(['表4.xlsx', '表3.xlsx', '表2.xlsx']);
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
])('a draft %s is dropped and counted; the others stay', async (_, spoil) => {
  const { tab, values } = await browser(draft(1), draft(2));
  values.values.set('0000000000000001', spoil(values.values.get('0000000000000001') as Record<string, unknown>));
  const { offers, dropped } = await tab().offers();
  expect([offers.map(({ name }) => name), dropped, [...values.values.keys()]]).toEqual([['表2.xlsx'], 1, ['0000000000000002']]);
});
