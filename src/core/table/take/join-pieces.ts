import type { Decided } from '../../decided';
import type { Problem } from '../../problem';
import { tableWords } from '../../words/table';
import { cellAt, placeOfCell, type PlacedTable } from '../placed-table';
import type { Continued, MissingReason, ReadColumn } from '../spec';
import { repeatedRows } from './accepted-rows';
import { duplicateRows, sumRowProblems } from './row-problems';
import { sumRows } from './sum-rows';

export interface Piece {
  readonly table: PlacedTable;
  readonly problems: readonly Problem[];
  /** How many columns further right it stands than the first one. */
  readonly shift: number;
}

/** One table out of pieces with the same columns; what only shows in the whole is asked. */
export function joinPieces(
  first: Omit<Piece, 'shift'>,
  further: readonly Piece[],
  keyColumn: number,
  decided: Decided,
): Omit<Piece, 'shift'> {
  const pieces = [{ ...first, shift: 0 }, ...further];
  const problems = pieces.flatMap((piece) => piece.problems);
  const all = rowsTogether(pieces, () => true);
  const accepts = (table: PlacedTable, row: number): boolean => {
    const { sheet, cell } = cellAt(table, row, keyColumn);
    return decided.accepts(sheet, { kind: 'row', cell });
  };
  const gone = new Set(all.spec.repeats || decided.isEmpty ? [] : repeatedRows(all.keys, (row) => accepts(all, row)));
  let table = gone.size > 0 ? rowsTogether(pieces, (row) => !gone.has(row)) : all;
  const sums = sumRows(table);
  if (sums.size > 0) {
    const open = new Set([...sums].filter((row) => !accepts(table, row)));
    if (open.size > 0) problems.push(...sumRowProblems(table, open, keyColumn));
    const left = [...all.rows.keys()].filter((row) => !gone.has(row)).filter((_, row) => !sums.has(row));
    const stays = new Set(left);
    table = rowsTogether(pieces, (row) => stays.has(row));
  }
  if (!table.spec.repeats) problems.push(...duplicateRows(table, keyColumn).filter((problem) => !known(problem, problems)));
  const places = [0, ...(table.continued ?? []).map(({ from }) => from)].map((row) => placeOfCell(table, { column: keyColumn }, row));
  problems.push({
    severity: 'info',
    code: 'table-continued',
    sheet: table.sheet,
    cell: places[0]!.slice(table.sheet.length + 1),
    ...tableWords.tableContinued(table.spec.rowWord, places, table.rows.length),
  });
  return { table, problems };
}

/** Rows that stand twice in one piece were told when it was read. */
const known = ({ code, sheet, cell }: Problem, problems: readonly Problem[]): boolean =>
  problems.some((other) => other.code === code && other.sheet === sheet && other.cell === cell);

/** @param stays whether a row of the whole, counted through all pieces, belongs to it */
function rowsTogether(pieces: readonly Pick<Piece, 'table' | 'shift'>[], stays: (row: number) => boolean): PlacedTable {
  const first = pieces[0]!.table;
  const rows: number[] = [];
  const keys: string[] = [];
  const continued: Continued[] = [];
  /** Piece and row within it of each row of the whole. */
  const from: { readonly piece: PlacedTable; readonly row: number }[] = [];
  let counted = 0;
  for (const { table, shift } of pieces) {
    if (table !== first) continued.push({ from: rows.length, sheet: table.sheet, shift, skipped: table.skipped });
    for (let row = 0; row < table.rows.length; row++) {
      if (!stays(counted++)) continue;
      rows.push(table.rows[row]!);
      keys.push(table.keys[row]!);
      from.push({ piece: table, row });
    }
  }
  const columns = new Map([...first.columns].map(([key, column]) => [key, columnTogether(column, key, from)]));
  const own = from.flatMap(({ piece, row }, at) => (piece.ownNames?.has(row) ? [at] : []));
  return { ...first, rows: Int32Array.from(rows), keys, columns, continued, ...(own.length > 0 && { ownNames: new Set(own) }) };
}

function columnTogether(
  first: ReadColumn,
  key: string,
  from: readonly { readonly piece: PlacedTable; readonly row: number }[],
): ReadColumn {
  const values = new Float64Array(from.length).fill(NaN);
  const missing = new Map<number, MissingReason>();
  const adjusted = new Set<number>();
  const texts: string[] = [];
  from.forEach(({ piece, row }, at) => {
    const column = piece.columns.get(key)!;
    values[at] = column.values[row]!;
    if (column.texts.length > 0) texts.push(column.texts[row]!);
    const reason = column.missing.get(row);
    if (reason !== undefined) missing.set(at, reason);
    // One expression serves the whole column: cells that need another one get no live formula.
    if (column.adjusted.has(row) || column.expression !== first.expression) adjusted.add(at);
  });
  return { ...first, values, missing, adjusted, texts };
}
