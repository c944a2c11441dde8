import type { Watch } from '../port';

/** A request that is not answered after so long is told: most often a cell is being edited, or a dialog stands open. Milliseconds. */
export const SLOW = 3_000;
/** Someone who cancels gets the pane back after so long at most, answered or not. */
const GRACE = 400;

/** Thrown by {@link flush} where somebody cancelled and Excel has not answered yet. What was sent may still be carried out. */
export class Unanswered extends Error {
  /** @param answer ends when Excel answers after all, whatever it says; it may never do so */
  constructor(readonly answer: Promise<void>) {
    super('cancelled before Excel answered');
  }
}

const watches = new WeakMap<Excel.RequestContext, Watch>();

/** Queue on it, then {@link flush}. Ranges of it live until the flush and no longer. @param watch is told where Excel is slow to answer */
export function newContext(watch?: Watch): Excel.RequestContext {
  const context = new Excel.RequestContext();
  if (watch) watches.set(context, watch);
  return context;
}

/**
 * Sends what is queued, in one request; while a cell is being edited Excel lets it wait. Everything is queued outside of Excel.run
 * on purpose: inside of it every range is tracked, which doubles what a range costs in bytes and adds a request that gives the
 * ranges back. The run here begins with the queue full and adds nothing to it.
 * @throws OfficeExtension.Error, or Unanswered where the context's watch was cancelled meanwhile
 */
export async function flush(context: Excel.RequestContext): Promise<void> {
  const sent = Excel.run({ delayForCellEdit: true, previousObjects: context }, () => Promise.resolve());
  const watch = watches.get(context);
  await (watch ? answered(sent, watch) : sent);
}

/** Waits as a flush does: tells where it takes long, and lets go where somebody cancels. @throws Unanswered */
export function answered(sent: Promise<void>, { signal, waiting }: Watch): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = false;
    const slow = setTimeout(() => {
      told = true;
      waiting?.(true);
    }, SLOW);
    let grace: ReturnType<typeof setTimeout> | undefined;
    const answer = sent.then(
      () => end(resolve),
      (error: unknown) => end(() => reject(error)),
    );
    const letGo = (): void => {
      grace = setTimeout(() => end(() => reject(new Unanswered(answer))), GRACE);
    };
    const end = (outcome: () => void): void => {
      clearTimeout(slow);
      clearTimeout(grace);
      signal?.removeEventListener('abort', letGo);
      if (told) waiting?.(false);
      told = false;
      outcome();
    };
    if (signal?.aborted) letGo();
    else signal?.addEventListener('abort', letGo, { once: true });
  });
}
