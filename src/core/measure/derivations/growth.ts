import { divideRatio, ratioOf, subtractRatio } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { divideBounds, mapBounds, UNBOUNDED } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, at, both, boundsAt, exactAt, rowOf } from './operands';
import { quotientFactor } from './quotient';

/** (this year − last year) ÷ last year, rows matched by name. */
export const growth: Derivation<'growth'> = (figures, measure, period, frame) => {
  const now = figures.series(measure.of, period);
  const before = figures.series(measure.of, 'previous');
  const rows = figures.rowsOf(frame, period);
  const factor =
    now.unit === undefined || before.unit === undefined ? undefined : quotientFactor(figures.units, now.unit, before.unit, measure.unit);
  const absent = absentOf(now, before) ?? (period !== 'current' ? words.noPrevious(measure.title) : undefined);
  if (absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const earlierRow = (row: number): number | undefined =>
    frame === 'single' ? 0 : figures.rowByKey(frame.table, figures.subject(frame, row), 'previous');
  const scale = factorNumber(factor);
  const earlier = (row: number): number => before.values[earlierRow(row) ?? -1] ?? NaN;
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => ((at(now, row) - earlier(row)) / earlier(row)) * scale,
    exact(row) {
      const then = earlierRow(row);
      const base = then === undefined ? undefined : before.exact(then);
      return scaled(
        both(exactAt(now, row), base, (a, b) => divideRatio(subtractRatio(a, b), b)),
        factor,
      );
    },
    cells: (row) => [...now.cells(rowOf(now, row)), ...(earlierRow(row) === undefined ? [] : before.cells(earlierRow(row)!))],
    gaps: (row) => [...now.gaps(rowOf(now, row)), ...(earlierRow(row) === undefined ? [] : before.gaps(earlierRow(row)!))],
    bounds(row) {
      const then = earlierRow(row);
      if (then === undefined) return UNBOUNDED;
      const times = divideBounds(boundsAt(now, row), before.bounds(then));
      return mapBounds(times, (value) => scaled(subtractRatio(value, ratioOf(1)), factor));
    },
    missing(row) {
      const then = earlierRow(row);
      return (
        now.missing(rowOf(now, row)) ||
        (then === undefined ? words.noPrevious(measure.title) : before.missing(then)) ||
        words.zeroDivisor(before.title)
      );
    },
    formula: () => undefined,
  });
};
