import { assessCase } from '../assess-case';

const pack = 'shandong-2016';
const listed = async (name: string): Promise<string[]> =>
  (await assessCase(`judging/${name}`, pack))
    .of('last_three')
    .map(({ subject, status, certainty, word }) => `${subject} ${status} ${certainty} ${word}`);

test('sdH3: the worst zone hands in nothing; the one that it pushes onto the list waits, the others are certain', async () => {
  expect(await listed('sdH3')).toEqual([
    '丁 explain possible 拟列入，待补数核定',
    '戊 unmet certain 列入',
    '己 unmet certain 列入',
    '庚 missing possible 可能列入，待补数核定',
  ]);
  const { result, one } = await assessCase('judging/sdH3', pack);
  expect(one('last_three', '丁')).toMatchObject({ consequence: null, settle: ['指标数据!C8', '指标数据!D8', '指标数据!E8'] });
  expect(result.rankings[0]!.rows.map(({ subject, rank, places }) => [subject, rank, places?.join('–')])).toEqual([
    ['甲', 1, '1–1'],
    ['乙', 2, '2–3'],
    ['丙', 3, '3–4'],
    ['丁', 4, '4–5'],
    ['戊', 5, '5–6'],
    ['己', 6, '6–7'],
    ['庚', null, '1–6'],
  ]);
});

test('sdH2: a zone with one of three figures takes no certain place, however good the one is', async () => {
  const { result } = await assessCase('judging/sdH2', pack);
  expect(result.rankings[0]!.rows.find(({ subject }) => subject === '庚')).toMatchObject({ rank: 1, places: [1, 5] });
  expect(await listed('sdH2')).toEqual([
    '庚 missing possible 可能列入，待补数核定',
    '丁 explain possible 拟列入，待补数核定',
    '戊 unmet certain 列入',
    '己 unmet certain 列入',
  ]);
});
