import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPackWords as own } from '../../../src/app/own-pack-words';
import { appWords as words } from '../../../src/app/words';
import { readHere } from '../../packs/built-in';
import { root } from '../built';
import { byOwnPack, resultSheets } from '../command-line';
import { soon } from '../soon';
import { withDesk, type Desk } from './desk';

const FOLDER = join(root, 'assets', 'packs');
const ID = 'example-province';
const FILE = `${ID}.yaml`;
const TEXT = readFileSync(join(FOLDER, FILE), 'utf8');
const BOOK = new Uint8Array(readFileSync(join(FOLDER, `${ID}.xlsx`)));
const TITLE = '示例省开发区综合考核评价办法（虚构）';
const DAY = '2026-03-20';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const title = (desk: Desk) => desk.page.locator('#pack-title');

it('an own pack is loaded, scores what the command line scores, and is found again in this browser, for any workbook', () =>
  withDesk({}, async (desk) => {
    await desk.page.locator('#open-own').click();
    await desk.button(own.choose).waitFor();
    await desk.page.locator('.pane input[type=file]').setInputFiles({ name: FILE, mimeType: '', buffer: Buffer.from(TEXT) });
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain(own.done.loaded(TITLE, '1.0.0').message));
    await soon(async () => expect(await title(desk).innerText()).toBe(TITLE));

    // The page is opened anew, with another workbook: the pack is there, validated again, and matched by itself.
    await desk.leaving(() => desk.page.reload());
    await desk.ready();
    await desk.pick({ name: '示例省.xlsx', bytes: BOOK });
    await soon(async () => expect(await title(desk).innerText()).toBe(TITLE));
    await desk.ready();
    await soon(async () => expect(await desk.pane.innerText()).toContain(words.pack.chosenBy.match));
    await soon(async () => expect(await desk.pane.locator('.own-badge').count()).toBe(1));
    await desk.assessOn(DAY);
    await desk.score();
    const { bytes } = await desk.download();
    const scored = await resultSheets(bytes);
    const expected = await byOwnPack(BOOK, join(FOLDER, FILE), DAY, true);
    expect([...scored.sheets.keys()]).toEqual([...expected.sheets.keys()]);
    const differing = [...expected.sheets].flatMap(([name, cells]) =>
      Object.entries(cells)
        .filter(([cell, content]) => JSON.stringify(scored.sheets.get(name)?.[cell]) !== JSON.stringify(content))
        .map(
          ([cell, content]) => `${name}!${cell} ${JSON.stringify(scored.sheets.get(name)?.[cell])} instead of ${JSON.stringify(content)}`,
        ),
    );
    expect(differing).toEqual([]);

    // Somebody else gets the file: it brings its method along, and scores the same.
    await withDesk({}, async (other) => {
      await other.pick({ name: '收到的.xlsx', bytes });
      await soon(async () => expect(await title(other).innerText()).toBe(TITLE));
      await other.ready();
      await soon(async () => expect(await other.pane.locator('.own-badge').count()).toBe(1));
      await other.assessOn(DAY);
      await other.score();
      expect((await resultSheets((await other.download()).bytes)).sheets).toEqual(scored.sheets);
    });

    // It is taken away for good.
    await desk.page.locator('#tab-pack').click();
    await desk.page.locator('#open-own').click();
    await desk.button(own.removeOf(TITLE)).click();
    await desk.button(own.removeAgain).click();
    await desk.idle();
    await desk.leaving(() => desk.page.reload());
    await desk.ready();
    await desk.page.locator('#open-own').click();
    await soon(async () => expect(await desk.pane.innerText()).toContain(own.none));
  }));

it('a faulty file that is dropped on the page, or opened as a workbook would be, shows its faults and takes nothing away', () =>
  withDesk({}, async (desk) => {
    const broken = TEXT.replaceAll('higher_is_better', 'higher_is_beter');
    const { problems } = await readHere(broken, FILE);
    const before = await title(desk).innerText();
    const dropped = await desk.page.evaluateHandle(
      ([text, name]) => {
        const given = new DataTransfer();
        given.items.add(new File([text], name));
        return given;
      },
      [broken, FILE] as const,
    );
    await desk.page.locator('.sheets-frame').dispatchEvent('drop', { dataTransfer: dropped });
    await soon(async () =>
      expect(await desk.page.locator('.faults .fault-place').allInnerTexts()).toEqual(problems.map(({ sheet }) => sheet)),
    );
    await desk.button(words.commands.back).click();
    await soon(async () => expect(await title(desk).innerText()).toBe(before));
    await desk.pick({ name: FILE, bytes: bytesOf(TEXT) });
    await soon(async () => expect(await title(desk).innerText()).toBe(TITLE));
  }));
