import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { Role, StyleBook } from '../report/style-book';
import { headerHeight, textWidth } from '../report/width';
import { templateWords as words } from '../words/template';
import type { InputColumn, InputTable } from './input-tables';

/** Rows that stand ready; the person inserts more. */
const BLANK_ROWS = 20;
const DATE = 'yyyy-mm-dd';
/** Characters side by side that a page of landscape A4 shows at a legible size. */
const PAGE_WIDTH = 190;
const PORTRAIT_WIDTH = 95;

/** A table of the pack, blank: title, particulars, one header row, bordered rows. */
export function tableSheet(table: InputTable, book: StyleBook): SheetPlan {
  const { columns, given } = table;
  const rows = table.single ? 1 : Math.max(BLANK_ROWS, given.length);
  const shown = columns.map((column) => {
    const header = words.header(column.title, column.unit);
    const values = given.map((row) => row[column.key] ?? '');
    return { column, header, values, width: widthOf(column, header, values) };
  });
  const widths = shown.map(({ width }) => width);
  const { head, heights } = formHead(table.title, words.particulars, widths, book);
  const header: PlanCell[] = shown.map((one) => ({
    value: one.header,
    style: book.style(one.column.required ? 'requiredHeader' : 'header'),
  }));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    name: sheetName(table.sheet),
    ...(table.required && { tabColor: 'FFC000' }),
    head: [...head, header],
    body: shown.map(({ column, values }): BodyColumn => ({
      kind: 'text',
      values: Array.from({ length: rows }, (_, row) => values[row] ?? ''),
      style: book.style(roleOf(column), undefined, formatOf(column)),
    })),
    bodyRows: rows,
    foot: [],
    widths,
    headHeights: [...heights, headerHeight(shown)],
    bodyHeights: new Float32Array(rows).fill(20),
    freeze: { rows: head.length + 1, columns: columns[0]?.required === true ? 1 : 0 },
    repeatRows: { first: head.length, last: head.length },
    landscape: total > PORTRAIT_WIDTH,
    pagesWide: Math.max(1, Math.ceil(total / PAGE_WIDTH)),
    notes: [],
    links: [],
    names: [],
  };
}

/** Title and the line below it, over the whole width. */
export function formHead(
  title: string,
  line: string,
  widths: readonly number[],
  book: StyleBook,
): { readonly head: PlanCell[][]; readonly heights: number[] } {
  const total = widths.reduce((sum, width) => sum + width, 0);
  // A sign of the title is half as wide again as one of the body.
  const lines = Math.max(1, Math.ceil((textWidth(title) * 1.6) / Math.max(1, total)));
  const span = widths.length;
  return {
    head: [[{ value: title, style: book.style('formTitle'), span }], [{ value: line, style: book.style('formLine'), span }]],
    heights: [8 + 24 * lines, 20],
  };
}

function roleOf({ kind, required }: InputColumn): Role {
  if (kind === 'number') return required ? 'requiredNumberEntry' : 'numberEntry';
  return required ? 'requiredEntry' : 'entry';
}

function formatOf({ kind }: InputColumn): string | undefined {
  return kind === 'date' ? DATE : undefined;
}

function widthOf({ kind, required }: InputColumn, header: string, values: readonly string[]): number {
  const longest = Math.max(0, ...values.map(textWidth));
  if (longest > 0) return Math.min(50, Math.max(24, longest + 2));
  const inTwoLines = Math.min(24, Math.ceil(textWidth(header) / 2) + 3);
  return Math.max(inTwoLines, kind !== 'text' ? 12 : required ? 26 : 18);
}
