import { CellKind, type SheetGrid } from '../../grid';
import type { Units } from '../../units/units';
import { readRows, type DataRows } from './data-rows';
import { foldHeader, foldText } from '../fold';
import { pathOf } from './header-columns';
import { layoutAt, NO_KEYS, type Layout } from './layout';
import { isDash, parseNumber } from './number-text';
import { TableSource } from './source';
import { ORDINAL_HEADER } from '../vocabulary';
import type { Words } from '../words';

/** A table as it lies on a sheet, described without knowing what it should hold. */
export interface FoundTable {
  readonly sheet: string;
  readonly titles: readonly string[];
  /** Units that a line above the table states for all of it. */
  readonly tableUnits: readonly string[];
  readonly header: { readonly first: number; readonly last: number };
  /** Column that names the rows. */
  readonly keyColumn: number;
  readonly columns: readonly { readonly column: number; readonly header: string; readonly unit: string | undefined }[];
  readonly rows: Int32Array;
  readonly keys: readonly string[];
  readonly skipped: DataRows['skipped'];
}

/** Whether the cell holds a figure or the sign that there is none. */
function isFigure(source: TableSource, row: number, column: number): boolean {
  const kind = source.kind(row, column);
  if (kind === CellKind.number || kind === CellKind.error) return true;
  if (kind !== CellKind.text) return false;
  const text = source.text(row, column);
  return isDash(text, source.words) || parseNumber(text) !== undefined;
}

/** A row that has a name and at least one figure behind it; the column of the name, or undefined. */
function nameColumn(source: TableSource, row: number, from: number): number | undefined {
  let name: number | undefined;
  for (const column of source.sheet.grid.filled(row)) {
    if (column < from || source.isBlank(row, column)) continue;
    if (isFigure(source, row, column)) {
      if (name !== undefined) return name;
    } else if (source.kind(row, column) === CellKind.text && name === undefined) {
      if (source.words.noteLine.test(foldText(source.text(row, column)))) return undefined;
      name = column;
    }
  }
  return undefined;
}

/** Row of the header over a name column: the nearest text above, at most six rows up. */
function keyRowAbove(source: TableSource, row: number, column: number, top: number): number | undefined {
  for (let up = row - 1; up >= Math.max(top, row - 6); up--) {
    const area = source.mergeAt(up, column);
    if (area && area.right > area.left) return undefined;
    if (!source.isBlank(up, column) && source.kind(up, column) === CellKind.text) return area?.top ?? up;
  }
  return undefined;
}

function describe(layout: Layout, data: DataRows): FoundTable {
  return {
    sheet: layout.source.sheet.name,
    titles: layout.titles,
    tableUnits: layout.tableUnits,
    header: { first: layout.first, last: layout.last },
    keyColumn: layout.keyColumn,
    columns: layout.columns.map((column) => ({ column: column.column, header: pathOf(column), unit: column.unit })),
    rows: data.rows,
    keys: data.keys,
    skipped: data.skipped,
  };
}

/** Tables of figures on the sheets, by their shape alone: headers over rows that have a name and figures. */
export function listTables(sheets: readonly SheetGrid[], units: Units, words: Words): FoundTable[] {
  return sheets.flatMap((sheet) =>
    sheet.owned ? [] : scan(new TableSource(sheet, false, words), units).map(({ layout, data }) => describe(layout, data)),
  );
}

/** The same tables as layouts, for callers that match headers against them. */
export function listLayouts(sheets: readonly SheetGrid[], units: Units, words: Words): Layout[] {
  return sheets.flatMap((sheet) => (sheet.owned ? [] : scan(new TableSource(sheet, false, words), units).map(({ layout }) => layout)));
}

function scan(source: TableSource, units: Units): { layout: Layout; data: DataRows }[] {
  const found: { layout: Layout; data: DataRows }[] = [];
  let top = 0;
  for (let row = 0; row < source.rows; row++) {
    let next = row;
    for (let from = 0; from < source.columns;) {
      const layout = tableAt(source, row, from, top, units);
      if (!layout) break;
      const data = readRows(layout, units);
      if (data.rows.length > 0) found.push({ layout, data });
      const lastRow = Math.max(layout.last, row, data.rows.at(-1) ?? 0, data.skipped.at(-1)?.row ?? 0);
      next = Math.max(next, Math.min(lastRow, data.end - 1));
      from = Math.max(layout.right, from) + 1;
    }
    if (next > row) {
      row = next;
      top = next + 1;
    }
  }
  return found;
}

/** The table whose first row of figures is `row`, looking from column `from` on. */
function tableAt(source: TableSource, row: number, from: number, top: number, units: Units): Layout | undefined {
  let column = nameColumn(source, row, from);
  if (column === undefined) return undefined;
  const keyRow = keyRowAbove(source, row, column, top);
  if (keyRow === undefined) return undefined;
  if (ORDINAL_HEADER.test(foldHeader(source.spread(keyRow, column)))) column++;
  const layout = layoutAt(source, keyRow, column, units, NO_KEYS);
  return layout.last < row && layout.columns.length > 1 ? layout : undefined;
}
