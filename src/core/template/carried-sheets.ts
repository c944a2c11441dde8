import { parseCellName } from '../cell';
import type { Checked } from '../checked';
import { CellKind, type SheetGrid } from '../grid';
import { findLayout } from '../parameters/parameter-sheet';
import { ASSESSMENT_DAY } from '../period/assessment-day';
import { DATA_YEAR } from '../period/data-year';
import type { PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { StyleBook } from '../report/style-book';
import { columnWidth } from '../report/width';
import { foldText } from '../table/fold';
import { carriedWords as words } from '../words/carried';
import { parameterSheet } from '../words/parameters';

/** Makes a sheet with the styles of the plan that it comes into. */
export type SheetMaker = (book: StyleBook) => SheetPlan;

const MOST_WIDTH = 56;

/**
 * A sheet's values as they stand, with their number formats; formulas become what they came to.
 * @param header row of the header, from 0; undefined where none is known
 * @param changed cells that hold something else: row and column joined by a comma
 */
export function sheetAsItIs(
  { name, grid }: SheetGrid,
  book: StyleBook,
  header?: number,
  changed: ReadonlyMap<string, PlanCell['value']> = new Map(),
): SheetPlan {
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column): PlanCell => {
      const cell = grid.cell(row, column);
      const own = cell.kind === 'empty' || cell.kind === 'error' ? null : cell.value;
      const told = changed.get(`${row},${column}`);
      const value = told === undefined ? own : told;
      const isTitle = header !== undefined && row < header;
      if (isTitle && value === null) return { value };
      const role = isTitle
        ? row === 0
          ? 'title'
          : 'formLine'
        : row === header
          ? 'header'
          : cell.kind === 'number'
            ? 'numberEntry'
            : 'entry';
      const format = cell.kind === 'number' && cell.format !== 'General' ? cell.format : undefined;
      return { value, style: book.style(role, undefined, format) };
    }),
  );
  const body = header === undefined ? 0 : header;
  return {
    name: sheetName(name),
    head: rows,
    body: [],
    bodyRows: 0,
    foot: [],
    widths: Array.from({ length: grid.columns }, (_, column) =>
      columnWidth(
        '',
        rows.slice(body).map((row) => String(row[column]?.value ?? '')),
        { least: 8, most: MOST_WIDTH },
      ),
    ),
    freeze: { rows: header === undefined ? 0 : header + 1, columns: 0 },
    ...(header !== undefined && { repeatRows: { first: header, last: header } }),
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}

/** Last year's 权重与参数, its year moved on and its day of assessment blank; undefined where the workbook has no such sheet. */
export function carriedSettings(
  { figures: { settings } }: Checked,
  sheets: readonly SheetGrid[],
  year: number,
): { readonly sheet: string; readonly what: string; readonly make: SheetMaker } | undefined {
  const sheet = sheets.find(({ owned, name }) => !owned && foldText(name) === parameterSheet.name);
  const layout = sheet && findLayout(sheet.grid);
  if (!layout) return undefined;
  const changed = new Map<string, PlanCell['value']>();
  const cellOf = (key: string): { row: number; column: number; name: string } | undefined => {
    const cell = settings.parameters.get(key)?.cell;
    const name = cell?.slice(cell.lastIndexOf('!') + 1) ?? '';
    const at = parseCellName(name);
    return at && { ...at, name };
  };
  const stated = cellOf(DATA_YEAR);
  const day = cellOf(ASSESSMENT_DAY);
  if (stated) changed.set(`${stated.row},${stated.column}`, year);
  if (day) changed.set(`${day.row},${day.column}`, null);
  // Titles that name last year's would contradict the new figures.
  const { grid } = sheet;
  for (let row = 0; row < layout.header; row++)
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column);
      const moved = text.replaceAll(`${year - 1}年`, `${year}年`);
      if (moved !== text) changed.set(`${row},${column}`, moved);
    }
  let filled = 0;
  for (let row = layout.header + 1; row < grid.rows; row++) if (grid.kind(row, layout.value) !== CellKind.empty) filled++;
  return {
    sheet: sheet.name,
    what: words.joined([words.settings(filled), ...(stated ? [words.yearSet(year)] : []), ...(day ? [words.cleared([day.name])] : [])]),
    make: (book) => sheetAsItIs(sheet, book, layout.header, changed),
  };
}
