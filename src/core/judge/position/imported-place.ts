import type { ReadTable } from '../../table/spec';

/** A sheet of imported ranks, and its columns. */
export type RankSource = {
  readonly table: string;
  readonly rank?: string | undefined;
  readonly total?: string | undefined;
  readonly from_last?: string | undefined;
};

/** Place of a row counted from the wanted end of imported ranks: 1 is the first (or the very last). */
export function placeIn(source: RankSource, table: ReadTable, row: number, fromLast: boolean): number | undefined {
  const read = (column: string | undefined): number => (column === undefined ? NaN : (table.columns.get(column)?.values[row] ?? NaN));
  const direct = read(source.from_last);
  const rank = read(source.rank);
  const total = read(source.total);
  const place = fromLast ? (Number.isNaN(direct) ? total - rank + 1 : direct) : Number.isNaN(rank) ? total - direct + 1 : rank;
  return Number.isNaN(place) ? undefined : place;
}
