import { cellName, columnName, quoteSheet } from '../../core/cell';
import type { Area } from '../../core/cell';
import type { CellLink, CellNote, PlanCell, SheetPlan, SheetsPlan } from '../../core/plan';
import { resultWords as words } from './words';
import { SHEET_COLUMNS, SHEET_ROWS } from '../../core/sheet-limits';
import { refusal } from '../../core/refusal';

/** A cell of the head or foot at its place. */
export interface PlacedCell {
  readonly column: number;
  readonly cell: PlanCell;
}

/** What a sheet plan comes to in rows and columns. */
export interface SheetLayout {
  readonly plan: SheetPlan;
  readonly rows: number;
  readonly columns: number;
  readonly head: readonly (readonly PlacedCell[])[];
  readonly foot: readonly (readonly PlacedCell[])[];
  readonly merges: readonly Area[];
  /** At most one a cell, in row-major order. */
  readonly notes: readonly CellNote[];
  readonly links: readonly PlacedLink[];
  readonly formulas: boolean;
}

export interface PlacedLink {
  readonly row: number;
  readonly column: number;
  readonly link: CellLink;
  readonly display: string;
}

/**
 * Lays a sheet out. A cell that spans columns pushes the cells after it to the right, as in an HTML table.
 * @throws ProblemError bad-plan where Excel could not hold the sheet
 */
export function layOut(plan: SheetPlan, styles: number): SheetLayout {
  const head = plan.head.map(placed);
  const foot = plan.foot.map(placed);
  const footTop = plan.head.length + plan.bodyRows;
  const rows = footTop + plan.foot.length;
  const columns = Math.max(
    plan.body.length,
    plan.widths.length,
    ...[...head, ...foot].map((row) => row.reduce((most, one) => Math.max(most, one.column + span(one.cell)), 0)),
  );
  if (rows > SHEET_ROWS) throw refusal('bad-plan', words.badPlan(plan.name, words.planTooTall(rows)));
  if (columns > SHEET_COLUMNS) throw refusal('bad-plan', words.badPlan(plan.name, words.planTooWide(columns)));
  checkBody(plan, styles);
  for (const look of plan.looks ?? []) if (look.kind !== 'bar') checkStyle(plan, look.style, styles);
  const merges: Area[] = [];
  const notes = new Map<string, CellNote>();
  const links = new Map<string, PlacedLink>();
  const addNote = (row: number, column: number, text: string): void => {
    const key = cellName(row, column);
    const before = notes.get(key);
    // Excel repairs a file that has two notes on one cell.
    notes.set(key, { row, column, text: before ? `${before.text}\n${text}` : text });
  };
  const addLink = (row: number, column: number, link: CellLink, display: string): void => {
    links.set(cellName(row, column), { row, column, link, display });
  };
  const walk = (block: readonly (readonly PlacedCell[])[], top: number): void =>
    block.forEach((cells, n) => {
      for (const { column, cell } of cells) {
        const row = top + n;
        if (cell.style !== undefined) checkStyle(plan, cell.style, styles);
        const [wide, down] = [span(cell), Math.max(1, Math.floor(cell.down ?? 1))];
        if (wide > 1 || down > 1) merges.push({ top: row, bottom: row + down - 1, left: column, right: column + wide - 1 });
        if (cell.note !== undefined && cell.note !== '') addNote(row, column, cell.note);
        if (cell.link) addLink(row, column, cell.link, String(cell.value ?? ''));
      }
    });
  walk(head, 0);
  walk(foot, footTop);
  for (const { row, column, text } of plan.notes) if (text !== '') addNote(row, column, text);
  for (const { row, column, link } of plan.links) addLink(row, column, link, bodyText(plan, row, column));
  const order = (a: { row: number; column: number }, b: { row: number; column: number }): number => a.row - b.row || a.column - b.column;
  return {
    plan,
    rows,
    columns,
    head,
    foot,
    merges,
    notes: [...notes.values()].sort(order),
    links: [...links.values()].sort(order),
    formulas: hasFormulas(plan),
  };
}

function placed(cells: readonly PlanCell[]): PlacedCell[] {
  let column = 0;
  return cells.map((cell) => {
    const at = { column, cell };
    column += span(cell);
    return at;
  });
}

export const span = (cell: PlanCell): number => Math.max(1, Math.floor(cell.span ?? 1));

function checkBody(plan: SheetPlan, styles: number): void {
  for (const column of plan.body) {
    const { formulas, alike }: { readonly formulas?: ArrayLike<unknown>; readonly alike?: ArrayLike<unknown> } =
      column.kind === 'number' ? column : {};
    const lengths = [column.values.length, column.styles?.length, formulas?.length, alike?.length];
    if (lengths.some((length) => length !== undefined && length !== plan.bodyRows))
      throw refusal('bad-plan', words.badPlan(plan.name, words.planUnevenColumns()));
    checkStyle(plan, column.style, styles);
    if (column.styles) for (const style of column.styles) checkStyle(plan, style, styles);
  }
}

function checkStyle(plan: SheetPlan, style: number, styles: number): void {
  if (!(style >= 0 && style < styles)) throw refusal('bad-plan', words.badPlan(plan.name, words.planUnknownStyle(style)));
}

function bodyText(plan: SheetPlan, row: number, column: number): string {
  const values = plan.body[column]?.values;
  const value = values?.[row - plan.head.length];
  return value === undefined || value !== value ? '' : String(value);
}

function hasFormulas(plan: SheetPlan): boolean {
  const inBlock = [...plan.head, ...plan.foot].some((row) => row.some((cell) => cell.formula !== undefined && cell.formula !== ''));
  return inBlock || plan.body.some((column) => column.kind === 'number' && column.formulas?.some((formula) => formula !== '') === true);
}

/** Whether any sheet of the plan has a live formula. */
export function planHasFormulas(plan: SheetsPlan): boolean {
  return plan.sheets.some(hasFormulas);
}

/** The rows and columns under the filter, as the workbook's hidden name and the sheet both say. */
export function filterRange(layout: SheetLayout): string | undefined {
  const { plan, columns } = layout;
  if (plan.filterRow === undefined || columns === 0) return undefined;
  const width = plan.body.length > 0 ? plan.body.length : columns;
  const last = plan.head.length + plan.bodyRows - 1;
  return `${cellName(plan.filterRow, 0)}:${cellName(Math.max(plan.filterRow, last), width - 1)}`;
}

/** "A1:B2" → "$A$1:$B$2". */
export function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** Rows that every printed page repeats: "$1:$5". */
export const repeatedRows = ({ repeatRows }: SheetPlan): string | undefined =>
  repeatRows && `$${repeatRows.first + 1}:$${repeatRows.last + 1}`;

/** Columns that every printed page repeats where pages lie side by side, so that names stand beside their figures: "$A:$A". */
export const repeatedColumns = ({ pagesWide = 1, freeze }: SheetPlan): string | undefined =>
  pagesWide > 1 && freeze.columns > 0 ? `$A:$${columnName(freeze.columns - 1)}` : undefined;

/** 'Sheet'!$A$1:$B$2 */
export function rangeOn(sheet: string, range: string): string {
  return `${quoteSheet(sheet)}!${range}`;
}
