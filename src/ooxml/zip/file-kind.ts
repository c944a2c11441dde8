import { fileWords as words } from '../words';
import { refusal, type Words } from '../../core/refusal';

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const OLE_ENTRY = 128;
const OLE_HEADER = 512;
const STREAM = 2;
/** Second byte of the record that begins a workbook without a container around it: BIFF 2, 3, 4, 5 and 8. */
const BIFF_VERSIONS = [0x00, 0x02, 0x04, 0x08];

/** Beginnings of files that are sent in place of a workbook, and what a person is told of them. */
const FOREIGN: readonly (readonly [code: string, start: string, words: () => Words])[] = [
  ['pdf', '%PDF-', words.pdf],
  ['rich-text', '{\\rtf', words.richText],
  ['picture', '\x89PNG', words.picture],
  ['picture', '\xff\xd8\xff', words.picture],
  ['picture', 'GIF8', words.picture],
  ['archive', 'Rar!', words.archive],
  ['archive', "7z\xbc\xaf'\x1c", words.archive],
];

/**
 * Tells from the first bytes why a file that is no zip cannot be opened, and does nothing for a zip.
 * @throws ProblemError empty, encrypted, xls-legacy, markup, pdf, rich-text, picture, archive, not-workbook, not-zip
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refusal('empty', words.empty());
  if (isCompoundFile(bytes)) refuseCompoundFile(bytes);
  if (isBareBiff(bytes)) throw refusal('xls-legacy', words.bareBiff());
  if (looksLikeMarkup(bytes)) throw refusal('markup', words.markup());
  const foreign = foreignKind(bytes);
  if (foreign) throw refusal(foreign[0], foreign[2]());
  if (!isZip(bytes)) throw refusal('not-zip', words.notZip());
}

/** Whether the first bytes are those of a zip or of another kind of file that is told by name: it is no plain text. */
export function isKnownKind(bytes: Uint8Array): boolean {
  return isZip(bytes) || looksLikeMarkup(bytes) || foreignKind(bytes) !== undefined;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x20;
}

function foreignKind(bytes: Uint8Array): (typeof FOREIGN)[number] | undefined {
  return FOREIGN.find(([, start]) => [...start].every((sign, n) => bytes[n] === sign.charCodeAt(0)));
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return OLE_SIGNATURE.every((byte, n) => bytes[n] === byte);
}

/**
 * Names of the streams of an OLE compound file, in small letters. Directory entries are 128 bytes each and start at multiples of 128, so
 * their names are found without following the sector chain, which may be damaged.
 */
function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = OLE_HEADER; at + OLE_ENTRY <= bytes.length; at += OLE_ENTRY) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    if (bytes[at + 66] !== STREAM || length < 4 || length > 64 || length % 2 !== 0) continue;
    let name = '';
    for (let n = 0; n < length - 2; n += 2) name += String.fromCharCode(bytes[at + n]! | (bytes[at + n + 1]! << 8));
    names.add(name.toLowerCase());
  }
  return names;
}

/** Whether a compound file may be a workbook of Excel 5 to 2003: it names one and is no encrypted new one, or it is cut off before any name. */
export function mayBeOldWorkbook(bytes: Uint8Array): boolean {
  const names = streamNames(bytes);
  return names.size === 0 || (!names.has('encryptedpackage') && (names.has('workbook') || names.has('book')));
}

/** An OLE compound file is an old workbook, an encrypted new one, or another Office document. */
function refuseCompoundFile(bytes: Uint8Array): never {
  const names = streamNames(bytes);
  if (names.has('encryptedpackage')) throw refusal('encrypted', words.encrypted());
  if (names.has('workbook') || names.has('book')) throw refusal('xls-legacy', words.xlsLegacy());
  if (names.has('worddocument')) throw refusal('not-workbook', words.document());
  throw refusal('not-workbook', words.otherOffice());
}

/** Excel up to version 4, and later some exporting programs, wrote the records of a workbook straight into the file; the first one is BOF. */
export function isBareBiff(bytes: Uint8Array): boolean {
  const [type, version, length, high] = bytes;
  return type === 0x09 && BIFF_VERSIONS.includes(version!) && high === 0 && length! >= 4 && length! <= 16 && length! % 2 === 0;
}

/** Many "xls" files of web systems are HTML tables or SpreadsheetML 2003. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes.subarray(0, 256));
  return /^\s*<[!?a-z]/i.test(start);
}
