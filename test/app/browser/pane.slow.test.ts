import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ruleAppWords } from '../../../src/app/rule-words';
import { sheetWords } from '../../../src/app/sheet-words';
import { appWords as words } from '../../../src/app/words';
import { faceTitles } from '../../../src/core/words/faces';
import { hasChromium } from '../../excel-host/chromium';
import { deformedSample, DOUBT_COUNT, DOUBTS } from '../deformed-sample';
import { duplicateZone, noYear, noZoneHeader } from './spoiled-samples';
import { idle, jumps, startHarness, type HarnessBrowser } from './harness-page';
import { soon } from '../../e2e/soon';

let harness: HarnessBrowser | undefined;
let missing = false;

beforeAll(async () => {
  missing = !hasChromium();
  if (!missing)
    harness = await startHarness(
      new Map([
        ['duplicate.xlsx', duplicateZone()],
        ['no-header.xlsx', noZoneHeader()],
        ['no-year.xlsx', noYear()],
        ['deformed.xlsx', deformedSample()],
      ]),
    );
});

afterAll(async () => harness?.close());

/** Skipped only where no browser can be started and none is required (see hasChromium). */
const inBrowser = (name: string, body: (browser: HarnessBrowser) => Promise<void>): void =>
  test(name, async () => {
    if (missing) return;
    await body(harness!);
  });

const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();
const score = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`${words.commands.score}|${words.commands.scoreAgain}`) }).click();
  await idle(page);
};
/** The first closed parts of a screen; all of a long result would only show axe the same again. */
const openSome = (page: Page): Promise<void> =>
  page.evaluate(() =>
    [...document.querySelectorAll('details')].slice(0, 6).forEach((details) => {
      details.open = true;
    }),
  );

/** Screens and how one gets there; every one of them is looked at by axe and measured. */
const screens: readonly (readonly [string, (page: Page) => Promise<void>, string?])[] = [
  ['方案', async () => undefined],
  ['方案：更换', (page) => page.getByRole('button', { name: words.pack.change }).click()],
  ['方案：没有认出', async () => undefined, 'no-header.xlsx'],
  [
    '规则依据',
    async (page) => {
      await page.getByRole('button', { name: words.pack.rules }).click();
      await openSome(page);
    },
  ],
  [
    '写出哪些结果表',
    async (page) => {
      await page.locator('#open-sheets').click();
      await page.getByLabel(faceTitles.signed, { exact: true }).click();
      await page.getByLabel(sheetWords.someCards).click();
      await page.getByLabel(sheetWords.find).fill('河');
      await page.locator('.switch input[type=checkbox]').last().click();
    },
  ],
  [
    '数据',
    async (page) => {
      await tab(page, words.tabs.data);
      await openSome(page);
    },
  ],
  [
    '数据：手工',
    async (page) => {
      await page.getByRole('radio').first().click();
      await tab(page, words.tabs.data);
      await page.getByLabel(words.data.chooseTable).selectOption({ index: 1 });
    },
    'no-header.xlsx',
  ],
  [
    '校验',
    async (page) => {
      await tab(page, words.tabs.check);
      await openSome(page);
    },
  ],
  [
    '校验：可采纳',
    async (page) => {
      await tab(page, words.tabs.check);
      await openSome(page);
    },
    'deformed.xlsx',
  ],
  [
    '校验：已采纳',
    async (page) => {
      await tab(page, words.tabs.check);
      for (const index of [2, 0]) await page.locator('[data-proposal]').nth(index).click();
      await openSome(page);
    },
    'deformed.xlsx',
  ],
  ['校验：必须处理', (page) => score(page), 'duplicate.xlsx'],
  [
    '结果',
    async (page) => {
      await score(page);
      await openSome(page);
    },
  ],
  [
    '清除结果？',
    async (page) => {
      await score(page);
      await page.getByRole('button', { name: words.commands.clear }).click();
    },
  ],
  ['关于', (page) => page.getByRole('button', { name: words.about.open }).click()],
];

const looks: readonly (readonly [string, number, number, Parameters<Page['emulateMedia']>[0]])[] = [
  ['light', 320, 378, { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', 350, 378, { colorScheme: 'dark', forcedColors: 'none' }],
  ['high contrast', 450, 600, { colorScheme: 'light', forcedColors: 'active' }],
];

/** How far the page, and its middle, reach beyond what is seen of them. */
const excess = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main')!;
    return [document.documentElement.scrollWidth - window.innerWidth, main.scrollWidth - main.clientWidth];
  });

describe('in light, dark and high contrast', () => {
  for (const [name, go, sample] of screens) {
    inBrowser(`${name}: axe finds nothing, and nothing is wider than the pane`, async (browser) => {
      const page = await browser.open(sample === undefined ? {} : { sample });
      await go(page);
      for (const [look, width, height, media] of looks) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia(media);
        // Colours fade over from the look before.
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, impact, nodes }) => `${look}: ${impact} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
          [],
        );
        await soon(async () => expect([look, Math.max(0, ...(await excess(page)))]).toEqual([look, 0]));
      }
      await page.context().close();
    });
  }
});

inBrowser('first use: the matched pack, one primary button and all commands are seen without scrolling', async (browser) => {
  const page = await browser.open();
  await soon(async () => expect(await page.locator('.primary').allTextContents()).toEqual([words.commands.score]));
  for (const name of [words.commands.score, words.commands.check, words.commands.clear]) {
    const box = await page.getByRole('button', { name }).boundingBox();
    const footer = await page.locator('footer').boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(footer!.y);
  }
  await page.context().close();
});

inBrowser('the top right corner is left to Office', async (browser) => {
  const page = await browser.open();
  for (const box of await Promise.all((await page.getByRole('tab').all()).map((one) => one.boundingBox())))
    expect(box!.x + box!.width).toBeLessThanOrEqual(320 - 34);
  await page.context().close();
});

inBrowser('by keyboard alone: score, read a finding, jump to its cell, go along the tabs, clear', async (browser) => {
  const page = await browser.open();
  const focused = (): Promise<string> =>
    page.evaluate(() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim());
  const until = async (wanted: (text: string) => boolean, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 80; presses++) {
      if (wanted(await focused())) return;
      await page.keyboard.press(key);
    }
    throw new Error(`never reached; now on ${await focused()}`);
  };
  await until((text) => text === words.commands.score);
  await page.keyboard.press('Enter');
  await idle(page);
  await soon(async () => expect(await focused()).toBe(words.result.heading));

  await until((text) => text.startsWith('通报警示'));
  await page.keyboard.press('Enter');
  await until((text) => text.startsWith(words.goTo('指标数据!')));
  await page.keyboard.press('Enter');
  await soon(async () => expect(await jumps(page)).toEqual([expect.stringMatching(/^指标数据!B\d+$/)]));

  await until((text) => text === words.tabs.result, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await soon(async () => expect(await focused()).toBe(words.tabs.pack));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await soon(async () => expect(await focused()).toContain(words.tabs.check));
  await page.keyboard.press('Home');
  await soon(async () => expect(await focused()).toBe(words.tabs.pack));

  await until((text) => text === words.commands.clear);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await until((text) => text === words.commands.clear);
  await page.keyboard.press('Enter');
  await until((text) => text === words.asking.clear.yes);
  await page.keyboard.press('Enter');
  await idle(page);
  await soon(async () => expect(await page.getByText(/已删除 \d+ 张结果表/).count()).toBe(1));
  await soon(async () => expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true));
  await page.context().close();
});

inBrowser('pages that one goes back from give the focus back', async (browser) => {
  const page = await browser.open();
  const focusOn = (text: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, text);
  await page.getByRole('button', { name: words.about.open }).press('Enter');
  await focusOn(words.about.heading);
  await page.getByRole('button', { name: words.commands.back }).press('Enter');
  await focusOn(words.about.open);
  await page.getByRole('button', { name: words.pack.rules }).press('Enter');
  await focusOn(ruleAppWords.heading);
  await page.getByRole('button', { name: words.commands.back }).press('Enter');
  await focusOn(words.pack.rules);
  await page.context().close();
});

inBrowser('work shows its progress, moves the focus to 取消, and cancelling leaves the workbook alone', async (browser) => {
  const page = await browser.open({ slow: 1500 });
  const button = page.getByRole('button', { name: words.commands.score });
  await button.dblclick();
  const cancel = page.getByRole('button', { name: words.commands.cancel });
  await cancel.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === '取消');
  await soon(async () => expect(await page.locator('progress').getAttribute('value').then(Number)).toBeLessThan(100));
  await cancel.press('Enter');
  await idle(page);
  await soon(async () => expect(await page.getByText(words.done.cancelled).count()).toBe(1));
  await page.context().close();
});

inBrowser('a pane that is loaded again shows the result of the last run', async (browser) => {
  const page = await browser.open();
  await score(page);
  const counts = await page.locator('.count-tile').allTextContents();
  await page.reload();
  await idle(page);
  await page.getByRole('button', { name: words.commands.seeResult }).click();
  // The harness opens the same untouched sample again, so the figures are those that were scored.
  await soon(async () => expect(await page.locator('.count-tile').allTextContents()).toEqual(counts));
  await page.context().close();
});

describe('as one column of a page with other things on it', () => {
  /** The pane at the right edge, and elements of the page's own beside it. */
  const beside = async (browser: HarnessBrowser): Promise<Page> => {
    const page = await browser.open({ host: 'browser', context: { viewport: { width: 1200, height: 700 } } });
    await page.evaluate(() => {
      Object.assign(document.getElementById('app')!.style, { position: 'absolute', top: '0', right: '0', width: '380px', height: '100%' });
      const other = document.createElement('div');
      other.id = 'other';
      other.style.position = 'absolute';
      other.append(...['section', 'p', 'button', 'input', 'progress'].map((name) => document.createElement(name)));
      document.body.append(other);
    });
    return page;
  };

  inBrowser('it is as high and wide as its place, and the page does not scroll', async (browser) => {
    const page = await beside(browser);
    await score(page);
    for (const name of [words.tabs.data, words.tabs.check, words.tabs.result]) {
      await tab(page, name);
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((details) => {
          details.open = true;
        }),
      );
      await soon(async () => expect(await page.locator('.pane').boundingBox()).toEqual({ x: 820, y: 0, width: 380, height: 700 }));
      await soon(async () =>
        expect(await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])).toEqual([
          700, 1200,
        ]),
      );
      await soon(async () =>
        expect(
          await page.evaluate(() => {
            const main = document.querySelector('main')!;
            return main.scrollWidth - main.clientWidth;
          }),
        ).toBeLessThanOrEqual(0),
      );
    }
    await page.context().close();
  });

  inBrowser('other elements keep the looks that their page gives them', async (browser) => {
    const page = await beside(browser);
    await page.locator('#other input').focus();
    const looks = (): Promise<Record<string, string>> =>
      page.evaluate(() => {
        const of = (name: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(`#other ${name}`)!);
        return {
          section: of('section').display,
          p: of('p').marginTop,
          button: of('button').fontFamily,
          input: of('input').outlineStyle,
          sizing: of('section').boxSizing,
          progress: of('progress').borderRadius,
        };
      });
    const shown = await looks();
    await page.evaluate(() =>
      [...document.styleSheets].forEach((sheet) => {
        sheet.disabled = true;
      }),
    );
    // A margin of one line: the font is the page's own.
    expect({ ...shown, p: '' }).toEqual({ ...(await looks()), p: '' });
    expect(shown['p']).toBe('14px');
    await page.context().close();
  });

  inBrowser('another workbook gets a pane of its own in the same place', async (browser) => {
    const page = await beside(browser);
    await score(page);
    await page.evaluate(() => window.harness!.change('jilin-2016.xlsx'));
    await idle(page);
    await soon(async () => expect(await page.evaluate(() => window.harness!.app.session.pack?.pack)).toBe('jilin-2016'));
    await tab(page, words.tabs.result);
    await soon(async () => expect(await page.getByText(words.result.none).count()).toBe(1));
    await score(page);
    await soon(async () => expect(await page.locator('.notice-success').count()).toBe(1));
    await page.context().close();
  });

  inBrowser('the words of Excel and the room for its menu are left out', async (browser) => {
    const page = await beside(browser);
    await soon(async () => expect(await page.locator('.pane-top').evaluate((top) => getComputedStyle(top).paddingRight)).toBe('12px'));
    await page.getByRole('button', { name: words.about.open }).click();
    await soon(async () => expect(await page.getByText(words.about.ribbon).count()).toBe(0));
    await soon(async () => expect(await page.locator('.pane').textContent()).not.toContain('Excel'));
    await page.context().close();
  });
});

inBrowser('a check is called one until one was asked for', async (browser) => {
  const page = await browser.open();
  await tab(page, words.tabs.check);
  const buttons = (): Promise<string[]> => page.locator('.commands .button').allTextContents();
  await soon(async () => expect(await buttons()).toContain(words.commands.check));
  await page.getByRole('button', { name: words.commands.check }).click();
  await idle(page);
  await soon(async () => expect(await buttons()).toContain(words.commands.checkAgain));
  await page.context().close();
});

inBrowser('the card counts the columns of the main table, the list those of all tables, and both say so', async (browser) => {
  const page = await browser.open();
  const main = await page.locator('.card .parts').allTextContents();
  expect(main.join()).toMatch(/主表对上 \d+／\d+ 列/);
  await page.getByRole('button', { name: words.pack.change }).click();
  await soon(async () => expect(await page.locator('.option').first().textContent()).toMatch(/各表合计对上 \d+／\d+ 列/));
  await page.context().close();
});

inBrowser('titles of documents break into lines of like length', async (browser) => {
  const page = await browser.open();
  const wrap = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((title) => getComputedStyle(title).getPropertyValue('text-wrap-style'));
  await soon(async () => expect(await wrap('#pack-title')).toBe('balance'));
  await page.getByRole('button', { name: words.pack.change }).click();
  await soon(async () => expect(await wrap('.option-title')).toBe('balance'));
  await page.context().close();
});

inBrowser('no page broke the policy, warned or failed', async (browser) => {
  expect(browser.complaints).toEqual([]);
});

/** What has the focus, by the name that a screen reader says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const told = (page: Page): Promise<string | null> => page.locator('[role="tabpanel"] [role="status"]').textContent();

inBrowser('proposals are accepted one after the other from the keyboard, and the focus goes on', async (browser) => {
  const page = await browser.open({ sample: 'deformed.xlsx' });
  await tab(page, words.tabs.check);
  await page.getByText(words.check.acceptable(DOUBT_COUNT)).waitFor();
  await page.locator('[data-proposal]').first().focus();
  for (let left = DOUBT_COUNT - 1; left > 0; left--) {
    const before = await focused(page);
    if (/全部采纳$/.test(before)) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(left)));
    expect(await focused(page)).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.matches('[data-proposal]'))).toBe(true);
  }
  await page.keyboard.press('Enter');
  await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(0)));
  expect(await focused(page)).toBe(words.check.heading);
});

inBrowser('proposals of a kind are accepted at once, looked up, and taken back', async (browser) => {
  const page = await browser.open({ sample: 'deformed.xlsx' });
  await tab(page, words.tabs.check);
  await page.getByRole('button', { name: `同类 ${DOUBTS.footnotes} 处全部采纳` }).click();
  await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(DOUBT_COUNT - DOUBTS.footnotes)));
  await page.locator('summary', { hasText: words.check.decided }).click();
  await page.getByRole('button', { name: '指标数据!D6', exact: false }).first().click();
  await soon(async () => expect(await jumps(page)).toEqual(['指标数据!D6']));
  await page.getByRole('button', { name: words.check.withdrawOf('指标数据!D6', '按 56720人 计') }).click();
  await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(DOUBT_COUNT - DOUBTS.footnotes + 1)));
  expect(await focused(page)).toBe(words.check.withdrawOf('指标数据!D7', '按 44240人 计'));
  await page.getByRole('button', { name: words.check.withdrawAll }).click();
  await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(DOUBT_COUNT)));
  expect(await focused(page)).toBe(words.check.heading);
  await soon(async () => expect(await page.locator('summary', { hasText: words.check.decided }).count()).toBe(0));
});

inBrowser('a double click accepts one proposal, not the next one as well', async (browser) => {
  const page = await browser.open({ sample: 'deformed.xlsx' });
  await tab(page, words.tabs.check);
  await page.locator('[data-proposal]').first().dblclick({ delay: 50 });
  await soon(async () => expect(await told(page)).toBe(words.check.lookedAgain(DOUBT_COUNT - 1)));
  await page.getByText(words.check.acceptable(DOUBT_COUNT - 1)).waitFor();
});

inBrowser('a problem about the year leads to the field, and what is chosen there settles it', async (browser) => {
  const page = await browser.open({ sample: 'no-year.xlsx' });
  await tab(page, words.tabs.check);
  await page.getByRole('button', { name: words.check.whichYear }).first().click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('data-year');
  await page.getByLabel(words.data.year).selectOption('2016');
  await page.getByText('数据年度：2016').waitFor();
  await tab(page, words.tabs.check);
  await soon(async () => expect(await page.getByRole('button', { name: words.check.whichYear }).count()).toBe(0));
});

inBrowser('result sheets are chosen by keyboard alone', async (browser) => {
  const page = await browser.open();
  await page.locator('#open-sheets').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(faceTitles.public, { exact: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await soon(async () => expect(await page.locator('#open-sheets .aside').innerText()).toBe(`${faceTitles.public}、${faceTitles.working}`));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('face-signed');
  await score(page);
  const written = await page.locator('.sheets li').allInnerTexts();
  expect(written).toContain('对外名单');
  expect(written).not.toContain('通报警示名单（后3位）');
  await page.context().close();
});

inBrowser('pages for single zones are picked, found again, and written', async (browser) => {
  const page = await browser.open();
  await page.locator('#open-sheets').click();
  await page.getByLabel(sheetWords.someCards).click();
  await page.getByLabel(sheetWords.find).fill('滨河');
  await page.getByLabel('滨河经济开发区', { exact: true }).click();
  await page.getByLabel(sheetWords.find).fill('');
  await page.getByLabel('金穗经济开发区', { exact: true }).click();
  await soon(async () => expect(await page.getByText(sheetWords.picked(2)).isVisible()).toBe(true));
  await score(page);
  const written = await page.locator('.sheets li').allInnerTexts();
  expect(written.filter((name) => name.startsWith('体检'))).toEqual(['体检·滨河经济开发区', '体检·金穗经济开发区']);
  await tab(page, words.tabs.pack);
  await page.locator('#open-sheets').click();
  await page.getByLabel(sheetWords.noCards).click();
  await soon(async () => expect(await page.locator('#open-sheets .aside').innerText()).toBe(words.pack.allSheets));
  await page.context().close();
});
