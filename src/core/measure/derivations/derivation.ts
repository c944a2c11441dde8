import type { Ratio } from '../../decimal';
import type { Frame } from '../../pack/references';
import type { Figures, Period } from '../figures';
import type { MeasureKind, MeasureOf } from '../kinds';
import type { Series } from '../series';

/** How one kind of derived figure is worked out. Never throws: what cannot be worked out is missing, and says why. */
export type Derivation<K extends MeasureKind> = (figures: Figures, measure: MeasureOf<K>, period: Period, frame: Frame) => Series;

/** A derived figure row by row, before it is a series. */
export interface Parts {
  readonly title: string;
  readonly unit: string;
  readonly frame: Frame;
  readonly rows: number;
  readonly absent?: string | undefined;
  value(row: number): number;
  exact(row: number): Ratio | undefined;
  cells(row: number): readonly string[];
  /** Asked only for rows without a value: the cells that are missing. */
  gaps(row: number): readonly string[];
  /** Asked only for rows without a value. */
  missing(row: number): string;
  formula(row: number): string | undefined;
}

/** The series of these parts, worked out once for every row. */
export function seriesOf(parts: Parts): Series {
  const values = new Float64Array(parts.rows);
  for (let row = 0; row < parts.rows; row++) {
    const value = parts.value(row);
    // As everywhere the decimal that a spreadsheet shows: 7 of 100 is 7 %, not 7.000000000000001 %.
    values[row] = Number.isFinite(value) ? Number(value.toPrecision(15)) : NaN;
  }
  return {
    title: parts.title,
    unit: parts.unit,
    frame: parts.frame,
    values,
    absent: parts.absent,
    exact: (row) => (Number.isNaN(values[row] ?? NaN) ? undefined : parts.exact(row)),
    cells: (row) => parts.cells(row),
    gaps: (row) => (Number.isNaN(values[row] ?? NaN) ? parts.gaps(row) : []),
    missing: (row) => (Number.isNaN(values[row] ?? NaN) ? parts.missing(row) : ''),
    formula: (row) => parts.formula(row),
  };
}
