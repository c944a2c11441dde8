import type { Problem, Proposal } from '../../problem';
import type { Units } from '../../units/units';
import { tableWords } from '../../words/table';
import { wantedYear, type Dated } from '../assign/assessed-year';
import type { HeaderMatch, WantedYear } from '../assign/header-match';
import { readRows, type DataRows } from '../describe/data-rows';
import { pathOf, type HeaderColumn } from '../describe/header-columns';
import { statedOnce } from '../describe/stated-once';
import type { PlacedTable } from '../placed-table';
import type { ColumnSpec, ReadColumn, TableSpec } from '../spec';
import { isColumn as isColumnOf } from '../assign/accepted-headers';
import { absentColumns } from './absent-columns';
import { headerDoubt } from './header-doubt';
import { readNumberColumn } from './number-column';
import { partsOverWhole } from './part-of-whole';
import { ownNames, withoutLeftOut, withoutRepeated } from './accepted-rows';
import { blankKeys, duplicateRows, headersAgain, namesNotCalculated, requiredBlanks, rowsLeftOut, sumRowProblems } from './row-problems';
import { sumRows } from './sum-rows';
import { readTextColumn } from './text-column';

/**
 * Takes the values of a chosen table and says everything doubtful about it.
 * @param year the year assessed
 * @param likely years that figures may be of where no table names its year
 */
export function readTable(
  chosen: Dated,
  year: number | undefined,
  units: Units,
  likely: readonly number[],
): { table: PlacedTable; problems: Problem[] } {
  const { layout, yearColumn } = chosen;
  const wanted = wantedYear(chosen, year);
  const read = readRows(
    layout,
    units,
    yearColumn === undefined || wanted.year === undefined ? undefined : { column: yearColumn, year: wanted.year },
  );
  const rows = withoutRepeated(chosen, withoutLeftOut(layout, read));
  const taken = take(chosen, rows, wanted, units, likely);
  const sums = sumRows(taken.table);
  if (sums.size === 0) return taken;
  const stays = (_: unknown, at: number): boolean => !sums.has(at);
  const rest: DataRows = {
    ...rows,
    rows: rows.rows.filter(stays),
    keys: rows.keys.filter(stays),
    skipped: [...rows.skipped, ...[...sums].map((at) => ({ row: rows.rows[at]!, why: 'total' as const, name: '' }))],
  };
  const without = take(chosen, rest, wanted, units, likely);
  const open = new Set([...sums].filter((at) => !layout.source.accepts('row', rows.rows[at]!, layout.keyColumn)));
  const sum = open.size > 0 ? sumRowProblems(taken.table, open, layout.keyColumn) : [];
  return { table: without.table, problems: [...without.problems, ...sum] };
}

function take(
  { spec, layout, match, matched, dated }: Dated,
  { rows, keys, skipped }: DataRows,
  wanted: WantedYear,
  units: Units,
  likely: readonly number[],
): { table: PlacedTable; problems: Problem[] } {
  const { source } = layout;
  const sheet = source.sheet.name;
  const problems: Problem[] = [];
  const columns = new Map<string, ReadColumn>();
  const headerCell = (header: HeaderColumn): string => source.cellName(header.row, header.column);
  const named = (header: HeaderColumn): string => `${headerCell(header)}“${pathOf(header)}”`;
  const title = (key: string): string => spec.columns[key]?.header[0] ?? key;
  const isColumn = (header: HeaderColumn, key: string): Proposal => isColumnOf(spec, layout, header, key);

  const absent: string[] = [];
  for (const [key, columnSpec] of Object.entries(spec.columns)) {
    const found = match.matches.get(key);
    const rivals = match.ambiguous.get(key);
    const [first] = rivals ?? [];
    if (rivals && first) {
      // One header that two columns claim, or several headers that claim one column.
      const claimed =
        rivals.length > 1 ? undefined : [...match.ambiguous].find(([name, headers]) => name !== key && headers.includes(first));
      problems.push({
        severity: 'error',
        code: 'column-ambiguous',
        sheet,
        cell: headerCell(first),
        ...(claimed
          ? tableWords.columnClaimed(title(key), title(claimed[0]), named(first))
          : tableWords.columnAmbiguous(title(key), rivals.map(named))),
        proposals: claimed ? [isColumn(first, key), isColumn(first, claimed[0])] : rivals.map((header) => isColumn(header, key)),
        oneOf: true,
      });
      continue;
    }
    if (!found) {
      absent.push(key);
      continue;
    }
    if (key === spec.key) {
      source.decided.accepts(sheet, isColumn(found.header, key));
      columns.set(key, keyColumnOf(key, columnSpec, found.header, keys));
      continue;
    }
    const { header } = found;
    const accepts = (): boolean => source.decided.accepts(sheet, isColumn(header, key));
    if (match.accepted?.has(key)) accepts();
    const doubt = columnSpec.kind === 'number' ? headerDoubt(spec, columnSpec, found, wanted, likely, dated.year) : undefined;
    if (doubt && !accepts()) {
      const cell = headerCell(header);
      problems.push({
        severity: 'error',
        sheet,
        cell,
        ...doubt,
        proposals: [isColumn(header, key)],
      });
      columns.set(key, doubtfulColumn(key, columnSpec, header, rows));
      continue;
    }
    const read =
      columnSpec.kind === 'number'
        ? readNumberColumn(layout, header, key, columnSpec, rows, units)
        : readTextColumn(layout, header, key, columnSpec, rows, keys);
    columns.set(key, read.column);
    problems.push(...read.problems);
    const other = match.others.get(key);
    if (other && !accepts())
      problems.push({
        severity: 'warning',
        code: 'column-second-choice',
        sheet,
        cell: headerCell(other),
        ...tableWords.columnSecondChoice(title(key), named(header), named(other)),
        proposals: [isColumn(header, key)],
      });
    if (found.fit === 1 && !accepts())
      problems.push({
        severity: 'warning',
        code: 'column-similar',
        sheet,
        cell: headerCell(header),
        ...tableWords.columnSimilar(title(key), pathOf(header)),
        proposals: [isColumn(header, key)],
      });
  }

  const used = new Set(
    [...match.matches.values()].map((one) => one.header.column).concat([...match.ambiguous.values()].flat().map((header) => header.column)),
  );
  const free = layout.columns.filter((header) => !used.has(header.column));
  problems.push(...absentColumns(spec, layout, absent, free, rows, units));
  const table: PlacedTable = {
    spec,
    sheet,
    transposed: source.transposed,
    header: { first: layout.first, last: layout.last },
    rows,
    keys,
    columns,
    ambiguous: new Map([...match.ambiguous].map(([key, headers]) => [key, headers.map(headerCell)])),
    unmatched: free.map((header) => ({ header: pathOf(header), cell: headerCell(header) })),
    skipped,
    stated: statedOnce(spec, layout, skipped),
    ...(source.decided.isEmpty
      ? {}
      : { ownNames: ownNames(layout, rows, [layout.keyColumn, columns.get('zone')?.column ?? layout.keyColumn]) }),
    ...(dated.year !== undefined ? { year: dated.year } : wanted.year !== undefined ? { year: wanted.year } : {}),
    confidence: confidenceOf(spec, match, matched),
  };
  if (!spec.repeats) problems.push(...duplicateRows(table, layout.keyColumn));
  problems.push(
    ...namesNotCalculated(table, layout),
    ...headersAgain(table, layout.keyColumn),
    ...blankKeys(table, layout),
    ...rowsLeftOut(table, layout),
    ...requiredBlanks(table, layout),
    ...partsOverWhole(table, units),
  );
  if (rows.length === 0 && !spec.optional) {
    problems.push({
      severity: 'block',
      code: 'no-data-rows',
      sheet,
      cell: source.cellName(layout.last, layout.keyColumn),
      ...tableWords.noDataRows(spec.rowWord),
    });
  }
  return { table, problems };
}

/** The key column holds the names of the rows; units and figures do not apply to it. */
function keyColumnOf(key: string, spec: ColumnSpec, header: HeaderColumn, keys: readonly string[]): ReadColumn {
  return {
    key,
    spec,
    column: header.column,
    header: pathOf(header),
    statedUnit: undefined,
    unit: undefined,
    values: new Float64Array(keys.length).fill(NaN),
    expression: undefined,
    adjusted: new Set(),
    texts: keys,
    missing: new Map(),
  };
}

/** A column that is there and not used until a person has decided whether it is the one. */
function doubtfulColumn(key: string, spec: ColumnSpec, header: HeaderColumn, rows: Int32Array): ReadColumn {
  return {
    key,
    spec,
    column: header.column,
    header: pathOf(header),
    statedUnit: header.unit,
    unit: spec.unit === 'from_header' ? undefined : spec.unit,
    values: new Float64Array(rows.length).fill(NaN),
    expression: undefined,
    adjusted: new Set(),
    texts: [],
    missing: new Map([...rows.keys()].map((row) => [row, 'doubtful'])),
  };
}

/** Half for how many of the columns are there, half for how well their headers fit. */
function confidenceOf(spec: TableSpec, match: HeaderMatch, matched: number): number {
  const fits = [...match.matches.values()].map((one) => one.fit / 4);
  const quality = fits.reduce((sum, fit) => sum + fit, 0) / Math.max(1, fits.length + match.ambiguous.size);
  return Math.min(1, 0.5 * (matched / Math.max(1, Object.keys(spec.columns).length)) + 0.5 * quality);
}
