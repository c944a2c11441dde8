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

/** The pane opens beside a sheet on an office computer: what it starts with is small, what it reads with comes while Office gets ready, what it counts with while the workbook is read. */
test.each([
  ['what the pane starts with', 'taskpane.js', 63],
  ['what reads and writes', 'engine.js', 80],
  ['what scores, ranks and judges', 'score.js', 90],
  ['what makes the sheets of a result', 'report.js', 42],
])('%s is at most so large', (_, file, most) => {
  expect(compressed(file)).toBeLessThanOrEqual(most * KILOBYTE);
});

test('the pane and what it reads with are at most 150 KB together: the rest comes meanwhile', () => {
  expect(compressed('taskpane.js') + compressed('engine.js')).toBeLessThanOrEqual(150 * KILOBYTE);
});

test('every pack is a file of its own of at most 30 KB gz', () => {
  const files = readdirSync(join(dist, 'packs')).sort();
  expect(files).toEqual(offeredPacks.map(({ file }) => file.replace(/yaml$/, 'js')).sort());
  expect(files.filter((file) => compressed(`packs/${file}`) > 30 * KILOBYTE)).toEqual([]);
});
