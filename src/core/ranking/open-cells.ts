import type { Figures } from '../measure/figures';
import { openAdjustmentCells } from './adjustments';
import type { RankedPopulation } from './population';

/** Cells whose figures a row lacks, where others of the population have them or they adjust its total: "Sheet!B4". */
export function openCells(figures: Figures, ranked: RankedPopulation, place: number): string[] {
  const row = ranked.rows[place] ?? ranked.doubtful[place - ranked.rows.length]!;
  const indicators = ranked.indicators.flatMap(({ id, measure }) => {
    const values = ranked.values.get(id)!;
    const series = figures.series(measure);
    const at = series.frame === 'single' ? 0 : row;
    const lacks = Number.isNaN(series.values[at] ?? NaN) && values.some((value) => value === value);
    return lacks ? series.gaps(at) : [];
  });
  return [...indicators, ...openAdjustmentCells(figures, row)];
}

/** Cells that leave it open whether a row belongs to the population. */
function membershipCells(figures: Figures, ranked: RankedPopulation, place: number): readonly string[] {
  const { pack } = figures;
  const row = ranked.doubtful[place - ranked.rows.length];
  return row === undefined ? [] : figures.openCells(pack.rankings[ranked.id]?.population, pack.main_table, row);
}

/**
 * Cells that, filled in, settle whether a row is on a list: its own gaps and those of every row that now stands before it in some completions
 * and behind it in others.
 */
export function settlingCells(figures: Figures, ranked: RankedPopulation, place: number, end: 'first' | 'last'): string[] {
  const { places } = ranked;
  if (!places) return [];
  const rows = ranked.rows.length + ranked.doubtful.length;
  // Where one gap moves the distance of two others, all gaps count.
  const rivals = places.distancesMove ? Array.from({ length: rows }, (_, other) => other) : places.undecidedAgainst(place, end);
  const concerned = [place, ...rivals.filter((other) => other !== place)];
  return [...new Set(concerned.flatMap((at) => [...membershipCells(figures, ranked, at), ...openCells(figures, ranked, at)]))];
}
