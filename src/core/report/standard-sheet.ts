import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { documentOf, lackWords, type StandardLack } from '../ranking/by-standard';
import { standardWords as words } from '../words/standard';
import { clauseNote } from './clause-note';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** In place of a ranking that cannot be scored by the other document's standard: why not, and what is there and what lacks, content by content. */
export function standardSheet(context: ReportContext, id: string, lack: StandardLack): SheetPlan {
  const { pack, book } = context;
  const title = pack.rankings[id]?.title ?? id;
  const lines = lack.why === 'too_few' ? lack.contents.map((content) => lineOf(content, lack.members)) : [];
  const column = (header: string, values: string[], least: number, most: number, styles?: Uint16Array) => ({
    header,
    body: { kind: 'text', values, style: book.style('text'), ...(styles && { styles }) } satisfies BodyColumn,
    width: columnWidth(header, values, { least, most }),
  });
  const columns = [
    column(
      words.content,
      lines.map(({ content }) => content),
      18,
      30,
    ),
    column(
      words.indicators,
      lines.map(({ indicators }) => indicators),
      30,
      60,
    ),
    column(
      words.filled,
      lines.map(({ filled }) => filled),
      18,
      30,
    ),
    column(
      words.state,
      lines.map(({ state }) => state),
      14,
      20,
      Uint16Array.from(lines, ({ enough }) => book.style('centre', enough ? undefined : 'missing')),
    ),
  ];
  const widths = columns.map(({ width }) => width);
  const [why, next] = lackWords(lack);
  const by = lack.why === 'no_pack' ? [] : [words.must(clauseNote(pack, pack.rankings[id]?.clause ?? []), documentOf(lack.pack))];
  const { head, heights } = headRows(context, title, columns.length, widths, [...by, why, next]);
  const header: PlanCell[] = columns.map((one) => ({ value: one.header, style: book.style('header') }));
  const headerRow = head.length;
  return {
    name: sheetName(title),
    tabColor: '7F7F7F',
    head: [...head, ...(lines.length > 0 ? [header] : [])],
    body: lines.length > 0 ? columns.map(({ body }) => body) : [],
    bodyRows: lines.length,
    foot: [],
    widths,
    headHeights: [...heights, ...(lines.length > 0 ? [headerHeight(columns)] : [])],
    ...(lines.length > 0 && { bodyHeights: bodyHeights(columns, lines.length), repeatRows: { first: headerRow, last: headerRow } }),
    freeze: { rows: headerRow + (lines.length > 0 ? 1 : 0), columns: 1 },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}

type Content = Extract<StandardLack, { why: 'too_few' }>['contents'][number];

function lineOf(
  { title, indicators, enough }: Content,
  members: number,
): Record<'content' | 'indicators' | 'filled' | 'state', string> & { enough: boolean } {
  const joined = (texts: readonly string[]): string => (texts.length > 0 ? texts.join('、') : words.none);
  return {
    content: title,
    indicators: joined(indicators.map((one) => one.title)),
    filled: joined(indicators.map(({ filled }) => words.of(filled, members))),
    state: enough ? words.enough : indicators.length === 0 ? words.noIndicator : words.noFigures,
    enough,
  };
}
