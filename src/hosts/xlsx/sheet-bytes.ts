import { encodeCellText } from '../../ooxml/xml/xml-text';
import { cellText } from '../results/limits';
import { CELL_TEXT_LIMIT } from '../../core/sheet-limits';
import type { EntryWriter } from '../../ooxml/zip/zip-data';

/** Large enough to deflate well, small enough to stay in the processor's cache. */
const ROOM = 1 << 16;

/** Writes XML as UTF-8 bytes into an entry. Numbers and markup go byte by byte: no string of a whole sheet ever exists. */
export class SheetBytes {
  /** How many texts were cut to what a cell can hold. */
  shortened = 0;
  private readonly bytes = new Uint8Array(ROOM);
  private at = 0;

  constructor(private readonly entry: EntryWriter) {}

  private flush(): void {
    this.entry.push(this.bytes.slice(0, this.at));
    this.at = 0;
  }

  /** ASCII that needs no escaping. */
  ascii(text: string): void {
    const length = text.length;
    if (this.at + length > ROOM) {
      if (length > ROOM) {
        for (let from = 0; from < length; from += ROOM) this.ascii(text.slice(from, from + ROOM));
        return;
      }
      this.flush();
    }
    const bytes = this.bytes;
    let at = this.at;
    for (let n = 0; n < length; n++) bytes[at++] = text.charCodeAt(n);
    this.at = at;
  }

  /** Markup of any characters, as it is. */
  markup(text: string): void {
    this.characters(text, false);
  }

  /** A formula, escaped. */
  formula(formula: string): void {
    this.characters(encodeCellText(formula), true);
  }

  /** Text of a cell: cleaned, shortened to what Excel takes, escaped. */
  text(value: string): void {
    const clean = cellText(value);
    if (value.length > CELL_TEXT_LIMIT && clean.length >= CELL_TEXT_LIMIT - 1) this.shortened++;
    this.characters(encodeCellText(clean), true);
  }

  private characters(text: string, escape: boolean): void {
    for (let n = 0; n < text.length; n++) {
      if (this.at + 8 > ROOM) this.flush();
      const code = text.charCodeAt(n);
      if (code < 0x80) {
        const entity = escape ? (code === 0x26 ? '&amp;' : code === 0x3c ? '&lt;' : code === 0x3e ? '&gt;' : '') : '';
        if (entity !== '') this.ascii(entity);
        else this.bytes[this.at++] = code;
      } else if (code < 0x800) {
        this.bytes[this.at++] = 0xc0 | (code >> 6);
        this.bytes[this.at++] = 0x80 | (code & 63);
      } else if (code >= 0xd800 && code < 0xdc00) {
        const point = text.codePointAt(n++)!;
        this.bytes[this.at++] = 0xf0 | (point >> 18);
        this.bytes[this.at++] = 0x80 | ((point >> 12) & 63);
        this.bytes[this.at++] = 0x80 | ((point >> 6) & 63);
        this.bytes[this.at++] = 0x80 | (point & 63);
      } else {
        this.bytes[this.at++] = 0xe0 | (code >> 12);
        this.bytes[this.at++] = 0x80 | ((code >> 6) & 63);
        this.bytes[this.at++] = 0x80 | (code & 63);
      }
    }
  }

  finish(): void {
    this.flush();
  }
}
