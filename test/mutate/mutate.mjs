import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

/**
 * `npm run mutate -- judge` changes every expression of src/core/judge in turn and tells which changes no test notices.
 * `npm run mutate -- judge position trend` looks at these files, or folders in it, alone.
 */
const { folders } = createRequire(import.meta.url)('./folders.cjs');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [folder, ...files] = process.argv.slice(2);
const refuse = (why) => {
  process.stderr.write(`${why}\n`);
  process.exit(2);
};
if (!Object.hasOwn(folders, folder ?? '')) refuse(`npm run mutate -- <${Object.keys(folders).join('|')}> [file ...]`);
if (!existsSync(join(root, 'src', 'core', folder))) refuse(`src/core/${folder} does not exist`);
process.chdir(root);
process.env.MUTATED_FOLDER = folder;
const reports = join('node_modules', '.cache', 'mutate');
mkdirSync(reports, { recursive: true });
const named = files.length > 0 ? files.map((file) => `src/core/${folder}/**/${file}{.ts,/**/*.ts}`) : [`src/core/${folder}/**/*.ts`];

await new Stryker({
  mutate: named,
  testRunner: 'in-process',
  plugins: [join(root, 'test', 'mutate', 'in-process-runner.mjs')],
  coverageAnalysis: 'perTest',
  // Module constants are words and tables: each would need a run of every test.
  ignoreStatic: true,
  // Words are asserted where they matter; a changed sentence is no changed rule.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  // Most endless loops are stopped by counting; a busy machine needs time for the others too.
  timeoutMS: 15000,
  incremental: true,
  incrementalFile: join(reports, `${folder}.incremental.json`),
  tempDirName: '.mutants',
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: join(reports, `${folder}.json`) },
  htmlReporter: { fileName: join(reports, `${folder}.html`) },
  ignorePatterns: ['dist', '.tools', 'coverage', 'assets', 'src/workbench', 'src/taskpane', 'test/e2e', 'test/workbench'],
  allowConsoleColors: false,
}).runMutationTest();
