import type { BodyColumn, PlanCell, SheetPlan } from '../plan';
import { sheetName } from '../report/sheet-head';
import type { Role, StyleBook } from '../report/style-book';
import { bodyHeights, headerHeight, pagesWide, textWidth } from '../report/width';
import { templateWords as words } from '../words/template';
import { ruleOf } from './how-to-fill';
import type { InputColumn, InputTable } from './input-tables';

/** Rows that stand ready; the person inserts more. */
const BLANK_ROWS = 20;
/** Points; room to write by hand. */
const ROW_HEIGHT = 20;
const DATE = 'yyyy-mm-dd';
const PORTRAIT_WIDTH = 95;

/** A table of the pack, blank: title, particulars, one header row, bordered rows. */
export function tableSheet(table: InputTable, book: StyleBook): SheetPlan {
  const { columns, given } = table;
  const rows = table.single ? 1 : Math.max(BLANK_ROWS, given.length);
  const shown = columns.map((column) => {
    const whole = words.header(column.title, column.unit);
    const values = given.map((row) => row[column.key] ?? '');
    const width = widthOf(column, whole, values.map(String));
    // A header too wide for its column has its unit on a line of its own, as typists do.
    const header = textWidth(whole) > width - 2 ? words.header(column.title, column.unit, '\n') : whole;
    return { column, header, values, width };
  });
  const widths = shown.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const frozen = columns[0]?.required === true ? 1 : 0;
  const pages = pagesWide(widths, frozen);
  const { head, heights } = formHead(
    table.title,
    table.mark === undefined ? words.particulars : `${table.mark}　${words.particulars}`,
    widths,
    book,
    pages === 1 ? 'formTitle' : 'title',
  );
  const header: PlanCell[] = shown.map((one) => ({
    value: one.header,
    style: book.style(one.column.required ? 'requiredHeader' : 'header'),
  }));
  return {
    name: sheetName(table.sheet),
    ...(table.required && { tabColor: 'FFC000' }),
    head: [...head, header],
    body: shown.map(({ column, values }): BodyColumn => {
      const style = book.style(roleOf(column), undefined, formatOf(column));
      if (column.kind === 'number' && values.some((value) => typeof value === 'number'))
        return { kind: 'number', values: Float64Array.from({ length: rows }, (_, row) => numberOf(values[row])), style };
      return { kind: 'text', values: Array.from({ length: rows }, (_, row) => String(values[row] ?? '')), style };
    }),
    bodyRows: rows,
    foot: [],
    widths,
    headHeights: [...heights, headerHeight(shown)],
    bodyHeights: new Float32Array(rows).fill(ROW_HEIGHT),
    entries: shown.map(({ column }, at) => ({ column: at, top: head.length + 1, bottom: head.length + rows, ...ruleOf(column) })),
    guarded: true,
    freeze: { rows: head.length + 1, columns: frozen },
    repeatRows: { first: head.length, last: head.length },
    landscape: total > PORTRAIT_WIDTH,
    pagesWide: pages,
    notes: [],
    links: [],
    names: [],
  };
}

/** Heights of rows of a form that hold texts of ours. */
export function formHeights(columns: readonly { readonly body: BodyColumn; readonly width: number }[], rows: number): Float32Array {
  return bodyHeights(columns, rows).map((height) => Math.max(ROW_HEIGHT, height));
}

/** Title and the line below it, over the whole width. @param role a title in the middle would be cut where pages stand side by side */
export function formHead(
  title: string,
  line: string,
  widths: readonly number[],
  book: StyleBook,
  role: 'formTitle' | 'title' = 'formTitle',
): { readonly head: PlanCell[][]; readonly heights: number[] } {
  const total = widths.reduce((sum, width) => sum + width, 0);
  // A sign of the title is half as wide again as one of the body.
  const lines = Math.max(1, Math.ceil((textWidth(title) * 1.6) / Math.max(1, total)));
  const span = widths.length;
  return {
    head: [[{ value: title, style: book.style(role), span }], [{ value: line, style: book.style('formLine'), span }]],
    heights: [8 + 24 * lines, 20],
  };
}

function roleOf({ kind, required }: InputColumn): Role {
  if (kind === 'number') return required ? 'requiredNumberEntry' : 'numberEntry';
  return required ? 'requiredEntry' : 'entry';
}

const numberOf = (value: string | number | undefined): number => (typeof value === 'number' ? value : NaN);

function formatOf({ kind }: InputColumn): string | undefined {
  return kind === 'date' ? DATE : undefined;
}

function widthOf({ kind, required }: InputColumn, header: string, values: readonly string[]): number {
  const longest = Math.max(0, ...values.map(textWidth));
  if (longest > 0) return Math.min(50, Math.max(24, longest + 2));
  const inTwoLines = Math.min(24, Math.ceil(textWidth(header) / 2) + 3);
  return Math.max(inTwoLines, kind !== 'text' ? 12 : required ? 26 : 18);
}
