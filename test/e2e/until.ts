import { PATIENCE } from './patience';
/** Waits for something on this side of the wire; what stands in the pane is awaited with Playwright's own means. */
export async function until(what: string, holds: () => boolean, longest = PATIENCE): Promise<void> {
  const end = Date.now() + longest;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited ${longest} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
