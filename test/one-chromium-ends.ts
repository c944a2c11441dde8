import './one-chromium';

/** jest's globalTeardown of the slow tests. */
export default async function stop(): Promise<void> {
  await globalThis.oneChromium?.close();
}
