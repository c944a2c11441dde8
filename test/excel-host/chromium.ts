import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';

/** Asks the package in a process of its own: it is an ES module, and jest here loads none. It unpacks itself where it has not yet. */
function packagedChromium(): string {
  const script =
    'const { default: chromium } = await import("@sparticuz/chromium"); process.stdout.write(await chromium.executablePath());';
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: __dirname, encoding: 'utf8' }).trim();
}

/** Chromium of the machine, or the one in the package. */
function options(): LaunchOptions {
  const own = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  return {
    executablePath: own ?? packagedChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-extensions',
    ],
  };
}

/** A browser that belongs to the caller alone, for measurements. */
export const launchChromium = (): Promise<Browser> => chromium.launch(options());

/** Where the tests find the one browser of a run; set by test/one-chromium.ts. Empty where none could be started. */
const ADDRESS = 'ZONE_ASSESSOR_CHROMIUM';

/** Starts the browser that all tests of a run share. With REQUIRE_CHROMIUM set a missing browser is an error. */
export async function serveChromium(): Promise<BrowserServer | undefined> {
  process.env[ADDRESS] = '';
  try {
    const server = await chromium.launchServer(options());
    process.env[ADDRESS] = server.wsEndpoint();
    return server;
  } catch (error) {
    if (process.env['REQUIRE_CHROMIUM']) throw error;
    process.stderr.write(`No browser can be started, tests that need one do nothing: ${String(error).split('\n')[0]}\n`);
    return undefined;
  }
}

/** The browser that all tests of a run share; closing it closes what the caller has opened in it. */
export function connectChromium(): Promise<Browser> {
  const address = process.env[ADDRESS];
  if (!address) throw new Error(`${ADDRESS} is not set: tests that need a browser are named *.slow.test.ts or lie in test/e2e`);
  return chromium.connect(address);
}

/** Whether there is a browser here. */
export const hasChromium = (): boolean => process.env[ADDRESS] !== '';
