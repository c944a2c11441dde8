import { ratioOf, type Ratio } from '../../decimal';
import { measureWords as words } from '../../words/measure';
import { exactly, UNBOUNDED, withinRange, type Bounds } from '../bounds';
import { showRatio } from '../../limit/show';
import type { Frame } from '../../pack/references';
import type { Figures, Period } from '../figures';
import type { MeasureKind, MeasureOf, MeasureRange } from '../kinds';
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
  /** What is outside cannot be: it counts as missing, and its cells are asked. */
  readonly range?: MeasureRange | undefined;
  /** See Series. */
  counted?(row: number): number | undefined;
  value(row: number): number;
  exact(row: number): Ratio | undefined;
  cells(row: number): readonly string[];
  /** Asked only for rows without a value: the cells that are missing. */
  gaps(row: number): readonly string[];
  /** Asked only for rows without a value: what it can be. */
  bounds(row: number): Bounds;
  /** Asked only for rows without a value. */
  missing(row: number): string;
  formula(row: number): string | undefined;
}

/** The series of these parts, worked out once for every row. */
export function seriesOf(parts: Parts): Series {
  const values = new Float64Array(parts.rows);
  const range = parts.range ?? {};
  const refused: number[] = [];
  for (let row = 0; row < parts.rows; row++) {
    const value = parts.value(row);
    // As everywhere the decimal that a spreadsheet shows: 7 of 100 is 7 %, not 7.000000000000001 %.
    values[row] = Number.isFinite(value) ? Number(value.toPrecision(15)) : NaN;
    if (values[row]! < (range.at_least ?? -Infinity) || values[row]! > (range.at_most ?? Infinity)) {
      refused.push(row);
      values[row] = NaN;
    }
  }
  const outside = new Set(refused);
  const beside = [range.at_least, range.at_most].filter((end) => end !== undefined).map(ratioOf);
  const isKnown = (row: number): boolean => !Number.isNaN(values[row] ?? NaN);
  const exact = (row: number): Ratio | undefined => (isKnown(row) ? parts.exact(row) : undefined);
  return {
    title: parts.title,
    unit: parts.unit,
    frame: parts.frame,
    values,
    absent: parts.absent,
    refused,
    ...(parts.counted && { counted: parts.counted.bind(parts) }),
    exact,
    cells: (row) => parts.cells(row),
    gaps: (row) => (isKnown(row) ? [] : outside.has(row) ? parts.cells(row) : parts.gaps(row)),
    bounds(row) {
      const value = exact(row);
      return value ? exactly(value) : withinRange(outside.has(row) ? UNBOUNDED : parts.bounds(row), range);
    },
    missing(row) {
      if (isKnown(row)) return '';
      const value = outside.has(row) ? parts.exact(row) : undefined;
      return value ? words.outOfRange(parts.title, `${showRatio(value, beside)}${parts.unit}`) : parts.missing(row);
    },
    formula: (row) => (outside.has(row) ? undefined : parts.formula(row)),
  };
}
