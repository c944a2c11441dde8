import { GridBuilder, type Grid } from '../../../src/core/grid';
import { createUnits } from '../../../src/core/units/units';
import type { ColumnSpec, TableSpec } from '../../../src/core/table/spec';
import { doubling } from '../../doubling';
import data from '../../../src/packs/units.yaml';
import { readTables } from './small-table';

const units = createUnits(data);
const COLUMNS = 60;

function tableOf(rows: number): Grid {
  const builder = new GridBuilder().text(0, 0, '开发区名称');
  for (let column = 1; column < COLUMNS; column++) builder.text(0, column, `指标${column}号（万元）`);
  for (let row = 1; row <= rows; row++) {
    builder.text(row, 0, `第${row}开发区`);
    for (let column = 1; column < COLUMNS; column++) builder.number(row, column, ((row * 7919 + column * 104729) % 100003) / 100);
  }
  return builder.build();
}

const columns: Record<string, ColumnSpec> = { zone: { header: ['开发区名称'], kind: 'text', required: true } };
for (let column = 1; column < COLUMNS; column++)
  columns[`c${column}`] = {
    header: [`指标${column}号`],
    kind: 'number',
    unit: column % 2 === 0 ? '万元' : '亿元',
    required: false,
    atLeast: 0,
  };
const spec: TableSpec = { id: 'indicators', sheet: ['指标数据'], rowWord: '开发区', key: 'zone', repeats: false, optional: false, columns };

const sheetsOf = (rows: number) => [{ name: '指标数据', grid: tableOf(rows), hidden: false, owned: false }];

test.each([3000, 30_000])('%d rows of 60 columns are read', (rows) => {
  const result = readTables([spec], sheetsOf(rows), units);
  expect(result.problems).toEqual([]);
  expect(result.tables.get('indicators')?.rows.length).toBe(rows);
});

test('twice the rows take about twice as long', async () => {
  const reading = (rows: number) => {
    const sheets = sheetsOf(rows);
    return () => readTables([spec], sheets, units);
  };
  expect(await doubling(reading, 3000)).toBeLessThan(3);
});
