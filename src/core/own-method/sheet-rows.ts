import { cellName } from '../cell';
import type { Grid, SheetGrid } from '../grid';
import { SheetReader } from '../parameters/parameter-sheet';
import type { Problem } from '../problem';
import { foldHeader, foldText } from '../table/fold';
import { nearestValue } from '../table/take/nearest-value';
import { ignoredHeaders, ownMethodWords as words } from '../words/own-method';
import type { Place } from './draft';

/** A method's own sheet is found within so many rows and columns. */
const HEAD_ROWS = 30;
const HEAD_COLUMNS = 100;
const NONE: ReadonlyMap<string, string> = new Map();
/** More rows than any method has. */
const MOST_ROWS = 2000;

/** One row of a sheet by its fields; every text is trimmed and '' where the cell is blank or the column is not there. */
export class Row<F extends string> {
  constructor(
    private readonly reader: SheetReader,
    readonly sheet: string,
    /** From 0. */
    readonly row: number,
    private readonly columns: ReadonlyMap<F, number>,
    private readonly first: number,
  ) {}

  has(field: F): boolean {
    return this.columns.has(field);
  }

  text(field: F): string {
    const column = this.columns.get(field);
    return column === undefined ? '' : this.reader.shown(this.row, column).trim();
  }

  /** "B4"; the row's first cell where the sheet has no such column. */
  cell(field: F): string {
    return cellName(this.row, this.columns.get(field) ?? this.first);
  }

  columnOf(field: F): number | undefined {
    return this.columns.get(field);
  }

  place(field: F): Place {
    return { sheet: this.sheet, cell: this.cell(field) };
  }

  placeAt(column: number): Place {
    return { sheet: this.sheet, cell: cellName(this.row, column) };
  }

  /** The weight in a column of the sheet; undefined where blank or refused. @param name what it is called in messages */
  weightAt(column: number, name: string): number | undefined {
    return this.reader.weight(this.row, column, name);
  }
}

/** Columns for people alone. */
const IGNORED: ReadonlySet<string> = new Set(ignoredHeaders.map(foldHeader));

/** Headers that no field names: near ones are slips of the pen and refused, others are told. */
export function unknownHeaders<F extends string>({ sheet, header, others }: SheetRows<F>, known: readonly string[]): Problem[] {
  return [...others].flatMap(([column, text]): Problem[] => {
    if (IGNORED.has(foldHeader(text))) return [];
    const nearest = nearestValue(text, known, NONE);
    const severity = nearest === undefined ? 'warning' : 'block';
    return [{ severity, code: 'method-header', sheet, cell: cellName(header, column), ...words.unknownHeader(text, nearest, known) }];
  });
}

/** A sheet read by its header row. */
export interface SheetRows<F extends string> {
  readonly sheet: string;
  readonly rows: readonly Row<F>[];
  /** Columns that no field names: where they stand, and their headers as written. */
  readonly others: ReadonlyMap<number, string>;
  /** Row of the headers, from 0. */
  readonly header: number;
  /** Grows while rows are read further. */
  readonly problems: Problem[];
}

interface Head<F extends string> {
  readonly row: number;
  readonly columns: Map<F, number>;
  readonly others: Map<number, string>;
  readonly twice: readonly [column: number, header: string][];
}

function headIn<F extends string>(grid: Grid, row: number, fields: ReadonlyMap<string, F>): Head<F> {
  const columns = new Map<F, number>();
  const others = new Map<number, string>();
  const twice: [number, string][] = [];
  for (let column = 0; column < Math.min(grid.columns, HEAD_COLUMNS); column++) {
    const text = grid.text(row, column).trim();
    if (text === '') continue;
    const field = fields.get(foldHeader(text));
    if (field === undefined) others.set(column, text);
    else if (columns.has(field)) twice.push([column, text]);
    else columns.set(field, column);
  }
  return { row, columns, others, twice };
}

/**
 * The rows below the header row that names all needed fields. A field that runs over merged cells, or is blank because it is as above, is left blank here.
 * @param headers words of each field's header
 */
export function readRows<F extends string>(
  { name, grid }: SheetGrid,
  headers: Readonly<Record<F, readonly string[]>>,
  needed: readonly F[],
): SheetRows<F> {
  const reader = new SheetReader(name, grid);
  const fields = new Map(
    (Object.entries(headers) as [F, readonly string[]][]).flatMap(([field, all]) =>
      all.map((one): [string, F] => [foldHeader(one), field]),
    ),
  );
  for (let row = 0; row < Math.min(grid.rows, HEAD_ROWS); row++) {
    const { columns, others, twice } = headIn(grid, row, fields);
    if (needed.some((field) => !columns.has(field))) continue;
    twice.forEach(([column, header]) => reader.refuse(row, column, 'method-header-twice', words.headerTwice(header)));
    const first = Math.min(...columns.values());
    const rows: Row<F>[] = [];
    for (let at = row + 1; at < grid.rows && rows.length < MOST_ROWS; at++) {
      const read = new Row(reader, name, at, columns, first);
      if ([...columns.keys()].some((field) => foldText(read.text(field)) !== '')) rows.push(read);
    }
    return { sheet: name, rows, others, header: row, problems: reader.problems };
  }
  const first = needed.map((field) => headers[field][0] ?? field);
  return {
    sheet: name,
    rows: [],
    others: new Map(),
    header: 0,
    problems: [{ severity: 'block', code: 'method-no-header', sheet: name, ...words.noHeader(name, first) }],
  };
}
