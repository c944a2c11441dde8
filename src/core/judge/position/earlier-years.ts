import { placeAt, type ImportedRanks, type RankSource } from '../../measure/imported-ranks';
import { earlierList, mixesPopulations, populationOf, type Belonging } from '../../ranking/earlier-list';
import { cellAt, placeOfCell } from '../../table/placed-table';
import { judgeWords as words } from '../../words/judge';
import { endOf, numberOf, type JudgeContext } from '../judge-context';
import { thisYears, yearsHit } from '../listing';
import { ask, askRanks } from './ask-ranks';
import type { PositionRule } from './candidate';

/** In how many of the last years a subject stood on the list, this year included. */
export type YearsListed =
  | { readonly listed: 'enough'; readonly said: string; readonly cells: readonly string[] }
  | { readonly listed: 'too_few' }
  | { readonly listed: 'unknown'; readonly why: string };

/**
 * Counts the years of the rule's `in` over the sheets of earlier years, with or without this one. A share counts of those who took part in each year.
 */
export function yearsListed(context: JudgeContext, rule: PositionRule, subject: string): YearsListed {
  const wanted = rule.in!;
  const years = numberOf(context, wanted.years)!;
  const of = numberOf(context, wanted.of_last)!;
  const counted = thisYears(wanted);
  const { period } = context.pack;
  const earlier = wanted.earlier.slice(0, of - counted);
  const hits = earlier.map((source) => listedEarlier(context, rule, source, subject));
  const { verdict, sure } = yearsHit(hits, years, of, counted);
  if (verdict === 'enough')
    return {
      listed: 'enough',
      said: counted === 1 ? words.years(sure, of, period) : words.yearsBefore(sure, of, period),
      cells: earlier.flatMap((source) => placeCell(context, source, subject)),
    };
  return verdict === 'unknown'
    ? { listed: 'unknown', why: `${wanted.this_year === 'ignored' ? '' : words.listedNow(period)}${whyUnknown(context, earlier, subject)}` }
    : { listed: 'too_few' };
}

function whyUnknown(context: JudgeContext, sources: readonly RankSource[], subject: string): string {
  const { period } = context.pack;
  const absent = sources
    .filter((source) => !context.figures.tables.has(source.table))
    .map((source) => context.pack.tables[source.table]?.sheet[0] ?? source.table);
  if (absent.length > 0) return words.yearsMissing(absent.join('、'), period);
  const odd = sources.flatMap((source) => context.dataYear.oddLists.get(source.table) ?? []);
  if (odd.length > 0) return words.yearsOdd(odd.join('；'));
  const names = sources.map((source) => context.figures.sheetOf(source.table)).join('、');
  // A place is stated there, but it contradicts itself or the list it stands on.
  const isStated = sources.every(({ table, rank, from_last }) => {
    const row = context.figures.rowByKey(table, subject);
    const read = context.figures.tables.get(table)?.columns;
    return row !== undefined && [rank, from_last].some((key) => !Number.isNaN(read?.get(key ?? '')?.values[row] ?? NaN));
  });
  return isStated ? words.yearsDoubtful(names, period) : words.yearsUnknown(names, period);
}

/** The cell that states the subject's place in an earlier year. */
function placeCell(context: JudgeContext, source: RankSource, subject: string): string[] {
  const table = context.figures.tables.get(source.table);
  const row = context.figures.rowByKey(source.table, subject);
  const column = table?.columns.get(source.from_last ?? source.rank ?? '');
  return table && column && row !== undefined ? [placeOfCell(table, column, row)] : [];
}

/** Was the subject on the list of an earlier year? undefined where that cannot be told. */
function listedEarlier(context: JudgeContext, rule: PositionRule, source: RankSource, subject: string): boolean | undefined {
  const table = context.figures.tables.get(source.table);
  if (!table || context.dataYear.oddLists.has(source.table)) return undefined;
  const fromLast = rule.last !== undefined;
  const row = context.figures.rowByKey(source.table, subject);
  if (row === undefined) return undefined;
  const list = earlierList(context.figures, populationOf(context.pack, rule.ranking), source, table);
  const { ranks, belongs } = list;
  if (ranks.doubts.has(row)) return undefined;
  if (belongs[row] === 'out') return false;
  const took = ranks.total[row]!;
  const n = endOf(context, rule.last ?? rule.first!, Number.isNaN(took) ? belongs.filter((one) => one === 'in').length : took)!;
  const stated = placeAt(ranks, row, fromLast);
  const byTotal = stated === undefined ? undefined : stated <= n;
  if (byTotal !== undefined && !mixesPopulations(list)) return belongs[row] === 'in' || !byTotal ? byTotal : undefined;
  const byOrder = fromLast ? listedByOrder(ranks, belongs, row, n) : undefined;
  // A number of participants that counts other populations too says less than the order among those of this one.
  if (byTotal !== undefined && byTotal !== byOrder) return undefined;
  return belongs[row] === 'in' || byOrder === false ? byOrder : undefined;
}

/** Whether so few of the population stand behind a row that it is among the last n, by the order of the ranks alone. */
function listedByOrder(ranks: ImportedRanks, belongs: readonly Belonging[], row: number, n: number): boolean | undefined {
  const own = ranks.rank[row] ?? NaN;
  if (Number.isNaN(own)) return undefined;
  let behind = 0;
  let perhaps = 0;
  ranks.rank.forEach((rank, other) => {
    if (other === row || belongs[other] === 'out' || rank <= own) return;
    // Someone without a place, or perhaps of another population, may stand behind the subject as well.
    if (rank > own && belongs[other] === 'in') behind++;
    else perhaps++;
  });
  return behind >= n ? false : behind + perhaps >= n ? undefined : true;
}

/** What is doubtful about the lists of earlier years: ranks that contradict each other, lists that run through several populations. */
export function askEarlierLists(context: JudgeContext, rule: PositionRule): void {
  for (const source of rule.in?.earlier ?? []) {
    const table = context.figures.tables.get(source.table);
    if (!table) continue;
    const list = earlierList(context.figures, populationOf(context.pack, rule.ranking), source, table);
    askRanks(context, table, list.ranks);
    if (!mixesPopulations(list)) continue;
    const row = list.belongs.indexOf('out');
    ask(context, {
      severity: 'warning',
      code: 'mixed-ranks',
      ...cellAt(table, row, table.columns.get(table.spec.key)?.column ?? 0),
      ...words.mixedRanks(table.sheet, table.keys[row] ?? ''),
    });
  }
}
