import { measureWords as words } from '../../words/measure';
import { UNBOUNDED } from '../bounds';
import type { Figures, Period } from '../figures';
import type { Frame } from '../../pack/references';
import { absentSeries, type Series } from '../series';

/**
 * Last year's figures on this year's rows, matched by name. A row that last year's table does not have is missing.
 * @param title what lacks where there is no year before, in words
 */
export function earlierOf(figures: Figures, reference: string, period: Period, frame: Frame, title: string): Series {
  const before = figures.series(reference, 'previous');
  const rows = figures.rowsOf(frame, period);
  if (before.absent !== undefined || period !== 'current')
    return absentSeries(before.title, before.unit, frame, rows, before.absent ?? words.noPrevious(title));
  const then = (row: number): number | undefined =>
    frame === 'single' ? 0 : figures.rowByKey(frame.table, figures.subject(frame, row), 'previous');
  const at = <T>(row: number, of: (then: number) => T, none: T): T => {
    const earlier = then(row);
    return earlier === undefined ? none : of(earlier);
  };
  return {
    title: before.title,
    unit: before.unit,
    frame,
    values: Float64Array.from({ length: rows }, (_, row) => at(row, (earlier) => before.values[earlier] ?? NaN, NaN)),
    absent: undefined,
    exact: (row) => at(row, before.exact, undefined),
    cells: (row) => at(row, before.cells, []),
    gaps: (row) => at(row, before.gaps, []),
    bounds: (row) => at(row, before.bounds, UNBOUNDED),
    missing: (row) => at(row, before.missing, words.noPrevious(title)),
    formula: (row) => at(row, before.formula, undefined),
  };
}
