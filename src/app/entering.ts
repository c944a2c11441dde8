import { fieldsOf } from '../core/form/fields';
import type { FormField, SettingsForm } from '../core/form/settings-form';
import type { Chosen } from './chosen';
import type { Engine } from './engine';
import type { Looking } from './looking';
import type { SessionStore } from './session-store';
import type { SettingsState, Task } from './state';
import { wasCancelled, type Worker } from './work';
import { appWords as words } from './words';

/** Each holds the cells that it changed. */
const MOST_STEPS = 50;

interface Around {
  readonly store: SessionStore;
  readonly chosen: Chosen;
  readonly worker: Worker;
  readonly looking: Looking;
  readonly engine: Engine;
  /** Runs a task of the session; failures are told. */
  run(task: Task, steps: () => Promise<void>): Promise<void>;
}

/**
 * The form for parameters and weights: filled by what the workbook says, typed into, written to the sheet as a whole and taken back.
 * What is typed stays until it is written or given up, whatever screen comes in between.
 */
export class Entering {
  constructor(private readonly around: Around) {}

  private get state(): SettingsState {
    return this.around.store.state.settings;
  }

  private set(change: Partial<SettingsState>): void {
    this.around.store.set({ settings: { ...this.state, ...change } });
  }

  /** Fills the form with what was read last. */
  async load(): Promise<void> {
    const { chosen, engine, store } = this.around;
    const { pack } = chosen;
    if (!pack) return;
    try {
      const form = await engine.form(pack.pack);
      if (chosen.pack !== pack) return;
      const before = this.state.form;
      this.set({ form, draft: before?.pack === form.pack ? kept(form, this.state.draft) : new Map() });
    } catch (error) {
      store.failed(error);
    }
  }

  /** @param texts by id of the field; what the sheet says already is no change */
  type(texts: ReadonlyMap<string, string>): void {
    const { form, draft } = this.state;
    if (form) this.set({ draft: kept(form, new Map([...draft, ...texts])) });
  }

  discard(): void {
    this.set({ draft: new Map() });
  }

  /** Writes what was typed into the sheet, all of it or nothing. */
  write(): Promise<void> {
    const { looking, engine, worker, store, chosen, run } = this.around;
    return run('enter', async () => {
      const { pack } = chosen;
      const { form, draft } = this.state;
      if (!pack || form?.pack !== pack.pack || draft.size === 0) return;
      await looking.read(0, 0.3);
      const entries = [...draft].map(([id, text]) => ({ id, text }));
      const entered = await engine.enter(pack.pack, entries, worker.watch('entering', 0.3, 0.6));
      this.set({ entered: [...this.state.entered, entered].slice(-MOST_STEPS), draft: new Map() });
      const tooLate = await this.lookAgain();
      const said = entered.kind === 'made' ? words.done.enteredNew : words.done.entered;
      const nextStep = tooLate ? words.done.enteredTooLate : words.done.enteredNext;
      store.tell('success', { message: said(entered.sheet, entries.length), nextStep });
      entered.leftOut.forEach((message) => store.tell('info', { message }));
    });
  }

  /** Puts back what was written last, unless somebody has changed it since; then what was written before that, and so on. */
  takeBack(): Promise<void> {
    const { looking, engine, worker, store, run } = this.around;
    return run('takeBack', async () => {
      const entered = this.state.entered.at(-1);
      if (!entered) return;
      await looking.read(0, 0.3);
      await engine.takeBack(entered, worker.watch('entering', 0.3, 0.6));
      this.set({ entered: this.state.entered.slice(0, -1) });
      await this.lookAgain();
      store.tell('success', { message: (entered.kind === 'made' ? words.done.takenAway : words.done.takenBack)(entered.sheet) });
    });
  }

  /** @returns whether somebody cancelled what had been done already */
  private async lookAgain(): Promise<boolean> {
    const { looking, worker } = this.around;
    try {
      await looking.read(0.6, 0.8);
      await worker.step('assessing', 0.8);
      await looking.look();
      await this.load();
      return false;
    } catch (error) {
      if (!wasCancelled(error)) throw error;
      return true;
    }
  }
}

/** What of a draft is other than what the sheet says; fields that the form has not got are given up. */
function kept(form: SettingsForm, draft: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map(fieldsOf(form).map((field): [string, FormField] => [field.id, field]));
  return new Map(
    [...draft].filter(([id, text]) => {
      const field = fields.get(id);
      return field !== undefined && field.locked === undefined && text.trim() !== field.text;
    }),
  );
}
