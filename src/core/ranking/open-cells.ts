import type { Figures } from '../measure/figures';
import type { Filter } from '../pack/parts';
import type { GapPolicy } from './gap-policy';
import { openAdjustmentCells } from './adjustments';
import { methodGaps } from './method-figures';
import { openRuleCells } from './row-rules';
import type { RankedPopulation } from './population';

/** Gaps by place, with the rows of unknown membership behind, and those scored alongside: rivals of one list are asked over and over, so columns are searched once a ranking. */
const found = new WeakMap<RankedPopulation, ReadonlyMap<number, readonly string[]>>();

/** Cells whose figures a row lacks, where others of the population have them or they adjust its total: "Sheet!B4". */
export function openCells(figures: Figures, ranked: RankedPopulation, place: number): readonly string[] {
  let known = found.get(ranked);
  if (!known) found.set(ranked, (known = gapsByPlace(figures, ranked)));
  const row = scoredRow(ranked, place);
  const gaps = [...(known.get(place) ?? []), ...openRuleCells(figures, row), ...openStandingCells(figures, ranked, place, row)];
  return ranked.adjusted.changes.length === 0 ? gaps : [...gaps, ...openAdjustmentCells(figures, row)];
}

/** Row of the main table: members first, then those of unknown membership, then those who were scored alongside. */
function scoredRow({ rows, doubtful, alongside }: RankedPopulation, place: number): number {
  return rows[place] ?? doubtful[place - rows.length] ?? alongside[place - rows.length - doubtful.length]!;
}

function gapsByPlace(figures: Figures, ranked: RankedPopulation): Map<number, string[]> {
  const gaps = new Map<number, string[]>();
  const rows = [...ranked.rows, ...ranked.doubtful, ...ranked.alongside];
  const blank = new Set(ranked.coverage.blankIndicators.map(({ id }) => id));
  const { main_table: table } = figures.pack;
  // Where gaps count differently, those that are waited for are asked for.
  const isMixed = new Set(ranked.indicators.map((use) => use.gaps)).size > 1;
  const isSettled = (policy: GapPolicy): boolean => isMixed && policy !== 'wait' && (policy !== 'zero' || ranked.doubtful.length === 0);
  for (const use of ranked.indicators) {
    const { id, measure, applies } = use;
    if (blank.has(id) || isSettled(use.gaps)) continue;
    const series = figures.series(measure);
    for (let place = 0; place < rows.length; place++) {
      const at = series.frame === 'single' ? 0 : rows[place]!;
      const membership = applies ? figures.membership(applies, table, rows[place]!) : 'in';
      if (membership === 'out') continue;
      const ofMethod = methodGaps(figures, use, rows[place]!);
      if (membership === 'in' && !Number.isNaN(series.values[at] ?? NaN) && ofMethod.length === 0) continue;
      // Whether it is for the row at all comes before its figure.
      const open = membership === 'open' ? figures.openCells(applies, table, rows[place]!) : [];
      const cells = gaps.get(place);
      const all = [...open, ...series.gaps(at), ...ofMethod];
      if (cells) cells.push(...all);
      else gaps.set(place, all);
    }
  }
  return gaps;
}

/** Cells beside the scoring that leave it open whether a row takes a place, and with which mean. */
function openStandingCells(figures: Figures, { id, years, unplaced }: RankedPopulation, place: number, row: number): readonly string[] {
  const { main_table: table, rankings } = figures.pack;
  const filter = rankings[id]?.unplaced;
  const open = unplaced?.[place] === 2 && filter ? figures.openCells(filter as Filter, table, row) : [];
  const lacking = years?.sources.filter(({ values }) => Number.isNaN(values[place] ?? 0)) ?? [];
  return [
    ...open,
    ...lacking.flatMap((source) => {
      const at = figures.rowByKey(source.table, figures.subject({ table }, row));
      return at === undefined ? [] : figures.cellsOf(source.table, source.column, at);
    }),
  ];
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
  const rows = ranked.rows.length + ranked.doubtful.length + ranked.alongside.length;
  // Where one gap moves the distance of two others, all gaps count.
  const rivals = places.distancesMove ? Array.from({ length: rows }, (_, other) => other) : places.undecidedAgainst(place, end);
  const cells = new Set<string>();
  for (const at of [place, ...rivals.filter((other) => other !== place)]) {
    for (const cell of membershipCells(figures, ranked, at)) cells.add(cell);
    for (const cell of openCells(figures, ranked, at)) cells.add(cell);
  }
  return [...cells];
}
