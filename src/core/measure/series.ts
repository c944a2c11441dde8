import { quoteSheet } from '../cell';
import { ratioOf, type Ratio } from '../decimal';
import type { Frame } from '../pack/references';
import { cellAt, placeOfCell } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';
import { measureWords as words } from '../words/measure';
import { exactly, UNBOUNDED, withinRange, type Bounds } from './bounds';

/** One figure a row of its frame (or one for the whole jurisdiction), with where it came from and why it is missing. */
export interface Series {
  readonly title: string;
  /** Unit id; undefined for what has none or is not known. */
  readonly unit: string | undefined;
  readonly frame: Frame;
  /** NaN where missing. */
  readonly values: Float64Array;
  /** Why no row has a value at all (the table or the column is not there); undefined otherwise. */
  readonly absent: string | undefined;
  /** Rows whose value is outside the range that the pack declares for a derived figure: missing until someone has looked. */
  readonly refused?: readonly number[];
  /** How many rows a row counts together; undefined where it is not for the row. Left out where every row stands for itself. */
  counted?(row: number): number | undefined;
  /** The value as an exact fraction, undefined where missing. */
  exact(row: number): Ratio | undefined;
  /** "Sheet!B4" of every input cell. */
  cells(row: number): readonly string[];
  /** "Sheet!B4" of the input cells without which the value is missing; empty where it is there. */
  gaps(row: number): readonly string[];
  /** What the value can be in the completions of what is missing; the value itself where it is there. Worked out only when asked. */
  bounds(row: number): Bounds;
  /** Why this row is missing, in Chinese; '' where it is not. */
  missing(row: number): string;
  /** Live spreadsheet expression (no '='), a number or ""; undefined where none can be given. */
  formula(row: number): string | undefined;
}

/** A series with no value anywhere, and why. */
export function absentSeries(title: string, unit: string | undefined, frame: Frame, rows: number, why: string): Series {
  return {
    title,
    unit,
    frame,
    values: new Float64Array(rows).fill(NaN),
    absent: why,
    exact: () => undefined,
    cells: () => [],
    gaps: () => [],
    bounds: () => UNBOUNDED,
    missing: () => why,
    formula: () => undefined,
  };
}

/** A column as read from a sheet. */
export function columnSeries(table: ReadTable, column: ReadColumn, frame: Frame): Series {
  const title = column.spec.header[0] ?? column.key;
  const at = (row: number): string => placeOfCell(table, column, row);
  const exact = (row: number): Ratio | undefined => {
    const value = column.values[row];
    return value === undefined || Number.isNaN(value) ? undefined : ratioOf(value);
  };
  const declared = withinRange(UNBOUNDED, { at_least: column.spec.atLeast, at_most: column.spec.atMost });
  return {
    title,
    unit: column.unit,
    frame,
    values: column.values,
    absent: undefined,
    exact,
    cells: (row) => [at(row)],
    gaps: (row) => (column.missing.has(row) ? [at(row)] : []),
    bounds(row) {
      const value = exact(row);
      return value ? exactly(value) : declared;
    },
    missing(row) {
      const reason = column.missing.get(row);
      if (reason === undefined) return '';
      const { sheet, cell } = cellAt(table, row, column.column);
      return words.cell(sheet, cell, title, reason);
    },
    formula(row) {
      if (column.expression === undefined || column.adjusted.has(row)) return undefined;
      const reason = column.missing.get(row);
      // A cell that is merely blank today may be filled in tomorrow; one that was refused stays out.
      if (reason !== undefined && reason !== 'empty' && reason !== 'dash') return undefined;
      const place = cellAt(table, row, column.column);
      const cell = `${quoteSheet(place.sheet)}!${place.cell}`;
      const expression = column.expression.replaceAll('#', cell);
      return `IF(ISNUMBER(${cell}),${expression},"")`;
    },
  };
}
