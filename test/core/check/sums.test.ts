import { sheetOf, type CellInput } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';
import { checksOf } from './logic-book';

const pack = valid(draft());
const book = (...rows: readonly (readonly CellInput[])[]) =>
  checksOf(pack, sheetOf('指标数据', [['开发区名称', '工业总产值（亿元）', '绿地率（%）'], ...rows]));
const sums = (total: CellInput, a: CellInput = 10.2, b: CellInput = 20.3, name = '合计') =>
  book(['甲区', a, 20], ['乙区', b, 30], [name, total, 99]).of('sum');

describe('the total row against its rows', () => {
  test.each([
    [30.5, 0],
    // Each of the three may be rounded by half of its last digit: 0.15 in all.
    [30.6, 0],
    [30.65, 1],
    [30.7, 1],
    [30.3, 1],
    [305, 1],
    [null, 0],
    ['—', 0],
  ])('%p', (total, count) => {
    expect(sums(total)).toHaveLength(count);
  });

  test('says the difference; rates are not added up', () => {
    expect(book(['甲区', 10.2, 20], ['乙区', 20.3, 30], ['合计', 31.5, 99]).findings).toEqual([
      {
        kind: 'sum',
        zone: '',
        order: Infinity,
        title: '“工业总产值”合计数等于各行之和',
        cells: ['指标数据!B4', '指标数据!B2', '指标数据!B3'],
        actual: '31.5亿元',
        expected: '30.5亿元',
        difference: '1亿元',
        question: '“工业总产值”的合计数与2个开发区之和不等，请核对合计数和各行数值。',
      },
    ]);
  });

  test('nothing is asked with a figure missing, or of rows that are no sum of all', () => {
    expect(sums(99, null)).toEqual([]);
    expect(sums(99, '—')).toEqual([]);
    expect(sums(99, 10.2, 20.3, '平均')).toEqual([]);
    expect(sums(99, 10.2, 20.3, '小计')).toEqual([]);
    expect(book(['甲区', 1, 2], ['合计', 1, 2], ['乙区', 2, 2], ['合计', 2, 2]).of('sum')).toEqual([]);
  });

  test('subtotals are not counted twice', () => {
    expect(book(['甲区', 10, 2], ['小计', 10, 2], ['乙区', 20, 2], ['小计', 20, 2], ['合计', 30, 4]).of('sum')).toEqual([]);
  });

  test('counted things add up exactly', () => {
    const people = (total: number) =>
      checksOf(
        pack,
        sheetOf('指标数据', [
          ['开发区名称', '工业总产值（亿元）'],
          ['甲区', 1],
        ]),
        sheetOf('上年名次', [
          ['开发区名称', '名次', '参评总数'],
          ['甲区', 1, 12],
          ['乙区', 2, 12],
          ['合计', 3, total],
        ]),
      ).of('sum');
    expect(people(24)).toEqual([]);
    expect(people(25)).toMatchObject([{ title: '“参评总数”合计数等于各行之和', difference: '1' }]);
  });

  describe('of a table that goes on', () => {
    const HEAD = ['开发区名称', '工业总产值（亿元）'];
    const joined = (first: readonly CellInput[][], second: readonly CellInput[][]) =>
      checksOf(
        pack,
        sheetOf('指标数据', [['主要指标'], HEAD, ...first]),
        sheetOf('指标数据（续）', [['主要指标（续表）'], HEAD, ...second]),
      ).of('sum');
    const [one, two] = [
      [
        ['甲区', 1],
        ['乙区', 2],
      ],
      [
        ['丙区', 4],
        ['丁区', 8],
      ],
    ];

    test.each([3, 15])('%p under the first piece is the sum of its rows, or of all', (total) => {
      expect(joined([...one, ['合计', total]], two)).toEqual([]);
    });
    test.each([12, 15])('%p under the second piece is the sum of its rows, or of all', (total) => {
      expect(joined(one, [...two, ['合计', total]])).toEqual([]);
    });
    test('what is neither is asked where it stands', () => {
      expect(joined(one, [...two, ['合计', 20]])).toMatchObject([
        { cells: ['指标数据（续）!B5', '指标数据!B3', '指标数据（续）!B4'], actual: '20亿元', expected: '15亿元', difference: '5亿元' },
      ]);
      expect(joined([...one, ['合计', 7]], two)).toMatchObject([
        { cells: ['指标数据!B5', '指标数据!B3', '指标数据!B4'], expected: '3亿元' },
      ]);
    });
    test('nothing is asked where a figure of any piece is missing', () => {
      expect(joined(one, [...two, ['戊区', null], ['合计', 20]])).toEqual([]);
    });
  });
});
