import type { PlainValue } from '../../src/core/grid';
import { parkHeader, parkPack, parkRows, parkWorkbook } from './park';
import { resultOf, type ResultJson } from './result-schema';
import { runHere, type Outcome } from './run-here';
import { Workspace } from './workspace';

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
});
afterEach(() => space.remove());

/** A mark of a footnote, two numbers in a cell, a level misspelled, a row 汇总数. */
const doubtful: readonly (readonly PlainValue[])[] = [
  ['甲园', '国家级', '90000①', 6000, 200],
  ['乙园', '省级', '52000 53000', 2600, 150],
  ['丙园', '省级开发区别', 31000, '—', 120],
  ...parkRows.slice(3),
  ['汇总数', '', 261000, 11050, 760],
];

interface Decisions {
  readonly format: string;
  decisions: Record<string, unknown>[];
  choices?: Record<string, unknown>[];
}

const propose = async (bytes: Uint8Array): Promise<{ readonly ran: Outcome; readonly file: Decisions }> => {
  const ran = await runHere(
    'check',
    space.write('in.xlsx', bytes),
    '--pack',
    parkPack,
    '--year',
    '2016',
    '--proposals',
    space.path('建议.json'),
  );
  return { ran, file: JSON.parse(space.text('建议.json')) as Decisions };
};
const score = (bytes: Uint8Array, accepted: object | string): Promise<Outcome> =>
  runHere(
    'score',
    space.write('in.xlsx', bytes),
    '--pack',
    parkPack,
    '--year',
    '2016',
    '--out',
    space.path('out.xlsx'),
    '--json',
    '-',
    '--accept',
    space.write('核定.json', typeof accepted === 'string' ? accepted : JSON.stringify(accepted)),
  );
const outputOf = (result: ResultJson, subject: string): number | null | undefined =>
  result.rankings[0]?.rows.find((row) => row.subject === subject)?.indicators.output?.value;

test('check writes the proposals, score follows those that are left', async () => {
  const book = parkWorkbook(doubtful);
  const { ran, file } = await propose(book);
  expect(ran.out).toContain('处理建议已写入');
  expect(file.format).toBe('zone-assessor/decisions@1');
  expect(file.decisions.map(({ kind, cell, seen, value }) => [kind, cell, seen, value])).toEqual([
    ['value', 'B4', '省级开发区别', '省级'],
    ['value', 'C2', '90000①', 90000],
    ['row', 'A8', '汇总数', undefined],
  ]);
  expect(file.choices?.map(({ cell, value }) => [cell, value])).toEqual([
    ['C3', 52000],
    ['C3', 53000],
  ]);
  for (const { words } of [...file.decisions, ...(file.choices ?? [])]) expect(words).toEqual(expect.any(String));

  const all = resultOf((await score(book, file)).out);
  expect(outputOf(all, '甲园')).toBe(90000);
  expect(outputOf(all, '乙园')).toBeNull();
  expect(all.decisions.map(({ cell, value }) => [cell, value])).toEqual([
    ['指标数据!B4', '省级'],
    ['指标数据!C2', 90000],
    ['指标数据!A8', null],
  ]);
  expect(all.problems.map(({ code }) => code)).not.toContain('footnote-number');
  expect(all.problems).toContainEqual(expect.objectContaining({ severity: 'info', code: 'decisions-followed' }));

  const chosen = { ...file, decisions: [...file.decisions.filter(({ cell }) => cell !== 'C2'), file.choices![1]!], choices: [] };
  const some = resultOf((await score(book, chosen)).out);
  expect(outputOf(some, '甲园')).toBeNull();
  expect(outputOf(some, '乙园')).toBe(53000);
  expect(some.problems.map(({ code }) => code)).toContain('footnote-number');
});

test('check says that proposals wait, and no more once they are accepted', async () => {
  const book = space.write('in.xlsx', parkWorkbook([['甲园', '国家级', '90000①', 6000, 200], ...parkRows.slice(1)]));
  const file = space.path('建议.json');
  const ask = (...more: string[]): Promise<Outcome> => runHere('check', book, '--pack', parkPack, '--year', '2016', ...more);
  expect((await ask()).out).toContain('其中 1 处有处理建议');
  await ask('--proposals', file);
  expect((await ask('--accept', file)).out).not.toContain('有处理建议');
});

test('a decision does not hold for a cell that says something else; a file for another workbook changes nothing', async () => {
  const { file } = await propose(parkWorkbook(doubtful));
  const other = parkWorkbook([['甲园', '国家级', '80000①', 6000, 200], ...parkRows.slice(1)]);
  const result = resultOf((await score(other, file)).out);
  expect(outputOf(result, '甲园')).toBeNull();
  expect(result.decisions).toEqual([]);
  const told = result.problems.filter(({ code }) => code === 'decision-outdated');
  expect(told.map(({ cell }) => cell)).toEqual(['B4', 'C2', 'A8']);
  expect(told[1]).toMatchObject({ severity: 'warning', sheet: '指标数据' });
  expect(told[1]!.message).toContain('采纳时是“90000①”，现在是“80000①”');
  expect(result.problems.map(({ code }) => code)).toContain('footnote-number');
  const untouched = resultOf((await score(other, { format: 'zone-assessor/decisions@1', decisions: [] })).out);
  expect(result.rankings).toEqual(untouched.rankings);
});

test('a decision is not followed where its cell is not doubtful, or would count as something else now', async () => {
  const { file } = await propose(parkWorkbook(doubtful));
  const inTenThousands = parkWorkbook(
    doubtful,
    {},
    parkHeader.map((text) => (text === '总产值（万元）' ? '总产值（亿元）' : text)),
  );
  const result = resultOf((await score(inTenThousands, file)).out);
  expect(outputOf(result, '甲园')).toBeNull();
  expect(result.problems).toContainEqual(expect.objectContaining({ code: 'decision-outdated', cell: 'C2' }));

  const plain = { kind: 'value', sheet: '指标数据', cell: 'C2', seen: '90000', value: 9, words: '按 9 计' };
  const undoubted = resultOf((await score(parkWorkbook(), { format: 'zone-assessor/decisions@1', decisions: [plain] })).out);
  expect(outputOf(undoubted, '甲园')).toBe(90000);
  expect(undoubted.problems).toContainEqual(expect.objectContaining({ severity: 'info', code: 'decisions-unused' }));
});

test.each<[string, string | object, string]>([
  ['no JSON', '{ "format": ', '不是完整的 JSON'],
  ['another format', { format: 'zone-assessor/result@1', decisions: [] }, '“format”不符'],
  ['an unknown key', { format: 'zone-assessor/decisions@1', decisions: [], more: 1 }, 'more'],
  [
    'a cell that is none',
    { format: 'zone-assessor/decisions@1', decisions: [{ kind: 'row', sheet: '指标数据', cell: '第二行', seen: '', words: '略' }] },
    '“decisions[0].cell”不符',
  ],
  [
    'two about one doubt',
    {
      format: 'zone-assessor/decisions@1',
      decisions: [1, 2].map((value) => ({ kind: 'value', sheet: '指标数据', cell: 'C2', seen: '', value, words: '略' })),
    },
    '“decisions[0]”和“decisions[1]”是同一处',
  ],
])('%s is refused with file, key and what to do', async (_, file, said) => {
  const { code, err } = await score(parkWorkbook(), file);
  expect(code).toBe(1);
  expect(err).toContain(said);
  expect(err).toContain('核定.json');
  expect(err).toContain('→ ');
});

test('the file of decisions is not written over, and the option belongs to score and check', async () => {
  const book = space.write('in.xlsx', parkWorkbook());
  expect((await runHere('check', book, '--pack', parkPack, '--proposals', book)).code).toBe(2);
  expect((await runHere('packs', '--accept', book)).code).toBe(2);
  expect((await runHere('check', book, '--pack', parkPack, '--accept', space.path('没有.json'))).code).toBe(3);
});
