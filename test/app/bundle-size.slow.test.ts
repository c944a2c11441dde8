import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { offeredPacks } from '../../src/packs';

const dist = join(__dirname, '..', '..', 'dist');
const KILOBYTE = 1024;
const compressed = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

beforeAll(() => {
  if (!existsSync(join(dist, 'taskpane.js'))) throw new Error('dist/taskpane.js is not there: run npm run build first');
});

/** The pane opens beside a sheet on an office computer: what it starts with is small, what it counts with comes while Office gets ready. */
test.each([
  ['what the pane starts with', 'taskpane.js', 63],
  ['what reads, counts and writes', 'engine.js', 160],
  ['what makes the sheets of a result', 'report.js', 40],
])('%s is at most so large', (_, file, most) => {
  expect(compressed(file)).toBeLessThanOrEqual(most * KILOBYTE);
});

test('every pack is a file of its own of at most 30 KB gz', () => {
  const files = readdirSync(join(dist, 'packs')).sort();
  expect(files).toEqual(offeredPacks.map(({ file }) => file.replace(/yaml$/, 'js')).sort());
  expect(files.filter((file) => compressed(`packs/${file}`) > 30 * KILOBYTE)).toEqual([]);
});
