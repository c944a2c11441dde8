import { recall } from '../../src/app/remembered';
import { keptText } from '../../src/hosts/results/kept-part';
import { noticeWords as notice } from '../../src/commands/words';
import { planDifferences } from '../excel-host/plan-differences';
import { XdmHost } from '../excel-host/xdm-host';
import { byCommandLine, cellsInHost } from './command-line';
import { bookOf, shandong, withPane, type Pane, type PaneOptions } from './pane';
import { sheetNames, snapshot } from './snapshot';
import { until } from './until';
import { soon } from './soon';

/** Presses a button of the ribbon and waits until Excel is told that it is over. */
async function press(pane: Pane, name: string): Promise<void> {
  const command = await pane.excel.clickRibbon(name);
  await until(`${name} completes its event`, () => pane.excel.xdm.completed.includes(command));
}

/** The page that an Excel without shared runtime opens for its buttons: the pane's, unseen. */
const withRibbon = (options: PaneOptions, act: (pane: Pane) => Promise<void>): Promise<void> =>
  withPane({ ...options, untouched: true }, act);

/** An Excel in which the ribbon's buttons and the pane are one page. */
const SHARED = { SharedRuntime: '1.1', RibbonApi: '1.1' };

/** What the pane kept in the workbook. */
async function keptIn({ book }: Pane): Promise<Awaited<ReturnType<typeof recall>>> {
  return recall({
    recall: (key) =>
      Promise.resolve(
        keptText(
          book.xmlParts.map(({ xml }) => xml),
          key,
        ),
      ),
  });
}

it('一键评分 without a pane writes what the command line writes; 清除结果 leaves the workbook as it was', async () => {
  const book = await bookOf(shandong);
  const own = sheetNames(book);
  const before = snapshot(book);
  await withRibbon({ book }, async (ribbon) => {
    await press(ribbon, 'scoreWorkbook');
    const expected = await byCommandLine(shandong);
    const written = ribbon.newSheets(own);
    expect(written).toEqual([...expected.sheets.keys()]);
    for (const [n, name] of written.entries()) {
      const cells = expected.sheets.get(name)!;
      expect({ name, cells: cellsInHost(book.sheet(name), cells) }).toEqual({ name, cells });
      expect(
        planDifferences(book.sheet(name), expected.plan.sheets[n]!, expected.plan.styles).filter((line) => !line.startsWith('comment ')),
      ).toEqual([]);
    }
    expect(await keptIn(ribbon)).toMatchObject({ memory: { choices: { pack: shandong.pack }, last: { asOf: shandong.asOf, written } } });

    await press(ribbon, 'scoreWorkbook');
    expect(ribbon.newSheets(own)).toEqual(written);
    await press(ribbon, 'clearResults');
    expect(snapshot(book)).toEqual(before);
    await press(ribbon, 'clearResults');
    expect(snapshot(book)).toEqual(before);
    expect(ribbon.excel.consoleSeen).toEqual([]);
    expect(ribbon.excel.requestsSeen.filter(({ outside }) => outside)).toEqual([]);
  });
});

it('数据校验 lists problems on a sheet of its own, which the next command takes away', async () => {
  const book = await bookOf(shandong);
  const own = sheetNames(book);
  await withRibbon({ book }, async (ribbon) => {
    await press(ribbon, 'checkWorkbook');
    expect(ribbon.newSheets(own)).toEqual([notice.sheet]);
    const sheet = book.sheet(notice.sheet);
    expect(sheet.value(0, 0)).toBe(notice.title.check);
    expect(book.active).toBe(sheet);
    await press(ribbon, 'scoreWorkbook');
    expect(ribbon.newSheets(own)).not.toContain(notice.sheet);
    expect(ribbon.newSheets(own).length).toBeGreaterThan(1);
  });
});

it('a pane that is opened after the ribbon was used shows what the ribbon wrote', async () => {
  const book = await bookOf(shandong);
  await withRibbon({ book }, (ribbon) => press(ribbon, 'scoreWorkbook'));
  await withPane({ book }, async (pane) => {
    await pane.tab('result');
    const { length } = pane.newSheets(sheetNames(await bookOf(shandong)));
    await soon(async () => expect(await pane.locator('.sheets li').count()).toBe(length));
    await soon(async () => expect(await pane.locator('.count-tile').count()).toBe(4));
  });
});

it.each([
  ['a request that Excel refuses', (ribbon: Pane) => ribbon.host.failSync(2, { code: 'AccessDenied' })],
  [
    'a workbook that no pack knows',
    ({ book }: Pane) =>
      void book.sheets
        .slice()
        .reverse()
        .slice(1)
        .forEach((sheet) => book.removeSheet(sheet)),
  ],
])('a command completes its event and says why it ended: %s', async (_, spoil) => {
  const book = await bookOf(shandong);
  // Entered, so that the pane in the same page has asked for what it wants.
  await withPane({ book }, async (ribbon) => {
    const own = sheetNames(book);
    spoil(ribbon);
    await press(ribbon, 'scoreWorkbook');
    expect(ribbon.newSheets(own)).toEqual([notice.sheet]);
    expect(book.sheet(notice.sheet).value(0, 0)).toBe(notice.title.score);
  });
});

it('where no sheet can be written a window says so: its address carries no text, it gets that as a message', async () => {
  const book = await bookOf(shandong);
  book.protection = { options: {} };
  const before = snapshot(book);
  let told = '';
  await withRibbon({ book }, async (ribbon) => {
    const { xdm } = ribbon.excel;
    const command = await ribbon.excel.clickRibbon('scoreWorkbook');
    await until('a window is asked for', () => xdm.windows.length > 0);
    expect(xdm.windows).toEqual([new URL('notice.html', ribbon.excel.frame.url()).href]);
    expect([xdm.toWindow, xdm.completed]).toEqual([[], []]);
    xdm.windowSays('ready');
    await until('the command completes its event', () => xdm.completed.includes(command));
    expect(xdm.toWindow).toHaveLength(1);
    told = xdm.toWindow[0]!;
    expect(told).toContain(notice.title.score);
    expect(snapshot(book)).toEqual(before);
    expect(ribbon.excel.consoleSeen).toEqual([]);
  });
  await withNotice(told, async (window) => {
    await soon(async () => expect(await window.locator('h1').textContent()).toBe(notice.title.score));
    await soon(async () => expect(await window.locator('p').allTextContents()).toEqual(told.split('\n').slice(1)));
  });
});

/** The page notice.html as a window that was given a text. */
const withNotice = (text: string, act: (window: Pane) => Promise<void>): Promise<void> =>
  withPane({ page: 'notice.html', asWindow: true }, async (window) => {
    await until('the window says that it is ready', () => window.excel.xdm.toPane.length > 0);
    window.excel.xdm.paneSays(text);
    await window.locator('h1').waitFor();
    await act(window);
  });

it('the window that a command opens says what it was given as text, whatever it looks like', async () => {
  const text = ['一键评分：未能写出结果', '<img src=x onerror=alert(1)>', '请在“审阅”选项卡撤销保护。'].join('\n');
  await withNotice(text, async (window) => {
    await soon(async () => expect(await window.locator('h1').textContent()).toBe('一键评分：未能写出结果'));
    await soon(async () =>
      expect(await window.locator('p').allTextContents()).toEqual(['<img src=x onerror=alert(1)>', '请在“审阅”选项卡撤销保护。']),
    );
    expect(window.excel.consoleSeen).toEqual([]);
  });
});

describe('one runtime for ribbon and pane', () => {
  it('一键评分 on the ribbon is that of the open pane, which shows the result; 清除结果 is grey while there is none', async () => {
    const book = await bookOf(shandong);
    const own = sheetNames(book);
    const before = snapshot(book);
    await withPane({ book, sets: SHARED }, async (pane) => {
      const { buttons } = pane.host.surface;
      await until('the buttons follow the pane', () => buttons.size === 3);
      expect(Object.fromEntries(buttons)).toEqual({ 'ZoneAssessor.Score': true, 'ZoneAssessor.Check': true, 'ZoneAssessor.Clear': false });
      await press(pane, 'scoreWorkbook');
      expect(pane.newSheets(own)).toEqual([...(await byCommandLine(shandong)).sheets.keys()]);
      await soon(async () => expect(await pane.locator('.count-tile').count()).toBe(4));
      await until('清除结果 can be pressed', () => buttons.get('ZoneAssessor.Clear') === true);
      // What went well needs no telling to somebody who sees the sheets.
      expect(pane.host.surface.shown).toBe(0);
      await press(pane, 'clearResults');
      expect(snapshot(book)).toEqual(before);
      await until('清除结果 is grey again', () => buttons.get('ZoneAssessor.Clear') === false);
      await soon(async () => expect(await pane.locator('.count-tile').count()).toBe(0));
      expect(pane.excel.consoleSeen).toEqual([]);
    });
  });

  it.each([
    ['数据校验', 'checkWorkbook', (): void => undefined],
    [
      'data that block',
      'scoreWorkbook',
      ({ book }: Pane): void =>
        void book.sheets
          .slice()
          .reverse()
          .slice(1)
          .forEach((sheet) => book.removeSheet(sheet)),
    ],
    ['a workbook that is protected', 'scoreWorkbook', ({ book }: Pane): void => void (book.protection = { options: {} })],
  ])('%s brings the pane up, which says what there is to say; no sheet and no window does', async (_, command, spoil) => {
    const book = await bookOf(shandong);
    await withPane({ book, sets: SHARED }, async (pane) => {
      spoil(pane);
      const own = sheetNames(book);
      await press(pane, command);
      expect(pane.host.surface.shown).toBe(1);
      expect(pane.newSheets(own)).toEqual([]);
      expect(pane.excel.xdm.windows).toEqual([]);
      await soon(async () => expect(await pane.notices()).not.toEqual([]));
    });
  });

  it('results that were changed by hand are asked about in the pane, which is brought up for it', async () => {
    const book = await bookOf(shandong);
    const own = sheetNames(book);
    await withPane({ book, sets: SHARED }, async (pane) => {
      await press(pane, 'scoreWorkbook');
      const [first = ''] = pane.newSheets(own);
      book.sheet(first).enter(9, 1, '改过');
      await press(pane, 'scoreWorkbook');
      expect(pane.host.surface.shown).toBe(1);
      await pane.excel.frame.getByRole('dialog').waitFor();
    });
  });
});

it.each([[undefined], ['taskpane.js'], ['engine.js'], ['score.js'], ['ribbon.js'], ['office.js']])(
  'a click that comes the moment office.js listens is carried out; late file: %s',
  async (slowly) => {
    const book = await bookOf(shandong);
    const own = sheetNames(book);
    const { receive } = XdmHost.prototype;
    let command: string | undefined;
    // Excel opens the page because of the click, and sends it on at once.
    const spy = jest.spyOn(XdmHost.prototype, 'receive').mockImplementation(async function (this: XdmHost, text) {
      await receive.call(this, text);
      if (this.listensToCommands) command ??= this.clickRibbon('scoreWorkbook');
    });
    try {
      await withRibbon({ book, ...(slowly !== undefined && { slowly }) }, async (ribbon) => {
        await until('the command completes its event', () => ribbon.excel.xdm.completed.length > 0);
        expect(ribbon.excel.xdm.completed).toEqual([command]);
        expect(ribbon.newSheets(own).length).toBeGreaterThan(1);
      });
    } finally {
      spy.mockRestore();
    }
  },
);
