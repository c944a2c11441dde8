import { join } from 'node:path';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/terminal';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The moment that every run in this process believes to be now. */
export const NOW = new Date(2017, 2, 1, 9, 30);

/** The part of a terminal that commands on files never ask for: a machine without a desktop, and no wish to wait. */
export const unattended: Pick<Terminal, 'machine' | 'launch' | 'stopped'> = {
  machine: { platform: 'linux', env: {}, interactive: false },
  launch: () => undefined,
  stopped: () => Promise.resolve(),
};

/** Carries out a command line in this process: the same way as the program, without starting one. */
export async function runHere(...argv: string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => NOW,
    root: join(__dirname, '..', '..', 'dist'),
    ...unattended,
  });
  return { code, out, err };
}
