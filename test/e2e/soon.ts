import { PATIENCE } from './patience';
/**
 * Asserts something of a page that is still on its way there: tries again until it holds, as Playwright's own expect does, and fails with
 * the last try's words. What is asserted only reads.
 */
export async function soon(holds: () => Promise<void>, longest = PATIENCE): Promise<void> {
  for (const end = Date.now() + longest; ;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
