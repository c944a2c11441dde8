import { Session } from '../../src/app/session';
import { workbenchWords as words } from '../../src/core/words/workbench';
import { xlsxWords } from '../../src/core/words/xlsx';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { Desk, LARGEST_FILE, type DeskParts } from '../../src/workbench/desk';
import { DraftStore } from '../../src/workbench/draft-store';
import { Drafts } from '../../src/workbench/drafts';
import type { Refusal } from '../../src/workbench/grid/grid-view';
import { Remote } from '../../src/workbench/remote';
import { samplesOf } from '../../src/workbench/samples';
import { packs, sampleBytes } from '../app/sample';
import { Clock, settle } from './clock';
import { StubGrid } from './stub-grid';
import { fileOf, MemoryLocks, MemoryValues, threadHere, type ThreadHere } from './threads';

const FIRST = 'shandong-2016';
const FIRST_NAME = '示例（山东省）.xlsx';
const SHEET = '指标数据';

/** One browser: its storage and locks outlive a page. */
class Browser {
  readonly values = new MemoryValues();
  readonly store = new DraftStore(this.values);
  readonly locks = new MemoryLocks();
  readonly threads: ThreadHere[] = [];
  readonly clock = new Clock();

  page(over: Partial<DeskParts> = {}) {
    const grid = new StubGrid();
    const downloads: { readonly bytes: Uint8Array; readonly name: string }[] = [];
    const sessions: Session[] = [];
    const desk = new Desk({
      spawn: () => {
        const thread = threadHere({ drafts: this.store });
        this.threads.push(thread);
        return new Remote(thread);
      },
      grid: async () => grid,
      mount(engine) {
        const session = new Session({ engine, packs, now: () => new Date(2017, 2, 31) });
        sessions.push(session);
        void session.open();
        return { refresh: () => session.refresh(), unmount: () => session.close() };
      },
      drafts: new Drafts(this.store, this.locks.tab()),
      samples: samplesOf(packs),
      address: (path) => `https://localhost/${path}`,
      download: (bytes, name) => downloads.push({ bytes, name }),
      now: this.clock.now,
      later: this.clock.later,
      ...over,
    });
    return { desk, grid, downloads, sessions, session: () => sessions.at(-1)! };
  }

  end(): void {
    this.threads.forEach((thread) => thread.end());
  }
}

let browser: Browser;
beforeEach(() => (browser = new Browser()));
afterEach(() => browser.end());

async function started(over: Partial<DeskParts> = {}) {
  const page = browser.page(over);
  await page.desk.start(FIRST);
  await ready(page.session());
  return page;
}

async function until(done: () => boolean): Promise<void> {
  for (let round = 0; round < 2000 && !done(); round++) await settle();
  if (!done()) throw new Error('it never came');
}

const ready = (session: Session): Promise<void> => until(() => session.state.phase === 'ready' && session.state.work === undefined);
const type = (grid: StubGrid, value: number, kind: 'value' | 'result' = 'value'): void => grid.edit({ sheet: SHEET, cells: [{ row: 8, column: 2, kind, value }] });
const told = (desk: Desk): string[] => desk.state.notices.map(({ message }) => message);
const picked = (name = '自己的表.xlsx', pack = 'jilin-2016'): File[] => [fileOf(sampleBytes(pack), name)];

describe('opening', () => {
  test('a page starts with its sample on the grid and in the pane, with nothing to save', async () => {
    const { desk, grid, session } = await started();
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'none' }, opening: undefined, grid: 'shown', notices: [], draft: { kind: 'none' } });
    expect(grid.sheets).toContain(SHEET);
    expect(session().pack?.pack).toBe(FIRST);
    expect(desk.unsaved).toBe(false);
  });

  test('a sample that nobody knows opens the first one', async () => {
    const { desk, session } = browser.page();
    await desk.start('没有');
    await ready(session());
    expect(desk.state.file?.name).toBe(samplesOf(packs)[0]?.name);
  });

  test('a picked file takes the place of the sample, and its thread with it', async () => {
    const { desk, grid, sessions } = await started();
    await desk.open(picked());
    await ready(sessions[1]!);
    expect(desk.state.file).toEqual({ name: '自己的表.xlsx', change: 'none' });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([true, false]);
    expect(grid.calls.filter((call) => call.startsWith('show'))).toHaveLength(2);
  });

  test('a file that cannot be read leaves everything as it was and says why', async () => {
    const { desk, sessions } = await started();
    await desk.open([fileOf(new Uint8Array([1, 2, 3]), '坏.xlsx')]);
    expect(desk.state.notices).toMatchObject([{ tone: 'error', ...xlsxWords.notZip() }]);
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME }, opening: undefined });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
    await sessions[0]!.check();
    expect(sessions[0]!.state.checked).toBe(true);
  });

  test.each([[LARGEST_FILE, true], [LARGEST_FILE + 1, false]])('a file of %i bytes is read: %s', async (size, isRead) => {
    const { desk } = await started();
    const file = fileOf(new Uint8Array([1]), '大.xlsx');
    Object.defineProperty(file, 'size', { value: size });
    await desk.open([file]);
    expect(told(desk)).toEqual([isRead ? xlsxWords.notZip().message : words.trouble.tooBig('大.xlsx', 101, 100).message]);
    expect(browser.threads).toHaveLength(isRead ? 2 : 1);
  });

  test('two files at once are one too many, none is none', async () => {
    const { desk } = await started();
    await desk.open([]);
    await desk.open([...picked(), ...picked()]);
    expect(told(desk)).toEqual([words.trouble.oneFile.message]);
  });

  test('opening can be cancelled, and a later file wins over one still being opened', async () => {
    const { desk, sessions } = await started();
    const seen = new Set<string | undefined>();
    const stop = desk.subscribe(() => {
      seen.add(desk.state.opening);
      if (desk.state.opening !== undefined) queueMicrotask(() => desk.cancelOpening());
    });
    await desk.open(picked());
    stop();
    expect([...seen]).toEqual([undefined, '自己的表.xlsx']);
    expect(desk.state).toMatchObject({ opening: undefined, notices: [], file: { name: FIRST_NAME } });
    await Promise.all([desk.open(picked('一.xlsx')), desk.open(picked('二.xlsx'))]);
    await ready(sessions.at(-1)!);
    expect(desk.state).toMatchObject({ file: { name: '二.xlsx' }, opening: undefined, notices: [] });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([true, true, true, false]);
  });

  test('a thread that dies while it opens takes nothing else with it', async () => {
    const { desk } = await started();
    const opening = desk.open(picked());
    await until(() => browser.threads.length === 2);
    browser.threads[1]!.die();
    await opening;
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    expect(desk.state.file?.name).toBe(FIRST_NAME);
  });

  test('without a grid the pane works, and says what is missing', async () => {
    const { desk, session } = await started({ grid: () => Promise.reject(new Error('chunk')) });
    expect(desk.state.grid).toBe('failed');
    expect(told(desk)).toEqual([words.trouble.noGrid.message]);
    await session().score();
    expect(session().state.view).toBe('result');
    await session().goTo(SHEET, 'A1');
    expect(session().state.notices.at(-1)?.message).toBe(words.trouble.noGrid.message);
  });
});

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

describe('edits', () => {
  test('mark the workbook, and after a while the pane looks again without ending what is being typed', async () => {
    const { desk, grid, session } = await started();
    await session().score();
    const settled = grid.calls.filter((call) => call === 'settled').length;
    type(grid, 1);
    expect(desk.state.file?.change).toBe('changed');
    await browser.clock.pass(499);
    await settle();
    expect(session().state.stale).toBe(false);
    await browser.clock.pass(1);
    await until(() => session().state.stale);
    expect(grid.calls.filter((call) => call === 'settled')).toHaveLength(settled);
  });

  test('formulas that come to another value by themselves are nobody\'s work', async () => {
    const { desk, grid } = await started();
    type(grid, 1, 'result');
    expect(desk.unsaved).toBe(false);
  });

  test('an edit that the file does not take is told', async () => {
    const { desk, grid } = await started();
    grid.edit({ sheet: '没有这张表', cells: [{ row: 0, column: 0, kind: 'value', value: 1 }] });
    await browser.clock.pass(500);
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.trouble.gone('没有这张表').message]);
  });

  test('what the grid refuses is said for a moment', async () => {
    const { desk, grid } = await started();
    grid.refuse({ kind: 'protected', sheet: SHEET });
    expect(desk.state.hint).toBe(words.refusal.protected(SHEET));
    await browser.clock.pass(3000);
    const others: readonly (readonly [Refusal, string])[] = [
      [{ kind: 'array', sheet: SHEET }, words.refusal.array(SHEET)],
      [{ kind: 'clipboard' }, words.refusal.clipboard],
      [{ kind: 'link', to: "'无'!A1" }, words.refusal.link("'无'!A1")],
    ];
    for (const [refusal, said] of others) {
      grid.refuse(refusal);
      expect(desk.state.hint).toBe(said);
    }
    grid.refuse({ kind: 'structure' });
    await browser.clock.pass(5999);
    expect(desk.state.hint).toBe(words.refusal.structure);
    await browser.clock.pass(1);
    expect(desk.state.hint).toBeUndefined();
  });

  test('the selected cell is read out', async () => {
    const { desk, grid } = await started();
    grid.select(SHEET, 'C9', '1,234');
    expect(desk.state.selected).toBe('指标数据 C9：1,234');
    grid.select(SHEET, 'C10', '');
    expect(desk.state.selected).toBe('指标数据 C10：空');
  });

  test('undo and redo are the grid\'s', async () => {
    const { desk, grid } = await started();
    grid.history({ undo: true, redo: false });
    expect(desk.state.history).toEqual({ undo: true, redo: false });
    await desk.undo();
    await desk.redo();
    expect(grid.calls.slice(-2)).toEqual(['undo', 'redo']);
  });

  test('sheets that are cut short are noted until another workbook comes', async () => {
    const { desk, grid } = await started();
    grid.cut({ sheet: SHEET, shown: 5000, rows: 100_000 });
    expect(desk.state.notes).toEqual([words.notes.cut(SHEET, 100_000, 5000)]);
    await desk.open(picked());
    expect(desk.state.notes).toEqual([]);
  });
});

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

  test('of two tabs only one gets a draft, and a living tab\'s is not offered', async () => {
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

  test('a damaged draft is dropped with a note', async () => {
    browser.values.values.set('0000000000000001', { format: 'zone-assessor/draft@0' });
    const { desk } = await started();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.drafts.dropped(1).message]);
  });

  test('a thread that dies is told of, and its draft opens again', async () => {
    const { desk, grid, session } = await worked();
    browser.threads[0]!.die();
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    type(grid, 5);
    await browser.clock.pass(5000);
    expect(told(desk)).toEqual([words.trouble.lost.message]);
    desk.state.notices[0]!.action!.run();
    await until(() => browser.threads.length === 2 && desk.state.opening === undefined);
    await ready(session());
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'changed' } });
    await session().score();
    expect(session().state.view).toBe('result');
  });
});

describe('unsaved work', () => {
  test('asks before another workbook comes; cancelled, all stays', async () => {
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking).toEqual({ name: FIRST_NAME, kept: true });
    desk.answer('cancel');
    await opening;
    expect(desk.state).toMatchObject({ asking: undefined, opening: undefined, file: { name: FIRST_NAME, change: 'changed' } });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
  });

  test('opened all the same, it stays as a draft and is offered', async () => {
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    desk.answer('open');
    await opening;
    expect(desk.state.file?.name).toBe('自己的表.xlsx');
    await until(() => desk.state.offers.length === 1);
    expect(desk.state.offers).toMatchObject([{ name: FIRST_NAME }]);
  });

  test('or is downloaded first, and leaves no draft', async () => {
    const { desk, grid, downloads } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    desk.answer('download');
    await opening;
    expect(downloads.map(({ name }) => name)).toEqual(['示例（山东省）-已修改.xlsx']);
    expect([desk.state.file?.name, browser.values.values.size]).toEqual(['自己的表.xlsx', 0]);
  });

  test('without a draft the question says what would be lost', async () => {
    browser.values.full = true;
    const { desk, grid } = await started();
    type(grid, 1);
    const opening = desk.open(picked());
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking?.kept).toBe(false);
    desk.answer('cancel');
    await opening;
  });
});
