import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { resultSheets } from '../command-line';
import { shandong } from '../pane';
import { withDesk, type Desk } from './desk';
import { soon } from '../soon';
import { PATIENCE } from '../patience';

const MAIN = '指标数据';
const options = { sample: shandong.pack };

async function draftSaved(desk: Desk): Promise<void> {
  await desk.page.locator('[data-draft="saved"]', { hasText: /草稿已自动保存/ }).waitFor({ timeout: PATIENCE });
}

const offers = (desk: Desk): ReturnType<Desk['button']> => desk.page.locator('.strip-offers li');

/** Whether the browser asked before it left. */
async function reload(desk: Desk): Promise<boolean> {
  const dialogs = await desk.leaving(() => desk.page.reload());
  await desk.ready();
  expect([[], ['beforeunload']]).toContainEqual(dialogs);
  return dialogs.length > 0;
}

async function figureIn(bytes: Uint8Array): Promise<number | undefined> {
  return (await openXlsx(bytes).read()).find(({ name }) => name === MAIN)!.grid.number(5, 3);
}

it('work that was not downloaded is warned about, offered again, restored with its results, and forgotten once downloaded', async () => {
  await withDesk(options, async (desk) => {
    expect(await reload(desk)).toBe(false);
    await desk.assessOn(shandong.asOf);
    await desk.type(MAIN, 'D6', '61000');
    await desk.score();
    const tabs = await desk.tabs.allInnerTexts();
    await draftSaved(desk);
    const title = await desk.page.title();
    expect(title.startsWith('●')).toBe(true);

    expect(await reload(desk)).toBe(true);
    await offers(desk).first().waitFor();
    await soon(async () => expect(await offers(desk).allInnerTexts()).toEqual([expect.stringContaining('上次有未下载的工作')]));
    await soon(async () => expect(await desk.text(MAIN, 'D6')).toBe('56,720'));
    await desk.button(words.drafts.restore).click();
    await desk.shows(MAIN, 'D6', '61,000');
    await desk.idle();
    await soon(async () => expect(await desk.tabs.allInnerTexts()).toEqual(tabs));
    await soon(async () => expect(await offers(desk).count()).toBe(0));
    await soon(async () => expect(await desk.page.title()).toBe(title));
    await desk.page.locator('#tab-result').click();
    await soon(async () => expect(await desk.pane.getByText(`考评日期 ${shandong.asOf}`).count()).toBe(1));
    await soon(async () =>
      expect(await desk.pane.locator('details', { has: desk.page.locator('summary', { hasText: /^通报警示/ }) }).count()).toBe(1),
    );

    const { name, bytes } = await desk.download();
    expect(name).toMatch(/-考评结果\.xlsx$/);
    expect(await figureIn(bytes)).toBe(61000);
    expect([...(await resultSheets(bytes)).sheets.keys()]).toEqual(tabs.slice(-26));
    await desk.page.getByText(words.file.downloaded, { exact: true }).waitFor();
    expect(await reload(desk)).toBe(false);
    await soon(async () => expect(await offers(desk).count()).toBe(0));
  });
});

it('a draft that is thrown away does not come back', async () => {
  await withDesk(options, async (desk) => {
    await desk.type(MAIN, 'D6', '62000');
    await draftSaved(desk);
    await reload(desk);
    await offers(desk).first().waitFor();
    await desk.button(words.drafts.discard).click();
    await offers(desk).first().waitFor({ state: 'detached' });
    expect(await reload(desk)).toBe(false);
    await desk.page.waitForTimeout(300);
    await soon(async () => expect(await offers(desk).count()).toBe(0));
  });
});

it('another workbook over unsaved work asks first: cancel, download, or leave a draft', async () => {
  await withDesk(options, async (desk) => {
    const dialog = desk.page.getByRole('dialog');
    const file = desk.page.locator('.bar-name');
    const ours = await file.innerText();
    const openJilin = async (): Promise<void> => {
      await desk.page.locator('.menu summary').click();
      await desk.page.locator('.menu-list button', { hasText: '吉林' }).click();
      await dialog.waitFor();
    };
    await desk.type(MAIN, 'D6', '63000');
    await openJilin();
    await dialog.getByRole('button', { name: words.leave.cancel, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await soon(async () => expect(await file.innerText()).toBe(ours));
    await soon(async () => expect(await desk.text(MAIN, 'D6')).toBe('63,000'));

    await openJilin();
    await dialog.getByRole('button', { name: words.leave.open, exact: true }).click();
    await desk.page.waitForFunction((before) => document.querySelector('.bar-name')?.textContent !== before, ours);
    await desk.ready();
    await soon(async () => expect(await file.innerText()).toContain('吉林'));
    await offers(desk).first().waitFor();
    await desk.button(words.drafts.restore).click();
    await desk.shows(MAIN, 'D6', '63,000');

    await openJilin();
    const { bytes } = await desk.downloadedBy(() => dialog.getByRole('button', { name: words.leave.download, exact: true }).click());
    expect(await figureIn(bytes)).toBe(63000);
    await desk.page.waitForFunction((before) => document.querySelector('.bar-name')?.textContent !== before, ours);
    await desk.ready();
    await soon(async () => expect(await offers(desk).count()).toBe(0));
  });
});
