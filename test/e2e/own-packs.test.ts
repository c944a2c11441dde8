import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { OWN_PACKS_KEY, packsFromText, packsToText } from '../../src/app/own-pack-texts';
import { ownPackWords as own } from '../../src/app/own-pack-words';
import { appWords as words } from '../../src/app/words';
import { noticeWords as notice } from '../../src/commands/words';
import { keptText, keptXml } from '../../src/hosts/results/kept-part';
import type { WorkbookModel } from '../excel-host/model/workbook';
import { workbookFromXlsx } from '../excel-host/workbook-from-xlsx';
import { readHere } from '../packs/built-in';
import { root } from './built';
import { byOwnPack, cellsInHost } from './command-line';
import { withPane, type Pane } from './pane';
import { sheetNames } from './snapshot';
import { soon } from './soon';
import { until } from './until';

const FOLDER = join(root, 'assets', 'packs');
const ID = 'example-province';
const FILE = `${ID}.yaml`;
const TEXT = readFileSync(join(FOLDER, FILE), 'utf8');
const TODAY = '2026-03-20';
const TITLE = '示例省开发区综合考核评价办法（虚构）';

const exampleBytes = (): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, `${ID}.xlsx`)));
const bookOfExample = (): Promise<WorkbookModel> => workbookFromXlsx(exampleBytes());
const keptIn = (book: WorkbookModel): string | undefined =>
  keptText(
    book.xmlParts.map(({ xml }) => xml),
    OWN_PACKS_KEY,
  );

/** A file as it is picked, or dropped into the pane. */
const file = (text: string, name = FILE) => ({ name, mimeType: 'application/x-yaml', buffer: Buffer.from(text) });

async function load(pane: Pane, text: string, name = FILE): Promise<void> {
  if ((await pane.locator('#open-own').count()) > 0) await pane.locator('#open-own').click();
  await pane.button(own.choose).waitFor();
  await pane.locator('input[type=file]').setInputFiles(file(text, name));
}

it('an own pack is loaded, scores what the command line scores, and is there when the pane is opened again', async () => {
  const book = await bookOfExample();
  const before = sheetNames(book);
  await withPane({ book, today: TODAY }, async (pane) => {
    await load(pane, TEXT);
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(own.done.loaded(TITLE, '1.0.0').message));
    await soon(async () => expect(await pane.locator('#pack-title').innerText()).toBe(TITLE));
    await soon(async () => expect(await pane.locator('.own-badge').allInnerTexts()).toEqual([words.pack.ownBadge]));
    await pane.score();
    await soon(async () => expect(await pane.locator('#tab-result[aria-selected=true]').count()).toBe(1));
    const written = pane.newSheets(before);
    const expected = await byOwnPack(exampleBytes(), join(FOLDER, FILE), TODAY);
    expect(written).toEqual([...expected.sheets.keys()]);
    for (const name of written) {
      const cells = expected.sheets.get(name)!;
      expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
    }
    expect(packsFromText(keptIn(book) ?? '')).toEqual([{ id: ID, file: FILE, text: TEXT }]);

    await pane.reopen();
    await pane.idle();
    await soon(async () => expect(await pane.locator('#pack-title').innerText()).toBe(TITLE));
    await pane.tab('result');
    await soon(async () => expect(await pane.locator('.count-tile').count()).toBe(4));
    await soon(async () => expect(await pane.notices()).toEqual([]));
    expect(pane.excel.consoleSeen).toEqual([]);
    expect(pane.excel.requestsSeen.filter(({ outside }) => outside)).toEqual([]);
  });
});

it('a faulty file shows its faults as packs lint does, and is not taken', async () => {
  const book = await bookOfExample();
  const broken = TEXT.replaceAll('higher_is_better', 'higher_is_beter');
  const { problems } = await readHere(broken, FILE);
  await withPane({ book, today: TODAY }, async (pane) => {
    await load(pane, broken);
    await pane.idle();
    await soon(async () => expect(await pane.locator('.faults .fault-place').allInnerTexts()).toEqual(problems.map(({ sheet }) => sheet)));
    await soon(async () => expect(await pane.locator('.faults').innerText()).toContain('“higher_is_better”'));
    await soon(async () => expect((await pane.notices()).join()).toContain(own.trouble.faulty(FILE, problems.length).message));
    expect(keptIn(book)).toBeUndefined();
    const { violations } = await new AxeBuilder({ page: pane.page }).include(['iframe', 'body']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);

    // The mended file takes the faults away; a drop anywhere in the pane does as well as the button.
    const dropped = await pane.excel.frame.evaluateHandle(
      ([text, name]) => {
        const given = new DataTransfer();
        given.items.add(new File([text], name));
        return given;
      },
      [TEXT, FILE] as const,
    );
    await pane.locator('.pane').dispatchEvent('drop', { dataTransfer: dropped });
    await pane.idle();
    await soon(async () => expect(await pane.locator('#pack-title').innerText()).toBe(TITLE));
    await pane.locator('#open-own').click();
    await pane.locator('#own-packs').waitFor();
    await soon(async () => expect(await pane.locator('.faults').count()).toBe(0));

    await pane.button(own.removeOf(TITLE)).click();
    await pane.button(own.removeAgain).click();
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(own.done.removed(TITLE).message));
    expect(keptIn(book)).toBeUndefined();
  });
});

it.each([
  ['five megabytes', FILE, 'a'.repeat(5_000_000), own.trouble.tooLarge(FILE, 512).message],
  ['brackets without end', FILE, '['.repeat(200_000), own.trouble.faulty(FILE, 1).message],
  ['a key that every object has', FILE, `__proto__: { a: 1 }\n${TEXT}`, own.trouble.faulty(FILE, 1).message],
  ['the id of a document of ours', FILE, TEXT.replace(`pack: ${ID}`, 'pack: jilin-2016'), '与内置方案'],
])('%s are refused with words', async (_, name, text, told) => {
  await withPane({ book: await bookOfExample(), today: TODAY }, async (pane) => {
    await load(pane, text, name);
    await pane.idle();
    await soon(async () => expect((await pane.notices()).join()).toContain(told));
    expect(pane.excel.consoleSeen).toEqual([]);
  });
});

it('the ribbon without a pane scores by the pack that the workbook keeps', async () => {
  const book = await bookOfExample();
  const before = sheetNames(book);
  await withPane({ book, today: TODAY }, async (pane) => {
    await load(pane, TEXT);
    await pane.idle();
    await soon(async () => expect(await pane.locator('#pack-title').innerText()).toBe(TITLE));
  });
  await withPane({ book, today: TODAY, untouched: true }, async (ribbon) => {
    const press = async (): Promise<void> => {
      const command = await ribbon.excel.clickRibbon('scoreWorkbook');
      await until('the command completes its event', () => ribbon.excel.xdm.completed.includes(command));
    };
    await press();
    expect(ribbon.newSheets(before).length).toBeGreaterThan(3);
    expect(ribbon.newSheets(before)).not.toContain(notice.sheet);
    const part = book.xmlParts.find(({ xml }) => xml.includes(OWN_PACKS_KEY))!;
    Object.assign(part, { xml: keptXml({ key: OWN_PACKS_KEY, text: packsToText([]) }) });
    await press();
    expect(ribbon.newSheets(before)).toContain(notice.sheet);
  });
});
