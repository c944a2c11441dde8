import { appWords as words } from '../../src/app/words';
import { excelWords } from '../../src/hosts/excel/words';
import { withPane, type Pane } from './pane';
import { soon } from './soon';

const SIZE = { width: 350, height: 640 };

/** As far down as the screen goes. */
const toTheEnd = (pane: Pane): Promise<void> =>
  pane.excel.frame.evaluate(() => {
    const main = document.querySelector('main')!;
    main.scrollTo(0, main.scrollHeight);
  });

/** Whether the text lies on the screen whole, with nothing over it. */
async function expectSeen(pane: Pane, text: string | RegExp): Promise<void> {
  await pane.text(text).first().waitFor();
  await soon(async () =>
    expect(
      await pane
        .text(text)
        .first()
        .evaluate((element) => {
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const over = [top + 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
          return { inside: top >= 0 && bottom <= window.innerHeight, free: over.every((one) => one !== null && element.contains(one)) };
        }),
    ).toEqual({ inside: true, free: true }),
  );
}

it('what a click has to say is seen without scrolling, from the end of the longest screen', async () => {
  await withPane({ size: SIZE }, async (pane) => {
    await pane.score();
    await expectSeen(pane, /考评完成/);
    await toTheEnd(pane);
    await expectSeen(pane, /考评完成/);

    pane.book.protection = { options: {} };
    await pane.score();
    await toTheEnd(pane);
    await expectSeen(pane, excelWords.protectedStructure().message);
    await expectSeen(pane, excelWords.protectedStructure().nextStep);
    pane.book.protection = undefined;

    await pane.button(words.commands.check).click();
    await pane.idle();
    await toTheEnd(pane);
    await expectSeen(pane, /校验完成/);
  });
});

it('Excel not answering is told where the click was, with 取消 in view', async () => {
  await withPane({ size: { ...SIZE, height: 378 } }, async (pane) => {
    const letGo = pane.host.holdSync(1);
    await pane.score(false);
    await expectSeen(pane, words.trouble.hostWaits.message);
    await expectSeen(pane, words.commands.cancel);
    letGo();
    await pane.idle();
  });
});

it('a jump to a hidden sheet says that it is hidden, and how to show it', async () => {
  await withPane({ size: SIZE }, async (pane) => {
    await pane.score();
    pane.book.sheet('指标数据').visibility = 'Hidden';
    await pane
      .locator('details')
      .first()
      .evaluate((details: HTMLDetailsElement) => (details.open = true));
    await toTheEnd(pane);
    await pane.excel.frame
      .getByRole('button', { name: new RegExp(`^${words.goTo('指标数据!')}`) })
      .first()
      .click();
    const { message, nextStep } = excelWords.sheetHidden('指标数据');
    await expectSeen(pane, message);
    await expectSeen(pane, nextStep);
  });
});

it('清除结果 can be pressed only where there is something to clear', async () => {
  await withPane({ size: SIZE }, async (pane) => {
    const clear = pane.button(words.commands.clear);
    await soon(async () => expect(await clear.isDisabled()).toBe(true));
    await pane.score();
    await soon(async () => expect(await clear.isDisabled()).toBe(false));
    await clear.click();
    await pane.button(words.asking.clear.yes).click();
    await pane.idle();
    await soon(async () => expect(await clear.isDisabled()).toBe(true));
  });
});

it('every answer to a question is seen whole in a narrow pane', async () => {
  await withPane({ size: { width: 320, height: 640 } }, async (pane) => {
    pane.book.calculationMode = 'Manual';
    await pane.score(false);
    const dialog = pane.excel.frame.getByRole('dialog');
    await dialog.waitFor();
    const { no, asIs, recalculate } = words.asking.calculation;
    const frame = (await dialog.boundingBox())!;
    for (const name of [no, asIs, recalculate]) {
      const answer = (await pane.button(name).boundingBox())!;
      expect({ name, inside: answer.x > frame.x && answer.x + answer.width < frame.x + frame.width }).toEqual({ name, inside: true });
    }
  });
});

it('a workbook that can only be read is named as that', async () => {
  await withPane({ size: SIZE }, async (pane) => {
    pane.book.readOnly = true;
    // Filling, and filling once more without what Excel may dislike; between them is a look at what there is to take back.
    for (const nth of [2, 4]) pane.host.failSync(nth, { code: 'AccessDenied' });
    await pane.score();
    await expectSeen(pane, new RegExp(excelWords.readOnly().message));
    await expectSeen(pane, excelWords.readOnly().nextStep);
  });
});

describe('the list of documents', () => {
  const fold = { width: 350, height: 378 };

  /** The one primary button stands above the pane's lower edge. */
  const expectAboveTheFold = (pane: Pane): Promise<void> =>
    soon(async () =>
      expect(
        await pane
          .locator('.commands .primary')
          .evaluate((button) => button.getBoundingClientRect().bottom <= document.querySelector('footer')!.getBoundingClientRect().top),
      ).toBe(true),
    );

  it('folds when one was chosen: that one and a way to change it are left, and 一键评分 is above the fold', async () => {
    await withPane({ size: fold }, async (pane) => {
      await expectAboveTheFold(pane);
      await pane.button(words.pack.change).click();
      const options = pane.locator('input[type=radio]');
      await soon(async () => expect(await options.count()).toBe(6));
      await options.nth(1).click();
      await soon(async () => expect(await options.count()).toBe(0));
      await soon(async () => expect(await pane.button(words.pack.change).count()).toBe(1));
      await expectAboveTheFold(pane);
      await soon(async () => expect(await pane.excel.frame.evaluate(() => document.activeElement?.textContent)).toBe(words.commands.score));
    });
  });

  it('stays open while arrow keys go along it; Enter folds it', async () => {
    await withPane({ size: fold }, async (pane) => {
      await pane.button(words.pack.change).click();
      const options = pane.locator('input[type=radio]');
      await options.and(pane.locator(':checked')).focus();
      await pane.page.keyboard.press('ArrowDown');
      await soon(async () => expect(await options.nth(1).isChecked()).toBe(true));
      await soon(async () => expect(await options.count()).toBe(6));
      await pane.page.keyboard.press('Enter');
      await soon(async () => expect(await options.count()).toBe(0));
      await expectAboveTheFold(pane);
    });
  });
});
