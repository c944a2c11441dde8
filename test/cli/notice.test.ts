import { unzipSync } from 'fflate';
import { cliWords as words } from '../../src/cli/words';
import { handOutWords } from '../../src/core/words/hand-out';
import { sampleBytes } from '../app/sample';
import { parkPack, parkWorkbook } from './park';
import { runHere, type Outcome } from './run-here';
import { Workspace } from './workspace';

const PACK = 'shandong-2016';

let space: Workspace;
beforeEach(() => {
  space = new Workspace();
  space.write('in.xlsx', sampleBytes(PACK));
});
afterEach(() => space.remove());

const score = (pack: string, ...options: string[]): Promise<Outcome> =>
  runHere('score', space.path('in.xlsx'), '--pack', pack, '--out', space.path('out.xlsx'), ...options);
const textOf = (name: string): string => new TextDecoder().decode(unzipSync(space.read(name))['word/document.xml']);

test('the notice is written as a text file, whether or not its sheet is', async () => {
  const ran = await score(PACK, '--notice', space.path('通报.docx'), '--faces', '送审排名');
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toContain(words.notice.written(space.path('通报.docx')));
  expect(textOf('通报.docx')).toContain(handOutWords.blanks.number);
});

test('where nobody is placed for good, none is written and the reason is told', async () => {
  space.write('in.xlsx', parkWorkbook([['甲园', null, null]]));
  const ran = await score(parkPack, '--notice', space.path('n.docx'));
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/没有写通报文稿：.+。/u);
  expect(space.snapshot().some((line) => line.startsWith('n.docx'))).toBe(false);
});

test('another extension, and a file that is written already, are refused', async () => {
  expect(await score(PACK, '--notice', space.path('n.doc'))).toMatchObject({ code: 2 });
  expect((await score(PACK, '--notice', space.path('n.docx'), '--json', space.path('n.docx'))).err).toContain(
    words.sameFile(space.path('n.docx'), space.path('n.docx')),
  );
});
