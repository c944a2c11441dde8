import { packOf } from '../../packs/built-in';
import { percent, tableSheet, type CellInput, type Row } from '../../packs/sheets';
import { checksOf } from './logic-book';

const pack = packOf('jilin-2016');
const found = (row: Row) => checksOf(pack, tableSheet(pack, 'indicators', [{ zone: '甲区', level: '省级', ...row }])).of('share');
const reported = (concentration: CellInput, leading_output: CellInput = 100, industrial_output: CellInput = 300) =>
  found({ concentration, leading_output, industrial_output });

describe('a reported share against its parts', () => {
  test.each([
    // 100 ÷ 300 with each of the two right to half a unit is 33.11 to 33.56 per cent.
    [33.3, 0],
    [33.33333, 0],
    [33.6, 0],
    [33.56, 0],
    [33.57, 1],
    [33.7, 1],
    [33, 0],
    [32, 1],
    [40, 1],
    [3.33, 1],
    [null, 0],
  ])('%p%%', (share, count) => {
    expect(reported(share)).toHaveLength(count);
  });

  test('parts with more digits leave less room', () => {
    expect(reported(33.3, 100.01, 300.01)).toEqual([]);
    expect(reported(33.4, 100.01, 300.01)).toMatchObject([{ actual: '33.4%', expected: '33.34%', difference: '0.06个百分点' }]);
  });

  test('a percent format shows what it shows', () => {
    expect(reported(percent(0.33336), 100.01, 300.02)).toEqual([]);
    expect(reported({ value: 0.334, format: '0%' }, 100.01, 300.01)).toEqual([]);
    expect(reported(percent(0.334), 100.01, 300.01)).toHaveLength(1);
  });

  test.each([
    [null, 300],
    [100, null],
    [100, 0],
    [100, '—'],
  ])('nothing is asked with parts %p and %p', (above, below) => {
    expect(reported(33.7, above, below)).toEqual([]);
  });

  test('says where, what and what is asked', () => {
    expect(reported(55.5, 160.25, 320.5)).toEqual([
      {
        kind: 'share',
        zone: '甲区',
        order: 0,
        title: '填报的产业集中度等于主导产业产值除以工业总产值',
        cells: ['指标数据!E2', '指标数据!C2', '指标数据!D2'],
        actual: '55.5%',
        expected: '50%',
        difference: '5.5个百分点',
        question: '填报的“产业集中度”与按“主导产业产值合计”÷“工业总产值”算得的不符，请核对三项数值和计算口径。',
      },
    ]);
  });
});
