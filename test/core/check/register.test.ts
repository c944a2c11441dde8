import { sheetOf, tableSheet, type Row } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';
import { checksOf } from './logic-book';

const pack = valid(draft());
const zones = (...names: string[]): Row[] => names.map((zone, n) => ({ zone, output: n + 1 }));
const register = (...names: string[]) => sheetOf('全省园区名录', [['开发区名称', '批准文号'], ...names.map((name) => [name, '某文'])]);
const found = (main: readonly Row[], ...more: readonly ReturnType<typeof register>[]) =>
  checksOf(pack, tableSheet(pack, 'indicators', main), ...more);

describe('the register of zones', () => {
  test('the same names, but for spaces, are no matter', () => {
    const checks = found(zones('甲区', '乙区'), register('乙 区', '甲区'));
    expect(checks.of('register')).toEqual([]);
    expect(checks.made).toBe(found(zones('甲区', '乙区')).made + 2);
  });

  test('tells who is missing and who is not listed', () => {
    const checks = found(zones('甲区', '丙区'), register('甲区', '乙区'));
    expect(checks.of('register').map(({ zone, cells, expected, question }) => ({ zone, cells, expected, question }))).toEqual([
      {
        zone: '丙区',
        cells: ['指标数据!A3'],
        expected: '“全省园区名录”未列',
        question: '不在“全省园区名录”中，请核对名称；确应参评的，请补入名录。',
      },
      {
        zone: '乙区',
        cells: ['全省园区名录!A3'],
        expected: '“全省园区名录”列有',
        question: '“指标数据”中没有这个单位的数据，请补报；不参评的，请说明。',
      },
    ]);
    expect(
      checks.problems.filter(({ code }) => code.startsWith('zone-not')).map(({ severity, sheet, cell }) => [severity, sheet, cell]),
    ).toEqual([
      ['warning', '全省园区名录', 'A3'],
      ['warning', '指标数据', 'A3'],
    ]);
  });

  test('a near name is asked, not taken', () => {
    const [first] = found(zones('滨河经济开发区', '云岭经济开发区'), register('滨河经济技术开发区', '云岭经济开发区'))
      .of('register')
      .filter(({ cells }) => cells[0]?.startsWith('全省'));
    expect(first?.question).toContain('“滨河经济开发区”');
  });

  test('a list of a few of the zones is another list', () => {
    expect(found(zones('甲区', '乙区', '丙区'), register('甲区')).of('register')).toEqual([]);
    expect(found(zones('甲区', '乙区'), register('甲区')).of('register')).toHaveLength(1);
  });

  test('a register that the main table is read from is none', () => {
    expect(checksOf(pack, tableSheet(pack, 'indicators', zones('甲区'), { name: '园区名录' })).of('register')).toEqual([]);
  });
});
