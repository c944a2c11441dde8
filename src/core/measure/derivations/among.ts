import { ratioToNumber } from '../../decimal';
import { factorNumber, scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { mapBounds } from '../bounds';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { absentOf, boundsAt, exactAt, missingAt, rowOf } from './operands';
import { taken, takenBounds } from './taken';

const FUNCTIONS = { mean: 'AVERAGE', median: 'MEDIAN', greatest: 'MAX', least: 'MIN' } as const;

/**
 * One of several figures of the same row, or their mean: of several years, of several assessors, without the highest and the lowest. Missing where
 * one of them is.
 */
export const among: Derivation<'among'> = (figures, measure, period, frame) => {
  const { take, drop } = measure;
  const all = measure.of.map((operand) => figures.series(operand, period));
  const rows = figures.rowsOf(frame, period);
  const factors = all.map(({ unit }) => (unit === undefined ? undefined : figures.units.factor(unit, measure.unit)));
  const absent = absentOf(...all);
  if (absent !== undefined || factors.some((factor) => !factor))
    return absentSeries(measure.title, measure.unit, frame, rows, absent ?? words.unitUnknown(measure.title));
  const exact = (row: number): ReturnType<typeof taken> => {
    const known = all.flatMap((one, index) => scaled(exactAt(one, row), factors[index]!) ?? []);
    return known.length < all.length ? undefined : taken(known, take, drop);
  };
  return seriesOf({
    ...measure,
    frame,
    rows,
    value(row) {
      const found = exact(row);
      return found ? ratioToNumber(found) : NaN;
    },
    exact,
    cells: (row) => all.flatMap((one) => one.cells(rowOf(one, row))),
    gaps: (row) => all.flatMap((one) => one.gaps(rowOf(one, row))),
    bounds: (row) =>
      takenBounds(
        all.map((one, index) => mapBounds(boundsAt(one, row), (value) => scaled(value, factors[index]!))),
        take,
        drop,
      ),
    missing: (row) => missingAt(all, row),
    formula(row) {
      const parts = all.map((one) => one.formula(rowOf(one, row)));
      // The second highest of several cells that stand apart has no classical function.
      if (drop > 1 || parts.some((part) => part === undefined)) return undefined;
      const list = parts.map((part, index) => `(${part})*${factorNumber(factors[index]!)}`).join(',');
      const figure = drop === 0 ? `${FUNCTIONS[take]}(${list})` : `(SUM(${list})-MAX(${list})-MIN(${list}))/${all.length - 2}`;
      return `IF(AND(${parts.map((part) => `ISNUMBER(${part})`).join(',')}),${figure},"")`;
    },
  });
};
