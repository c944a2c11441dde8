import { tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { packOf } from '../../packs/built-in';
import { checksOf, packWith } from './logic-book';

const pack = packWith(
  {
    industry: { kind: 'part', title: '投资额不大于占地', of: 'output', whole: 'land' },
    shares: { kind: 'part', title: '两项占比之和不大于100%', of: ['green', 'built'], whole: 100 },
    exact: { kind: 'part', title: '三产合计等于总产值', of: ['first', 'second'], whole: 'all', relation: 'equals' },
  },
  {
    tables: {
      indicators: {
        sheet: ['指标数据'],
        row: '开发区',
        key: 'zone',
        columns: {
          zone: { header: ['开发区名称'], kind: 'text', required: true },
          output: { header: ['主导产值'], unit: '亿元' },
          land: { header: ['总产值'], unit: '亿元' },
          green: { header: ['绿地率'], unit: '%' },
          built: { header: ['建筑密度'], unit: '%' },
          first: { header: ['一产'], unit: '亿元' },
          second: { header: ['二产'], unit: '亿元' },
          all: { header: ['合计值'], unit: '亿元' },
          people: { header: ['人数'], unit: '人' },
          masters: { header: ['硕士'], unit: '人', part_of: 'people' },
        },
      },
    },
    measures: {},
    indicators: { output: { title: '产值', dimension: 'scale', direction: 'higher_is_better', basis: 'named', clause: '一·产值' } },
    dimensions: { scale: { title: '规模' } },
    rules: { large: { kind: 'threshold', title: '千亿', measure: 'output', at_least: 1000, unit: '亿元', clause: ['一·产值', '二·绿地'] } },
  },
);
const found = (row: Row, units?: Readonly<Record<string, string>>) =>
  checksOf(pack, tableSheet(pack, 'indicators', [{ zone: '甲区', ...row }], units ? { units } : {})).of('part');
const shown = (value: number, format: string): CellInput => ({ value, format });

describe('a part and its whole', () => {
  test.each([
    [100, 100, 0],
    [100.01, 100, 1],
    [99.99, 100, 0],
    [0, 0, 0],
    [null, 100, 0],
    [100, null, 0],
    [100, '—', 0],
  ])('%p of %p', (output, land, count) => {
    expect(found({ output, land })).toHaveLength(count);
  });

  test('says where, what and what is asked', () => {
    expect(found({ output: 120.5, land: 100 })).toEqual([
      {
        kind: 'part',
        zone: '甲区',
        order: 0,
        title: '投资额不大于占地',
        cells: ['指标数据!B2', '指标数据!C2'],
        actual: '120.5亿元',
        expected: '不大于“总产值”100亿元',
        difference: '20.5亿元',
        question: '“主导产值”大于“总产值”，请核对数值、单位和统计范围。',
      },
    ]);
  });

  test('compared in one unit', () => {
    expect(found({ output: 1_000_000, land: 100 }, { output: '万元' })).toEqual([]);
    expect(found({ output: 1_000_001, land: 100 }, { output: '万元' })).toMatchObject([{ actual: '100.0001亿元' }]);
  });

  test('a column that is declared a part of another is listed, and told once by the reader', () => {
    const checks = checksOf(pack, tableSheet(pack, 'indicators', [{ zone: '甲区', people: 10, masters: 11 }]));
    expect(checks.of('part')).toMatchObject([
      { title: '“硕士”不大于“人数”', actual: '11人', expected: '不大于“人数”10人', difference: '1人' },
    ]);
    expect(checks.problems.filter(({ code }) => code === 'part-over-whole')).toHaveLength(1);
    expect(checks.problems.filter(({ code }) => code === 'parts-and-whole')).toEqual([]);
  });
});

describe('parts that add up', () => {
  test('shares up to 100 per cent', () => {
    expect(found({ green: 40, built: 60 })).toEqual([]);
    // Each of the two may have been rounded up by half.
    expect(found({ green: 40.5, built: 59.6 })).toEqual([]);
    expect(found({ green: 40.5, built: 59.7 })).toMatchObject([{ actual: '100.2%', expected: '不大于100%', difference: '0.2个百分点' }]);
    expect(found({ green: 40, built: null })).toEqual([]);
  });

  test.each([
    [30.1, 69.9, 100, 0],
    // Within half of the last digit shown of each of the three, and just beyond.
    [30.1, 69.9, 100.1, 0],
    [30.1, 69.9, 100.7, 1],
    [30.1, 69.9, 99.3, 1],
    [30, 70, 101, 0],
    [30, 70, 102, 1],
    [null, 70, 100, 0],
  ])('%p and %p make %p', (first, second, all, count) => {
    expect(found({ first, second, all })).toHaveLength(count);
  });

  test('what a number format hides may be meant otherwise', () => {
    expect(found({ first: 30.1, second: 69.9, all: 100.15 })).toHaveLength(1);
    // 0.05 each: exactly on the limit, and just beyond.
    expect(found({ first: 30.1, second: 69.9, all: shown(100.15, '0.0') })).toEqual([]);
    expect(found({ first: 30.1, second: 69.9, all: shown(100.16, '0.0') })).toHaveLength(1);
  });
});

test('the whole of one table is one problem, whatever the number of zones', () => {
  const rows = Array.from({ length: 7 }, (_, n): Row => ({ zone: `${n}区`, output: 11, land: 10 }));
  const checks = checksOf(pack, tableSheet(pack, 'indicators', rows));
  const [problem, ...more] = checks.problems.filter(({ code }) => code === 'parts-and-whole');
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'warning', sheet: '指标数据', cell: 'B2' });
  expect(problem?.message).toContain('指标数据!B6等，共7处');
  expect(checks.of('part')).toHaveLength(7);
});

test('a side table asks the zone of its row', () => {
  const jilin = packOf('jilin-2016');
  const checks = checksOf(
    jilin,
    tableSheet(jilin, 'indicators', [
      { zone: '甲区', level: '省级' },
      { zone: '乙区', level: '省级' },
    ]),
    tableSheet(jilin, 'projects', [
      { project: '一号', zone: '乙区', industrial: '是', density: 80, green: 20 },
      { project: '二号', zone: '乙区', industrial: '是', density: 80, green: 21.1 },
      { project: '三号', zone: '甲区', industrial: '是', density: 90, green: 30 },
    ]),
  );
  expect(checks.of('part').map(({ zone, title, actual }) => [zone, title, actual])).toEqual([
    ['甲区', '建筑密度与绿地率之和不大于100%（三号）', '120%'],
    ['乙区', '建筑密度与绿地率之和不大于100%（二号）', '101.1%'],
  ]);
});
