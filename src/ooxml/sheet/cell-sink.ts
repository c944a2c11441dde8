import type { Area } from '../../core/cell';
import { GridBuilder } from '../../core/grid';
import type { Grid } from '../../core/grid';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { DAYS_1904, isCalendarFormat } from '../parts/number-formats';

/**
 * Takes the cells of one sheet as the file gives them. `style` is the number s of the cell, unchecked. A sink that wants the look
 * as well has `row` and `blank`; without them nobody takes the trouble.
 */
export interface CellSink {
  number(row: number, column: number, value: number, style: number): void;
  /** A date written as such: its serial number needs no change of epoch. */
  date(row: number, column: number, serial: number, style: number): void;
  text(row: number, column: number, value: string, style: number): void;
  /** @param live where the cell holds a formula, so that an empty text is none of an empty cell */
  shared(row: number, column: number, index: number, style: number, live?: boolean): void;
  boolean(row: number, column: number, value: boolean, style: number): void;
  error(row: number, column: number, code: string, style: number): void;
  /** The formula of the cell given last. @param bond only for a sink that has `row` */
  formula(text: string, bond?: FormulaBond): void;
  merge(area: Area): void;
  /** A row as its tag describes it, before its cells. */
  row?(row: number, format: RowFormat): void;
  /** A cell that holds nothing but a style. */
  blank?(row: number, column: number, style: number): void;
}

/** How a formula is bound to other cells: the attributes t, si and ref of its tag. */
export interface FormulaBond {
  readonly type: string;
  readonly shared: string | undefined;
  readonly range: string | undefined;
}

/** What the tag of a row says about its look. */
export interface RowFormat {
  /** Points. */
  readonly height: number | undefined;
  readonly hidden: boolean;
  /** Number of a cell style, where the row has one of its own. */
  readonly style: number | undefined;
}

/** @param attribute the value of an attribute of the row's tag */
export function rowFormat(attribute: (name: string) => string | undefined): RowFormat {
  const set = (name: string): boolean => ['1', 'true'].includes(attribute(name)?.trim() ?? '');
  const height = Number(attribute('ht') ?? NaN);
  return {
    height: height >= 0 && height < Infinity ? height : undefined,
    hidden: set('hidden'),
    style: set('customFormat') ? Number(attribute('s') ?? 0) : undefined,
  };
}

/** What cells refer to by number. */
export interface CellTables {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

const SHOWN_AS_DATE = 'yyyy-mm-dd';

/** Puts cells straight into a grid, as long as they come in order. */
export class GridSink implements CellSink {
  /** Set when a cell came out of order; from there on the grid is useless and {@link SortingSink} must read anew. */
  disordered = false;
  private readonly builder: GridBuilder;
  private readonly shifts: readonly number[];
  private last = -1;

  constructor(private readonly tables: CellTables) {
    this.builder = new GridBuilder(tables.texts);
    this.shifts = tables.formats.map((code) => (tables.date1904 && isCalendarFormat(code) ? DAYS_1904 : 0));
  }

  private accepts(row: number, column: number): boolean {
    const place = row * SHEET_COLUMNS + column;
    if (this.disordered || place <= this.last) {
      this.disordered = true;
      return false;
    }
    this.last = place;
    return true;
  }

  number(row: number, column: number, value: number, style: number): void {
    if (this.accepts(row, column))
      this.builder.number(row, column, value + (this.shifts[style] ?? 0), this.tables.formats[style] ?? 'General');
  }

  date(row: number, column: number, serial: number, style: number): void {
    const code = this.tables.formats[style] ?? 'General';
    if (this.accepts(row, column)) this.builder.number(row, column, serial, code === 'General' ? SHOWN_AS_DATE : code);
  }

  text(row: number, column: number, value: string): void {
    if (this.accepts(row, column)) this.builder.text(row, column, value);
  }

  shared(row: number, column: number, index: number, _style: number, live = false): void {
    if ((live || this.tables.texts[index] !== '') && this.accepts(row, column)) this.builder.sharedText(row, column, index);
  }

  boolean(row: number, column: number, value: boolean): void {
    if (this.accepts(row, column)) this.builder.boolean(row, column, value);
  }

  error(row: number, column: number, code: string): void {
    if (this.accepts(row, column)) this.builder.error(row, column, code);
  }

  formula(text: string): void {
    if (!this.disordered) this.builder.formula(text);
  }

  merge(area: Area): void {
    this.builder.merge(area);
  }

  build(): Grid {
    return this.builder.build();
  }
}

interface Kept {
  readonly place: number;
  /** A cell that holds nothing never takes the place of one that holds something. */
  readonly blank: boolean;
  readonly put: (sink: CellSink) => void;
  formula: { readonly text: string; readonly bond: FormulaBond | undefined } | undefined;
}

/** For the rare file whose rows or cells are out of order or given twice: sorts them, and the later one of two stays. */
export class SortingSink implements CellSink {
  private readonly kept: Kept[] = [];
  private readonly merges: Area[] = [];
  private readonly rows = new Map<number, RowFormat>();

  private keep(row: number, column: number, put: (sink: CellSink) => void, blank = false): void {
    this.kept.push({ place: row * SHEET_COLUMNS + column, blank, put, formula: undefined });
  }

  number(row: number, column: number, value: number, style: number): void {
    this.keep(row, column, (sink) => sink.number(row, column, value, style));
  }

  date(row: number, column: number, serial: number, style: number): void {
    this.keep(row, column, (sink) => sink.date(row, column, serial, style));
  }

  text(row: number, column: number, value: string, style: number): void {
    this.keep(row, column, (sink) => sink.text(row, column, value, style));
  }

  shared(row: number, column: number, index: number, style: number, live?: boolean): void {
    this.keep(row, column, (sink) => sink.shared(row, column, index, style, live));
  }

  boolean(row: number, column: number, value: boolean, style: number): void {
    this.keep(row, column, (sink) => sink.boolean(row, column, value, style));
  }

  error(row: number, column: number, code: string, style: number): void {
    this.keep(row, column, (sink) => sink.error(row, column, code, style));
  }

  blank(row: number, column: number, style: number): void {
    this.keep(row, column, (sink) => sink.blank?.(row, column, style), true);
  }

  formula(text: string, bond?: FormulaBond): void {
    const last = this.kept.at(-1);
    if (last) last.formula = { text, bond };
  }

  merge(area: Area): void {
    this.merges.push(area);
  }

  row(row: number, format: RowFormat): void {
    this.rows.set(row, format);
  }

  /** Hands the cells on in order. */
  pour(sink: CellSink): void {
    for (const [row, format] of [...this.rows].sort(([a], [b]) => a - b)) sink.row?.(row, format);
    // Array.prototype.sort is stable, so the last of equal places is the one that came last.
    this.kept.sort((a, b) => a.place - b.place || Number(b.blank) - Number(a.blank));
    this.kept.forEach((cell, n) => {
      if (this.kept[n + 1]?.place === cell.place) return;
      cell.put(sink);
      if (cell.formula !== undefined) sink.formula(cell.formula.text, cell.formula.bond);
    });
    for (const area of this.merges) sink.merge(area);
  }
}
