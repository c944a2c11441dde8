import type { Pack } from '../pack/schema';
import { FICTION } from '../words/check';
import type { SheetPlan, SheetsPlan } from '../plan';
import { StyleBook } from '../report/style-book';
import type { Units } from '../units/units';
import { guideSheet } from './guide-sheet';
import { inputTables, type InputTable } from './input-tables';
import { parametersSheet } from './parameters-sheet';
import { tableSheet } from './table-sheet';
import type { Carried } from './carried';
import { zoneTables, type FormZone } from './zone-form';

/**
 * A blank workbook for a pack: what is to be filled in, a sheet for each of its tables, and its parameters. The sheets are the person's own.
 * @param year of the figures
 * @param zone the only one that is to fill it in: its tables alone, and no parameters, which are the department's
 */
export function templatePlan(pack: Pack, units: Units, year: number, zone?: FormZone): SheetsPlan {
  const book = new StyleBook();
  const sheets = templateSheets(pack, units, year, book, zone);
  return { sheets, styles: book.styles };
}

/** The workbook of a new year, with what last year's hands on. */
export function carriedPlan(carried: Carried, units: Units): SheetsPlan {
  const book = new StyleBook();
  const sheets = templateSheets(carried.pack, units, carried.year, book, undefined, carried);
  return { sheets, styles: book.styles };
}

/** The sheets of a blank workbook, the guide first. */
export function templateSheets(
  pack: Pack,
  units: Units,
  year: number,
  book: StyleBook,
  zone?: FormZone,
  carried?: Carried,
): readonly SheetPlan[] {
  const all = inputTables(pack, units, year).map((table) => (carried ? withCarried(table, carried) : table));
  const tables = zone ? zoneTables(pack, all, zone) : all;
  return [
    guideSheet(pack, tables, year, book, zone?.name),
    ...tables.map((table) => tableSheet(table, book)),
    ...(zone ? [] : [carried?.settings?.(book) ?? parametersSheet(pack, year, book)]),
    ...(carried?.sheets ?? []).map((make) => make(book)),
  ];
}

/** A table with the rows that last year's workbook hands on, each header with the unit of its figures. */
function withCarried(table: InputTable, { rows, units, fictional }: Carried): InputTable {
  const given = rows.get(table.id);
  if (!given) return table;
  const stated = units.get(table.id);
  const columns = table.columns.map((column) => ({ ...column, unit: stated?.get(column.key) ?? column.unit }));
  return { ...table, columns, given, ...(fictional && { mark: FICTION }) };
}
