import type { Pack } from '../pack/schema';
import type { SheetPlan, SheetsPlan } from '../plan';
import { StyleBook } from '../report/style-book';
import type { Units } from '../units/units';
import { guideSheet } from './guide-sheet';
import { inputTables } from './input-tables';
import { parametersSheet } from './parameters-sheet';
import { tableSheet } from './table-sheet';
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

/** The sheets of a blank workbook, the guide first. */
export function templateSheets(pack: Pack, units: Units, year: number, book: StyleBook, zone?: FormZone): readonly SheetPlan[] {
  const all = inputTables(pack, units, year);
  const tables = zone ? zoneTables(pack, all, zone) : all;
  return [
    guideSheet(pack, tables, year, book, zone?.name),
    ...tables.map((table) => tableSheet(table, book)),
    ...(zone ? [] : [parametersSheet(pack, year, book)]),
  ];
}
