import { fromText, markOf, MEMORY_KEY, NOTHING_CHOSEN, toText, type Choices } from '../../src/app/remembered';
import { cliWords } from '../../src/cli/words';
import { acceptableGroups } from '../../src/core/acceptable-groups';
import { assess } from '../../src/core/assess';
import type { Decision } from '../../src/core/decision';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { deformedSample, DOUBT_COUNT } from '../app/deformed-sample';
import { sampleBytes } from '../app/sample';
import { packOf } from '../packs/built-in';
import { inputOf } from '../packs/run';
import { resultOf, type ResultJson } from './result-schema';
import { runHere, type Outcome } from './run-here';
import { Workspace } from './workspace';

const PACK = 'shandong-2016';
const words = cliWords.kept;

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
});
afterEach(() => space.remove());

const proposed = async (bytes: Uint8Array): Promise<Decision[]> =>
  acceptableGroups(assess(inputOf(packOf(PACK), await openXlsx(bytes).read(), '2017-03-31')).result.problems).flatMap(
    ({ decisions }) => decisions,
  );

/** The workbook as the pane would leave it. */
async function keeping(bytes: Uint8Array, text: string): Promise<Uint8Array> {
  const file = openXlsx(bytes);
  await file.remember(MEMORY_KEY, text);
  return file.bytes();
}

const chosen = (change: Partial<Choices>): string => toText({ choices: { ...NOTHING_CHOSEN, pack: PACK, ...change }, last: undefined });
const score = (bytes: Uint8Array, ...options: string[]): Promise<Outcome> =>
  runHere(
    'score',
    space.write('in.xlsx', bytes),
    '--pack',
    PACK,
    '--out',
    space.path('out.xlsx'),
    '--json',
    space.path('out.json'),
    ...options,
  );
const result = (): ResultJson => resultOf(space.text('out.json'));
const keptIn = async (name: string): Promise<ReturnType<typeof fromText>> => {
  const text = await openXlsx(space.read(name)).recall(MEMORY_KEY);
  return text === undefined ? undefined : fromText(text);
};

test('what was chosen in the pane counts, is told, and stays with the result', async () => {
  const decisions = await proposed(deformedSample());
  expect(decisions).toHaveLength(DOUBT_COUNT);
  const choices = { asOf: '2017-02-28', year: 2016, decisions: { [PACK]: decisions } };
  const ran = await score(await keeping(deformedSample(), chosen(choices)));
  expect(ran.out).toContain(words.taken([words.asOf('2017-02-28'), words.year(2016), words.decisions(DOUBT_COUNT)]));
  expect(result()).toMatchObject({ asOf: '2017-02-28', dataYear: { year: 2016, source: 'option' } });
  expect(result().problems.filter(({ proposals }) => proposals)).toEqual([]);
  const kept = await keptIn('out.xlsx');
  expect(kept?.choices).toMatchObject({ pack: PACK, ...choices });
  expect(kept?.last).toMatchObject({ pack: PACK, asOf: '2017-02-28', year: 2016, decisions: markOf(decisions) });
});

test('options come before it', async () => {
  const ran = await score(
    await keeping(sampleBytes(), chosen({ asOf: '2017-02-28', sheet: '无此表' })),
    '--as-of',
    '2017-03-15',
    '--sheet',
    '指标数据',
  );
  expect(ran.out).not.toContain(words.taken([]).slice(0, 12));
  expect(result().asOf).toBe('2017-03-15');
  expect((await keptIn('out.xlsx'))?.choices).toMatchObject({ asOf: '2017-03-15', sheet: '指标数据' });
});

test('what a file accepts takes the place of what was accepted in the pane, and is kept in the result', async () => {
  const [first, ...others] = await proposed(deformedSample());
  const file = { format: 'zone-assessor/decisions@1', decisions: [first, ...others] };
  const bytes = await keeping(deformedSample(), chosen({ decisions: { [PACK]: [{ ...first!, value: 1, words: '按 1 计' }] } }));
  await score(bytes, '--accept', space.write('核定.json', JSON.stringify(file)));
  expect((await keptIn('out.xlsx'))?.choices.decisions[PACK]).toEqual([first, ...others]);
  await score(deformedSample(), '--accept', space.path('核定.json'));
  expect((await keptIn('out.xlsx'))?.last?.decisions).toBe(markOf([first!, ...others]));
});

test('what cannot be read is told and left out; where nothing was kept, nothing comes', async () => {
  expect((await score(await keeping(sampleBytes(), '{"format":"zone-assessor/pane@9"}'))).out).toContain(words.unreadable);
  expect((await score(sampleBytes())).out).not.toContain(words.taken([]).slice(0, 12));
  expect(await openXlsx(space.read('out.xlsx')).recall(MEMORY_KEY)).toBeUndefined();
});

test('check takes it up too', async () => {
  const bytes = await keeping(deformedSample(), chosen({ decisions: { [PACK]: await proposed(deformedSample()) } }));
  const ran = await runHere('check', space.write('in.xlsx', bytes), '--pack', PACK);
  expect(ran.out).toContain(words.taken([words.decisions(DOUBT_COUNT)]));
});
