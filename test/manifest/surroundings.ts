import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Surroundings } from './check-manifest';

/** The repository as a manifest sees it: icons lie in assets/icons and are served from /assets. */
export function surroundings(root: string): Surroundings {
  return {
    icon(path) {
      const file = join(root, 'assets', 'icons', basename(path));
      return path.includes('/assets/') && existsSync(file) ? readFileSync(file) : undefined;
    },
    pages: ['taskpane.html', 'notice.html', 'help.html'],
    version: versionIn(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))),
  };
}

function versionIn(described: unknown): string {
  if (typeof described === 'object' && described !== null && 'version' in described && typeof described.version === 'string')
    return described.version;
  throw new Error('package.json has no version');
}
