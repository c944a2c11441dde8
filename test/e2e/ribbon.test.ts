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

const withRibbon = (options: PaneOptions, act: (pane: Pane) => Promise<void>): Promise<void> =>
  withPane({ ...options, page: 'commands.html' }, act);

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
  ['a request that Excel refuses', (ribbon: Pane) => ribbon.host.failSync(2, { code: 'GeneralException' })],
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
  await withRibbon({ book }, async (ribbon) => {
    const own = sheetNames(book);
    spoil(ribbon);
    await press(ribbon, 'scoreWorkbook');
    expect(ribbon.newSheets(own)).toEqual([notice.sheet]);
    expect(book.sheet(notice.sheet).value(0, 0)).toBe(notice.title.score);
  });
});

it('a command completes its event where no sheet can be written, and asks Excel for a window to say so', async () => {
  const book = await bookOf(shandong);
  book.protection = { options: {} };
  const before = snapshot(book);
  await withRibbon({ book }, async (ribbon) => {
    await press(ribbon, 'scoreWorkbook');
    expect(snapshot(book)).toEqual(before);
    // What a request for a window looks like on the wire.
    expect(ribbon.excel.xdm.asked).toContain('dialogMessageReceived');
  });
});

it('the window that a command opens says what it was given as text, whatever it looks like', async () => {
  const text = ['一键评分：未能写出结果', '<img src=x onerror=alert(1)>', '请在“审阅”选项卡撤销保护。'].join('\n');
  await withPane({ page: `commands.html?notice=${encodeURIComponent(text)}` }, async (dialog) => {
    await dialog.locator('h1').waitFor();
    await soon(async () => expect(await dialog.locator('h1').textContent()).toBe('一键评分：未能写出结果'));
    await soon(async () =>
      expect(await dialog.locator('p').allTextContents()).toEqual(['<img src=x onerror=alert(1)>', '请在“审阅”选项卡撤销保护。']),
    );
    expect(dialog.excel.consoleSeen).toEqual([]);
  });
});

it.each([[undefined], ['commands.js'], ['office.js']])(
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
