import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenLinks, pages, root } from './documents';

it.each(pages)('%s: every link leads somewhere', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});

it('the README leads to every page of docs', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readdirSync(join(root, 'docs')).filter((file) => !readme.includes(`](docs/${file})`))).toEqual([]);
});

it('the README begins with the two ways to start', () => {
  const commands = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```\n(.*)\n```/gm)].map(([, command]) => command);
  expect(commands[0]).toBe('npm ci && npm start');
  expect(commands).toContain('npm ci && npm test');
});
