import { join } from 'node:path';
import { hasChromium } from './chromium';
import { workbookOf } from './model/workbook';
import { startExcelInChromium } from './xdm';
import type { ChromiumOptions, ExcelInChromium } from './xdm';
import { soon } from '../e2e/soon';

const dist = join(__dirname, 'page/trivial');

async function withPane(options: Partial<ChromiumOptions>, act: (excel: ExcelInChromium) => Promise<void>): Promise<void> {
  // The only reason to do without: a machine with no browser at all, and nobody asked for one.
  if (!hasChromium()) return;
  const workbook = workbookOf({
    指标表: [
      ['开发区', '产值'],
      ['甲', 12.5],
    ],
  });
  const excel = await startExcelInChromium({ dist, page: 'trivial.html', workbook, ...options });
  try {
    await act(excel);
  } finally {
    await excel.close();
  }
}

describe('the host in Chromium, over the cross-document protocol', () => {
  it('lets office.js start by itself and carries Excel.run', () =>
    withPane({ requirementSet: '1.9', locale: 'en-US' }, async (excel) => {
      await excel.frame.waitForSelector('#state[data-done]');
      const state: unknown = JSON.parse((await excel.frame.textContent('#state')) ?? '');
      expect(state).toEqual({
        host: 'Excel',
        platform: 'OfficeOnline',
        found: [
          '指标表!A1:B2',
          [
            ['开发区', '产值'],
            ['甲', 12.5],
          ],
        ],
        sets: ['1.7', '1.9'],
        displayLanguage: 'en-US',
        theme: null,
      });
      expect(excel.xdm.asked[0]).toBe('ContextActivationManager_getAppContextAsync');
      expect(excel.requestsSeen.filter((request) => request.outside).map((request) => new URL(request.url).hostname)).toEqual(
        Array(3).fill('appsforoffice.microsoft.com'),
      );
    }));

  it('runs a ribbon command to its end', () =>
    withPane({}, async (excel) => {
      await excel.frame.waitForSelector('#state[data-done]');
      const command = await excel.clickRibbon('assess');
      await soon(async () => expect(excel.xdm.completed).toEqual([command]));
      expect(excel.host.book.sheet('考评结果').value(0, 0)).toBe('来自功能区');
    }));

  it('keeps document settings, tells events, and passes a dark theme on as CSS media', () =>
    withPane({ theme: 'dark', documentSettings: { 指标: { 列: 2 } } }, async (excel) => {
      await excel.frame.waitForSelector('#state[data-done]');
      const seen = await excel.frame.evaluate(async () => {
        const { settings } = Office.context.document;
        const before: unknown = settings.get('指标');
        settings.set('单位', '亿元');
        await new Promise((resolve) => settings.saveAsync(resolve));
        const added = new Promise<string>((resolve) => {
          void Excel.run(async (context) => {
            context.workbook.worksheets.onAdded.add(async (event) => resolve(event.worksheetId));
            await context.sync();
            context.workbook.worksheets.add('新');
            await context.sync();
          });
        });
        return { before, added: await added, dark: matchMedia('(prefers-color-scheme: dark)').matches };
      });
      expect(seen).toEqual({ before: { 列: 2 }, added: excel.host.book.sheet('新').id, dark: true });
      expect([...excel.xdm.documentSettings]).toEqual([
        ['指标', '{"列":2}'],
        ['单位', '"亿元"'],
      ]);
    }));

  it("reports a payload that is too large with the client's own error", () =>
    withPane({ payloadLimit: 800 }, async (excel) => {
      await excel.frame.waitForSelector('#state[data-done]');
      await soon(async () => expect(await excel.frame.textContent('#state')).toContain('PayloadSizeLimitExceeded'));
    }));
});
