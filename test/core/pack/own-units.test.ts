import { loadPack } from '../../../src/core/pack/load';
import { readTables } from '../../../src/core/table/read-tables';
import { readingWords, tableSpecs } from '../../../src/core/pack/table-specs';
import { gridOf } from '../../../src/core/grid';
import { assess } from '../../../src/core/assess';
import { matchPacks } from '../../../src/core/pack/match-pack';
import { sharedWords, units } from '../../packs/built-in';
import { draft, valid, type Draft } from './small-pack';

const table = (unit: string): Draft => ({
  indicators: {
    sheet: ['指标数据'],
    row: '开发区',
    key: 'zone',
    columns: { zone: { header: ['开发区名称'], kind: 'text', required: true }, x: { header: ['码头能力'], unit } },
  },
});
const bare = (own: Draft, unit: string): Draft => ({
  format: 'zone-assessor/pack@1',
  pack: 'ports',
  title: '港口方案',
  jurisdiction: { level: 'province', name: '某省' },
  status: 'draft',
  subject: '开发区',
  decided: { G1: { what: '等权试算', why: '文件没有权重', when: '2026-11-20' } },
  units: own,
  tables: table(unit),
  dimensions: { scale: { title: '规模' } },
  indicators: { x: { title: '码头能力', dimension: 'scale', direction: 'higher_is_better', basis: 'suggested', decided: ['G1'] } },
  scoring: {
    basis: 'equal_weights_trial',
    normalise: { method: 'min_max' },
    aggregate: { method: 'weighted_arithmetic', missing: 'renormalise' },
    decided: ['G1'],
  },
});
const refusals = (own: Draft, unit = '亿元'): string[] =>
  loadPack(bare(own, unit), 'ports.yaml', units, sharedWords).problems.flatMap(({ severity, code, message }) =>
    severity === 'block' ? [`${code}: ${message}`] : [],
  );
const berths = { berths: { title: '泊位', units: { 泊位: { factor: '1', aliases: ['个泊位'] }, 组泊位: { factor: '5' } } } };

const book = (header: string) => [
  {
    name: '指标数据',
    hidden: false,
    owned: false,
    grid: gridOf([
      ['开发区名称', header],
      ['甲经济开发区', 2],
      ['乙经济开发区', 3],
    ]),
  },
];

test('a pack counts in units of its own, and converts between them', () => {
  const { pack, problems } = loadPack(bare(berths, '泊位'), 'ports.yaml', units, sharedWords);
  expect(problems.filter(({ severity }) => severity === 'block')).toEqual([]);
  const sheets = book('码头能力（组泊位）');
  const assessed = assess({ pack: pack!, units, sheets, asOf: '2017-03-01', at: '2017-03-01T00:00:00Z', fingerprint: '' });
  expect([...assessed.checked.figures.table('indicators')!.columns.get('x')!.values]).toEqual([10, 15]);
  expect(matchPacks([pack!], sheets, units)[0]).toMatchObject({ matched: 2, usable: true });
});

test('another pack does not know them', () => {
  const { pack } = loadPack(bare({}, '亿元'), 'other.yaml', units, sharedWords);
  const read = readTables(tableSpecs(pack!), book('码头能力（泊位）'), units, readingWords(pack!));
  expect([...read.tables.get('indicators')!.columns.get('x')!.missing.values()]).toEqual(['doubtful', 'doubtful']);
  expect(units.find('泊位')).toBeUndefined();
});

test('a unit may be added to a listed dimension', () => {
  const more = units.with(valid(draft({ units: { volume: { units: { 加仑: { factor: '0.003785411784' } } } } })).units);
  expect(more.factor('加仑', '立方米')?.apply(1000)).toBe(3.785411784);
});

test.each<[string, Draft, string]>([
  [
    'a listed unit',
    { berths: { title: '泊位', units: { 亿元: { factor: '1' } } } },
    'unit-listed: “units.berths.units.亿元”的写法“亿元”在单位表内已经是“亿元”，同一个写法不能有两种含义。',
  ],
  [
    'an alias of a listed unit',
    { berths: { title: '泊位', units: { 位子: { factor: '1', aliases: ['㎡'] } } } },
    'unit-listed: “units.berths.units.位子”的写法“㎡”在单位表内已经是“平方米”，同一个写法不能有两种含义。',
  ],
  [
    'what listed units say together',
    { people: { units: { 百人: { factor: '10' } } } },
    'unit-listed: “units.people.units.百人”的写法“百人”在单位表内已经是“百人”，同一个写法不能有两种含义。',
  ],
  [
    'one name for two',
    { berths: { title: '泊位', units: { 泊位: { factor: '1' }, 组: { factor: '5', aliases: ['泊位'] } } } },
    'unit-twice: “units.berths.units.组”的写法“泊位”已经是“泊位”的写法。',
  ],
  [
    'names alike but for their width',
    { berths: { title: '泊位', units: { ABW: { factor: '1' }, 组: { factor: '5', aliases: ['ａｂｗ'] } } } },
    'unit-twice: units 中有两个单位的写法只差全角半角、大小写或空格（unit name ａｂｗ is listed twice）。',
  ],
  [
    'nothing',
    { berths: { title: '泊位', units: { 泊位: { factor: '1' }, 零位: { factor: '0' } } } },
    'unit-factor: “units.berths.units.零位”的系数“0”是零。',
  ],
  [
    'a new dimension without a title',
    { berths: { units: { 泊位: { factor: '1' } } } },
    'unit-dimension: “units.berths”是新的量纲，没有写名称。',
  ],
  [
    'a new dimension without a base',
    { berths: { title: '泊位', units: { 泊位: { factor: '2' } } } },
    'unit-dimension: “units.berths”没有基准单位，各单位之间无从换算。',
  ],
  [
    'what the list says of a dimension',
    { volume: { title: '容量', units: { 加仑: { factor: '0.003785411784' } } } },
    'unit-dimension: “units.volume”是单位表内已有的量纲，它的名称和能否相加由单位表规定。',
  ],
])('%s cannot be declared', (_, own, refusal) => expect(refusals(own)).toEqual([refusal]));

test('a key that no entry has is refused', () =>
  expect(refusals({ berths: { title: '泊位', units: { 泊位: { factor: '1', alias: ['x'] } } } })[0]).toContain('units.berths.units.泊位'));
