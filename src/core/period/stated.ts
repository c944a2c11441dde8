import type { Decided } from '../decided';
import type { SheetGrid } from '../grid';
import { earlierResults } from '../pack/earlier-results';
import type { Pack } from '../pack/schema';
import type { UserSettings } from '../parameters/parameter-sheet';
import type { Proposal } from '../problem';
import { cellOf, wholeSheetCell, type PlacedTable } from '../table/placed-table';
import { foldText } from '../table/fold';
import { periodWords as words } from '../words/period';
import { periodPart, type PeriodKind } from './part';
import { namesAssessment } from './year-text';
import { statedYears, type YearStatement } from './table-years';

/** decision: accepted by a person; parameter: the user's 数据年度; option: stated for this run; the others: read from the main table. */
export type YearSource = 'decision' | 'parameter' | 'option' | YearStatement['from'];

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
export interface Stated {
  readonly year: number;
  readonly part: string | undefined;
  readonly source: YearSource;
  readonly place: string;
  /** The assessment's year, where the text names that. */
  readonly assessed?: number;
}

export const say = ({ year, part, source, place, assessed }: Stated): string =>
  words.said[source](place, assessed === undefined ? `${year}年${part ?? ''}` : words.ofAssessment(assessed, year));

export const sayAll = (stated: readonly Stated[]): string => [...new Set(stated.map(say))].join('，');

/** Title and header may share the work: 2016年度 above, 1-11月 below. */
export const partIn = (stated: readonly Stated[], year: number): string | undefined =>
  stated.find((one) => one.year === year && one.part !== undefined)?.part;

/** A part of the year that no year stands before. */
const BARE_PART = /(?<![年\d-])(上半年|下半年|前?第?[一二三四1-4]个?季度|(?:\d{1,2}-)?\d{1,2}月)/u;

/** Whether a title names the assessment, whose figures are of an earlier year. */
export const isOfAssessment = ({ figures_before: before }: Pack, title: string): boolean => before > 0 && namesAssessment(title);

export function yearsOf(
  { pack, sheets, tables }: Pick<DataYearInput, 'pack' | 'sheets' | 'tables'>,
  id: string,
  table: PlacedTable,
): Stated[] {
  // A sheet that holds this year's and last year's table is called by this year's.
  const owner = [...tables].find(([, one]) => one.sheet === table.sheet)?.[0] === id;
  const { period } = pack;
  const stated = statedYears(table, sheets, [...tables.values()], owner, period === 'month').map(
    ({ year, part, from, sheet, cell, words: said }) => ({
      ...(isOfAssessment(pack, said) ? { year: year - pack.figures_before, assessed: year } : { year }),
      // 1-6月 and 上半年 are one; what is no period of the pack's stays as it is written, and is asked.
      part: period === 'year' ? part : (periodPart(period, part) ?? part),
      source: from,
      place: cell === undefined ? sheet : `${sheet}!${cell}`,
    }),
  );
  const [first] = stated;
  return period === 'year' || !first ? stated : [...stated, ...partsOfHeaders(table, period, first.year)];
}

/** Headers that name a part and no year: of the table's year. */
function partsOfHeaders(table: PlacedTable, period: Exclude<PeriodKind, 'year'>, year: number): Stated[] {
  return [...table.columns.values()].flatMap(({ spec, header, column }): Stated[] => {
    const [, said] = (spec.kind === 'number' && BARE_PART.exec(foldText(header))) || [];
    const { sheet, cell } = cellAt(`${table.sheet}!${cellOf(table, table.header.last, column)}`);
    return said === undefined ? [] : [{ year, part: periodPart(period, said) ?? said, source: 'header', place: `${sheet}!${cell}` }];
  });
}

/** The cell that states a year; where a sheet's name does, its first one. */
function cellOfYear(table: PlacedTable, { place }: Stated): { readonly sheet: string; readonly cell: string } {
  const { sheet = table.sheet, cell } = cellAt(place);
  return { sheet, cell: cell ?? wholeSheetCell(headerCell(table)) };
}

export const headerCell = (table: PlacedTable): string => cellOf(table, table.header.first, table.columns.get(table.spec.key)?.column ?? 0);

export const useAs = (table: PlacedTable, stated: Stated, year: number): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAs(year),
  value: year,
});

/** A table as that of the base year, whatever year it names. */
export const useAsBase = (table: PlacedTable, stated: Stated): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAsBase,
  value: words.base,
});

/** A table's figures as those of a part of the year, or of all of it. */
export const useAsPeriod = (table: PlacedTable, stated: Stated, year: number, part: string | undefined): Proposal => ({
  kind: 'table',
  ...cellOfYear(table, stated),
  words: words.useAsPeriod(year, part),
  value: words.period(year, part),
});

export const isAccepted = ({ decided }: DataYearInput, proposals: readonly Proposal[]): boolean =>
  proposals.some(({ sheet = '', ...proposal }) => decided?.by.accepts(sheet, proposal) === true);

/** Results of earlier years and ranks that others gave have years of their own. */
export function rankTables(pack: Pack): ReadonlySet<string> {
  const given = Object.values(pack.rules).flatMap((rule) => (rule.kind === 'position' && rule.imported ? [rule.imported.table] : []));
  return new Set([...given, ...earlierResults(pack).map(({ table }) => table)]);
}

export function cellAt(place: string): { readonly sheet?: string; readonly cell?: string } {
  const at = place.lastIndexOf('!');
  if (at > 0) return { sheet: place.slice(0, at), cell: place.slice(at + 1) };
  return place === '' ? {} : { sheet: place };
}
