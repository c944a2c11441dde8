import Big from 'big.js';
import { divideRatio, ratioToNumber, type Ratio } from '../../decimal';
import { resolve, titleOf, type Frame } from '../../pack/references';
import { factorNumber, scaled } from '../../units/factor';
import { mapBounds, meanBounds, UNBOUNDED, type Bounds } from '../bounds';
import { measureWords as words } from '../../words/measure';
import type { Figures, Period } from '../figures';
import type { MeasureOf } from '../kinds';
import { absentSeries, type Series } from '../series';
import { chosenRows, sumOverRows, type ChosenRows, type OpenRow } from './chosen-rows';
import { seriesOf } from './derivation';
import { taken, takenBounds } from './taken';

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
  const parts = (row: number): number => (mean ? groups[row]!.certain.length : 1);
  const drop = measure.kind === 'mean_by_zone' ? measure.drop : 0;
  const trimmed = (row: number): Ratio | undefined =>
    taken(
      groups[row]!.certain.flatMap((one) => of.exact(one) ?? []),
      'mean',
      drop,
    );
  return seriesOf({
    ...measure,
    frame,
    rows,
    value(row) {
      const { total } = sums[row]!;
      if (groups[row]!.certain.length <= 2 * drop || total !== total) return NaN;
      return (drop > 0 ? ratioToNumber(trimmed(row)!) : total / parts(row)) * scale;
    },
    exact: (row) =>
      scaled(drop > 0 ? trimmed(row) : divideRatio(sums[row]!.exact(row)!, { num: new Big(parts(row)), den: new Big(1) }), factor),
    cells: (row) => sums[row]!.cells(row),
    gaps: (row) => sums[row]!.gaps(row),
    bounds(row) {
      const { certain, open } = groups[row]!;
      const boundsOf = (one: number): Bounds => of.bounds(one);
      // Whose row may belong or not changes which are the highest.
      const few = certain.length <= 2 * drop || open.length > 0;
      if (drop > 0) return few ? UNBOUNDED : mapBounds(takenBounds(certain.map(boundsOf), 'mean', drop), (value) => scaled(value, factor));
      const figure = mean
        ? meanBounds(
            certain.map(boundsOf),
            open.map((one) => boundsOf(one.row)),
          )
        : sums[row]!.bounds(row);
      return mapBounds(figure, (value) => scaled(value, factor));
    },
    missing: (row) =>
      sums[row]!.why() ||
      (groups[row]!.certain.length > 0 ? words.tooFewToDrop(groups[row]!.certain.length, drop) : '') ||
      words.noRowsOf(figures.subject(frame, row, period), sheetBehind(figures, measure.of, period)),
    formula: (row) => (scale === 1 && !mean ? sums[row]!.formula(row) : undefined),
  });
}

/** Rows of the operand's table grouped by the zone that they belong to; a row that names none may belong to any. */
function rowsByZone(
  figures: Figures,
  measure: MeasureOf<'sum_by_zone'> | MeasureOf<'mean_by_zone'>,
  of: Series,
  period: Period,
): ChosenRows[] {
  const certain = Array.from({ length: figures.rowsOf({ table: figures.pack.main_table }, period) }, (): number[] => []);
  const open = certain.map((): OpenRow[] => []);
  const anywhere: OpenRow[] = [];
  if (of.frame !== 'single') {
    const { table } = of.frame;
    const chosen = chosenRows(figures, of, measure.where, period);
    const isBlank = (row: number): boolean => figures.column(table, measure.by, period)?.texts[row] === '';
    const openAt = (row: number): OpenRow => {
      const cells = figures.cellsOf(table, measure.by, row, period);
      return { row, cells, why: words.openRow(figures.subject({ table }, row, period), cells) };
    };
    for (const row of chosen.certain) {
      const zone = figures.zoneRow(table, row, measure.by, period);
      if (zone !== undefined) certain[zone]?.push(row);
      else if (isBlank(row)) anywhere.push(openAt(row));
      else for (const near of figures.nearZones(table, row, measure.by, period)) open[near]?.push(openAt(row));
    }
    for (const one of chosen.open) {
      const zone = figures.zoneRow(table, one.row, measure.by, period);
      if (zone !== undefined) open[zone]?.push(one);
      else if (isBlank(one.row)) anywhere.push(one);
      else for (const near of figures.nearZones(table, one.row, measure.by, period)) open[near]?.push(one);
    }
  }
  return certain.map((rows, zone) => ({ certain: rows, open: [...open[zone]!, ...anywhere] }));
}

function sheetBehind(figures: Figures, reference: string, period: Period): string {
  const target = resolve(figures.pack, reference);
  return target?.kind === 'column' ? figures.sheetOf(target.table, period) : titleOf(figures.pack, reference);
}
