import type { Area } from '../../../src/core/cell';
import { gridOf, type Grid, type PlainValue, type SheetGrid } from '../../../src/core/grid';
import { readTables, type ReadResult } from '../../../src/core/table/read-tables';
import type { ColumnSpec, TableSpec } from '../../../src/core/table/spec';
import { createUnits } from '../../../src/core/units/units';
import data from '../../../src/packs/units.yaml';

export const units = createUnits(data);

export const column = (header: readonly string[], rest: Partial<ColumnSpec> = {}): ColumnSpec => ({
  header,
  kind: 'number',
  required: false,
  ...rest,
});
export const zoneKey = column(['开发区名称', '园区名称', '地区'], { kind: 'text', required: true });
export const spec = (columns: Record<string, ColumnSpec>, rest: Partial<TableSpec> = {}): TableSpec => ({
  id: 'indicators',
  sheet: ['指标数据'],
  rowWord: '开发区',
  key: 'zone',
  repeats: false,
  optional: false,
  columns: { zone: zoneKey, ...columns },
  ...rest,
});
export const sheet = (
  rows: readonly (readonly PlainValue[])[] | Grid,
  name = 'Sheet1',
  rest: Partial<SheetGrid> = {},
  merges: readonly Area[] = [],
): SheetGrid => ({
  name,
  grid: 'rows' in rows ? rows : gridOf(rows, merges),
  hidden: false,
  owned: false,
  ...rest,
});
export const output = column(['工业总产值'], { unit: '亿元', atLeast: 0 });
export const staff = column(['年末从业人员', '从业人员'], { unit: '人', atLeast: 0 });

export const codes = (result: ReadResult): string[] => result.problems.map((problem) => problem.code);
export const of = (result: ReadResult, key: string, table = 'indicators') => {
  const found = result.tables.get(table)?.columns.get(key);
  if (!found) throw new Error(`no column ${key}: ${result.problems.map((problem) => problem.message).join(' ')}`);
  return found;
};
export const values = (result: ReadResult, key: string): number[] => [...of(result, key).values];
export const one = (
  columnSpec: ColumnSpec,
  header: string,
  cells: readonly PlainValue[],
  above: readonly (readonly PlainValue[])[] = [],
): ReadResult =>
  readTables(
    [spec({ x: columnSpec })],
    [sheet([...above, ['开发区名称', header], ...cells.map((cell, i) => [`${'甲乙丙丁戊己庚辛'[i] ?? i}区`, cell])])],
    units,
  );
