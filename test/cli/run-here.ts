import { join } from 'node:path';
import { run } from '../../src/cli/run';

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The moment that every run in this process believes to be now. */
export const NOW = new Date(2017, 2, 1, 9, 30);

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
  });
  return { code, out, err };
}
