import type { Area, Cell } from './cell';
import { CELL_TEXT_LIMIT } from './sheet-limits';

/** How a cell is stored; the numbers are the storage codes of {@link Grid}. */
export const CellKind = { empty: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;
export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** Where a text was too long to be read, and how long it is. */
export interface OverlongText {
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/**
 * The cells of one sheet, read only. Stored row by row (compressed sparse rows), so that a sheet with six million
 * numbers takes about 90 MB and a sheet with one cell in the last corner takes nothing.
 */
export class Grid {
  constructor(
    /** Rows and columns up to the last cell that holds something. */
    readonly rows: number,
    readonly columns: number,
    private readonly rowStart: Int32Array,
    private readonly columnOf: Uint16Array,
    private readonly kinds: Uint8Array,
    /** The number itself; for text, boolean (0/1) and error the index or code. */
    private readonly payload: Float64Array,
    private readonly formatOf: Uint16Array,
    private readonly texts: readonly string[],
    private readonly formats: readonly string[],
    readonly merges: readonly Area[],
    private readonly formulas: ReadonlyMap<number, string>,
    /** Cells whose text was longer than {@link CELL_TEXT_LIMIT}; they hold the text ''. */
    readonly overlong: readonly OverlongText[] = [],
  ) {}

  private find(row: number, column: number): number {
    if (row < 0 || row >= this.rows || column < 0) return -1;
    const start = this.rowStart[row]!;
    const end = this.rowStart[row + 1]!;
    // Most rows are filled without a gap: guess the place first, search only when the guess is wrong.
    const guess = start + column - (start < end ? this.columnOf[start]! : 0);
    if (guess >= start && guess < end && this.columnOf[guess] === column) return guess;
    let low = start;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.columnOf[middle]!;
      if (at === column) return middle;
      if (at < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Columns of a row's cells that hold something, ascending. Whoever goes through a whole sheet goes by these: its corner may be a billion places away. */
  filled(row: number): Uint16Array {
    return row < 0 || row >= this.rows
      ? this.columnOf.subarray(0, 0)
      : this.columnOf.subarray(this.rowStart[row]!, this.rowStart[row + 1]!);
  }

  kind(row: number, column: number): CellKind {
    const at = this.find(row, column);
    return at < 0 ? CellKind.empty : (this.kinds[at] as CellKind);
  }

  /** The number in the cell, NaN where it holds no number. */
  number(row: number, column: number): number {
    const at = this.find(row, column);
    return at >= 0 && this.kinds[at] === CellKind.number ? this.payload[at]! : NaN;
  }

  /** The text or the error code in the cell, '' where it holds neither. */
  text(row: number, column: number): string {
    const at = this.find(row, column);
    if (at < 0) return '';
    const kind = this.kinds[at];
    return kind === CellKind.text || kind === CellKind.error ? this.texts[this.payload[at]!]! : '';
  }

  /** The number format code, 'General' where none is set. */
  format(row: number, column: number): string {
    const at = this.find(row, column);
    return at < 0 ? 'General' : this.formats[this.formatOf[at]!]!;
  }

  /** The formula without its leading '=', undefined where the cell holds none. */
  formula(row: number, column: number): string | undefined {
    const at = this.find(row, column);
    return at < 0 ? undefined : this.formulas.get(at);
  }

  cell(row: number, column: number): Cell {
    const at = this.find(row, column);
    if (at < 0) return { kind: 'empty' };
    const payload = this.payload[at]!;
    switch (this.kinds[at]) {
      case CellKind.number:
        return { kind: 'number', value: payload, format: this.formats[this.formatOf[at]!]! };
      case CellKind.text:
        return { kind: 'text', value: this.texts[payload]! };
      case CellKind.boolean:
        return { kind: 'boolean', value: payload === 1 };
      case CellKind.error:
        return { kind: 'error', code: this.texts[payload]! };
      default:
        return { kind: 'empty' };
    }
  }

  /** How many cells hold something. */
  get size(): number {
    return this.kinds.length;
  }
}

/** Builds a {@link Grid} from cells given in row-major order (rows ascending, columns ascending within a row). */
export class GridBuilder {
  private columnOf = new Uint16Array(1024);
  private kinds = new Uint8Array(1024);
  private payload = new Float64Array(1024);
  private formatOf = new Uint16Array(1024);
  private rowEnds: number[] = [];
  private size = 0;
  private columns = 0;
  private lastColumn = -1;
  private readonly texts: string[];
  private readonly textIndex = new Map<string, number>();
  private readonly formats: string[] = ['General'];
  private readonly formatIndex = new Map<string, number>([['General', 0]]);
  private readonly formulas = new Map<number, string>();
  private readonly merges: Area[] = [];
  private readonly overlong: OverlongText[] = [];

  /** @param sharedTexts texts that {@link sharedText} refers to by index (an .xlsx shared string table). */
  constructor(sharedTexts: readonly string[] = []) {
    this.texts = sharedTexts.slice();
  }

  private place(row: number, column: number, kind: CellKind, payload: number): number {
    const current = this.rowEnds.length - 1;
    if (row < current || (row === current && column <= this.lastColumn)) {
      throw new RangeError(`cells must come in row-major order: row ${row} column ${column}`);
    }
    while (this.rowEnds.length <= row) {
      this.rowEnds.push(this.size);
      this.lastColumn = -1;
    }
    if (this.size === this.kinds.length) this.grow();
    const at = this.size++;
    this.columnOf[at] = column;
    this.kinds[at] = kind;
    this.payload[at] = payload;
    this.rowEnds[row] = this.size;
    this.lastColumn = column;
    if (column >= this.columns) this.columns = column + 1;
    return at;
  }

  private grow(): void {
    const wider = <T extends Uint8Array | Uint16Array | Float64Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    const room = this.kinds.length * 2;
    this.columnOf = wider(this.columnOf, new Uint16Array(room));
    this.kinds = wider(this.kinds, new Uint8Array(room));
    this.payload = wider(this.payload, new Float64Array(room));
    this.formatOf = wider(this.formatOf, new Uint16Array(room));
  }

  private textAt(value: string): number {
    let index = this.textIndex.get(value);
    if (index === undefined) {
      index = this.texts.push(value) - 1;
      this.textIndex.set(value, index);
    }
    return index;
  }

  /** Nothing looks into a text that no cell can hold: it would only cost time. */
  private kept(row: number, column: number, value: string): string {
    if (value.length <= CELL_TEXT_LIMIT) return value;
    this.overlong.push({ row, column, length: value.length });
    return '';
  }

  private formatAt(code: string): number {
    let index = this.formatIndex.get(code);
    if (index === undefined) {
      index = this.formats.push(code) - 1;
      this.formatIndex.set(code, index);
    }
    return index;
  }

  number(row: number, column: number, value: number, format = 'General'): this {
    const at = this.place(row, column, CellKind.number, value);
    if (format !== 'General') this.formatOf[at] = this.formatAt(format);
    return this;
  }

  text(row: number, column: number, value: string): this {
    this.place(row, column, CellKind.text, this.textAt(this.kept(row, column, value)));
    return this;
  }

  /** A text by its index in the table given to the constructor. */
  sharedText(row: number, column: number, index: number): this {
    if (!(index >= 0 && index < this.texts.length)) throw new RangeError(`no shared text ${index}`);
    const value = this.texts[index]!;
    if (value.length > CELL_TEXT_LIMIT) return this.text(row, column, value);
    this.place(row, column, CellKind.text, index);
    return this;
  }

  boolean(row: number, column: number, value: boolean): this {
    this.place(row, column, CellKind.boolean, value ? 1 : 0);
    return this;
  }

  error(row: number, column: number, code: string): this {
    this.place(row, column, CellKind.error, this.textAt(this.kept(row, column, code)));
    return this;
  }

  /** Records the formula of the cell placed last. */
  formula(text: string): this {
    this.formulas.set(this.size - 1, text);
    return this;
  }

  merge(area: Area): this {
    this.merges.push(area);
    return this;
  }

  build(): Grid {
    const rows = this.rowEnds.length;
    const rowStart = new Int32Array(rows + 1);
    for (let row = 0; row < rows; row++) rowStart[row + 1] = this.rowEnds[row]!;
    return new Grid(
      rows,
      this.columns,
      rowStart,
      this.columnOf.slice(0, this.size),
      this.kinds.slice(0, this.size),
      this.payload.slice(0, this.size),
      this.formatOf.slice(0, this.size),
      this.texts,
      this.formats,
      this.merges,
      this.formulas,
      this.overlong,
    );
  }
}

/** What tests and small callers write by hand: rows of plain values. */
export type PlainValue = string | number | boolean | null | undefined;

/** A grid from rows of plain values; null and undefined are empty cells. */
export function gridOf(rows: readonly (readonly PlainValue[])[], merges: readonly Area[] = []): Grid {
  const builder = new GridBuilder();
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (typeof value === 'number') builder.number(row, column, value);
      else if (typeof value === 'boolean') builder.boolean(row, column, value);
      else if (typeof value === 'string') builder.text(row, column, value);
    }),
  );
  merges.forEach((area) => builder.merge(area));
  return builder.build();
}

/** A sheet as a host hands it to the core. */
export interface SheetGrid {
  readonly name: string;
  readonly grid: Grid;
  /** Hidden sheets are read too, but never win over a visible one that fits as well. */
  readonly hidden: boolean;
  /** Set where the sheet is one of our own result sheets; such a sheet is never read as input. */
  readonly owned: boolean;
}
