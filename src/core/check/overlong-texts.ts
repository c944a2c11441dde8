import { cellName } from '../cell';
import type { SheetGrid } from '../grid';
import type { Problem } from '../problem';
import { CELL_TEXT_LIMIT } from '../sheet-limits';
import { NAMED_CELLS } from '../table/take/doubts';
import { tableWords as words } from '../words/table';

/** Texts that no cell of Excel can hold: they were not read, which the official has to know. One problem a sheet. */
export function overlongTexts(sheets: readonly SheetGrid[]): Problem[] {
  return sheets.flatMap(({ name, grid, owned }): Problem[] => {
    const [first] = grid.overlong;
    if (owned || !first) return [];
    const cells = grid.overlong.slice(0, NAMED_CELLS).map(({ row, column }) => cellName(row, column));
    return [
      {
        severity: 'error',
        code: 'text-too-long',
        sheet: name,
        cell: cellName(first.row, first.column),
        ...words.textTooLong(cells, grid.overlong.length, first.length, CELL_TEXT_LIMIT),
      },
    ];
  });
}
