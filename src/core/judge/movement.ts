import type { RuleOf } from '../pack/rule-schema';
import { earlierList, mixesPopulations, populationOf } from '../ranking/earlier-list';
import { openCells } from '../ranking/open-cells';
import { placesOf } from '../ranking/population';
import { placeOfCell } from '../table/placed-table';
import { judgeWords as words } from '../words/judge';
import { numberOf, unsetParameter, type JudgeContext } from './judge-context';
import { cellsOfPlace, statusOf, undecided } from './listing';
import { askRanks } from './position/ask-ranks';
import { applies, type Verdicts } from './verdicts';

/** Subjects that gained (lost) so many places against an earlier list; certain only where every place that they can come to says so. */
export function judgeMovement(context: JudgeContext, verdicts: Verdicts, rule: RuleOf<'movement'>): void {
  const unset = unsetParameter(context, [rule.up_at_least, rule.down_at_least]);
  if (unset !== undefined) return verdicts.off(unset);
  const { figures, pack } = context;
  const ranked = context.rankings.get(rule.ranking);
  if (!ranked || ranked.ranked === 0) return verdicts.nobody(words.nothingRanked(pack.rankings[rule.ranking]?.title ?? rule.ranking));
  const table = figures.tables.get(rule.earlier.table);
  if (!table) {
    const declared = pack.tables[rule.earlier.table];
    const [sheet, row] = [declared?.sheet[0] ?? rule.earlier.table, declared?.row ?? pack.subject];
    return verdicts.missingForAll(words.noSheet(sheet, row), [{ sheet, row, column: undefined }]);
  }
  const odd = context.dataYear.oddLists.get(rule.earlier.table);
  if (odd !== undefined) return verdicts.missingForAll(words.movedOdd(odd));
  const list = earlierList(figures, populationOf(pack, rule.ranking), rule.earlier, table);
  const { ranks, belongs } = list;
  askRanks(context, table, ranks);
  // A place among all levels says nothing of the places within one.
  if (mixesPopulations(list)) return verdicts.missingForAll(words.movedMixed(table.sheet));
  const isUp = rule.up_at_least !== undefined;
  const least = numberOf(context, rule.up_at_least ?? rule.down_at_least!)!;
  const main = { table: pack.main_table };
  const limit = words.movedAtLeast(isUp, least);
  for (const place of ranked.order) {
    const row = ranked.rows[place]!;
    const interval = placesOf(ranked, place);
    if (!interval || !applies(context, verdicts, pack.main_table, row)) continue;
    const subject = figures.subject(main, row);
    const at = figures.rowByKey(rule.earlier.table, subject);
    const before = at === undefined || ranks.doubts.has(at) ? NaN : (ranks.rank[at] ?? NaN);
    const isElsewhere = at !== undefined && belongs[at] !== 'in';
    if (at === undefined || isElsewhere || Number.isNaN(before)) {
      const why = isElsewhere ? words.movedBetween(table.sheet) : words.noImportedRank(table.sheet, subject);
      verdicts.missing(subject, at === undefined ? words.notListedBefore(table.sheet) : why);
      continue;
    }
    const rank = ranked.rank[place]!;
    const [best, worst] = interval.map((end) => (isUp ? before - end : end - before)) as [number, number];
    const [most, surely] = isUp ? [best, worst] : [worst, best];
    if (most < least) continue;
    const column = table.columns.get(rule.earlier.rank);
    const cells = column ? [placeOfCell(table, column, at)] : [];
    const now = rank === 0 ? NaN : isUp ? before - rank : rank - before;
    const provisional = openCells(figures, ranked, place).length > 0;
    const said = [
      rank === 0
        ? words.notYetPlaced(subject, ranked.title)
        : words.placed(subject, ranked.title, String(rank), ranked.ranked, provisional),
      words.placedBefore(before),
      ...(now >= 0 ? [words.moved(isUp, now)] : []),
      ...(interval[0] === interval[1] ? [] : [words.interval(...interval)]),
    ];
    const value = Number.isNaN(now) ? '—' : words.moved(isUp, now);
    if (surely < least) {
      const { status, word } = undecided(now >= least);
      verdicts.add(subject, status, said, {
        word,
        cells,
        value,
        limit,
        consequence: undefined,
        certainty: 'possible',
        settle: cellsOfPlace(figures, ranked, place),
      });
      continue;
    }
    if (ranked.places) said.push(words.movedWithin);
    verdicts.add(subject, statusOf(rule.colour ?? (isUp ? 'green' : 'yellow')), said, {
      word: words.listed,
      cells,
      value,
      limit,
      consequence: rule.consequence,
    });
  }
}
