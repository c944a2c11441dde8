import { coverageInShort } from '../core/report/coverage-line';
import type { ResultRanking, ResultRow } from '../core/result';
import { movementWords } from '../core/words/movement';

export interface RankedRow {
  readonly subject: string;
  readonly rank: number;
  readonly tied: boolean;
  /** Figures of its own are missing. */
  readonly gaps: boolean;
  /** Best and worst place where missing figures leave more than one. */
  readonly places: readonly [best: number, worst: number] | undefined;
  /** How far it moved since last year: ▲4; undefined where that is not settled or no list of last year is there. */
  readonly moved?: string | undefined;
  /** The total as shown; undefined where the row has none. */
  readonly total: string | undefined;
  /** Per cent that the total is of the greatest, for a bar beside it; undefined where one is below zero. */
  readonly share?: number | undefined;
  /** The row in the main table. */
  readonly at: Place | undefined;
}

export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Both ends of a ranking; `between` rows are left out. Rows without a place stand at neither end but are counted. */
export interface RankingView {
  readonly id: string;
  readonly title: string;
  /** What of the document's contents is scored, where that is not all. */
  readonly scope: string | undefined;
  readonly top: readonly RankedRow[];
  readonly bottom: readonly RankedRow[];
  readonly between: number;
  readonly ranked: number;
  readonly all: number;
}

/** @param shown rows at either end */
export function bothEnds(
  { id, title, coverage, rows }: ResultRanking,
  shown: number,
  format: (total: number) => string,
  places: ReadonlyMap<string, Place>,
): RankingView {
  const ranked = rows.filter((row): row is ResultRow & { rank: number } => row.rank !== null);
  const totals = ranked.map(({ total }) => total ?? 0);
  const greatest = totals.some((total) => total < 0) ? 0 : totals.reduce((most, total) => Math.max(most, total), 0);
  const whole = ranked.length <= shown * 2;
  const view = ({ subject, rank, tied, completeness, places: range, total, moved }: (typeof ranked)[number]): RankedRow => ({
    subject,
    rank,
    tied,
    gaps: completeness === 'gaps',
    moved: typeof moved === 'number' || moved === 'new' ? movementWords.moved(moved) : undefined,
    places: range && range[0] !== range[1] ? range : undefined,
    total: total === null ? undefined : format(total),
    ...(total !== null && greatest > 0 && { share: Math.round((total / greatest) * 100) }),
    at: places.get(subject),
  });
  return {
    id,
    title,
    scope: coverageInShort(coverage),
    top: (whole ? ranked : ranked.slice(0, shown)).map(view),
    bottom: whole ? [] : ranked.slice(-shown).map(view),
    between: whole ? 0 : ranked.length - shown * 2,
    ranked: ranked.length,
    all: rows.length,
  };
}
