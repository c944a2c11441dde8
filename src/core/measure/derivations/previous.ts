import { factorNumber, scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { mapBounds } from '../bounds';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { earlierOf } from './earlier';
import { exactAt, rowOf } from './operands';

/** Last year's figure of the same row. */
export const previous: Derivation<'previous'> = (figures, measure, period, frame) => {
  const before = earlierOf(figures, measure.of, period, frame, measure.title);
  const rows = figures.rowsOf(frame, period);
  const factor = before.unit === undefined ? undefined : figures.units.factor(before.unit, measure.unit);
  if (before.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, before.absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (before.values[row] ?? NaN) * scale,
    exact: (row) => scaled(exactAt(before, row), factor),
    cells: (row) => before.cells(rowOf(before, row)),
    gaps: (row) => before.gaps(rowOf(before, row)),
    bounds: (row) => mapBounds(before.bounds(row), (value) => scaled(value, factor)),
    missing: (row) => before.missing(row),
    formula: (row) => (scale === 1 ? before.formula(row) : undefined),
  });
};
