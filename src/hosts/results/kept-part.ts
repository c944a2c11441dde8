import { UNWRITABLE } from '../../core/sheet-limits';

/** Namespace of the parts of custom XML in which a workbook keeps what a person chose; a part holds one text. */
export const KEPT_NAMESPACE = 'urn:zone-assessor:workbook:1';

/** UTF-16 units of a part; a longer one is not read. */
export const LONGEST_KEPT = 8_000_000;

/** Stands for a text that cannot be read; whoever asks for it sees that it is nothing that we wrote. */
export const DAMAGED = '';

export interface Kept {
  readonly key: string;
  readonly text: string;
}

/** The part as we write it. What XML cannot hold is left out: our texts are JSON, and ours has no such signs. */
export function keptXml({ key, text }: Kept): string {
  return `<memory xmlns="${KEPT_NAMESPACE}" key="${escaped(key)}">${escaped(text)}</memory>`;
}

const PART =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?<((?:[\w.-]+:)?memory)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+)\s*>([^<]*)<\/\1\s*>\s*$/;
const KEY = /\skey\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * The text of a part of our namespace, as Excel may have put it down anew: prefix, quotes and the way in which signs are escaped do not matter.
 * Undefined where it has anything else in it, a document type or an unknown entity for example.
 */
export function readKept(xml: string): Kept | undefined {
  if (xml.length > LONGEST_KEPT) return undefined;
  const [, , attributes, content] = PART.exec(xml) ?? [];
  const [, double, single] = KEY.exec(attributes ?? '') ?? [];
  const key = unescaped(double ?? single ?? '');
  const text = unescaped(content ?? '');
  return attributes === undefined || key === undefined || key === '' || text === undefined ? undefined : { key, text };
}

/**
 * The text that is kept under a key, undefined where none is. A part that cannot be read, or two that contradict each other, are
 * {@link DAMAGED}: nobody knows what was chosen.
 * @param parts all parts of our namespace
 */
export function keptText(parts: readonly string[], key: string): string | undefined {
  const read = parts.map(readKept);
  if (read.includes(undefined)) return DAMAGED;
  const texts = new Set(read.filter((one) => one?.key === key).map((one) => one?.text));
  return texts.size > 1 ? DAMAGED : [...texts][0];
}

/** Whether a part gives way to what is now kept under a key. */
export function givesWay(xml: string, key: string): boolean {
  const read = readKept(xml);
  return read === undefined || read.key === key;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);
const SIGNS: ReadonlyMap<string, string> = new Map([['&apos;', "'"], ...[...ESCAPES].map(([sign, entity]) => [entity, sign] as const)]);

function escaped(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES.get(sign) ?? sign);
}

/** Undefined where an entity is none of the five of XML and no character. */
function unescaped(text: string): string | undefined {
  let known = true;
  const signs = text.replace(/&[^;&]{0,10};?/g, (entity) => {
    const sign = SIGNS.get(entity) ?? numbered(entity);
    if (sign === undefined) known = false;
    return sign ?? '';
  });
  return known ? signs : undefined;
}

function numbered(entity: string): string | undefined {
  const [, hex, decimal] = /^&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(entity) ?? [];
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
