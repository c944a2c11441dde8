import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const file = join(__dirname, '..', '..', 'dist', 'taskpane.js');
const KILOBYTE = 1024;

/** The pane opens beside a sheet on an office computer: its own program with core, packs and schemas stays small. */
test("the pane's JavaScript is at most 160 KB gz", () => {
  if (!existsSync(file)) throw new Error('dist/taskpane.js is not there: run npm run build first');
  expect(gzipSync(readFileSync(file), { level: 9 }).length).toBeLessThanOrEqual(160 * KILOBYTE);
});
