import { pathOf, type HeaderColumn } from '../describe/header-columns';
import type { Layout } from '../describe/layout';
import { yearColumnOf, yearOfTable, yearsOfRows, type TableYear } from '../describe/table-year';
import { foldText } from '../fold';
import type { TableSpec } from '../spec';
import type { Candidate } from './candidates';
import type { WantedYear } from './header-match';

/** What is known of the year that is assessed before a table is looked at. */
export interface YearChoice {
  /** The year that a person stated. */
  readonly stated?: number | undefined;
  /** Years of which the figures may be, by the date of assessment; empty where no date is known. */
  readonly likely: readonly number[];
}

export const NO_YEAR: YearChoice = { likely: [] };

/** Years of which the figures may be that are assessed on a date: those of the year before, as a rule, or of its own year. @param asOf YYYY-MM-DD */
export function likelyYears(asOf: string): readonly number[] {
  const year = Number(asOf.slice(0, 4));
  return [year - 1, year];
}

/** A candidate with the years of its table. */
export interface Dated extends Candidate {
  readonly dated: TableYear;
  /** Years of which it holds figures, where they are several: a column 年度, or headers that come once a year. */
  readonly several: readonly number[];
  /** Column that tells the years apart, where rows are of several years. */
  readonly yearColumn: number | undefined;
  /** Whether its sheet holds no other table that would do for the spec, or that the sheet is called after: then the sheet's name is the table's. */
  readonly alone: boolean;
  /** Specs for which another table on its sheet would do: the sheet may be called like that one. */
  readonly beside: ReadonlySet<string>;
  /** Headers tell this year's figures from last year's (本年, 上年). */
  readonly bothYears: boolean;
}

type Years = Pick<Dated, 'dated' | 'several' | 'yearColumn' | 'bothYears'>;

const known = new WeakMap<object, Years>();

const YEAR_WORDS = /(?:19|20)\d\d年?(?:度|末)?/gu;

/** Years of headers that differ in nothing else. */
function yearsOfHeaders(columns: readonly HeaderColumn[]): number[] {
  const byName = new Map<string, Set<number>>();
  for (const column of columns) {
    if (column.years.length !== 1) continue;
    const name = pathOf(column).replace(YEAR_WORDS, '');
    const years = byName.get(name);
    if (years) years.add(column.years[0]!);
    else byName.set(name, new Set(column.years));
  }
  return [...new Set([...byName.values()].filter(({ size }) => size > 1).flatMap((years) => [...years]))];
}

/** @param sheet a sheet's name, folded */
const isCalled = (spec: TableSpec, sheet: string): boolean => spec.sheet.some((hint) => foldText(hint) === sheet);

/** The candidates with the years that their tables name. */
export function datedCandidates(candidates: readonly Candidate[]): Dated[] {
  const bySheet = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { name } = candidate.layout.source.sheet;
    const same = bySheet.get(name);
    if (same) same.push(candidate);
    else bySheet.set(name, [candidate]);
  }
  return candidates.map((candidate) => {
    const { layout, spec } = candidate;
    let years = known.get(layout);
    if (!years) known.set(layout, (years = yearsOf(layout)));
    const others = (bySheet.get(layout.source.sheet.name) ?? []).filter(
      ({ layout: other }) => other.first !== layout.first || other.keyColumn !== layout.keyColumn,
    );
    const beside = new Set(others.map((other) => other.spec.id));
    const sheet = foldText(layout.source.sheet.name);
    // A table that says itself of which year it is does not take the name of its neighbour's sheet for its own.
    const guest = years.dated.year !== undefined && others.some((other) => isCalled(other.spec, sheet)) && !isCalled(spec, sheet);
    return { ...candidate, ...years, alone: !beside.has(spec.id) && !guest, beside };
  });
}

function yearsOf(layout: Layout): Years {
  const rows = yearsOfRows(layout);
  const said = yearOfTable(layout);
  const dated = rows.length === 1 && said.clash.length === 0 ? { ...said, year: rows[0] } : said;
  if (rows.length > 1) return { dated, several: rows, yearColumn: yearColumnOf(layout), bothYears: false };
  const others = layout.columns.filter(({ column }) => column !== layout.keyColumn);
  const several = yearsOfHeaders(others);
  return {
    dated: several.length > 1 ? dated : withHeaderYear(dated, layout, others),
    several,
    yearColumn: undefined,
    bothYears: others.some(({ lastYear }) => lastYear),
  };
}

/** Half of the columns of figures or more have to name one year before it is the table's. */
function withHeaderYear(dated: TableYear, { source }: Layout, columns: readonly HeaderColumn[]): TableYear {
  if (dated.year !== undefined || dated.clash.length > 0) return dated;
  const named = columns.filter(({ years }) => years.length === 1);
  const [first] = named;
  const ofFigures = columns.filter(({ unit }) => unit !== undefined).length;
  return first && named.length * 2 >= ofFigures && named.every(({ years }) => years[0] === first.years[0])
    ? { year: first.years[0], cell: source.cellName(first.row, first.column), clash: [] }
    : dated;
}

/** Which year's figures a chosen table gives to its spec. */
export function wantedYear({ spec, several, yearColumn, bothYears }: Dated, year: number | undefined): WantedYear {
  const back = spec.yearsBack ?? 0;
  return {
    year: year === undefined || spec.yearsBack === undefined ? undefined : year - back,
    lastYear: back > 0,
    named: back > 0 && yearColumn === undefined && (several.length > 1 || bothYears),
  };
}

export interface AssessedYear {
  /** Undefined where nobody and no table states it. */
  readonly year: number | undefined;
  /** Years between which a person has to choose. */
  readonly open: readonly number[];
  /** Whether tables are told apart by it: not where a person states a year that no main table bears. */
  readonly tells: boolean;
}

/**
 * The year that is assessed: stated, or named by the main table: the likely one of several, else the latest.
 * @param specs the main table's first
 */
export function assessedYear(specs: readonly TableSpec[], candidates: readonly Dated[], { stated, likely }: YearChoice): AssessedYear {
  const [main] = specs;
  if (main?.yearsBack !== 0) return { year: stated, open: [], tells: false };
  const own = candidates.filter((candidate) => candidate.spec.id === main.id && !calledAnother(candidate, specs));
  const named = [...new Set(own.flatMap(({ dated, several }) => (dated.year !== undefined ? [dated.year] : several)))];
  if (stated !== undefined) return { year: stated, open: [], tells: named.length === 0 || named.includes(stated) };
  const fitting = likely.filter((year) => named.includes(year));
  if (fitting.length > 1) return { year: undefined, open: fitting, tells: false };
  return { year: fitting[0] ?? (named.length > 0 ? Math.max(...named) : undefined), open: [], tells: true };
}

/** Whether the sheet's name says outright that the table is another spec's: it is called like it, or 上年. */
export function calledAnother({ spec, layout, alone }: Dated, specs: readonly TableSpec[]): boolean {
  if (!alone) return false;
  const sheet = foldText(layout.source.sheet.name);
  if (isCalled(spec, sheet)) return false;
  const others = specs.filter(({ id }) => id !== spec.id);
  if (others.some((other) => isCalled(other, sheet))) return true;
  const { lastYear } = layout.source.words;
  return lastYear.test(sheet) && !spec.sheet.some((hint) => lastYear.test(hint)) && others.some(({ yearsBack }) => yearsBack === 1);
}
