import { ProblemError } from '../core/problem';
import type { Chosen } from './chosen';
import type { Engine } from './engine';
import type { Looking } from './looking';
import { recall, remember, rememberCleared } from './remembered';
import type { SessionStore } from './session-store';
import type { Worker } from './work';
import { appWords as words } from './words';

/** What the workbook remembers of what was chosen and written last. Where it cannot be kept, that is told and nothing else is lost. */
export class Keeping {
  constructor(
    private readonly store: SessionStore,
    private readonly chosen: Chosen,
    private readonly worker: Worker,
    private readonly looking: Looking,
    private readonly engine: Engine,
    /** Takes up the packs of the person's own, told whether the workbook keeps any. */
    private readonly takeUpOwn: (inWorkbook: boolean) => Promise<void>,
  ) {}

  /** Takes up what the workbook remembers. */
  async takeUp(): Promise<void> {
    const recalled = await recall(this.engine, this.worker.small);
    if (recalled && 'unreadable' in recalled) this.store.tell('warning', words.trouble.memoryUnreadable);
    const memory = recalled && 'memory' in recalled ? recalled.memory : undefined;
    await this.takeUpOwn(memory?.choices.ownPacks === true);
    if (!memory) return;
    const known = memory.choices.pack === undefined || this.chosen.packOf(memory.choices.pack) !== undefined;
    if (!known) this.store.tell('warning', words.trouble.memoryUnknownPack(memory.choices.pack ?? ''));
    const choices = known ? memory.choices : { ...memory.choices, pack: undefined };
    this.store.set({
      choices,
      chosenBy: choices.pack === undefined ? undefined : 'memory',
      outcome: memory.last && { last: memory.last, leftOut: [] },
    });
  }

  keep(): Promise<void> {
    const { choices, outcome } = this.store.state;
    return this.put(remember(this.engine, { choices, last: outcome?.last }, this.worker.busy ? this.worker.small : this.looking.aside));
  }

  /** Results were taken away. */
  keepCleared(): Promise<void> {
    return this.put(rememberCleared(this.engine, this.store.state.choices, this.worker.small));
  }

  private async put(kept: Promise<void>): Promise<void> {
    try {
      await kept;
    } catch (error) {
      const [cause] = error instanceof ProblemError ? error.problems : [];
      const { message, because, nextStep } = words.trouble.notRemembered;
      this.store.tell('info', { message: cause ? because(cause.message) : message, nextStep });
    }
  }
}
