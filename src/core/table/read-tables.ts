import { NOTHING_DECIDED, type Decided } from '../decided';
import type { SheetGrid } from '../grid';
import type { Problem, Proposal } from '../problem';
import type { Units } from '../units/units';
import { tableWords, type NearestTable } from '../words/table';
import { candidatesOn, judge, type Candidate } from './assign/candidates';
import { wantedYear, type Dated, type YearChoice } from './assign/assessed-year';
import { chooseTables } from './assign/choose-tables';
import { shiftOf } from './assign/pieces';
import type { Layout } from './describe/layout';
import { listLayouts } from './describe/list-tables';
import { foldText } from './fold';
import type { PlacedTable } from './placed-table';
import { joinPieces } from './take/join-pieces';
import { nearLacking } from './take/absent-columns';
import { keyColumns } from './take/key-columns';
import { readTable } from './take/read-table';
import type { TableSpec } from './spec';
import type { Words } from './words';

export interface ReadOptions {
  /** Sheet that the first spec must be read from. */
  readonly only?: string;
  /** What is known of the year assessed; without it tables are told apart by names alone. */
  readonly years?: YearChoice;
  /** What persons decided. */
  readonly decided?: Decided;
}

export interface ReadResult {
  readonly tables: ReadonlyMap<string, PlacedTable>;
  readonly problems: Problem[];
  /** The year assessed, where a person or the main table states it. */
  readonly year?: number | undefined;
  /** The year that a person accepted for the figures. */
  readonly acceptedYear?: number | undefined;
}

/**
 * Finds and reads the table of every spec: candidates by their headers, a choice among them by headers and names, then the
 * rows and columns of the chosen ones. What is doubtful is a problem; nothing is picked or guessed silently.
 */
export function readTables(
  specs: readonly TableSpec[],
  sheets: readonly SheetGrid[],
  units: Units,
  words: Words,
  options: ReadOptions = {},
): ReadResult {
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
  const decided = options.decided ?? NOTHING_DECIDED;
  const candidates = usable.flatMap((sheet) => candidatesOn(sheet, specs, units, words, decided));
  let choice = chooseTables(specs, candidates, options.only, units, options.years);
  // What is stated for the run comes before what was accepted while nothing was.
  const acceptedYear = options.years?.stated === undefined ? yearAccepted(choice.problems, decided) : undefined;
  if (acceptedYear !== undefined)
    choice = chooseTables(specs, candidates, options.only, units, { likely: [], ...options.years, stated: acceptedYear });
  problems.push(...choice.problems);
  for (const spec of choice.without) {
    if (spec.optional) {
      problems.push(...lackingTable(spec, candidates, usable, units, words));
      continue;
    }
    const only = spec.id === specs[0]?.id ? options.only : undefined;
    problems.push(
      noMatchingTable(
        spec,
        candidates,
        usable.filter((sheet) => only === undefined || sheet.name === only),
        units,
        words,
        only,
      ),
    );
  }

  problems.push(...keylessTables(specs[0], choice.chosen, candidates, usable, problems, units, words));

  const tables = new Map<string, PlacedTable>();
  for (const [id, chosen] of choice.chosen) {
    const take = (one: Dated): { table: PlacedTable; problems: Problem[] } =>
      readTable(
        { ...one, ...judge(one.spec, one.layout, units, wantedYear(one, choice.year)) },
        choice.year,
        units,
        options.years?.likely ?? [],
      );
    const further = (choice.pieces.get(id) ?? []).map((piece) => ({ ...take(piece), shift: shiftOf(chosen, piece) ?? 0 }));
    const read = further.length > 0 ? joinPieces(take(chosen), further, chosen.layout.keyColumn, decided) : take(chosen);
    tables.set(id, read.table);
    problems.push(...read.problems);
  }
  return { tables, problems, year: choice.year, acceptedYear };
}

/** The year of one of the proposals, where a person accepted it. */
function yearAccepted(problems: readonly Problem[], decided: Decided): number | undefined {
  if (decided.isEmpty) return undefined;
  for (const { sheet = '', proposals = [] } of problems)
    for (const { value, ...proposal } of proposals)
      if (typeof value === 'number' && proposal.kind === 'table' && decided.accepts(proposal.sheet ?? sheet, { ...proposal, value }))
        return value;
  return undefined;
}

/** A table that its sheet's name says to be the spec's, and that lacks what the spec cannot do without: it must not be left aside without a word. */
function lackingTable(
  spec: TableSpec,
  candidates: readonly Candidate[],
  sheets: readonly SheetGrid[],
  units: Units,
  words: Words,
): Problem[] {
  const names = spec.sheet.map(foldText);
  const near = candidates.find(
    ({ spec: { id }, layout, lacking }) => id === spec.id && lacking.length > 0 && names.includes(foldText(layout.source.sheet.name)),
  );
  const keyless = near ? undefined : namedKeyless(spec, candidates, sheets, units, words);
  const found = near ?? keyless;
  if (!found) return [];
  const { layout } = found;
  const lacking = keyless ? [spec.columns[spec.key]?.header[0] ?? spec.key, ...keyless.lacking] : found.lacking;
  const sheet = layout.source.sheet.name;
  const cell = layout.source.cellName(layout.first, layout.keyColumn);
  return [
    {
      severity: 'warning',
      code: 'table-lacks-columns',
      sheet,
      cell,
      ...tableWords.tableLacksColumns(spec.rowWord, sheet, lacking),
      ...(near ? proposed(nearLacking(near, units)) : keyColumns(spec, layout, units)),
    },
  ];
}

/** Headers that a table shares with the main one before it is taken for another table of its kind. */
const SHARED = 3;
/** Sheets with more rows are lists of something else, and listing their tables would take its time. */
const LONGEST_KEYLESS = 10_000;

/** Tables with the main table's headers on sheets where no table's key header is known: of another year or period, and not to be left aside without a word. */
function keylessTables(
  main: TableSpec | undefined,
  chosen: ReadonlyMap<string, unknown>,
  candidates: readonly Candidate[],
  sheets: readonly SheetGrid[],
  told: readonly Problem[],
  units: Units,
  words: Words,
): Problem[] {
  // Where the main table itself was not found, that is asked first.
  if (!main || !chosen.has(main.id)) return [];
  const known = new Set([...candidates.map(({ layout }) => layout.source.sheet.name), ...told.map(({ sheet }) => sheet)]);
  const unread = sheets.filter(({ name, grid }) => !known.has(name) && grid.rows <= LONGEST_KEYLESS);
  return listLayouts(unread, units, words).flatMap((layout): Problem[] => {
    const asked = judge(main, layout, units).matched < SHARED ? {} : keyColumns(main, layout, units);
    if (!asked.proposals) return [];
    const { name } = layout.source.sheet;
    const cell = layout.source.cellName(layout.first, layout.keyColumn);
    const key = main.columns[main.key]?.header[0] ?? main.key;
    return [
      {
        severity: 'warning',
        code: 'table-lacks-columns',
        sheet: name,
        cell,
        ...tableWords.tableLacksColumns(main.rowWord, name, [key]),
        ...asked,
      },
    ];
  });
}

/** A table without a known key header on a sheet that is called as the spec's and has no other table. */
function namedKeyless(
  spec: TableSpec,
  candidates: readonly Candidate[],
  sheets: readonly SheetGrid[],
  units: Units,
  words: Words,
): Candidate | undefined {
  const names = spec.sheet.map(foldText);
  const taken = new Set(candidates.map(({ layout }) => layout.source.sheet.name));
  const own = sheets.filter(({ name }) => names.includes(foldText(name)) && !taken.has(name));
  return listLayouts(own, units, words)
    .map((layout) => judge(spec, layout, units))
    .find(({ matched }) => matched > 1);
}

/** Whether two layouts are of one table. */
const standsIn = (one: Layout, other: Layout): boolean =>
  one.source.sheet === other.source.sheet &&
  one.first <= other.last &&
  one.last >= other.first &&
  one.left <= other.right &&
  one.right >= other.left;

function noMatchingTable(
  spec: TableSpec,
  candidates: readonly Candidate[],
  sheets: readonly SheetGrid[],
  units: Units,
  words: Words,
  only: string | undefined,
): Problem {
  const names = new Set(sheets.map((sheet) => sheet.name));
  const keyHeaders = spec.columns[spec.key]?.header ?? [];
  const required = Object.entries(spec.columns)
    .filter(([key, column]) => column.required && key !== spec.key)
    .map(([key, column]) => column.header[0] ?? key);
  const known = candidates
    .filter((candidate) => candidate.spec.id === spec.id && names.has(candidate.layout.source.sheet.name) && candidate.lacking.length > 0)
    .map((candidate) => ({ candidate, lacking: candidate.lacking }));
  const withMore = known.filter(({ candidate }) => candidate.matched > 1);
  // Tables whose key header is not known at all may still have the other headers.
  const keyless =
    withMore.length > 0
      ? []
      : listLayouts(sheets, units, words)
          .filter((layout) => !candidates.some((candidate) => candidate.matched > 1 && standsIn(layout, candidate.layout)))
          .map((layout) => judge(spec, layout, units))
          .filter((candidate) => candidate.matched > 1)
          .map((candidate) => ({ candidate, lacking: [keyHeaders[0] ?? spec.key, ...candidate.lacking] }));
  // A table that has the key's header and nothing else is farther off than one that has all the others.
  const near = withMore.length > 0 ? withMore : keyless.length > 0 ? [] : known;
  const best = [...near, ...keyless].sort((a, b) => a.lacking.length - b.lacking.length || b.candidate.matched - a.candidate.matched)[0];
  let nearest: NearestTable | undefined;
  const answers = !best
    ? {}
    : near.length > 0
      ? proposed(nearLacking(best.candidate, units))
      : keyColumns(spec, best.candidate.layout, units);
  if (best) {
    const { layout } = best.candidate;
    nearest = { sheet: layout.source.sheet.name, cell: layout.source.cellName(layout.first, layout.keyColumn), lacking: best.lacking };
  }
  const said = tableWords.noMatchingTable(spec.rowWord, only, keyHeaders, required, nearest);
  return {
    severity: 'block',
    code: 'no-matching-table',
    ...(nearest ? { sheet: nearest.sheet, cell: nearest.cell } : {}),
    ...said,
    ...answers,
  };
}

const proposed = (proposals: readonly Proposal[]): Pick<Problem, 'proposals'> => (proposals.length > 0 ? { proposals } : {});
