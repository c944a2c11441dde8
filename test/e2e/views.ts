import { appWords as words } from '../../src/app/words';
import type { Pane } from './pane';

/** Opens what can be opened on the screen, from the top. */
async function unfold(pane: Pane, most = Infinity): Promise<void> {
  await pane.excel.frame.evaluate(
    (count) => [...document.querySelectorAll('details')].slice(0, count).forEach((details) => (details.open = true)),
    most,
  );
}

/** The screens and how one gets there from a pane that has just been opened. */
export const views: Readonly<Record<string, (pane: Pane) => Promise<void>>> = {
  方案: () => Promise.resolve(),
  更换方案: async (pane) => {
    await pane.button(words.pack.change).click();
    await pane.locator('input[type=radio]').first().waitFor();
  },
  方案内容: async (pane) => {
    await pane.button(words.pack.covers).click();
    await unfold(pane);
  },
  数据: async (pane) => {
    await pane.tab('data');
    await unfold(pane);
  },
  校验: async (pane) => {
    await pane.tab('check');
    await unfold(pane);
  },
  结果: async (pane) => {
    await pane.score();
    // All groups are alike, and axe takes ten seconds for hundreds of findings.
    await unfold(pane, 3);
  },
  清除: async (pane) => {
    await pane.score();
    await pane.button(words.commands.clear).click();
    await pane.excel.frame.getByRole('dialog').waitFor();
  },
  出错: async (pane) => {
    pane.book.protection = { options: {} };
    await pane.score();
  },
  关于: (pane) => pane.button(words.about.open).click(),
};
