import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test, with a way to tell whether anything in it has changed. */
export class Workspace {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'zone-assessor-cli-')));

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** @returns the path written */
  write(name: string, content: Uint8Array | string): string {
    const path = this.path(name);
    writeFileSync(path, content);
    return path;
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.path(name)));
  }

  text(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Takes a file away if it is there. */
  forget(name: string): void {
    rmSync(this.path(name), { force: true });
  }

  /** Every entry below the folder with its kind, its length and a digest of its content. */
  snapshot(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const path = this.path(name);
        const state = lstatSync(path);
        if (state.isSymbolicLink()) return `${name} -> ${readlinkSync(path)}`;
        if (state.isDirectory()) return `${name}/`;
        return `${name} ${state.size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
      });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
