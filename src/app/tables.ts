import type { Checked } from '../core/checked';
import { own } from '../core/own';
import type { Problem } from '../core/problem';
import { tableSpecs, type Mapping } from '../core/pack/table-specs';
import { cellOf } from '../core/table/placed-table';
import type { FoundTable } from '../core/table/describe/list-tables';
import type { ReadTable, TableSpec } from '../core/table/spec';

/** How sure the reader is, as a word: from its confidence and from doubts that it has told. */
export type Sure = 'sure' | 'likely' | 'doubtful';

export interface ColumnView {
  readonly key: string;
  readonly title: string;
  readonly required: boolean;
  /** Where the column was found. */
  readonly at?: { readonly header: string; readonly sheet: string; readonly cell: string; readonly unit: string | undefined };
  /** The reader told a doubt about this column. */
  readonly doubtful: boolean;
  /** Header that the person chose. */
  readonly byHand: string | undefined;
}

export interface TableView {
  readonly id: string;
  /** What the pack calls its sheet. */
  readonly title: string;
  readonly rowWord: string;
  readonly main: boolean;
  readonly required: boolean;
  /** The table has one row, for the whole jurisdiction. */
  readonly single: boolean;
  readonly at?: { readonly sheet: string; readonly cell: string; readonly rows: number; readonly sure: Sure };
  readonly columns: readonly ColumnView[];
  /** Headers of the table that serve no column, with their cells. */
  readonly unused: readonly { readonly header: string; readonly cell: string }[];
  /** Headers that a person may give to a column: those left over, and those that two columns claim. */
  readonly choices: readonly string[];
}

/** A table as it lies in the workbook, for pointing at one that no header gave away. */
export interface TableShape {
  readonly sheet: string;
  /** The line above it, '' where there is none. */
  readonly title: string;
  readonly headers: readonly string[];
}

/** Problems by which the reader says that a column may be the wrong one. */
const COLUMN_DOUBTS: ReadonlySet<string> = new Set([
  'column-similar',
  'column-second-choice',
  'column-ambiguous',
  'unit-missing',
  'unit-mismatch',
]);
const TABLE_DOUBTS: ReadonlySet<string> = new Set(['another-table-fits', 'table-by-headers', 'two-tables-fit']);
const SURE = 0.85;
/** Half of it is headers that fit, half how many of the columns are there: below, most of the table is not there. */
const LIKELY = 0.7;

/** @param shapes of the same workbook */
export function tableViews(checked: Checked, mapping: Mapping, shapes: readonly FoundTable[]): TableView[] {
  const { pack, figures, problems } = checked;
  // Titles are the pack's own words, so the specs are made without the mapping.
  return tableSpecs(pack).map((spec): TableView => {
    const table = figures.tables.get(spec.id);
    const columns = Object.keys(spec.columns).map((key) => columnView(spec, key, table, problems, own(own(mapping, spec.id) ?? {}, key)));
    const headings = {
      id: spec.id,
      title: spec.sheet[0] ?? spec.id,
      rowWord: spec.rowWord,
      main: spec.id === pack.main_table,
      required: !spec.optional,
      single: pack.tables[spec.id]?.single ?? false,
    };
    if (!table) return { ...headings, columns, unused: [], choices: [] };
    const key = table.columns.get(spec.key);
    const cell = cellOf(table, table.header.last, key?.column ?? 0);
    const at = { sheet: table.sheet, cell, rows: table.rows.length, sure: sureness(table, problems) };
    return { ...headings, columns, unused: table.unmatched, choices: headerChoices(table, shapes), at };
  });
}

function columnView(
  spec: TableSpec,
  key: string,
  table: ReadTable | undefined,
  problems: readonly Problem[],
  byHand: string | undefined,
): ColumnView {
  const column = spec.columns[key]!;
  const title = column.header[0] ?? key;
  const found = table?.columns.get(key);
  if (!table || !found) return { key, title, required: column.required, byHand, doubtful: false };
  const header = cellOf(table, table.header.last, found.column);
  const atHeader = (problem: Problem): boolean => problem.sheet === table.sheet && columnPart(problem.cell ?? '') === columnPart(header);
  return {
    key,
    title,
    required: column.required,
    byHand,
    at: { header: found.header, sheet: table.sheet, cell: header, unit: found.unit },
    doubtful: byHand === undefined && problems.some((problem) => COLUMN_DOUBTS.has(problem.code) && atHeader(problem)),
  };
}

const columnPart = (cell: string): string => cell.replace(/\d+$/, '');

function sureness(table: ReadTable, problems: readonly Problem[]): Sure {
  if (problems.some(({ code, sheet }) => TABLE_DOUBTS.has(code) && sheet === table.sheet)) return 'doubtful';
  return table.confidence >= SURE ? 'sure' : table.confidence >= LIKELY ? 'likely' : 'doubtful';
}

function headerChoices({ sheet, columns, unmatched }: ReadTable, shapes: readonly FoundTable[]): string[] {
  const used = new Set([...columns.values()].map(({ header }) => header));
  const onSheet = shapes.filter((shape) => shape.sheet === sheet && shape.columns.some(({ header }) => used.has(header)));
  return named([...unmatched, ...onSheet.flatMap((shape) => shape.columns)]).filter((header) => !used.has(header));
}

export function shapeOf({ sheet, titles, columns }: FoundTable): TableShape {
  return { sheet, title: titles[0] ?? '', headers: named(columns) };
}

const named = (columns: readonly { readonly header: string }[]): string[] =>
  [...new Set(columns.map(({ header }) => header))].filter((header) => header !== '');

/** Sheet → cell of every row of the main table, by the row's name. */
export function placesOfSubjects({ pack, figures }: Checked): ReadonlyMap<string, { readonly sheet: string; readonly cell: string }> {
  const table = figures.tables.get(pack.main_table);
  const key = table?.columns.get(table.spec.key);
  if (!table || !key) return new Map();
  return new Map(table.keys.map((name, row) => [name, { sheet: table.sheet, cell: cellOf(table, table.rows[row]!, key.column) }]));
}
