import Big from 'big.js';
import { limitOf, rowKeeps } from '../../limit/limit';
import { absentSeries } from '../series';
import { chosenRows } from './chosen-rows';
import { seriesOf, type Derivation } from './derivation';

/** One figure: how many rows keep within the edges; missing while a row lacks its figure. */
export const count: Derivation<'count'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  if (of.absent !== undefined) return absentSeries(measure.title, measure.unit, frame, 1, of.absent);
  const chosen = chosenRows(figures, of, measure.where, period);
  const gaps = chosen.filter((row) => Number.isNaN(of.values[row] ?? NaN));
  const table = of.frame === 'single' ? undefined : of.frame.table;
  const passing = chosen.filter((row) => rowKeeps(measure, of, row, (limit) => limitOf(figures, limit, table, row)) === true);
  const number = new Big(passing.length);
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (gaps.length > 0 ? NaN : passing.length),
    exact: () => ({ num: number, den: new Big(1) }),
    cells: () => passing.flatMap((row) => of.cells(row)),
    gaps: () => gaps.flatMap((row) => of.gaps(row)),
    missing: () =>
      gaps
        .slice(0, 3)
        .map((row) => of.missing(row))
        .join('；'),
    formula: () => undefined,
  });
};
