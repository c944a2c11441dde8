import { appWords as words } from '../../src/app/words';
import { excelWords } from '../../src/hosts/excel/words';
import type { WorkbookModel } from '../excel-host/model/workbook';
import { byCommandLine } from './command-line';
import { bookOf, shandong, withPane, type Pane } from './pane';
import { sheetNames, snapshot, type Snapshot } from './snapshot';
import { until } from './until';
import { soon } from './soon';

/** Results of the sample; names as they are where nothing stands in the way. */
let results: readonly string[] = [];

beforeAll(async () => {
  results = [...(await byCommandLine(shandong)).sheets.keys()];
});

interface Start {
  readonly book: WorkbookModel;
  readonly own: readonly string[];
  readonly before: Snapshot;
}

async function start(): Promise<Start> {
  const book = await bookOf(shandong);
  return { book, own: sheetNames(book), before: snapshot(book) };
}

const ownOf = ({ book, own }: Start): unknown => snapshot(book, (name) => own.includes(name)).sheets;

/** The pane can be used: nothing under way, and the next click writes everything. */
async function expectUsable(pane: Pane, { own }: Start): Promise<void> {
  await pane.idle();
  await pane.score();
  await soon(async () => expect(await pane.notices()).toEqual([words.done.scored(results.length)]));
  expect(pane.newSheets(own)).toEqual(results);
}

/** A message in Chinese and what to do next, in two paragraphs of one notice. */
async function expectExplained(pane: Pane): Promise<string> {
  await soon(async () => expect(await pane.locator('.notice-error').count()).toBe(1));
  const [message, next] = await pane.locator('.notice-error p').allTextContents();
  expect(message).toMatch(/[\u4e00-\u9fff].*[。！？”]$/);
  expect(next).toMatch(/[请可].*。$/);
  return message!;
}

describe('a request that Excel rejects during a run', () => {
  // Cells (asked for once more in another way), filling (tried again without what a result can do without), exchange: all that a run asks for
  // before it writes down what it did.
  it.each([[[1, 2]], [[2, 4]], [[3]]])(
    'number %j: the pane says so with a next step, nothing is left, and the next click works',
    async (refused) => {
      const begun = await start();
      await withPane({ book: begun.book }, async (pane) => {
        refused.forEach((nth) => pane.host.failSync(nth, { code: 'GeneralException' }));
        await pane.score();
        await expectExplained(pane);
        expect(begun.book.xmlParts).toEqual([]);
        expect(snapshot(begun.book)).toEqual(begun.before);
        await expectUsable(pane, begun);
      });
    },
  );

  it('the one that writes down what was done: the result stands, and the pane says what is missing', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      // Where something is kept, then keeping it.
      pane.host.failSync(5, { code: 'AccessDenied' });
      await pane.score();
      expect(pane.newSheets(begun.own)).toEqual(results);
      await soon(async () =>
        expect(await pane.notices()).toEqual([
          words.done.scored(results.length),
          expect.stringContaining(words.trouble.notRemembered.nextStep),
        ]),
      );
    });
  });

  it.each([
    ['AccessDenied', /只读|受保护/],
    ['InvalidOperationInCellEditMode', /正在编辑/],
    ['RequestAborted', /正忙|中断/],
  ])("%s is told in the official's words", async (code, said) => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      for (const nth of [2, 4]) pane.host.failSync(nth, { code });
      await pane.score();
      expect(await expectExplained(pane)).toMatch(said);
      expect(snapshot(begun.book)).toEqual(begun.before);
    });
  });

  it('filling that Excel refuses once: the result is written without what it did not like, and nobody has to click again', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      pane.host.failSync(2, { code: 'GeneralException', afterActions: 40 });
      await pane.score();
      await soon(async () => expect(await pane.notices()).toEqual([words.done.scored(results.length)]));
      expect(pane.newSheets(begun.own)).toEqual(results);
    });
  });

  it('a request that is never answered: the pane says what to do, cancelling gives it back, and the next click works', async () => {
    const begun = await start();
    for (const nth of [1, 2, 3]) {
      await withPane({ book: begun.book }, async (pane) => {
        const release = pane.host.holdSync(nth);
        await pane.score(false);
        await soon(async () => expect(await pane.locator('.progress .notice-warning').textContent()).toContain('Esc'));
        await pane.button(words.commands.cancel).click();
        await pane.idle();
        await soon(async () => expect(await pane.locator('.notice-warning').count()).toBe(1));
        await expectUsable(pane, begun);
        // What comes late does no harm to what was written since.
        release();
        await soon(() => Promise.resolve(expect(pane.newSheets(begun.own)).toEqual(results)));
        await pane.button(words.commands.clear).click();
        await pane.button(words.asking.clear.yes).click();
        await pane.idle();
      });
    }
  });

  it('breaking off in the middle of the exchange keeps the results of the run before', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      await pane.score();
      const whole = snapshot(begun.book);
      pane.host.failSync(3, { code: 'GeneralException', afterActions: 12 });
      await pane.score();
      await expectExplained(pane);
      expect(snapshot(begun.book)).toEqual(whole);
      await expectUsable(pane, begun);
    });
  });
});

it.each([
  [1, 'its first request'],
  [3, 'a later one'],
])('a workbook that cannot be read at first, from request %i on (%s): the pane says so and reads when asked', async (first) => {
  const begun = await start();
  await withPane({ book: begun.book }, async (pane) => {
    for (let nth = first; nth < 10; nth++) pane.host.failSync(nth, { code: 'GeneralException' });
    await pane.reopen();
    await pane.button(words.commands.retry).waitFor();
    await expectExplained(pane);
    await soon(async () => expect(await pane.locator('.primary').allTextContents()).toEqual([words.commands.retry]));
    pane.host.reset();
    await pane.button(words.commands.retry).click();
    await pane.idle();
    await soon(async () => expect(await pane.notices()).toEqual([]));
    await expectUsable(pane, begun);
  });
});

describe('cancelling a slow run', () => {
  it.each([
    [1, '读取'],
    [2, '填写'],
  ])('during request %i (%s) leaves nothing', async (nth) => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      let release = (): void => undefined;
      const asked = pane.host.requests.length;
      let count = 0;
      pane.host.beforeRequest = (): Promise<void> | undefined =>
        ++count === nth ? new Promise((resolve) => (release = resolve)) : undefined;
      await pane.score(false);
      await until(`request ${nth} is under way`, () => count === nth);
      const cancel = pane.button(words.commands.cancel);
      await soon(async () => expect(await cancel.evaluate((element) => element === document.activeElement)).toBe(true));
      await cancel.click();
      await pane.text(words.work.cancelling).waitFor();
      release();
      await pane.idle();
      await soon(async () => expect(await pane.notices()).toEqual([words.done.cancelled]));
      expect(snapshot(begun.book)).toEqual(begun.before);
      expect(pane.host.requests.length).toBeGreaterThan(asked);
      pane.host.beforeRequest = undefined;
      await expectUsable(pane, begun);
    });
  });

  it('with every answer late, in the last moments: all or nothing, and the pane says which', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      pane.host.delay = 150;
      await pane.score(false);
      await pane.text(new RegExp(words.work.stage.writing)).waitFor();
      await pane.button(words.commands.cancel).click();
      await pane.idle();
      pane.host.delay = 0;
      // Whoever cancels while old and new change places comes too late; the message says which it was.
      const [said] = await pane.notices();
      if (said === words.done.cancelled) expect(snapshot(begun.book)).toEqual(begun.before);
      else
        expect([said, pane.newSheets(begun.own)]).toEqual([
          expect.stringMatching(new RegExp(`${words.done.scored(results.length)}\\s+${words.done.cancelledTooLate}`)),
          results,
        ]);
    });
  });
});

it('two clicks at once do one run', async () => {
  const begun = await start();
  await withPane({ book: begun.book }, async (pane) => {
    const asked = pane.host.requests.length;
    await pane.locator('.commands .primary').evaluate((button) => {
      for (let n = 0; n < 2; n++) button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await pane.idle();
    expect(pane.newSheets(begun.own)).toEqual(results);
    // Cells, filling, exchange, where choices are kept, choices.
    expect(pane.host.requests.length - asked).toBe(5);
  });
});

describe('the pane is closed while it writes', () => {
  it.each([
    [2, 'filling'],
    [3, 'the exchange'],
  ])('during request %i (%s): what is left is whole, or taken away by the next run', async (nth) => {
    const begun = await start();
    let closed = false;
    await withPane({ book: begun.book }, async (pane) => {
      let count = 0;
      pane.host.beforeRequest = async (): Promise<void> => {
        if (++count !== nth) return;
        await pane.page.evaluate(() => document.querySelector('iframe')?.remove());
        closed = true;
      };
      const handled = pane.host.requests.length + nth;
      await pane.score(false);
      await until('Excel has carried out the request', () => pane.host.requests.length === handled);
    });
    expect(closed).toBe(true);
    const left = sheetNames(begun.book).slice(begun.own.length);
    if (nth === 2) expect(left.every((name) => name.startsWith('考评写入中'))).toBe(true);
    else expect(left).toEqual(results);
    await withPane({ book: begun.book }, async (pane) => {
      await soon(async () => expect(await pane.locator('.notice-error').count()).toBe(0));
      await expectUsable(pane, begun);
      expect(ownOf(begun)).toEqual(begun.before.sheets);
    });
  });

  it('and what it left can be cleared without a run', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      let count = 0;
      pane.host.beforeRequest = (): Promise<void> | undefined =>
        ++count === 2 ? pane.page.evaluate(() => document.querySelector('iframe')?.remove()) : undefined;
      await pane.score(false);
      await until('sheets are filled', () => sheetNames(begun.book).length > begun.own.length);
    });
    await withPane({ book: begun.book }, async (pane) => {
      await pane.button(words.commands.clear).click();
      await pane.button(words.asking.clear.yes).click();
      await pane.idle();
      expect(snapshot(begun.book)).toEqual(begun.before);
    });
  });
});

describe('the workbook is not as it was', () => {
  it('a sheet is deleted while the run is under way: said, nothing written, and the next run takes what is there', async () => {
    const begun = await start();
    const victim = begun.own.at(-1)!;
    await withPane({ book: begun.book }, async (pane) => {
      let count = 0;
      pane.host.beforeRequest = (): void => {
        if (++count === 2) begun.book.removeSheet(begun.book.sheet(victim));
      };
      await pane.score();
      expect(await expectExplained(pane)).toContain(excelWords.changedWhat.sheetGone(victim));
      expect(pane.newSheets(begun.own)).toEqual([]);
      pane.host.beforeRequest = undefined;
      await pane.score();
      expect(pane.newSheets(begun.own).length).toBeGreaterThan(1);
    });
  });

  it('a result sheet is deleted by hand: its link says so, and the next run writes it again', async () => {
    const begun = await start();
    await withPane({ book: begun.book }, async (pane) => {
      await pane.score();
      const gone = results[1]!;
      begun.book.removeSheet(begun.book.sheet(gone));
      await pane.button(words.openSheet(gone)).click();
      await pane.locator('.notice-warning').waitFor();
      await soon(async () => expect((await pane.locator('.notice-warning p').allTextContents()).join()).toMatch(/已不存在|没能转到/));
      await expectUsable(pane, begun);
    });
  });

  it('a protected structure: said with the way out, and well once it is taken away', async () => {
    const begun = await start();
    begun.book.protection = { options: {} };
    await withPane({ book: begun.book }, async (pane) => {
      await pane.score();
      expect(await expectExplained(pane)).toContain('工作簿结构受保护');
      await soon(async () => expect(await pane.locator('.notice-error .next').textContent()).toContain('保护工作簿'));
      begun.book.protection = undefined;
      expect(snapshot(begun.book)).toEqual(begun.before);
      await expectUsable(pane, begun);
    });
  });

  it("a user's sheet has the name of a result sheet: it stays, ours takes another name, and the pane says which", async () => {
    const begun = await start();
    const taken = results[0]!;
    begun.book.addSheet(taken, [['这是我自己的表'], [42]]);
    const mine = snapshot(begun.book, (name) => name === taken);
    const own = sheetNames(begun.book);
    await withPane({ book: begun.book }, async (pane) => {
      await pane.score();
      const [renamed, ...rest] = pane.newSheets(own);
      expect(rest).toEqual(results.slice(1));
      expect(renamed).not.toBe(taken);
      expect(snapshot(begun.book, (name) => name === taken)).toEqual(mine);
      await soon(async () =>
        expect((await pane.locator('h4:text-is("写出时的说明") + ul li').allTextContents()).join()).toContain(renamed),
      );
      await pane.score();
      expect(pane.newSheets(own)).toEqual([renamed, ...rest]);
      await pane.button(words.commands.clear).click();
      await pane.button(words.asking.clear.yes).click();
      await pane.idle();
      expect(sheetNames(begun.book)).toEqual(own);
    });
  });

  it.each(['=HYPERLINK("http://x")', '=HYPERLINK("http://x","点我")', "+1+cmd|'/C calc'!A0", '<img src=x onerror=alert(1)>'])(
    'a zone named %s is text wherever it is shown',
    async (name) => {
      const begun = await start();
      const main = begun.book.sheet('指标数据');
      const key = [...main.cells].find(([, { value }]) => value === '芦荡经济开发区')![0];
      for (const sheet of begun.book.sheets)
        for (const [at, { value }] of sheet.cells) if (value === '芦荡经济开发区') sheet.cells.set(at, { value: name, quoted: true });
      expect(main.cells.get(key)!.value).toBe(name);
      await withPane({ book: begun.book }, async (pane) => {
        await pane.score();
        await soon(async () => expect(await pane.notices()).toEqual([words.done.scored(results.length)]));
        const written = results.flatMap((result) => [...begun.book.sheet(result).cells.values()]);
        expect(written.filter(({ value, formula }) => value === name && formula === undefined).length).toBeGreaterThan(0);
        expect(
          written.filter(({ formula }) => formula !== undefined && /hyperlink|cmd/i.test(formula.replaceAll(/"(?:[^"]|"")*"/g, ''))),
        ).toEqual([]);
        await soon(async () => expect(await pane.text(name).count()).toBeGreaterThan(0));
        await soon(async () => expect(await pane.locator('a, img').count()).toBe(0));
        expect(pane.excel.requestsSeen.filter(({ outside }) => outside)).toEqual([]);
        expect(pane.excel.consoleSeen).toEqual([]);
      });
    },
  );
});
