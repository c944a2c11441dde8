import type { DeflatePiece } from '../../ooxml/zip/zip-data';
import type { Words } from '../../core/refusal';
import { readCsv } from './csv';
import { newWorkbook } from './new-workbook';
import { fileKind } from './file-kind';
import { oldFileWords as words } from './words';
import { readXls } from './xls';

/** A new workbook made of a file of an older kind. */
export interface Converted {
  readonly bytes: Uint8Array;
  /** The file's name, with the new extension. */
  readonly name: string;
  /** What was and what was not carried over. */
  readonly note: Words;
}

/**
 * Makes an .xlsx file of an old binary workbook (.xls, .et) or a text with delimiters (.csv, .txt), whatever its name says.
 * The same bytes give the same file.
 * @returns undefined for every other file: it is opened, or refused, as the .xlsx that it should be
 * @throws ProblemError encrypted, truncated, xls-broken, xls-legacy, too-many-cells, csv-quote, long-text, empty, too-many-formats
 */
export async function asXlsx(
  bytes: Uint8Array,
  name: string,
  options: { readonly deflatePiece?: DeflatePiece | undefined } = {},
): Promise<Converted | undefined> {
  const kind = fileKind(bytes);
  switch (kind?.kind) {
    case undefined:
      return undefined;
    case 'text': {
      const { sheet, delimiter } = readCsv(bytes, kind.encoding, baseOf(name));
      const made = newWorkbook([sheet], options);
      return converted(name, made.bytes, words.fromText(name, kind.encoding, delimiter), made.shortened);
    }
    case 'binary': {
      const { sheets, date1904, leftBehind } = await readXls(kind.stream);
      const made = newWorkbook(sheets, { ...options, date1904 });
      const left = [...leftBehind].map(([what, count]) => words.leftBehind[what](count));
      if (kind.macros) left.push(words.leftBehind.macros(1));
      return converted(name, made.bytes, words.fromBinary(name, left), made.shortened);
    }
  }
}

function converted(name: string, bytes: Uint8Array, note: Words, shortened: number): Converted {
  const message = shortened === 0 ? note.message : note.message + words.shortened(shortened);
  return { bytes, name: `${baseOf(name)}.xlsx`, note: { ...note, message } };
}

const EXTENSION = /\.(?:xlsx?|xlsm|xlt|et|ett|csv|tsv|txt|prn)$/i;

function baseOf(name: string): string {
  const base = name.replace(EXTENSION, '');
  return base === '' ? words.sheet : base;
}
