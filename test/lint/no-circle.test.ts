import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import noCircle from '../../eslint.no-circle.cjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What lint says about the first of these files. */
function said(files: Readonly<Record<string, string>>): string[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const [name, text] = Object.entries(files)[0]!;
  const config: Linter.Config = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser },
    plugins: { layout: { rules: { 'no-circle': noCircle } } },
    rules: { 'layout/no-circle': 'error' },
  };
  return new Linter({ cwd: folder }).verify(text, config, { filename: join(folder, name) }).map(({ message }) => message);
}

const circle = (...way: string[]): string =>
  `These files import each other in a circle: ${way.join(' → ')}. Move what they share into a file of its own.`;

describe('no circle of imports', () => {
  test('two files, be it for a type alone', () => {
    expect(said({ 'a.ts': "import { b } from './b'; b();", 'b.ts': "import type { A } from './a'; export const b = (): A => 1;" })).toEqual(
      [circle('a.ts', 'b.ts', 'a.ts')],
    );
  });

  test('at a distance, through an index and a .tsx file', () => {
    expect(said({ 'a.ts': "import './part';", 'part/index.ts': "export * from './view';", 'part/view.tsx': "import '../a';" })).toEqual([
      circle('a.ts', 'part/index.ts', 'part/view.tsx', 'a.ts'),
    ]);
  });

  test.each(["export { b } from './b';", "const b = import('./b');", "type B = import('./b').B;"])('%s counts', (text) => {
    expect(said({ 'a.ts': text, 'b.ts': "import './a';" })).toEqual([circle('a.ts', 'b.ts', 'a.ts')]);
  });

  test('a file that imports itself', () => {
    expect(said({ 'a.ts': "import './a';" })).toEqual([circle('a.ts', 'a.ts')]);
  });

  test('two ways to one file are no circle, nor is a circle elsewhere this file’s', () => {
    expect(
      said({ 'a.ts': "import './b'; import './c';", 'b.ts': "import './c';", 'c.ts': "import './d';", 'd.ts': "import './c';" }),
    ).toEqual([]);
  });
});
