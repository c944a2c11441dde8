import type { Problem } from '../problem';
import { tableWords } from '../words/table';
import { Doubts } from './doubts';
import { foldText } from './fold';
import { cellOf, type PlacedTable } from './placed-table';

/** After so many pairs the official knows that the list was pasted twice. */
const MOST_PAIRS = 20;

/** Two rows of one name: neither may be scored until someone says which one counts. */
export function duplicateRows(table: PlacedTable, keyColumn: number): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  table.keys.forEach((key, i) => {
    const folded = foldText(key);
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, i);
      return;
    }
    if (problems.length >= MOST_PAIRS) return;
    const [one, two] = [cellOf(table, table.rows[earlier]!, keyColumn), cellOf(table, table.rows[i]!, keyColumn)];
    problems.push({
      severity: 'block',
      code: 'duplicate-row',
      sheet: table.sheet,
      cell: two,
      ...tableWords.duplicateRow(table.spec.rowWord, key, one, two),
    });
  });
  return problems;
}

/** Rows with figures and no name. */
export function blankKeys(table: PlacedTable, keyColumn: number): Problem[] {
  const doubts = new Doubts<'blank-key'>();
  for (const { row, why } of table.skipped) if (why === 'blank_key') doubts.add('blank-key', row, '');
  return doubts.problems(
    table.sheet,
    (row) => cellOf(table, row, keyColumn),
    (_code, cells, count) => ({
      severity: 'warning',
      ...tableWords.blankKey(table.spec.rowWord, cells, count),
    }),
  );
}

/** Cells of columns that have to be filled in and are not: one problem a column. */
export function requiredBlanks(table: PlacedTable): Problem[] {
  return [...table.columns.values()].flatMap((column): Problem[] => {
    if (!column.spec.required || column.key === table.spec.key) return [];
    const doubts = new Doubts<'required-blank'>();
    for (const [row, reason] of column.missing) if (reason === 'empty' || reason === 'dash') doubts.add('required-blank', row, '');
    return doubts.problems(
      table.sheet,
      (row) => cellOf(table, table.rows[row] ?? 0, column.column),
      (_code, cells, count) => ({
        severity: 'warning',
        ...tableWords.requiredBlank(column.spec.header[0] ?? column.key, table.spec.rowWord, cells, count),
      }),
    );
  });
}
