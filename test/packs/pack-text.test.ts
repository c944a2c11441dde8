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
