import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadPackText } from '../../src/packs/pack-text';
import { sharedWords, units } from './built-in';

const load = (text: string) => loadPackText(text, 'my.yaml', units, sharedWords);
const correct = readFileSync(join(__dirname, 'mistakes', 'correct.yaml'), 'utf8');
const packs = join(__dirname, '..', '..', 'src', 'packs');
const builtIn = readdirSync(packs).filter((file) => /-\d{4}\.yaml$/.test(file));

test.each(builtIn)('%s, as a person would copy it, loads', (file) => {
  const { pack, problems } = load(readFileSync(join(packs, file), 'utf8'));
  expect(pack).toBeDefined();
  expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('JSON is read as well', () => {
  const { problems } = load('{"format": "zone-assessor/pack@1", "pack": 7}');
  expect(problems.map(({ sheet, message }) => `${sheet} ${message}`)).toContain('my.yaml:1:44 “pack”应为文字，现为数7。');
});

test('a word behind an alias is found where it stands', () => {
  const { problems } = load(
    correct
      .replace('population: { level: 国家级 }', 'population: &one { level: 国级 }')
      .replace('population: { level: 省级 }', 'population: *one'),
  );
  expect(problems.map(({ sheet }) => sheet)).toEqual(['my.yaml:58:55', 'my.yaml:58:55']);
});

test('marks inside quotes, remarks and texts are nobody’s mistake', () => {
  const { problems } = load(
    correct
      .replace('title: 某省开发区综合考评办法', 'title: 关于“开发区”的办法：试行，2024年 # 备注：全角，不管')
      .replace('values: [国家级, 省级]', 'values: [国家级, 省级, \'其他，未定级\', "“未定”"]'),
  );
  expect(problems).toEqual([]);
});

describe('hostile files are refused with words, at once', () => {
  const said = (text: string): string[] => load(text).problems.map(({ sheet, message }) => `${sheet} ${message}`);

  test.each([
    ['brackets one in another', '['.repeat(100_000)],
    ['maps one in another', 'a: {'.repeat(50_000)],
    ['lists by dashes', '- '.repeat(20_000)],
  ])('%s', (_, text) => {
    const problems = said(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(5);
  });

  test('aliases that multiply', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`),
    ];
    expect(said(bomb.join('\n'))).toEqual(['my.yaml:1:1 方案文件中的别名（*）没有定义，或层层引用过多，无法展开。']);
  });

  test.each(['__proto__', '"__proto__"', "'__proto__'"])('the key %s, which every object has', (key) => {
    expect(said(correct.replace('dimensions:\n', `dimensions:\n  ${key}: { title: 甲 }\n`))).toEqual([
      expect.stringMatching(/^my\.yaml:\d+:3 “__proto__”不能作键名/),
    ]);
    expect(said(`{ ${key}: { polluted: true } }`)).toEqual(['my.yaml:1:3 “__proto__”不能作键名：程序语言里它另有含义。']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each(['constructor', 'toString'])('the key %s is one like any other', (key) => {
    expect(said(correct.replace('dimensions:\n', `dimensions:\n  ${key}: { title: 甲 }\n`)).join()).not.toContain('程序语言');
  });
});

test('whatever is typed, nothing is thrown, and every problem says where in the file', () => {
  const lines = correct.split('\n').length;
  const typed = fc.constantFrom('：', '，', ':', '{', '}', '[', '"', '\t', '\n', ' ', '- ', '&a', '*a', '!t', '#', '', '“', '…', '0');
  fc.assert(
    fc.property(fc.nat(correct.length), fc.nat(8), typed, (at, cut, text) => {
      for (const { sheet = '' } of load(correct.slice(0, at) + text + correct.slice(at + cut)).problems) {
        const [, line = 0] = /^my\.yaml:(\d+):\d+$/.exec(sheet) ?? [];
        expect(Number(line)).toBeGreaterThan(0);
        expect(Number(line)).toBeLessThanOrEqual(lines + 1);
      }
    }),
    { numRuns: 150 },
  );
});
