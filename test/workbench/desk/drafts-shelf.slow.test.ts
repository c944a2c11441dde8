import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { workbenchWords as words } from '../../../src/workbench/words';
import { settle } from '../clock';
import { browser, FIRST_NAME, SHEET, inFreshBrowsers, picked, ready, started, told, type, until } from './desk-page';

inFreshBrowsers();

describe('drafts', () => {
  const worked = async () => {
    const page = await started();
    type(page.grid, 4711);
    await browser.clock.pass(1500);
    await until(() => page.desk.state.draft.kind === 'saved');
    return page;
  };
  /** The tab is closed without a word: its locks fall. */
  const closed = (): void => {
    browser.end();
    browser.locks.names.clear();
  };

  test('work is saved by itself, and offered to the next page', async () => {
    await worked();
    closed();
    const { desk, grid, session, downloads } = await started();
    expect(desk.state.offers).toMatchObject([{ name: FIRST_NAME }]);
    await desk.restoreDraft(desk.state.offers[0]!.id);
    await ready(session());
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'changed' }, draft: { kind: 'saved' } });
    expect(told(desk)).toEqual([words.drafts.restored(FIRST_NAME)]);
    await until(() => desk.state.offers.length === 0);
    await desk.download();
    expect((await openXlsx(downloads[0]!.bytes).read()).find(({ name }) => name === SHEET)?.grid.cell(8, 2)).toMatchObject({ value: 4711 });
    expect(browser.values.values.size).toBe(0);
    expect(grid.calls.filter((call) => call.startsWith('show'))).toHaveLength(2);
  });

  test('what the pane remembered comes back with the draft', async () => {
    const { session } = await worked();
    await session().chooseDate('2017-01-31');
    await browser.clock.pass(1500);
    await settle();
    closed();
    const next = await started();
    await next.desk.restoreDraft(next.desk.state.offers[0]!.id);
    await ready(next.session());
    expect(next.session().state.choices.asOf).toBe('2017-01-31');
  });

  test("of two tabs only one gets a draft, and a living tab's is not offered", async () => {
    await worked();
    const second = await started();
    expect(second.desk.state.offers).toEqual([]);
    closed();
    const [third, fourth] = [await started(), await started()];
    const { id } = third.desk.state.offers[0]!;
    await third.desk.restoreDraft(id);
    await fourth.desk.restoreDraft(id);
    expect(told(fourth.desk)).toEqual([words.drafts.elsewhere.message]);
  });

  test('a draft that is gone meanwhile says so, and is free again', async () => {
    await worked();
    closed();
    const { desk } = await started();
    const { id } = desk.state.offers[0]!;
    browser.values.values.clear();
    await desk.restoreDraft(id);
    expect(told(desk)).toEqual([words.drafts.gone.message]);
    expect([...browser.locks.names].some((name) => name.endsWith(id))).toBe(false);
  });

  test('a draft that is not wanted is removed', async () => {
    await worked();
    closed();
    const { desk } = await started();
    await desk.discardDraft(desk.state.offers[0]!.id);
    expect([desk.state.offers, browser.values.values.size]).toEqual([[], 0]);
  });

  test('a browser that keeps nothing is told of once, and work goes on', async () => {
    browser.values.full = true;
    const { desk, grid } = await started();
    type(grid, 1);
    await browser.clock.pass(1500);
    await until(() => desk.state.draft.kind === 'refused');
    type(grid, 2);
    await browser.clock.pass(1500);
    await settle();
    expect(told(desk)).toEqual([words.drafts.refused.message]);
    expect(desk.unsaved).toBe(true);
  });

  test('a damaged draft is left as it is, with a note', async () => {
    browser.values.values.set('0000000000000001', { format: 'zone-assessor/draft@0' });
    const { desk } = await started();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.drafts.unreadable(1).message]);
    expect(browser.values.values.size).toBe(1);
  });

  test('the file of a draft that cannot be restored can be taken out of it; it is told of once', async () => {
    browser.values.values.set('0000000000000001', { format: 'zone-assessor/draft@2', name: '旧表.xlsx', file: new Blob(['字']) });
    const { desk, downloads } = await started();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.drafts.unreadableFile('旧表.xlsx').message]);
    desk.state.notices[0]!.action!.run();
    await until(() => downloads.length > 0);
    expect([downloads[0]?.name, Buffer.from(downloads[0]!.bytes).toString()]).toEqual(['旧表.xlsx', '字']);
    await desk.open(picked());
    await settle();
    expect(told(desk)).toEqual([]);
  });

  test('one draft too many: the oldest is given up and named', async () => {
    for (let n = 0; n < 11; n++)
      await browser.store.put({
        id: String(n).padStart(16, '0'),
        name: `表${n}.xlsx`,
        at: new Date(2016, 10, 1 + n, 9, 5).toISOString(),
        file: new Blob(),
        memory: {},
        scored: n === 10,
      });
    const { desk } = await started();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.drafts.removed('表0.xlsx', '11月1日 09:05', 10).message]);
    expect(desk.state.offers).toHaveLength(10);
    expect(desk.state.offers[0]?.scored).toBe(true);
  });

  test('a draft that another tab works on is not removed', async () => {
    await worked();
    closed();
    const [first, second] = [await started(), await started()];
    const { id } = first.desk.state.offers[0]!;
    await first.desk.restoreDraft(id);
    await second.desk.discardDraft(id);
    expect(told(second.desk)).toEqual([words.drafts.elsewhere.message]);
    expect(browser.values.values.size).toBe(1);
  });

  test('a thread that dies before there is a draft promises none', async () => {
    const { desk } = await started();
    browser.threads[0]!.die();
    await until(() => desk.state.notices.length > 0);
    expect(desk.state.notices).toMatchObject([{ message: words.trouble.lost.message, nextStep: words.trouble.lostWork.unkept }]);
    expect(desk.state.notices[0]!.action).toBeUndefined();
  });

  test('a thread that dies is told of, and its draft opens again', async () => {
    const { desk, grid, session } = await worked();
    browser.threads[0]!.die();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    expect(desk.state.notices[0]).toMatchObject({ nextStep: words.trouble.lostWork.kept, ofWorkbook: true });
    type(grid, 5);
    expect(desk.state.hint).toBe(words.trouble.lostEdit);
    await browser.clock.pass(5000);
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    expect(await desk.download()).toBe(false);
    expect(desk.state.hint).toBe(words.trouble.lostDownload);
    await session().score();
    expect(session().state.notices).toMatchObject([{ tone: 'error', ...words.trouble.lost }]);
    desk.dismiss(desk.state.notices[0]!.id);
    type(grid, 6);
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    desk.state.notices[0]!.action!.run();
    await until(() => browser.threads.length === 2 && desk.state.opening === undefined);
    await ready(session());
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'changed' } });
    await session().score();
    expect(session().state.view).toBe('result');
  });
});
