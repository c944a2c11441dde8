import { appWords as words } from '../../src/core/words/app';
import { byCommandLine } from './command-line';
import { bookOf, shandong, withPane, type Pane } from './pane';
import { sheetNames, snapshot } from './snapshot';
import { until } from './until';

/** What a person would hear: the name of the element that has the focus. */
const focused = (pane: Pane): Promise<string> =>
  pane.excel.frame.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
  });

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

it('from boot to written results, a finding\'s cell, and clearing, without a mouse', async () => {
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
    expect(await focused(pane)).toBe(words.result.heading);

    await to(pane, words.openSheet(results[1]!));
    await keyboard.press('Space');
    await pane.idle();
    await until('the sheet is brought to the front', () => book.active?.name === results[1]);

    await to(pane, words.tabs.result, 'Shift+Tab');
    for (const tab of [words.tabs.pack, words.tabs.data, words.tabs.check, words.tabs.result]) {
      await keyboard.press('ArrowRight');
      expect(await focused(pane)).toContain(tab);
    }
    await keyboard.press('Home');
    await to(pane, words.pack.change);
    await keyboard.press('Space');
    await to(pane, words.commands.clear);
    await keyboard.press('Enter');
    await pane.excel.frame.getByRole('dialog').waitFor();
    await to(pane, words.clear.confirm);
    await idleAfter('Enter');
    expect(snapshot(book)).toEqual(before);
    expect(await focused(pane)).not.toBe('');
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
    expect(await pane.locator('input[type=radio]').count()).toBe(0);
    expect(await focused(pane)).not.toBe('');
  });
});

it('work can be cancelled from the keyboard at once: the focus is on 取消', async () => {
  const book = await bookOf(shandong);
  const before = snapshot(book);
  await withPane({ book }, async (pane) => {
    pane.host.delay = 200;
    await pane.locator('.commands .primary').press('Enter');
    expect(await focused(pane)).toBe(words.commands.cancel);
    await pane.page.keyboard.press('Space');
    await pane.idle();
    expect(await pane.notices()).toEqual([words.done.cancelled]);
    expect(snapshot(book)).toEqual(before);
    expect(await focused(pane)).not.toBe('');
  });
});
