import type { Later } from '../../src/workbench/autosave';

/** A clock that stands until a test lets time pass. */
export class Clock {
  readonly start = new Date(2016, 10, 20, 17, 3).getTime();
  private time = this.start;
  private timers: { readonly due: number; readonly work: () => void }[] = [];

  now = (): Date => new Date(this.time);

  later: Later = (milliseconds, work) => {
    const timer = { due: this.time + milliseconds, work };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((one) => one !== timer));
  };

  /** Lets milliseconds pass, and with them everything that follows without a timer. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      await settle();
      const [next] = this.timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.time = Math.max(this.time, next.due);
      this.timers = this.timers.filter((one) => one !== next);
      next.work();
    }
    this.time = until;
  }
}

/** Messages and promises under way arrive. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 4; round++) await new Promise((resolve) => setImmediate(resolve));
}
