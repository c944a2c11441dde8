import { appWords as words } from '../../src/app/words';
import { excelWords } from '../../src/hosts/excel/words';
import { samples } from '../../assets/samples/samples';
import { planDifferences } from '../excel-host/plan-differences';
import { packOf } from '../packs/built-in';
import { byCommandLine, byPlace, cellsInHost } from './command-line';
import { bookOf, withPane } from './pane';
import { sheetNames, snapshot } from './snapshot';
import { soon } from './soon';

/** Notes need a member that the client library does not have; the pane says so. */
const isNote = (difference: string): boolean => difference.startsWith('comment ');

describe.each(samples.map((sample) => [sample.pack, sample] as const))('the sample %s', (id, sample) => {
  it('is matched, and one click writes what the command line writes, beside sheets that stay as they are', async () => {
    const book = await bookOf(sample);
    const own = sheetNames(book);
    const isOwn = (name: string): boolean => own.includes(name);
    const before = snapshot(book, isOwn);
    await withPane({ book, today: sample.asOf }, async (pane) => {
      const { title, pack } = packOf(id);
      await soon(async () => expect(await pane.excel.frame.evaluate(() => String(Office.context.host))).toBe('Excel'));
      await soon(async () => expect(await pane.locator('#pack-title').textContent()).toBe(title));
      await soon(async () => expect(await pane.text(words.pack.chosenBy.match).count()).toBe(1));
      const main = await pane.text(/^主表“/).textContent();
      expect(own).toContain(/“(.*)”/.exec(main ?? '')?.[1]);
      await soon(async () => expect(await pane.locator('.primary').allTextContents()).toEqual([words.commands.score]));
      expect(sheetNames(book)).toEqual(own);

      await pane.score();
      const expected = await byCommandLine(sample);
      const written = pane.newSheets(own);
      expect(written).toEqual([...expected.sheets.keys()]);
      await soon(async () => expect(await pane.notices()).toEqual([words.done.scored(written.length)]));
      for (const [n, name] of written.entries()) {
        const sheet = book.sheet(name);
        const cells = expected.sheets.get(name)!;
        expect({ name, cells: cellsInHost(sheet, cells) }).toEqual({ name, cells });
        expect({ name, merges: byPlace(sheet.merges) }).toEqual({ name, merges: expected.merges.get(name) });
        const differences = planDifferences(sheet, expected.plan.sheets[n]!, expected.plan.styles);
        expect({ name, differences: differences.filter((line) => !isNote(line)) }).toEqual({ name, differences: [] });
      }
      const withNotes = expected.plan.sheets.some(({ notes }) => notes.length > 0);
      await soon(async () => expect(await pane.text(excelWords.limits.notes['missing-in-library']).count()).toBe(withNotes ? 1 : 0));
      expect(snapshot(book, isOwn)).toEqual(before);
      expect(book.active?.name).toBe(written[0]);
      expect(pack).toBe(id);
      expect(pane.excel.consoleSeen).toEqual([]);
      expect(pane.host.requests.map(({ error }) => error).filter(Boolean)).toEqual([]);
    });
  });
});
