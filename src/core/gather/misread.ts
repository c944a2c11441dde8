import { readingWords, tableSpecs } from '../pack/table-specs';
import type { Pack } from '../pack/schema';
import { foldText } from '../table/fold';
import { readTables } from '../table/read-tables';
import type { ReadColumn } from '../table/spec';
import type { Units } from '../units/units';
import type { MergedTable } from './merge-table';
import { gridOfRows, type SheetRows } from './merged-sheet';

/** A cell that was written otherwise than in its file, and would be read as something else. */
export interface Misread {
  readonly row: number;
  readonly column: string;
  readonly file: string;
  readonly place: string;
  readonly title: string;
}

/** Reads the merged tables back: whatever was converted has to be what its file said. */
export function misreadCells<T extends { readonly table: MergedTable; readonly rows: SheetRows }>(
  pack: Pack,
  units: Units,
  laid: readonly T[],
): (T & { readonly misread: readonly Misread[] })[] {
  const isChanged = laid.some(({ table }) =>
    table.rows.some(({ cells }) => [...cells.values()].some(({ expected }) => expected !== undefined)),
  );
  if (!isChanged) return laid.map((one) => ({ ...one, misread: [] }));
  const sheets = laid.map(({ rows }) => gridOfRows(rows));
  const { tables } = readTables(tableSpecs(pack), sheets, units.with(pack.units), readingWords(pack));
  return laid.map((one) => {
    const { table, rows } = one;
    const read = tables.get(table.id);
    const dataRows = new Map([...(read?.rows ?? [])].map((row, at) => [row, at]));
    const misread = table.rows.flatMap(({ cells }, row) =>
      [...cells].flatMap(([column, { expected, file, place }]): Misread[] => {
        if (expected === undefined) return [];
        const at = dataRows.get(rows.headRows + row);
        const found = read?.columns.get(column);
        if (read?.sheet === rows.name && found && at !== undefined && isRead(found, at, expected)) return [];
        return [{ row, column, file, place, title: table.columns.find(({ id }) => id === column)?.title ?? column }];
      }),
    );
    return { ...one, misread };
  });
}

/** What conversions there and back may leave in doubt. */
const DIGITS = 1e-12;

function isRead({ values, texts, missing }: ReadColumn, row: number, expected: number | string): boolean {
  if (typeof expected === 'string') return foldText(texts[row] ?? '') === foldText(expected);
  return !missing.has(row) && Math.abs(values[row]! - expected) <= DIGITS * Math.abs(expected);
}

/** The table without these cells: nothing stands where it would be wrong. */
export function withoutCells(table: MergedTable, misread: readonly Misread[]): MergedTable {
  const gone = new Set(misread.map(({ row, column }) => `${row} ${column}`));
  return {
    ...table,
    rows: table.rows.map((one, row) => ({ ...one, cells: new Map([...one.cells].filter(([column]) => !gone.has(`${row} ${column}`))) })),
  };
}
