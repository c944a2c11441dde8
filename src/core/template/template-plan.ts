import type { Pack } from '../pack/schema';
import type { SheetPlan, SheetsPlan } from '../plan';
import { StyleBook } from '../report/style-book';
import type { Units } from '../units/units';
import { guideSheet } from './guide-sheet';
import { inputTables } from './input-tables';
import { parametersSheet } from './parameters-sheet';
import { tableSheet } from './table-sheet';

/**
 * A blank workbook for a pack: what is to be filled in, a sheet for each of its tables, and its parameters. The sheets are the person's own.
 * @param year of the figures
 */
export function templatePlan(pack: Pack, units: Units, year: number): SheetsPlan {
  const book = new StyleBook();
  const sheets = templateSheets(pack, units, year, book);
  return { sheets, styles: book.styles };
}

/** The sheets of a blank workbook, the guide first. */
export function templateSheets(pack: Pack, units: Units, year: number, book: StyleBook): readonly SheetPlan[] {
  const tables = inputTables(pack, units, year);
  return [guideSheet(pack, tables, year, book), ...tables.map((table) => tableSheet(table, book)), parametersSheet(pack, year, book)];
}
