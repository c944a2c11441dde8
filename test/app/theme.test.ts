import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { themeOfBackground } from '../../src/app/theme';

const css = readFileSync(join(__dirname, '..', '..', 'src', 'app', 'styles', 'tokens.css'), 'utf8');

/** Custom properties of every block of the file, in order. */
const blocks = [...css.matchAll(/\{([^{}]*)\}/g)].map(([, body]) =>
  Object.fromEntries([...body!.matchAll(/--(\w+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!])),
);
const [light, dark, system] = blocks;

test.each([
  ['light', light, webLightTheme],
  ['dark', dark, webDarkTheme],
] as const)('%s tokens have the values of Fluent', (_, own, theme) => {
  const values = Object.entries(own ?? {}).filter(([name]) => name !== 'fontFamilyBase');
  expect(values.length).toBeGreaterThan(30);
  // Fluent writes colours without spaces, our formatter with them.
  const plain = (value: string): string => value.replaceAll(', ', ',');
  for (const [name, value] of values) expect([name, plain(value)]).toEqual([name, plain(String(theme[name as keyof typeof theme]))]);
});

test('a dark system gives the dark tokens', () => {
  expect(system).toEqual(dark);
});

test('every token that the styles use is there', () => {
  const styles = ['layout', 'controls', 'status', 'page']
    .map((name) => readFileSync(join(__dirname, '..', '..', 'src', 'app', 'styles', `${name}.css`), 'utf8'))
    .join('\n');
  const used = new Set([...styles.matchAll(/var\(--([a-z]+[A-Z]\w*)\)/g)].map(([, name]) => name!));
  expect([...used].filter((name) => !(name in light!))).toEqual([]);
});

test.each([
  ['#FFFFFF', 'light'],
  ['#262626', 'dark'],
  ['#0078d4', 'dark'],
  ['f3f2f1ff', 'light'],
  ['white', 'auto'],
  ['', 'auto'],
])('the background %s calls for %s', (colour, theme) => {
  expect(themeOfBackground(colour)).toBe(theme);
});
