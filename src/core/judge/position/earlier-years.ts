import { columnsOf } from '../../pack/references';
import { foldText } from '../../table/fold';
import { placeOfCell } from '../../table/placed-table';
import type { ReadTable } from '../../table/spec';
import { judgeWords as words } from '../../words/judge';
import { numberOf, type JudgeContext } from '../judge-context';
import type { PositionRule } from './candidate';
import { placeIn, type RankSource } from './imported-place';

/** In how many of the last years a subject stood on the list, this year included. */
export type YearsListed =
  | { readonly listed: 'enough'; readonly said: string; readonly cells: readonly string[] }
  | { readonly listed: 'too_few' }
  | { readonly listed: 'unknown'; readonly why: string };

/**
 * Counts the years of the rule's `in` over the sheets of earlier years.
 * @param n places that count as the list
 */
export function yearsListed(context: JudgeContext, rule: PositionRule, n: number, subject: string): YearsListed {
  const wanted = rule.in!;
  const years = numberOf(context, wanted.years)!;
  const of = numberOf(context, wanted.of_last)!;
  const earlier = wanted.earlier.slice(0, of - 1);
  const hits = earlier.map((source) => listedEarlier(context, rule, source, n, subject));
  const sure = 1 + hits.filter((hit) => hit === true).length;
  const open = hits.filter((hit) => hit === undefined).length + Math.max(0, of - 1 - earlier.length);
  if (sure >= years)
    return { listed: 'enough', said: words.years(sure, of), cells: earlier.flatMap((source) => placeCell(context, source, subject)) };
  return sure + open >= years ? { listed: 'unknown', why: whyUnknown(context, earlier) } : { listed: 'too_few' };
}

function whyUnknown(context: JudgeContext, sources: readonly RankSource[]): string {
  const absent = sources
    .filter((source) => !context.figures.tables.has(source.table))
    .map((source) => context.pack.tables[source.table]?.sheet[0] ?? source.table);
  return absent.length > 0
    ? words.yearsMissing(absent.join('、'))
    : words.yearsUnknown(sources.map((source) => context.figures.sheetOf(source.table)).join('、'));
}

/** The cell that states the subject's place in an earlier year. */
function placeCell(context: JudgeContext, source: RankSource, subject: string): string[] {
  const table = context.figures.tables.get(source.table);
  const row = context.figures.rowByKey(source.table, subject);
  const column = table?.columns.get(source.from_last ?? source.rank ?? '');
  return table && column && row !== undefined ? [placeOfCell(table, column, row)] : [];
}

/** Was the subject on the list of an earlier year? undefined where that cannot be told. */
function listedEarlier(context: JudgeContext, rule: PositionRule, source: RankSource, n: number, subject: string): boolean | undefined {
  const table = context.figures.tables.get(source.table);
  if (!table) return undefined;
  const fromLast = rule.last !== undefined;
  const row = context.figures.rowByKey(source.table, subject);
  if (row === undefined) return undefined;
  const place = placeIn(source, table, row, fromLast);
  const ranks = source.rank === undefined ? undefined : table.columns.get(source.rank)?.values;
  const own = ranks?.[row] ?? NaN;
  if (place === undefined && (Number.isNaN(own) || !fromLast)) return undefined;
  if (!samePopulation(context, rule, table, row)) return false;
  const others = [...(ranks ?? [])].filter((_, other) => other !== row && samePopulation(context, rule, table, other));
  if (place !== undefined) {
    const stated = source.from_last !== undefined && !Number.isNaN(table.columns.get(source.from_last)?.values[row] ?? NaN);
    // Ties share the best place: those level with the subject do not stand behind it. A stated place from the last is taken as it is.
    return place - (fromLast && !stated ? others.filter((rank) => rank === own).length : 0) <= n;
  }
  const behind = others.filter((rank) => rank > own).length;
  if (behind >= n) return false;
  // Someone without a place may stand behind the subject as well.
  return behind + others.filter((rank) => Number.isNaN(rank)).length >= n ? undefined : true;
}

/** The earlier year's list is taken over the same kind of zone: by that sheet's own column, else by this year's list of zones. */
function samePopulation(context: JudgeContext, rule: PositionRule, table: ReadTable, row: number): boolean {
  const population = rule.ranking === undefined ? undefined : context.pack.rankings[rule.ranking]?.population;
  return Object.entries(population ?? {}).every(([column, wanted]) => {
    const own = columnsOf(context.pack, table.spec.id)[column] ? table.columns.get(column)?.texts[row] : undefined;
    if (own !== undefined && own !== '') return wanted.some((value) => foldText(value) === foldText(own));
    const now = context.figures.rowByKey(context.pack.main_table, table.keys[row] ?? '');
    return now === undefined || context.figures.passes({ [column]: wanted }, context.pack.main_table, now);
  });
}
