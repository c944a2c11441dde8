import type { Grid } from '../../core/grid';
import { xlsxWords as words } from '../../core/words/xlsx';
import type { CellSink, CellTables } from './cell-sink';
import { GridSink, SortingSink } from './cell-sink';
import type { Package } from './package';
import { refusal } from './refusal';
import { RowScanner } from './row-scanner';
import { SheetXml } from './sheet-xml';
import { PartDecoder, encodingOf } from './xml-text';

/** What stands before the rows is small; where they have not begun after so many bytes, the sheet is unusual. */
const LONGEST_HEAD = 4_000_000;
const EMPTY = new Uint8Array(0);
const SHEET_DATA = new TextEncoder().encode('sheetData');

/** Reads one worksheet. @throws ProblemError missing-sheet, outside-sheet, bad-cell, broken-xml … */
export function readSheet(pack: Package, sheet: { name: string; part: string }, tables: CellTables): Grid {
  if (sheet.part === '' || !pack.has(sheet.part)) throw refusal('missing-sheet', words.missingSheet(sheet.name), { sheet: sheet.name });
  const read = (sink: () => CellSink, fast: boolean): CellSink | undefined => {
    const taken = sink();
    const done = fast ? scanFast(pack, sheet, tables, taken) : scanByTheBook(pack, sheet, tables, taken);
    return done ? taken : undefined;
  };
  for (const fast of [true, false]) {
    const grid = new GridSink(tables);
    if (!read(() => grid, fast)) continue;
    if (!grid.disordered) return grid.build();
    const sorting = new SortingSink();
    read(() => sorting, fast);
    const sorted = new GridSink(tables);
    sorting.pour(sorted);
    return sorted.build();
  }
  throw refusal('broken-xml', words.brokenXml(sheet.part, words.why.notXml), { sheet: sheet.name });
}

type SheetPlace = { readonly name: string; readonly part: string };

function scanByTheBook(pack: Package, { name, part }: SheetPlace, tables: CellTables, sink: CellSink): boolean {
  const xml = new SheetXml(part, name, sink, tables.texts.length);
  const decoder = new PartDecoder(part);
  for (const chunk of pack.chunks(part)) xml.write(decoder.decode(chunk, false));
  xml.write(decoder.decode(EMPTY, true));
  xml.finish();
  return true;
}

/** The rows by bytes, what stands around them by the book. False where the sheet is unusual; the sink is then to be thrown away. */
function scanFast(pack: Package, { name, part }: SheetPlace, tables: CellTables, sink: CellSink): boolean {
  const xml = new SheetXml(part, name, sink, tables.texts.length);
  const decoder = new PartDecoder(part);
  let head: Uint8Array = EMPTY;
  let scanner: RowScanner | undefined;
  for (const chunk of pack.chunks(part)) {
    let bytes = chunk;
    if (xml.data === 'before') {
      head = joined(head, chunk);
      const rows = startOfRows(head);
      if (rows < 0) {
        if (head.length > LONGEST_HEAD) return false;
        continue;
      }
      if (encodingOf(head) !== 'utf-8') return false;
      xml.write(decoder.decode(head.subarray(0, rows), false));
      bytes = head.subarray(rows);
      head = EMPTY;
      // The word may have stood in a comment.
      if (xml.data === 'before') return false;
      if (xml.data === 'inside') scanner = new RowScanner(name, sink, tables.texts.length, xml.prefix);
    }
    if (scanner) {
      const state = scanner.push(bytes);
      if (state === 'unusual') return false;
      if (state === 'more') continue;
      xml.write(`</${xml.prefix}sheetData>`);
      bytes = scanner.rest;
      scanner = undefined;
    }
    xml.write(decoder.decode(bytes, false));
  }
  if (scanner) return false;
  xml.write(decoder.decode(head, false) + decoder.decode(EMPTY, true));
  xml.finish();
  return true;
}

function joined(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (before.length === 0) return chunk;
  const whole = new Uint8Array(before.length + chunk.length);
  whole.set(before);
  whole.set(chunk, before.length);
  return whole;
}

/** Behind the opening tag of sheetData, -1 where that tag is not complete yet. */
function startOfRows(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(SHEET_DATA[0]!); at >= 0; at = bytes.indexOf(SHEET_DATA[0]!, at + 1)) {
    const before = bytes[at - 1];
    if ((before !== 0x3c && before !== 0x3a) || !SHEET_DATA.every((byte, n) => bytes[at + n] === byte)) continue;
    const behind = bytes[at + SHEET_DATA.length];
    if (behind === undefined) return -1;
    if (behind !== 0x3e && behind !== 0x2f && behind > 0x20) continue;
    const end = bytes.indexOf(0x3e, at);
    return end < 0 ? -1 : end + 1;
  }
  return -1;
}
