import type { Pack } from '../pack/schema';
import type { SheetsPlan } from '../plan';
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
  const tables = inputTables(pack, units, year);
  const sheets = [
    guideSheet(pack, tables, year, book),
    ...tables.map((table) => tableSheet(table, book)),
    parametersSheet(pack, year, book),
  ];
  return { sheets, styles: book.styles };
}
