import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import alone from './quick/alone.cjs';

/** What makes a test slow: it is imported, perhaps by way of other files, by slow tests alone. */
const SLOW_TOOLS = [
  'test/excel-host/chromium.ts',
  'test/e2e/built.ts',
  'test/cli/program.ts',
  'test/user-packs/libreoffice.ts',
  'test/ooxml/validator.ts',
  'test/linear-time.ts',
];

const root = join(__dirname, '..');
const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => join('test', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.test.ts'));
const isSlow = (file: string): boolean => file.startsWith('test/e2e/') || file.endsWith('.slow.test.ts');

/** Files that a file of test/ imports from test/; types need nothing at run time. */
function importedBy(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';|\bimport\('(\.[^']+)'\)/gms)].flatMap(
    ([, from, lazily]) => {
      const target = `${join(root, dirname(file), (from ?? lazily)!)}.ts`;
      const inside = relative(root, target).replaceAll('\\', '/');
      return inside.startsWith('test/') && existsSync(target) ? [inside] : [];
    },
  );
}

const known = new Map<string, readonly string[]>();
const imported = (file: string): readonly string[] => {
  const files = known.get(file) ?? importedBy(file);
  known.set(file, files);
  return files;
};

/** Everything that a file comes to import. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const next of imported(file))
    if (!seen.has(next)) {
      seen.add(next);
      reached(next, seen);
    }
  return seen;
}

it('there is what makes tests slow', () => {
  expect(SLOW_TOOLS.filter((tool) => !existsSync(join(root, tool)))).toEqual([]);
  expect(tests.filter((test) => isSlow(test) && SLOW_TOOLS.some((tool) => reached(test).has(tool))).length).toBeGreaterThan(10);
});

it('what needs the build, a browser or LibreOffice lies in test/e2e or is named *.slow.test.ts', () => {
  const wrong = tests
    .filter((test) => !isSlow(test))
    .flatMap((test) => SLOW_TOOLS.filter((tool) => reached(test).has(tool)).map((tool) => `${test}: ${tool}`));
  expect(wrong).toEqual([]);
});

it('what sets up hooks as it is loaded is used by tests that share nothing: it is loaded once for all others', () => {
  const setsUp = (file: string): boolean => /^(?:before|after)(?:Each|All)\(/m.test(readFileSync(join(root, file), 'utf8'));
  const wrong = tests
    .filter((test) => !alone(join(root, test), readFileSync(join(root, test), 'utf8')))
    .flatMap((test) => [...reached(test)].filter(setsUp).map((helper) => `${test}: ${helper}`));
  expect(wrong).toEqual([]);
});

it('what tests import keeps none of the runner’s functions: they are another file’s the next time', () => {
  const helpers = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const keeping = helpers.filter((file) =>
    /^(?:export )?const \w+(?:: [^=]+)? =(?![^;]*=>)[^;]*\b(?:test|it|describe|expect)\b(?=\.(?:skip|only|each)\b|\s*[;:?])/m.test(
      readFileSync(join(__dirname, file), 'utf8'),
    ),
  );
  expect(keeping).toEqual([]);
});
