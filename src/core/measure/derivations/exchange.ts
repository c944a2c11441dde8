import { divideRatio, multiplyRatio, ratioOf, ratioToNumber, type Ratio } from '../../decimal';
import { factorNumber, factorRatio, scaled } from '../../units/factor';
import { mapBounds, UNBOUNDED } from '../bounds';
import { measureWords as words } from '../../words/measure';
import type { Figures } from '../figures';
import { absentSeries } from '../series';
import { seriesOf, type Derivation } from './derivation';
import { at, exactAt } from './operands';

/** Another currency, by the user's rate. */
export const exchange: Derivation<'exchange'> = (figures, measure, period, frame) => {
  const of = figures.series(measure.of, period);
  const rows = figures.rowsOf(frame, period);
  const straight = of.unit === undefined ? undefined : figures.units.factor(of.unit, measure.unit);
  const parameter = figures.pack.parameters[measure.parameter];
  const rate = figures.settings.parameters.get(measure.parameter);
  if (of.absent !== undefined || of.unit === undefined)
    return absentSeries(measure.title, measure.unit, frame, rows, of.absent ?? words.unitUnknown(measure.title));
  // The sheet already states the wanted currency: no rate is needed.
  if (straight) {
    return seriesOf({
      ...measure,
      frame,
      rows,
      value: (row) => at(of, row) * factorNumber(straight),
      exact: (row) => scaled(exactAt(of, row), straight),
      cells: of.cells,
      gaps: of.gaps,
      bounds: (row) => mapBounds(of.bounds(row), (value) => scaled(value, straight)),
      missing: of.missing,
      formula: () => undefined,
    });
  }
  if (typeof rate?.value !== 'number')
    return absentSeries(measure.title, measure.unit, frame, rows, words.noParameter(parameter?.title ?? measure.parameter));
  const source = figures.units.dimension(of.unit);
  const pair = exchangeFactors(figures, of.unit, measure.unit, source);
  if (!pair) return absentSeries(measure.title, measure.unit, frame, rows, words.unitUnknown(measure.title));
  const price = ratioOf(rate.value);
  const convert = (value: Ratio): Ratio | undefined => {
    const base = multiplyRatio(value, pair.from);
    const changed = pair.divide ? divideRatio(base, price) : multiplyRatio(base, price);
    return changed && multiplyRatio(changed, pair.to);
  };
  return seriesOf({
    ...measure,
    frame,
    rows,
    value(row) {
      const value = exactAt(of, row);
      const changed = value && convert(value);
      return changed ? ratioToNumber(changed) : NaN;
    },
    exact(row) {
      const value = exactAt(of, row);
      return value && convert(value);
    },
    cells: (row) => [...of.cells(row), ...(rate.cell === undefined ? [] : [rate.cell])],
    gaps: (row) => of.gaps(row),
    bounds: (row) => (price.num.gt(0) ? mapBounds(of.bounds(row), convert) : UNBOUNDED),
    missing: (row) => of.missing(row) || words.zeroDivisor(parameter?.title ?? measure.parameter),
    formula: () => undefined,
  });
};

/** The rate is 元 for one 美元: from money in 元 divide, from money in 美元 multiply. */
function exchangeFactors(
  figures: Figures,
  from: string,
  to: string,
  source: string | undefined,
): { from: Ratio; to: Ratio; divide: boolean } | undefined {
  const domestic = source === 'money_cny';
  const first = figures.units.factor(from, domestic ? '元' : '美元');
  const second = figures.units.factor(domestic ? '美元' : '元', to);
  return first && second ? { from: factorRatio(first), to: factorRatio(second), divide: domestic } : undefined;
}
