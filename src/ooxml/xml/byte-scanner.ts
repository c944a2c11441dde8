import { LIMITS } from '../limits';
import { ByteWindow, EQUALS, GREATER, LESS, MORE, SLASH, bytesOf, declaresNamespace, isSpace } from './byte-window';
import { decodeStrictly } from './entities';
import { decodeCellText } from './xml-text';

/** Something that this scanner does not know; the whole part is read by the book instead. */
export const UNUSUAL = -2;
/** The closing tag of the container has been read. */
const DONE = -3;

export type ScanState = 'more' | 'unusual' | 'done';

/** A unit is one record; a longer one is hostile, and scanning it again with each chunk would take for ever. */
const LONGEST_UNIT = 4_000_000;

const AMPERSAND = 0x26;
/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/**
 * Scans the records of a large part from UTF-8 bytes, chunk by chunk, without making a string of anything but texts. It knows
 * only the shapes that programs write and never guesses: at anything else it gives up as 'unusual'. Every method is given a
 * place in the buffer and gives back the place behind what it read, or {@link MORE} or {@link UNUSUAL}.
 */
export abstract class ByteScanner extends ByteWindow {
  /** After 'done': the bytes behind the closing tag of the container. */
  rest: Uint8Array = new Uint8Array(0);
  private end = 0;
  // Where the text read last stands.
  protected from = 0;
  protected to = 0;
  // Where the attributes r, s and t of the tag read last stand; -1 where it has none.
  protected rFrom = -1;
  protected rTo = -1;
  protected sFrom = -1;
  protected sTo = -1;
  protected tFrom = -1;
  protected tTo = -1;
  protected selfClosing = false;
  private readonly prefix: Uint8Array;

  /** @param prefix "x:" where the elements have a prefix, else '' */
  constructor(prefix: string) {
    super();
    this.prefix = bytesOf(prefix);
  }

  protected get prefixLength(): number {
    return this.prefix.length;
  }

  /** Reads one unit. @returns the place behind it, a code, or what {@link finished} gives */
  protected abstract unit(start: number): number;

  protected finished(at: number): number {
    this.end = at;
    return DONE;
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
      this.drop(at);
      return this.length > LONGEST_UNIT ? 'unusual' : 'more';
    }
  }

  /** <v>…</v> or <f …>…</f>; leaves the text's place in from and to. */
  protected content(start: number, name: Uint8Array): number {
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

  /** The prefix and a whole element name. */
  protected word(start: number, name: Uint8Array): number {
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

  protected closing(start: number, name: Uint8Array): number {
    const at = this.word(start, name);
    if (at < 0) return at;
    const end = this.skipSpace(at);
    if (this.buffer[end] === GREATER) return end + 1;
    return this.buffer[end] === 0 ? MORE : UNUSUAL;
  }

  /** The attributes of a tag up to behind its '>'. */
  protected attributes(start: number): number {
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
      else if (declaresNamespace(bytes, name, nameLength)) return UNUSUAL;
      at++;
    }
  }

  private note(name: number, from: number, to: number): void {
    if (name === 0x72) [this.rFrom, this.rTo] = [from, to];
    else if (name === 0x73) [this.sFrom, this.sTo] = [from, to];
    else if (name === 0x74) [this.tFrom, this.tTo] = [from, to];
  }

  /** A whole number of up to nine digits, -1 for anything else. */
  protected digits(from: number, to: number): number {
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
  protected number(from: number, to: number): number {
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
    for (let at = from; at < to; at++) {
      const byte = this.buffer[at]!;
      const known = (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2d || byte === 0x2b || byte === 0x45 || byte === 0x65;
      // Number() would also take hexadecimal, "Infinity" and spaces.
      if (!known) return NaN;
      digits += String.fromCharCode(byte);
    }
    if (digits === '') return NaN;
    const value = Number(digits);
    return Number.isFinite(value) ? value : NaN;
  }

  /** The text between two places, undefined where it holds something unusual. */
  protected text(from: number, to: number): string | undefined {
    if (to - from > LIMITS.text) return undefined;
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
      const read = this.utf8(bytes.subarray(from, to));
      if (read === undefined) return undefined;
      text = read;
    }
    if (/\uffff|\ufffe|]]>/.test(text)) return undefined;
    const decoded = entities ? decodeStrictly(text) : text;
    return decoded === undefined ? undefined : decodeCellText(decoded);
  }
}
