import { tableSheet } from '../../packs/sheets';
import { draft, valid, type Draft } from '../pack/small-pack';
import { checksOf } from './logic-book';

const pack = valid(draft());

describe('indicators that nobody filled', () => {
  test('a column that is there and wholly empty', () => {
    const checks = checksOf(
      pack,
      tableSheet(pack, 'indicators', [
        { zone: '甲区', output: 1, green: null },
        { zone: '乙区', output: 2, green: '—' },
      ]),
    );
    expect(checks.of('unfilled')).toMatchObject([
      { zone: '', title: '“绿地率”的填报', cells: ['指标数据!C2'], question: '2个开发区均未填报，请补报；不要求填报的，请说明。' },
    ]);
    expect(checks.problems.filter(({ code }) => code === 'indicator-unfilled')).toMatchObject([
      { severity: 'info', sheet: '指标数据', cell: 'C2' },
    ]);
  });

  test('one figure is enough, and a figure that was refused is another matter', () => {
    expect(
      checksOf(
        pack,
        tableSheet(pack, 'indicators', [
          { zone: '甲区', output: 1, green: null },
          { zone: '乙区', output: 2, green: 0 },
        ]),
      ).of('unfilled'),
    ).toEqual([]);
    expect(checksOf(pack, tableSheet(pack, 'indicators', [{ zone: '甲区', output: 1, green: '约三成' }])).of('unfilled')).toEqual([]);
  });

  test('columns of indicators that the sheet lacks are one line; the reader has told them', () => {
    const { output, green } = draft().indicators as Readonly<Record<string, Draft>>;
    const named = valid(draft({ indicators: { output, green: { ...green, basis: 'named' } } }));
    const checks = checksOf(named, tableSheet(named, 'indicators', [{ zone: '甲区', land: 1 }]));
    expect(checks.of('unfilled')).toMatchObject([
      { cells: ['指标数据!A1'], question: '“指标数据”没有以下指标的列，无法计分：工业总产值、绿地率。请补充；不考核的，请说明。' },
    ]);
    expect(checks.problems.filter(({ code }) => code === 'indicator-unfilled')).toEqual([]);
  });

  test('a suggestion is not asked for', () => {
    const checks = checksOf(pack, tableSheet(pack, 'indicators', [{ zone: '甲区', land: 1 }]));
    expect(checks.of('unfilled')).toMatchObject([
      { question: '“指标数据”没有以下指标的列，无法计分：工业总产值。请补充；不考核的，请说明。' },
    ]);
  });
});
