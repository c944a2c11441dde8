import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { serve, type Served } from '../../src/cli/serve';
import { launchChromium } from '../excel-host/chromium';
import { largeWorkbook } from './large-workbook';

/**
 * How soon the workbench is there and how it bears a large workbook, printed as Markdown tables. Nothing is asserted: machines differ.
 *
 *   npm run bench:workbench                              5 cold starts, 3 large workbooks of 3,000 × 60
 *   npm run bench:workbench -- --starts 9 --runs 5 --zones 300 --columns 60
 *
 * Chromium of the machine or the one of the package, a new profile for every start. Renderer memory is read from /proc, so on Linux alone.
 */
const { values: options } = parseArgs({
  options: {
    starts: { type: 'string', default: '5' },
    runs: { type: 'string', default: '3' },
    zones: { type: 'string', default: '3000' },
    columns: { type: 'string', default: '60' },
  },
});
const [starts, runs, zones, columns] = [options.starts, options.runs, options.zones, options.columns].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![starts, runs, zones, columns].every((number) => Number.isInteger(number) && number > 0))
  throw new RangeError('whole numbers above 0 are wanted');

const SHEET = '指标数据';
/** Rows above the first zone, see large-workbook.ts. */
const HEAD = 5;
const LONGEST_WAIT = 180_000;
/** Work that a person no longer waits for, but that may still hold up the page. */
const AFTERWARDS_MS = 3000;

declare global {
  interface Window {
    bench: { bar?: number; pane?: number; grid?: number; idle?: number; tasks: number[] };
  }
}

/** In the page, before anything of ours: when what was first there, and every task of more than 50 ms. */
function observe(): void {
  const bench: Window['bench'] = (window.bench = { tasks: [] });
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => bench.tasks.push(duration))).observe({
    entryTypes: ['longtask'],
  });
  const visible = (selector: string): boolean => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0;
  const look = (): void => {
    const now = performance.now();
    if (visible('.bar')) bench.bar ??= now;
    if (visible('.pane .brand')) bench.pane ??= now;
    // The page's root is called like it and stands in its place until then.
    if (
      !((window as { workbench?: unknown }).workbench instanceof HTMLElement) &&
      document.querySelector('.bar') &&
      !document.querySelector('.grid-waiting')
    )
      bench.grid ??= now;
    if (bench.grid !== undefined && document.querySelector('.pane[aria-busy="false"]')) bench.idle ??= now;
    if (bench.idle === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Start {
  readonly paint: number;
  readonly bar: number;
  readonly pane: number;
  readonly grid: number;
  readonly idle: number;
  readonly task: number;
}

async function opened(browser: Browser, server: Served): Promise<{ page: Page; start: Start }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(observe);
  await page.goto(server.address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.bench.idle !== undefined, undefined, { timeout: LONGEST_WAIT });
  await page.waitForTimeout(500);
  const start = await page.evaluate(() => {
    const { bar = NaN, pane = NaN, grid = NaN, idle = NaN, tasks } = window.bench;
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      bar,
      pane,
      grid,
      idle,
      task: Math.max(0, ...tasks),
    };
  });
  return { page, start };
}

async function coldStart(server: Served): Promise<Start> {
  const browser = await launchChromium();
  try {
    return (await opened(browser, server)).start;
  } finally {
    await browser.close();
  }
}

interface Timed {
  readonly ms: number;
  /** The longest task on the page's own thread, until it was quiet again. */
  readonly task: number;
}

/** From the act until the page shows its end, timed in the page. */
async function timed(
  page: Page,
  act: () => Promise<unknown>,
  shown: () => Promise<unknown>,
  quiet?: () => Promise<unknown>,
): Promise<Timed> {
  const from = await page.evaluate(() => {
    window.bench.tasks.length = 0;
    return performance.now();
  });
  await act();
  await shown();
  const ms = (await page.evaluate(() => performance.now())) - from;
  await quiet?.();
  await page.waitForTimeout(AFTERWARDS_MS);
  return { ms, task: await page.evaluate(() => Math.max(0, ...window.bench.tasks)) };
}

interface Large {
  readonly opening: Timed;
  readonly scoring: Timed;
  readonly rerun: Timed;
  /** Megabytes. */
  readonly heaps: readonly (readonly [thread: string, megabytes: number])[];
  readonly resident: number;
}

async function large(server: Served, file: Uint8Array): Promise<Large> {
  const browser = await launchChromium();
  try {
    const { page } = await opened(browser, server);
    const cdp = await page.context().newCDPSession(page);
    const workers = await workersOf(cdp);
    const idle = (): Promise<unknown> =>
      page.waitForFunction(() => document.querySelector('.pane[aria-busy="false"]'), undefined, { timeout: LONGEST_WAIT, polling: 'raf' });
    const opening = await timed(
      page,
      () =>
        page
          .locator('input[type=file]')
          .setInputFiles({ name: 'large.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(file) }),
      async () => {
        await page.waitForFunction(() => document.querySelector('.bar-name')?.textContent?.includes('large.xlsx'), undefined, {
          timeout: LONGEST_WAIT,
          polling: 'raf',
        });
        await idle();
      },
      () => filled(page),
    );
    const score = async (): Promise<void> => {
      await page.evaluate(() =>
        document.querySelectorAll('.pane .notices .notice').forEach((notice) => notice.setAttribute('data-old', '')),
      );
      await page.locator('.pane .commands .primary').click();
    };
    const done = async (): Promise<void> => {
      await page.waitForFunction(() => document.querySelector('.pane .progress'), undefined, { timeout: 5000 }).catch(() => undefined);
      await idle();
      await page.locator('.pane .notice', { hasText: '考评完成' }).waitFor({ timeout: 5000 });
    };
    const scoring = await timed(page, score, done);
    await page.locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${SHEET}$`) }).click();
    const name = page.locator('[data-u-comp="defined-name"] input').first();
    await name.fill(`D${HEAD + 1}`);
    await name.press('Enter');
    await page.keyboard.type('54321');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(AFTERWARDS_MS);
    const rerun = await timed(page, score, done);
    const heaps = [['page', await heapOf(cdp)] as const, ...(await workers())];
    return { opening, scoring, rerun, heaps, resident: await resident(browser) };
  } finally {
    await browser.close();
  }
}

/** Rows behind the first screen are filled in after it. */
async function filled(page: Page): Promise<void> {
  const last = [SHEET, `B${HEAD + zones}`] as const;
  await page.waitForFunction(
    ([sheet, cell]) =>
      (window as unknown as { workbench: { at(sheet: string, cell: string): { text: string } | undefined } }).workbench.at(sheet, cell)
        ?.text,
    last,
    { timeout: LONGEST_WAIT },
  );
}

/** Megabytes, together with the memory behind typed arrays. */
async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

/** Attaches to the page's workers; @returns what asks them all for their heaps */
async function workersOf(cdp: CDPSession): Promise<() => Promise<[string, number][]>> {
  const sessions = new Map<string, string>();
  const answers = new Map<number, (result: { usedSize?: number; backingStorageSize?: number }) => void>();
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => void sessions.set(sessionId, targetInfo.title || targetInfo.url));
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => void sessions.delete(sessionId));
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
    if (id !== undefined) answers.get(id)?.(result ?? {});
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  const ask = (sessionId: string, method: string): Promise<{ usedSize?: number; backingStorageSize?: number }> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      answers.set(id, resolve);
      cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).catch(reject);
    });
  return async () => {
    const heaps: [string, number][] = [];
    for (const [sessionId, title] of sessions) {
      await ask(sessionId, 'HeapProfiler.collectGarbage');
      const { usedSize = NaN, backingStorageSize = 0 } = await ask(sessionId, 'Runtime.getHeapUsage');
      heaps.push([/formulas/.test(title) ? 'formulas' : 'workbook', (usedSize + backingStorageSize) / 1e6]);
    }
    return heaps;
  };
}

/** Megabytes of the largest renderer process, NaN where there is no /proc. */
async function resident(browser: Browser): Promise<number> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1000;
      } catch {
        return NaN;
      }
    });
  return Math.max(...sizes);
}

function gzipped(folder: string): { readonly files: number; readonly kilobytes: number } {
  const files = readdirSync(folder).filter((file) => /\.(js|css)$/.test(file));
  return {
    files: files.length,
    kilobytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0) / 1000,
  };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const ms = (values: readonly number[]): string =>
  `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function repeat<T>(count: number, what: string, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 1; run <= count; run++) {
    say(`${what} ${run}/${count} …`);
    results.push(await work());
  }
  return results;
}

async function main(): Promise<void> {
  const dist = resolve('dist');
  const server = await serve(dist, 0);
  try {
    const cold = await repeat(starts, 'start', () => coldStart(server));
    const file = await largeWorkbook(zones, columns);
    const bore = await repeat(runs, `${zones} × ${columns}`, () => large(server, file));
    const heaps = bore
      .at(-1)!
      .heaps.map(([thread, megabytes]) => `${thread} ${Math.round(megabytes)}`)
      .join(', ');
    const { files, kilobytes } = gzipped(join(dist, 'workbench'));
    const of = <T>(rows: readonly T[], value: (row: T) => number): string => ms(rows.map(value));
    process.stdout.write(
      [
        `Node ${process.version}, ${cpus()[0]?.model ?? ''} × ${cpus().length}; median (least–most)`,
        '',
        '| cold start, sample workbook | |',
        '| --- | ---: |',
        `| first contentful paint | ${of(cold, ({ paint }) => paint)} |`,
        `| bar on screen | ${of(cold, ({ bar }) => bar)} |`,
        `| pane on screen | ${of(cold, ({ pane }) => pane)} |`,
        `| grid ready | ${of(cold, ({ grid }) => grid)} |`,
        `| ready to score | ${of(cold, ({ idle }) => idle)} |`,
        `| longest task of the page | ${of(cold, ({ task }) => task)} |`,
        `| scripts and styles, gz | ${Math.round(kilobytes)} kB in ${files} files |`,
        '',
        `| ${zones.toLocaleString('en')} × ${columns} | time | longest task of the page |`,
        '| --- | ---: | ---: |',
        `| open, until it can be scored | ${of(bore, ({ opening }) => opening.ms)} | ${of(bore, ({ opening }) => opening.task)} |`,
        `| score | ${of(bore, ({ scoring }) => scoring.ms)} | ${of(bore, ({ scoring }) => scoring.task)} |`,
        `| score again after an edit | ${of(bore, ({ rerun }) => rerun.ms)} | ${of(bore, ({ rerun }) => rerun.task)} |`,
        '',
        `Memory, opened and scored twice: JavaScript heaps after collection ${heaps} MB; resident set of the renderer ${Math.round(Math.max(...bore.map(({ resident: size }) => size)))} MB`,
        '',
      ].join('\n'),
    );
  } finally {
    await server.close();
  }
}

void main();
