import { Session } from '../../src/app/session';
import { appWords } from '../../src/app/words';
import { xlsxWords } from '../../src/core/words/xlsx';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import { Desk } from '../../src/workbench/desk';
import type { DeskParts } from '../../src/workbench/desk/desk-parts';
import { LARGEST_FILE } from '../../src/workbench/desk/open-book';
import { DraftStore } from '../../src/workbench/draft-store';
import { Drafts } from '../../src/workbench/drafts';
import type { Refusal } from '../../src/workbench/grid/grid-view';
import { Remote } from '../../src/workbench/remote';
import { samplesOf } from '../../src/workbench/samples';
import { workbenchWords as words } from '../../src/workbench/words';
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
        return {
          refresh: () => session.refresh(),
          changed: () => session.changed(),
          result: () => (!session.state.outcome ? 'none' : session.state.stale ? 'stale' : 'current'),
          score: () => session.score(),
          unmount: () => session.close(),
        };
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
const type = (grid: StubGrid, value: number, kind: 'value' | 'result' = 'value'): void =>
  grid.edit({ sheet: SHEET, cells: [{ row: 8, column: 2, kind, value }] });
const told = (desk: Desk): string[] => desk.state.notices.map(({ message }) => message);
const picked = (name = '自己的表.xlsx', pack = 'jilin-2016'): File[] => [fileOf(sampleBytes(pack), name)];

describe('opening', () => {
  test('a page starts with its sample on the grid and in the pane, with nothing to save', async () => {
    const { desk, grid, session } = await started();
    expect(desk.state).toMatchObject({
      file: { name: FIRST_NAME, change: 'none' },
      opening: undefined,
      grid: 'shown',
      notices: [],
      draft: { kind: 'none' },
    });
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

  test.each([
    [LARGEST_FILE, true],
    [LARGEST_FILE + 1, false],
  ])('a file of %i bytes is read: %s', async (size, isRead) => {
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

describe('edits while scoring', () => {
  test('a result does not pass for one of figures that were typed meanwhile; afterwards the pane has looked at them', async () => {
    const { grid, session } = await started();
    const { examined } = session().state;
    const { replace } = grid;
    grid.replace = async (gone, look) => {
      type(grid, 4711);
      await browser.clock.pass(500);
      await replace.call(grid, gone, look);
    };
    await session().score();
    expect(session().state).toMatchObject({ view: 'result', stale: true });
    await until(() => JSON.stringify(session().state.examined) !== JSON.stringify(examined));
    expect(session().state.stale).toBe(true);
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
    const { examined } = session().state;
    expect(session().state.stale).toBe(true);
    await browser.clock.pass(1);
    await until(() => session().state.examined !== examined);
    expect(session().state.stale).toBe(true);
    expect(grid.calls.filter((call) => call === 'settled')).toHaveLength(settled);
  });

  test("formulas that come to another value by themselves are nobody's work", async () => {
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

  test.each([
    [3, 3, 0],
    [4, 3, 1],
    [5, 3, 2],
  ])('of %i edits that the file does not take %i are told, and %i are counted', async (all, named, counted) => {
    const { desk, grid } = await started();
    grid.edit(
      ...Array.from({ length: all }, (_, n) => ({ sheet: `无${n}`, cells: [{ row: 0, column: 0, kind: 'value', value: 1 } as const] })),
    );
    await browser.clock.pass(500);
    await until(() => desk.state.notices.length > 0);
    expect(told(desk)).toEqual([
      ...Array.from({ length: named }, (_, n) => words.trouble.gone(`无${n}`).message),
      ...(counted > 0 ? [words.trouble.moreNotInFile(counted).message] : []),
    ]);
    expect(desk.state.notices.every(({ ofWorkbook }) => ofWorkbook)).toBe(true);
  });

  test('what the grid refuses is said for a moment', async () => {
    const { desk, grid } = await started();
    grid.refuse({ kind: 'protected', sheet: SHEET });
    expect(desk.state.hint).toBe(words.refusal.protected(SHEET));
    await browser.clock.pass(3000);
    const others: readonly (readonly [Refusal, string])[] = [
      [{ kind: 'array', sheet: SHEET }, words.refusal.array(SHEET)],
      [{ kind: 'table', sheet: SHEET }, words.refusal.table(SHEET)],
      [{ kind: 'fixed', sheet: SHEET }, words.refusal.fixed(SHEET)],
      [{ kind: 'busy' }, words.refusal.busy],
      [{ kind: 'formula', text: '=SUM(' }, words.refusal.formula('=SUM(')],
      [{ kind: 'spill' }, words.refusal.spill],
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

  test('formulas that were not calculated in time are told of until the person puts that away', async () => {
    const { desk, grid } = await started();
    grid.refuse({ kind: 'unfinished' });
    grid.refuse({ kind: 'unfinished' });
    expect(desk.state.notices).toMatchObject([{ tone: 'warning', ...words.trouble.unfinished }]);
    await desk.open([fileOf(new Uint8Array([1]), '坏.xlsx')]);
    expect(told(desk)).toEqual([words.trouble.unfinished.message, xlsxWords.notZip().message]);
    await desk.open(picked());
    expect(told(desk)).toEqual([]);
  });

  test('waiting for formulas can be cancelled', async () => {
    const { grid, session } = await started();
    grid.settled = () => new Promise(() => undefined);
    const scoring = session().score();
    await settle();
    session().cancel();
    await scoring;
    expect(session().state.notices).toMatchObject([{ message: appWords.done.cancelled }]);
  });

  test('formulas that the page cannot calculate are noted after the first edit, the first three by name', async () => {
    const { desk, grid } = await started();
    const cells = ['A5', 'B6', 'C7', 'D8'].map((cell) => ({ sheet: SHEET, cell }));
    grid.fix(...cells);
    expect(desk.state.notes).toEqual([]);
    type(grid, 1, 'result');
    expect(desk.state.notes).toEqual([]);
    type(grid, 1);
    expect(desk.state.notes).toEqual([
      '有 4 个公式网页不能按 Excel 的方式重算（如 《指标数据》A5、《指标数据》B6、《指标数据》C7），改数后仍是文件里原来的结果；请在 Excel 或 WPS 中打开重算后再考评。',
    ]);
    grid.fix(...cells.slice(0, 3));
    expect(desk.state.notes[0]).toMatch(/^有 3 个公式.*（《指标数据》A5、/);
  });

  test('what is typed on a result sheet is said not to last, once; it makes no result stale', async () => {
    const { desk, grid, session } = await started();
    await session().score();
    const sheet = session().state.outcome!.last.written[0]!;
    grid.edit({ sheet, cells: [{ row: 9, column: 1, kind: 'result', value: 1 }] });
    expect(desk.state.hint).toBeUndefined();
    const edit = { sheet, cells: [{ row: 9, column: 1, kind: 'value', value: 1 }] } as const;
    grid.edit(edit);
    expect([desk.state.hint, session().state.stale]).toEqual([words.refusal.results, false]);
    await browser.clock.pass(6000);
    grid.edit(edit);
    expect(desk.state.hint).toBeUndefined();
  });

  test.each([
    ['written', false],
    ['not written after all', true],
  ])('what is typed on a result sheet while others are %s', async (_, fails) => {
    const { desk, grid, session, downloads } = await started();
    await session().score();
    const { written } = session().state.outcome!.last;
    const sheet = written[0]!;
    const typeThere = (): void => grid.edit({ sheet, cells: [{ row: 60, column: 1, kind: 'value', value: 4711 }] });
    if (fails) {
      const stop = session().subscribe(() => {
        if (session().state.work?.stage !== 'writing') return;
        stop();
        queueMicrotask(() => {
          typeThere();
          session().cancel();
        });
      });
    } else {
      const { replace } = grid;
      grid.replace = async (gone, look) => {
        typeThere();
        await replace.call(grid, gone, look);
      };
    }
    await session().score();
    await desk.download();
    const grids = await openXlsx(downloads[0]!.bytes).read();
    const cell = grids.find(({ name }) => name === sheet)?.grid.cell(60, 1);
    expect(session().state.notices.some(({ message }) => message === appWords.done.cancelled)).toBe(fails);
    expect(cell).toMatchObject(fails ? { value: 4711 } : { kind: 'empty' });
  });

  test('the selected cell is read out', async () => {
    const { desk, grid } = await started();
    grid.select(SHEET, 'C9', '1,234');
    expect(desk.state.selected).toBe('指标数据 C9：1,234');
    grid.select(SHEET, 'C10', '');
    expect(desk.state.selected).toBe('指标数据 C10：空');
  });

  test("undo and redo are the grid's", async () => {
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
    expect(desk.state.notes).toEqual([words.notes.cut(SHEET, 100_000, 5000), words.notes.notCalculated]);
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

  /** Opens another workbook; `act` is called once it is being opened. */
  const whileOpening = async (desk: Desk, act: () => void): Promise<void> => {
    const stop = desk.subscribe(() => {
      if (desk.state.opening === undefined) return;
      stop();
      act();
    });
    await desk.open(picked());
  };

  test('what is typed while the next file is being opened is in the draft', async () => {
    const { desk, grid } = await started();
    let typedLater = false;
    const { set } = browser.values;
    browser.values.set = async (key, value) => {
      if (!typedLater) type(grid, 4712);
      typedLater = true;
      await set(key, value);
    };
    await whileOpening(desk, () => type(grid, 4711));
    await until(() => desk.state.offers.length === 1);
    const draft = await browser.store.get(desk.state.offers[0]!.id);
    const grids = await openXlsx(new Uint8Array(await draft!.file.arrayBuffer())).read();
    expect(grids.find(({ name }) => name === SHEET)?.grid.cell(8, 2)).toMatchObject({ value: 4712 });
  });

  test('where there are no drafts, work that was begun while the next file was being opened is asked for', async () => {
    browser.values.full = true;
    const { desk, grid } = await started();
    const opening = whileOpening(desk, () => type(grid, 4711));
    await until(() => desk.state.asking !== undefined);
    expect(desk.state.asking).toEqual({ name: FIRST_NAME, kept: false });
    desk.answer('cancel');
    await opening;
    expect(desk.state).toMatchObject({ file: { name: FIRST_NAME, change: 'changed' }, opening: undefined });
    expect(browser.threads.map(({ ended }) => ended)).toEqual([false, true]);
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
