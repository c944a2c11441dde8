import { sumRatios } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { addBounds, mapBounds } from '../bounds';
import { measureWords as words } from '../../words/measure';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, at, boundsAt, exactAt, missingAt, rowOf } from './operands';

/** Several figures of one row; missing where one of them is. */
export const sum: Derivation<'sum'> = (figures, measure, period, frame) => {
  const terms = measure.of.map((operand) => figures.series(operand, period));
  const rows = figures.rowsOf(frame, period);
  const factors = terms.map((term) => (term.unit === undefined ? undefined : figures.units.factor(term.unit, measure.unit)));
  const absent = absentOf(...terms);
  if (absent !== undefined || factors.some((factor) => !factor))
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const scales = factors.map((factor) => factorNumber(factor!));
  return seriesOf({
    ...measure,
    frame,
    rows,
    value: (row) => terms.reduce((total, term, index) => total + at(term, row) * scales[index]!, 0),
    exact(row) {
      const parts = terms.map((term, index) => scaled(exactAt(term, row), factors[index]!));
      return parts.every((part) => part !== undefined) ? sumRatios(parts) : undefined;
    },
    cells: (row) => terms.flatMap((term) => term.cells(rowOf(term, row))),
    gaps: (row) => terms.flatMap((term) => term.gaps(rowOf(term, row))),
    bounds: (row) => addBounds(terms.map((term, index) => mapBounds(boundsAt(term, row), (value) => scaled(value, factors[index]!)))),
    missing: (row) => missingAt(terms, row),
    formula(row) {
      const parts = terms.map((term) => term.formula(rowOf(term, row)));
      if (parts.some((part) => part === undefined)) return undefined;
      return `IF(AND(${parts.map((part) => `ISNUMBER(${part})`).join(',')}),${parts.map((part, index) => `(${part})*${scales[index]!}`).join('+')},"")`;
    },
  });
};
