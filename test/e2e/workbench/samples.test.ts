import { sampleBytes, samples } from '../../../assets/samples/samples';
import { appWords } from '../../../src/app/words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { unzip } from '../../ooxml/package-builder';
import { LibreOffice, withLibreOffice } from '../../user-packs/libreoffice';
import { byCommandLine, resultSheets } from '../command-line';
import { hasChromium } from '../../excel-host/chromium';
import { shandong } from '../pane';
import { withDesk } from './desk';
import { fillsOf, looksOf, onScreen, textsOf } from './shown';
import { soon } from '../soon';

/** Parts in which result sheets have to be named, and the one that holds their styles. */
const LISTING = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

describe.each(samples.map((sample) => [sample.pack, sample] as const))('the sample %s', (id, sample) => {
  it('scored on screen is what the command line writes, on the sheet and in the file', async () => {
    const expected = await byCommandLine(sample);
    const results = (await openXlsx(expected.bytes).read()).filter(({ owned }) => owned);
    await withDesk({ sample: id }, async (desk) => {
      const own = await desk.tabs.allInnerTexts();
      await desk.score();
      await soon(async () => expect(await desk.notices()).toContain(appWords.done.scored(results.length)));
      await soon(async () => expect(await desk.tabs.allInnerTexts()).toEqual([...own, ...expected.sheets.keys()]));
      await soon(async () => expect(await desk.activeTab.innerText()).toBe(results[0]!.name));

      const colours = new Set<string>();
      for (const sheet of results) {
        const texts = textsOf(sheet);
        const fills = fillsOf(expected.bytes, sheet.name);
        const cells = [...new Set([...Object.keys(texts), ...Object.keys(fills)])];
        // The last rows of a long sheet are filled in behind the first ones.
        const [last] = Object.keys(texts).slice(-1);
        if (last) await desk.shows(sheet.name, last, texts[last]!);
        const shown = await onScreen(desk, sheet.name, cells);
        expect({ sheet: sheet.name, shown }).toEqual({
          sheet: sheet.name,
          shown: Object.fromEntries(cells.map((cell) => [cell, { text: texts[cell] ?? '', ...(fills[cell] && { fill: fills[cell] }) }])),
        });
        Object.values(fills).forEach((fill) => colours.add(fill));
      }
      // Met, explain, unmet and missing: each sample shows three of them at least.
      expect(['C6EFCE', 'FFEB9C', 'FFC7CE', 'D9D9D9'].filter((colour) => colours.has(colour)).length).toBeGreaterThanOrEqual(3);

      const { bytes } = await desk.download();
      const { sheets, merges } = await resultSheets(bytes);
      expect([...sheets]).toEqual([...expected.sheets]);
      expect([...merges]).toEqual([...expected.merges]);
      expect([...looksOf(bytes)]).toEqual([...looksOf(expected.bytes)]);
      const [before, after] = [unzip(sampleBytes(sample)), unzip(bytes)];
      const changed = Object.keys(before).filter((part) => !after[part] || !Buffer.from(after[part]).equals(Buffer.from(before[part]!)));
      expect(changed.filter((part) => !LISTING.includes(part))).toEqual([]);
    });
  });
});

withLibreOffice('LibreOffice', () => {
  it('opens the download and shows on every result sheet what the screen shows', async () => {
    if (!hasChromium()) return;
    const office = new LibreOffice();
    try {
      await withDesk({ sample: shandong.pack }, async (desk) => {
        await desk.score();
        const { bytes } = await desk.download();
        const tables = office.shown(bytes);
        for (const sheet of (await openXlsx(bytes).read()).filter(({ owned }) => owned)) {
          const cells = Object.keys(textsOf(sheet));
          const shown = await onScreen(desk, sheet.name, cells);
          const texts = Object.fromEntries(cells.map((cell) => [cell, shown[cell]?.text]));
          const table = tables.get(sheet.name)!;
          expect({ sheet: sheet.name, table: Object.fromEntries(cells.map((cell) => [cell, table(cell)])) }).toEqual({
            sheet: sheet.name,
            table: texts,
          });
        }
      });
    } finally {
      office.remove();
    }
  });
});
