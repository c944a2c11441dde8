import { FormulaFault, type FormulaFlaw, type FormulaMark, type Operand } from './formula-marks';
import { CELL, COLUMNS, ERROR, FULL_WIDTH, NAME, NUMBER, ROWS, SPACE, STRUCTURE, TEXT, isColumn, isRow } from './tokens';

const LONGEST_TEXT = 255;
const LARGEST_NUMBER = 9.99999999999999e307;

/** Reads what stands by itself in a formula: texts, numbers, errors, arrays of constants, cells, columns of tables. */
export abstract class OperandReader {
  readonly marks: FormulaMark[] = [];
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected trim(start: number, end: number, colon: number, before: string, after: string): void {
    if (before !== '' || after !== '') this.marks.push({ kind: 'trim', start, end, colon, before: before !== '', after: after !== '' });
  }

  /** Columns, rows or a cell. */
  protected place(start: number): Operand | undefined {
    const from = this.at;
    const wide = this.match(COLUMNS) ?? this.match(ROWS);
    if (wide) {
      const [, , first, before, after, , last] = wide;
      const fits = /[A-Za-z]/.test(first!) ? isColumn : isRow;
      if (fits(first!) && fits(last!)) {
        this.trim(start, this.at, from + wide[0].search(/[.:]/), before!, after!);
        return { start, end: this.at, kind: 'area', cells: true };
      }
      if (fits === isRow) throw new FormulaFault('outside', from);
      this.at = from;
    }
    const cell = this.match(CELL);
    if (cell) {
      const [, fixedColumn, letters, fixedRow, digits] = cell;
      if (isColumn(letters!) && isRow(digits!)) return { start, end: this.at, kind: 'cell', cells: true };
      if (isColumn(letters!) || fixedColumn !== '' || fixedRow !== '') throw new FormulaFault('outside', from);
      this.at = from;
    }
    if (this.text[from] === '$') throw this.fault('sign');
    return undefined;
  }

  /** Rows of constants, all of one length. */
  protected array(): Operand {
    const start = this.at;
    let width = 0;
    for (let column = 1; ; column++) {
      this.at++;
      this.space();
      this.constant();
      this.space();
      const next = this.text[this.at];
      if (next === ',') continue;
      if (next !== ';' && next !== '}') throw this.fault(next === undefined ? 'parenthesis' : 'operator');
      if (width !== 0 && column !== width) throw this.fault('operand');
      width = column;
      column = 0;
      if (next === '}') break;
    }
    this.at++;
    return { start, end: this.at, kind: 'array', cells: false };
  }

  protected constant(): void {
    const start = this.at;
    const next = this.text[start];
    if (next === '"') this.quoted();
    else if (next === '#') this.error();
    else if (next !== undefined && /[0-9.+-]/.test(next)) {
      if (next === '+' || next === '-') this.at++;
      this.number();
    } else if (!/^(?:TRUE|FALSE)$/i.test(this.match(NAME)?.[0] ?? '')) throw this.fault('operand', start);
  }

  protected quoted(): Operand {
    const start = this.at;
    const text = this.match(TEXT)?.[0];
    if (text === undefined) throw this.fault('open-text');
    if (text.slice(1, -1).replaceAll('""', '"').length > LONGEST_TEXT) throw new FormulaFault('long-text', start);
    return { start, end: this.at, kind: 'constant', cells: false };
  }

  protected number(): Operand {
    const start = this.at;
    const number = this.match(NUMBER)?.[0];
    if (number === undefined) throw this.fault('operand');
    if (Number(number) > LARGEST_NUMBER) throw new FormulaFault('number', start);
    if (this.match(NAME, false)) throw this.fault('operator');
    return { start, end: this.at, kind: 'constant', cells: false };
  }

  protected error(): Operand {
    const start = this.at;
    const error = this.match(ERROR)?.[0].toUpperCase();
    if (error === undefined) throw this.fault('sign');
    this.marks.push({ kind: 'error', start, end: this.at });
    // The sheet is gone, and the cell is left: #REF!A1.
    if (error === '#REF!') this.place(start);
    return { start, end: this.at, kind: 'error', cells: error === '#REF!' };
  }

  /** @param table undefined for one in another workbook */
  protected structure(start: number, table: string | undefined): Operand {
    const bracket = this.at;
    if (!this.match(STRUCTURE)) throw this.fault('sign');
    if (table !== undefined) this.marks.push({ kind: 'table', name: table, bracket, end: this.at });
    return { start, end: this.at, kind: 'table', cells: true };
  }

  protected space(): void {
    this.match(SPACE);
  }

  protected match(pattern: RegExp, take = true): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match && take) this.at += match[0].length;
    return match;
  }

  protected fault(flaw: FormulaFlaw, at = this.at): FormulaFault {
    const here = this.text[at];
    return new FormulaFault(here !== undefined && FULL_WIDTH.test(here) ? 'full-width' : flaw, at);
  }
}
