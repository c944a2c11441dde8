import { sumRatios } from '../../decimal';
import type { Filter } from '../../pack/parts';
import type { Figures, Period } from '../figures';
import type { Series } from '../series';
import type { Parts } from './derivation';

/** At most so many cells are listed in a live SUM; spreadsheets take 255 arguments. */
const LIVE_SUM_CELLS = 200;

/** Rows of the frame of `of` that pass the filter. */
export function chosenRows(figures: Figures, of: Series, where: Filter | undefined, period: Period): number[] {
  if (of.frame === 'single') return [0];
  const { table } = of.frame;
  return Array.from({ length: figures.rowsOf(of.frame, period) }, (_, row) => row).filter((row) =>
    figures.passes(where, table, row, period),
  );
}

/** Sum over chosen rows of one series; missing where a row lacks its figure: a part of a total is no total. */
export function sumOverRows(
  of: Series,
  chosen: readonly number[],
): Pick<Parts, 'exact' | 'cells' | 'gaps' | 'formula'> & { total: number; gap: string } {
  let total = 0;
  const gaps: string[] = [];
  for (const row of chosen) {
    const value = of.values[row] ?? NaN;
    if (Number.isNaN(value)) gaps.push(of.missing(row));
    total += value;
  }
  return {
    total,
    gap: gaps.slice(0, 3).join('；') + (gaps.length > 3 ? `……共 ${gaps.length} 处` : ''),
    exact: () => sumRatios(chosen.map((row) => of.exact(row)).filter((part) => part !== undefined)),
    cells: () => chosen.flatMap((row) => of.cells(row)),
    gaps: () => chosen.flatMap((row) => of.gaps(row)),
    formula() {
      const parts = chosen.map((row) => of.formula(row));
      if (chosen.length === 0 || chosen.length > LIVE_SUM_CELLS || parts.some((part) => part === undefined)) return undefined;
      return `IF(COUNT(${parts.join(',')})=${chosen.length},SUM(${parts.join(',')}),"")`;
    },
  };
}
