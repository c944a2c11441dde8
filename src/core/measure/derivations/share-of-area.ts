import { divideRatio } from '../../decimal';
import { titleOf } from '../../pack/references';
import { placeOfCell } from '../../table/placed-table';
import { factorNumber, scaled } from '../../units/factor';
import { divideBounds, mapBounds, UNBOUNDED } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, at, both, boundsAt, exactAt } from './operands';
import { quotientFactor, quotientFormula } from './quotient';
import { sharedByArea, type InAreas } from './shared-by-area';

/** A row's figure ÷ the figure of the area that it names. */
export const shareOfArea: Derivation<'share_of_area'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const over = figures.series(measure.over, period);
  const rows = figures.rowsOf(frame, period);
  const main = figures.pack.main_table;
  const by = figures.column(main, measure.by, period);
  const factor = quotientFactor(figures.units, of.unit, over.unit, measure.unit);
  const table = over.frame === 'single' ? undefined : over.frame.table;
  const absent = absentOf(of, over) ?? (by ? undefined : words.noColumn(figures.sheetOf(main, period), titleOf(figures.pack, measure.by)));
  if (absent !== undefined || !factor || !by || table === undefined)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  if (measure.together !== undefined) {
    const inAreas: InAreas = { least: measure.together, of, over, by, factor };
    return sharedByArea(figures, measure, period, frame, inAreas);
  }
  const area = (row: number): number | undefined => {
    const name = by.texts[row] ?? '';
    return name === '' ? undefined : figures.names.place(table, name, period);
  };
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (at(of, row) / (over.values[area(row) ?? -1] ?? NaN)) * scale,
    exact: (row) => scaled(both(exactAt(of, row), over.exact(area(row)!), divideRatio), factor),
    cells: (row) => [...of.cells(row), ...(area(row) === undefined ? [] : over.cells(area(row)!))],
    gaps: (row) => [...of.gaps(row), ...(area(row) === undefined ? [] : over.gaps(area(row)!))],
    bounds(row) {
      const place = area(row);
      if (place === undefined) return UNBOUNDED;
      return mapBounds(divideBounds(boundsAt(of, row), over.bounds(place)), (value) => scaled(value, factor));
    },
    missing(row) {
      const place = area(row);
      if (place === undefined) {
        const name = by.texts[row] ?? '';
        return name === ''
          ? words.noAreaName(placeOfCell(figures.table(main, period)!, by, row))
          : words.noArea(name, figures.sheetOf(table, period));
      }
      return [of.missing(row), over.missing(place)].filter((why) => why !== '').join('；') || words.zeroDivisor(over.title);
    },
    formula: (row) => (area(row) === undefined ? undefined : quotientFormula(of.formula(row), over.formula(area(row)!), scale)),
  });
};
