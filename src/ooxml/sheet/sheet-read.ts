import type { Grid } from '../../core/grid';
import { fileWords as words } from '../words';
import type { CellSink, CellTables } from './cell-sink';
import { GridSink, SortingSink } from './cell-sink';
import type { Package } from '../parts/package';
import { refusal } from '../../core/refusal';
import { RowScanner } from './row-scanner';
import { readByTheBook, scanPart } from './scan-part';
import { SheetXml } from './sheet-xml';
import type { XmlEvents } from '../xml/xml-reader';

/** A sink that wants its cells in order, and says when they did not come so. */
export interface OrderedSink extends CellSink {
  readonly disordered: boolean;
}

/** What takes in one reading of a sheet: its cells, and what stands around them. */
export interface Intake<Sink extends OrderedSink, Around extends XmlEvents | undefined> {
  readonly sink: Sink;
  readonly around: Around;
}

/**
 * Reads one worksheet.
 * @param fresh called again whenever what was read so far is to be thrown away
 * @throws ProblemError missing-sheet, outside-sheet, bad-cell, bad-merge, long-text, broken-xml …
 */
export function readInto<Sink extends OrderedSink, Around extends XmlEvents | undefined>(
  pack: Package,
  { name, part }: { readonly name: string; readonly part: string },
  shared: number,
  fresh: () => Intake<Sink, Around>,
): Intake<Sink, Around> {
  if (part === '' || !pack.has(part)) throw refusal('missing-sheet', words.missingSheet(name), { sheet: name });
  const scan = (sink: CellSink, around?: XmlEvents): boolean =>
    scanPart(
      pack,
      part,
      'sheetData',
      new SheetXml(part, name, sink, shared, around),
      (prefix) => new RowScanner(name, sink, shared, prefix),
    );
  const read = (sink: CellSink, around?: XmlEvents): void => readByTheBook(pack, part, new SheetXml(part, name, sink, shared, around));
  let intake = fresh();
  const usual = scan(intake.sink, intake.around);
  if (!usual) {
    intake = fresh();
    read(intake.sink, intake.around);
  }
  if (!intake.sink.disordered) return intake;
  const sorting = new SortingSink();
  if (usual) scan(sorting);
  else read(sorting);
  const { sink } = fresh();
  sorting.pour(sink);
  return { sink, around: intake.around };
}

/** The cells of one worksheet. @throws ProblemError as {@link readInto} */
export function readSheet(pack: Package, sheet: { readonly name: string; readonly part: string }, tables: CellTables): Grid {
  return readInto(pack, sheet, tables.texts.length, () => ({ sink: new GridSink(tables), around: undefined })).sink.build();
}
