import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', 'src');
const read = (...parts: readonly string[]): string => readFileSync(join(root, ...parts), 'utf8');

test("every token that the page uses is one of the pane's", () => {
  const there = new Set([...read('app', 'styles', 'tokens.css').matchAll(/--(\w+):/g)].map(([, name]) => name));
  const styles = readdirSync(join(root, 'workbench', 'styles'))
    .map((file) => read('workbench', 'styles', file))
    .join('\n');
  const used = [...styles.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !there.has(name))).toEqual([]);
});
