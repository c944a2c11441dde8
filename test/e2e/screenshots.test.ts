import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasChromium } from '../excel-host/chromium';
import { root } from './built';
import { withPane } from './pane';
import { pages, views } from './views';

/**
 * A camera: `SCREENSHOTS_DIR=pictures npx jest test/e2e/screenshots` photographs every screen, folded as a person finds it and whole, in
 * every theme and width. Somebody has to look at the pictures. Without SCREENSHOTS_DIR only the README's are taken, and thrown away.
 */
const wanted = process.env['SCREENSHOTS_DIR'];
const folder = wanted ?? mkdtempSync(join(tmpdir(), 'zone-assessor-screenshots-'));
const themes = ['light', 'dark', 'high-contrast'] as const;
const widths = [320, 350, 450] as const;

mkdirSync(folder, { recursive: true });
afterAll(() => {
  if (wanted === undefined) rmSync(folder, { recursive: true, force: true });
});

/** Width and height of a PNG, which stand in its head. */
function sizeOf(file: string): readonly [width: number, height: number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

if (wanted !== undefined)
  describe.each(themes)('%s', (theme) => {
    describe.each(widths)('%i px', (width) => {
      const all = Object.entries(views).map(([name, go]) => [name, { options: {}, go }] as const);
      it.each([...all, ...Object.entries(pages)])('%s', async (name, { options, go }) => {
        await withPane({ ...options, theme, size: { width, height: 640 }, untouched: true }, async (pane) => {
          await go(pane);
          await pane.page.screenshot({ path: join(folder, `${theme}-${width}-${name}-first.png`), animations: 'disabled' });
          await pane.page.mouse.move(0, 0);
          // As tall as its content, that nothing hides behind the scroll bar.
          const height = await pane.excel.frame.evaluate(() => {
            const main = document.querySelector('main')!;
            const whole = document.documentElement;
            return Math.max(window.innerHeight + main.scrollHeight - main.clientHeight, whole.scrollHeight);
          });
          const size = { width, height: Math.min(height, 4000) };
          await pane.page.setViewportSize(size);
          const file = join(folder, `${theme}-${width}-${name}.png`);
          await pane.page.screenshot({ path: file, animations: 'disabled' });
          expect(sizeOf(file)).toEqual([size.width, size.height]);
        });
      });
    });
  });

describe('for the README', () => {
  it('the pane at its start and with a result: two pictures, neither of them blank, as large as those in the README', async () => {
    if (!hasChromium()) return;
    const bare = join(folder, 'pane-blank.png');
    await withPane({ theme: 'light', size: { width: 350, height: 560 }, untouched: true }, async (pane) => {
      await pane.page.screenshot({ path: join(folder, 'pane-start.png'), animations: 'disabled' });
      await pane.score();
      await pane.page.setViewportSize({ width: 350, height: 760 });
      await pane.page.screenshot({ path: join(folder, 'pane-result.png'), animations: 'disabled' });
      await pane.page.setContent('');
      await pane.page.screenshot({ path: bare });
    });
    const blank = readFileSync(bare).length;
    for (const name of ['pane-start.png', 'pane-result.png']) {
      expect(sizeOf(join(folder, name))).toEqual(sizeOf(join(root, 'assets/screenshots', name)));
      expect(readFileSync(join(folder, name)).length).toBeGreaterThan(5 * blank);
    }
    expect(readFileSync(join(folder, 'pane-start.png')).equals(readFileSync(join(folder, 'pane-result.png')))).toBe(false);
    rmSync(bare);
  });
});
