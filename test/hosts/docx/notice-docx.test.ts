import { unzipSync } from 'fflate';
import type { SheetPlan } from '../../../src/core/plan';
import { handOutWords } from '../../../src/core/words/hand-out';
import { noticeDocx } from '../../../src/hosts/docx/notice-docx';
import { docxWords } from '../../../src/hosts/docx/words';
import { assessed } from '../../packs/run';
import { valueAt } from '../../core/report/plan-markdown';
import { smallBooks } from '../../core/report/small-books';

/** The text of a part, as XML. */
const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Paragraphs word by word. */
const paragraphsOf = (bytes: Uint8Array): string[] =>
  [...partOf(bytes, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([one]) => plain(one));

/** Lines of the sheet, without the blanks by which a sheet indents. */
const linesOf = ({ head, body, bodyRows }: SheetPlan): string[] =>
  [
    ...head.map(([cell]) => String(cell!.value)),
    ...(body[0] ? Array.from({ length: bodyRows }, (_, row) => valueAt(body[0]!, row)) : []),
  ].map((line) => line.replace(/^\u3000+/u, ''));

const withNotice = smallBooks.flatMap(({ pack, sheets }) => {
  const { plan, notice } = assessed(pack, sheets);
  const sheet = plan!.sheets.find(({ name }) => name === handOutWords.notice);
  return notice && sheet ? [[pack.pack, notice, sheet] as const] : [];
});

test('most documents have something to tell', () => expect(withNotice.length).toBeGreaterThan(2));

test.each(withNotice)('%s: the text file says what the sheet says, line by line', async (_, notice, sheet) => {
  expect(paragraphsOf(await noticeDocx(notice))).toEqual(linesOf(sheet));
});

test('the page is that of official papers: 156 × 225 mm of text from 37 mm below the top, lines of 28 points, 三号', async () => {
  const [, notice] = withNotice[0]!;
  const xml = partOf(await noticeDocx(notice), 'word/document.xml');
  expect(xml).toMatch(/<w:pgSz w:w="210mm" w:h="297mm"/u);
  for (const margin of ['w:top="37mm"', 'w:left="28mm"', 'w:right="26mm"', 'w:bottom="35mm"']) expect(xml).toContain(margin);
  expect(xml).toContain('w:line="560" w:lineRule="exact"');
  expect(xml).toContain(`w:eastAsia="${docxWords.fonts.title}"`);
  const text = [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([one]) => one).find((one) => plain(one).startsWith('根据'))!;
  expect(text).toContain('<w:sz w:val="32"/>');
  expect(text).toContain('<w:ind w:firstLine="640"/>');
  expect(text).toContain(`w:eastAsia="${docxWords.fonts.text}"`);
});

test('nobody is named as its author', async () => {
  const core = partOf(await noticeDocx(withNotice[0]![1]), 'docProps/core.xml');
  expect(core).not.toMatch(/<(dc:creator|cp:lastModifiedBy)>[^<]/u);
});
