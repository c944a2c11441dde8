export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes that are looked at where only a sample is needed. */
const SAMPLE = 65_536;
/** Bytes that are decoded at a time: a large file never stands in memory as one string. */
const PIECE = 1 << 20;

const BYTE_ORDER_MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding of a text; undefined for what is no text. A mark at the beginning decides; UTF-16 without one shows by the zero bytes of
 * its digits and delimiters. What is valid as UTF-8 is UTF-8: Chinese in GB18030 hardly ever is. Whether the rest is GB18030 its bytes tell.
 */
export function textEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  const candidates: readonly TextEncoding[] = encoding ? [encoding] : ['utf-8', 'gb18030'];
  // No text of one of these encodings has a zero byte.
  if ((!encoding || encoding === 'utf-8') && bytes.includes(0)) return undefined;
  return candidates.find((candidate) => isText(bytes, candidate));
}

function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  const zeros: [number, number] = [0, 0];
  for (let n = 0; n < length; n++) if (bytes[n] === 0) zeros[n & 1]!++;
  const [even, odd] = zeros;
  if (bytes.length % 2 !== 0 || even + odd === 0) return undefined;
  if (even === 0 && odd > length / 20) return 'utf-16le';
  return odd === 0 && even > length / 20 ? 'utf-16be' : undefined;
}

/** Whether all bytes are of the encoding, and none is a control character that no table has. */
function isText(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    for (const text of decoded(bytes, encoding)) if (CONTROL.test(text.replaceAll(END_OF_FILE, ''))) return false;
    return true;
  } catch {
    return false;
  }
}

/** What ended files under DOS. */
export const END_OF_FILE = '\u001a';
/** Control characters but for what ends lines and pages. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\x7f-\x9f]/u;

/**
 * The text piece by piece, without a byte order mark.
 * @throws TypeError where bytes are not of the encoding
 */
export function* decoded(bytes: Uint8Array, encoding: TextEncoding): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE) {
    const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
    if (text !== '') yield text;
  }
}

/** The beginning of the text, cut off at any place. */
export function beginning(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE * 4), { stream: true });
}
