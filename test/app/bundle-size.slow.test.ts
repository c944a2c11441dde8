import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtInPacks } from '../../src/packs';

const dist = join(__dirname, '..', '..', 'dist');
const KILOBYTE = 1024;
const compressed = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

beforeAll(() => {
  if (!existsSync(join(dist, 'taskpane.js'))) throw new Error('dist/taskpane.js is not there: run npm run build first');
});

/** The pane opens beside a sheet on an office computer: its own program with the core stays small. */
test("the pane's JavaScript is at most 150 KB gz", () => {
  expect(compressed('taskpane.js')).toBeLessThanOrEqual(150 * KILOBYTE);
});

test('every pack is a file of its own of at most 20 KB gz', () => {
  const files = readdirSync(join(dist, 'packs')).sort();
  expect(files).toEqual(builtInPacks.map(({ file }) => file.replace(/yaml$/, 'js')).sort());
  expect(files.filter((file) => compressed(`packs/${file}`) > 20 * KILOBYTE)).toEqual([]);
});
