import type { BrowserContext } from 'playwright-core';

/** Makes one file of the pane come late, as over a slow network. The harness sets up its own route later, and the last one is asked first: ours follows it. */
export function slowFile(context: BrowserContext, file: string, milliseconds: number): void {
  const route = context.route.bind(context);
  context.route = async (...harness: Parameters<typeof route>): ReturnType<typeof route> => {
    const routed = await route(...harness);
    await route(`**/${file}`, async (request) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await request.fallback();
    });
    return routed;
  };
}
