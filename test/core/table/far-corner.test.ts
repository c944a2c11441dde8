import { fingerprintOf } from '../../../src/core/fingerprint';
import { GridBuilder, type SheetGrid } from '../../../src/core/grid';
import { listTables } from '../../../src/core/table/describe/list-tables';
import { matchPacks } from '../../../src/core/pack/match-pack';
import { createUnits } from '../../../src/core/units/units';
import { unitData } from '../../../src/packs';
import { packOf } from '../../packs/built-in';
import { words } from './small-table';

const LAST = { row: 1_048_575, column: 16_383 };

/** A sign forgotten in the last corner of a sheet: going through every place up to it would take minutes. */
const sheet: SheetGrid = {
  name: '数据',
  hidden: false,
  owned: false,
  grid: new GridBuilder().text(0, 0, '地区').text(0, 1, '产值').text(1, 0, '甲').number(1, 1, 5).text(LAST.row, LAST.column, '.').build(),
};

it('only places that hold something are looked at', () => {
  const units = createUnits(unitData);
  expect([...sheet.grid.filled(0)]).toEqual([0, 1]);
  expect([...sheet.grid.filled(2)]).toEqual([]);
  expect([...sheet.grid.filled(LAST.row)]).toEqual([LAST.column]);
  expect([...sheet.grid.filled(-1), ...sheet.grid.filled(LAST.row + 1)]).toEqual([]);
  expect(fingerprintOf([sheet])).toMatch(/^[0-9a-f]{16}$/);
  expect(listTables([sheet], units, words).map(({ keys }) => keys)).toEqual([['甲']]);
  expect(matchPacks([packOf('shandong-2016')], [sheet], units).every(({ usable }) => !usable)).toBe(true);
});
