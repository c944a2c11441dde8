import type { SheetGrid } from '../grid';
import { besidesForms } from '../result-form/form-sheets';
import { sheetCalled } from '../table/sheet-called';
import { readTables } from '../table/read-tables';
import type { Units } from '../units/units';
import { readingWords, tableSpecs } from './table-specs';
import type { Pack } from './schema';

/**
 * Columns from which a workbook can tell by itself which pack it was made for. Name and level stand in every province's table, and a third
 * (a total, a rank) stands there by chance: below four the person is asked.
 */
export const TELLING_COLUMNS = 4;

/** How well a workbook fits a pack. */
export interface PackFit {
  readonly pack: Pack;
  /** Columns of the pack that the workbook has, over all tables. */
  readonly matched: number;
  readonly declared: number;
  /** Whether the main table was found. */
  readonly usable: boolean;
  /** Whether so many columns were found that they speak for the pack. */
  readonly telling: boolean;
}

/**
 * Which pack the workbook was made for: best first. A pack whose main table is found comes before one whose is not; among these the
 * larger number of columns found wins. Two equally good ones stay in the packs' order, and the caller asks.
 */
export function matchPacks(packs: readonly Pack[], all: readonly SheetGrid[], units: Units): PackFit[] {
  const sheets = besidesForms(all);
  const fits = packs.map((pack): PackFit => {
    const specs = tableSpecs(pack);
    const { tables } = readTables(specs, sheets, units.with(pack.units), readingWords(pack));
    const matched = [...tables.values()].reduce((count, table) => count + table.columns.size, 0);
    const declared = specs.reduce((count, spec) => count + Object.keys(spec.columns).length, 0);
    const { from_workbook: stated } = pack;
    return {
      pack,
      matched,
      declared,
      usable: tables.has(pack.main_table) && (stated === undefined || hasSheet(sheets, stated.system)),
      // A small pack of one's own may have fewer columns in all. Nobody writes rules of a method for anything but the method.
      telling: stated === undefined ? matched >= Math.min(TELLING_COLUMNS, declared) : hasSheet(sheets, stated.rules),
    };
  });
  const statesItself = ({ pack, telling }: PackFit): boolean => pack.from_workbook !== undefined && telling;
  return fits.sort(
    (a, b) => Number(b.usable) - Number(a.usable) || Number(statesItself(b)) - Number(statesItself(a)) || b.matched - a.matched,
  );
}

const hasSheet = (sheets: readonly SheetGrid[], names: readonly string[]): boolean => sheetCalled(sheets, names) !== undefined;
