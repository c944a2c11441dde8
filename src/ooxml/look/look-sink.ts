import type { Area } from '../../core/cell';
import { CellKind } from '../../core/grid';
import { fileWords as words } from '../words';
import type { CellSink, FormulaBond, RowFormat } from '../sheet/cell-sink';
import { SHEET_COLUMNS } from '../../core/sheet-limits';
import { refusal } from '../../core/refusal';
import { parseArea } from '../sheet/areas';
import { SharedFormula } from '../formula/formula-shift';
import type { CellsLook } from './look';
import type { StyleTable } from './style-table';
import type { TextTable } from './text-table';

/** Neighbouring rows whose tags say the same. */
export interface RowRun {
  readonly first: number;
  last: number;
  readonly format: RowFormat;
}

/** Excel's own limit for the text of a formula. */
const LONGEST_FORMULA = 8192;
/** UTF-16 units to which the shared formulas of a sheet may come when they are worked out: a few bytes of file can ask for any amount. */
const MOST_SHARED = 400_000_000;

interface Pending {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly shared: string;
}

/** Takes cells and rows with their styles, as long as they come in order. */
export class LookSink implements CellSink {
  /** Set when a cell or row came out of order; from there on all is useless. */
  disordered = false;
  readonly merges: Area[] = [];
  readonly rows: RowRun[] = [];
  private columnOf = new Uint16Array(1024);
  private kinds = new Uint8Array(1024);
  private payload = new Float64Array(1024);
  private styleOf = new Uint16Array(1024);
  private readonly rowEnds: number[] = [];
  private readonly formulas: { at: number; text: string; array?: string }[] = [];
  private readonly masters = new Map<string, SharedFormula>();
  private readonly pending: Pending[] = [];
  private sharedLength = 0;
  private size = 0;
  private columns = 0;
  private last = -1;
  private lastRow = -1;

  constructor(
    private readonly sheet: string,
    private readonly styles: StyleTable,
    private readonly texts: TextTable,
  ) {
    texts.begin();
  }

  private put(row: number, column: number, kind: number, payload: number, style: number): void {
    const place = row * SHEET_COLUMNS + column;
    if (this.disordered || place <= this.last) {
      this.disordered = true;
      return;
    }
    this.last = place;
    const at = this.size++;
    while (this.rowEnds.length <= row) this.rowEnds.push(at);
    if (at === this.kinds.length) this.grow();
    this.columnOf[at] = column;
    this.kinds[at] = kind;
    this.payload[at] = payload;
    this.styleOf[at] = style;
    this.rowEnds[row] = this.size;
    if (column >= this.columns) this.columns = column + 1;
  }

  private grow(): void {
    const wider = <T extends Uint8Array | Uint16Array | Float64Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    const room = this.kinds.length * 2;
    this.columnOf = wider(this.columnOf, new Uint16Array(room));
    this.kinds = wider(this.kinds, new Uint8Array(room));
    this.payload = wider(this.payload, new Float64Array(room));
    this.styleOf = wider(this.styleOf, new Uint16Array(room));
  }

  number(row: number, column: number, value: number, style: number): void {
    this.put(row, column, CellKind.number, value + this.styles.shift(style), this.styles.number(style));
  }

  date(row: number, column: number, serial: number, style: number): void {
    this.put(row, column, CellKind.number, serial, this.styles.dateNumber(style));
  }

  text(row: number, column: number, value: string, style: number): void {
    this.put(row, column, CellKind.text, this.texts.text(value), this.styles.number(style));
  }

  shared(row: number, column: number, index: number, style: number): void {
    const place = this.texts.sharedText(index);
    if (place < 0) this.blank(row, column, style);
    else this.put(row, column, CellKind.text, place, this.styles.number(style));
  }

  boolean(row: number, column: number, value: boolean, style: number): void {
    this.put(row, column, CellKind.boolean, value ? 1 : 0, this.styles.number(style));
  }

  error(row: number, column: number, code: string, style: number): void {
    this.put(row, column, CellKind.error, this.texts.text(code), this.styles.number(style));
  }

  blank(row: number, column: number, style: number): void {
    this.put(row, column, CellKind.empty, 0, this.styles.number(style));
  }

  row(row: number, format: RowFormat): void {
    if (row <= this.lastRow) this.disordered = true;
    this.lastRow = row;
    const run = this.rows.at(-1);
    const alike =
      run &&
      run.last === row - 1 &&
      run.format.height === format.height &&
      run.format.hidden === format.hidden &&
      run.format.style === format.style;
    if (alike) run.last = row;
    else this.rows.push({ first: row, last: row, format });
  }

  merge(area: Area): void {
    this.merges.push(area);
  }

  formula(text: string, bond?: FormulaBond): void {
    if (this.disordered) return;
    const at = this.size - 1;
    if (bond?.type === 'shared' && bond.shared !== undefined) this.sharedFormula(at, text, bond.shared);
    // The formulas of a what-if table have no text that could be calculated elsewhere.
    else if (text === '' || bond?.type === 'dataTable') return;
    else if (bond?.type === 'array' && bond.range !== undefined && parseArea(bond.range))
      this.formulas.push({ at, text, array: bond.range });
    else this.formulas.push({ at, text });
  }

  private sharedFormula(at: number, text: string, shared: string): void {
    const [row, column] = [Math.floor(this.last / SHEET_COLUMNS), this.last % SHEET_COLUMNS];
    if (text !== '') {
      this.formulas.push({ at, text });
      if (text.length <= LONGEST_FORMULA) this.masters.set(shared, new SharedFormula(text, row, column));
      return;
    }
    const master = this.masters.get(shared);
    if (master) this.share(at, master.at(row, column));
    else this.pending.push({ at, row, column, shared });
  }

  private share(at: number, text: string): void {
    this.sharedLength += text.length;
    if (this.sharedLength > MOST_SHARED) throw refusal('long-text', words.longFormulas(this.sheet), { sheet: this.sheet });
    this.formulas.push({ at, text });
  }

  build(): CellsLook {
    // A formula may be shared by cells that stand before the one that has its text.
    for (const { at, row, column, shared } of this.pending) {
      const master = this.masters.get(shared);
      if (master) this.share(at, master.at(row, column));
    }
    if (this.pending.length > 0) this.formulas.sort((a, b) => a.at - b.at);
    const rows = this.rowEnds.length;
    const rowStart = new Int32Array(rows + 1);
    rowStart.set(this.rowEnds, 1);
    return {
      rows,
      columns: this.columns,
      rowStart,
      columnOf: this.columnOf.slice(0, this.size),
      kinds: this.kinds.slice(0, this.size),
      payload: this.payload.slice(0, this.size),
      styleOf: this.styleOf.slice(0, this.size),
      texts: this.texts.texts,
      formulas: this.formulas,
    };
  }
}
