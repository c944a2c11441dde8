import { shownText, type Area, type Cell } from '../cell';
import { GridBuilder, type SheetGrid } from '../grid';
import type { CellNote, PlanCell, SheetPlan } from '../plan';
import type { Role, StyleBook } from '../report/style-book';
import { heightOf, linesIn, pagesWide, textWidth } from '../report/width';
import { gatherWords as words } from '../words/gather';
import { templateWords } from '../words/template';
import { UNKNOWN, type FreeLine } from './answer';
import type { MergedColumn, MergedTable } from './merge-table';

/** Rows of cells that become a grid to be read and a plan to be written, so that both are the same. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly PlacedCell[])[];
  /** Rows above the body. */
  readonly headRows: number;
  /** The lowest of them, which every page repeats. */
  readonly headerRows: number;
  readonly widths: readonly number[];
  readonly heights: readonly (number | undefined)[];
  readonly notes: readonly CellNote[];
}

interface PlacedCell {
  readonly column: number;
  readonly span: number;
  readonly cell: Cell;
  readonly role: Role;
  readonly isOpen?: boolean;
}

const EMPTY: Cell = { kind: 'empty' };
const [NARROW, WIDE, WIDEST] = [10, 26, 60];
/** Points. */
const HEIGHT = { title: 30, line: 20, header: 22 } as const;
/** Characters; longer numbers are shown rounded. */
const LONGEST_NUMBER = 12;
/** Rows whose texts make a column's width. */
const LOOKED_AT = 500;

/** @param title of the table where no title is common to all files */
export function mergedRows(table: MergedTable, title: string): SheetRows {
  const { columns, above, below, rows, conflicts } = table;
  const free = (line: FreeLine, role: Role): PlacedCell[] => placedLine(line, columns, role);
  const titled = table.titled ? above : [[{ column: 0, cell: { kind: 'text', value: title } as const }], ...above];
  const head = [...titled.map((line, n) => free(line, n === 0 ? 'title' : 'formLine')), ...headerRows(table)];
  const open = new Map(conflicts.map((conflict) => [`${conflict.row} ${conflict.column}`, conflict]));
  const body = rows.map(({ cells }, row) =>
    columns.map(({ id }, column): PlacedCell => {
      const cell = cells.get(id)?.cell ?? EMPTY;
      return {
        column,
        span: 1,
        cell,
        role: cell.kind === 'number' ? 'numberEntry' : 'entry',
        ...(open.has(`${row} ${column}`) && { isOpen: true }),
      };
    }),
  );
  const shown = columns.map((column) => (column.isFresh ? '' : column.header.at(-1)?.text) || freshHeader(column));
  const widths = columns.map(({ id }, n) =>
    widthOf(
      shown[n]!,
      rows.map(({ cells }) => cells.get(id)?.cell ?? EMPTY),
    ),
  );
  const lines = [...head, ...body, ...below.map((line) => free(line, 'formLine'))];
  return {
    name: table.sheet,
    rows: lines,
    headRows: head.length,
    headerRows: table.headerRows,
    widths,
    heights: lines.map((line) => rowHeight(line, widths)),
    notes: [...open.values()].map(({ row, column, sources }) => ({
      row: head.length + row,
      column,
      text: words.openNote(sources.map(({ file, shown }) => words.source(file, shown))),
    })),
  };
}

/** Texts of a line at the columns that are nearest to where they stood, the first at the left edge. */
function placedLine(line: FreeLine, columns: MergedTable['columns'], role: Role): PlacedCell[] {
  const starts: number[] = [];
  for (const { column } of line) {
    const nearest = columns.filter(({ at }) => at !== undefined && at < column).length;
    const before = starts.at(-1);
    starts.push(before === undefined ? 0 : Math.max(before + 1, nearest));
  }
  return line.map(({ cell }, n) => ({
    column: starts[n]!,
    span: Math.max(1, (starts[n + 1] ?? Math.max(columns.length, starts[n]! + 1)) - starts[n]!),
    cell,
    role,
  }));
}

/** A header of ours: a column that the pack does not know keeps the words of its own, unit and all. */
const freshHeader = ({ id, title, written, header }: MergedColumn): string =>
  id.startsWith(UNKNOWN) ? (header.findLast(({ text }) => text !== '')?.text ?? title) : templateWords.header(title, written);

/** The header rows of the first file; what has none of its own there stands in the lowest. */
function headerRows({ columns, headerRows: count }: MergedTable): PlacedCell[][] {
  return Array.from({ length: count }, (_, n) => {
    const placed: { column: number; span: number; text: string; group: number | undefined }[] = [];
    columns.forEach((one, column) => {
      const own = one.isFresh ? undefined : one.header[n];
      const text = own?.text ?? (one.isFresh && n === count - 1 ? freshHeader(one) : '');
      const last = placed.at(-1);
      if (last && own?.group !== undefined && last.group === own.group) last.span++;
      else placed.push({ column, span: 1, text, group: own?.group });
    });
    return placed.map(({ column, span, text }) => ({
      column,
      span,
      cell: text === '' ? EMPTY : { kind: 'text' as const, value: text },
      role: 'header' as const,
    }));
  });
}

function widthOf(header: string, cells: readonly Cell[]): number {
  const widths = cells
    .slice(0, LOOKED_AT)
    .map((cell) => Math.min(cell.kind === 'number' ? LONGEST_NUMBER : WIDEST, textWidth(shownText(cell))));
  const inTwoLines = Math.ceil(Math.max(0, ...header.split('\n').map(textWidth)) / 2) + 3;
  return Math.min(WIDEST, Math.max(NARROW, Math.min(WIDE, inTwoLines), Math.max(0, ...widths) + 2));
}

/** Points that the texts of a row take; undefined for one line, whose height the program knows. */
function rowHeight(line: readonly PlacedCell[], widths: readonly number[]): number | undefined {
  const [first] = line;
  if (first?.role === 'title') return HEIGHT.title;
  if (first?.role === 'formLine') return HEIGHT.line;
  const lines = line.map(({ cell, column, span }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    return cell.kind === 'text' ? linesIn(cell.value, width) : 1;
  });
  const most = Math.max(1, ...lines);
  if (first?.role === 'header') return Math.max(HEIGHT.header, heightOf(most));
  return most > 1 ? heightOf(most) : undefined;
}

/** A sheet that is kept as it is, but for its looks. */
export function otherRows({ name, grid }: SheetGrid): SheetRows {
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    [...grid.filled(row)].map((column): PlacedCell => {
      const area = grid.merges.find(({ top, left, right }) => top === row && left === column && right > left);
      return { column, span: area ? area.right - area.left + 1 : 1, cell: grid.cell(row, column), role: row === 0 ? 'title' : 'entry' };
    }),
  );
  const cells = (column: number): Cell[] => Array.from({ length: grid.rows - 1 }, (_, row) => grid.cell(row + 1, column));
  const widths = columns.map((column) => widthOf('', cells(column)));
  return { name, rows, headRows: 1, headerRows: 1, widths, heights: rows.map((line) => rowHeight(line, widths)), notes: [] };
}

/** As it will be read. */
export function gridOfRows({ name, rows }: SheetRows): SheetGrid {
  const builder = new GridBuilder();
  const merges: Area[] = [];
  rows.forEach((cells, row) => {
    for (const { column, span, cell } of cells) {
      if (span > 1) merges.push({ top: row, bottom: row, left: column, right: column + span - 1 });
      switch (cell.kind) {
        case 'number':
          builder.number(row, column, cell.value, cell.format);
          break;
        case 'text':
          builder.text(row, column, cell.value);
          break;
        case 'boolean':
          builder.boolean(row, column, cell.value);
          break;
        case 'error':
          builder.text(row, column, cell.code);
          break;
        case 'empty':
      }
    }
  });
  merges.forEach((area) => builder.merge(area));
  return { name, grid: builder.build(), hidden: false, owned: false };
}

/** As it is written: every row a row of the head, as the cells of a column may be of different kinds. */
export function planOfRows({ name, rows, headRows, headerRows, widths, heights, notes }: SheetRows, book: StyleBook): SheetPlan {
  return {
    name,
    head: rows.map((cells) => filledUp(cells).map((one): PlanCell => planCell(one, book))),
    body: [],
    bodyRows: 0,
    foot: [],
    widths,
    headHeights: heights,
    freeze: { rows: headRows, columns: 1 },
    repeatRows: { first: headRows - headerRows, last: headRows - 1 },
    landscape: true,
    pagesWide: pagesWide(widths, 1),
    notes,
    links: [],
    names: [],
  };
}

/** Cells of a row stand one behind the other. */
function filledUp(cells: readonly PlacedCell[]): (PlacedCell | undefined)[] {
  let next = 0;
  return cells.flatMap((one) => {
    const gap = Array.from({ length: Math.max(0, one.column - next) }, () => undefined);
    next = one.column + one.span;
    return [...gap, one];
  });
}

function planCell(one: PlacedCell | undefined, book: StyleBook): PlanCell {
  if (!one) return { value: null };
  const { cell, span, role, isOpen } = one;
  const format = cell.kind === 'number' && cell.format !== 'General' ? cell.format : undefined;
  const style = isOpen ? book.style(role, 'missing') : book.style(role, undefined, format);
  const value = cell.kind === 'empty' ? null : cell.kind === 'error' ? cell.code : cell.value;
  return { value, style, ...(span > 1 && { span }) };
}
