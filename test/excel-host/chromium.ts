import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Asks the package in a process of its own: it is an ES module, and jest here loads none. */
function packagedChromium(): string {
  const script =
    'const { default: chromium } = await import("@sparticuz/chromium"); process.stdout.write(await chromium.executablePath());';
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: __dirname, encoding: 'utf8', timeout: 60000 }).trim();
}

/** Chromium of the machine, or the one in the package. */
export async function launchChromium(): Promise<Browser> {
  const own = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  );
  return chromium.launch({
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
  });
}

let answer: Promise<boolean> | undefined;

/** Whether a browser can be started here; asked once. With REQUIRE_CHROMIUM set a missing browser is an error. */
export function hasChromium(): Promise<boolean> {
  answer ??= launchChromium().then(
    async (browser) => {
      await browser.close();
      return true;
    },
    (error: unknown) => {
      if (process.env['REQUIRE_CHROMIUM']) throw error;
      return false;
    },
  );
  return answer;
}
