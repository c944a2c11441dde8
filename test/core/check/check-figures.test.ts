import { check } from '../../../src/core/checked';
import type { SheetGrid } from '../../../src/core/grid';
import { inputOf } from '../../packs/run';
import { tableSheet, type Row } from '../../packs/sheets';
import { draft, valid } from '../pack/small-pack';

const pack = valid(draft());
const found = (...sheets: SheetGrid[]) => check(inputOf(pack, sheets)).problems;
const now = (...rows: Row[]): SheetGrid => tableSheet(pack, 'indicators', rows);
const before = (...rows: Row[]): SheetGrid => tableSheet(pack, 'last_year', rows);
const year = (zone: string, output: number | null): Row => ({ zone, output });

describe('jumps against last year that smell of a unit slip', () => {
  test.each([
    [100, 10, '10'],
    [99, 10, '9.9'],
    [124, 10, '12.4'],
    [1000, 10, '100'],
    [10, 1000, '100'],
    [10000, 1, '10000'],
    [1, 10000, '10000'],
    [1000, 1, '1000'],
  ])('%p after %p', (value, earlier, times) => {
    const [jump, ...more] = found(now(year('甲区', value)), before(year('甲区', earlier))).filter(({ code }) => code === 'unit-jump');
    expect(more).toEqual([]);
    expect(jump).toMatchObject({ severity: 'warning', sheet: '指标数据', cell: 'B2' });
    expect(jump?.message).toContain(`相差约 ${times} 倍`);
  });

  test.each([
    [10, 10],
    [70, 10],
    [13, 1],
    [20, 10],
    [0, 10],
    [10, 0],
    [-100, 10],
    [400, 10],
    [null, 10],
    [10, null],
  ])('%p after %p is no slip', (value, earlier) => {
    expect(
      found(now(year('甲区', value), year('乙区', 5)), before(year('甲区', earlier), year('乙区', 5))).filter(
        ({ code }) => code === 'unit-jump',
      ),
    ).toEqual([]);
  });

  test('compared after conversion: the same amount in another unit is no jump', () => {
    expect(
      found(now(year('甲区', 5)), tableSheet(pack, 'last_year', [year('甲区', 50000)], { units: { output: '万元' } })).filter(
        ({ code }) => code === 'unit-jump',
      ),
    ).toEqual([]);
  });

  test('by name, not by row', () => {
    expect(
      found(now(year('甲区', 100), year('乙区', 10)), before(year('乙区', 10), year('甲区', 100))).filter(
        ({ code }) => code === 'unit-jump',
      ),
    ).toEqual([]);
  });
});

test('rows of other tables that name nobody on the main table', () => {
  const project = (zone: string): Row => ({ project: `${zone}项目`, zone, investment: 1 });
  const [problem, ...more] = found(
    now(year('甲区', 1)),
    tableSheet(pack, 'projects', [project('甲 区'), project('甲开发区'), project('丙区'), project('丙区')]),
  ).filter(({ code }) => code === 'unknown-zone');
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ severity: 'warning', sheet: '项目明细', cell: 'B3' });
  expect(problem?.message).toContain('“甲开发区”、“丙区”');
  expect(problem?.message).toContain('B3、B4、B5');
});

test('the province has one row', () => {
  const [problem] = found(
    now(year('甲区', 1)),
    tableSheet(pack, 'province', [
      { area: '某省', output: 1 },
      { area: '别省', output: 2 },
    ]),
  ).filter(({ code }) => code === 'several-rows');
  expect(problem).toMatchObject({ severity: 'block', sheet: '全省汇总', cell: 'A3' });
});

test('nothing to complain about', () => {
  expect(
    found(now(year('甲区', 1), year('乙区', 2)), before(year('甲区', 1), year('乙区', 2))).filter(({ severity }) => severity !== 'info'),
  ).toEqual([]);
});
