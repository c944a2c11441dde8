import { appWords } from '../../../src/app/words';
import { shandong } from '../pane';
import { withDesk, type Desk } from './desk';
import { soon } from '../soon';
import { PATIENCE } from '../patience';

/** Clicks a link of the pane and checks that it leads to the place that it names. */
async function follow(desk: Desk, link: ReturnType<Desk['button']>): Promise<string> {
  const title = (await link.getAttribute('title'))!;
  await link.click();
  const [, sheet, cell] = /^转到 (.*)!([A-Z]+\d+)$/.exec(title)!;
  expect(title).toBe(appWords.goTo(`${sheet}!${cell}`));
  await desk.page.waitForFunction(
    (place) => document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith(place),
    `${sheet} ${cell}：`,
    { timeout: PATIENCE },
  );
  await soon(async () => expect(await desk.activeTab.innerText()).toBe(sheet));
  await soon(async () => expect(await desk.nameBox.inputValue()).toBe(cell));
  return `${sheet}!${cell}`;
}

it('problems and findings lead to their cells, a link on the overview sheet to its sheet', async () => {
  // High enough to show the overview's links without scrolling.
  await withDesk({ sample: shandong.pack, context: { viewport: { width: 1280, height: 1100 } } }, async (desk) => {
    await desk.assessOn(shandong.asOf);
    await desk.page.locator('#tab-check').click();
    const problems = desk.pane.locator('.items .cells .link');
    // Hints are folded.
    await desk.pane.locator('details:not([open]) > summary').first().click();
    const places = new Set<string>();
    for (let at = 0; at < Math.min(4, await problems.count()); at++) places.add(await follow(desk, problems.nth(at)));
    expect(places.size).toBeGreaterThan(1);

    await desk.score();
    const group = desk.pane.locator('details', { has: desk.page.locator('summary', { hasText: /^通报警示/ }) }).first();
    await group.locator('summary').click();
    const zone = await group.locator('.items .strong').first().innerText();
    const [sheet, cell] = (await follow(desk, group.locator('.cells .link').first())).split('!') as [string, string];
    await soon(async () => expect(await desk.text(sheet, cell)).toBe(zone));

    const written = desk.pane.locator('.sheets .link', { hasText: '定性任务清单' });
    await written.click();
    await desk.page.waitForFunction(() =>
      document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith('定性任务清单 A1'),
    );

    const overview = '考评说明';
    const target = '省级经开区综合排名';
    const texts = await Promise.all(Array.from({ length: 40 }, (_, row) => desk.text(overview, `B${row + 1}`)));
    const row = texts.indexOf(target) + 1;
    const point = await desk.pointOf(overview, `B${row}`);
    // Elsewhere first: the cell under the pointer is only a cell until it is clicked.
    await desk.select(overview, 'A1');
    await desk.page.mouse.move(point.x - 3, point.y);
    await desk.page.mouse.click(point.x, point.y);
    await desk.page.waitForFunction(
      (name) => document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith(`${name} A1`),
      target,
      { timeout: PATIENCE },
    );
    await soon(async () => expect(await desk.activeTab.innerText()).toBe(target));
  });
});

it('cleared results are off the screen and out of the pane', async () => {
  await withDesk({ sample: shandong.pack }, async (desk) => {
    await desk.score();
    const place = desk.pane.locator('.sheets .link', { hasText: '期限提醒' });
    await desk.pane.getByRole('button', { name: appWords.commands.clear, exact: true }).click();
    await desk.page.getByRole('button', { name: appWords.asking.clear.yes, exact: true }).click();
    await desk.idle();
    await soon(async () => expect(await desk.tabs.filter({ hasText: '期限提醒' }).count()).toBe(0));
    await soon(async () => expect(await place.count()).toBe(0));
    await soon(async () => expect(await desk.activeTab.count()).toBe(1));
    await soon(async () => expect(await desk.notices()).toContain(appWords.done.cleared(26)));
  });
});
