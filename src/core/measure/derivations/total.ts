import { factorNumber, scaled } from '../../units/factor';
import { mapBounds } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { chosenRows, sumOverRows } from './chosen-rows';
import { seriesOf, type Derivation } from './derivation';

/** One figure: the sum over the rows that pass. */
export const total: Derivation<'total'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const factor = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  if (of.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, 1, of.absent ?? words.unitUnknown(measure.title));
  const chosen = chosenRows(figures, of, measure.where, period);
  const summed = sumOverRows(of, chosen);
  const scale = factorNumber(factor);
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (chosen.certain.length === 0 ? NaN : summed.total * scale),
    exact: () => scaled(summed.exact(0), factor),
    cells: summed.cells,
    gaps: summed.gaps,
    bounds: (row) => mapBounds(summed.bounds(row), (value) => scaled(value, factor)),
    missing: () => summed.why() || words.noRowsOf(figures.subject(frame, 0), of.title),
    formula: () => (scale === 1 ? summed.formula(0) : undefined),
  });
};
