import { subtractRatio } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { mapBounds, subtractBounds } from '../bounds';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, at, both, boundsAt, exactAt, missingAt, rowOf } from './operands';

/** of − minus, row by row: an increase over last year, a distance from the mean, a figure beyond the province's. */
export const difference: Derivation<'difference'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const minus = figures.series(measure.minus, period);
  const rows = figures.rowsOf(frame, period);
  const [scaleOf, scaleMinus] = [of, minus].map(({ unit }) => (unit === undefined ? undefined : figures.units.factor(unit, measure.unit)));
  const absent = absentOf(of, minus);
  if (absent !== undefined || !scaleOf || !scaleMinus)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const [byOf, byMinus] = [factorNumber(scaleOf), factorNumber(scaleMinus)];
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => at(of, row) * byOf - at(minus, row) * byMinus,
    exact: (row) => both(scaled(exactAt(of, row), scaleOf), scaled(exactAt(minus, row), scaleMinus), subtractRatio),
    cells: (row) => [...of.cells(rowOf(of, row)), ...minus.cells(rowOf(minus, row))],
    gaps: (row) => [...of.gaps(rowOf(of, row)), ...minus.gaps(rowOf(minus, row))],
    bounds: (row) =>
      subtractBounds(
        mapBounds(boundsAt(of, row), (value) => scaled(value, scaleOf)),
        mapBounds(boundsAt(minus, row), (value) => scaled(value, scaleMinus)),
      ),
    missing: (row) => missingAt([of, minus], row),
    formula(row) {
      const [a, b] = [of.formula(rowOf(of, row)), minus.formula(rowOf(minus, row))];
      if (a === undefined || b === undefined) return undefined;
      const times = (cell: string, scale: number): string => (scale === 1 ? `(${cell})` : `(${cell})*${scale}`);
      return `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${times(a, byOf)}-${times(b, byMinus)},"")`;
    },
  });
};
