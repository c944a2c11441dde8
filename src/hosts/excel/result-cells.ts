import type { PlanCell } from '../../core/plan';
import type { PlacedCell, SheetLayout } from '../results/layout';
import { span } from '../results/layout';
import { typedText } from './cell-text';
import { toR1C1 } from './r1c1';

/** What goes into a cell: '' leaves it empty, a text with '=' is a live formula, an apostrophe keeps a text text. */
export type Entry = string | number | boolean;

export const NO_STYLE = -1;

/** Cells of one column, one below the other, whose formulas are the same in R1C1 notation. */
export interface FormulaRun {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  /** With the leading '='. */
  readonly formula: string;
  /** See {@link answerBytes}; of all its cells. */
  readonly bytes: number;
}

/** What an entry takes in an answer of Excel's, as JSON in UTF-8 with its comma; a sign beyond ASCII counts as three bytes. */
export function answerBytes(entry: Entry): number {
  if (typeof entry !== 'string') return String(entry).length + 1;
  let bytes = 3;
  for (let at = 0; at < entry.length; at++) bytes += entry.charCodeAt(at) < 0x80 ? 1 : 3;
  return bytes;
}

/** Shorter runs cost more as a range of their own than as cells. */
const SHORTEST_RUN = 4;

/** The cells of one result sheet, row by row. */
export class ResultCells {
  readonly rows: number;
  readonly columns: number;
  /** Formulas that are set for a whole run of cells; {@link entries} leaves these cells empty. */
  readonly runs: readonly FormulaRun[];
  private readonly inRun: readonly (Uint8Array | undefined)[];
  private readonly cut = new Set<number>();

  constructor(
    private readonly layout: SheetLayout,
    /** Puts in the names under which sheets and ranges are written. */
    private readonly rewrite: (formula: string) => string,
  ) {
    this.rows = layout.rows;
    this.columns = layout.columns;
    const found = this.findRuns();
    this.runs = found.flatMap(({ runs }) => runs);
    this.inRun = found.map(({ covered }) => covered);
  }

  /** Texts that were cut to what a cell holds, among the entries that were asked for. */
  get shortened(): number {
    return this.cut.size;
  }

  private findRuns(): { runs: FormulaRun[]; covered: Uint8Array | undefined }[] {
    const { head, plan } = this.layout;
    return plan.body.map((body, column) => {
      if (body.kind !== 'number' || !body.formulas || plan.bodyRows < SHORTEST_RUN) return { runs: [], covered: undefined };
      const texts: (string | undefined)[] = [];
      body.formulas.forEach((formula, n) => {
        const kind = body.alike?.[n] ?? 0;
        const isMoved = kind > 0 && kind === body.alike![n - 1];
        texts.push(isMoved ? texts[n - 1] : formula === '' ? undefined : toR1C1(this.rewrite(formula), head.length + n, column));
      });
      const runs: FormulaRun[] = [];
      const covered = new Uint8Array(plan.bodyRows);
      for (let from = 0; from < texts.length;) {
        let to = from;
        while (to + 1 < texts.length && texts[to + 1] === texts[from]) to++;
        if (texts[from] !== undefined && to - from + 1 >= SHORTEST_RUN) {
          const bytes = body.formulas.slice(from, to + 1).reduce((sum, formula) => sum + answerBytes(`=${formula}`), 0);
          runs.push({ column, top: head.length + from, bottom: head.length + to, formula: `=${texts[from]}`, bytes });
          covered.fill(1, from, to + 1);
        }
        from = to + 1;
      }
      return { runs, covered };
    });
  }

  private block(row: number): readonly PlacedCell[] | undefined {
    const { head, foot, plan } = this.layout;
    return row < head.length ? head[row] : foot[row - head.length - plan.bodyRows];
  }

  private inBody(row: number): boolean {
    const top = this.layout.head.length;
    return row >= top && row < top + this.layout.plan.bodyRows;
  }

  entries(row: number): Entry[] {
    const line = new Array<Entry>(this.columns).fill('');
    if (this.inBody(row)) {
      const at = row - this.layout.head.length;
      this.layout.plan.body.forEach((column, c) => {
        if (column.kind === 'text') {
          line[c] = this.text(column.values[at]!, row, c);
          return;
        }
        if (this.inRun[c]?.[at] === 1) return;
        const formula = column.formulas?.[at] ?? '';
        line[c] = formula === '' ? number(column.values[at]!) : this.formula(formula);
      });
    } else {
      for (const { column, cell } of this.block(row) ?? []) line[column] = this.entry(cell, row, column);
    }
    return line;
  }

  private entry({ value, formula = '' }: PlanCell, row: number, column: number): Entry {
    if (formula !== '') return this.formula(formula);
    if (typeof value === 'string') return this.text(value, row, column);
    if (typeof value === 'number') return number(value);
    return value ?? '';
  }

  private text(text: string, row: number, column: number): string {
    const { typed, shortened } = typedText(text);
    if (shortened) this.cut.add(row * this.columns + column);
    return typed;
  }

  private formula(formula: string): string {
    return `=${this.rewrite(formula)}`;
  }

  /** The plan's style of every cell of a row; cells that a wider one covers have its style too. */
  styles(row: number, line: Int32Array): void {
    line.fill(NO_STYLE);
    if (this.inBody(row)) {
      const at = row - this.layout.head.length;
      this.layout.plan.body.forEach((column, c) => {
        line[c] = column.styles ? column.styles[at]! : column.style;
      });
      return;
    }
    for (const { column, cell } of this.block(row) ?? []) line.fill(cell.style ?? NO_STYLE, column, column + span(cell));
  }
}

const number = (value: number): Entry => (Number.isFinite(value) ? value : '');

/** Bytes of an entry in the request, quotes and comma included; Chinese characters take three. */
export function entryBytes(entry: Entry): number {
  if (typeof entry !== 'string') return String(entry).length + 1;
  let bytes = 3;
  for (let at = 0; at < entry.length; at++) {
    const unit = entry.charCodeAt(at);
    bytes += unit < 0x80 ? (unit === 0x22 || unit === 0x5c ? 2 : unit < 0x20 ? 6 : 1) : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}
