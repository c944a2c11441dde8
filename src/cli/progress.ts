import type { Terminal } from './terminal';

/** Quick work is silent; once a second has passed, every further step is told on the error stream. */
const SILENT_MS = 1000;

export class Progress {
  private readonly started: number;

  constructor(private readonly terminal: Terminal) {
    this.started = terminal.now().getTime();
  }

  step(text: string): void {
    if (this.terminal.now().getTime() - this.started >= SILENT_MS) this.terminal.err(`${text}\n`);
  }
}
