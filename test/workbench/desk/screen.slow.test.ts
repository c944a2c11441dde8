import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { settle } from '../clock';
import { StubGrid } from '../stub-grid';
import { browser, FIRST, SHEET, inFreshBrowsers, ready, started, told, type } from './desk-page';

inFreshBrowsers();

describe('scoring', () => {
  test('what is on the screen is scored: a cell that is being typed in is ended first', async () => {
    const { desk, grid, session } = await started();
    const before = JSON.stringify(session().state.examined);
    grid.onSettle = () => {
      grid.onSettle = () => undefined;
      type(grid, 1);
    };
    await session().score();
    expect(desk.unsaved).toBe(true);
    expect(JSON.stringify(session().state.examined)).not.toBe(before);
    await browser.clock.pass(500);
    await settle();
    expect(session().state.stale).toBe(false);
  });

  test('results come onto the grid, the first on top; a rerun replaces them', async () => {
    const { desk, grid, session } = await started();
    await session().score();
    const { written } = session().state.outcome!.last;
    expect(grid.calls.at(-1)).toBe(`replace 0 by ${written.length}, ${written[0]} on top`);
    expect(desk.state.file?.change).toBe('changed');
    await session().score();
    expect(grid.calls.at(-1)).toBe(`replace ${written.length} by ${written.length}, ${written[0]} on top`);
    await session().clear();
    expect(grid.calls.at(-1)).toBe(`replace ${written.length} by 0`);
    expect(grid.sheets.filter((name) => written.includes(name))).toEqual([]);
  });

  test('the sheets of a template come onto the grid beside the others, and the file has them', async () => {
    const { desk, grid, session, downloads } = await started();
    const before = grid.sheets.length;
    await session().choosePack('jilin-2016');
    await session().insertTemplate(2016);
    const added = grid.sheets.length - before;
    expect(added).toBeGreaterThan(1);
    expect(grid.calls).toContainEqual(expect.stringMatching(`^replace 0 by ${added}, 填报说明.* on top$`));
    expect(desk.state.file?.change).toBe('changed');
    await desk.download();
    const { sheets } = await openXlsx(downloads[0]!.bytes).describe();
    expect(sheets.map(({ name, owned }) => [name, owned])).toEqual(grid.sheets.map((name) => [name, false]));
  });

  test('results that come before the grid are shown when it is there', async () => {
    let arrive: (grid: StubGrid) => void = () => undefined;
    const grid = new StubGrid();
    const page = browser.page({ grid: () => new Promise((resolve) => (arrive = resolve)) });
    await page.desk.start(FIRST);
    await ready(page.session());
    const scoring = page.session().score();
    await settle();
    arrive(grid);
    await scoring;
    expect(grid.calls.map((call) => call.split(' ')[0])).toEqual(['show', 'replace']);
  });

  test('a grid that cannot show them does not undo them', async () => {
    const { desk, grid, session, downloads } = await started();
    grid.replace = async () => Promise.reject(new Error('canvas'));
    await session().score();
    expect(session().state.view).toBe('result');
    expect(told(desk)[0]).toBe(words.trouble.notShown.message);
    await desk.download();
    expect((await openXlsx(downloads[0]!.bytes).describe()).sheets.some(({ owned }) => owned)).toBe(true);
  });

  test('a jump goes to the grid and counts', async () => {
    const { desk, grid, session } = await started();
    await session().goTo(SHEET, 'C9');
    expect(grid.calls.at(-1)).toBe(`go to ${SHEET}!C9`);
    expect(desk.state.jumps).toBe(1);
  });
});
