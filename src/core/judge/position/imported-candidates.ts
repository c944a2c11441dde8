import { placeOfCell } from '../../table/placed-table';
import { judgeWords as words } from '../../words/judge';
import type { JudgeContext } from '../judge-context';
import type { Verdicts } from '../verdicts';
import type { Candidate, PositionRule } from './candidate';
import { placeIn } from './imported-place';

/** First or last N of imported ranks, taken as they are. */
export function importedCandidates(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number): Candidate[] {
  const source = rule.imported!;
  const { figures } = context;
  const table = figures.tables.get(source.table);
  if (!table) {
    const declared = context.pack.tables[source.table];
    verdicts.missingForAll(words.noSheet(declared?.sheet[0] ?? source.table, declared?.row ?? ''));
    return [];
  }
  const fromLast = rule.last !== undefined;
  const candidates: Candidate[] = [];
  const places = Array.from(table.rows, (_, row) => placeIn(source, table, row, fromLast));
  places.forEach((place, row) => {
    const subject = figures.subject({ table: source.table }, row);
    const membership = figures.membership(rule.for, source.table, row);
    if (membership === 'out') return;
    const cells = [source.from_last, source.rank, source.total, source.item].flatMap((column) => {
      const read = column === undefined ? undefined : table.columns.get(column);
      return read ? [placeOfCell(table, read, row)] : [];
    });
    if (place === undefined) return verdicts.missing(subject, words.noImportedRank(table.sheet, subject), cells);
    if (place > n) return;
    const item = source.item === undefined ? '' : words.itemOf(table.columns.get(source.item)?.texts[row] ?? '');
    const tied = source.item === undefined && places.some((other, at) => at !== row && other === place);
    const said = (fromLast ? words.importedLast : words.importedFirst)(subject, item, String(place), n) + (tied ? `（${words.tied}）` : '');
    candidates.push({
      subject,
      said,
      value: String(place),
      cells,
      tied,
      table: source.table,
      row,
      certain: membership === 'in',
      now: true,
      settle: [],
    });
  });
  return candidates;
}
