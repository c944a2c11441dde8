import type { ICellData } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import { moveFormula } from '../../../ooxml/formula/move-formula';
import type { BookShown } from './book-shown';
import { textOf } from './edits';
import { cellsOf, pastedCell, spread } from './paste';

/** Univer marks what was copied on this page. */
const COPIED_HERE = /data-copy-id="([^"]+)"/;

/** Contents and number formats alone: Univer's own way would bring merges, fonts and widths along, which are not saved. */
export function paste(book: BookShown, html: string, text: string): void {
  const sheet = book.api().getActiveWorkbook()?.getActiveSheet();
  const range = sheet?.getSelection()?.getActiveRange();
  if (!sheet || !range) return;
  const [row, column] = [range.getRow(), range.getColumn()];
  const copied = copiedHere(book, html, row, column) ?? cellsOf(text).map((cells) => cells.map(pastedCell));
  const cells = spread(
    copied,
    { rows: range.getHeight(), columns: range.getWidth() },
    { rows: sheet.getMaxRows() - row, columns: sheet.getMaxColumns() - column },
  );
  const value = Object.fromEntries(cells.map((line, r) => [row + r, Object.fromEntries(line.map((cell, c) => [column + c, cell]))]));
  const width = Math.max(1, ...cells.map((line) => line.length));
  const target = { startRow: row, endRow: row + cells.length - 1, startColumn: column, endColumn: column + width - 1 };
  void book.commands.executeCommand(SetRangeValuesCommand.id, { unitId: book.unit, subUnitId: sheet.getSheetId(), range: target, value });
}

/** What was copied on this page as it stands there, formulas moved along; undefined for anything from elsewhere. */
function copiedHere(book: BookShown, html: string, row: number, column: number): ICellData[][] | undefined {
  const id = COPIED_HERE.exec(html)?.[1];
  const copied = id === undefined ? undefined : book.injector.get(ISheetClipboardService).copyContentCache().get(id);
  const source = copied?.unitId === book.unit ? book.worksheet(copied.subUnitId) : undefined;
  if (!copied || !source) return undefined;
  const { rows, cols } = copied.range;
  return rows.map((from) =>
    cols.map((at) => {
      const cell = source.getCellRaw(from, at);
      const pattern = source.getComposedCellStyle(from, at)?.n?.pattern;
      const style = pattern === undefined || pattern.toLowerCase() === 'general' ? {} : { s: { n: { pattern } } };
      const formula = book.formula(copied.subUnitId, from, at, cell);
      const moved = formula && moveFormula(formula.slice(1), row - rows[0]!, column - cols[0]!);
      if (moved) return { f: `=${moved}`, ...style };
      const text = cell?.p ? textOf(cell) : undefined;
      return text === undefined ? { v: cell?.v ?? null, t: cell?.t ?? null, ...style } : { v: text, t: CellValueType.STRING };
    }),
  );
}
