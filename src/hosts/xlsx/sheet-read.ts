import type { Grid } from '../../core/grid';
import { xlsxWords as words } from '../../core/words/xlsx';
import type { CellSink, CellTables } from './cell-sink';
import { GridSink, SortingSink } from './cell-sink';
import type { Package } from './package';
import { refusal } from './refusal';
import { RowScanner } from './row-scanner';
import { readByTheBook, scanPart } from './scan-part';
import { SheetXml } from './sheet-xml';

/** Reads one worksheet. @throws ProblemError missing-sheet, outside-sheet, bad-cell, bad-merge, long-text, broken-xml … */
export function readSheet(pack: Package, { name, part }: { readonly name: string; readonly part: string }, tables: CellTables): Grid {
  if (part === '' || !pack.has(part)) throw refusal('missing-sheet', words.missingSheet(name), { sheet: name });
  const shared = tables.texts.length;
  const scan = (sink: CellSink): boolean => scanPart(pack, part, 'sheetData', new SheetXml(part, name, sink, shared), (prefix) => new RowScanner(name, sink, shared, prefix));
  const read = (sink: CellSink): void => readByTheBook(pack, part, new SheetXml(part, name, sink, shared));
  let grid = new GridSink(tables);
  const usual = scan(grid);
  if (!usual) {
    grid = new GridSink(tables);
    read(grid);
  }
  if (!grid.disordered) return grid.build();
  const sorting = new SortingSink();
  if (usual) scan(sorting);
  else read(sorting);
  grid = new GridSink(tables);
  sorting.pour(grid);
  return grid.build();
}
