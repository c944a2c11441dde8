import { CellKind } from '../../grid';
import type { Problem, Proposal } from '../../problem';
import { tableWords } from '../../words/table';
import type { Layout } from '../describe/layout';
import { Doubts, MOST_PROPOSALS, NAMED_CELLS } from './doubts';
import { foldText } from '../fold';
import { blankMeans } from './text-column';
import { cellAt, cellOf, type CellPlace, type PlacedTable } from '../placed-table';

/** After so many pairs the official knows that the list was pasted twice. */
const MOST_PAIRS = 20;

/** Two rows of one name: neither may be scored until someone says which one counts. */
export function duplicateRows(table: PlacedTable, keyColumn: number): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, number>();
  table.keys.forEach((key, i) => {
    const folded = foldText(key);
    const earlier = known.get(folded);
    if (earlier === undefined) {
      known.set(folded, i);
      return;
    }
    if (problems.length >= MOST_PAIRS) return;
    const [one, two] = [cellAt(table, earlier, keyColumn), cellAt(table, i, keyColumn)];
    const oneSheet = one.sheet === two.sheet;
    const [first, second] = oneSheet ? [one.cell, two.cell] : [`${one.sheet}!${one.cell}`, `${two.sheet}!${two.cell}`];
    const repeats = (place: CellPlace, of: string): Proposal => ({ kind: 'row', ...place, words: tableWords.repeatsRow(of) });
    const alike = saysTheSame(table, earlier, i);
    problems.push({
      severity: 'block',
      code: 'duplicate-row',
      ...two,
      ...tableWords.duplicateRow(table.spec.rowWord, key, first, second),
      proposals: alike ? [repeats(two, first)] : [repeats(two, first), repeats(one, second)],
      ...(!alike && { oneOf: true as const }),
    });
  });
  return problems;
}

/** Whether two rows hold the same in every column. */
const saysTheSame = (table: PlacedTable, one: number, other: number): boolean =>
  [...table.columns.values()].every(
    ({ key, values, texts, missing }) =>
      key === table.spec.key ||
      (Object.is(values[one], values[other]) && texts[one] === texts[other] && missing.get(one) === missing.get(other)),
  );

const uncalculated = ({ source, keyColumn }: Layout, row: number): boolean =>
  source.kind(row, keyColumn) === CellKind.text && source.text(row, keyColumn) === '' && source.formula(row, keyColumn) !== undefined;

/** Rows whose names are formulas that nobody calculated: without names there is nothing to score. */
export function namesNotCalculated(table: PlacedTable, layout: Layout): Problem[] {
  const doubts = new Doubts<'names-not-calculated'>();
  for (const { row, why } of table.skipped)
    if (why === 'blank_key' && uncalculated(layout, row)) doubts.add('names-not-calculated', row, '');
  return doubts.problems(
    table.sheet,
    (row) => cellOf(table, row, layout.keyColumn),
    (_code, cells, count) => ({ severity: 'block', ...tableWords.namesNotCalculated(table.spec.rowWord, cells, count) }),
  );
}

/** Rows that were left out for more than a plain word such as 合计: someone should look whether one of them is a zone. */
export function rowsLeftOut(table: PlacedTable, { source, keyColumn }: Layout): Problem[] {
  const doubts = new Doubts<'rows-left-out'>();
  const rows: number[] = [];
  for (const { row, why, name } of table.skipped) {
    if (why !== 'part' && why !== 'unlikely' && (why !== 'total' || name === '' || source.words.wholeRow.test(foldText(name)))) continue;
    if (source.accepts('row', row, keyColumn)) continue;
    doubts.add('rows-left-out', row, name);
    rows.push(row);
  }
  return doubts
    .problems(
      table.sheet,
      (row) => cellOf(table, row, keyColumn),
      (_code, cells, count) => ({ severity: 'warning', ...tableWords.rowsLeftOut(table.spec.rowWord, cells, count) }),
    )
    .map((problem) => ({ ...problem, proposals: notRows(table, rows, keyColumn) }));
}

const notRows = (table: PlacedTable, rows: readonly number[], keyColumn: number): Proposal[] =>
  rows.slice(0, MOST_PROPOSALS).map((row) => notARow(cellOf(table, row, keyColumn)));

const notARow = (cell: string): Proposal => ({ kind: 'row', cell, words: tableWords.notARow });

/** Rows that add up all others under a name that does not say so. @param rows places in the table's rows */
export function sumRowProblems(table: PlacedTable, rows: ReadonlySet<number>, keyColumn: number): Problem[] {
  const places = [...rows].map((row) => cellAt(table, row, keyColumn));
  const cells = places.map(({ sheet, cell }) => (sheet === places[0]!.sheet ? cell : `${sheet}!${cell}`));
  const shown = [...rows].slice(0, NAMED_CELLS).map((row, at) => `${cells[at]}“${table.keys[row]}”`);
  return [
    {
      severity: 'warning',
      code: 'sum-row',
      ...places[0]!,
      ...tableWords.sumRow(table.spec.rowWord, shown, rows.size),
      proposals: places.map(({ sheet, cell }) => ({ ...notARow(cell), sheet })),
    },
  ];
}

/** Rows with figures and no name. */
export function blankKeys(table: PlacedTable, layout: Layout): Problem[] {
  const { keyColumn, source } = layout;
  const doubts = new Doubts<'blank-key'>();
  const rows: number[] = [];
  for (const { row, why } of table.skipped) {
    if (why !== 'blank_key' || uncalculated(layout, row) || source.accepts('row', row, keyColumn)) continue;
    doubts.add('blank-key', row, '');
    rows.push(row);
  }
  const problems = doubts.problems(
    table.sheet,
    (row) => cellOf(table, row, keyColumn),
    (_code, cells, count) => ({
      severity: 'warning',
      ...tableWords.blankKey(table.spec.rowWord, cells, count),
    }),
  );
  return problems.map((problem) => ({ ...problem, proposals: notRows(table, rows, keyColumn) }));
}

/** A header that comes again among the rows: what stands below it was taken for the same table. */
export function headersAgain(table: PlacedTable, keyColumn: number): Problem[] {
  const again = table.skipped
    .filter(({ why, name }) => why === 'sub_header' && name !== '')
    .map(({ row }) => cellOf(table, row, keyColumn));
  if (again.length === 0 || table.rows.length === 0) return [];
  return [
    {
      severity: 'info',
      code: 'header-again',
      sheet: table.sheet,
      cell: again[0]!,
      ...tableWords.headerAgain(table.spec.rowWord, again.slice(0, NAMED_CELLS), again.length, table.rows.length),
    },
  ];
}

/** Cells of columns that have to be filled in and are not: one problem a column. */
export function requiredBlanks(table: PlacedTable, { source }: Layout): Problem[] {
  return [...table.columns.values()].flatMap(({ key, spec, column, missing }): Problem[] => {
    if (!spec.required || key === table.spec.key) return [];
    const doubts = new Doubts<'required-blank'>();
    for (const [at, reason] of missing) {
      const row = table.rows[at]!;
      if (reason !== 'empty' && reason !== 'dash') continue;
      const offers = blankMeans(spec, table.keys[at]!);
      if (offers.some(({ words, value }) => source.accepts('value', row, column, value, words))) continue;
      doubts.add('required-blank', row, '', offers, true);
    }
    return doubts.problems(
      table.sheet,
      (row) => cellOf(table, row, column),
      (_code, cells, count) => ({
        severity: 'warning',
        ...tableWords.requiredBlank(spec.header[0] ?? key, table.spec.rowWord, cells, count),
      }),
    );
  });
}
