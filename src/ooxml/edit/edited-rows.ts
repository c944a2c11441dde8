import type { CellEdit } from './cell-edit';

/** One edited cell while its place in the part is looked for. */
export interface EditedCell {
  readonly edit: CellEdit;
  /** Whether the part has the cell. */
  found: boolean;
  /** Where it would be inserted, inside of the row that the part has; -1 as long as no such place is known. */
  before: number;
}

/** The edited cells of one row, and what the part says of that row. */
export class EditedRow {
  /** In column order. */
  readonly cells: readonly EditedCell[];
  found = false;
  /** Where a missing row would be inserted. */
  before = -1;
  /** Place behind the row's opening tag. */
  openEnd = -1;
  selfClosing = false;
  /** The style that cells without one of their own have, undefined where the row has none. */
  style: number | undefined;
  name = '';
  /** The attribute spans, with the place of its value. */
  spans: { readonly from: number; readonly to: number; readonly value: string } | undefined;
  private next = 0;
  private readonly byColumn: ReadonlyMap<number, EditedCell>;

  constructor(
    readonly row: number,
    edits: readonly CellEdit[],
  ) {
    this.cells = [...edits].sort((a, b) => a.column - b.column).map((edit) => ({ edit, found: false, before: -1 }));
    this.byColumn = new Map(this.cells.map((cell) => [cell.edit.column, cell]));
  }

  /** A row may be there twice; missing cells then go into the later one. */
  reopen(): void {
    this.next = 0;
  }

  /** A cell of the part; missing cells left of it get their place. */
  meet(column: number, start: number): EditedCell | undefined {
    while (this.next < this.cells.length && this.cells[this.next]!.edit.column < column) this.cells[this.next++]!.before = start;
    return this.find(column);
  }

  find(column: number): EditedCell | undefined {
    const cell = this.byColumn.get(column);
    if (cell) cell.found = true;
    return cell;
  }

  close(start: number): void {
    while (this.next < this.cells.length) this.cells[this.next++]!.before = start;
  }
}

/** All edited rows of a sheet. */
export class EditedRows {
  /** In order. */
  readonly rows: readonly EditedRow[];
  private readonly byRow: ReadonlyMap<number, EditedRow>;
  private next = 0;

  constructor(edits: readonly CellEdit[]) {
    const byRow = new Map<number, CellEdit[]>();
    for (const edit of edits) {
      const cells = byRow.get(edit.row);
      if (cells) cells.push(edit);
      else byRow.set(edit.row, [edit]);
    }
    this.rows = [...byRow].sort(([a], [b]) => a - b).map(([row, cells]) => new EditedRow(row, cells));
    this.byRow = new Map(this.rows.map((row) => [row.row, row]));
  }

  row(row: number): EditedRow | undefined {
    return this.byRow.get(row);
  }

  /** A row of the part; missing rows above it get their place. */
  meet(row: number, start: number): EditedRow | undefined {
    while (this.next < this.rows.length && this.rows[this.next]!.row < row) this.rows[this.next++]!.before = start;
    return this.byRow.get(row);
  }

  close(start: number): void {
    while (this.next < this.rows.length) this.rows[this.next++]!.before = start;
  }

  /** Edited cells inside an area, rows and columns from 0, both ends included. */
  *inside(area: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }): Generator<CellEdit, void, undefined> {
    let low = 0;
    for (let high = this.rows.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.rows[middle]!.row < area.top) low = middle + 1;
      else high = middle;
    }
    for (; low < this.rows.length && this.rows[low]!.row <= area.bottom; low++) {
      for (const { edit } of this.rows[low]!.cells) if (edit.column >= area.left && edit.column <= area.right) yield edit;
    }
  }
}
