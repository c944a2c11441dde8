/** Levels that are cut into pieces: result → rankings → ranking → rows; a row itself is one piece. */
const LEVELS = 4;

/**
 * JSON text in pieces that together are `JSON.stringify(value, null, 2)`: of a province with 100,000 rows the whole would be longer
 * than a string can be.
 */
export function* jsonPieces(value: object): Generator<string> {
  yield* cut(value, '', LEVELS);
}

function* cut(value: unknown, indent: string, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  const list = Array.isArray(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    yield open + close;
    return;
  }
  const inner = `${indent}  `;
  let before = `${open}\n`;
  for (const [key, item] of entries) {
    yield `${before}${inner}${list ? '' : `${JSON.stringify(key)}: `}`;
    yield* cut(item, inner, levels - 1);
    before = ',\n';
  }
  yield `\n${indent}${close}`;
}
