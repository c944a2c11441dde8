import type { Decided } from '../decided';
import type { SheetGrid } from '../grid';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Problem, Proposal } from '../problem';
import { cellOf, wholeSheetCell, type PlacedTable } from '../table/placed-table';
import { periodWords as words } from '../words/period';
import { statedYears, type YearStatement } from './table-years';

/** The year of the figures, read or stated; never that of the run. */
export interface DataYear {
  /** Undefined where nobody states it, and where what is stated does not agree. */
  readonly year: number | undefined;
  /** Part of the year that the figures are of ("1-11月"); undefined for the whole. */
  readonly part: string | undefined;
  readonly source: YearSource | undefined;
  /** "指标数据!A1" or a sheet's name: where the year stands. */
  readonly place: string | undefined;
  /** Why the year is not settled though it is stated: nothing that rests on it is concluded. */
  readonly doubt: string | undefined;
  /** Lists of earlier years' places that state another year than the rules take them for → why: nothing is counted from them. */
  readonly oddLists: ReadonlyMap<string, string>;
}

/** decision: accepted by a person; parameter: the user's 数据年度; option: stated for this run; the others: read from the main table. */
export type YearSource = 'decision' | 'parameter' | 'option' | YearStatement['from'];

/** Parameter key by which a workbook states the year of its figures. */
export const DATA_YEAR = 'data_year';

/** The year that a person states outright: the workbook's parameter comes before the run's option. */
export function statedYear({ parameters }: UserSettings, option: number | undefined): number | undefined {
  const set = parameters.get(DATA_YEAR);
  return set ? Number(set.value) : option;
}

export interface DataYearInput {
  readonly pack: Pack;
  readonly sheets: readonly SheetGrid[];
  readonly tables: ReadonlyMap<string, PlacedTable>;
  readonly settings: UserSettings;
  /** Year that a person states for this run. */
  readonly year: number | undefined;
  /** The year that a person accepted when the tables were read, and what else was accepted. */
  readonly decided?: { readonly year: number | undefined; readonly by: Decided };
  /** YYYY-MM-DD */
  readonly asOf: string;
}

/** A year that somebody states outright, or that the main table states. */
interface Stated {
  readonly year: number;
  readonly part: string | undefined;
  readonly source: YearSource;
  readonly place: string;
}

const NOBODY: DataYear = { year: undefined, part: undefined, source: undefined, place: undefined, doubt: undefined, oddLists: new Map() };

/**
 * The year of the figures: the parameter comes before the run's option, both before what titles, sheet name and headers of the main table
 * say. Where these contradict each other, or the tables of earlier years are not of earlier years, it is asked and nothing is settled.
 */
export function findDataYear(input: DataYearInput): { readonly dataYear: DataYear; readonly problems: readonly Problem[] } {
  const { dataYear, problems } = settle(input);
  const odd = oddLists(input, dataYear.year);
  return {
    dataYear: { ...dataYear, oddLists: new Map(odd.map(({ id, why }) => [id, why])) },
    problems: [...problems, ...odd.map(({ problem }) => problem)],
  };
}

function settle(
  input: DataYearInput,
  accepted: number | undefined = input.decided?.year,
): { readonly dataYear: DataYear; readonly problems: readonly Problem[] } {
  const { pack, tables, settings } = input;
  const main = tables.get(pack.main_table);
  const read = main ? yearsOf(input, pack.main_table, main) : [];
  const set = settings.parameters.get(DATA_YEAR);
  const outright: Stated[] = [
    ...(accepted === undefined ? [] : [{ year: accepted, part: undefined, source: 'decision' as const, place: '' }]),
    ...(set ? [{ year: Number(set.value), part: undefined, source: 'parameter' as const, place: set.cell ?? '' }] : []),
    ...(input.year === undefined ? [] : [{ year: input.year, part: undefined, source: 'option' as const, place: '' }]),
  ];
  const first = outright[0] ?? read[0];
  if (!first) {
    const problem = main && unknown(input, main);
    const year = acceptedIn(input, problem);
    return year !== undefined ? settle(input, year) : { dataYear: NOBODY, problems: problem ? [problem] : [] };
  }

  const others = [...outright, ...read].filter(({ year }) => year !== first.year);
  const agrees = read.find(({ year }) => year === first.year);
  // Titles that state two years leave the choice to the person; one that states another year than the person contradicts.
  const settled =
    accepted !== undefined ||
    others.length === 0 ||
    (outright.length > 0 && agrees !== undefined && others.every(({ source }) => source !== 'option'));
  if (!settled) {
    const doubt = doubtful(words.twoYears(sayAll([first, ...others])), words.twoYearsNext(set !== undefined), first);
    const problems = doubt.problems.map((one) => ({ ...one, ...useOneOf(input, outright.length > 0 ? outright : read) }));
    const year = acceptedIn(input, problems[0]);
    return year !== undefined ? settle(input, year) : { ...doubt, problems };
  }
  const said = partIn([first, ...read], first.year);
  const ofPart = read.find((one) => one.year === first.year && one.part !== undefined) ?? first;
  const found = earlierDoubt(input, { ...first, part: said }, ofPart);
  const otherPart =
    found &&
    isAccepted(
      input,
      found.ofMain.map(({ proposal }) => proposal),
    )
      ? found.ofMain[0]
      : undefined;
  const part = otherPart ? otherPart.part : said;
  const earlier = otherPart ? earlierDoubt(input, { ...first, part }, ofPart) : found;
  if (earlier) {
    const { dataYear, problems } = doubtful(earlier.why, words.earlierNext, first, earlier.place);
    const proposals = [...earlier.proposals, ...earlier.ofMain.map(({ proposal }) => proposal)];
    return { dataYear, problems: problems.map((one) => ({ ...one, proposals, ...(proposals.length > 1 && { oneOf: true as const }) })) };
  }
  const dataYear: DataYear = { year: first.year, part, source: first.source, place: placeOf(first), doubt: undefined, oddLists: new Map() };
  return { dataYear, problems: [...chosen(others, first), ...otherYears(input, first.year), ...later(input, first)] };
}

/** What is stated for the run stands nowhere in the workbook. */
const placeOf = ({ place }: Stated): string | undefined => (place === '' ? undefined : place);
const say = ({ year, part, source, place }: Stated): string => words.said[source](place, `${year}年${part ?? ''}`);
const sayAll = (stated: readonly Stated[]): string => [...new Set(stated.map(say))].join('，');

/** Title and header may share the work: 2016年度 above, 1-11月 below. */
const partIn = (stated: readonly Stated[], year: number): string | undefined =>
  stated.find((one) => one.year === year && one.part !== undefined)?.part;

function yearsOf({ sheets, tables }: DataYearInput, id: string, table: PlacedTable): Stated[] {
  // A sheet that holds this year's and last year's table is called by this year's.
  const owner = [...tables].find(([, one]) => one.sheet === table.sheet)?.[0] === id;
  return statedYears(table, sheets, [...tables.values()], owner).map(({ year, part, from, sheet, cell }) => ({
    year,
    part,
    source: from,
    place: cell === undefined ? sheet : `${sheet}!${cell}`,
  }));
}

interface EarlierDoubt {
  readonly why: string;
  readonly place: string;
  readonly proposals: readonly Proposal[];
  /** The main table as one of the part of the year that the other table names. */
  readonly ofMain: readonly { readonly proposal: Proposal; readonly part: string | undefined }[];
}

/**
 * Why the tables of earlier years cannot be of the years that they should be.
 * @param ofPart where the main table names the part of the year, or the year
 */
function earlierDoubt(input: DataYearInput, { year, part }: Stated, ofPart: Stated): EarlierDoubt | undefined {
  const ranks = rankTables(input.pack);
  const main = input.tables.get(input.pack.main_table);
  for (const [id, table] of input.tables) {
    const declared = ranks.has(id) ? undefined : input.pack.tables[id];
    if (!declared?.previous && !declared?.base) continue;
    const stated = yearsOf(input, id, table);
    const [first] = stated;
    if (!first) continue;
    const fits = stated.find((one) => (declared.previous ? one.year === year - 1 : one.year < year));
    if (!fits) {
      // Whoever copies this year's sheet for last year's may forget the title.
      const proposals = [declared.previous ? useAs(table, first, year - 1) : useAsBase(table, first)];
      if (isAccepted(input, proposals)) continue;
      return { why: words.notEarlier(say(first), year, declared.previous), place: first.place, proposals, ofMain: [] };
    }
    const theirs = partIn(stated, fits.year);
    if (declared.previous && theirs !== part) {
      const proposals = [
        useAsPeriod(table, stated.find((one) => one.year === fits.year && one.part !== undefined) ?? fits, year - 1, part),
      ];
      if (isAccepted(input, proposals)) continue;
      const why = words.otherPart(say({ ...fits, part: theirs }), `${year}年${part ?? ''}`);
      return {
        why,
        place: fits.place,
        proposals,
        ofMain: main ? [{ proposal: useAsPeriod(main, ofPart, year, theirs), part: theirs }] : [],
      };
    }
  }
  return undefined;
}

/** The cell that states a year; where a sheet's name does, its first one. */
function cellOfYear(table: PlacedTable, { place }: Stated): { readonly sheet: string; readonly cell: string } {
  const { sheet = table.sheet, cell } = cellAt(place);
  return { sheet, cell: cell ?? wholeSheetCell(headerCell(table)) };
}

const headerCell = (table: PlacedTable): string => cellOf(table, table.header.first, table.columns.get(table.spec.key)?.column ?? 0);

const useAs = (table: PlacedTable, stated: Stated, year: number): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAs(year),
  value: year,
});

/** A table as that of the base year, whatever year it names. */
const useAsBase = (table: PlacedTable, stated: Stated): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAsBase,
  value: words.base,
});

/** A table's figures as those of a part of the year, or of all of it. */
const useAsPeriod = (table: PlacedTable, stated: Stated, year: number, part: string | undefined): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAsPeriod(year, part),
  value: words.period(year, part),
});

/** One of the years as the figures' own: what a person states outright is not set aside by accepting something else. */
function useOneOf({ pack, tables }: DataYearInput, stated: readonly Stated[]): Pick<Problem, 'proposals' | 'oneOf'> {
  const main = tables.get(pack.main_table);
  if (!main) return {};
  const years = new Set(stated.map(({ year }) => year));
  const cell = wholeSheetCell(headerCell(main));
  const proposals = [...years].map((year): Proposal => ({
    kind: 'table',
    sheet: main.sheet,
    cell,
    words: words.useYear(year),
    value: year,
  }));
  return { proposals, ...(proposals.length > 1 && { oneOf: true }) };
}

const isAccepted = ({ decided }: DataYearInput, proposals: readonly Proposal[]): boolean =>
  proposals.some(({ sheet = '', ...proposal }) => decided?.by.accepts(sheet, proposal) === true);

/** The year of the proposal that a person accepted. */
function acceptedIn(input: DataYearInput, problem: Problem | undefined): number | undefined {
  const accepted = problem?.proposals?.find((one) => isAccepted(input, [{ sheet: problem.sheet ?? '', ...one }]));
  return typeof accepted?.value === 'number' ? accepted.value : undefined;
}

function unknown({ pack, tables, ...rest }: DataYearInput, main: PlacedTable): Problem {
  const needed = Object.values(pack.rules).some(({ kind }) => kind === 'target' || kind === 'count_target');
  const last = [...tables].find(([id]) => pack.tables[id]?.previous);
  const before = last && yearsOf({ pack, tables, ...rest }, ...last)[0];
  const likely = before ? before.year + 1 : Number(rest.asOf.slice(0, 4)) - 1;
  return {
    severity: needed ? 'warning' : 'info',
    code: 'data-year-unknown',
    sheet: main.sheet,
    cell: headerCell(main),
    proposals: [{ kind: 'table', cell: wholeSheetCell(headerCell(main)), words: words.isOfYear(likely), value: likely }],
    ...words.unknown(needed, before && { said: say(before), proposed: before.year + 1 }),
  };
}

function doubtful(why: string, nextStep: string, at: Stated, place = at.place): { dataYear: DataYear; problems: Problem[] } {
  return {
    dataYear: { ...NOBODY, source: at.source, place: placeOf(at), doubt: why },
    problems: [{ severity: 'error', code: 'data-year-contradictory', ...cellAt(place), message: words.contradictory(why), nextStep }],
  };
}

/** What a title states besides the year that the person chose. */
const chosen = (others: readonly Stated[], first: Stated): Problem[] =>
  others.length === 0
    ? []
    : [{ severity: 'info', code: 'data-year-chosen', ...cellAt(others[0]!.place), ...words.chosen(sayAll(others), say(first)) }];

/** Tables of this year that state another one: their figures are used, and someone should look. */
function otherYears(input: DataYearInput, year: number): Problem[] {
  const { pack, tables } = input;
  const ranks = rankTables(pack);
  return [...tables].flatMap(([id, table]): Problem[] => {
    const declared = pack.tables[id];
    if (id === pack.main_table || declared?.previous || declared?.base || ranks.has(id)) return [];
    const stated = yearsOf(input, id, table);
    const [first] = stated;
    if (!first || stated.some((one) => one.year === year)) return [];
    const proposals = [useAs(table, first, year)];
    if (isAccepted(input, proposals)) return [];
    return [
      { severity: 'warning', code: 'table-of-another-year', ...cellAt(first.place), ...words.otherTable(say(first), year), proposals },
    ];
  });
}

/** Lists of earlier years, nearest first, that say they are of other years: a zone would be counted twice for one year, or for one too long ago. */
function oddLists(
  input: DataYearInput,
  year: number | undefined,
): { readonly id: string; readonly why: string; readonly problem: Problem }[] {
  const found = new Map<string, { id: string; why: string; problem: Problem }>();
  for (const rule of Object.values(input.pack.rules)) {
    if (rule.kind !== 'position' || !rule.in) continue;
    // Ranks that others gave may be of an earlier year than the figures.
    const given = rule.imported && input.tables.get(rule.imported.table);
    const now = (given && yearsOf(input, rule.imported!.table, given)[0]?.year) ?? year;
    if (now === undefined) continue;
    rule.in.earlier.forEach(({ table: id }, before) => {
      const table = input.tables.get(id);
      const stated = table ? yearsOf(input, id, table) : [];
      const wanted = now - 1 - before;
      const [first] = stated;
      if (!first || found.has(id) || stated.some((one) => one.year === wanted)) return;
      const proposals = [useAs(table!, first, wanted)];
      if (isAccepted(input, proposals)) return;
      const why = words.oddList(say(first), wanted);
      found.set(id, {
        id,
        why,
        problem: { severity: 'error', code: 'odd-list-year', ...cellAt(first.place), ...words.oddListAsked(why), proposals },
      });
    });
  }
  return [...found.values()];
}

/** Ranks of earlier years and ranks that others gave have years of their own. */
function rankTables(pack: Pack): ReadonlySet<string> {
  return new Set(
    Object.values(pack.rules).flatMap((rule) =>
      rule.kind === 'position'
        ? [...(rule.imported ? [rule.imported.table] : []), ...(rule.in?.earlier ?? []).map(({ table }) => table)]
        : [],
    ),
  );
}

/** Figures are not of a later year than that in which they are looked at, unless a person says so. */
function later(input: DataYearInput, stated: Stated): Problem[] {
  const { asOf, pack, tables } = input;
  const main = tables.get(pack.main_table);
  if (stated.year <= Number(asOf.slice(0, 4))) return [];
  const proposals = main ? [{ ...useAs(main, stated, stated.year), words: words.stillOfYear(stated.year) }] : [];
  if (isAccepted(input, proposals)) return [];
  return [
    {
      severity: 'warning',
      code: 'data-year-after-day',
      ...cellAt(stated.place),
      ...words.afterDay(say(stated), asOf),
      ...(proposals.length > 0 && { proposals, oneOf: true as const }),
    },
  ];
}

function cellAt(place: string): { readonly sheet?: string; readonly cell?: string } {
  const at = place.lastIndexOf('!');
  if (at > 0) return { sheet: place.slice(0, at), cell: place.slice(at + 1) };
  return place === '' ? {} : { sheet: place };
}
