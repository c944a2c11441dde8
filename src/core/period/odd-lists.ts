import { earlierResults } from '../pack/earlier-results';
import type { Problem } from '../problem';
import { periodWords as words } from '../words/period';
import { periodBefore, periodPart } from './part';
import { cellAt, isAccepted, say, useAs, useAsPeriod, yearsOf, type DataYearInput } from './stated';

export interface OddList {
  readonly id: string;
  readonly why: string;
  /** Whether rules count it; else scores have gone by it, and someone should look. */
  readonly isCounted: boolean;
  readonly problem: Problem;
}

/** Tables of earlier results that say they are of other years: a zone would be counted twice for one year, or for one too long ago. */
export function oddLists(
  input: DataYearInput,
  { year, part }: { readonly year: number | undefined; readonly part: string | undefined },
): OddList[] {
  const found = new Map<string, OddList>();
  const { period } = input.pack;
  for (const { table: id, back, use, given } of earlierResults(input.pack)) {
    // Ranks that others gave may be of an earlier year than the figures.
    const outside = given === undefined ? undefined : input.tables.get(given);
    const now = (outside && yearsOf(input, given!, outside)[0]) ?? (year === undefined ? undefined : { year, part });
    const table = input.tables.get(id);
    const stated = table ? yearsOf(input, id, table) : [];
    const [first] = stated;
    if (now === undefined || !table || !first || found.has(id)) continue;
    const isPart = period !== 'year' && periodPart(period, now.part) !== undefined;
    const wanted = periodBefore(isPart ? period : 'year', now, back);
    if (stated.some((one) => one.year === wanted.year && (!isPart || (one.part ?? wanted.part) === wanted.part))) continue;
    const proposals = [isPart ? useAsPeriod(table, first, wanted.year, wanted.part) : useAs(table, first, wanted.year)];
    if (isAccepted(input, proposals)) continue;
    const isCounted = use === 'list';
    const why = words.oddList(say(first), `${wanted.year}年${isPart ? (wanted.part ?? '') : ''}`);
    const asked = { ...cellAt(first.place), ...(isCounted ? words.oddListAsked(why) : words.oddTotalAsked(why)), proposals };
    found.set(id, { id, why, isCounted, problem: { severity: isCounted ? 'error' : 'warning', code: 'odd-list-year', ...asked } });
  }
  return [...found.values()];
}
