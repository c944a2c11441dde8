import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtPane, builtWorkbench, dist, PANE, root, WORKBENCH } from './built';

const SOURCES = ['src/app', 'src/commands', 'src/core', 'src/hosts', 'src/notice', 'src/packs', 'src/taskpane', 'src/workbench'];
const BUILT = [...PANE, ...WORKBENCH];

const changed = (path: string): number => statSync(join(root, path)).mtimeMs;

function lastChange(): number {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return Math.max(...[...files, 'webpack.config.js', 'package.json'].map(changed));
}

/**
 * All other tests of this folder are about this build. Times alone do not tell: webpack leaves a file as it is whose content would not
 * change. So where no file is newer than the sources everything is built once more, elsewhere.
 */
it('dist is what the sources come to now', () => {
  builtPane();
  builtWorkbench();
  if (process.env['E2E_DIST'] !== undefined || Math.max(...BUILT.map((file) => statSync(join(dist, file)).mtimeMs)) > lastChange()) return;
  const folder = mkdtempSync(join(tmpdir(), 'zone-assessor-built-'));
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production', '--output-path', folder], {
      cwd: root,
      stdio: 'pipe',
    });
    const stale = BUILT.filter((file) => !readFileSync(join(folder, file)).equals(readFileSync(join(dist, file))));
    if (stale.length > 0)
      throw new Error(`dist is older than the sources (${stale.join(', ')}): run \`npm run build\` first (\`npm test\` does)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
