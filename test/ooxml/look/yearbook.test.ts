import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellName } from '../../../src/core/cell';
import { openXlsx } from '../../../src/hosts/xlsx/open-xlsx';
import { cellsOf } from './look-of';

const folder = join(__dirname, '../../data/yearbook');

/** Tables that statistical offices published: headers merged over several rows are what matters most. */
describe.each(['C0202', 'C0206', 'C1106', 'C1302', 'C1805', 'nbs_fenSheng_GDP_title_footnotes'])('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, `${name}.xlsx`)));
  const book = openXlsx(bytes).look();

  it('has every merged area and every value that its reading has', async () => {
    for (const { name: sheetName, grid } of await openXlsx(bytes).read()) {
      const sheet = book.sheets.find((one) => one.name === sheetName)!;
      const place = ({ top, left }: { top: number; left: number }): number => top * 20_000 + left;
      expect(sheet.merges).toEqual([...grid.merges].sort((a, b) => place(a) - place(b)));
      const cells = cellsOf(book, sheet);
      expect(Object.values(cells).filter(({ value }) => value !== null)).toHaveLength(grid.size);
      for (let row = 0; row < grid.rows; row++) {
        for (let column = 0; column < grid.columns; column++) {
          const cell = grid.cell(row, column);
          if (cell.kind === 'empty') continue;
          const found = cells[cellName(row, column)]!;
          expect(found.value).toBe(cell.kind === 'error' ? cell.code : cell.value);
          if (cell.kind === 'number') expect(found.style.numberFormat ?? 'General').toBe(cell.format);
        }
      }
    }
  });

  it('covers merged cells with the style of their first one, borders aside', () => {
    for (const sheet of book.sheets) {
      const cells = cellsOf(book, sheet);
      for (const { top, left, bottom, right } of sheet.merges)
        expect(cells[cellName(bottom, right)]?.style.fill).toBe(cells[cellName(top, left)]?.style.fill);
    }
  });
});
