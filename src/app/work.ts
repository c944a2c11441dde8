import { ProblemError } from '../core/problem';
import type { Words } from '../core/refusal';
import type { Watch } from '../hosts/port';
import type { Stage, Task, Work } from './state';

/** Thrown between steps once the person has cancelled; ports throw a ProblemError with the code 'cancelled'. */
export class Cancelled extends Error {}

export const wasCancelled = (error: unknown): boolean =>
  error instanceof Cancelled ||
  (error instanceof ProblemError && error.problems.some(({ code }) => code === 'cancelled')) ||
  (error instanceof DOMException && error.name === 'AbortError');

/**
 * One task at a time: progress, cancelling, and the guard against a second click. Progress never falls, and a cancelled task
 * ends between two steps or inside the port.
 */
export class Worker {
  private running: Promise<void> | undefined;
  private controller = new AbortController();
  private work: Work | undefined;

  constructor(
    private readonly changed: (work: Work | undefined) => void,
    private readonly pause: () => Promise<void>,
    /** Told what became of work that was cancelled before the host answered. */
    private readonly late: (outcome: Words) => void,
  ) {}

  get busy(): boolean {
    return this.running !== undefined;
  }

  /** Whether the person asked to stop, heeded or not. */
  get cancelled(): boolean {
    return this.controller.signal.aborted;
  }

  /** Runs the task, or gives the one that is running: two clicks at once do one run. */
  run(task: Task, stage: Stage, carryOut: () => Promise<void>, unasked = false): Promise<void> {
    if (this.running) return this.running;
    this.controller = new AbortController();
    this.set({ task, stage, share: 0, cancelling: false, waiting: false, unasked });
    this.running = this.carryOut(carryOut);
    return this.running;
  }

  private async carryOut(steps: () => Promise<void>): Promise<void> {
    try {
      await this.pause();
      await steps();
    } finally {
      this.running = undefined;
      this.set(undefined);
    }
  }

  cancel(): void {
    if (!this.work) return;
    this.controller.abort();
    this.set({ ...this.work, cancelling: true });
  }

  /** A step that the port carries out, between two shares of the whole. */
  watch(stage: Stage, from: number, to: number): Watch {
    this.at(stage, from);
    return { ...this.small, progress: (share) => this.at(stage, from + (to - from) * Math.min(1, Math.max(0, share))) };
  }

  /** A small request within a step: no progress, but it can be let go. */
  get small(): Watch {
    return {
      signal: this.controller.signal,
      unasked: this.work?.unasked,
      waiting: (on) => {
        if (this.work) this.set({ ...this.work, waiting: on });
      },
      late: this.late,
    };
  }

  /** A step of our own: shown first, then begun unless cancelled. */
  async step(stage: Stage, share: number): Promise<void> {
    this.at(stage, share);
    await this.pause();
    this.stopIfCancelled();
  }

  stopIfCancelled(): void {
    if (this.cancelled) throw new Cancelled();
  }

  private at(stage: Stage, share: number): void {
    if (this.work) this.set({ ...this.work, stage, share: Math.max(share, this.work.share) });
  }

  private set(work: Work | undefined): void {
    this.work = work;
    this.changed(work);
  }
}
