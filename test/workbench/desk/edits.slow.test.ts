import { appWords } from '../../../src/app/words';
import { fileWords } from '../../../src/ooxml/words';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { Refusal } from '../../../src/workbench/grid/grid-view';
import { workbenchWords as words } from '../../../src/workbench/words';
import { settle } from '../clock';
import { fileOf } from '../threads';
import { browser, SHEET, inFreshBrowsers, picked, started, told, type, until } from './desk-page';

inFreshBrowsers();

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
    expect(told(desk)).toEqual([words.trouble.unfinished.message, fileWords.notZip().message]);
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
