import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** What the browser loads. `E2E_DIST` names another build, for example one for another address of office.js. */
export const dist = process.env['E2E_DIST'] ?? join(root, 'dist');

/** Files of the pane, and of the workbench, that the build makes. */
export const PANE = [
  'taskpane.html',
  'taskpane.js',
  'taskpane.css',
  'engine.js',
  'score.js',
  'report.js',
  'ribbon.js',
  'own-packs.js',
  'own-pack.js',
  'template.js',
  'notice.html',
  'notice.js',
  'notice.css',
  'help.html',
  'help.css',
];
export const WORKBENCH = ['workbench.html', 'workbench/workbench.js', 'workbench/workbench.css', 'samples/shandong-2016.xlsx'];

/** Fails where nothing was built; whether it was built from the present sources is built.test.ts's question. */
export const builtPane = (): string => built(PANE);
export const builtWorkbench = (): string => built(WORKBENCH);

function built(needed: readonly string[]): string {
  const missing = needed.filter((file) => !existsSync(join(dist, file)));
  if (missing.length > 0) throw new Error(`${dist} lacks ${missing.join(', ')}: run \`npm run build\` first (\`npm test\` does)`);
  return dist;
}
