import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(__dirname, '..', '..', 'dist');

test('the licences of the packages in the command line lie beside it', () => {
  const licences = readFileSync(join(dist, 'cli.LICENSES.txt'), 'utf8');
  const program = readFileSync(join(dist, 'cli.js'), 'utf8');
  // The bundle names the file of every module of a package.
  const packages = new Set([...program.matchAll(/\/node_modules\/((?:@[^/\s"]+\/)?[^/\s"]+)\//g)].map(([, name]) => name));
  expect(packages.size).toBeGreaterThan(0);
  for (const name of packages) expect(licences).toMatch(new RegExp(`^${name!.replace(/[.]/g, '\\.')} \\d`, 'mu'));
  expect(licences).toMatch(/MIT|Apache|BSD/u);
});
