import type { Watch } from '../port';

/** Milliseconds after which a request that is not answered is told: most often a cell is being edited, or a dialog stands open. Tests make it less. */
export const patience = { slow: 3_000 };

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
    let cancelled = signal?.aborted === true;
    const slow = setTimeout(() => {
      told = true;
      waiting?.(true);
      if (cancelled) letGo();
    }, patience.slow);
    const answer = sent.then(
      () => end(resolve),
      (error: unknown) => end(() => reject(error)),
    );
    // Most answers are under way already, and say whether there is anything to take back.
    const letGo = (): void => {
      cancelled = true;
      if (told) end(() => reject(new Unanswered(answer)));
    };
    const end = (outcome: () => void): void => {
      clearTimeout(slow);
      signal?.removeEventListener('abort', letGo);
      if (told) waiting?.(false);
      told = false;
      outcome();
    };
    signal?.addEventListener('abort', letGo, { once: true });
  });
}
