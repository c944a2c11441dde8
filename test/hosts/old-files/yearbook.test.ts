import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetGrid } from '../../../src/core/grid';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { sheetsOf } from './read-converted';

const folder = join(__dirname, '..', '..', 'data', 'yearbook');
const names = readdirSync(folder).filter((name) => name.endsWith('.xls'));

/** Name, merged areas, and each cell with its number format; numbers to the 15 digits that a saved .xlsx keeps. */
function contentOf({ name, hidden, grid }: SheetGrid): unknown {
  const cells: unknown[] = [];
  for (let row = 0; row < grid.rows; row++)
    for (const column of grid.filled(row)) {
      const cell = grid.cell(row, column);
      cells.push([row, column, cell.kind === 'number' ? { ...cell, value: Number(cell.value.toPrecision(15)) } : cell]);
    }
  return { name, hidden, merges: [...grid.merges].sort((a, b) => a.top - b.top || a.left - b.left), cells };
}

it('the six originals are there', () => expect(names).toHaveLength(6));

it.each(names)('%s reads as its .xlsx does', async (name) => {
  const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));
  const old = await sheetsOf(read(name), name);
  const saved = await openXlsx(read(`${name}x`)).read();
  expect(old.map(contentOf)).toEqual(saved.map(contentOf));
});
