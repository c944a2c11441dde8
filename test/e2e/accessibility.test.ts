import { AxeBuilder } from '@axe-core/playwright';
import { withPane } from './pane';
import { pages, views } from './views';
import { soon } from './soon';

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const screens = { ...Object.fromEntries(Object.entries(views).map(([name, go]) => [name, { options: {}, go }])), ...pages };
const all = Object.keys(screens);

/** Every screen once; what colours and width could break once more. */
const looks = [
  ['light', 350, all],
  ['dark', 320, ['方案', '结果', '出错', '等待', '改过', '提示窗口', '使用说明']],
  ['high-contrast', 450, ['方案', '结果', '必须处理', '使用说明']],
] as const;

describe.each(looks)('%s, %i px', (theme, width, names) => {
  it.each(names.map((name) => [name, screens[name]!] as const))(
    '%s: axe finds nothing serious, and nothing is wider than the pane',
    async (_, { options, go }) => {
      await withPane({ ...options, theme, size: { width, height: 640 } }, async (pane) => {
        await go(pane);
        // The frame is Excel's, which gives it a title.
        await pane.page.locator('iframe').evaluate((frame) => frame.setAttribute('title', '加载项'));
        let violations: AxeResults['violations'] = [];
        // It did look into the frame: one that has not taken it in after a second is left out without a word.
        await soon(async () => {
          const looked = await new AxeBuilder({ page: pane.page }).include(['iframe', 'body']).analyze();
          ({ violations } = looked);
          expect(looked.passes.flatMap(({ nodes }) => nodes).some(({ target }) => target[0] === 'iframe')).toBe(true);
        });
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
        await soon(async () =>
          expect(
            await pane.excel.frame.evaluate(() =>
              [document.documentElement, document.querySelector('main')!].map((element) => element.scrollWidth - element.clientWidth),
            ),
          ).toEqual([0, 0]),
        );
      });
    },
  );
});
