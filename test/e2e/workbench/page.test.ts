import { AxeBuilder } from '@axe-core/playwright';
import { sampleBytes } from '../../../assets/samples/samples';
import { appWords } from '../../../src/app/words';
import { workbenchWords as words } from '../../../src/workbench/words';
import { resultSheets } from '../command-line';
import { sampleOf, shandong } from '../pane';
import { withDesk, type Desk } from './desk';
import { soon } from '../soon';

it('the root address leads to the page, which asks nobody else for anything and never for office.js', async () => {
  await withDesk({}, async (desk) => {
    expect(new URL(desk.page.url()).pathname).toBe('/workbench.html');
    await desk.score();
    expect(desk.asked.filter((path) => /office/i.test(path))).toEqual([]);
    await soon(async () => expect(await desk.page.evaluate(() => 'Office' in window)).toBe(false));
    expect(desk.asked.some((path) => path.endsWith(`${shandong.pack}.xlsx`))).toBe(true);
  });
});

it('works in a folder of a server', async () => {
  await withDesk({ folder: '/apps/kaoping/', sample: 'jilin-2016' }, async (desk) => {
    expect(desk.asked.filter((path) => !path.startsWith('/apps/kaoping/'))).toEqual([]);
    await desk.type('指标数据', 'A40', '=1+2');
    await desk.shows('指标数据', 'A40', '3');
    await desk.score();
    const results = await resultSheets((await desk.download()).bytes);
    await soon(async () => expect(await desk.tabs.allInnerTexts()).toEqual(expect.arrayContaining([...results.sheets.keys()])));
    expect(results.sheets.size).toBeGreaterThan(5);
  });
});

it('once loaded it needs the server no more', async () => {
  await withDesk({}, async (desk) => {
    await desk.server.close();
    await desk.type('指标数据', 'D6', '=100+1');
    await desk.shows('指标数据', 'D6', '101');
    await desk.score();
    await soon(async () => expect((await desk.notices()).join()).toContain('考评完成'));
    expect((await resultSheets((await desk.download()).bytes)).sheets.size).toBe(27);
    // Another workbook needs a thread of its own, which is fetched anew; the one that is open stays.
    const name = await desk.page.locator('.bar-name').innerText();
    await desk.pick({ name: '另一份.xlsx', bytes: sampleBytes(sampleOf('jilin-2016')) });
    await desk.page.locator('.notice-error', { hasText: words.trouble.notLoaded.message }).waitFor();
    await soon(async () => expect(await desk.page.locator('.bar-name').innerText()).toBe(name));
    await desk.score();
    await soon(async () => expect((await desk.notices()).join()).toContain('考评完成'));
  });
});

describe('accessibility', () => {
  const looks = [
    ['light', { colorScheme: 'light', forcedColors: 'none' }],
    ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
    ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
  ] as const;

  it('axe finds nothing on the start and the result screen, in light, dark and forced colours', async () => {
    await withDesk({}, async (desk) => {
      const ground = (): Promise<string> => desk.pane.evaluate((pane) => getComputedStyle(pane.closest('#pane-frame')!).backgroundColor);
      const inAllLooks = async (): Promise<void> => {
        const grounds: string[] = [];
        for (const [look, media] of looks) {
          await desk.page.emulateMedia(media);
          expect([look, ...(await faults(desk))]).toEqual([look]);
          grounds.push(await ground());
        }
        expect(grounds[1]).not.toBe(grounds[0]);
      };
      await inAllLooks();
      await desk.score();
      await desk.page.evaluate(() =>
        [...document.querySelectorAll('.pane details')].slice(0, 3).forEach((details) => ((details as HTMLDetailsElement).open = true)),
      );
      await desk.page.locator('.menu summary').click();
      await inAllLooks();
    });
  });

  /**
   * Left out is what Univer draws: its buttons in formula bar, sheet bar and zoom slider have no names, its name box no label, the slider's
   * roles (track, handle) do not exist, and attributes stand on elements that may not have them.
   */
  async function faults({ page }: Desk): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).exclude('.grid').analyze();
    return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }
});

/** What has the focus, as a person would hear it. */
const focused = (desk: Desk): Promise<string> =>
  desk.page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    if (element.closest('.grid')) return 'grid';
    return (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  });

/** Presses a key until the focus stands where it is wanted. @returns where it stood on the way */
async function to(desk: Desk, wanted: string, key = 'Tab'): Promise<string[]> {
  const stops: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const now = await focused(desk);
    if (now === wanted) return stops;
    stops.push(now);
    await desk.page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${wanted}, but to ${stops.join(' → ')}`);
}

/** Into a region of the page. */
async function into(desk: Desk, region: string): Promise<void> {
  for (let presses = 0; presses < 4; presses++) {
    await desk.page.keyboard.press('F6');
    if (await desk.page.evaluate((selector) => document.activeElement?.closest(selector) !== null, region)) return;
  }
  throw new Error(`F6 never led to ${region}`);
}

it('by keyboard alone: along the bar into the grid, out of it, score, and download', async () => {
  await withDesk({}, async (desk) => {
    const { keyboard } = desk.page;
    await into(desk, '.top');
    await to(desk, words.bar.open);
    expect((await to(desk, 'grid')).filter((stop) => stop !== '')).toEqual([
      words.bar.open,
      words.bar.samples,
      words.bar.undo,
      words.bar.redo,
      words.bar.download,
    ]);
    // In the grid Tab goes from cell to cell.
    await into(desk, '.sheets-frame');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await soon(async () => expect(await focused(desk)).toBe('grid'));
    await desk.page.waitForFunction(() => !document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith('填表说明 A1'));
    await keyboard.press('F6');
    await to(desk, appWords.commands.score);
    await keyboard.press('Enter');
    await desk.idle();
    await soon(async () => expect((await desk.notices()).join()).toContain('考评完成'));
    await desk.page.waitForFunction((heading) => document.activeElement?.textContent === heading, appWords.result.heading);
    await keyboard.press('Shift+F6');
    await soon(async () => expect(await focused(desk)).toBe('grid'));
    await keyboard.press('Shift+F6');
    await to(desk, words.bar.download);
    const { bytes } = await desk.downloadedBy(() => keyboard.press('Enter'));
    expect((await resultSheets(bytes)).sheets.size).toBe(26);

    await to(desk, words.bar.samples, 'Shift+Tab');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    const chosen = await focused(desk);
    expect(chosen).not.toContain('山东');
    await keyboard.press('Enter');
    await desk.page.waitForFunction(() => !document.querySelector('.bar-name')?.textContent?.includes('山东'));
    await desk.ready();
    await soon(async () => expect(await focused(desk)).toBe(words.bar.samples));
  });
});

it('on a narrow window the pane is a drawer, which makes way for a cell', async () => {
  await withDesk({ context: { viewport: { width: 800, height: 700 } } }, async (desk) => {
    await soon(async () => expect(await desk.pane.isVisible()).toBe(false));
    await soon(async () =>
      expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0),
    );
    await desk.button(words.bar.showPane).click();
    await desk.score();
    await soon(async () => expect(await desk.button(words.bar.hidePane).getAttribute('aria-expanded')).toBe('true'));
    await desk.pane.locator('.sheets .link').first().click();
    await desk.button(words.bar.showPane).waitFor();
    await desk.page.waitForFunction(
      () => !(document.querySelector('.pane') as HTMLElement).checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  });
});

it('a file dropped on the page is opened, wherever it is dropped', async () => {
  await withDesk({}, async (desk) => {
    const drop = (selector: string, name: string, bytes: Uint8Array): Promise<void> =>
      desk.page.evaluate(
        ([place, file, content]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], file));
          const target = document.querySelector(place)!;
          for (const kind of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
        },
        [selector, name, Buffer.from(bytes).toString('base64')] as const,
      );
    for (const [selector, pack] of [
      ['.grid canvas', 'jilin-2016'],
      ['.pane', 'shaanxi-2015'],
    ] as const) {
      await drop(selector, `${pack}的表.xlsx`, sampleBytes(sampleOf(pack)));
      await desk.page.waitForFunction((name) => document.querySelector('.bar-name')?.textContent === name, `${pack}的表.xlsx`);
      await desk.ready();
      await soon(async () => expect(await desk.page.locator('.drop').count()).toBe(0));
    }
    await drop('.pane', '不是工作簿.pdf', new TextEncoder().encode('%PDF-1.4'));
    await desk.page.locator('.notice-error').waitFor();
    await soon(async () => expect(await desk.page.locator('.bar-name').innerText()).toBe('shaanxi-2015的表.xlsx'));
  });
});
