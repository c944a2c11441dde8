import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { tableWords } from '../words/table';
import type { Candidate } from './candidates';
import { readRows } from './data-rows';
import { pathOf, type HeaderColumn } from './header-columns';
import type { HeaderMatch } from './header-match';
import { readNumberColumn } from './number-column';
import { partsOverWhole } from './part-of-whole';
import type { PlacedTable } from './placed-table';
import { blankKeys, duplicateRows, requiredBlanks } from './row-problems';
import { statedOnce } from './stated-once';
import type { ColumnSpec, ReadColumn, TableSpec } from './spec';
import { readTextColumn } from './text-column';

/** Reads the chosen table and says everything doubtful about it. */
export function readTable({ spec, layout, match, matched }: Candidate, units: Units): { table: PlacedTable; problems: Problem[] } {
  const { source } = layout;
  const sheet = source.sheet.name;
  const { rows, keys, skipped } = readRows(layout, units);
  const problems: Problem[] = [];
  const columns = new Map<string, ReadColumn>();
  const headerCell = (header: HeaderColumn): string => source.cellName(header.row, header.column);
  const named = (header: HeaderColumn): string => `${headerCell(header)}“${pathOf(header)}”`;
  const title = (key: string): string => spec.columns[key]?.header[0] ?? key;

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
      });
      continue;
    }
    if (!found) {
      absent.push(title(key));
      continue;
    }
    if (key === spec.key) {
      columns.set(key, keyColumnOf(key, columnSpec, found.header, keys));
      continue;
    }
    const read =
      columnSpec.kind === 'number'
        ? readNumberColumn(layout, found.header, key, columnSpec, rows, units)
        : readTextColumn(layout, found.header, key, columnSpec, rows);
    columns.set(key, read.column);
    problems.push(...read.problems);
    const other = match.others.get(key);
    if (other)
      problems.push({
        severity: 'warning',
        code: 'column-second-choice',
        sheet,
        cell: headerCell(other),
        ...tableWords.columnSecondChoice(title(key), named(found.header), named(other)),
      });
    if (found.fit === 1)
      problems.push({
        severity: 'warning',
        code: 'column-similar',
        sheet,
        cell: headerCell(found.header),
        ...tableWords.columnSimilar(title(key), pathOf(found.header)),
      });
  }
  if (absent.length > 0) {
    problems.push({
      severity: 'info',
      code: 'columns-not-found',
      sheet,
      cell: source.cellName(layout.first, layout.keyColumn),
      ...tableWords.columnsNotFound(absent),
    });
  }

  const used = new Set(
    [...match.matches.values()].map((one) => one.header.column).concat([...match.ambiguous.values()].flat().map((header) => header.column)),
  );
  const table: PlacedTable = {
    spec,
    sheet,
    transposed: source.transposed,
    header: { first: layout.first, last: layout.last },
    rows,
    keys,
    columns,
    ambiguous: new Map([...match.ambiguous].map(([key, headers]) => [key, headers.map(headerCell)])),
    unmatched: layout.columns
      .filter((header) => !used.has(header.column))
      .map((header) => ({ header: pathOf(header), cell: headerCell(header) })),
    skipped,
    stated: statedOnce(spec, layout, skipped),
    confidence: confidenceOf(spec, match, matched),
  };
  if (!spec.repeats) problems.push(...duplicateRows(table, layout.keyColumn));
  problems.push(...blankKeys(table, layout.keyColumn), ...requiredBlanks(table), ...partsOverWhole(table, units));
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

/** Half for how many of the columns are there, half for how well their headers fit. */
function confidenceOf(spec: TableSpec, match: HeaderMatch, matched: number): number {
  const fits = [...match.matches.values()].map((one) => one.fit / 4);
  const quality = fits.reduce((sum, fit) => sum + fit, 0) / Math.max(1, fits.length + match.ambiguous.size);
  return Math.min(1, 0.5 * (matched / Math.max(1, Object.keys(spec.columns).length)) + 0.5 * quality);
}
