import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';
import { checksOf } from './logic-book';

const pack = valid(draft());
const found = (...rows: readonly Row[]) =>
  checksOf(pack, tableSheet(pack, 'indicators', rows, { units: { export: '亿元' } })).of('equal_rows');
const figures: Row = { output: 12.5, land: 30, green: 20, export: 4 };

describe('rows that are alike in every figure', () => {
  test('the later one is asked', () => {
    expect(found({ zone: '甲区', ...figures }, { zone: '乙区', ...figures, output: 13 }, { zone: '丙区', ...figures })).toEqual([
      {
        kind: 'equal_rows',
        zone: '丙区',
        order: 2,
        title: '各项数据与其他单位完全相同',
        cells: ['指标数据!A4', '指标数据!A2'],
        actual: '4项数据',
        expected: '与“甲区”全部相同',
        difference: '',
        question: '各项数据与“甲区”完全相同，疑似误录他区数据，请核对。',
      },
    ]);
  });

  test('one digit apart is another row', () => {
    expect(found({ zone: '甲区', ...figures }, { zone: '乙区', ...figures, export: 4.000001 })).toEqual([]);
  });

  test('a figure that only one of them has is a difference', () => {
    expect(found({ zone: '甲区', ...figures }, { zone: '乙区', ...figures, green: null })).toEqual([]);
    expect(found({ zone: '甲区', ...figures, green: null }, { zone: '乙区', ...figures, green: null })).toHaveLength(1);
  });

  test('few figures, zeros and gaps prove nothing', () => {
    expect(
      found({ zone: '甲区', output: 1, land: 2, green: 0, export: 0 }, { zone: '乙区', output: 1, land: 2, green: 0, export: 0 }),
    ).toEqual([]);
    expect(
      found(
        { zone: '甲区', output: null, land: null, green: null, export: null },
        { zone: '乙区', output: null, land: null, green: null, export: null },
      ),
    ).toEqual([]);
  });
});
