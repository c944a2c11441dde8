import { cellAt, type CellPlace } from '../table/placed-table';
import type { ReadColumn, ReadTable } from '../table/spec';

/** A sheet of imported ranks, and its columns. */
export type RankSource = {
  readonly table: string;
  readonly rank?: string | undefined;
  readonly total?: string | undefined;
  readonly from_last?: string | undefined;
  readonly item?: string | undefined;
};

/** Why what a row says of its rank is not used until someone has decided. */
export type RankDoubt =
  | { readonly kind: 'not_whole'; readonly stated: string }
  | { readonly kind: 'over_total'; readonly stated: string; readonly total: string }
  | { readonly kind: 'too_many_tied'; readonly rank: string; readonly total: string; readonly tied: string }
  | { readonly kind: 'disagree'; readonly rank: string; readonly total: string; readonly fromLast: string; readonly expected: string };

/** A list of imported ranks as it can be used: numbers are counted from 1, NaN where they are not stated or doubtful. */
export interface ImportedRanks {
  /** Place from the best; ties share the best place. */
  readonly rank: readonly number[];
  /** Place from the last, 1 for the very last; ties share it, so that all of them stand on a list or none. */
  readonly fromLast: readonly number[];
  /** Whether the place from the last was stated, not worked out. */
  readonly statedFromLast: readonly boolean[];
  /** How many took part, where the row or the whole column says so. */
  readonly total: readonly number[];
  /** How many rows share the rank, the row itself included. */
  readonly tied: readonly number[];
  readonly doubts: ReadonlyMap<number, { readonly doubt: RankDoubt; readonly cell: string }>;
}

/**
 * Reads ranks, numbers of participants and ranks from the last together: 1 ≤ rank ≤ total, and the rank from the last is total − rank + 1, less those
 * who share the rank. The total may be stated once for a whole list, in a row of it or in a line above or below the table.
 * @param listOf which list a row stands on, where the table holds several: ranks are shared, and totals stated, within one
 */
export function importedRanks(source: RankSource, table: ReadTable, listOf: (row: number) => string = () => ''): ImportedRanks {
  const column = (key: string | undefined): ReadColumn | undefined => (key === undefined ? undefined : table.columns.get(key));
  const [ranks, totals, reverse, items] = [column(source.rank), column(source.total), column(source.from_last), column(source.item)];
  const at = (read: ReadColumn | undefined, row: number): number => read?.values[row] ?? NaN;
  const rows = Array.from(table.rows, (_, row) => row);
  const only = new Map<string, number>();
  for (const row of rows) {
    const [stated, known] = [at(totals, row), only.get(listOf(row))];
    // Several numbers in one list say nothing of a row that states none.
    if (!Number.isNaN(stated)) only.set(listOf(row), known === undefined || known === stated ? stated : NaN);
  }
  const once = source.total === undefined ? undefined : table.stated?.get(source.total)?.value;
  const totalOf = (row: number): number => {
    const own = at(totals, row);
    if (!Number.isNaN(own)) return own;
    if (totals && totals.missing.get(row) !== 'empty') return NaN;
    return only.get(listOf(row)) ?? once ?? NaN;
  };
  const result = {
    rank: rows.map((row) => at(ranks, row)),
    fromLast: rows.map(() => NaN),
    statedFromLast: rows.map(() => false),
    total: rows.map(totalOf),
    tied: rows.map(() => 1),
    doubts: new Map<number, { doubt: RankDoubt } & CellPlace>(),
  };
  const shared = new Map<string, number>();
  // Where no rank is stated, equal places from the last are ties as well.
  const stands = (row: number): string => (Number.isNaN(result.rank[row]!) ? `-${at(reverse, row)}` : String(result.rank[row]));
  // Ranks out of different numbers are ranks of different lists.
  const tieKey = (row: number): string => `${listOf(row)}\n${items?.texts[row] ?? ''}\n${result.total[row]}\n${stands(row)}`;
  for (const row of rows) shared.set(tieKey(row), (shared.get(tieKey(row)) ?? 0) + 1);
  for (const row of rows) {
    const [rank, total, stated] = [result.rank[row]!, result.total[row]!, at(reverse, row)];
    const tied = (result.tied[row] = Number.isNaN(rank) && Number.isNaN(stated) ? 1 : shared.get(tieKey(row))!);
    const doubt = doubtOf(rank, total, stated, tied);
    if (doubt) {
      const read = [doubt.kind === 'disagree' || Number.isNaN(rank) ? reverse : undefined, ranks, reverse].find(
        (one) => one !== undefined,
      )!;
      result.doubts.set(row, { doubt, ...cellAt(table, row, read.column) });
      result.rank[row] = NaN;
      continue;
    }
    result.statedFromLast[row] = !Number.isNaN(stated);
    // Ties share the best place, so the last of them stands tied − 1 places behind it.
    result.fromLast[row] = Number.isNaN(stated) ? total - (rank + tied - 1) + 1 : stated;
    if (Number.isNaN(rank)) result.rank[row] = total - stated + 1;
  }
  return result;
}

function doubtOf(rank: number, total: number, stated: number, tied: number): RankDoubt | undefined {
  for (const one of [rank, total, stated])
    if (!Number.isNaN(one) && (!Number.isInteger(one) || one < 1)) return { kind: 'not_whole', stated: String(one) };
  for (const one of [rank, stated]) if (one > total) return { kind: 'over_total', stated: String(one), total: String(total) };
  // More share the rank than there are places behind it.
  if (rank + tied - 1 > total) return { kind: 'too_many_tied', rank: String(rank), total: String(total), tied: String(tied) };
  const expected = total - rank + 1;
  // Those who share a rank may be counted from the last as the first or as the last of them.
  if (stated > expected || stated < expected - tied + 1)
    return { kind: 'disagree', rank: String(rank), total: String(total), fromLast: String(stated), expected: String(expected) };
  return undefined;
}

/** Place of a row counted from the wanted end: 1 is the first (or the very last). Undefined where it is not stated or doubtful. */
export function placeAt(ranks: ImportedRanks, row: number, fromLast: boolean): number | undefined {
  const place = (fromLast ? ranks.fromLast : ranks.rank)[row] ?? NaN;
  return Number.isNaN(place) ? undefined : place;
}
