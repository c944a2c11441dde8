import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formAppWords } from '../../src/app/form-words';
import { ownPackWords } from '../../src/app/own-pack-words';
import { appWords as words } from '../../src/app/words';
import { noticeWords } from '../../src/commands/words';
import { excelWords } from '../../src/hosts/excel/words';
import { root } from './built';
import type { Pane, PaneOptions } from './pane';
import { sheetNames } from './snapshot';
import { until } from './until';

/** Opens what can be opened on the screen, from the top. */
async function unfold(pane: Pane, most = Infinity): Promise<void> {
  await pane.excel.frame.evaluate(
    (count) => [...document.querySelectorAll('details')].slice(0, count).forEach((details) => (details.open = true)),
    most,
  );
}

/** Into a pane that may have been entered already: from here on the next request is the click's. */
async function entered(pane: Pane): Promise<void> {
  if (!(await pane.excel.frame.evaluate(() => document.hasFocus()))) await pane.enter();
  await pane.idle();
}

const examplePack = readFileSync(join(root, 'assets/packs/example-province.yaml'), 'utf8');

/** Loads a pack of the person's own on its page. */
async function loadPack(pane: Pane, text: string): Promise<void> {
  await pane.locator('#open-own').click();
  await pane.button(ownPackWords.choose).waitFor();
  await pane.locator('input[type=file]').setInputFiles({ name: '示例省考评办法.yaml', mimeType: '', buffer: Buffer.from(text) });
}

/** The screens and how one gets there from a pane that has just been opened. */
export const views: Readonly<Record<string, (pane: Pane) => Promise<void>>> = {
  方案: () => Promise.resolve(),
  更换方案: async (pane) => {
    await pane.button(words.pack.change).click();
    await pane.locator('input[type=radio]').first().waitFor();
  },
  规则依据: async (pane) => {
    await pane.score();
    await pane.tab('pack');
    await pane.button(words.pack.rules).click();
    await pane.locator('details').first().waitFor();
    // A list of several hundred lines alike: axe and the camera need a few of them.
    await unfold(pane, 3);
  },
  权重和参数: async (pane) => {
    await pane.button(words.pack.fillIn).click();
    await pane.locator('.write-bar').waitFor();
    await pane.locator('input.weight').first().fill('三十');
    await unfold(pane, 8);
  },
  判断矩阵: async (pane) => {
    await pane.button(words.pack.fillIn).click();
    await pane.locator('.write-bar').waitFor();
    await pane.text(formAppWords.comparisons).first().click();
    const selects = pane.locator('.matrix').first().locator('select');
    const count = await selects.count();
    for (let at = 0; at < count; at++) await selects.nth(at).selectOption(['1', '3', '1/2', '2'][at % 4]!);
    await pane.locator('.matrix').first().scrollIntoViewIfNeeded();
  },
  自定方案: async (pane) => {
    await loadPack(pane, examplePack);
    await pane.locator('.own-badge').waitFor();
    await pane.button(words.pack.change).click();
    await pane.locator('input[type=radio]').first().waitFor();
  },
  自定方案有误: async (pane) => {
    await loadPack(pane, examplePack);
    await pane.locator('.own-badge').waitFor();
    await loadPack(pane, examplePack.replaceAll('higher_is_better', 'higher_is_beter').replace('version: 1.0.0', 'version: 1'));
    await pane.locator('.faults').waitFor();
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
  等待: async (pane) => {
    await entered(pane);
    pane.host.holdSync(1);
    await pane.score(false);
    await pane.text(words.trouble.hostWaits.message).waitFor();
  },
  必须处理: async (pane) => {
    pane.book.sheets
      .slice(1)
      .reverse()
      .forEach((sheet) => pane.book.removeSheet(sheet));
    await pane.score();
    await pane.locator('.notice-error').waitFor();
  },
  改过: async (pane) => {
    const own = sheetNames(pane.book);
    await pane.score();
    const [, second, third] = pane.newSheets(own).map((name) => pane.book.sheet(name));
    second!.enter(9, 1, '改过');
    second!.charts.push('图表 1');
    third!.shapes.push('Image');
    await pane.score(false);
    await pane.excel.frame.getByRole('dialog').waitFor();
  },
  手动计算: async (pane) => {
    pane.book.calculationMode = 'Manual';
    await pane.score(false);
    await pane.excel.frame.getByRole('dialog').waitFor();
  },
  自动重评: async (pane) => {
    await pane.score();
    await pane.excel.frame.getByLabel(words.rescore.label).check();
    await pane.idle();
  },
  迟到: async (pane) => {
    await entered(pane);
    const letGo = pane.host.holdSync(2, 'after');
    await pane.score(false);
    await pane.text(words.trouble.hostWaits.message).waitFor();
    await pane.button(words.commands.cancel).click();
    await pane.idle();
    letGo();
    await pane.text(excelWords.late['taken-back'].message).waitFor();
  },
  关于: (pane) => pane.button(words.about.open).click(),
};

/** Pages beside the pane, and how one sees them filled. */
export const pages: Readonly<Record<string, { readonly options: PaneOptions; readonly go: (pane: Pane) => Promise<void> }>> = {
  提示窗口: {
    options: { page: 'notice.html', asWindow: true },
    go: async ({ excel }) => {
      await until('the window says that it is ready', () => excel.xdm.toPane.length > 0);
      const { message, nextStep } = excelWords.protectedStructure();
      excel.xdm.paneSays([noticeWords.title.score, message, nextStep].join('\n'));
      await excel.frame.locator('h1').waitFor();
    },
  },
  使用说明: { options: { page: 'help.html' }, go: () => Promise.resolve() },
};
