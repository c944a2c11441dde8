import type { Ratio } from '../../decimal';
import type { Bounds } from '../bounds';
import type { Series } from '../series';

/** Row of an operand that belongs to a row of the whole: a single figure is the same for every row. */
export const rowOf = (operand: Series, row: number): number => (operand.frame === 'single' ? 0 : row);

export const at = (series: Series, row: number): number => series.values[rowOf(series, row)] ?? NaN;
export const exactAt = (series: Series, row: number): Ratio | undefined => series.exact(rowOf(series, row));
export const boundsAt = (series: Series, row: number): Bounds => series.bounds(rowOf(series, row));
export const missingAt = (all: readonly Series[], row: number): string =>
  [...new Set(all.map((series) => series.missing(rowOf(series, row))).filter((why) => why !== ''))].join('；');
export const absentOf = (...all: readonly Series[]): string | undefined => {
  const why = all.map((series) => series.absent).filter((reason) => reason !== undefined);
  return why.length > 0 ? [...new Set(why)].join('；') : undefined;
};
export const both = (a: Ratio | undefined, b: Ratio | undefined, join: (a: Ratio, b: Ratio) => Ratio | undefined): Ratio | undefined =>
  a && b ? join(a, b) : undefined;
