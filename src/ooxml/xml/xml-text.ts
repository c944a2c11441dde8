import { UNWRITABLE } from '../../core/sheet-limits';
import { fileWords as words } from '../words';
import { refusal } from '../../core/refusal';

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A part's text together with the encoding in which it must be written back. A byte order mark stays in the text. */
export interface PartText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** OPC allows UTF-8 and UTF-16 alone; UTF-16 shows in the first two bytes. */
export function encodingOf(start: Uint8Array): Encoding {
  const [first, second] = [start[0] ?? 0, start[1] ?? 0];
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Strict decoding, chunk by chunk. @throws ProblemError broken-xml where the bytes are no text */
export class PartDecoder {
  private decoder: TextDecoder | undefined;
  encoding: Encoding = 'utf-8';

  constructor(private readonly part: string) {}

  decode(chunk: Uint8Array, last: boolean): string {
    if (!this.decoder) {
      this.encoding = encodingOf(chunk);
      this.decoder = new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true });
    }
    try {
      return this.decoder.decode(chunk, { stream: !last });
    } catch {
      throw refusal('broken-xml', words.brokenXml(this.part, words.why.notText));
    }
  }
}

export function decodePart(part: string, bytes: Uint8Array): PartText {
  const decoder = new PartDecoder(part);
  const text = decoder.decode(bytes, true);
  return { text, encoding: decoder.encoding };
}

export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let n = 0; n < text.length; n++) view.setUint16(n * 2, text.charCodeAt(n), encoding === 'utf-16le');
  return bytes;
}

/** Text for an attribute or element: forbidden characters dropped, markup escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

/** Texts of cells (ST_Xstring) write U+000D as _x000D_, and an underscore that would read as such as _x005F_. */
export function decodeCellText(text: string): string {
  return text.includes('_x') ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** {@link decodeCellText} undone. */
export function encodeCellText(text: string): string {
  const safe = text.includes('_x') ? text.replace(ESCAPED, '_x005F_x$1_') : text;
  return safe.includes('\r') ? safe.replaceAll('\r', '_x000D_') : safe;
}
