import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../src/core/pack/schema';
import { builtInPacks } from '../../src/packs';
import { packs } from './built-in';
import { withoutNumbers } from './without-numbers';

const dist = join(__dirname, '..', '..', 'dist');

/** What the pane starts with, its engine, the ribbon's commands for an Excel without shared runtime, and the packs that it fetches. */
const bundles: Readonly<Record<string, readonly string[]>> = {
  'the pane': [
    'taskpane.js',
    'engine.js',
    'score.js',
    'report.js',
    'ribbon.js',
    ...builtInPacks.map(({ file }) => `packs/${file.replace(/yaml$/, 'js')}`),
  ],
};

describe.each(Object.entries(bundles))('the bundle of %s', (_, names) => {
  const bundle = (): string =>
    names
      .map((name) => {
        const file = join(dist, name);
        if (!existsSync(file)) throw new Error(`dist/${name} is not there: run npm run build first`);
        return readFileSync(file, 'utf8');
      })
      .join('\n');

  it('holds the packs as loading gives them', () => {
    const held = [...bundle().matchAll(/JSON\.parse\((?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)\)/g)].map(
      ([, ...texts]) => JSON.parse(texts.find((text) => text !== undefined)!.replace(/\\(['"`\\])/g, '$1')) as { content?: Partial<Pack> },
    );
    // Other data of the bundle has no content in it.
    const found = held.flatMap(({ content }) => (content?.pack === undefined ? [] : [content]));
    expect(found.sort((a, b) => (a.pack! < b.pack! ? -1 : 1))).toStrictEqual(
      [...packs].sort((a, b) => (a.pack < b.pack ? -1 : 1)).map(withoutNumbers),
    );
  });

  it('holds nothing that validates packs', () => {
    expect(bundle()).not.toMatch(/discriminator|JSON Schema/);
  });
});
