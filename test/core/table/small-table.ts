import type { Area } from '../../../src/core/cell';
import { gridOf, type Grid, type PlainValue, type SheetGrid } from '../../../src/core/grid';
import { readTables as read, type ReadOptions, type ReadResult } from '../../../src/core/table/read-tables';
import type { ColumnSpec, TableSpec } from '../../../src/core/table/spec';
import { wordsOf } from '../../../src/core/table/words';
import type { Units } from '../../../src/core/units/units';
import { sharedWords, units } from '../../packs/built-in';

export { units };
/** The words that all packs share. */
export const words = wordsOf(sharedWords.reading, sharedWords.zone_kinds);

export const readTables = (
  specs: readonly TableSpec[],
  sheets: readonly SheetGrid[],
  unitList: Units,
  options: ReadOptions = {},
): ReadResult => read(specs, sheets, unitList, words, options);

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
/** How 是 and 否 may be written in any pack. */
export const yesNo: ReadonlyMap<string, string> = new Map(
  ['是', '否'].flatMap((value) => sharedWords.spellings[value]!.map((spelling) => [spelling, value] as const)),
);
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
