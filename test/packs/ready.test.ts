import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { createUnits } from '../../src/core/units/units';
import { builtInPacks, unitData } from '../../src/packs';
import { wordData } from '../../src/packs/shared-words';
import { readyPack, readyUnitList } from '../../src/packs/make-ready';
import { READY, readyPacks, readyUnits } from '../../src/packs/ready';
import { packs } from './built-in';
import { withoutNumbers } from './without-numbers';

const folder = join(__dirname, '..', '..', 'src', 'packs');

const expected = packs.map(withoutNumbers);

describe('what the build makes of a pack', () => {
  const made = builtInPacks.map(({ file, data }) => ({ file, data: readyPack(file, data, unitData, wordData) }));

  it('is the pack that loading gives, without catalogue numbers', () => {
    expect(readyPacks(made)).toStrictEqual(expected);
  });

  it('is plain data: as JSON it is the same', () => {
    expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
    expect(JSON.parse(JSON.stringify(packs))).toStrictEqual(packs);
  });

  it('finds the other document whose standard a ranking names among the packs', () => {
    const named = packs.flatMap(({ rankings }) => Object.values(rankings).flatMap(({ standard }) => standard?.pack ?? []));
    expect([...new Set(named)]).toEqual(['national-2014']);
    expect(packs.map(({ pack }) => pack)).toEqual(expect.arrayContaining(named));
  });

  it('is refused where it does not load, with the problems that loading tells', () => {
    const broken = { ...(builtInPacks[0]!.data as object), subjekt: '开发区' };
    expect(() => readyPack('broken.yaml', broken, unitData, wordData)).toThrow(/subjekt/);
  });
});

it('makes a list of units that answers like the one in the file', () => {
  const units = readyUnits(JSON.parse(JSON.stringify(readyUnitList(unitData))));
  const read = createUnits(unitData);
  expect(units.ids).toEqual(read.ids);
  for (const id of read.ids)
    expect([units.dimension(id), units.title(id), units.dimensionTitle(id), units.plain(id)]).toEqual([
      read.dimension(id),
      read.title(id),
      read.dimensionTitle(id),
      read.plain(id),
    ]);
});

it.each([
  ['YAML', builtInPacks[0]!.data],
  ['another version', { ready: 'zone-assessor/ready@0', content: {} }],
  ['nothing', undefined],
  ['null', null],
])('%s is not taken for a pack that the build made', (_, data) => {
  expect(() => readyPacks([{ file: 'x.yaml', data }])).toThrow('x.yaml has not been made ready by the build');
});

/** Called as webpack calls it. */
describe('the loader', () => {
  const ready = jest.requireActual<(this: object, text: string) => string>('../../src/packs/ready-loader.cjs');
  const _compilation = {};
  const load = (file: string, text: string): { json: unknown; sources: string[] } => {
    const sources: string[] = [];
    return {
      json: JSON.parse(
        ready.call({ resourcePath: join(folder, file), _compilation, addDependency: (source: string) => void sources.push(source) }, text),
      ),
      sources,
    };
  };
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

  it.each(builtInPacks.map(({ file }, at) => [file, expected[at]] as const))('gives %s as loading gives it', (file, pack) => {
    expect(load(file, textOf(file)).json).toStrictEqual({ ready: READY, content: pack });
  });

  it('gives the units', () => {
    expect(load('units.yaml', textOf('units.yaml')).json).toStrictEqual(readyUnitList(unitData));
  });

  it('runs anew where the units or the core change', () => {
    const { sources } = load('jilin-2016.yaml', textOf('jilin-2016.yaml'));
    for (const file of [
      'units.yaml',
      'words.yaml',
      'make-ready.ts',
      '../core/pack/schema.ts',
      '../core/pack/lint.ts',
      '../core/score/methods/min-max.ts',
    ])
      expect(sources).toContain(join(folder, file));
  });

  it('fails with every problem in Chinese: file, key, next step', () => {
    const broken = stringify({ ...(parse(textOf('jilin-2016.yaml')) as object), subjekt: '开发区', status: 'final' });
    expect(() => load('jilin-2016.yaml', broken)).toThrow(
      /^jilin-2016\.yaml：“status”的取值“final”不能用。.*可写：draft.*\njilin-2016\.yaml：方案文件中没有“subjekt”这个键。请改正键名/,
    );
  });
});
