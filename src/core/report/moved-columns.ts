import { lastYearOf } from '../ranking/last-year';
import type { RankedPopulation } from '../ranking/population';
import { movementWords as words } from '../words/movement';
import type { RankingColumn } from './ranking-columns';
import type { ReportContext } from './report-context';
import { columnWidth } from './width';

/** Places of last year, how far each moved since, and where they come from; nothing where no list of the ranking's own population is there. */
export function movedColumns(
  context: ReportContext,
  ranked: RankedPopulation,
  order: readonly number[],
): { readonly columns: readonly RankingColumn[]; readonly note?: string } {
  const { book, pack, figures } = context;
  // What another document's standard ranks has no list of its own.
  const last = context.standardLine === undefined ? lastYearOf(context, ranked) : undefined;
  if (!last) return { columns: [] };
  const style = book.style('centre');
  const text = (header: string, values: readonly string[]): RankingColumn => ({
    header,
    body: { kind: 'text', values, style },
    width: 8,
    least: columnWidth('', values, { least: 4, most: 8 }),
  });
  const moved = order.map((place) => last.moved(place));
  return {
    columns: [
      text(
        words.lastRank(pack.period),
        order.map((place) => (Number.isNaN(last.ranks[place]) ? '—' : String(last.ranks[place]))),
      ),
      text(words.movedHeader, moved.map(words.moved)),
    ],
    note: words.lastFrom(
      figures.sheetOf(last.table),
      pack.period,
      moved.some((by) => by !== undefined),
    ),
  };
}
