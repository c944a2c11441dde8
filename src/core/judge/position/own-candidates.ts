import { inFirst, inLast, lacksWhatOthersHave, whyUnranked } from '../../ranking/population';
import { placeOfCell } from '../../table/placed-table';
import { judgeWords as words } from '../../words/judge';
import type { JudgeContext } from '../judge-context';
import type { Verdicts } from '../verdicts';
import type { Candidate, PositionRule } from './candidate';

/** First or last N of one of this pack's own rankings, ties included; those without a place are grey. */
export function ownCandidates(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number): Candidate[] {
  const ranked = context.rankings.get(rule.ranking!);
  if (!ranked) return [];
  const { figures, pack } = context;
  const title = ranked.title;
  const main = { table: pack.main_table };
  const table = figures.tables.get(pack.main_table);
  const candidates: Candidate[] = [];
  const listed = rule.last === undefined ? inFirst(ranked, n) : inLast(ranked, n);
  const rankedCount = ranked.ranked;
  for (const place of ranked.order) {
    const row = ranked.rows[place]!;
    const subject = figures.subject(main, row);
    if (!figures.passes(rule.for, pack.main_table, row)) continue;
    if (ranked.rank[place] === 0) {
      verdicts.missing(subject, words.notRanked(subject, title, whyUnranked(ranked, place)));
      continue;
    }
    if (!listed.has(place)) continue;
    const rank = String(ranked.rank[place]);
    const tied = ranked.tied[place] === 1;
    const said =
      (rule.last === undefined ? words.firstPlace : words.lastPlace)(subject, title, rank, rankedCount, n, tied) +
      (lacksWhatOthersHave(ranked, place) ? words.placedWithGaps : '');
    const key = table?.columns.get(table.spec.key);
    candidates.push({
      subject,
      said,
      value: `${rank}/${rankedCount}`,
      cells: table && key ? [placeOfCell(table, key, row)] : [],
      tied,
      table: pack.main_table,
      row,
    });
  }
  if (candidates.length > n && !rule.in)
    context.problems.push({ severity: 'info', code: 'tie-at-edge', ...words.tiedMore(rule.title, candidates.length, n) });
  if (rankedCount > 1 && candidates.length === rankedCount) {
    context.problems.push({ severity: 'warning', code: 'all-listed', ...words.allListed(rule.title, rankedCount) });
  }
  return candidates;
}
