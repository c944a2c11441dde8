import type { Pack } from '../core/pack/schema';
import type { Engine } from './engine';
import type { Looking } from './looking';
import type { SessionStore } from './session-store';
import { wasCancelled, type Worker } from './work';
import { appWords as words } from './words';

/**
 * Adds blank sheets as part of a task, looks at the workbook with them, and says so.
 * @param year of the figures; undefined for the sheets alone that state a method
 * @returns whether another year was chosen before, which counts no more
 */
export async function insertTemplate(
  pack: Pack,
  year: number | undefined,
  store: SessionStore,
  worker: Worker,
  looking: Looking,
  engine: Engine,
): Promise<boolean> {
  const { written, leftOut } = await engine.insert(pack.pack, year, worker.watch('inserting', 0, 0.6));
  // The sheets say which year they are of; another one that was set before would contradict them.
  const { choices } = store.state;
  const contradicts = year !== undefined && choices.year !== undefined && choices.year !== year;
  if (contradicts) store.set({ choices: { ...choices, year: undefined } });
  let tooLate = false;
  try {
    await looking.read(0.6, 0.8);
    await worker.step('assessing', 0.8);
    await looking.look();
  } catch (error) {
    if (!wasCancelled(error)) throw error;
    tooLate = true;
  }
  store.set({ phase: 'ready', view: 'data' });
  const told = words.done.inserted(written.length, written[0] ?? '');
  store.tell('success', tooLate ? { ...told, nextStep: words.done.insertedTooLate } : told);
  leftOut.forEach((message) => store.tell('info', { message }));
  return contradicts;
}
