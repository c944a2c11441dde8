import { existsSync, readFileSync } from 'node:fs';
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

// Minified bundles no longer say what is in them: some that are surely there stand for all.
test.each([
  ['taskpane.LICENSES.txt', ['preact', 'big.js', 'yaml', 'zod', '@fluentui/tokens']],
  ['workbench/LICENSES.txt', ['preact', '@fluentui/tokens', '@univerjs/core', 'react', 'rxjs', 'fflate', 'comlink', '@e965/xlsx', 'docx']],
])('%s names what the page holds', (file, packages) => {
  const licences = readFileSync(join(dist, file), 'utf8');
  expect(packages.filter((name) => !licences.includes(`\n${name} `) && !licences.startsWith(`${name} `))).toEqual([]);
  expect(licences).toContain('Permission is hereby granted, free of charge');
});

test('office.js comes with its own terms', () => {
  expect(existsSync(join(dist, 'office-js/office.js'))).toBe(true);
  expect(readFileSync(join(dist, 'office-js/LICENSE.md'), 'utf8')).toContain('MICROSOFT SOFTWARE LICENSE TERMS');
});
