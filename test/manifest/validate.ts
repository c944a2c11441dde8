import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkManifest } from './check-manifest';
import { surroundings } from './surroundings';

/** `npm run validate`, from the root of the repository: checks manifest.xml, or the file named, without the internet. */
const file = resolve(process.argv[2] ?? 'manifest.xml');
const mistakes = checkManifest(readFileSync(file, 'utf8'), surroundings(process.cwd()));
for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
process.stdout.write(mistakes.length === 0 ? `${file}: valid\n` : `${file}: ${mistakes.length} mistakes\n`);
process.exitCode = mistakes.length === 0 ? 0 : 1;
