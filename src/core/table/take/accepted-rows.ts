import type { DataRows } from '../describe/data-rows';
import type { Layout } from '../describe/layout';
import { foldText } from '../fold';
import type { TableSpec } from '../spec';

const without = ({ rows, keys, ...read }: DataRows, gone: ReadonlySet<number>): DataRows =>
  gone.size === 0
    ? { ...read, rows, keys }
    : { ...read, rows: rows.filter((_, at) => !gone.has(at)), keys: keys.filter((_, at) => !gone.has(at)) };

/** The rows without those that a person took for others of the table for what all tables say of them. */
export function withoutLeftOut({ source, keyColumn }: Layout, read: DataRows): DataRows {
  const { decided, sheet } = source;
  if (decided.isEmpty) return read;
  const gone = [...read.rows.keys()].filter((at) => decided.isLeftOut(sheet.name, source.cellName(read.rows[at]!, keyColumn)));
  return without(read, new Set(gone));
}

/** The rows without those that a person took for repetitions; one of each name stays. */
export function withoutRepeated(
  { spec, layout: { source, keyColumn } }: { readonly spec: TableSpec; readonly layout: Layout },
  read: DataRows,
): DataRows {
  if (spec.repeats || source.decided.isEmpty) return read;
  return without(read, new Set(repeatedRows(read.keys, (at) => source.accepts('row', read.rows[at]!, keyColumn))));
}

/** Rows of names that stand several times of which a person accepted that they repeat another; one of each name stays. */
export function repeatedRows(keys: readonly string[], accepts: (row: number) => boolean): number[] {
  const byName = new Map<string, number[]>();
  keys.forEach((key, at) => {
    const folded = foldText(key);
    const same = byName.get(folded);
    if (same) same.push(at);
    else byName.set(folded, [at]);
  });
  const gone: number[] = [];
  for (const same of byName.values()) {
    let left = same.length;
    for (const at of same) {
      if (left < 2 || !accepts(at)) continue;
      gone.push(at);
      left--;
    }
  }
  return gone;
}

/** Rows whose names, or whose zones' names, a person took for their own. @param columns where such names stand */
export const ownNames = ({ source }: Layout, rows: Int32Array, columns: readonly number[]): ReadonlySet<number> =>
  new Set(
    [...rows.keys()].filter((at) =>
      columns.some((column) => source.decided.isOwnName(source.sheet.name, source.cellName(rows[at]!, column))),
    ),
  );
