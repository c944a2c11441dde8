import type { CheckFinding } from '../check/check-finding';
import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { dataCheckWords as words } from '../words/data-check';
import { lineKey } from '../rule-book/rule-line';
import { isAskedBy } from '../rule-book/rule-outcomes';
import { cellsInShort, linkTo } from './cell-link';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { onPage } from './print-fit';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** So many cells are named; the first one is linked. */
const CELLS_SHOWN = 3;
const CELL_COLUMN = 2;

/** What is to be asked of each zone about its figures, with room for the answer; not made where there is nothing to ask. */
export function checkSheet(context: ReportContext): SheetPlan[] {
  const { book, checks } = context;
  const { findings, more } = checks;
  if (findings.length === 0) return [];
  const text = (
    header: string,
    pick: (finding: CheckFinding) => string,
    least: number,
    most: number,
    role: 'text' | 'centre' = 'text',
  ): { header: string; body: BodyColumn; width: number } => {
    const values = findings.map(pick);
    return { header, body: { kind: 'text', values, style: book.style(role) }, width: columnWidth(header, values, { least, most }) };
  };
  const word = words.columns;
  const made = [
    text(word.zone, ({ zone }) => (zone === '' ? words.whole : zone), 14, 26),
    text(word.title, ({ title }) => title, 18, 30),
    text(word.cells, ({ cells }) => cellsInShort(cells, CELLS_SHOWN), 14, 30),
    text(word.actual, ({ actual }) => (actual === '' ? '—' : actual), 12, 18, 'centre'),
    text(word.expected, ({ expected }) => (expected === '' ? '—' : expected), 14, 24, 'centre'),
    text(word.difference, ({ difference }) => (difference === '' ? '—' : difference), 10, 16, 'centre'),
    text(word.question, ({ question }) => question, 30, 48),
    text(word.answer, () => '', 28, 28),
  ];
  const columns = onPage(made, true);
  const widths = columns.map(({ width }) => width);
  const { head, heights } = headRows(context, words.sheet, columns.length, widths, [words.about]);
  const header: PlanCell[] = columns.map((column) => ({ value: column.header, style: book.style('header') }));
  const firstRow = head.length + 1;
  for (const [key, check] of Object.entries(context.pack.checks)) {
    const row = findings.findIndex((finding) => isAskedBy(check, finding));
    if (row >= 0) context.anchors.take(lineKey('checks', key), { name: words.sheet }, firstRow + row);
  }
  return [
    {
      name: sheetName(words.sheet),
      tabColor: 'BF9000',
      head: [...head, header],
      body: columns.map(({ body }) => body),
      bodyRows: findings.length,
      foot: more > 0 ? [[{ value: words.notListed(more), style: book.style('basis'), span: columns.length }]] : [],
      widths,
      headHeights: [...heights, headerHeight(columns)],
      bodyHeights: bodyHeights(columns, findings.length),
      freeze: { rows: firstRow, columns: 1 },
      filterRow: head.length,
      repeatRows: { first: head.length, last: head.length },
      landscape: true,
      notes: [],
      links: findings.flatMap(({ cells }, row) => {
        const link = linkTo(cells[0]);
        return link ? [{ row: firstRow + row, column: CELL_COLUMN, link }] : [];
      }),
      names: [],
    },
  ];
}
