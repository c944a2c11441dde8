import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import type { ReportContext } from './report-context';
import { headRows, sheetName } from './sheet-head';
import type { Tone } from './style-book';
import { isBlank, onPage } from './print-fit';
import { bodyHeights, columnWidth, headerHeight } from './width';

/** A column of a sheet that lists texts: how each line fills it, and between which widths it may stand. */
export interface ListingColumn<L> {
  readonly header: string;
  readonly pick: (line: L, index: number) => string;
  readonly least: number;
  readonly most: number;
  readonly centred?: true;
  readonly tone?: (line: L) => Tone | undefined;
}

/** A sheet of texts, one row a line. @param notes above the header */
export function listingSheet<L>(
  context: ReportContext,
  title: string,
  lines: readonly L[],
  columns: readonly ListingColumn<L>[],
  notes: readonly string[],
  foot: string,
): SheetPlan {
  const { book } = context;
  const made = columns.flatMap(({ header, pick, least, most, centred, tone }) => {
    const values = lines.map(pick);
    if (isBlank(values)) return [];
    const role = centred ? 'centre' : 'text';
    const body: BodyColumn = {
      ...{ kind: 'text', values, style: book.style(role) },
      ...(tone && { styles: Uint16Array.from(lines, (line) => book.style(role, tone(line))) }),
    };
    return [{ header, body, width: columnWidth(header, values, { least, most }) }];
  });
  const shown = onPage(made, true);
  const widths = shown.map(({ width }) => width);
  const { head, heights } = headRows(context, title, shown.length, widths, [...notes]);
  const header: PlanCell[] = shown.map((column) => ({ value: column.header, style: book.style('header') }));
  return {
    name: sheetName(title),
    head: [...head, header],
    body: shown.map(({ body }) => body),
    bodyRows: lines.length,
    foot: [[{ value: foot, style: book.style('basis'), span: shown.length }]],
    widths,
    headHeights: [...heights, headerHeight(shown)],
    bodyHeights: bodyHeights(shown, lines.length),
    freeze: { rows: head.length + 1, columns: 2 },
    ...(lines.length > 0 && { filterRow: head.length }),
    repeatRows: { first: head.length, last: head.length },
    landscape: true,
    notes: [],
    links: [],
    names: [],
  };
}
