import { ratioOf } from '../../decimal';
import { limitOf, rowKeeps, rowMayKeep } from '../../limit/limit';
import type { Bounds } from '../bounds';
import { absentSeries } from '../series';
import { chosenRows, told } from './chosen-rows';
import { seriesOf, type Derivation } from './derivation';

/** One figure: how many rows keep within the edges; missing while a row lacks its figure or may or may not belong. */
export const count: Derivation<'count'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  if (of.absent !== undefined) return absentSeries(measure.title, measure.unit, frame, 1, of.absent);
  const { certain, open } = chosenRows(figures, of, measure.where, period);
  const table = of.frame === 'single' ? undefined : of.frame.table;
  const keeps = (row: number): boolean | undefined => rowKeeps(measure, of, row, (limit) => limitOf(figures, limit, table, row));
  const mayKeep = (row: number): boolean | undefined => rowMayKeep(measure, of, row, (limit) => limitOf(figures, limit, table, row));
  const passing = certain.filter((row) => keeps(row) === true);
  const gaps = certain.filter((row) => keeps(row) === undefined);
  const undecided = [...gaps, ...open.map(({ row }) => row)];
  const bounds = (): Bounds => ({
    low: ratioOf(passing.length + gaps.filter((row) => mayKeep(row) === true).length),
    high: ratioOf(passing.length + undecided.filter((row) => mayKeep(row) !== false).length),
  });
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (undecided.length > 0 ? NaN : passing.length),
    exact: () => ratioOf(passing.length),
    cells: () => passing.flatMap((row) => of.cells(row)),
    gaps: () => [...new Set([...open.flatMap(({ cells }) => cells), ...undecided.flatMap((row) => of.gaps(row))])],
    bounds,
    missing: () => told([...open.map(({ why }) => why), ...undecided.map((row) => of.missing(row))].filter((why) => why !== '')),
    formula: () => undefined,
  });
};
