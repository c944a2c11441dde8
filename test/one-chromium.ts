import type { BrowserServer } from 'playwright-core';
import { serveChromium } from './excel-host/chromium';

declare global {
  // var: nothing else makes a property of globalThis.
  var oneChromium: BrowserServer | undefined;
}

/** jest's globalSetup of the slow tests: one browser for all of them. Each test opens contexts of its own, which share nothing. */
export default async function start(): Promise<void> {
  globalThis.oneChromium = await serveChromium();
}
