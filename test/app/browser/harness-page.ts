import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { connectChromium } from '../../excel-host/chromium';
import type { Harness } from '../harness/harness';

const ROOT = join(__dirname, '..', '..', '..');
const SAMPLES = join(ROOT, 'assets', 'samples');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

export interface PageOptions {
  readonly sample?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  readonly slow?: number;
  readonly host?: 'excel' | 'browser';
  readonly context?: BrowserContextOptions;
}

export interface HarnessBrowser {
  /** Opens the pane in a browser window of its own and waits for the first look to end. */
  open(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
  /** What pages complained about: errors, warnings, breaches of the policy. */
  readonly complaints: string[];
}

/** In a process of its own: within jest webpack takes longer to load than to build. */
async function build(folder: string): Promise<void> {
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  await promisify(execFile)(process.execPath, [webpack, '--mode', 'production', '--env', 'harness', '--env', `folder=${folder}`], {
    cwd: ROOT,
  });
}

function serve(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '', 'http://localhost').pathname);
    const own = files.get(name);
    try {
      const body = own ?? readFileSync(join(name.endsWith('.xlsx') ? SAMPLES : folder, name));
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Builds the harness, serves it with the samples and `files`, and opens Chromium. */
export async function startHarness(files: ReadonlyMap<string, Uint8Array> = new Map()): Promise<HarnessBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-harness-'));
  await build(folder);
  const server = await serve(folder, files);
  const browser: Browser = await connectChromium();
  const complaints: string[] = [];
  const { port } = server.address() as AddressInfo;
  return {
    complaints,
    async open({ sample = 'shandong-2016.xlsx', theme = 'auto', slow = 0, host = 'excel', context: options = {} } = {}) {
      const context = await browser.newContext({ viewport: { width: 320, height: 378 }, locale: 'zh-CN', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await page.goto(
        `http://127.0.0.1:${port}/harness.html?sample=${sample}&theme=${theme}&slow=${slow}&host=${host}&today=2017-03-31T10:00:00`,
      );
      await idle(page);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until no work is under way. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { harness } = window as unknown as { harness?: Harness };
    const state = harness?.app.session.state;
    return state !== undefined && state.phase !== 'opening' && state.work === undefined;
  });
}

export const jumps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...(window as unknown as { harness: Harness }).harness.workbook.jumps]);
