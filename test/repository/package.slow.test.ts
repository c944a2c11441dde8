import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFile } from '../cli/program';
import { Workspace } from '../cli/workspace';
import { root } from './documents';

let space: Workspace;

beforeAll(() => {
  if (!existsSync(programFile)) throw new Error('dist/cli.js is missing: run “npm run build” first (“npm test” does)');
  space = new Workspace();
  // Windows starts npm by a batch file.
  const options = { cwd: root, stdio: 'pipe', shell: process.platform === 'win32' } as const;
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', space.folder], options);
  const [tarball] = space.snapshot().map((entry) => entry.split(' ')[0]!);
  execFileSync('tar', ['-xzf', tarball!], { cwd: space.folder });
});

afterAll(() => space.remove());

const program = (...argv: string[]): string =>
  execFileSync(process.execPath, ['package/dist/cli.js', ...argv], { cwd: space.folder, encoding: 'utf8', stdio: 'pipe' });

it('the unpacked package scores a sample with nothing beside it', () => {
  cpSync(join(root, 'assets/samples/shandong-2016.xlsx'), space.path('指标表.xlsx'));
  expect(program('score', '指标表.xlsx', '--pack', 'shandong-2016', '--out', '结果.xlsx')).toContain('结果已写入：结果.xlsx');
  expect(existsSync(space.path('结果.xlsx'))).toBe(true);
});

it('it brings its own sample', () => {
  expect(program('demo')).toContain('结果已写入：');
});

it('it carries the workbench, the add-in, what to read, and none of the sources', () => {
  const carried = (file: string): boolean => existsSync(space.path('package', file));
  const wanted = [
    'dist/workbench.html',
    'dist/taskpane.html',
    'dist/manifest.xml',
    'dist/office-js/office.js',
    'README.md',
    'LICENSE',
    'docs/部署.md',
  ];
  expect(wanted.filter((file) => !carried(file))).toEqual([]);
  expect(['src', 'test', 'node_modules'].filter(carried)).toEqual([]);
});

it('the file that npm links as its command has a first line for the shell', () => {
  expect(readFileSync(space.path('package/dist/cli.js'), 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
});
