import { own } from '../own';
import { packKeyWords } from '../words/pack-keys';
import { packJsonSchema } from './schema-shape';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly const?: unknown;
  description?: string;
}

/** What tells parts of a union from each other. */
const TELLING = ['kind', 'method'] as const;

/** Description of a key: of the longest end of its path that the words know, for this kind before any. A path of one key begins with a dot. */
function wordsFor(path: readonly string[], kind: string | undefined): string | undefined {
  const whole = path.length === 1 ? [`.${path[0]!}`] : [];
  const ends = [...whole, ...path.map((_, from) => path.slice(from).join('.'))];
  for (const end of ends) {
    const found = (kind === undefined ? undefined : packKeyWords.get(`${end}@${kind}`)) ?? packKeyWords.get(end);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** JSON Schema of the pack format with a Chinese description of every key, for editors; and the keys that have none. */
export function describedPackSchema(): { readonly schema: unknown; readonly undescribed: readonly string[] } {
  // Parts that the schema uses twice are one object; each place gets words of its own.
  const schema = JSON.parse(JSON.stringify(packJsonSchema())) as unknown;
  const undescribed: string[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (Array.isArray(node)) return node.forEach((one) => walk(one, path));
    if (typeof node !== 'object' || node === null) return;
    const { properties = {} } = node as Node;
    const kind = TELLING.map((key) => own(properties, key)?.const).find((one) => typeof one === 'string');
    for (const [key, value] of Object.entries(properties)) {
      const at = [...path, key];
      const words = wordsFor(at, kind as string | undefined);
      if (words === undefined) undescribed.push(at.join('.'));
      else value.description = words;
      walk(value, at);
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'properties') walk(value, path);
  };
  walk(schema, []);
  return { schema, undescribed };
}
