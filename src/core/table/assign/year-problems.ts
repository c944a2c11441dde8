import type { Problem, Proposal, Severity } from '../../problem';
import { tableWords } from '../../words/table';
import { wholeSheetCell } from '../placed-table';
import type { TableSpec } from '../spec';
import type { AssessedYear, Dated, YearChoice } from './assessed-year';

const placeOf = ({ layout, dated }: Dated): { readonly sheet: string; readonly cell: string } => ({
  sheet: layout.source.sheet.name,
  cell: dated.cell ?? layout.source.cellName(layout.first, layout.keyColumn),
});

const useYear = ({ dated: { cell }, layout: { source, first, keyColumn } }: Dated, year: number): Proposal => ({
  kind: 'table',
  cell: cell ?? wholeSheetCell(source.cellName(first, keyColumn)),
  words: tableWords.useYear(year),
  value: year,
});

/** The table of another year as that of the year wanted. */
const useAs = ({ spec, layout: { source, first, keyColumn } }: Dated, year: number): Proposal => ({
  kind: 'table',
  cell: source.cellName(first, keyColumn),
  words: tableWords.useAs(year),
  value: spec.id,
});

/** A spec whose tables all name another year than is wanted; undefined where there are none. */
export function otherYears(
  spec: TableSpec,
  candidates: readonly Dated[],
  { year }: AssessedYear,
  isMain: boolean,
  { stated }: YearChoice,
): Problem | undefined {
  const [first] = candidates;
  if (!first || year === undefined || spec.yearsBack === undefined) return undefined;
  const found = first.dated.year ?? first.several[0];
  // Last year's table that is not there is none: a table of some other year need not be it.
  if (found === undefined || spec.yearsBack > 0) return undefined;
  const place = placeOf(first);
  return {
    severity: spec.optional ? 'error' : 'block',
    code: 'table-year',
    ...place,
    ...tableWords.tableOfOtherYear(spec.rowWord, found, year - spec.yearsBack),
    ...(isMain && stated === undefined
      ? { proposals: [useYear(first, found)] }
      : { proposals: [useAs(first, year - spec.yearsBack)], oneOf: true as const }),
  };
}

/** Two tables that only their years tell apart, where neither is of the year wanted: a person says which year is meant. */
export function yearsBetween(one: Dated, other: Dated): Problem | undefined {
  const years = [one.dated.year, other.dated.year].filter((year) => year !== undefined);
  if (one.spec.yearsBack === undefined || new Set(years).size < 2) return undefined;
  const place = placeOf(one);
  const proposals = years.map((year) => useYear(one, year));
  return { severity: 'block', code: 'table-year', ...place, ...tableWords.yearOpen(years), proposals, oneOf: true };
}

/**
 * A main table whose year nobody can tell, or that is of a year long past. What its titles contradict is asked where the year of the
 * figures is settled (period/data-year.ts).
 */
export function yearUnclear(
  chosen: Dated,
  isMain: boolean,
  { year, open }: AssessedYear,
  { stated, likely }: YearChoice,
): Problem | undefined {
  const { dated, several } = chosen;
  if (!isMain || stated !== undefined) return undefined;
  const place = placeOf(chosen);
  const ask = (severity: Severity, words: { message: string; nextStep: string }, years: readonly number[]): Problem => ({
    severity,
    code: 'table-year',
    ...place,
    ...words,
    proposals: years.map((one) => useYear(chosen, one)),
    ...(years.length > 1 && { oneOf: true as const }),
  });
  if (open.length > 1) return ask('block', tableWords.yearOpen(open), open);
  const [earliest] = likely;
  if (earliest === undefined || year === undefined || year >= earliest) return undefined;
  if (several.length > 1) return ask('block', tableWords.yearOpen(several), several);
  if (dated.year === undefined) return undefined;
  return ask('warning', tableWords.yearUnlikely(dated.year, likely), [dated.year]);
}
