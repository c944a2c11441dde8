/** Queue on it, then {@link flush}. Ranges of it live until the flush and no longer. */
export function newContext(): Excel.RequestContext {
  return new Excel.RequestContext();
}

/**
 * Sends what is queued, in one request; while a cell is being edited Excel lets it wait. Everything is queued outside of Excel.run
 * on purpose: inside of it every range is tracked, which doubles what a range costs in bytes and adds a request that gives the
 * ranges back. The run here begins with the queue full and adds nothing to it.
 * @throws OfficeExtension.Error
 */
export async function flush(context: Excel.RequestContext): Promise<void> {
  await Excel.run({ delayForCellEdit: true, previousObjects: context }, () => Promise.resolve());
}
