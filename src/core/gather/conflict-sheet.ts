import type { Pack } from '../pack/schema';
import type { SheetPlan } from '../plan';
import type { StyleBook } from '../report/style-book';
import { gatherWords as words } from '../words/gather';
import type { Source } from './merge-table';
import { listSheet, textColumn, type GatheredLists } from './receipt-sheet';

/** Files that stand side by side; further ones share the last column. */
const MOST_BESIDE = 4;

/** What files say differently, side by side, and where the decision is to be written. */
export function conflictSheet(pack: Pack, { year, conflicts }: GatheredLists, book: StyleBook): SheetPlan {
  const text = textColumn(conflicts, book);
  const most = Math.max(...conflicts.map(({ sources }) => sources.length));
  const beside = Math.min(most, MOST_BESIDE);
  const said = ({ shown }: Source): string => shown;
  const from = ({ file, place }: Source): string => words.sourceFrom(file, place);
  const columns = [
    text(words.receipt.number, 6, (_, at) => String(at + 1), 'centre'),
    text(words.receipt.from, 26, ({ zone, name }) => (zone === '' ? name : zone)),
    text(words.conflict.item, 24, ({ zone, name, title }) => (zone === '' || zone === name ? title : words.ofRow(name, title))),
    ...Array.from({ length: beside }, (_, n) => [
      text(words.conflict.value(n + 1), 14, ({ sources }) => (sources[n] ? said(sources[n]) : ''), 'centre'),
      text(words.conflict.source(n + 1), 30, ({ sources }) => (sources[n] ? from(sources[n]) : '')),
    ]).flat(),
    ...(most > beside
      ? [
          text(words.conflict.more, 40, ({ sources }) =>
            sources
              .slice(beside)
              .map((one) => words.source(from(one), said(one)))
              .join('\n'),
          ),
        ]
      : []),
    text(words.conflict.fillIn, 20, ({ sheet, cell }) => `${sheet}!${cell}`, 'link'),
    text(words.conflict.remark, 22, () => '', 'entry'),
  ];
  const fillIn = columns.length - 2;
  const links = conflicts.map(({ sheet, cell }, row) => ({ row, column: fillIn, link: { sheet, cell } }));
  return listSheet(
    words.sheets.conflicts,
    words.titleOf(pack, words.sheets.conflicts, year),
    [words.decide],
    columns,
    conflicts.length,
    book,
    links,
  );
}
