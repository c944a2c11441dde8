import Big from 'big.js';
import { divideRatio } from '../../decimal';
import { resolve, titleOf, type Frame } from '../../pack/references';
import { factorNumber, scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import type { Figures, Period } from '../figures';
import type { MeasureOf } from '../kinds';
import { absentSeries, type Series } from '../series';
import { chosenRows, sumOverRows } from './chosen-rows';
import { seriesOf } from './derivation';

/** Figures of a zone's rows in another table, summed; divided by their number for the mean. */
export function byZone(
  figures: Figures,
  measure: MeasureOf<'sum_by_zone'> | MeasureOf<'mean_by_zone'>,
  period: Period,
  frame: Frame,
): Series {
  const of = figures.series(measure.of, period);
  const rows = figures.rowsOf(frame, period);
  const factor = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  if (of.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, of.absent ?? words.unitUnknown(measure.title));
  const groups = rowsByZone(figures, measure, of, period);
  const sums = groups.map((group) => sumOverRows(of, group));
  const scale = factorNumber(factor);
  const mean = measure.kind === 'mean_by_zone';
  const parts = (row: number): number => (mean ? groups[row]!.length : 1);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (groups[row]!.length === 0 ? NaN : (sums[row]!.total / parts(row)) * scale),
    exact: (row) => scaled(divideRatio(sums[row]!.exact(row)!, { num: new Big(parts(row)), den: new Big(1) }), factor),
    cells: (row) => sums[row]!.cells(row),
    gaps: (row) => sums[row]!.gaps(row),
    missing: (row) => sums[row]!.gap || words.noRowsOf(figures.subject(frame, row, period), sheetBehind(figures, measure.of, period)),
    formula: (row) => (scale === 1 && !mean ? sums[row]!.formula(row) : undefined),
  });
}

/** Rows of the operand's table grouped by the zone that they belong to. */
function rowsByZone(
  figures: Figures,
  measure: MeasureOf<'sum_by_zone'> | MeasureOf<'mean_by_zone'>,
  of: Series,
  period: Period,
): number[][] {
  const zones: number[][] = Array.from({ length: figures.rowsOf({ table: figures.pack.main_table }, period) }, () => []);
  if (of.frame === 'single') return zones;
  const { table } = of.frame;
  for (const row of chosenRows(figures, of, measure.where, period)) {
    const zone = figures.zoneRow(table, row, measure.by, period);
    if (zone !== undefined) zones[zone]?.push(row);
  }
  return zones;
}

function sheetBehind(figures: Figures, reference: string, period: Period): string {
  const target = resolve(figures.pack, reference);
  return target?.kind === 'column' ? figures.sheetOf(target.table, period) : titleOf(figures.pack, reference);
}
