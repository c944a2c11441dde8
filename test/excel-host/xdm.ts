import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { connectChromium } from './chromium';
import { ExcelHost } from './host';
import type { HostOptions } from './host';
import { servePane } from './https-server';
import type { WorkbookModel } from './model/workbook';
import { libraryFolder } from './requirement-sets';
import { XdmHost } from './xdm-host';

export interface ChromiumOptions extends HostOptions {
  /** Folder of the built add-in. */
  readonly dist: string;
  /** Its page, for example 'taskpane.html'. */
  readonly page: string;
  readonly workbook: WorkbookModel;
  /** The page is a window that a pane asked for (displayDialogAsync). */
  readonly asWindow?: boolean;
  readonly locale?: string;
  /**
   * Seen through CSS media (prefers-color-scheme, forced-colors): the client library for Excel on the web drops the
   * Office theme of its context, so Office.context.officeTheme is undefined there.
   */
  readonly theme?: 'light' | 'dark' | 'high-contrast';
  /** CSS pixels; the pane of a 1366×768 screen where left out. */
  readonly size?: { readonly width: number; readonly height: number };
  /** A browser to share between several panes; it is not closed then. */
  readonly browser?: Browser;
  /** Settings of the document (Office.context.document.settings) when the pane opens. */
  readonly documentSettings?: Readonly<Record<string, unknown>>;
}

export interface PaneRequest {
  readonly url: string;
  /** Leaves localhost: refused, unless it is the client library's address, which is answered from the npm package. */
  readonly outside: boolean;
}

export interface ExcelInChromium {
  readonly frame: Frame;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly browser: Browser;
  readonly host: ExcelHost;
  readonly xdm: XdmHost;
  /** Everything the pane fetched. */
  readonly requestsSeen: readonly PaneRequest[];
  /** What the pane wrote to the console, and errors it did not catch. */
  readonly consoleSeen: readonly string[];
  /** Presses a ribbon button that runs a function; gives the command's id, which shows up in `xdm.completed`. */
  clickRibbon(functionName: string, controlId?: string): Promise<string>;
  close(): Promise<void>;
}

const officeAddress =
  /^https:\/\/(?:appsforoffice\.microsoft\.com\/lib\/1\/hosted|appsforoffice\.cdn\.partner\.office365\.cn\/appsforoffice\/lib\/1\/hosted)\/([\w./-]+)/;

/** Opens the built pane in real Chromium, in an iframe of a page that is Excel on the web as far as office.js can tell. */
export async function startExcelInChromium(options: ChromiumOptions): Promise<ExcelInChromium> {
  const host = new ExcelHost(options.workbook, options);
  const server = await servePane(options.dist);
  const browser = options.browser ?? (await connectChromium());
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: options.size ?? { width: 350, height: 378 },
    locale: options.locale ?? 'zh-CN',
    colorScheme: options.theme === 'dark' ? 'dark' : 'light',
    forcedColors: options.theme === 'high-contrast' ? 'active' : 'none',
  });
  const page = await context.newPage();
  const requestsSeen: PaneRequest[] = [];
  const consoleSeen: string[] = [];
  const close = async (): Promise<void> => {
    await context.close();
    if (!options.browser) await browser.close();
    await server.close();
  };
  try {
    page.on('console', (message) => consoleSeen.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => consoleSeen.push(`uncaught: ${error.message}`));
    await context.route('**/*', async (route) => {
      const url = route.request().url();
      const local = url.startsWith(server.paneOrigin) || url.startsWith(server.hostOrigin);
      if (!url.startsWith(server.hostOrigin)) requestsSeen.push({ url, outside: !local });
      const library = officeAddress.exec(url)?.[1];
      if (library !== undefined)
        await route.fulfill({ path: join(libraryFolder, library.toLowerCase()), contentType: 'text/javascript; charset=utf-8' });
      else if (local || /^(data|blob):/.test(url)) await route.continue();
      else await route.abort();
    });
    const post = (message: string): void => {
      // The page may be gone when a late answer arrives.
      page.evaluate((text) => (window as unknown as { postToPane(text: string): void }).postToPane(text), message).catch(() => undefined);
    };
    const locale = options.locale ?? 'zh-CN';
    const xdm = new XdmHost(host, { locale, documentUrl: `${server.hostOrigin}/${encodeURIComponent(options.workbook.name)}` }, post);
    for (const [key, value] of Object.entries(options.documentSettings ?? {})) xdm.documentSettings.set(key, JSON.stringify(value));
    await page.exposeFunction('receiveFromPane', (message: string) => xdm.receive(message));
    await page.goto(`${server.hostOrigin}/host.html`);
    const hostInfo = `_host_Info=${encodeURIComponent(`Excel$Web$16.00$${locale}$test$${options.asWindow ? 'isDialog' : ''}$disableLogging$0`)}`;
    const conversation = `conversation-${Date.now()}`;
    const hash = `#&_xdm_Info=${conversation}|pane-1|${server.hostOrigin}/host.html&_serializer_version=1`;
    const url = `${server.paneOrigin}/${options.page}${options.page.includes('?') ? '&' : '?'}${hostInfo}${hash}`;
    const opened = page.waitForEvent('frameattached');
    await page.evaluate(
      ([address, name]) => (window as unknown as { openPane(url: string, name: string): void }).openPane(address!, name!),
      [url, ''],
    );
    const frame = await opened;
    await frame.waitForLoadState('load');
    return {
      frame,
      page,
      context,
      browser,
      host,
      xdm,
      requestsSeen,
      consoleSeen,
      clickRibbon: async (functionName, controlId) => {
        while (!xdm.listensToCommands) await new Promise((resolve) => setTimeout(resolve, 20));
        return xdm.clickRibbon(functionName, controlId);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
