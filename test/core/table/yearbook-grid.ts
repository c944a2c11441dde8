import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GridBuilder, type SheetGrid } from '../../../src/core/grid';

type StoredCell = [row: number, column: number, value: string | number | boolean | { error: string }, format?: string];

interface StoredSheet {
  sheet: string;
  merges: [top: number, left: number, bottom: number, right: number][];
  cells: StoredCell[];
}

/** A sheet of test/data/yearbook as a grid, from its extracted JSON. */
export function yearbookSheet(file: string): SheetGrid {
  const stored = JSON.parse(readFileSync(join(__dirname, '../../data/yearbook', `${file}.json`), 'utf8')) as StoredSheet;
  const builder = new GridBuilder();
  for (const [row, column, value, format] of stored.cells) {
    if (typeof value === 'number') builder.number(row, column, value, format);
    else if (typeof value === 'string') builder.text(row, column, value);
    else if (typeof value === 'boolean') builder.boolean(row, column, value);
    else builder.error(row, column, value.error);
  }
  for (const [top, left, bottom, right] of stored.merges) builder.merge({ top, left, bottom, right });
  return { name: stored.sheet, grid: builder.build(), hidden: false, owned: false };
}
