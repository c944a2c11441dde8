import { ByteScanner, UNUSUAL } from '../xml/byte-scanner';
import { LESS, MORE, SLASH, bytesOf } from '../xml/byte-window';
import { SPREADSHEET } from '../xml/namespaces';
import type { Package } from '../parts/package';
import type { BookReader } from './scan-part';
import { readByTheBook, scanPart } from './scan-part';
import { decodeCellText } from '../xml/xml-text';
import { XmlReader } from '../xml/xml-reader';

const RAISED: ReadonlyMap<string, string> = new Map([...'0123456789'].map((digit, at) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[at]!]));
const STRUCK = '\u0336';

/** A run as it is seen, in characters that say so: raised digits are ⁴⁰⁰, and digits struck out bear a stroke, so that nobody takes them for a number. */
export function asSeen(text: string, raised: boolean, struck: boolean): string {
  if (!raised && !struck) return text;
  return text.replace(/[0-9]/g, (digit) => (struck ? digit + STRUCK : RAISED.get(digit)!));
}

/** Collects the text of one <si> or <is>: runs one after the other, phonetic readings (rPh) left out. */
export class RichText {
  private text = '';
  private run = '';
  private phonetic = 0;
  private inText = false;
  private raised = false;
  private struck = false;

  begin(): void {
    this.text = '';
    this.run = '';
    this.phonetic = 0;
    this.inText = false;
    this.raised = this.struck = false;
  }

  /** @param val the element's attribute val */
  open(local: string, val?: string): void {
    if (local === 'rPh') this.phonetic++;
    else if (local === 't') this.inText = true;
    else if (local === 'r') this.raised = this.struck = false;
    else if (local === 'vertAlign') this.raised = val === 'superscript';
    else if (local === 'strike') this.struck = val === undefined || ['1', 'true', 'on'].includes(val);
  }

  close(local: string): void {
    if (local === 'rPh') this.phonetic--;
    else if (local === 't') {
      this.text += asSeen(decodeCellText(this.run), this.raised, this.struck);
      this.run = '';
      this.inText = false;
    }
  }

  /** @returns the length so far */
  add(piece: string): number {
    if (this.inText && this.phonetic === 0) this.run += piece;
    return this.text.length + this.run.length;
  }

  end(): string {
    return this.text;
  }
}

/** Reads the table by the book. */
class SharedTextsXml implements BookReader {
  state: 'before' | 'inside' | 'after' = 'before';
  prefix = '';
  private readonly reader: XmlReader;
  private readonly rich = new RichText();

  constructor(part: string, texts: string[]) {
    const { rich } = this;
    this.reader = new XmlReader(part, {
      open: ({ local, uri, prefix, attributes }, depth) => {
        if (!SPREADSHEET.includes(uri as (typeof SPREADSHEET)[number])) return;
        if (depth === 0 && local === 'sst') {
          this.state = 'inside';
          this.prefix = prefix === '' ? '' : `${prefix}:`;
        } else if (depth === 1) rich.begin();
        else if (depth > 1) rich.open(local, attributes['val']?.value);
      },
      close: ({ local }, depth) => {
        if (depth === 0) this.state = 'after';
        else if (depth === 1 && local === 'si') texts.push(rich.end());
        else if (depth > 1) rich.close(local);
      },
      text: (piece) => rich.add(piece),
    });
  }

  write(text: string): void {
    this.reader.write(text);
  }

  finish(): void {
    this.reader.close();
  }
}

const ITEM = bytesOf('si');
const TABLE = bytesOf('sst');
const TEXT = bytesOf('t');
const PHONETIC = bytesOf('rPh');
const RAISE = bytesOf('vertAlign');
const STRIKE = bytesOf('strike');

/** Reads the table by bytes: of each item the texts count, and other elements (runs, their fonts) are passed over; raised or struck runs are left to the book. */
class SharedTextScanner extends ByteScanner {
  constructor(
    private readonly texts: string[],
    prefix: string,
  ) {
    super(prefix);
  }

  protected unit(start: number): number {
    const bytes = this.buffer;
    let at = this.skipSpace(start);
    if (bytes[at] !== LESS) return bytes[at] === 0 ? MORE : UNUSUAL;
    if (bytes[at + 1] === SLASH) {
      at = this.closing(at + 2, TABLE);
      return at < 0 ? at : this.finished(at);
    }
    at = this.word(at + 1, ITEM);
    if (at < 0) return at;
    at = this.attributes(at);
    if (at < 0) return at;
    return this.selfClosing ? this.keep(at, '') : this.item(at);
  }

  private keep(at: number, text: string): number {
    this.texts.push(text);
    return at;
  }

  private item(start: number): number {
    const bytes = this.buffer;
    let text = '';
    let phonetic = false;
    let at = start;
    for (;;) {
      at = this.skipSpace(at);
      if (bytes[at] !== LESS) return bytes[at] === 0 ? MORE : UNUSUAL;
      at++;
      if (bytes[at] === SLASH) {
        const end = this.closing(at + 1, ITEM);
        if (end === MORE) return MORE;
        if (end >= 0) return this.keep(end, text);
        const reading = this.closing(at + 1, PHONETIC);
        if (reading >= 0) phonetic = false;
        at = reading >= 0 ? reading : this.anyTag(at + 1);
      } else if (this.word(at, TEXT) >= 0) {
        at = this.content(at, TEXT);
        if (at < 0) return at;
        const piece = this.text(this.from, this.to);
        if (piece === undefined) return UNUSUAL;
        if (!phonetic) text += piece;
      } else {
        if (this.word(at, RAISE) >= 0 || this.word(at, STRIKE) >= 0) return UNUSUAL;
        const opens = this.word(at, PHONETIC) >= 0;
        at = this.anyTag(at);
        if (opens && at >= 0 && !this.selfClosing) phonetic = true;
      }
      if (at < 0) return at;
    }
  }

  /** From the first character of a name to behind the tag's '>'; a comment or CDATA is unusual. */
  private anyTag(start: number): number {
    const bytes = this.buffer;
    let at = start;
    for (; isNameByte(bytes[at]!); at++);
    return at === start ? (bytes[at] === 0 ? MORE : UNUSUAL) : this.attributes(at);
  }
}

const isNameByte = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x3a);

/** The workbook's shared texts in order. @throws ProblemError broken-xml */
export function readSharedStrings(pack: Package, part: string): string[] {
  const scanned: string[] = [];
  if (scanPart(pack, part, 'sst', new SharedTextsXml(part, scanned), (prefix) => new SharedTextScanner(scanned, prefix))) return scanned;
  const texts: string[] = [];
  readByTheBook(pack, part, new SharedTextsXml(part, texts));
  return texts;
}
