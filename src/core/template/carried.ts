import type { Checked } from '../checked';
import type { Conclusion } from '../conclude';
import type { SheetGrid } from '../grid';
import { earlierResults } from '../pack/earlier-results';
import type { Pack } from '../pack/schema';
import { refusal } from '../refusal';
import { foldText } from '../table/fold';
import { sheetsOf } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import type { Units } from '../units/units';
import { carriedWords as words } from '../words/carried';
import { handOutWords } from '../words/hand-out';
import { carriedResults, type CarriedResult, type ResultOfZone } from './carried-results';
import { carriedSettings, sheetAsItIs, type SheetMaker } from './carried-sheets';
import { inputTables, type InputColumn, type InputTable } from './input-tables';

/** A row of a table of the new year: column key → what stands in it; what is left out is blank. */
export type CarriedRow = Readonly<Record<string, string | number>>;

/** What a sheet of the new year takes over, for whoever is shown it. */
export interface CarriedLine {
  /** Sheet of the new workbook. */
  readonly sheet: string;
  readonly from: string;
  readonly what: string;
}

/** What the workbook of a new year takes over from that of the year before. */
export interface Carried {
  /** As last year's workbook completes it: what the department added is asked again. */
  readonly pack: Pack;
  /** Year of the new figures. */
  readonly year: number;
  /** By table; those that are left out stay blank. */
  readonly rows: ReadonlyMap<string, readonly CarriedRow[]>;
  /** Units that headers of carried tables state where the pack leaves them open: table → column → unit. */
  readonly units: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** 权重与参数 as it stands, in place of a blank one. */
  readonly settings: SheetMaker | undefined;
  /** Further sheets as they stand: the register, a list of indicators. */
  readonly sheets: readonly SheetMaker[];
  readonly told: readonly CarriedLine[];
  /** Sheets of the person's that nothing is taken from. */
  readonly left: readonly string[];
  /** The figures that are taken over say of themselves that they are invented. */
  readonly fictional: boolean;
}

/**
 * What last year's workbook hands on: figures as last year's figures, decided places as last year's results, the names of its zones, its parameters
 * and weights, its register. Nothing that is undecided becomes a place.
 * @param sheets of last year's workbook
 * @throws ProblemError carried-year, carried-period
 */
export function carriedFrom({ checked, toReport }: Concluded, units: Units, sheets: readonly SheetGrid[]): Carried {
  const { dataYear, offered: pack } = checked;
  if (pack.period !== 'year') throw refusal('carried-period', words.notYearly(pack.title));
  if (dataYear.year === undefined || dataYear.doubt !== undefined) throw refusal('carried-year', words.noYear);
  const year = dataYear.year + 1;
  const settings = carriedSettings(checked, sheets, year);
  const lists = listsIn(checked, sheets);
  const tables = carriedTables(checked, carriedResults(toReport), inputTables(pack, units, year), units.with(pack.units));
  return {
    ...{ pack, year, rows: tables.rows, units: tables.units },
    settings: settings?.make,
    sheets: lists.map((sheet) => (book) => sheetAsItIs(sheet, book)),
    told: [
      ...tables.told,
      ...(settings ? [{ sheet: settings.sheet, from: words.from(settings.sheet), what: settings.what }] : []),
      ...lists.map(({ name, grid }) => ({ sheet: name, from: words.from(name), what: words.whole(grid.rows) })),
    ],
    left: leftBehind(checked, sheets, [...lists.map(({ name }) => name), ...(settings ? [settings.sheet] : [])]),
    fictional: checked.fictional,
  };
}

type Concluded = Pick<Conclusion, 'checked'> & { readonly toReport: NonNullable<Conclusion['toReport']> };

function leftBehind({ pack, figures }: Checked, sheets: readonly SheetGrid[], others: readonly string[]): string[] {
  const from = new Set(others);
  for (const [id, table] of figures.tables) {
    const { previous, base } = pack.tables[id]!;
    const isSource = id === pack.main_table || base || Object.values(pack.tables).some((one) => one.previous && one.like === id);
    // Last year's own figures of the year before have had their time.
    if (isSource || previous || earlierResults(pack).some((one) => one.table === id)) sheetsOf(table).forEach((name) => from.add(name));
  }
  return sheets.filter(({ owned, name }) => !owned && !from.has(name)).map(({ name }) => name);
}

/** Sheets that are named a register, or a list of indicators, and that no table is read from. */
function listsIn({ pack, figures }: Checked, sheets: readonly SheetGrid[]): readonly SheetGrid[] {
  const read = new Set([...figures.tables.values()].flatMap(sheetsOf));
  const names = [...pack.words.register_sheets, ...(pack.indicator_import?.sheet ?? [])].map(foldText);
  return sheets.filter(({ name, owned }) => !owned && !read.has(name) && names.some((one) => foldText(name).includes(one)));
}

function carriedTables(
  { pack, figures }: Checked,
  results: ReadonlyMap<string, CarriedResult>,
  tables: readonly InputTable[],
  units: Units,
): Pick<Carried, 'rows' | 'units' | 'told'> {
  const rows = new Map<string, readonly CarriedRow[]>();
  const open = new Map<string, ReadonlyMap<string, string>>();
  const told: CarriedLine[] = [];
  const main = figures.tables.get(pack.main_table);
  for (const table of tables) {
    const { id, sheet, columns } = table;
    const result = results.get(id);
    const declared = pack.tables[id]!;
    const from = figures.tables.get(declared.previous ? (declared.like ?? '') : id === pack.main_table || declared.base ? id : '');
    if (result) {
      rows.set(
        id,
        result.rows.map((row) => rowOfResult(columns, main, row)),
      );
      told.push({ sheet, from: result.from, what: result.what });
    } else if (from && id === pack.main_table) {
      const kept = columns.filter((column) => column.isKey || isLasting(column));
      rows.set(id, taken(from, kept, units).rows);
      open.set(id, taken(from, columns, units).units);
      const titles = kept.filter(({ isKey }) => !isKey).map(({ title }) => title);
      told.push({ sheet, from: words.from(from.sheet), what: words.names(from.keys.length, titles) });
    } else if (from) {
      const figuresOf = taken(from, columns, units);
      rows.set(id, figuresOf.rows);
      open.set(id, figuresOf.units);
      told.push({ sheet, from: words.from(from.sheet), what: words.figures(figuresOf.rows.length, figuresOf.cells, figuresOf.missing) });
    }
  }
  return { rows, units: open, told };
}

/** What stays the same from year to year: of which kind a zone is, and where it lies. */
const isLasting = ({ kind, title, values }: InputColumn): boolean =>
  (kind === 'list' && values.length > 0) || (kind === 'text' && handOutWords.isCity(title));

/** A zone's row of results, with its kind where its table asks for it. */
function rowOfResult(columns: readonly InputColumn[], main: ReadTable | undefined, { zone, values }: ResultOfZone): CarriedRow {
  const at = main?.keys.indexOf(zone) ?? -1;
  const known = columns.flatMap(({ key, isKey, kind }): [string, string | number][] => {
    const value = isKey ? zone : (values[key] ?? (kind === 'list' && at >= 0 ? main?.columns.get(key)?.texts[at] : undefined));
    return value === undefined || value === '' ? [] : [[key, value]];
  });
  return Object.fromEntries(known);
}

/** Rows of a table that was read, in the units in which the new one asks for them. */
function taken(
  from: ReadTable,
  columns: readonly InputColumn[],
  units: Units,
): { readonly rows: CarriedRow[]; readonly units: ReadonlyMap<string, string>; readonly cells: number; readonly missing: number } {
  const stated = new Map<string, string>();
  const rows = from.keys.map((): Record<string, string | number> => ({}));
  let cells = 0;
  let missing = 0;
  for (const column of columns) {
    const { key } = column;
    const read = from.columns.get(key);
    if (column.isKey) from.keys.forEach((name, row) => (rows[row]![key] = name));
    else if (read) {
      // Where the pack leaves the unit open, that of last year goes on.
      const isOpen = column.ownUnit && read.unit !== undefined;
      if (isOpen) stated.set(key, read.unit!);
      const factor = isOpen ? undefined : factorOf(read, column, units);
      rows.forEach((row, at) => {
        const value = valueAt(read, at);
        if (value === undefined) missing++;
        else {
          row[key] = typeof value === 'number' && factor ? factor.apply(value) : value;
          cells++;
        }
      });
    }
  }
  return { rows, units: stated, cells, missing };
}

const factorOf = ({ unit: from }: ReadColumn, { unit: to }: InputColumn, units: Units): ReturnType<Units['factor']> =>
  from === undefined || to === undefined || from === to ? undefined : units.factor(from, to);

function valueAt({ spec, values, texts }: ReadColumn, row: number): string | number | undefined {
  if (spec.kind !== 'number') return texts[row] === '' ? undefined : texts[row];
  const value = values[row]!;
  return Number.isNaN(value) ? undefined : value;
}
