import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../src/core/pack/schema';
import { packs } from './built-in';
import { withoutNumbers } from './without-numbers';

const dist = join(__dirname, '..', '..', 'dist');

describe.each(['taskpane.js', 'commands.js'])('the bundle %s', (name) => {
  const file = join(dist, name);
  const bundle = (): string => {
    if (!existsSync(file)) throw new Error(`dist/${name} is not there: run npm run build first`);
    return readFileSync(file, 'utf8');
  };

  it('holds the packs as loading gives them', () => {
    const held = [...bundle().matchAll(/JSON\.parse\((?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)\)/g)].map(
      ([, ...texts]) => JSON.parse(texts.find((text) => text !== undefined)!.replace(/\\(['"`\\])/g, '$1')) as { content: Partial<Pack> },
    );
    const found = held.map(({ content }) => content).filter(({ pack }) => pack !== undefined);
    expect(found.sort((a, b) => (a.pack! < b.pack! ? -1 : 1))).toStrictEqual(
      [...packs].sort((a, b) => (a.pack < b.pack ? -1 : 1)).map(withoutNumbers),
    );
  });

  it('holds nothing that validates packs', () => {
    expect(bundle()).not.toMatch(/discriminator|JSON Schema/);
  });
});
