import type { Figures } from '../measure/figures';
import { openAdjustmentCells } from './adjustments';
import type { RankedPopulation } from './population';

/** Rivals of one list are asked over and over: what was found is kept as long as the ranking is. */
const found = new WeakMap<RankedPopulation, Map<number, readonly string[]>>();

/** Cells whose figures a row lacks, where others of the population have them or they adjust its total: "Sheet!B4". */
export function openCells(figures: Figures, ranked: RankedPopulation, place: number): readonly string[] {
  let known = found.get(ranked);
  if (!known) found.set(ranked, (known = new Map()));
  let cells = known.get(place);
  if (!cells) known.set(place, (cells = findOpenCells(figures, ranked, place)));
  return cells;
}

function findOpenCells(figures: Figures, ranked: RankedPopulation, place: number): string[] {
  const row = ranked.rows[place] ?? ranked.doubtful[place - ranked.rows.length]!;
  const adjusted = openAdjustmentCells(figures, row);
  if (ranked.complete[place] === 1) return adjusted;
  const blank = new Set(ranked.coverage.blankIndicators.map(({ id }) => id));
  const indicators = ranked.indicators.flatMap(({ id, measure }) => {
    if (blank.has(id)) return [];
    const series = figures.series(measure);
    const at = series.frame === 'single' ? 0 : row;
    return Number.isNaN(series.values[at] ?? NaN) ? series.gaps(at) : [];
  });
  return [...indicators, ...adjusted];
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
  const cells = new Set<string>();
  for (const at of [place, ...rivals.filter((other) => other !== place)]) {
    for (const cell of membershipCells(figures, ranked, at)) cells.add(cell);
    for (const cell of openCells(figures, ranked, at)) cells.add(cell);
  }
  return [...cells];
}
