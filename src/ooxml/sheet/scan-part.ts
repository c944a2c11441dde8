import type { ByteScanner } from '../xml/byte-scanner';
import type { Package } from '../parts/package';
import { PartDecoder, encodingOf } from '../xml/xml-text';

/** What stands before the records is small; where they have not begun after so many bytes, the part is unusual. */
const LONGEST_HEAD = 4_000_000;
const EMPTY = new Uint8Array(0);

/** A conformant reader of a part that has many records in one container (rows in sheetData, texts in sst). */
export interface BookReader {
  /** 'inside' from the opening tag of the container to its closing tag. */
  readonly state: 'before' | 'inside' | 'after';
  /** "x:" where the container has a prefix. */
  readonly prefix: string;
  write(text: string): void;
  finish(): void;
}

export function readByTheBook(pack: Package, part: string, book: BookReader): void {
  const decoder = new PartDecoder(part);
  for (const chunk of pack.chunks(part)) book.write(decoder.decode(chunk, false));
  book.write(decoder.decode(EMPTY, true));
  book.finish();
}

/**
 * Reads the records by bytes and what stands around them by the book.
 * @param container local name of the element that holds the records
 * @returns false where the part is unusual: what was read is then to be thrown away, and read by the book
 */
export function scanPart(
  pack: Package,
  part: string,
  container: string,
  book: BookReader,
  scannerFor: (prefix: string) => ByteScanner,
): boolean {
  const decoder = new PartDecoder(part);
  const name = new TextEncoder().encode(container);
  let head: Uint8Array = EMPTY;
  let scanner: ByteScanner | undefined;
  for (const chunk of pack.chunks(part)) {
    let bytes = chunk;
    if (book.state === 'before') {
      head = joined(head, chunk);
      const records = behindOpeningTag(head, name);
      if (records < 0) {
        if (head.length > LONGEST_HEAD) return false;
        continue;
      }
      if (encodingOf(head) !== 'utf-8') return false;
      book.write(decoder.decode(head.subarray(0, records), false));
      bytes = head.subarray(records);
      head = EMPTY;
      // The word may have stood in a comment.
      if (book.state === 'before') return false;
      if (book.state === 'inside') scanner = scannerFor(book.prefix);
    }
    if (scanner) {
      const state = scanner.push(bytes);
      if (state === 'unusual') return false;
      if (state === 'more') continue;
      book.write(`</${book.prefix}${container}>`);
      bytes = scanner.rest;
      scanner = undefined;
    }
    book.write(decoder.decode(bytes, false));
  }
  if (scanner) return false;
  book.write(decoder.decode(head, false) + decoder.decode(EMPTY, true));
  book.finish();
  return true;
}

function joined(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (before.length === 0) return chunk;
  const whole = new Uint8Array(before.length + chunk.length);
  whole.set(before);
  whole.set(chunk, before.length);
  return whole;
}

/** -1 where the opening tag is not complete yet. */
function behindOpeningTag(bytes: Uint8Array, name: Uint8Array): number {
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1)) {
    const before = bytes[at - 1];
    if ((before !== 0x3c && before !== 0x3a) || !name.every((byte, n) => bytes[at + n] === byte)) continue;
    const behind = bytes[at + name.length];
    if (behind === undefined) return -1;
    if (behind !== 0x3e && behind !== 0x2f && behind > 0x20) continue;
    const end = bytes.indexOf(0x3e, at);
    return end < 0 ? -1 : end + 1;
  }
  return -1;
}
