import { loadPack } from '../../../src/core/pack/load';
import { sharedWords, units } from '../../packs/built-in';
import { judged } from '../../packs/run';
import { tableSheet, type CellInput } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';

/** In k of m years, with this one, beside it, or whatever this one is. */
const NAMES = ['甲区', '乙区', '丙区', '丁区'];
const base = draft();
const { output } = base.indicators as Record<string, Draft>;
const { indicators: main } = base.tables as Record<string, Draft>;

const earlier = (sheet: string): Draft => ({
  sheet: [sheet],
  row: '开发区',
  key: 'zone',
  columns: {
    zone: { header: ['开发区名称'], kind: 'text', required: true },
    rank: { header: ['名次'], unit: '名' },
    total: { header: ['参评总数'], unit: '个' },
    grade: { header: ['等次'], kind: 'text' },
  },
});
const TABLES = ['one', 'two', 'three'];

const packData = (rule: Draft): Draft => ({
  ...base,
  tables: { indicators: main, one: earlier('上年名次'), two: earlier('前年名次'), three: earlier('大前年名次') },
  measures: {},
  dimensions: { scale: { title: '规模' } },
  indicators: { output: { ...output, dimension: 'scale', normalise: { method: 'goalposts', worst: 0, best: 100 } } },
  rankings: { all: { title: '综合排名' } },
  grades: { grade: { title: '等次', grades: [{ title: '合格', at_least: 60 }, { title: '不合格' }] } },
  rules: { rule: { title: '名单', clause: '一·产值', ranking: 'all', ...rule } },
  sheets: [],
});

const position = (mode: string): Draft => ({
  kind: 'position',
  last: 1,
  in: { years: 2, of_last: 3, this_year: mode, earlier: TABLES.map((table) => ({ table, rank: 'rank', total: 'total' })) },
});
const grade = (mode: string): Draft => ({
  kind: 'grade',
  scale: 'grade',
  is: ['不合格'],
  colour: 'red',
  in: { years: 2, of_last: 3, this_year: mode, earlier: TABLES.map((table) => ({ table, column: 'grade' })) },
});

/** @param before by year, nearest first: each zone's place of four, or its grade */
function found(rule: Draft, outputs: readonly number[], before: readonly (readonly CellInput[])[]) {
  const pack = valid(packData(rule));
  const main = tableSheet(
    pack,
    'indicators',
    outputs.map((value, at) => ({ zone: NAMES[at]!, output: value })),
  );
  const years = before.map((given, year) =>
    tableSheet(
      pack,
      TABLES[year]!,
      given.map((one, at) => (typeof one === 'string' ? { zone: NAMES[at]!, grade: one } : { zone: NAMES[at]!, rank: one, total: 4 })),
    ),
  );
  return judged(pack, [main, ...years]).of('rule');
}

const told = (...given: Parameters<typeof found>): [string, string][] => found(...given).map(({ subject, status }) => [subject, status]);

const LAST_NOW = [90, 80, 70, 10];

describe('places', () => {
  test('counted: this year and one earlier are two of three', () => {
    expect(
      told(position('counts'), LAST_NOW, [
        [1, 2, 3, 4],
        [2, 3, 4, 1],
      ]),
    ).toEqual([['丁区', 'unmet']]);
  });

  test('besides: one earlier year is not two of the three before; two are', () => {
    const one = [
      [1, 2, 3, 4],
      [2, 3, 4, 1],
      [2, 3, 4, 1],
    ];
    expect(told(position('besides'), LAST_NOW, one)).toEqual([]);
    const two = [
      [1, 2, 3, 4],
      [2, 3, 4, 1],
      [1, 2, 3, 4],
    ];
    const [listed] = found(position('besides'), LAST_NOW, two);
    expect([listed!.subject, listed!.status, listed!.limit]).toEqual(['丁区', 'unmet', '此前3年中2年属最后1名']);
    expect(listed!.sentence).toContain('此前3年中有2年在列');
  });

  test('besides: a year that nobody handed in is grey, and so is one that decides', () => {
    expect(
      told(position('besides'), LAST_NOW, [
        [1, 2, 3, 4],
        [2, 3, 4, 1],
      ]),
    ).toEqual([['丁区', 'missing']]);
  });

  test('ignored: who was twice last is listed wherever it stands now', () => {
    const listed = found(
      position('ignored'),
      [90, 80, 70, 10],
      [
        [4, 1, 2, 3],
        [4, 1, 2, 3],
        [1, 2, 3, 4],
      ],
    );
    expect(listed.map(({ subject, status }) => [subject, status])).toEqual([['甲区', 'unmet']]);
    expect(listed[0]!.sentence).toContain('甲区只看以前年度，此前3年中有2年在列');
    expect(listed[0]!.cells).toEqual(['上年名次!B2', '前年名次!B2', '大前年名次!B2']);
  });

  test('ignored: a blank that decides is grey for its zone alone', () => {
    expect(
      told(
        position('ignored'),
        [90, 80, 70, 10],
        [
          [4, 1, 2, 3],
          [null, 1, 2, 3],
          [1, 2, 3, 4],
        ],
      ),
    ).toEqual([['甲区', 'missing']]);
  });
});

describe('grades', () => {
  const [good, bad] = ['合格', '不合格'];

  test('besides: this year and two of the three before', () => {
    expect(
      told(
        grade('besides'),
        [50, 50],
        [
          [bad, bad],
          [good, bad],
          [good, good],
        ],
      ),
    ).toEqual([['乙区', 'unmet']]);
  });

  test('ignored: whatever the grade is now', () => {
    const listed = found(
      grade('ignored'),
      [90, 50],
      [
        [bad, bad],
        [bad, good],
        [good, good],
      ],
    );
    expect(listed.map(({ subject, status, certainty }) => [subject, status, certainty])).toEqual([['甲区', 'unmet', 'certain']]);
    expect(listed[0]!.sentence).toContain('此前3年中有2年属于此等次');
  });
});

test('lint: ranks that others gave cannot ignore this year', () => {
  const rule = { ...position('ignored'), ranking: undefined, imported: { table: 'one', rank: 'rank', total: 'total' } };
  expect(loadPack(packData(rule), 'small', units, sharedWords).problems.map(({ code }) => code)).toContain('one-of');
});
