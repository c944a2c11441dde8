import { cellName } from '../../../src/core/cell';
import type { SheetGrid } from '../../../src/core/grid';
import type { BookLook, SheetLook, StyleLook } from '../../../src/ooxml/look/look';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import type { ShownCell } from '../../../src/workbench/grid/grid-view';
import type { Desk } from './desk';

/** What stands in each cell of a sheet of a file, as a person sees it; empty cells are left out. */
export function textsOf({ grid }: SheetGrid): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      const cell = grid.cell(row, column);
      if (cell.kind === 'number') texts[cellName(row, column)] = asShown(cell.value, grid.format(row, column));
      else if (cell.kind === 'text' && cell.value !== '') texts[cellName(row, column)] = cell.value;
      else if (cell.kind === 'error') texts[cellName(row, column)] = cell.code;
    }
  }
  return texts;
}

/** A number in one of the formats that result sheets use, without the spreadsheet's own formatter. */
function asShown(value: number, format: string): string {
  if (format === 'General') return String(value);
  const known = /^(#,##)?0(?:\.(0+))?$/.exec(format);
  if (!known) throw new Error(`${format}: teach the test how a number looks in it`);
  const [, grouped, digits = ''] = known;
  return value.toLocaleString('en-US', {
    useGrouping: grouped !== undefined,
    minimumFractionDigits: digits.length,
    maximumFractionDigits: digits.length,
  });
}

/** Everything that a person can see of the result sheets of a file besides their contents: styles by cell, widths, frozen rows, links, notes. */
export function looksOf(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  const look = openXlsx(bytes).look();
  return new Map(look.sheets.filter(({ owned }) => owned).map((sheet) => [sheet.name, lookOf(sheet, look)]));
}

function lookOf(sheet: SheetLook, { styles }: BookLook): unknown {
  const resolved = <T extends { readonly style?: number }>(band: T): unknown => ({
    ...band,
    style: band.style === undefined ? undefined : styles[band.style],
  });
  return { ...sheet, columns: sheet.columns.map(resolved), rows: sheet.rows.map(resolved), cells: stylesOf(sheet, styles) };
}

/** Styles by cell. */
function stylesOf(
  { cells: { rows, rowStart, columnOf, styleOf } }: SheetLook,
  styles: readonly StyleLook[],
): Readonly<Record<string, StyleLook>> {
  const byCell: Record<string, StyleLook> = {};
  for (let row = 0; row < rows; row++)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) byCell[cellName(row, columnOf[at]!)] = styles[styleOf[at]!]!;
  return byCell;
}

/** Fills of a result sheet by cell, where there are any. */
export function fillsOf(bytes: Uint8Array, name: string): Readonly<Record<string, string>> {
  const { sheets, styles } = openXlsx(bytes).look([name]);
  return Object.fromEntries(
    Object.entries(stylesOf(sheets[0]!, styles)).flatMap(([cell, { fill }]) => (fill === undefined ? [] : [[cell, fill]])),
  );
}

/** The same of the screen, for the cells asked for. */
export async function onScreen(
  desk: Desk,
  sheet: string,
  cells: readonly string[],
): Promise<Readonly<Record<string, ShownCell | undefined>>> {
  return Object.fromEntries(
    await desk.page.evaluate(([name, wanted]) => wanted.map((cell) => [cell, window.workbench?.at(name, cell)] as const), [
      sheet,
      cells,
    ] as const),
  );
}
