import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runHere } from '../cli/run-here';

/** docs/方案编写指南.md teaches the whole language: every key and every fixed value of the schema stands in it, and what it shows can be read. */
const guide = readFileSync(join(__dirname, '../../docs/方案编写指南.md'), 'utf8');

/** Keys of objects, and values of closed lists, of a JSON Schema. */
function namesIn(node: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(node)) node.forEach((one) => namesIn(one, found));
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') Object.keys(value as object).forEach((name) => found.add(name));
      if (key === 'const' && typeof value === 'string') found.add(value);
      if (key === 'enum') (value as unknown[]).forEach((one) => found.add(String(one)));
      namesIn(key === 'properties' ? Object.values(value as object) : value, found);
    }
  }
  return found;
}

/** Text in code: fenced blocks and words between back ticks. */
const code = [...guide.matchAll(/```[a-z]*\n([\s\S]*?)```|`([^`\n]+)`/gu)].map(([, block, inline]) => block ?? inline).join('\n');
const words = new Set(code.match(/[\p{L}\p{N}_@/-]+/gu));

test('every key and every value of the schema is in the guide', async () => {
  const { out } = await runHere('packs', 'schema');
  const names = [...namesIn(JSON.parse(out))];
  expect(names.length).toBeGreaterThan(250);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

test('every example can be read as YAML', () => {
  const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, block]) => block!);
  expect(blocks.length).toBeGreaterThan(8);
  for (const block of blocks) expect(() => parse(block) as unknown).not.toThrow();
});

test('every clause and every decision that the guide shows stands in the pack as well', () => {
  const pack = parse(readFileSync(join(__dirname, '../../assets/packs/example-province.yaml'), 'utf8')) as Record<
    'clauses' | 'decided',
    Record<string, unknown>
  >;
  const [shown] = [...guide.matchAll(/```yaml\n(clauses:[\s\S]*?)```/gu)].map(([, block]) => parse(block!) as typeof pack);
  expect(pack.clauses).toMatchObject(shown!.clauses);
  expect(pack.decided).toMatchObject(shown!.decided);
});
