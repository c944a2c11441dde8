import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appWords as words } from '../../src/app/words';
import { builtPane, dist } from './built';
import { withPane, type Pane } from './pane';
import { until } from './until';

const OFFICE = /^https:\/\/(appsforoffice\.microsoft\.com|appsforoffice\.cdn\.partner\.office365\.cn)\//;

/** All that a first result needs has been asked for. */
const prepared = (pane: Pane): Promise<void> =>
  until('what makes the sheets is fetched', () => pane.excel.requestsSeen.some(({ url }) => new URL(url).pathname === '/report.js'));

it("nothing is fetched from anywhere but the pane's own server and Microsoft's office.js, and only at the start", async () => {
  await withPane({}, async (pane) => {
    await prepared(pane);
    const atStart = pane.excel.requestsSeen.length;
    for (const tab of ['data', 'check', 'result', 'pack'] as const) await pane.tab(tab);
    await pane.score();
    await pane.button(words.about.open).click();
    const { requestsSeen, consoleSeen, frame } = pane.excel;
    const own = new URL(frame.url()).origin;
    const strangers = requestsSeen.map(({ url }) => url).filter((url) => new URL(url).origin !== own && !OFFICE.test(url));
    expect(strangers).toEqual([]);
    const paths = requestsSeen.map(({ url }) => new URL(url).pathname);
    expect(
      paths.filter(
        (path) =>
          !/^\/(taskpane\.(html|js|css)|engine\.js|score\.js|report\.js|packs\/[a-z]+-(\d{4}|method)\.js|office-js\/.+|lib\/1\/hosted\/.+|appsforoffice\/.+)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
    expect(requestsSeen).toHaveLength(atStart);
    expect(consoleSeen).toEqual([]);
  });
});

it("the page's policy lets nothing out, not even what somebody smuggled in", async () => {
  await withPane({}, async (pane) => {
    await prepared(pane);
    const seen = pane.excel.requestsSeen.length;
    const outcome = await pane.excel.frame.evaluate(async () => {
      const tried = await fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      );
      const image = new Image();
      const loaded = new Promise<string>((resolve) => {
        image.onload = (): void => resolve('sent');
        image.onerror = (): void => resolve('refused');
      });
      image.src = 'https://example.com/x.png';
      const beacon = navigator.sendBeacon('https://example.com/beacon', 'x');
      return [tried, await loaded, beacon];
    });
    expect(outcome.slice(0, 2)).toEqual(['refused', 'refused']);
    expect(pane.excel.requestsSeen).toHaveLength(seen);
    // Three breaches of ours prove that the console would have shown one of the product's.
    expect(pane.excel.consoleSeen.filter((line) => line.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2);
  });
});

it("the pane's program is small: what it starts with, reads with and counts with", () => {
  const compressed = (file: string): number => gzipSync(readFileSync(join(builtPane(), file)), { level: 9 }).length;
  expect(compressed('taskpane.js')).toBeLessThanOrEqual(63 * 1024);
  expect(compressed('engine.js')).toBeLessThanOrEqual(80 * 1024);
  expect(compressed('score.js')).toBeLessThanOrEqual(90 * 1024);
  expect(dist).toBe(builtPane());
});
