import type { Area } from '../../../../src/core/cell';
import { CellKind, GridBuilder, type SheetGrid } from '../../../../src/core/grid';
import type { ReadTable } from '../../../../src/core/table/spec';

export type ModelCell =
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'formula' }
  | undefined;

/** Where a table of a sample lies; kept up to date while rows and columns are put in. */
export interface Placed {
  readonly id: string;
  sheet: ModelSheet;
  headerFirst: number;
  headerLast: number;
  keyColumn: number;
  /** Column key → column on the sheet, of columns of numbers. */
  readonly columns: Map<string, number>;
  /** Zone → row on the sheet. */
  readonly rows: Map<string, number>;
}

export class ModelSheet {
  constructor(
    public name: string,
    readonly rows: ModelCell[][],
    public merges: Area[],
    readonly hidden = false,
  ) {}

  at(row: number, column: number): ModelCell {
    return this.rows[row]?.[column];
  }

  put(row: number, column: number, cell: ModelCell): void {
    while (this.rows.length <= row) this.rows.push([]);
    this.rows[row]![column] = cell;
  }

  text(row: number, column: number, value: string): void {
    this.put(row, column, { kind: 'text', value });
  }

  get width(): number {
    return Math.max(0, ...this.rows.map((row) => row.length));
  }
}

/** A workbook that can be deformed. */
export class Book {
  readonly tables = new Map<string, Placed>();

  constructor(public sheets: ModelSheet[]) {}

  static of(grids: readonly SheetGrid[], tables: ReadonlyMap<string, ReadTable>): Book {
    const book = new Book(
      grids.map(({ name, grid, hidden }) => {
        const rows: ModelCell[][] = [];
        for (let row = 0; row < grid.rows; row++) {
          const cells: ModelCell[] = [];
          for (const column of grid.filled(row)) {
            const kind = grid.kind(row, column);
            if (kind === CellKind.number)
              cells[column] = { kind: 'number', value: grid.number(row, column), format: grid.format(row, column) };
            else if (kind === CellKind.text) cells[column] = { kind: 'text', value: grid.text(row, column) };
          }
          rows.push(cells);
        }
        return new ModelSheet(name, rows, [...grid.merges], hidden);
      }),
    );
    for (const [id, table] of tables) {
      const sheet = book.sheets.find(({ name }) => name === table.sheet);
      if (!sheet || table.transposed) continue;
      book.tables.set(id, {
        id,
        sheet,
        headerFirst: table.header.first,
        headerLast: table.header.last,
        keyColumn: table.columns.get(table.spec.key)!.column,
        columns: new Map([...table.columns].filter(([, { spec }]) => spec.kind === 'number').map(([key, { column }]) => [key, column])),
        rows: new Map(table.keys.map((key, at) => [key, table.rows[at]!])),
      });
    }
    return book;
  }

  /** Puts blank rows in before a row. */
  insertRows(sheet: ModelSheet, before: number, count = 1): void {
    while (sheet.rows.length < before) sheet.rows.push([]);
    sheet.rows.splice(before, 0, ...Array.from({ length: count }, (): ModelCell[] => []));
    sheet.merges = sheet.merges.map((area) => ({
      ...area,
      top: area.top >= before ? area.top + count : area.top,
      bottom: area.bottom >= before ? area.bottom + count : area.bottom,
    }));
    for (const table of this.tables.values()) {
      if (table.sheet !== sheet) continue;
      if (table.headerFirst >= before) table.headerFirst += count;
      if (table.headerLast >= before) table.headerLast += count;
      for (const [zone, row] of table.rows) if (row >= before) table.rows.set(zone, row + count);
    }
  }

  /** Puts a blank column in before a column. */
  insertColumn(sheet: ModelSheet, before: number): void {
    for (const row of sheet.rows) if (row.length > before) row.splice(before, 0, undefined);
    sheet.merges = sheet.merges.map((area) => ({
      ...area,
      left: area.left >= before ? area.left + 1 : area.left,
      right: area.right >= before ? area.right + 1 : area.right,
    }));
    for (const table of this.tables.values()) {
      if (table.sheet !== sheet) continue;
      if (table.keyColumn >= before) table.keyColumn++;
      for (const [key, column] of table.columns) if (column >= before) table.columns.set(key, column + 1);
    }
  }

  /** The lowest header cell of a column, where its own text stands. */
  header(table: Placed, column: number): { row: number; column: number; text: string } {
    for (let row = table.headerLast; row >= table.headerFirst; row--) {
      const cell = table.sheet.at(row, column);
      if (cell?.kind === 'text' && cell.value.trim() !== '') return { row, column, text: cell.value };
    }
    return { row: table.headerFirst, column, text: '' };
  }

  grids(): SheetGrid[] {
    return this.sheets.map(({ name, rows, merges, hidden }) => {
      const builder = new GridBuilder();
      rows.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          if (cell?.kind === 'number') builder.number(row, column, cell.value, cell.format);
          else if (cell?.kind === 'text') builder.text(row, column, cell.value);
          else if (cell?.kind === 'formula') builder.text(row, column, '').formula('A1+1');
        }),
      );
      merges.forEach((area) => builder.merge(area));
      return { name, grid: builder.build(), hidden, owned: false };
    });
  }
}
