import { ratioToNumber } from '../../decimal';
import { scaled } from '../../units/factor';
import { measureWords as words } from '../../words/measure';
import { mapBounds, meanBounds, UNBOUNDED, type Bounds } from '../bounds';
import { absentSeries } from '../series';
import { chosenRows, sumOverRows } from './chosen-rows';
import { seriesOf, type Derivation } from './derivation';
import { taken } from './taken';

/** One figure of a population: its mean, median, greatest or least, over the rows that pass. Missing where one of them is. */
export const statistic: Derivation<'statistic'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const factor = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  if (of.absent !== undefined || !factor)
    return absentSeries(measure.title, measure.unit, frame, 1, of.absent ?? words.unitUnknown(measure.title));
  const chosen = chosenRows(figures, of, measure.where, period);
  const { certain, open } = chosen;
  const { cells, gaps, why } = sumOverRows(of, chosen);
  const isKnown = open.length === 0 && certain.every((row) => of.missing(row) === '');
  const found = isKnown
    ? taken(
        certain.flatMap((row) => of.exact(row) ?? []),
        measure.take,
      )
    : undefined;
  const value = scaled(found, factor);
  const boundsIn = (row: number): Bounds => mapBounds(of.bounds(row), (bound) => scaled(bound, factor));
  return seriesOf({
    ...measure,
    frame,
    rows: 1,
    value: () => (value ? ratioToNumber(value) : NaN),
    exact: () => value,
    cells,
    gaps,
    // Where a figure is missing only the mean has bounds that are soon told.
    bounds: () =>
      measure.take === 'mean'
        ? meanBounds(
            certain.map(boundsIn),
            open.map(({ row }) => boundsIn(row)),
          )
        : UNBOUNDED,
    missing: () => why() || words.noRowsOf(figures.subject(frame, 0), of.title),
    formula: () => undefined,
  });
};
