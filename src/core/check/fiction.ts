import { cellName } from '../cell';
import { CellKind, type SheetGrid } from '../grid';
import type { Problem } from '../problem';
import { foldText } from '../table/fold';
import { FICTION, checkWords as words } from '../words/check';

/** Titles stand in the first rows; further down the words may be part of a remark. */
const TITLE_ROWS = 6;

/** Where a workbook says of itself that its figures are invented, sheet by sheet; no result of it may pass for a real one. */
export function fictionMarks(sheets: readonly SheetGrid[]): { readonly sheet: string; readonly cell: string }[] {
  const mark = foldText(FICTION);
  return sheets.flatMap(({ name, grid, owned }) => {
    for (let row = 0; !owned && row < Math.min(TITLE_ROWS, grid.rows); row++) {
      for (const column of grid.filled(row)) {
        if (grid.kind(row, column) === CellKind.text && foldText(grid.text(row, column)).includes(mark))
          return [{ sheet: name, cell: cellName(row, column) }];
      }
    }
    return [];
  });
}

/** Says once that the results are marked, and how to lose the mark. */
export function fictionProblems(marks: readonly { readonly sheet: string; readonly cell: string }[]): Problem[] {
  const [first] = marks;
  return first
    ? [{ severity: 'info', code: 'fictional-data', ...first, ...words.fictional(marks.map(({ sheet, cell }) => `${sheet}!${cell}`)) }]
    : [];
}
