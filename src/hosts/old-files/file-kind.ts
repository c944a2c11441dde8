import { mayBeOldWorkbook, isBareBiff, isCompoundFile, isKnownKind } from '../../ooxml/zip/file-kind';
import { CompoundFile } from './compound-file';
import { textEncoding, type TextEncoding } from './text-encoding';

export type OldFile =
  | { readonly kind: 'binary'; readonly stream: Uint8Array; readonly macros: boolean }
  | { readonly kind: 'text'; readonly encoding: TextEncoding };

/**
 * What an older file is by its content: extensions are often wrong.
 * @returns undefined for a zip and for whatever is neither an old workbook nor text
 * @throws ProblemError xls-broken, truncated
 */
export function fileKind(bytes: Uint8Array): OldFile | undefined {
  if (isCompoundFile(bytes)) return mayBeOldWorkbook(bytes) ? compound(bytes) : undefined;
  if (isBareBiff(bytes)) return { kind: 'binary', stream: bytes.slice(), macros: false };
  if (bytes.length === 0 || isKnownKind(bytes)) return undefined;
  const encoding = textEncoding(bytes);
  return encoding && { kind: 'text', encoding };
}

/** Excel 97 and later call the stream Workbook; Excel 5 and 95 Book, and files for both have the two. */
function compound(bytes: Uint8Array): OldFile | undefined {
  const file = new CompoundFile(bytes);
  const stream = file.stream('workbook') ?? file.stream('book');
  return stream && { kind: 'binary', stream, macros: file.hasStorage('_vba_project_cur') };
}
