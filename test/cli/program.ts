import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cliWords } from '../../src/cli/words';
import type { Outcome } from './run-here';

export const programFile = join(__dirname, '../../dist/cli.js');

/** Starts the built program. */
export function start(argv: readonly string[], folder: string): ChildProcess {
  if (!existsSync(programFile)) throw new Error('dist/cli.js is missing: run “npm run build” first (“npm test” does)');
  return spawn(process.execPath, [programFile, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What is told where a second has passed (src/cli/progress.ts): no test expects it, and on a busy machine it comes. */
const STEPS = [cliWords.reading, cliWords.scoring, cliWords.writing].map((step) => `${step}\n`);
const withoutSteps = (text: string): string => STEPS.reduce((rest, step) => rest.replace(step, ''), text);

/** Runs the built program to its end in `folder`; its progress is left out of what it said. */
export function runProgram(argv: readonly string[], folder: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = start(argv, folder);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout!.on('data', (piece: Buffer) => out.push(piece));
    child.stderr!.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: withoutSteps(Buffer.concat(err).toString('utf8')) }),
    );
  });
}
