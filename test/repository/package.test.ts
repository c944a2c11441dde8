import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './documents';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const described = z.object({ version: z.string(), bin: z.record(z.string(), z.string()), files: z.array(z.string()) });
const own = described.parse(JSON.parse(read('package.json')));
const config = read('webpack.config.js');

it('the lock file is of this version', () => {
  const lock = z.object({ version: z.string(), packages: z.object({ '': z.object({ version: z.string() }) }) });
  const { version, packages } = lock.parse(JSON.parse(read('package-lock.json')));
  expect([version, packages[''].version]).toEqual([own.version, own.version]);
});

it('the changelog tells this version', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${own.version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm'));
});

it('everything that the package carries is here, or is what the build makes', () => {
  const listed = own.files.filter((file) => !file.startsWith('!'));
  expect(listed).toContain('dist/');
  expect(listed.filter((file) => file !== 'dist/' && !existsSync(join(root, file)))).toEqual([]);
});

it('its command is the command line that the build makes, with a first line for the shell', () => {
  expect(own.bin).toEqual({ 'zone-assessor': 'dist/cli.js' });
  expect(config).toContain("entry: { cli: './src/cli/main.ts' }");
  expect(config).toContain("banner: '#!/usr/bin/env node'");
});
