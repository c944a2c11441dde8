import type { UserSettings } from '../parameters/parameter-sheet';
import type { Problem, Proposal } from '../problem';
import { wholeSheetCell, type PlacedTable } from '../table/placed-table';
import { periodWords as words } from '../words/period';
import { oddLists } from './odd-lists';
import { partsOfYear, periodPart } from './part';
import {
  cellAt,
  headerCell,
  isAccepted,
  partIn,
  rankTables,
  say,
  sayAll,
  useAs,
  useAsBase,
  useAsPeriod,
  yearsOf,
  type DataYearInput,
  type Stated,
  type YearSource,
} from './stated';

export type { YearSource };

/** The year of the figures, read or stated; never that of the run. */
export interface DataYear {
  /** Undefined where nobody states it, and where what is stated does not agree. */
  readonly year: number | undefined;
  /** Part of the year that the figures are of ("1-11月"); undefined for the whole. */
  readonly part: string | undefined;
  readonly source: YearSource | undefined;
  /** The assessment's own year, where the pack's figures are of an earlier one. */
  readonly assessed?: number;
  /** "指标数据!A1" or a sheet's name: where the year stands. */
  readonly place: string | undefined;
  /** Why the year is not settled though it is stated: nothing that rests on it is concluded. */
  readonly doubt: string | undefined;
  /** Lists of earlier years' places that state another year than the rules take them for → why: nothing is counted from them. */
  readonly oddLists: ReadonlyMap<string, string>;
}

/** Parameter key by which a workbook states the year of its figures. */
export const DATA_YEAR = 'data_year';

/** The year that a person states outright: the workbook's parameter comes before the run's option. */
export function statedYear({ parameters }: UserSettings, option: number | undefined): number | undefined {
  const set = parameters.get(DATA_YEAR);
  return set ? Number(set.value) : option;
}

const NOBODY: DataYear = { year: undefined, part: undefined, source: undefined, place: undefined, doubt: undefined, oddLists: new Map() };

/**
 * The year of the figures: the parameter comes before the run's option, both before what titles, sheet name and headers of the main table
 * say. Where these contradict each other, or the tables of earlier years are not of earlier years, it is asked and nothing is settled.
 */
export function findDataYear(input: DataYearInput): { readonly dataYear: DataYear; readonly problems: readonly Problem[] } {
  const { dataYear, problems } = settle(input);
  const odd = oddLists(input, dataYear);
  return {
    dataYear: { ...dataYear, oddLists: new Map(odd.flatMap(({ id, why, isCounted }) => (isCounted ? [[id, why] as const] : []))) },
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
  const open = openPart(input, first, read);
  if (open) return open;
  const said = acceptedPart(input, first) ?? partIn([first, ...read], first.year);
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
  const { figures_before: before } = pack;
  const dataYear: DataYear = {
    year: first.year,
    part,
    ...(before > 0 && { assessed: first.year + before }),
    source: first.source,
    place: placeOf(first),
    doubt: undefined,
    oddLists: new Map(),
  };
  return { dataYear, problems: [...chosen(others, first), ...otherYears(input, first.year), ...later(input, first)] };
}

type Settled = ReturnType<typeof settle>;

const ofMainPart = (input: DataYearInput, stated: Stated, part: string): Proposal[] => {
  const main = input.tables.get(input.pack.main_table);
  return main ? [useAsPeriod(main, stated, stated.year, part)] : [];
};

/** The part of the year that a person accepted for a pack that assesses parts. */
function acceptedPart(input: DataYearInput, first: Stated): string | undefined {
  const { period } = input.pack;
  if (period === 'year') return undefined;
  return partsOfYear(period).find((part) => isAccepted(input, ofMainPart(input, first, part)));
}

/** Where a pack assesses parts of the year: the main table says no such part, or more than one; undefined where it says one. */
function openPart(input: DataYearInput, first: Stated, read: readonly Stated[]): Settled | undefined {
  const { period } = input.pack;
  if (period === 'year' || acceptedPart(input, first) !== undefined) return undefined;
  const stating = read.filter((one) => one.year === first.year && one.part !== undefined);
  const parts = [...new Set(stating.map(({ part }) => part!))];
  const fitting = parts.filter((part) => periodPart(period, part) !== undefined);
  if (parts.length === 1 && fitting.length === 1) return undefined;
  const at = stating[0] ?? read[0] ?? first;
  const why = parts.length === 0 ? words.noPart(period, `${first.year}年`) : words.otherParts(period, sayAll(stating));
  const { dataYear, problems } = doubtful(why, words.partNext(period), at);
  const proposals = (fitting.length > 0 ? fitting : partsOfYear(period)).flatMap((part) => ofMainPart(input, first, part));
  return { dataYear, problems: problems.map((one) => ({ ...one, proposals, oneOf: true as const })) };
}

/** The part of the year that a table states; where a pack assesses parts, one that is not the wanted one comes first. */
function otherPartIn({ pack }: DataYearInput, stated: readonly Stated[], year: number, wanted: string | undefined): string | undefined {
  const other = stated.find((one) => one.year === year && one.part !== undefined && one.part !== wanted);
  return pack.period !== 'year' && other ? other.part : partIn(stated, year);
}

/** What is stated for the run stands nowhere in the workbook. */
const placeOf = ({ place }: Stated): string | undefined => (place === '' ? undefined : place);

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
    const theirs = otherPartIn(input, stated, fits.year, part);
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
