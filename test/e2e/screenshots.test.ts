import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withPane } from './pane';
import { views } from './views';

/**
 * No test but a camera: `SCREENSHOTS_DIR=pictures npx jest test/e2e/screenshots` photographs every screen, folded as a person finds it
 * and whole, in every theme and width. Somebody has to look at the pictures.
 */
const folder = process.env['SCREENSHOTS_DIR'];
const themes = ['light', 'dark', 'high-contrast'] as const;
const widths = [320, 350, 450] as const;

if (folder === undefined) {
  it('takes no pictures unless SCREENSHOTS_DIR is set', () => expect(folder).toBeUndefined());
} else {
  mkdirSync(folder, { recursive: true });
  describe.each(themes)('%s', (theme) => {
    describe.each(widths)('%i px', (width) => {
      it.each(Object.entries(views))('%s', async (name, go) => {
        await withPane({ theme, size: { width, height: 640 }, untouched: true }, async (pane) => {
          await go(pane);
          await pane.page.mouse.move(0, 0);
          // As tall as its content, that nothing hides behind the scroll bar.
          const height = await pane.excel.frame.evaluate(() => {
            const main = document.querySelector('main')!;
            return window.innerHeight + main.scrollHeight - main.clientHeight;
          });
          await pane.page.setViewportSize({ width, height: Math.min(height, 4000) });
          await pane.page.screenshot({ path: join(folder, `${theme}-${width}-${name}.png`), animations: 'disabled' });
        });
      });
    });
  });

  it('for the README', async () => {
    await withPane({ theme: 'light', size: { width: 350, height: 560 }, untouched: true }, async (pane) => {
      await pane.page.screenshot({ path: join(folder, 'pane-start.png'), animations: 'disabled' });
      await pane.score();
      await pane.page.setViewportSize({ width: 350, height: 760 });
      await pane.page.screenshot({ path: join(folder, 'pane-result.png'), animations: 'disabled' });
    });
  });
}
