import { roundHalfUp } from '../decimal';

/** Totals equal to this many decimals are tied: float noise of scoring is some 1e-13, real differences are larger. */
export const NOISE_DECIMALS = 9;

export interface RankOptions {
  readonly order: 'highest_first' | 'lowest_first';
  /** Rank the totals as shown with this many decimals, half up; only where the document's method rounds first. */
  readonly decimals?: number | undefined;
  /** Not 0 for rows that keep their total but take no place. */
  readonly unranked?: Uint8Array | undefined;
  /** Not 0 for rows that stand behind all others, among themselves by their totals. */
  readonly behind?: Uint8Array | undefined;
}

export interface Ranking {
  /** Place of each row from 1, 0 for unranked rows. */
  readonly rank: Int32Array;
  /** 1 where another row shares the place. */
  readonly tied: Uint8Array;
  /** Rows best first, ties in row order, unranked rows last. */
  readonly order: Int32Array;
  /** How many rows have a place. */
  readonly ranked: number;
}

/** Competition ranking: ties share the best place and the places behind them stay empty (1, 2, 2, 4). NaN is unranked. */
export function rankTotals(totals: Float64Array, { order, decimals, unranked, behind }: RankOptions): Ranking {
  const rows = totals.length;
  const sign = order === 'highest_first' ? -1 : 1;
  const keys = totals.map((total, row) => (unranked?.[row] ? NaN : sign * roundHalfUp(total, decimals ?? NOISE_DECIMALS)));
  const ordered = Int32Array.from(keys.keys()).sort((a, b) => {
    const [x, y] = [keys[a]!, keys[b]!];
    // NaN is unequal to itself and belongs behind everything.
    if (x !== x || y !== y) return (x !== x ? 1 : 0) - (y !== y ? 1 : 0) || a - b;
    return (behind?.[a] ? 1 : 0) - (behind?.[b] ? 1 : 0) || x - y || a - b;
  });
  const rank = new Int32Array(rows);
  const tied = new Uint8Array(rows);
  let ranked = 0;
  for (; ranked < rows; ranked++) {
    const row = ordered[ranked]!;
    if (keys[row] !== keys[row]) break;
    const before = ranked > 0 ? ordered[ranked - 1]! : -1;
    if (before >= 0 && keys[before] === keys[row] && !behind?.[before] === !behind?.[row]) {
      rank[row] = rank[before]!;
      tied[row] = tied[before] = 1;
    } else rank[row] = ranked + 1;
  }
  return { rank, tied, order: ordered, ranked };
}

export interface Selection {
  /** Rows in the list: best first from `firstN`, worst first from `lastN`, ties in row order. */
  readonly rows: Int32Array;
  /** For each of them, 1 where the row stands on the edge and only a tie brings the list above N. */
  readonly tiedAtEdge: Uint8Array;
}

function select(inOrder: readonly number[], n: number, ranking: Ranking): Selection {
  const taken = inOrder.slice(0, Math.max(0, n));
  const edge = taken.length > 0 ? ranking.rank[taken[taken.length - 1]!]! : 0;
  const extra = inOrder.slice(taken.length).filter((row) => ranking.rank[row] === edge);
  const rows = [...taken, ...extra];
  return {
    rows: Int32Array.from(rows),
    tiedAtEdge: Uint8Array.from(rows, (row) => (extra.length > 0 && ranking.rank[row] === edge ? 1 : 0)),
  };
}

/** The first N: every row with fewer than N strictly better ones. All ranked rows where N is their number or more. */
export function firstN(ranking: Ranking, n: number): Selection {
  return select([...ranking.order.subarray(0, ranking.ranked)], n, ranking);
}

/** The last N of the ranked rows: every row with fewer than N strictly worse ones. */
export function lastN(ranking: Ranking, n: number): Selection {
  const { order, rank, ranked } = ranking;
  const worstFirst = [...order.subarray(0, ranked)].sort((a, b) => rank[b]! - rank[a]! || a - b);
  return select(worstFirst, n, ranking);
}
