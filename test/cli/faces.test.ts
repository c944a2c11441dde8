import { fromText, MEMORY_KEY } from '../../src/app/remembered';
import { cliWords as words } from '../../src/cli/words';
import { cardWords } from '../../src/core/words/card';
import { faceTitles } from '../../src/core/words/faces';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { sampleBytes } from '../app/sample';
import { runHere, type Outcome } from './run-here';
import { Workspace } from './workspace';

const PACK = 'shandong-2016';

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
  space.write('in.xlsx', sampleBytes(PACK));
});
afterEach(() => space.remove());

const score = (input: string, out: string, ...options: string[]): Promise<Outcome> =>
  runHere('score', space.path(input), '--pack', PACK, '--out', space.path(out), '--json', space.path(`${out}.json`), ...options);
const ours = async (name: string): Promise<string[]> =>
  (await openXlsx(space.read(name)).describe()).sheets.filter(({ owned }) => owned).map((sheet) => sheet.name);

test('only the faces that are named are written, the others of an earlier run go, and the JSON stays the same', async () => {
  await score('in.xlsx', 'all.xlsx');
  expect((await ours('all.xlsx')).length).toBeGreaterThan(10);
  expect((await score('all.xlsx', 'one.xlsx', '--faces', '对外名单')).code).toBe(0);
  expect(await ours('one.xlsx')).toEqual(['考评说明', '对外名单', '通报文稿']);
  expect(space.text('one.xlsx.json')).toBe(space.text('all.xlsx.json'));
  await score('one.xlsx', 'again.xlsx', '--faces', '对外名单，送审排名、 工作底稿');
  expect(await ours('again.xlsx')).toEqual(await ours('all.xlsx'));
});

test.each([
  ['名单', words.badFace('名单', Object.values(faceTitles))],
  ['对外名单,', words.badFace('', Object.values(faceTitles))],
  ['public', words.badFace('public', Object.values(faceTitles))],
  ['工作底稿,工作底稿', words.faceTwice('工作底稿')],
])('--faces %s is refused', async (given, why) => {
  const ran = await score('in.xlsx', 'out.xlsx', '--faces', given);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(why);
});

test('what was chosen in the pane counts, is told, and yields to the option', async () => {
  const file = openXlsx(space.read('in.xlsx'));
  await file.remember(
    MEMORY_KEY,
    JSON.stringify({
      ...{ format: 'zone-assessor/pane@2', pack: PACK, sheet: null, asOf: null, mappings: {}, year: null, decisions: {}, last: null },
      sheetChoices: { faces: ['signed'] },
    }),
  );
  space.write('in.xlsx', file.bytes());
  const kept = await score('in.xlsx', 'kept.xlsx');
  expect(kept.out).toContain(words.kept.taken([words.kept.faces(['送审排名'])]));
  expect(await ours('kept.xlsx')).toEqual(expect.arrayContaining(['考评说明', '通报警示名单（后3位）']));
  expect(await ours('kept.xlsx')).not.toContain('规则依据');
  await score('in.xlsx', 'said.xlsx', '--faces', '对外名单');
  expect(await ours('said.xlsx')).toEqual(['考评说明', '对外名单', '通报文稿']);
  const text = await openXlsx(space.read('said.xlsx')).recall(MEMORY_KEY);
  expect(fromText(text!)?.choices.sheetChoices).toEqual({ faces: ['public'] });
});

test('pages for single zones are written where they are named, whatever faces are', async () => {
  expect((await score('in.xlsx', 'cards.xlsx', '--faces', '对外名单', '--cards', '滨河经济开发区，金穗经济开发区')).code).toBe(0);
  expect(await ours('cards.xlsx')).toEqual(['考评说明', '对外名单', '通报文稿', '体检·滨河经济开发区', '体检·金穗经济开发区']);
  await score('in.xlsx', 'all.xlsx', '--faces', '对外名单', '--cards', '全部');
  expect(await ours('all.xlsx')).toHaveLength(3 + 28);
  expect(space.text('cards.xlsx.json')).toBe(space.text('all.xlsx.json'));
  expect((await score('in.xlsx', 'out.xlsx', '--cards', '甲区,')).err).toContain(words.badCards('甲区,'));
});

test('a name that no zone has is told', async () => {
  const ran = await score('in.xlsx', 'out.xlsx', '--cards', '蓬莱区');
  expect(ran.out).toContain(words.notCarded('体检·蓬莱区', cardWords.unknown));
});

test('scores have as many decimals as are set, on the screen and on the sheets', async () => {
  const ran = await score('in.xlsx', 'out.xlsx', '--decimals', '1');
  expect(ran.out).toMatch(/ {2}\d+\.\d\n/u);
  expect(ran.out).not.toMatch(/ {2}\d+\.\d\d/u);
  await score('in.xlsx', 'plain.xlsx');
  expect(space.text('out.xlsx.json')).toBe(space.text('plain.xlsx.json'));
  for (const given of ['5', '-1', '1.5', '两'])
    expect((await score('in.xlsx', 'out.xlsx', `--decimals=${given}`)).err).toContain('--decimals');
});
