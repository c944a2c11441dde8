/** Runs work after so many milliseconds. @returns what takes it back */
export type Later = (milliseconds: number, work: () => void) => () => void;

export type DraftState =
  | { readonly kind: 'none' }
  /** `behind`: something changed since, and waits to be saved. */
  | { readonly kind: 'saved'; readonly at: Date; readonly behind: boolean }
  | { readonly kind: 'refused' };

/** Quiet that is waited for after a change, and the longest that a change waits while others follow. */
const QUIET_MS = 1500;
const LONGEST_MS = 10_000;

export interface AutosaveOptions {
  /** When the draft was saved that the document comes from. */
  readonly savedAt: Date | undefined;
  save(at: Date): Promise<void>;
  now(): Date;
  readonly later: Later;
  told(state: DraftState): void;
}

/** Saves the draft of one document a moment after it changed; one saving at a time. */
export class Autosave {
  private current: DraftState;
  /** Whether a draft lies in the store, however old. */
  private kept: boolean;
  private cancelTimer: (() => void) | undefined;
  private waitingSince: number | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: AutosaveOptions) {
    const { savedAt } = options;
    this.current = savedAt ? { kind: 'saved', at: savedAt, behind: false } : { kind: 'none' };
    this.kept = savedAt !== undefined;
  }

  get state(): DraftState {
    return this.current;
  }

  /** Whether a draft lies in the store, though perhaps not of the last change. */
  get hasDraft(): boolean {
    return this.kept;
  }

  /** Something changed. */
  touch(): void {
    if (this.stopped) return;
    const now = this.options.now().getTime();
    this.waitingSince ??= now;
    if (this.current.kind === 'saved' && !this.current.behind) this.set({ ...this.current, behind: true });
    this.cancelTimer?.();
    this.cancelTimer = this.options.later(Math.max(0, Math.min(QUIET_MS, this.waitingSince + LONGEST_MS - now)), () => void this.flush());
  }

  /** Saves at once what waits to be saved. Never throws; what became of it is the state. */
  async flush(): Promise<void> {
    while (this.running) await this.running;
    if (this.waitingSince === undefined || this.stopped) return;
    this.forget();
    this.running = this.save();
    await this.running;
  }

  /** Lets a saving end and forgets what waits, and the draft with it. @returns whether there is one in the store, now to be removed */
  async reset(): Promise<boolean> {
    this.forget();
    while (this.running) await this.running;
    const { kept } = this;
    this.kept = false;
    this.set({ kind: 'none' });
    return kept;
  }

  stop(): void {
    this.stopped = true;
    this.forget();
  }

  private forget(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.waitingSince = undefined;
  }

  private async save(): Promise<void> {
    const at = this.options.now();
    try {
      await this.options.save(at);
      this.kept = true;
      this.set({ kind: 'saved', at, behind: this.waitingSince !== undefined });
    } catch {
      // Full, forbidden, or the thread is gone: whatever it is, the person has to download in time.
      this.set({ kind: 'refused' });
    } finally {
      this.running = undefined;
    }
  }

  private set(state: DraftState): void {
    this.current = state;
    if (!this.stopped) this.options.told(state);
  }
}
