import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords as words } from '../../src/app/words';
import { workbookFromXlsx } from '../excel-host/workbook-from-xlsx';
import { root } from './built';
import { byOwnPack, cellsInHost } from './command-line';
import { withPane } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';

const TABLES = (): Uint8Array => new Uint8Array(readFileSync(join(root, 'assets', 'packs', 'example-province-tables.xlsx')));
const TODAY = '2026-03-20';

it('in Excel a workbook that states its method scores what the command line scores', async () => {
  const book = await workbookFromXlsx(TABLES());
  const before = sheetNames(book);
  await withPane({ book, today: TODAY }, async (pane) => {
    await soon(async () => expect(await pane.locator('#pack-title').innerText()).toBe('自定办法'));
    await soon(async () => expect(await pane.locator('main').innerText()).toContain(words.pack.chosenBy.match));
    await pane.score();
    await soon(async () => expect(await pane.locator('#tab-result[aria-selected=true]').count()).toBe(1));
    const written = pane.newSheets(before);
    const expected = await byOwnPack(TABLES(), 'own-method', TODAY);
    expect(written).toEqual([...expected.sheets.keys()]);
    for (const name of written) {
      const cells = expected.sheets.get(name)!;
      expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
    }
    expect(pane.excel.consoleSeen).toEqual([]);
    expect(pane.excel.requestsSeen.filter(({ outside }) => outside)).toEqual([]);
  });
});
