import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { FileError } from './terminal';
import { cliWords as words } from './words';

const reason = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return words.why.get(code) ?? (code || String(error));
};

/** What stands under the path; undefined where nothing does or could (a path below a file, say). */
function stateOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

/** Whole file as bytes; refuses what is larger than `megabytes`. */
export function readBytes(path: string, megabytes: number): Uint8Array {
  try {
    if (statSync(path).size > megabytes * 1_048_576) throw new FileError(words.tooLarge(path, megabytes));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(words.notReadable(path, reason(error)));
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: its folder may still be a link.
    try {
      return join(realpathSync(dirname(resolve(path))), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/** Whether two paths name one file: links followed, and whatever the file system itself takes for one (letter case, hard links). */
export function sameFile(a: string, b: string): boolean {
  if (real(a) === real(b)) return true;
  const [one, other] = [stateOf(a), stateOf(b)];
  return one !== undefined && other !== undefined && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev;
}

/** ".xlsx", in small letters. */
export function extensionOf(path: string): string {
  return extname(path).toLowerCase();
}

/**
 * Writes several files so that each appears whole or not at all: into a neighbour first, then renamed over the target.
 * A crash or a kill half-way leaves the target as it was (at worst a hidden .tmp neighbour).
 */
export function writeWhole(files: readonly { readonly path: string; readonly content: Iterable<Uint8Array> }[]): void {
  const staged: { temporary: string; path: string }[] = [];
  let current = '';
  try {
    for (const { path, content } of files) {
      current = path;
      refuseFolder(path);
      const temporary = join(dirname(resolve(path)), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
      const handle = openSync(temporary, 'wx', 0o666);
      staged.push({ temporary, path });
      try {
        for (const bytes of content) for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, bytes.length - at);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    }
    for (const { temporary, path } of staged) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    staged.forEach(({ temporary }) => rmSync(temporary, { force: true }));
    if (error instanceof FileError) throw error;
    throw new FileError(words.notWritable(current, reason(error)));
  }
}

/** @throws FileError where a folder stands under the path that is to be written */
export function refuseFolder(path: string): void {
  if (stateOf(path)?.isDirectory()) throw new FileError(words.outIsFolder(path));
}

/** Makes a folder, and those above it, where there is none. @throws FileError where it cannot be, or a file stands there */
export function makeFolder(path: string): void {
  const state = stateOf(path);
  if (state && !state.isDirectory()) throw new FileError(words.outIsFile(path));
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FileError(words.notWritable(path, reason(error)));
  }
}

/** Of a file that Excel has open: a note of its own beside it. */
const LOCK = '~$';

/** The path itself, or the files with one of the extensions that lie in a folder, by name. */
export function filesAt(path: string, extensions: ReadonlySet<string>): string[] {
  if (!stateOf(path)?.isDirectory()) return [path];
  try {
    const names = readdirSync(path).filter((name) => extensions.has(extensionOf(name)) && !name.startsWith(LOCK) && !name.startsWith('.'));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw new FileError(words.notReadable(path, reason(error)));
  }
}
