import { sheetXml, workbook, workbookParts, zip, type Parts } from './package-builder';

/** A workbook of one sheet with a part in other words, or without it. */
export function withPart(part: string, content: string | Uint8Array | undefined): Uint8Array {
  const parts: Parts = workbookParts({ sheets: [{ name: '数据', xml: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }] });
  const others = Object.entries(parts).filter(([name]) => name !== part);
  return zip(Object.fromEntries(content === undefined ? others : [...others, [part, content]]));
}

/** A workbook of one sheet with these rows. */
export const withRows = (rows: string, after = ''): Uint8Array => workbook({ sheets: [{ name: '数据', xml: sheetXml(rows, after) }] });
