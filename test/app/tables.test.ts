import { placesOfSubjects, shapeOf, tableViews, type TableView } from '../../src/app/tables';
import { assess } from '../../src/core/assess';
import type { SheetGrid } from '../../src/core/grid';
import { listTables } from '../../src/core/table/describe/list-tables';
import type { Mapping } from '../../src/core/pack/table-specs';
import type { Checked } from '../../src/core/checked';
import { packs, units } from './sample';
import { HEADER, parkSheets, ROWS } from './small-park';
import { words } from '../core/table/small-table';

const pack = packs.find((one) => one.pack === 'shandong-2016')!;
const checkedOf = (sheets: readonly SheetGrid[], mapping?: Mapping): Checked =>
  assess({ pack, units, sheets, asOf: '2017-03-31', at: '2017-03-31T00:00:00.000Z', fingerprint: '0', mapping }).checked;
const mainOf = (sheets: readonly SheetGrid[], mapping: Mapping = {}): TableView =>
  tableViews(checkedOf(sheets, mapping), mapping, listTables(sheets, units, words)).find(({ main }) => main)!;

test('a table that was found says where, how many rows and how sure', () => {
  const main = mainOf(parkSheets());
  expect(main).toMatchObject({
    title: '指标数据',
    rowWord: '经济开发区',
    required: true,
    single: false,
    at: { sheet: '指标数据', cell: 'A1', rows: 4 },
  });
  const found = main.columns.flatMap(({ title, at }) => (at ? [[title, at.header, at.cell, at.unit]] : []));
  expect(found).toContainEqual(['实际使用外资', '实际使用外资', 'C1', '万美元']);
  expect(found).toHaveLength(5);
});

test('a doubt that the reader told about a column marks that column', () => {
  const main = mainOf(parkSheets(HEADER.map((text) => (text === '工业固废综合利用率（%）' ? '全区工业固废综合利用率情况（%）' : text))));
  expect(main.columns.filter(({ doubtful }) => doubtful).map(({ title }) => title)).toEqual(['工业固废综合利用率']);
});

test('headers left over can be given to a column; those in use cannot', () => {
  const sheets = parkSheets(
    [...HEADER, '固废情况（%）'],
    ROWS.map((row) => [...row, 90]),
  );
  expect(mainOf(sheets).choices).toEqual(['固废情况']);
});

test('of two headers that claim one column the person may take either', () => {
  const sheets = parkSheets(
    ['开发区名称', '级别', '全区实际使用外资（万美元）', '园区实际使用外资（万美元）'],
    ROWS.map(([name, level, fdi]) => [name, level, fdi, 100 + Number(fdi)]),
  );
  const main = mainOf(sheets);
  expect(main.columns.find(({ title }) => title === '实际使用外资')?.at).toBeUndefined();
  expect(main.choices).toEqual(['全区实际使用外资', '园区实际使用外资']);
  const fdi = mainOf(sheets, { indicators: { fdi: '园区实际使用外资' } }).columns.find(({ title }) => title === '实际使用外资');
  expect(fdi).toMatchObject({ byHand: '园区实际使用外资', at: { cell: 'D1' }, doubtful: false });
});

test('tables are listed by shape where no header gives them away', () => {
  const shapes = listTables(parkSheets(['填报主体', '等次', '外资']), units, words).map(shapeOf);
  expect(shapes).toEqual([{ sheet: '指标数据', title: '', headers: ['填报主体', '等次', '外资'] }]);
});

test('every row of the main table has its place', () => {
  expect([...placesOfSubjects(checkedOf(parkSheets()))]).toEqual(
    ROWS.map(([name], row) => [name, { sheet: '指标数据', cell: `A${row + 2}` }]),
  );
  expect(placesOfSubjects(checkedOf([])).size).toBe(0);
});
