import { divideRatio, ratioOf, subtractRatio } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { divideBounds, mapBounds } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { earlierOf } from './earlier';
import { absentOf, at, both, boundsAt, exactAt, rowOf } from './operands';
import { quotientFactor } from './quotient';

/** (this year − last year) ÷ last year, rows matched by name. */
export const growth: Derivation<'growth'> = (figures, measure, period, frame) => {
  const now = figures.series(measure.of, period);
  const before = earlierOf(figures, measure.of, period, frame, measure.title);
  const rows = figures.rowsOf(frame, period);
  const factor =
    now.unit === undefined || before.unit === undefined ? undefined : quotientFactor(figures.units, now.unit, before.unit, measure.unit);
  const absent = absentOf(now, before);
  if (absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => ((at(now, row) - before.values[row]!) / before.values[row]!) * scale,
    exact: (row) =>
      scaled(
        both(exactAt(now, row), before.exact(row), (a, b) => divideRatio(subtractRatio(a, b), b)),
        factor,
      ),
    cells: (row) => [...now.cells(rowOf(now, row)), ...before.cells(row)],
    gaps: (row) => [...now.gaps(rowOf(now, row)), ...before.gaps(row)],
    bounds: (row) =>
      mapBounds(divideBounds(boundsAt(now, row), before.bounds(row)), (value) => scaled(subtractRatio(value, ratioOf(1)), factor)),
    missing: (row) => now.missing(rowOf(now, row)) || before.missing(row) || words.zeroDivisor(before.title),
    formula: () => undefined,
  });
};
