import { sumRatios } from '../../decimal';
import type { Filter } from '../../pack/parts';
import { measureWords as words } from '../../words/measure';
import { addBounds, orNothing, UNBOUNDED } from '../bounds';
import type { Figures, Period } from '../figures';
import type { Series } from '../series';
import type { Parts } from './derivation';

/** At most so many cells are listed in a live SUM; spreadsheets take 255 arguments. */
const LIVE_SUM_CELLS = 200;
/** So many reasons are told; the rest are counted. */
const TOLD = 3;

/** Rows that a filter picks: those that belong for sure, and those of which it is not known. */
export interface ChosenRows {
  readonly certain: readonly number[];
  readonly open: readonly OpenRow[];
}

export interface OpenRow {
  readonly row: number;
  /** Blank cells that leave it open. */
  readonly cells: readonly string[];
  /** Which of them and what that means, in Chinese. */
  readonly why: string;
}

/** Rows of the frame of `of` that the filter picks or may pick. */
export function chosenRows(figures: Figures, of: Series, where: Filter | undefined, period: Period): ChosenRows {
  if (of.frame === 'single') return { certain: [0], open: [] };
  const { table } = of.frame;
  const certain: number[] = [];
  const open: OpenRow[] = [];
  for (let row = 0; row < figures.rowsOf(of.frame, period); row++) {
    const membership = figures.membership(where, table, row, period);
    if (membership === 'in') certain.push(row);
    else if (membership === 'open') {
      const cells = figures.openCells(where, table, row, period);
      open.push({ row, cells, why: words.openRow(figures.subject(of.frame, row, period), cells) });
    }
  }
  return { certain, open };
}

/** Reasons, the first few in full. */
export function told(reasons: readonly string[]): string {
  return reasons.slice(0, TOLD).join('；') + (reasons.length > TOLD ? words.moreReasons(reasons.length) : '');
}

/**
 * Sum over chosen rows of one series; missing where a row lacks its figure or may or may not belong: a part of a total is no total.
 * Its bounds let every open row count as its figure or as nothing.
 */
export function sumOverRows(
  of: Series,
  { certain, open }: ChosenRows,
): Pick<Parts, 'exact' | 'cells' | 'gaps' | 'bounds' | 'formula'> & { total: number; why: () => string } {
  let total = open.length > 0 ? NaN : 0;
  for (const row of certain) total += of.values[row] ?? NaN;
  const rows = [...certain, ...open.map(({ row }) => row)];
  return {
    total,
    why: () => told([...open.map(({ why }) => why), ...rows.map((row) => of.missing(row))].filter((why) => why !== '')),
    exact: () => sumRatios(certain.map((row) => of.exact(row)).filter((part) => part !== undefined)),
    cells: () => rows.flatMap((row) => of.cells(row)),
    gaps: () => [...new Set([...open.flatMap(({ cells }) => cells), ...rows.flatMap((row) => of.gaps(row))])],
    bounds: () =>
      certain.length === 0
        ? UNBOUNDED
        : addBounds([...certain.map((row) => of.bounds(row)), ...open.map(({ row }) => orNothing(of.bounds(row)))]),
    formula() {
      const parts = certain.map((row) => of.formula(row));
      if (certain.length === 0 || open.length > 0 || parts.length > LIVE_SUM_CELLS || parts.some((part) => part === undefined))
        return undefined;
      return `IF(COUNT(${parts.join(',')})=${parts.length},SUM(${parts.join(',')}),"")`;
    },
  };
}
