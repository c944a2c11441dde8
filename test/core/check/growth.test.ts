import { GridBuilder, type SheetGrid } from '../../../src/core/grid';
import { draft, valid } from '../pack/small-pack';
import { checksOf } from './logic-book';

const pack = valid(draft());

interface Cell {
  readonly value: number;
  readonly format: string;
}
const percent = (value: number, format = '0.0%'): Cell => ({ value, format });

function sheetOf(name: string, rows: readonly (readonly (string | number | Cell)[])[]): SheetGrid {
  const builder = new GridBuilder();
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (typeof cell === 'string') builder.text(row, column, cell);
      else if (typeof cell === 'number') builder.number(row, column, cell);
      else builder.number(row, column, cell.value, cell.format);
    }),
  );
  return { name, grid: builder.build(), hidden: false, owned: false };
}

/** Growth that is asked, with this year's figures 112.5 and last year's 100.0. */
const asked = (header: string, growth: string | number | Cell, now = 112.5, before: number | Cell = { value: 100, format: '0.0' }) =>
  checksOf(
    pack,
    sheetOf('指标数据', [
      ['开发区名称', '级别', '工业总产值（亿元）', header],
      ['甲经济开发区', '省级', now, growth],
    ]),
    sheetOf('上年指标数据', [
      ['开发区名称', '级别', '工业总产值（亿元）'],
      ['甲经济开发区', '省级', before],
    ]),
  ).of('share');

describe('growth reported beside the figures of two years', () => {
  test.each<[string, string | number | Cell, number]>([
    ['工业总产值同比增长（%）', 12.5, 0],
    ['工业总产值增速（%）', 12.5, 0],
    ['同比增长（%）', 12.5, 0],
    ['比上年增长（%）', 15, 1],
    ['工业总产值同比增长（%）', 13, 0],
    ['工业总产值同比增长（%）', 11, 1],
    ['工业总产值同比增长（%）', -12.5, 1],
    ['工业总产值同比增长', percent(0.125), 0],
    ['工业总产值同比增长', percent(0.15), 1],
    ['工业总产值同比增长', percent(0.15, '0.00'), 0],
    ['工业总产值同比增长（%）', '—', 0],
    ['用地面积同比增长（%）', 50, 0],
  ])('%s %p: %d asked', (header, growth, count) => {
    expect(asked(header, growth)).toHaveLength(count);
  });

  test('figures with more digits leave less room', () => {
    expect(asked('同比增长（%）', 12.55, 112.5, { value: 100, format: '0.00' })).toHaveLength(0);
    expect(asked('同比增长（%）', 12.61, 112.512, { value: 100.001, format: '0.000' })).toHaveLength(1);
  });

  test('says where, what and what is asked', () => {
    expect(asked('工业总产值同比增长（%）', 21.5)).toEqual([
      {
        kind: 'share',
        zone: '甲经济开发区',
        order: 0,
        title: '填报的“工业总产值同比增长”等于“工业总产值”今年比上年的增长',
        cells: ['指标数据!D2', '指标数据!C2', '上年指标数据!C2'],
        actual: '21.5%',
        expected: '12.5%',
        difference: '9个百分点',
        question:
          '填报的“工业总产值同比增长”与按今年、上年的“工业总产值”算得的不符：按可比价格或可比口径计算的请注明，否则请核对三项数值。',
      },
    ]);
  });

  test('a zone that last year did not have, and nothing last year, ask nothing', () => {
    expect(asked('同比增长（%）', 50, 112.5, 0)).toEqual([]);
  });
});
