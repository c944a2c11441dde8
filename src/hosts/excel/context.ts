/**
 * A request context that waits while a cell is being edited. It is made outside of Excel.run on purpose: inside of it every range
 * is tracked, which doubles what a range costs in bytes and adds a clean-up request to every batch. Ranges of this context live
 * for one sync only; the empty run does no more than set the option.
 */
export async function newContext(): Promise<Excel.RequestContext> {
  const context = new Excel.RequestContext();
  await Excel.run({ delayForCellEdit: true, previousObjects: context }, () => Promise.resolve());
  return context;
}
