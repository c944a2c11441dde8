import { importedRanks, placeAt } from '../../measure/imported-ranks';
import { placeOfCell } from '../../table/placed-table';
import { judgeWords as words } from '../../words/judge';
import type { JudgeContext } from '../judge-context';
import { whyOpen, type Verdicts } from '../verdicts';
import { askRanks } from './ask-ranks';
import type { Candidate, PositionRule } from './candidate';

/** First or last N of imported ranks, ties included. A row of which it is open whether it counts is a candidate that waits for the answer. */
export function importedCandidates(context: JudgeContext, verdicts: Verdicts, rule: PositionRule, n: number): Candidate[] {
  const source = rule.imported!;
  const { figures } = context;
  const table = figures.tables.get(source.table);
  if (!table) {
    const declared = context.pack.tables[source.table];
    const [sheet, row] = [declared?.sheet[0] ?? source.table, declared?.row ?? ''];
    verdicts.missingForAll(words.noSheet(sheet, row), [{ sheet, row, column: undefined }]);
    return [];
  }
  const end = rule.last === undefined ? 'first' : 'last';
  const ranks = importedRanks(source, table);
  askRanks(context, table, ranks);
  const candidates: Candidate[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    const subject = figures.subject({ table: source.table }, row);
    const membership = figures.membership(rule.for, source.table, row);
    if (membership === 'out') continue;
    const place = placeAt(ranks, row, end === 'last');
    const cells = [source.from_last, source.rank, source.total, source.item].flatMap((column) => {
      const read = column === undefined ? undefined : table.columns.get(column);
      return read ? [placeOfCell(table, read, row)] : [];
    });
    const once = source.total === undefined || table.columns.has(source.total) ? undefined : table.stated?.get(source.total);
    if (once) cells.push(`${table.sheet}!${once.cell}`);
    if (place === undefined) {
      verdicts.missing(
        subject,
        ranks.doubts.has(row) ? words.doubtfulRank(table.sheet, subject) : words.noImportedRank(table.sheet, subject),
        cells,
      );
      continue;
    }
    if (place > n) continue;
    const item = source.item === undefined ? '' : words.itemOf(table.columns.get(source.item)?.texts[row] ?? '');
    const tied = source.item === undefined && ranks.tied[row]! > 1;
    const open = figures.openAnswer(rule.for, source.table, row);
    candidates.push({
      subject,
      said: [
        (end === 'last' ? words.importedLast : words.importedFirst)(subject, item, String(place), n) + (tied ? `（${words.tied}）` : ''),
        ...(open ? [whyOpen(context, open)] : []),
      ].join('，'),
      value: words.placeFrom(end, String(place)),
      cells,
      tied,
      table: source.table,
      row,
      certain: membership === 'in',
      // Whether it counts at all is not known: it is not listed for the time being.
      now: membership === 'in',
      settle: figures.openCells(rule.for, source.table, row),
    });
  }
  return candidates;
}
