import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Dialog, Locator, Page } from 'playwright-core';
import { appWords } from '../../../src/app/words';
import { PAGE, serve, type Served } from '../../../src/cli/serve';
import { parseCellName } from '../../../src/core/cell';
import type { GridView, ShownCell } from '../../../src/workbench/grid/grid-view';
import { workbenchWords as words } from '../../../src/workbench/words';
import { hasChromium, connectChromium } from '../../excel-host/chromium';
import { builtWorkbench } from '../built';
import { PATIENCE } from '../patience';

declare global {
  interface Window {
    workbench?: Pick<GridView, 'at' | 'ready'>;
  }
}

export interface DeskOptions {
  /** Id of the sample that the page opens first; the page's own choice where left out. */
  readonly sample?: string;
  /** Folder of the server that the page lies in, with slashes at both ends. */
  readonly folder?: string;
  readonly context?: BrowserContextOptions;
  /** Complaints that the test is about; all others fail it. */
  readonly expected?: RegExp;
  /** The workbench as one HTML file: it is opened from its folder, with no network at all. */
  readonly file?: string;
  /** The test waits for the page itself, where it does not come to a workbook on the grid. */
  readonly bare?: boolean;
}

/** A file as Playwright hands it to a page: a path for large ones. */
export type Picked = string | { readonly name: string; readonly bytes: Uint8Array };

export interface Downloaded {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One connection for all test files of a worker; it ends with the worker. */
let browser: Promise<Browser> | undefined;

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The built workbench in a browser window of its own, with what a person does to it. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly server: Served,
    /** What the page complained about: errors, breaches of its policy, requests to anywhere else. */
    readonly complaints: readonly string[],
    /** Paths of everything that it asked the server for. */
    readonly asked: readonly string[],
  ) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  get pane(): Locator {
    return this.page.locator('.pane');
  }

  /** The last workbook asked for is on the grid, and the pane has looked at it. */
  async ready(timeout = PATIENCE): Promise<void> {
    await this.page.waitForFunction(
      (opening) =>
        // Until the program has started this is the element of that name.
        typeof window.workbench?.ready === 'function' &&
        !document.querySelector('.grid-waiting') &&
        !(document.querySelector('.strip')?.textContent ?? '').includes(opening),
      words.cancelOpening,
      { timeout },
    );
    // Formulas are checked before anything can be typed.
    await this.page.evaluate(() => window.workbench?.ready());
    await this.idle(timeout);
  }

  /** Nothing is under way in the pane. */
  async idle(timeout = PATIENCE): Promise<void> {
    await this.page.locator('.pane[aria-busy="false"]').waitFor({ state: 'attached', timeout });
  }

  /** Opens a file through the picker and does not wait. */
  async pick(file: Picked): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles(
        typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) },
      );
  }

  /** The day on which the workbook is assessed. */
  async assessOn(day: string): Promise<void> {
    await this.page.locator('#tab-pack').click();
    const settings = this.page.locator('details', { hasText: appWords.pack.settings }).first();
    if ((await settings.getAttribute('open')) === null) await settings.locator('summary').click();
    await settings.locator('input[type=date]').fill(day);
    await settings.locator('input[type=date]').blur();
    await this.idle();
  }

  /** The main job, from whichever screen is open, to the end. */
  async score(timeout = PATIENCE): Promise<void> {
    await this.page.locator('.pane .commands .primary').click();
    await this.idle(timeout);
  }

  /** Texts above the sheet and in the pane. */
  notices(): Promise<string[]> {
    return this.page.locator('.notice').allInnerTexts();
  }

  /** Why something that was just tried does not work. */
  async hint(): Promise<string> {
    return (await this.page.locator('.hint').allInnerTexts()).join('\n').trim();
  }

  /** What `act` makes the browser save. */
  async downloadedBy(act: () => Promise<void>): Promise<Downloaded> {
    const coming = this.page.waitForEvent('download');
    await act();
    const download = await coming;
    return {
      name: download.suggestedFilename(),
      bytes: await buffer(await download.createReadStream()).then((read) => new Uint8Array(read)),
    };
  }

  download(): Promise<Downloaded> {
    return this.downloadedBy(() => this.button(words.bar.download).click());
  }

  /** What a person sees in a cell. */
  at(sheet: string, cell: string): Promise<ShownCell | undefined> {
    return this.page.evaluate(([name, place]) => window.workbench?.at(name, place), [sheet, cell] as const);
  }

  async text(sheet: string, cell: string): Promise<string | undefined> {
    return (await this.at(sheet, cell))?.text;
  }

  /** Waits until a cell shows a text: results come a moment after what they rest on. */
  async shows(sheet: string, cell: string, text: string): Promise<void> {
    const wanted = [sheet, cell, text] as const;
    await this.page
      .waitForFunction(([name, place, shown]) => window.workbench?.at(name, place)?.text === shown, wanted, { timeout: PATIENCE })
      .catch(async () => {
        throw new Error(`${sheet}!${cell} shows ${JSON.stringify(await this.at(sheet, cell))} and never ${JSON.stringify(text)}`);
      });
  }

  get tabs(): Locator {
    return this.page.locator('[data-u-comp="slide-tab-item"]');
  }

  /** Of the sheet in front. */
  get activeTab(): Locator {
    return this.page.locator('[data-u-comp="slide-tab-item"][aria-selected="true"]');
  }

  /** Brings a sheet to the front by its tab. */
  async open(sheet: string): Promise<void> {
    await this.tabs.filter({ hasText: new RegExp(`^${escaped(sheet)}$`) }).click();
    await this.page.waitForFunction(
      (name) => document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith(`${name} `),
      sheet,
      { timeout: PATIENCE },
    );
  }

  /** Sheet and cell that are selected, as they are read out. */
  async selected(): Promise<string> {
    return /^.* [A-Z]+\d+(?=：)/.exec((await this.page.locator('.sheets-frame > [role=status]').textContent()) ?? '')?.[0] ?? '';
  }

  get nameBox(): Locator {
    return this.page.locator('[data-u-comp="defined-name"] input').first();
  }

  /** Selects a cell, through the name box. */
  async select(sheet: string, cell: string): Promise<void> {
    if (!(await this.selected()).startsWith(`${sheet} `)) await this.open(sheet);
    await this.nameBox.click();
    await this.nameBox.fill(cell);
    await this.nameBox.press('Enter');
    await this.page.waitForFunction(
      (name) => document.querySelector('.sheets-frame > [role=status]')?.textContent?.startsWith(name),
      `${sheet} ${cell}：`,
      { timeout: PATIENCE },
    );
  }

  /** Selects a block of cells, from its first one. */
  async selectBlock(sheet: string, first: string, last: string): Promise<void> {
    await this.select(sheet, first);
    const [from, to] = [parseCellName(first)!, parseCellName(last)!];
    for (let row = from.row; row < to.row; row++) await this.page.keyboard.press('Shift+ArrowDown');
    for (let column = from.column; column < to.column; column++) await this.page.keyboard.press('Shift+ArrowRight');
  }

  /** Where a cell lies in the window: its editor is opened for a moment, because the sheet is painted. */
  async pointOf(sheet: string, cell: string): Promise<{ x: number; y: number }> {
    await this.select(sheet, cell);
    await this.page.keyboard.press('F2');
    // The formula bar has one of its own.
    const editor = this.page.locator('#univer-doc-main-canvas').nth(1);
    await editor.waitFor();
    const box = (await editor.boundingBox())!;
    await this.page.keyboard.press('Escape');
    return { x: box.x + Math.min(box.width, 40) / 2, y: box.y + Math.min(box.height, 20) / 2 };
  }

  /** Types into a cell and leaves it with a key. */
  async type(sheet: string, cell: string, text: string, key = 'Enter'): Promise<void> {
    await this.select(sheet, cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press(key);
  }

  /** Ctrl, on a Mac Cmd, with a key. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(`${MODIFIER}+${key}`);
  }

  /** Leaves or reloads the page; @returns kinds of the dialogs that came up, all of which are accepted */
  async leaving(act: () => Promise<unknown>): Promise<string[]> {
    const kinds: string[] = [];
    const accept = (dialog: Dialog): void => {
      kinds.push(dialog.type());
      void dialog.accept();
    };
    this.page.on('dialog', accept);
    await act();
    this.page.off('dialog', accept);
    return kinds;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Opens the workbench, waits until a workbook can be worked with, and closes it in the end. Does nothing where there is no browser and none is required. */
export async function withDesk(options: DeskOptions, act: (desk: Desk) => Promise<void>): Promise<void> {
  if (!hasChromium()) return;
  const { folder = '/', sample, expected, bare = false, file } = options;
  const served = file === undefined ? servedFrom(builtWorkbench(), folder) : undefined;
  const server = served ? stoppable(await serve(served.root, 0)) : NO_SERVER;
  let context: BrowserContext | undefined;
  try {
    browser ??= connectChromium();
    context = await (
      await browser
    ).newContext({
      ...{ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', acceptDownloads: true, offline: file !== undefined },
      ...options.context,
    });
    const [complaints, asked]: [string[], string[]] = [[], []];
    const page = await context.newPage();
    await watch(page, server, complaints, asked);
    const query = sample === undefined ? '' : `?sample=${sample}`;
    const name = folder === '/' && sample === undefined ? '' : PAGE;
    await page.goto(file === undefined ? `${server.address.slice(0, -1)}${folder}${name}${query}` : `${pathToFileURL(file)}${query}`);
    const desk = new Desk(page, server, complaints, asked);
    if (!bare) await desk.ready();
    await act(desk);
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
  } finally {
    await context?.close();
    await server.close();
    served?.remove();
  }
}

const NO_SERVER: Served = { address: 'file:///', port: 0, close: async () => undefined };

async function watch(page: Page, server: Served, complaints: string[], asked: string[]): Promise<void> {
  await page.exposeFunction('complain', (complaint: string) => void complaints.push(complaint));
  await page.addInitScript(() => {
    const { complain } = window as unknown as { complain(complaint: string): void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      complain(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  // Of the context, because workers ask for files as well.
  page.context().on('request', (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    if (['blob:', 'data:'].includes(protocol)) return;
    if (`${origin}/` === server.address || (protocol === 'file:' && server === NO_SERVER)) asked.push(pathname);
    else complaints.push(`request: ${request.url()}`);
  });
}

/** A server that a test may stop before its end. */
function stoppable(server: Served): Served {
  let stopped: Promise<void> | undefined;
  return { ...server, close: () => (stopped ??= server.close()) };
}

/** A folder in which the built page lies where it is wanted. */
function servedFrom(dist: string, folder: string): { readonly root: string; remove(): void } {
  if (folder === '/') return { root: dist, remove: () => undefined };
  const root = mkdtempSync(join(tmpdir(), 'zone-assessor-served-'));
  const place = join(root, folder.replace(/\/$/, ''));
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(dist, place, 'junction');
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
