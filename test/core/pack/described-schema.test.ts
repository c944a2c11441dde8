import { describedPackSchema } from '../../../src/core/pack/described-schema';
import { packKeyWords } from '../../../src/core/words/pack-keys';
import { runHere } from '../../cli/run-here';

/** `packs schema` tells editors in Chinese what every key is. */
const { schema, undescribed } = describedPackSchema();

/** Every description in the schema, and what a path of properties leads to. */
function descriptions(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) node.forEach((one) => descriptions(one, found));
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) {
      if (key === 'description' && typeof value === 'string') found.push(value);
      else descriptions(value, found);
    }
  return found;
}

test('no key is without words: add those of a new one to core/words/pack-keys.ts', () => {
  expect(undescribed).toEqual([]);
});

test('no words are without a key', () => {
  const used = new Set(descriptions(schema));
  expect([...packKeyWords].filter(([, words]) => !used.has(words))).toEqual([]);
});

test('words are Chinese and short', () => {
  for (const words of packKeyWords.values()) {
    expect(words).toMatch(/\p{Script=Han}/u);
    expect(words.length).toBeLessThanOrEqual(80);
  }
});

test('the same key says what it is where it stands', async () => {
  const { out } = await runHere('packs', 'schema');
  const { properties } = JSON.parse(out) as {
    properties: Record<
      string,
      { description: string; additionalProperties: { oneOf: { properties: Record<string, { description: string; const?: string }> }[] } }
    >;
  };
  expect(properties['rules']!.description).toBe('规则：键 → 规则');
  expect(properties['decided']!.description).toBe('原文没有写、录入时定下的事：编号 → 决定');
  const rule = (kind: string) =>
    properties['rules']!.additionalProperties.oneOf.find((one) => one.properties['kind']!.const === kind)!.properties;
  expect(rule('position')['kind']!.description).toBe('前几名、后几名');
  expect(rule('deadline')['years']!.description).toBe('几年');
  expect(rule('movement')['clause']!.description).toBe('依据的条款，写 clauses 中的键，可写几个');
  const measures = properties['measures']!.additionalProperties.oneOf;
  const over = (kind: string) => measures.find((one) => one.properties['kind']!.const === kind)!.properties['over']!.description;
  expect([over('ratio'), over('count')]).toEqual(['除以哪个数', '超过（不含）']);
});
