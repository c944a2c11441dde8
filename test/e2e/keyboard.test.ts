import { appWords as words } from '../../src/app/words';
import { byCommandLine } from './command-line';
import { bookOf, shandong, withPane, type Pane } from './pane';
import { sheetNames, snapshot } from './snapshot';
import { until } from './until';
import { soon } from './soon';

/** The pane in the hands of office.js for Excel on the web, which moves the focus itself when Tab is pressed: see src/taskpane/own-keys.ts. */

/** What a person would hear: the name of the element that has the focus. */
const focused = (pane: Pane): Promise<string> =>
  pane.excel.frame.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
  });

/** The focus moves a moment after the screen has changed. */
async function hears(pane: Pane, name: string): Promise<void> {
  await pane.excel.frame.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, name);
}

/** The screen has been drawn and what follows from it is done: a person is never faster, a test is. */
async function painted(pane: Pane): Promise<void> {
  await pane.excel.frame.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** The focus is somewhere in the pane and not lost to the page. */
async function keepsFocus(pane: Pane): Promise<void> {
  await pane.excel.frame.waitForFunction(() => document.hasFocus() && document.activeElement !== document.body);
}

/** Presses a key until the focus stands where it is wanted; the pane has less than a hundred stops. */
async function to(pane: Pane, wanted: string, key = 'Tab'): Promise<void> {
  const stops: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    const now = await focused(pane);
    if (now.startsWith(wanted)) return;
    stops.push(now);
    await pane.page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${wanted}, but to ${stops.join(' → ')}`);
}

it("from boot to written results, a finding's cell, and clearing, without a mouse", async () => {
  const book = await bookOf(shandong);
  const own = sheetNames(book);
  const before = snapshot(book);
  const results = [...(await byCommandLine(shandong)).sheets.keys()];
  await withPane({ book, untouched: true }, async (pane) => {
    const { keyboard } = pane.page;
    const idleAfter = async (key: string): Promise<void> => {
      await keyboard.press(key);
      await pane.idle();
    };
    await to(pane, words.commands.score);
    await idleAfter('Enter');
    expect(pane.newSheets(own)).toEqual(results);
    await hears(pane, words.result.heading);

    // A group of findings is opened, and one of them leads to its cell.
    const group = pane.locator('summary').first();
    await to(pane, (await group.innerText()).split('\n')[0]!);
    await keyboard.press('Enter');
    await pane.locator('details[open]').first().waitFor();
    await to(pane, words.goTo('指标数据!'));
    await keyboard.press('Enter');
    await until('the cell is selected', () => book.active?.name === '指标数据');

    await to(pane, words.openSheet(results[1]!));
    await keyboard.press('Space');
    await pane.idle();
    await until('the sheet is brought to the front', () => book.active?.name === results[1]);

    await to(pane, words.tabs.result, 'Shift+Tab');
    for (const tab of [words.tabs.pack, words.tabs.data, words.tabs.check, words.tabs.result]) {
      await keyboard.press('ArrowRight');
      await soon(async () => expect(await focused(pane)).toContain(tab));
      await painted(pane);
    }
    await keyboard.press('Home');
    await painted(pane);
    await to(pane, words.pack.change);
    await keyboard.press('Space');
    await to(pane, words.commands.clear);
    await keyboard.press('Enter');
    await pane.excel.frame.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await pane.excel.frame.getByRole('dialog').waitFor({ state: 'detached' });
    expect(pane.newSheets(own)).toEqual(results);
    await to(pane, words.commands.clear);
    await keyboard.press('Enter');
    await pane.excel.frame.getByRole('dialog').waitFor();
    await to(pane, words.asking.clear.yes);
    await idleAfter('Enter');
    expect(snapshot(book)).toEqual(before);
    await keepsFocus(pane);
  });
});

it('choosing another pack with the arrow keys', async () => {
  await withPane({ untouched: true }, async (pane) => {
    const { keyboard } = pane.page;
    const title = await pane.locator('#pack-title').textContent();
    await to(pane, words.pack.change);
    await keyboard.press('Enter');
    await to(pane, title!);
    await keyboard.press('ArrowDown');
    await pane.locator('#pack-title', { hasNotText: title! }).waitFor();
    await to(pane, words.pack.done);
    await keyboard.press('Enter');
    await soon(async () => expect(await pane.locator('input[type=radio]').count()).toBe(0));
    await keepsFocus(pane);
  });
});

it('work can be cancelled from the keyboard at once: the focus is on 取消', async () => {
  const book = await bookOf(shandong);
  const before = snapshot(book);
  await withPane({ book }, async (pane) => {
    pane.host.delay = 200;
    await pane.locator('.commands .primary').press('Enter');
    await hears(pane, words.commands.cancel);
    await pane.page.keyboard.press('Space');
    await pane.idle();
    await soon(async () => expect(await pane.notices()).toEqual([words.done.cancelled]));
    expect(snapshot(book)).toEqual(before);
    await keepsFocus(pane);
  });
});

it('every stop is reached in both directions, and Tab leads out of the pane at its ends', async () => {
  await withPane({ untouched: true }, async (pane) => {
    const stops = async (key: string): Promise<string[]> => {
      const seen: string[] = [];
      const exits = pane.excel.xdm.asked.length;
      for (let presses = 0; presses < 40; presses++) {
        const before = await focused(pane);
        await pane.page.keyboard.press(key);
        const now = await focused(pane);
        // At the end office.js tells Excel, and nothing moves in here.
        if (presses > 0 && now === before) break;
        seen.push(now);
      }
      await until('office.js tells Excel that the focus leaves', () =>
        pane.excel.xdm.asked.slice(exits).includes('ContextActivationManager_notifyHost'),
      );
      return seen;
    };
    const forth = await stops('Tab');
    const back = await stops('Shift+Tab');
    expect(forth.at(0)).toBe(words.tabs.pack);
    expect(forth.some((stop) => stop.startsWith(words.pack.settings))).toBe(true);
    expect(forth.at(-1)).toBe(words.about.open);
    expect(back).toEqual(forth.slice(0, -1).reverse());
  });
});
