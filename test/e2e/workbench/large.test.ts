import type { Locator } from 'playwright-core';
import { appWords } from '../../../src/app/words';
import type { SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { largeWorkbook } from '../../bench/large-workbook';
import { withDesk, type Desk } from './desk';
import { soon } from '../soon';
import { PATIENCE } from '../patience';

const SHEET = '指标数据';
/** Rows above the first zone, see large-workbook.ts. */
const HEAD = 5;
const LONGEST_MS = 2 * PATIENCE;

const sheetOf = async (bytes: Uint8Array): Promise<SheetGrid> => (await openXlsx(bytes).read()).find(({ name }) => name === SHEET)!;
const nameOf = (zone: number): string => `第${zone}开发区`;
const progress = (desk: Desk): Locator => desk.page.locator('.pane .progress');

/** The workbook is on the grid, its further rows perhaps not yet, and the pane may still be reading. */
async function onGrid(desk: Desk, file: string): Promise<void> {
  await desk.page.locator('.bar-name', { hasText: file }).waitFor({ timeout: LONGEST_MS });
  await desk.page.waitForFunction((sheet) => window.workbench?.at(sheet, 'B6')?.text === '第1开发区', SHEET, { timeout: LONGEST_MS });
}

async function scored(desk: Desk): Promise<void> {
  await desk.score(LONGEST_MS);
  await soon(async () => expect((await desk.notices()).join('\n')).toContain('考评完成'));
}

/** Into a cell of the sheet in front, at once. */
async function type(desk: Desk, cell: string, text: string): Promise<void> {
  await desk.nameBox.fill(cell);
  await desk.nameBox.press('Enter');
  await desk.page.waitForFunction(
    (place) => document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith(place),
    `${SHEET} ${cell}：`,
  );
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press('Enter');
}

/** Nothing came of work that was stopped, and it can be done after all. */
async function cancelled(desk: Desk, tabs: readonly string[]): Promise<void> {
  await desk.idle(LONGEST_MS);
  await soon(async () => expect((await desk.notices()).join('\n')).toContain(appWords.done.cancelled));
  await soon(async () => expect(await desk.tabs.allInnerTexts()).toEqual(tabs));
}

it('3,000 × 60: what is typed before all rows are there stays, progress is shown, work can be stopped, a rerun counts what is on the screen', async () => {
  const file = await largeWorkbook(3000, 60);
  const last = HEAD + 3000;
  await withDesk({}, async (desk) => {
    await desk.pick({ name: '三千.xlsx', bytes: file });
    await onGrid(desk, '三千.xlsx');
    await type(desk, `D${last}`, '7654321');
    await desk.shows(SHEET, `B${last}`, nameOf(3000));
    await desk.shows(SHEET, `B${last - 1}`, nameOf(2999));
    await desk.shows(SHEET, `D${last}`, '7654321');
    await desk.shows(SHEET, 'B6', nameOf(1));
    await soon(async () => expect(await desk.text(SHEET, `BH${last}`)).toBe(String(2999 * 60 + 59)));
    await desk.idle(LONGEST_MS);
    const tabs = await desk.tabs.allInnerTexts();

    await desk.page.locator('.pane .commands .primary').click();
    await progress(desk).getByRole('button', { name: appWords.commands.cancel }).click();
    await cancelled(desk, tabs);

    await desk.page.locator('.pane .commands .primary').click();
    await progress(desk).locator('progress').waitFor();
    await desk.idle(LONGEST_MS);
    await soon(async () => expect((await desk.notices()).join('\n')).toContain('考评完成'));
    await soon(async () => expect((await desk.tabs.allInnerTexts()).length).toBeGreaterThan(tabs.length));

    await desk.open(SHEET);
    await type(desk, 'D6', '1234567');
    await scored(desk);
    const { bytes } = await desk.download();
    const { grid } = await sheetOf(bytes);
    expect([grid.rows, grid.number(last - 1, 3), grid.number(5, 3), grid.text(last - 2, 1)]).toEqual([
      last,
      7654321,
      1234567,
      nameOf(2999),
    ]);
  });
});

it('30,000 × 60: opening can be stopped; the screen says what it leaves out, and scoring and the file take all rows', async () => {
  const file = await largeWorkbook(30_000, 60);
  const last = HEAD + 30_000;
  await withDesk({}, async (desk) => {
    const before = await desk.page.locator('.bar-name').textContent();
    await desk.pick({ name: '三万.xlsx', bytes: file });
    await desk.button(words.cancelOpening).click();
    await desk.ready();
    await soon(async () => expect(await desk.page.locator('.bar-name').textContent()).toBe(before));
    await soon(async () => expect(await desk.notices()).toEqual([]));
    await scored(desk);

    await desk.pick({ name: '三万.xlsx', bytes: file });
    await desk.button(words.leave.open).click();
    await onGrid(desk, '三万.xlsx');
    await desk.idle(LONGEST_MS);
    const note = await desk.page.locator('.strip p.quiet').innerText();
    const shown = Number(/只显示前 (\d+) 行/.exec(note)?.[1]);
    expect(note).toContain(words.notes.cut(SHEET, last, shown));
    await desk.shows(SHEET, `B${shown}`, nameOf(shown - HEAD));
    await soon(async () => expect(await desk.at(SHEET, `B${shown + 1}`)).toBeUndefined());

    const tabs = await desk.tabs.allInnerTexts();
    await desk.page.locator('.pane .commands .primary').click();
    await progress(desk).getByRole('button', { name: appWords.commands.cancel }).click();
    await cancelled(desk, tabs);

    await scored(desk);
    const { bytes } = await desk.download();
    const sheets = await openXlsx(bytes).read();
    const { grid } = sheets.find(({ name }) => name === SHEET)!;
    expect([grid.rows, grid.text(last - 1, 1)]).toEqual([last, nameOf(30_000)]);
    // Not every zone is in the ranking, but some of the last are.
    const results = sheets.filter(({ owned }) => owned);
    const named = (text: string): boolean =>
      results.some(({ grid: of }) =>
        Array.from({ length: of.rows }, (_, row) => [...of.filled(row)].some((column) => of.text(row, column) === text)).some(Boolean),
      );
    expect(Array.from({ length: 10 }, (_, n) => nameOf(30_000 - n)).some(named)).toBe(true);
  });
});
