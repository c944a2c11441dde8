import { ProblemError } from '../core/problem';
import type { Engine } from './engine';
import type { SessionStore } from './session-store';
import { appWords as words } from './words';

/** A jump that is not carried out by then is given up. */
const JUMP_MS = 20_000;

/** Brings a cell to the front; where that cannot be done it is told, and nothing else happens. */
export async function jump(engine: Engine, store: SessionStore, sheet: string, cell: string): Promise<void> {
  try {
    await engine.goTo(sheet, cell, {
      signal: AbortSignal.timeout(JUMP_MS),
      waiting: (on) => on && store.tell('warning', words.trouble.hostWaits),
    });
  } catch (error) {
    const [problem] = error instanceof ProblemError ? error.problems : [];
    store.tell('warning', problem ?? words.trouble.notThere(`${sheet}!${cell}`));
  }
}
