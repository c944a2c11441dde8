import type { Problem } from '../problem';
import { periodWords as words } from '../words/period';
import { periodBefore, periodPart } from './part';
import { cellAt, isAccepted, say, useAs, useAsPeriod, yearsOf, type DataYearInput } from './stated';

/** Lists of earlier years, nearest first, that say they are of other years: a zone would be counted twice for one year, or for one too long ago. */
export function oddLists(
  input: DataYearInput,
  { year, part }: { readonly year: number | undefined; readonly part: string | undefined },
): { readonly id: string; readonly why: string; readonly problem: Problem }[] {
  const found = new Map<string, { id: string; why: string; problem: Problem }>();
  for (const rule of Object.values(input.pack.rules)) {
    if (rule.kind !== 'position' || !rule.in) continue;
    // Ranks that others gave may be of an earlier year than the figures.
    const given = rule.imported && input.tables.get(rule.imported.table);
    const stated = given && yearsOf(input, rule.imported!.table, given)[0];
    const now = stated ?? (year === undefined ? undefined : { year, part });
    if (now === undefined) continue;
    const { period } = input.pack;
    const isPart = period !== 'year' && periodPart(period, now.part) !== undefined;
    rule.in.earlier.forEach(({ table: id }, before) => {
      const table = input.tables.get(id);
      const stated = table ? yearsOf(input, id, table) : [];
      const wanted = periodBefore(isPart ? period : 'year', now, before + 1);
      const [first] = stated;
      if (
        !first ||
        found.has(id) ||
        stated.some((one) => one.year === wanted.year && (!isPart || (one.part ?? wanted.part) === wanted.part))
      )
        return;
      const proposals = [isPart ? useAsPeriod(table!, first, wanted.year, wanted.part) : useAs(table!, first, wanted.year)];
      if (isAccepted(input, proposals)) return;
      const why = words.oddList(say(first), `${wanted.year}年${isPart ? (wanted.part ?? '') : ''}`);
      found.set(id, {
        id,
        why,
        problem: { severity: 'error', code: 'odd-list-year', ...cellAt(first.place), ...words.oddListAsked(why), proposals },
      });
    });
  }
  return [...found.values()];
}
