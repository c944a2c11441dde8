import { divideRatio } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { divideBounds, mapBounds } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, at, both, boundsAt, exactAt, missingAt, rowOf } from './operands';
import { quotientFactor, quotientFormula } from './quotient';

/** of ÷ over, in the unit wanted. */
export const ratio: Derivation<'ratio'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const over = figures.series(measure.over, period);
  const rows = figures.rowsOf(frame, period);
  const absent = absentOf(of, over);
  const factor = quotientFactor(figures.units, of.unit, over.unit, measure.unit);
  if (absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => (at(of, row) / at(over, row)) * scale,
    exact: (row) => scaled(both(exactAt(of, row), exactAt(over, row), divideRatio), factor),
    cells: (row) => [...of.cells(rowOf(of, row)), ...over.cells(rowOf(over, row))],
    gaps: (row) => [...of.gaps(rowOf(of, row)), ...over.gaps(rowOf(over, row))],
    bounds: (row) => mapBounds(divideBounds(boundsAt(of, row), boundsAt(over, row)), (value) => scaled(value, factor)),
    missing: (row) => missingAt([of, over], row) || words.zeroDivisor(over.title),
    formula: (row) => quotientFormula(of.formula(rowOf(of, row)), over.formula(rowOf(over, row)), scale),
  });
};
