import { isLog, outliersOf, scoreFormula, type MethodConfig } from './index';
import type { Direction } from './method';
import { outlierEnds } from './outliers';
import { columnFigures, type CellOf, type ColumnFigure } from './terms';

/** Figures of the whole column that the formulas of a method ask for, in their order. */
export function figuresAsked(direction: Direction, config: MethodConfig, cellOf: CellOf): ColumnFigure[] {
  const asked = new Set<ColumnFigure>();
  const standing = (figure: ColumnFigure): string => {
    asked.add(figure);
    return 'A$1';
  };
  scoreFormula({ value: 'A2', range: 'A$2:A$3', standing }, direction, config, cellOf);
  return columnFigures.filter((figure) => asked.has(figure));
}

/** What such a figure comes to, as spreadsheets work it out; NaN where there is none. @param values of the population, NaN where missing */
export function columnFigure(figure: ColumnFigure, values: Float64Array, config: MethodConfig): number {
  const present = values.filter((value) => value === value && !(isLog(config) && value <= 0 && figure !== 'refused'));
  const n = present.length;
  if (figure === 'count') return n;
  if (figure === 'refused') return present.filter((value) => value <= 0).length;
  if (n === 0) return NaN;
  if (figure === 'least' || figure === 'greatest') return present.reduce((a, b) => (b < a === (figure === 'least') ? b : a));
  if (figure === 'low' || figure === 'high') {
    const outliers = outliersOf(config);
    return outliers ? outlierEnds(present, outliers)[figure === 'low' ? 0 : 1] : NaN;
  }
  const mean = present.reduce((sum, value) => sum + value, 0) / n;
  if (figure === 'mean') return mean;
  return n < 2 ? NaN : Math.sqrt(present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
}
