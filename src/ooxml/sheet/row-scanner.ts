import { ByteScanner, UNUSUAL } from '../xml/byte-scanner';
import { EQUALS, GREATER, LESS, MORE, SLASH, bytesOf } from '../xml/byte-window';
import type { CellSink, FormulaBond } from './cell-sink';
import { rowFormat } from './cell-sink';
import { checkPlace, takeCell } from './cell-value';

const ROW = bytesOf('row');
const SHEET_DATA = bytesOf('sheetData');
const CELL = bytesOf('c');
const VALUE = bytesOf('v');
const FORMULA = bytesOf('f');
const INLINE = bytesOf('is');
const TEXT = bytesOf('t');

/**
 * Reads the rows of a worksheet from UTF-8 bytes, chunk by chunk, without making a string of anything but texts. It knows only the
 * shapes that spreadsheet programs write and never guesses: at anything else (comments, CDATA, other elements, another prefix)
 * it gives up as 'unusual'.
 */
export class RowScanner extends ByteScanner {
  private row = -1;
  private column = 0;
  private inRow = false;

  constructor(
    private readonly sheet: string,
    private readonly sink: CellSink,
    private readonly sharedTexts: number,
    prefix: string,
  ) {
    super(prefix);
  }

  /** Reads the next tag of a row or the next cell. @returns where it ends, or a code */
  protected unit(start: number): number {
    const bytes = this.buffer;
    let at = this.skipSpace(start);
    if (bytes[at] !== LESS) return bytes[at] === 0 ? MORE : UNUSUAL;
    at++;
    if (bytes[at] === SLASH) {
      at = this.closing(at + 1, this.inRow ? ROW : SHEET_DATA);
      if (at < 0) return at;
      if (this.inRow) {
        this.inRow = false;
        return at;
      }
      return this.finished(at);
    }
    at = this.word(at, this.inRow ? CELL : ROW);
    if (at < 0) return at;
    const tag = at;
    at = this.attributes(at);
    if (at < 0) return at;
    return this.inRow ? this.cell(at) : this.openRow(tag, at);
  }

  private openRow(tag: number, at: number): number {
    const row = this.rFrom < 0 ? this.row + 1 : this.digits(this.rFrom, this.rTo) - 1;
    if (row < 0) return UNUSUAL;
    checkPlace(this.sheet, row, 0);
    this.row = row;
    this.column = 0;
    this.inRow = !this.selfClosing;
    this.sink.row?.(
      row,
      rowFormat((name) => this.attributeIn(tag, name)),
    );
    return at;
  }

  /** An attribute of a tag that has been found to be usual. @param tag where its attributes begin */
  private attributeIn(tag: number, name: string): string | undefined {
    const bytes = this.buffer;
    for (let at = this.skipSpace(tag); bytes[at] !== GREATER && bytes[at] !== SLASH; at = this.skipSpace(at + 1)) {
      const start = at;
      while (bytes[at] !== EQUALS) at++;
      let alike = at - start === name.length;
      for (let n = 0; alike && n < name.length; n++) alike = bytes[start + n] === name.charCodeAt(n);
      const quote = bytes[at + 1];
      const from = at + 2;
      at = from;
      while (bytes[at] !== quote) at++;
      if (alike) return this.text(from, at);
    }
    return undefined;
  }

  private bond(tag: number): FormulaBond {
    return { type: this.attributeIn(tag, 't') ?? 'normal', shared: this.attributeIn(tag, 'si'), range: this.attributeIn(tag, 'ref') };
  }

  private cell(start: number): number {
    const bytes = this.buffer;
    let row = this.row;
    let column = this.column;
    if (this.rFrom >= 0) {
      let letters = this.rFrom;
      column = 0;
      for (; letters < this.rTo && bytes[letters]! >= 0x41 && bytes[letters]! <= 0x5a; letters++)
        column = column * 26 + bytes[letters]! - 64;
      if (letters === this.rFrom || letters > this.rFrom + 3) return UNUSUAL;
      column--;
      row = this.digits(letters, this.rTo) - 1;
      if (row < 0) return UNUSUAL;
    }
    const style = this.sFrom < 0 ? 0 : this.digits(this.sFrom, this.sTo);
    if (style < 0) return UNUSUAL;
    const type = this.cellType();
    if (type === undefined) return UNUSUAL;
    if (this.selfClosing) {
      this.column = column + 1;
      if (this.sink.blank) {
        checkPlace(this.sheet, row, column);
        this.sink.blank(row, column, style);
      }
      return start;
    }
    let valueFrom = -1;
    let valueTo = -1;
    let formula: string | undefined;
    let bond: FormulaBond | undefined;
    let at = start;
    for (;;) {
      at = this.skipSpace(at);
      if (bytes[at] !== LESS) return bytes[at] === 0 ? MORE : UNUSUAL;
      at++;
      if (bytes[at] === SLASH) {
        at = this.closing(at + 1, CELL);
        if (at < 0) return at;
        break;
      }
      const name = bytes[at + this.prefixLength];
      if (name === 0x66) {
        const tag = at + this.prefixLength + FORMULA.length;
        at = this.content(at, FORMULA);
        if (at < 0) return at;
        if (this.tFrom >= 0 && this.sink.row) bond = this.bond(tag);
        const text = this.text(this.from, this.to);
        if (text === undefined || formula !== undefined) return UNUSUAL;
        formula = text;
      } else {
        at = name === 0x69 ? this.inlineText(at) : this.content(at, VALUE);
        if (at < 0) return at;
        if (valueFrom >= 0) return UNUSUAL;
        valueFrom = this.from;
        valueTo = this.to;
      }
    }
    this.column = column + 1;
    if (type === 'n' && formula === undefined && valueFrom >= 0) {
      const value = this.number(valueFrom, valueTo);
      if (value === value) {
        checkPlace(this.sheet, row, column);
        this.sink.number(row, column, value, style);
        return at;
      }
    }
    if (type === 's' && formula === undefined && valueFrom >= 0) {
      const index = this.digits(valueFrom, valueTo);
      if (index >= 0 && index < this.sharedTexts) {
        checkPlace(this.sheet, row, column);
        this.sink.shared(row, column, index, style);
        return at;
      }
    }
    const value = valueFrom < 0 ? undefined : this.text(valueFrom, valueTo);
    if (valueFrom >= 0 && value === undefined) return UNUSUAL;
    takeCell(this.sheet, this.sink, this.sharedTexts, { row, column, style, type, value, formula, bond });
    return at;
  }

  private cellType(): string | undefined {
    if (this.tFrom < 0) return 'n';
    const first = this.buffer[this.tFrom]!;
    switch (this.tTo - this.tFrom) {
      case 1:
        return first === 0x73 ? 's' : first === 0x6e ? 'n' : first === 0x62 ? 'b' : first === 0x65 ? 'e' : first === 0x64 ? 'd' : undefined;
      case 3:
        return first === 0x73 ? 'str' : undefined;
      case 9:
        return first === 0x69 ? 'inlineStr' : undefined;
      default:
        return undefined;
    }
  }

  /** <is><t …>…</t></is>; an inline text with runs is unusual. */
  private inlineText(start: number): number {
    let at = this.word(start, INLINE);
    if (at < 0) return at;
    at = this.attributes(at);
    if (at < 0) return at;
    if (this.selfClosing) return UNUSUAL;
    at = this.skipSpace(at);
    if (this.buffer[at] !== LESS) return this.buffer[at] === 0 ? MORE : UNUSUAL;
    at = this.content(at + 1, TEXT);
    if (at < 0) return at;
    at = this.skipSpace(at);
    if (this.buffer[at] !== LESS) return this.buffer[at] === 0 ? MORE : UNUSUAL;
    if (this.buffer[at + 1] !== SLASH) return this.buffer[at + 1] === 0 ? MORE : UNUSUAL;
    return this.closing(at + 2, INLINE);
  }
}
