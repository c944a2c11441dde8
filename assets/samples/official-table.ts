import { cellName, columnName, type Area } from '../../src/core/cell';
import { FICTION } from '../../src/core/words/check';
import { round } from './seeded';
import type { Look } from './styles';
import type { Cell, ListRule, Sheet, Value } from './workbook';

/** Stands in the title area of every sheet. */
export { FICTION };

export const FORMATS = {
  name: { align: 'left' },
  word: { align: 'center' },
  long: { align: 'left', wrap: true },
  count: { align: 'right', format: '#,##0' },
  rank: { align: 'center', format: '0' },
  one: { align: 'right', format: '#,##0.0' },
  amount: { align: 'right', format: '#,##0.00' },
  fine: { align: 'right', format: '0.000' },
  plain: { align: 'right' },
  percent: { align: 'right', format: '0.0%' },
  percent2: { align: 'right', format: '0.00%' },
  date: { align: 'center', format: 'yyyy"年"m"月"d"日"' },
} as const satisfies Record<string, Pick<Look, 'align' | 'format' | 'wrap'>>;

export interface Leaf {
  readonly head: string;
  readonly format?: keyof typeof FORMATS;
  readonly width?: number;
  /** What the rows 合计 and 平均 do with the column. */
  readonly total?: 'sum' | 'mean';
  readonly options?: readonly string[];
}

export interface Group {
  readonly group: string;
  readonly of: readonly Leaf[];
}

/** A heading between data rows. */
export interface Section {
  readonly section: string;
}

export type Row = readonly Value[] | Section;

export interface OfficialTable {
  readonly sheet: string;
  readonly title: string;
  /** Line under the title: 填报单位, 填报日期, 单位. */
  readonly particulars?: readonly string[];
  readonly columns: readonly (Leaf | Group)[];
  readonly rows: readonly Row[];
  readonly totals?: readonly ('合计' | '平均')[];
  readonly notes?: readonly string[];
  readonly paper?: 'A3' | 'A4';
  readonly portrait?: boolean;
  /** Without the column 序号. */
  readonly unnumbered?: boolean;
}

const LINE = 15;

/** How much wider a sign of the title is than one of the body. */
const TITLE_SCALE = 1.75;

/** Width of a text in characters as Excel counts them: a Chinese one is as wide as two. */
const spread = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(spread(line) / Math.max(2, width - 1))), 0);
const leavesOf = (columns: readonly (Leaf | Group)[]): Leaf[] =>
  columns.flatMap((column) => ('group' in column ? [...column.of] : [column]));
/** A header too wide for its column has its unit on a line of its own, as typists do. */
const brokenHead = (text: string, width: number): string => (spread(text) > width - 1 ? text.replace(/(?=（[^（）]+）$)/u, '\n') : text);
const isSection = (row: Row): row is Section => 'section' in row;

/** Lays a table out as offices do: title, particulars, merged header, numbered rows, totals, notes. */
export function officialTable(table: OfficialTable): Sheet {
  return new Layout(table).sheet();
}

class Layout {
  private readonly cells: Cell[] = [];
  private readonly merges: Area[] = [];
  private readonly heights = new Map<number, number>();
  private readonly columns: readonly (Leaf | Group)[];
  private readonly leaves: readonly Leaf[];
  private readonly last: number;
  private row = 0;

  constructor(private readonly table: OfficialTable) {
    const number: Leaf = { head: '序号', format: 'word', width: 5 };
    this.columns = table.unnumbered ? table.columns : [number, ...table.columns];
    this.leaves = leavesOf(this.columns);
    this.last = this.leaves.length - 1;
  }

  private put(row: number, column: number, value: Value, look: Look): void {
    this.cells.push({ row, column, value, look });
  }

  private merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  /** One text over the whole width. */
  private line(text: string, look: Look, height: number): void {
    for (let column = 0; column <= this.last; column++) this.put(this.row, column, column === 0 ? text : null, look);
    this.merge(this.row, 0, this.row, this.last);
    this.heights.set(this.row++, height);
  }

  private width(column: number): number {
    const leaf = this.leaves[column]!;
    return leaf.width ?? Math.min(14, Math.max(9, Math.ceil(spread(leaf.head) / 2) + 2));
  }

  sheet(): Sheet {
    const { table } = this;
    const whole = this.leaves.reduce((sum, _, column) => sum + this.width(column), 0);
    this.line(table.title, { font: 'title', align: 'center', wrap: true }, 33 * linesIn(table.title, whole / TITLE_SCALE));
    this.line(FICTION, { font: 'mark', align: 'center' }, 21);
    this.particulars(table.particulars ?? []);
    const header = this.header();
    const first = this.row;
    const lists = this.body();
    const end = this.row - 1;
    for (const total of table.totals ?? []) this.total(total, first, end);
    for (const note of table.notes ?? [])
      this.line(note, { font: 'note', align: 'left', wrap: true }, Math.max(18, linesIn(note, whole) * LINE + 3));
    return {
      name: table.sheet,
      cells: this.cells,
      merges: this.merges,
      widths: this.leaves.map((_, column) => this.width(column)),
      heights: this.heights,
      freeze: { rows: first, columns: table.unnumbered ? 1 : 2 },
      lists,
      paper: table.paper ?? 'A4',
      landscape: !table.portrait,
      repeat: header,
    };
  }

  /** Up to three texts in one line: left, middle, right. The outer ones get the columns that they need, the middle one the rest. */
  private particulars(texts: readonly string[]): void {
    if (texts.length === 0) return;
    const span = (text: string, from: number, step: 1 | -1): number => {
      let column = from;
      for (
        let used = this.width(column);
        used < spread(text) + 2 && column + step > 0 && column + step < this.last;
        used += this.width(column)
      )
        column += step;
      return column;
    };
    const last = texts.length > 1 ? span(texts.at(-1)!, this.last, -1) : this.last + 1;
    const middle = texts.length > 2 ? span(texts[0]!, 0, 1) + 1 : last;
    const starts = texts.length > 2 ? [0, middle, last] : texts.length > 1 ? [0, last] : [0];
    starts.forEach((start, part) => {
      const end = (starts[part + 1] ?? this.last + 1) - 1;
      const look: Look = { font: 'line', align: part === 0 ? 'left' : part === starts.length - 1 ? 'right' : 'center' };
      for (let column = start; column <= end; column++) this.put(this.row, column, column === start ? texts[part]! : null, look);
      this.merge(this.row, start, this.row, end);
    });
    this.heights.set(this.row++, 19.5);
  }

  private header(): readonly [number, number] {
    const look: Look = { font: 'header', align: 'center', border: true, fill: 'header', wrap: true };
    const grouped = this.columns.some((column) => 'group' in column);
    const top = this.row;
    const bottom = grouped ? top + 1 : top;
    let at = 0;
    let single = 1;
    let upper = 1;
    let lower = 1;
    for (const column of this.columns) {
      if ('group' in column) {
        const right = at + column.of.length - 1;
        const width = column.of.reduce((sum, _, n) => sum + this.width(at + n), 0);
        column.of.forEach((leaf, n) => {
          this.put(top, at + n, n === 0 ? column.group : null, look);
          const head = brokenHead(leaf.head, this.width(at + n));
          this.put(bottom, at + n, head, look);
          lower = Math.max(lower, linesIn(head, this.width(at + n)));
        });
        upper = Math.max(upper, linesIn(column.group, width));
        this.merge(top, at, top, right);
        at = right + 1;
      } else {
        const head = brokenHead(column.head, this.width(at));
        this.put(top, at, head, look);
        if (grouped) this.put(bottom, at, null, look);
        this.merge(top, at, bottom, at);
        single = Math.max(single, linesIn(head, this.width(at)));
        at++;
      }
    }
    if (grouped) {
      const extra = Math.max(0, single - upper - lower);
      this.heights.set(top, Math.max(21, upper * LINE + 4));
      this.heights.set(bottom, Math.max(21, (lower + extra) * LINE + 4));
    } else {
      this.heights.set(top, Math.max(24, single * LINE + 6));
    }
    this.row = bottom + 1;
    return [top, bottom];
  }

  private body(): ListRule[] {
    const first = this.row;
    let number = 0;
    for (const row of this.table.rows) {
      if (isSection(row)) {
        this.line(row.section, { font: 'total', align: 'left', border: true, fill: 'total' }, 19.5);
        continue;
      }
      const values = this.table.unnumbered ? row : [++number, ...row];
      if (values.length !== this.leaves.length)
        throw new Error(`${this.table.sheet}: row ${number} has ${values.length} values for ${this.leaves.length} columns`);
      let lines = 1;
      values.forEach((value, column) => {
        this.put(this.row, column, value, this.looks(column, value));
        if (typeof value === 'string') lines = Math.max(lines, linesIn(value, this.width(column)));
      });
      this.heights.set(this.row++, Math.max(18, lines * LINE + 3));
    }
    return this.leaves.flatMap(({ options }, column) =>
      options ? [{ area: { top: first, left: column, bottom: this.row - 1, right: column }, options }] : [],
    );
  }

  private looks(column: number, value: Value): Look {
    const format = FORMATS[this.leaves[column]!.format ?? 'amount'];
    const base: Look = { font: 'body', border: true, ...format };
    if (value === '—' || value === '…') return { font: 'body', border: true, align: 'center' };
    // Figures typed as text keep the text format that made them so.
    if (typeof value === 'string' && 'format' in format) return { ...base, format: '@' };
    return typeof value === 'string' ? { ...base, wrap: true } : base;
  }

  private total(kind: '合计' | '平均', first: number, end: number): void {
    const look: Look = { font: 'total', border: true, fill: 'total' };
    const label = this.table.unnumbered ? 0 : 1;
    this.leaves.forEach((leaf, column) => {
      if (column <= label) return this.put(this.row, column, column === 0 ? kind : null, { ...look, align: 'center' });
      const wanted = leaf.total === 'sum' || (leaf.total === 'mean' && kind === '平均');
      if (!wanted) return this.put(this.row, column, null, look);
      const values = this.cells
        .filter((cell) => cell.column === column && cell.row >= first && cell.row <= end)
        .flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      const sum = values.reduce((total, value) => total + value, 0);
      const area = `${cellName(first, column)}:${columnName(column)}${end + 1}`;
      const value =
        kind === '合计'
          ? { formula: `SUM(${area})`, value: round(sum, 6) }
          : { formula: `AVERAGE(${area})`, value: round(sum / Math.max(1, values.length), 6) };
      const format = FORMATS[leaf.format === 'count' && kind === '平均' && value.value < 100 ? 'one' : (leaf.format ?? 'amount')];
      this.put(this.row, column, value, { ...look, ...format });
    });
    this.merge(this.row, 0, this.row, label);
    this.heights.set(this.row++, 19.5);
  }
}
