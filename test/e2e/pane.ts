import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { sampleBytes, samples, type Sample } from '../../assets/samples/samples';
import type { appWords as words } from '../../src/app/words';
import { hasChromium, connectChromium } from '../excel-host/chromium';
import type { WorkbookModel } from '../excel-host/model/workbook';
import { workbookFromXlsx } from '../excel-host/workbook-from-xlsx';
import { startExcelInChromium, type ChromiumOptions, type ExcelInChromium } from '../excel-host/xdm';
import { builtPane } from './built';
import { slowFile } from './slow-file';
import { until } from './until';
import { PATIENCE } from './patience';

export const sampleOf = (pack: string): Sample => samples.find((sample) => sample.pack === pack)!;
export const shandong = sampleOf('shandong-2016');

/** What the pane's clock says throughout a test: the morning of the day, in local time. */
export const morningOf = (asOf: string): Date => new Date(`${asOf}T08:00:00`);

export interface PaneOptions extends Partial<Omit<ChromiumOptions, 'workbook' | 'browser' | 'dist'>> {
  /** The workbook; that of the Shandong sample where left out. */
  readonly book?: WorkbookModel;
  /** The day on which the pane runs. */
  readonly today?: string;
  /** A file that takes a while to come over the network. */
  readonly slowly?: string;
  /** The pane does not get the focus before the test begins. */
  readonly untouched?: boolean;
}

/** One connection for all test files of a worker; it ends with the worker. */
let browser: Promise<Browser> | undefined;

/** The browser with the clock of all its pages standing still; timers run. */
async function frozen(today: Date, slowly: string | undefined): Promise<Browser> {
  browser ??= connectChromium();
  const real = await browser;
  return new Proxy(real, {
    get(target, key) {
      if (key !== 'newContext') return Reflect.get(target, key, target) as unknown;
      return async (options: Parameters<Browser['newContext']>[0]) => {
        const context = await target.newContext(options);
        await context.clock.setFixedTime(today);
        if (slowly !== undefined) slowFile(context, slowly, 700);
        return context;
      };
    },
  });
}

export async function bookOf(sample: Sample): Promise<WorkbookModel> {
  return workbookFromXlsx(sampleBytes(sample));
}

/** The built pane over a workbook, in Chromium, with what a person does to it. */
export class Pane {
  readonly page: Page;

  constructor(
    readonly excel: ExcelInChromium,
    readonly book: WorkbookModel,
  ) {
    this.page = excel.page;
  }

  get host(): ExcelInChromium['host'] {
    return this.excel.host;
  }

  locator(selector: string, options?: Parameters<Frame['locator']>[1]): Locator {
    return this.excel.frame.locator(selector, options);
  }

  button(name: string): Locator {
    return this.excel.frame.getByRole('button', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.excel.frame.getByText(text);
  }

  /** Nothing is under way. A click shows as work before it is over, so there is no gap to slip through. */
  async idle(): Promise<void> {
    await this.locator('.pane[aria-busy="false"]').waitFor({ timeout: PATIENCE });
  }

  /**
   * Into the pane without pressing anything. It then looks at the workbook again unasked; from here on every request is one that was
   * asked for. The client library has a request of its own at the start, whenever it gets round to it.
   */
  async enter(): Promise<void> {
    await until('office.js has told Excel that it is ready', () =>
      this.host.requests.some(({ body }) => body.some((action) => action.Name === 'NotifyActionHandlerReady')),
    );
    const asked = this.host.requests.length;
    await this.locator('.brand').click();
    await until('the pane looks at the workbook again', () => this.host.requests.length > asked);
  }

  /** The pane is closed and opened again by its own frame, which leaves the workbook and Excel as they are. */
  async reopen(): Promise<void> {
    await this.excel.frame.evaluate(() => window.location.reload());
    await this.excel.frame.waitForLoadState('load');
  }

  async tab(tab: keyof typeof words.tabs): Promise<void> {
    await this.locator(`#tab-${tab}`).click();
  }

  /** The main job, from the screen that is open; to the end unless `wait` is false. */
  async score(wait = true): Promise<void> {
    await this.locator('.commands .primary').click();
    if (wait) await this.idle();
  }

  async notices(): Promise<string[]> {
    return this.locator('.notices .notice').allInnerTexts();
  }

  /** The sheets that stand in the workbook now and did not before. */
  newSheets(before: readonly string[]): string[] {
    return this.book.sheets.map(({ name }) => name).filter((name) => !before.includes(name));
  }
}

/** Opens the pane, waits for its first look and closes it in the end. Does nothing where there is no browser and none is required. */
export async function withPane(options: PaneOptions, act: (pane: Pane) => Promise<void>): Promise<void> {
  if (!hasChromium()) return;
  const { book = await bookOf(shandong), today = shandong.asOf, page = 'taskpane.html', untouched = false, slowly, ...rest } = options;
  const excel = await startExcelInChromium({
    ...rest,
    dist: builtPane(),
    page,
    workbook: book,
    browser: await frozen(morningOf(today), slowly),
  });
  try {
    const pane = new Pane(excel, book);
    if (page === 'taskpane.html') {
      await pane.idle();
      if (!untouched) await pane.enter();
    }
    await act(pane);
  } finally {
    await excel.close();
  }
}
