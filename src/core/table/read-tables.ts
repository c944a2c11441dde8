import type { SheetGrid } from '../grid';
import type { Problem } from '../problem';
import type { Units } from '../units/units';
import { tableWords, type NearestTable } from '../words/table';
import { candidatesOn, judge, type Candidate } from './candidates';
import { chooseTables } from './choose-tables';
import { listLayouts } from './list-tables';
import type { PlacedTable } from './placed-table';
import { readTable } from './read-table';
import type { TableSpec } from './spec';

export interface ReadOptions {
  /** Sheet that the first spec must be read from. */
  readonly only?: string;
}

export interface ReadResult {
  readonly tables: ReadonlyMap<string, PlacedTable>;
  readonly problems: Problem[];
}

/**
 * Finds and reads the table of every spec: candidates by their headers, a choice among them by headers and names, then the
 * rows and columns of the chosen ones. What is doubtful is a problem; nothing is picked or guessed silently.
 */
export function readTables(specs: readonly TableSpec[], sheets: readonly SheetGrid[], units: Units, options: ReadOptions = {}): ReadResult {
  const usable = sheets.filter((sheet) => !sheet.owned);
  const problems: Problem[] = [];
  if (options.only !== undefined && !usable.some((sheet) => sheet.name === options.only)) {
    problems.push({
      severity: 'block',
      code: 'no-such-sheet',
      ...tableWords.noSuchSheet(
        options.only,
        usable.map((sheet) => sheet.name),
      ),
    });
    return { tables: new Map(), problems };
  }
  const candidates = usable.flatMap((sheet) => candidatesOn(sheet, specs, units));
  const choice = chooseTables(specs, candidates, options.only);
  problems.push(...choice.problems);
  for (const spec of choice.without) {
    if (spec.optional) continue;
    const only = spec.id === specs[0]?.id ? options.only : undefined;
    problems.push(
      noMatchingTable(
        spec,
        candidates,
        usable.filter((sheet) => only === undefined || sheet.name === only),
        units,
        only,
      ),
    );
  }

  const tables = new Map<string, PlacedTable>();
  for (const [id, candidate] of choice.chosen) {
    const read = readTable(candidate, units);
    tables.set(id, read.table);
    problems.push(...read.problems);
  }
  return { tables, problems };
}

function noMatchingTable(
  spec: TableSpec,
  candidates: readonly Candidate[],
  sheets: readonly SheetGrid[],
  units: Units,
  only: string | undefined,
): Problem {
  const names = new Set(sheets.map((sheet) => sheet.name));
  const keyHeaders = spec.columns[spec.key]?.header ?? [];
  const required = Object.entries(spec.columns)
    .filter(([key, column]) => column.required && key !== spec.key)
    .map(([key, column]) => column.header[0] ?? key);
  const near = candidates
    .filter((candidate) => candidate.spec.id === spec.id && names.has(candidate.layout.source.sheet.name) && candidate.lacking.length > 0)
    .map((candidate) => ({ candidate, lacking: candidate.lacking }));
  // Tables whose key header is not known at all may still have the other headers.
  const keyless =
    near.length > 0
      ? []
      : listLayouts(sheets, units)
          .map((layout) => judge(spec, layout, units))
          .filter((candidate) => candidate.matched > 1)
          .map((candidate) => ({ candidate, lacking: [keyHeaders[0] ?? spec.key, ...candidate.lacking] }));
  const best = [...near, ...keyless].sort((a, b) => a.lacking.length - b.lacking.length || b.candidate.matched - a.candidate.matched)[0];
  let nearest: NearestTable | undefined;
  if (best) {
    const { layout } = best.candidate;
    nearest = { sheet: layout.source.sheet.name, cell: layout.source.cellName(layout.first, layout.keyColumn), lacking: best.lacking };
  }
  const words = tableWords.noMatchingTable(spec.rowWord, only, keyHeaders, required, nearest);
  return { severity: 'block', code: 'no-matching-table', ...(nearest ? { sheet: nearest.sheet, cell: nearest.cell } : {}), ...words };
}
