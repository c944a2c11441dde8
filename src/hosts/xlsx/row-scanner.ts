import type { CellSink } from './cell-sink';
import { checkPlace, takeCell } from './cell-value';
import { decodeCellText } from './xml-text';

/** The unit runs on behind the end of the buffer. */
const MORE = -1;
/** Something that this scanner does not know; the whole sheet is read by {@link SheetXml} instead. */
const UNUSUAL = -2;
/** The closing tag of sheetData has been read. */
const DONE = -3;

export type ScanState = 'more' | 'unusual' | 'done';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
/** A unit is a row's tag or one cell; a longer one is hostile, and scanning it again with each chunk would take for ever. */
const LONGEST_UNIT = 4_000_000;
const bytesOf = (word: string): Uint8Array => new TextEncoder().encode(word);
const ROW = bytesOf('row');
const SHEET_DATA = bytesOf('sheetData');
const CELL = bytesOf('c');
const VALUE = bytesOf('v');
const FORMULA = bytesOf('f');
const INLINE = bytesOf('is');
const TEXT = bytesOf('t');
/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Reads the rows of a worksheet from UTF-8 bytes, chunk by chunk, without making a string of anything but texts. It knows only the
 * shapes that spreadsheet programs write and never guesses: at anything else (comments, CDATA, other elements, another prefix)
 * it gives up as 'unusual'. A zero byte, which XML forbids, marks the end of the buffer.
 */
export class RowScanner {
  /** After 'done': the bytes behind the closing tag of sheetData. */
  rest: Uint8Array = new Uint8Array(0);
  private buffer = new Uint8Array(1 << 16);
  private length = 0;
  private readonly prefix: Uint8Array;
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private row = -1;
  private column = 0;
  private inRow = false;
  private end = 0;
  // Where the attributes r, s and t of the tag read last stand; -1 where it has none.
  private rFrom = -1;
  private rTo = -1;
  private sFrom = -1;
  private sTo = -1;
  private tFrom = -1;
  private tTo = -1;
  private selfClosing = false;
  // Where the text read last stands.
  private from = 0;
  private to = 0;

  constructor(
    private readonly sheet: string,
    private readonly sink: CellSink,
    private readonly sharedTexts: number,
    prefix: string,
  ) {
    this.prefix = bytesOf(prefix);
  }

  push(chunk: Uint8Array): ScanState {
    this.append(chunk);
    let at = 0;
    for (;;) {
      const next = this.unit(at);
      if (next >= 0) {
        at = next;
        continue;
      }
      if (next === UNUSUAL) return 'unusual';
      if (next === DONE) {
        this.rest = this.buffer.slice(this.end, this.length);
        return 'done';
      }
      this.buffer.copyWithin(0, at, this.length);
      this.length -= at;
      return this.length > LONGEST_UNIT ? 'unusual' : 'more';
    }
  }

  private append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length + 1;
    if (needed > this.buffer.length) {
      const wider = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      wider.set(this.buffer.subarray(0, this.length));
      this.buffer = wider;
    }
    this.buffer.set(chunk, this.length);
    this.length += chunk.length;
    this.buffer[this.length] = 0;
  }

  /** Reads the next tag of a row or the next cell. @returns where it ends, or a code */
  private unit(start: number): number {
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
      this.end = at;
      return DONE;
    }
    at = this.word(at, this.inRow ? CELL : ROW);
    if (at < 0) return at;
    at = this.attributes(at);
    if (at < 0) return at;
    return this.inRow ? this.cell(at) : this.openRow(at);
  }

  private openRow(at: number): number {
    const row = this.rFrom < 0 ? this.row + 1 : this.digits(this.rFrom, this.rTo) - 1;
    if (row < 0) return UNUSUAL;
    checkPlace(this.sheet, row, 0);
    this.row = row;
    this.column = 0;
    this.inRow = !this.selfClosing;
    return at;
  }

  private cell(start: number): number {
    const bytes = this.buffer;
    let row = this.row;
    let column = this.column;
    if (this.rFrom >= 0) {
      let letters = this.rFrom;
      column = 0;
      for (; letters < this.rTo && bytes[letters]! >= 0x41 && bytes[letters]! <= 0x5a; letters++) column = column * 26 + bytes[letters]! - 64;
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
      return start;
    }
    let valueFrom = -1;
    let valueTo = -1;
    let formula: string | undefined;
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
      const name = bytes[at + this.prefix.length];
      if (name === 0x66) {
        at = this.content(at, FORMULA);
        if (at < 0) return at;
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
        this.sink.shared(row, column, index);
        return at;
      }
    }
    const value = valueFrom < 0 ? undefined : this.text(valueFrom, valueTo);
    if (valueFrom >= 0 && value === undefined) return UNUSUAL;
    takeCell(this.sheet, this.sink, this.sharedTexts, { row, column, style, type, value, formula });
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

  /** <v>…</v> or <f …>…</f>; leaves the text's place in from and to. */
  private content(start: number, name: Uint8Array): number {
    const bytes = this.buffer;
    let at = this.word(start, name);
    if (at < 0) return at;
    at = this.attributes(at);
    if (at < 0) return at;
    this.from = this.to = at;
    if (this.selfClosing) return at;
    while (bytes[at] !== LESS) if (bytes[at++] === 0) return MORE;
    this.to = at;
    if (bytes[at + 1] !== SLASH) return bytes[at + 1] === 0 ? MORE : UNUSUAL;
    return this.closing(at + 2, name);
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

  private skipSpace(start: number): number {
    let at = start;
    while (isSpace(this.buffer[at]!)) at++;
    return at;
  }

  /** The prefix and a whole element name. */
  private word(start: number, name: Uint8Array): number {
    const bytes = this.buffer;
    let at = start;
    for (const expected of [this.prefix, name]) {
      for (let n = 0; n < expected.length; n++, at++) {
        if (bytes[at] !== expected[n]) return bytes[at] === 0 ? MORE : UNUSUAL;
      }
    }
    const next = bytes[at]!;
    if (next === 0) return MORE;
    return next === GREATER || next === SLASH || isSpace(next) ? at : UNUSUAL;
  }

  private closing(start: number, name: Uint8Array): number {
    const at = this.word(start, name);
    if (at < 0) return at;
    const end = this.skipSpace(at);
    if (this.buffer[end] === GREATER) return end + 1;
    return this.buffer[end] === 0 ? MORE : UNUSUAL;
  }

  /** The attributes of a tag up to behind its '>'. */
  private attributes(start: number): number {
    const bytes = this.buffer;
    this.rFrom = this.sFrom = this.tFrom = -1;
    let at = start;
    for (;;) {
      const gap = at;
      at = this.skipSpace(at);
      const first = bytes[at]!;
      if (first === 0) return MORE;
      if (first === GREATER) {
        this.selfClosing = false;
        return at + 1;
      }
      if (first === SLASH) {
        this.selfClosing = true;
        if (bytes[at + 1] === GREATER) return at + 2;
        return bytes[at + 1] === 0 ? MORE : UNUSUAL;
      }
      if (at === gap) return UNUSUAL;
      const name = at;
      for (; bytes[at] !== EQUALS; at++) {
        const byte = bytes[at]!;
        if (byte === 0) return MORE;
        if (byte <= 0x20 || byte === GREATER || byte === LESS || byte === SLASH) return UNUSUAL;
      }
      const nameLength = at - name;
      const quote = bytes[++at]!;
      if (quote === 0) return MORE;
      if (quote !== 0x22 && quote !== 0x27) return UNUSUAL;
      const from = ++at;
      for (; bytes[at] !== quote; at++) {
        const byte = bytes[at]!;
        if (byte === 0) return MORE;
        if (byte === LESS || byte === AMPERSAND) return UNUSUAL;
      }
      if (nameLength === 1) this.note(first, from, at);
      // A namespace declared on the way would change what names mean.
      else if (nameLength >= 5 && first === 0x78 && bytes[name + 1] === 0x6d && bytes[name + 2] === 0x6c && bytes[name + 3] === 0x6e) return UNUSUAL;
      at++;
    }
  }

  private note(name: number, from: number, to: number): void {
    if (name === 0x72) [this.rFrom, this.rTo] = [from, to];
    else if (name === 0x73) [this.sFrom, this.sTo] = [from, to];
    else if (name === 0x74) [this.tFrom, this.tTo] = [from, to];
  }

  /** A whole number of up to nine digits, -1 for anything else. */
  private digits(from: number, to: number): number {
    if (to <= from || to - from > 9) return -1;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = this.buffer[at]! - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /**
   * A plain decimal. With up to 15 digits and a power of ten up to 22 both are exact doubles, so one division rounds correctly;
   * everything longer is left to the language. NaN for what is no number.
   */
  private number(from: number, to: number): number {
    const bytes = this.buffer;
    let at = from;
    const negative = bytes[at] === 0x2d;
    if (negative) at++;
    let mantissa = 0;
    let count = 0;
    let point = -1;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte >= 0x30 && byte <= 0x39) {
        mantissa = mantissa * 10 + byte - 0x30;
        if (mantissa > 0) count++;
      } else if (byte === 0x2e && point < 0) point = at;
      else return this.longNumber(from, to);
    }
    const places = point < 0 ? 0 : to - point - 1;
    if (count > 15 || places > 22 || at === from + (negative ? 1 : 0) || point === to - 1) return this.longNumber(from, to);
    const value = mantissa / TENS[places]!;
    return negative ? -value : value;
  }

  private longNumber(from: number, to: number): number {
    let digits = '';
    for (let at = from; at < to; at++) digits += String.fromCharCode(this.buffer[at]!);
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return NaN;
    const value = Number(digits);
    return Number.isFinite(value) ? value : NaN;
  }

  /** The text between two places, undefined where it holds something unusual. */
  private text(from: number, to: number): string | undefined {
    const bytes = this.buffer;
    let plain = to - from <= 40;
    let entities = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte < 0x20 && byte !== 0x0a && byte !== 0x09) return undefined;
      if (byte >= 0x80) plain = false;
      else if (byte === AMPERSAND) entities = true;
    }
    let text = '';
    if (plain) for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
    else {
      try {
        text = this.decoder.decode(bytes.subarray(from, to));
      } catch {
        return undefined;
      }
    }
    if (/\uffff|\ufffe|]]>/.test(text)) return undefined;
    const decoded = entities ? decodeEntities(text) : text;
    return decoded === undefined ? undefined : decodeCellText(decoded);
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Undefined where an entity is none of the five of XML, or a character reference names no character. */
function decodeEntities(text: string): string | undefined {
  let valid = true;
  const decoded = text.replace(/&([^&;]*)(;?)/g, (_, body: string, end: string) => {
    const named = NAMED[body];
    if (end === ';' && named !== undefined) return named;
    const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(body);
    const code = match ? parseInt(match[1] ?? match[2]!, match[1] === undefined ? 10 : 16) : 0;
    const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
    if (end !== ';' || !allowed) valid = false;
    return valid ? String.fromCodePoint(code) : '';
  });
  return valid ? decoded : undefined;
}
