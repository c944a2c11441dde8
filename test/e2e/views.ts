import { appWords as words } from '../../src/core/words/app';
import type { Pane } from './pane';

/** Opens everything that can be opened on the screen. */
async function unfold(pane: Pane): Promise<void> {
  await pane.excel.frame.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
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
    await unfold(pane);
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
