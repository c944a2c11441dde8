import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { Desk } from '../../../src/workbench/desk';
import { workbenchWords as words } from '../../../src/workbench/words';
import { sampleBytes } from '../../app/sample';
import { fileOf } from '../threads';
import { browser, FIRST, FIRST_NAME, SHEET, inFreshBrowsers, ready, started, type, until } from './desk-page';

inFreshBrowsers();

describe('downloading', () => {
  test('what was edited is in the file, which is then no longer unsaved and has no draft', async () => {
    const { desk, grid, downloads } = await started();
    type(grid, 4711);
    await browser.clock.pass(1500);
    await until(() => browser.values.values.size === 1);
    expect(await desk.download()).toBe(true);
    expect(downloads.map(({ name }) => name)).toEqual(['示例（山东省）-已修改.xlsx']);
    const sheets = await openXlsx(downloads[0]!.bytes).read();
    expect(sheets.find(({ name }) => name === SHEET)?.grid.cell(8, 2)).toMatchObject({ value: 4711 });
    expect(desk.state).toMatchObject({ file: { change: 'downloaded' }, draft: { kind: 'none' } });
    expect(browser.values.values.size).toBe(0);
    type(grid, 4712);
    expect(desk.unsaved).toBe(true);
  });

  test('nothing changed: the file itself, byte for byte', async () => {
    const { desk, downloads } = await started();
    await desk.download();
    expect(downloads[0]?.name).toBe(FIRST_NAME);
    expect(Buffer.from(downloads[0]!.bytes).equals(Buffer.from(sampleBytes(FIRST)))).toBe(true);
  });

  /** A download that asks; what is answered first and what came of it. */
  const asked = async (choose: (desk: Desk) => void) => {
    const page = await started();
    await page.session().score();
    type(page.grid, 4711);
    const downloading = page.desk.download();
    await until(() => page.desk.state.confirming !== undefined);
    expect(page.desk.state).toMatchObject({ confirming: { name: FIRST_NAME }, downloading: false });
    choose(page.desk);
    return { ...page, done: await downloading };
  };

  test('results of other figures are not handed out unasked: cancelled, nothing is', async () => {
    const { desk, downloads, done } = await asked((one) => one.confirm('cancel'));
    expect([done, downloads, desk.state.confirming, desk.state.downloading]).toEqual([false, [], undefined, false]);
    expect(desk.unsaved).toBe(true);
  });

  test('wanted all the same, they are', async () => {
    const { session, downloads, done } = await asked((one) => one.confirm('download'));
    expect([done, downloads.length, session().state.stale]).toEqual([true, 1, true]);
  });

  test('scored anew first, they are of the figures in the file', async () => {
    const { session, downloads, done, grid } = await asked((one) => one.confirm('score'));
    expect([done, downloads.length, session().state.stale]).toEqual([true, 1, false]);
    expect(grid.calls.filter((call) => call.startsWith('replace'))).toHaveLength(2);
  });

  test('where no new result comes of it, nothing is handed out and it is said', async () => {
    const page = await started();
    await page.session().score();
    type(page.grid, 4711);
    const downloading = page.desk.download();
    await until(() => page.desk.state.confirming !== undefined);
    const session = page.session();
    session.subscribe(() => {
      if (session.state.work?.stage === 'assessing' && !session.state.work.cancelling) session.cancel();
    });
    page.desk.confirm('score');
    expect(await downloading).toBe(false);
    expect(page.downloads).toHaveLength(0);
    expect(page.desk.state.hint).toBe(words.staleDownload.stillStale);
  });

  test('an edit that left the figures as they were asks nothing', async () => {
    const { desk, grid, session, downloads } = await started();
    type(grid, 4711);
    await session().score();
    type(grid, 4711);
    expect(session().state.stale).toBe(true);
    expect(await desk.download()).toBe(true);
    expect([downloads.length, session().state.stale]).toEqual([1, false]);
  });

  test('results that came with the file are old as soon as its figures are edited', async () => {
    const first = await started();
    await first.session().score();
    await first.desk.download();
    const { desk, grid, sessions } = first;
    await desk.open([fileOf(first.downloads[0]!.bytes, '带结果.xlsx')]);
    await ready(sessions[1]!);
    expect(await desk.download()).toBe(true);
    type(grid, 4711);
    const downloading = desk.download();
    await until(() => desk.state.confirming !== undefined);
    desk.confirm('cancel');
    expect(await downloading).toBe(false);
  });

  test('with results the name says so', async () => {
    const { desk, session, downloads } = await started();
    await session().score();
    await desk.download();
    expect(downloads[0]?.name).toBe('示例（山东省）-考评结果.xlsx');
  });

  test('a change on the way is not taken for downloaded', async () => {
    const page = await started({ download: () => type(page.grid, 2) });
    type(page.grid, 1);
    expect(await page.desk.download()).toBe(true);
    expect(page.desk.unsaved).toBe(true);
  });
});
