import { CellValueType, EDITOR_ACTIVATED, FOCUSING_FX_BAR_EDITOR, IContextService } from '@univerjs/core';
import { HoverManagerService } from '@univerjs/sheets-ui';
import { appWords } from '../../../app/words';
import { cellName, parseCellName } from '../../../core/cell';
import { ProblemError } from '../../../core/problem';
import type { ShownCell } from '../grid-view';
import type { BookShown } from './book-shown';
import { textOf } from './edits';
import { linkAt } from './links';
import type { Told } from './listeners';

/** How long a cell stays marked after a jump. */
const MARK_MS = 2_500;

/** The cell that a person is at, and the ways to another one. */
export class Selection {
  private unmark: (() => void) | undefined;
  private unlisten: (() => void) | undefined;

  constructor(
    private readonly book: BookShown,
    private readonly told: Told,
  ) {}

  current(): { sheetId: string; row: number; column: number } | undefined {
    const cell = this.book.api().getActiveWorkbook()?.getActiveSheet().getSelection()?.getCurrentCell();
    const sheetId = this.book.workbook()?.getActiveSheet()?.getSheetId();
    return cell && sheetId !== undefined ? { sheetId, row: cell.actualRow, column: cell.actualColumn } : undefined;
  }

  /** Another cell was selected. */
  tell(): void {
    const current = this.current();
    if (!current) return;
    const sheet = this.book.sheetName(current.sheetId);
    const cell = cellName(current.row, current.column);
    const shown = this.at(sheet, cell);
    if (shown) this.told.select.tell({ ...shown, sheet, cell });
  }

  /** See GridView. */
  at(sheet: string, cell: string): ShownCell | undefined {
    const place = parseCellName(cell);
    const target = this.book.sheets.get(sheet);
    const worksheet = target && this.book.api().getActiveWorkbook()?.getSheetBySheetId(target.id);
    if (!place || !worksheet || place.row >= worksheet.getMaxRows() || place.column >= worksheet.getMaxColumns()) return undefined;
    const range = worksheet.getRange(place.row, place.column);
    const fill = this.book.worksheet(target.id)?.getComposedCellStyle(place.row, place.column)?.bg?.rgb;
    const raw = this.book.worksheet(target.id)?.getCellRaw(place.row, place.column);
    const text = raw?.p || raw?.t === CellValueType.BOOLEAN ? textOf(raw) : range.getDisplayValue();
    return { text, ...(fill && { fill: fill.replace('#', '').toUpperCase() }) };
  }

  /** See GridView. @throws ProblemError not-there */
  async goTo(sheet: string, cell: string): Promise<void> {
    const place = parseCellName(cell);
    const target = this.book.sheets.get(sheet);
    const workbook = this.book.api().getActiveWorkbook();
    const worksheet = target && workbook?.getSheetBySheetId(target.id);
    if (!place || !workbook || !worksheet || place.row >= worksheet.getMaxRows() || place.column >= worksheet.getMaxColumns()) {
      throw new ProblemError([{ severity: 'warning', code: 'not-there', ...appWords.trouble.notThere(`${sheet}!${cell}`) }]);
    }
    await workbook.endEditingAsync(true);
    this.book.activate(sheet);
    this.unmark?.();
    const range = worksheet.getRange(place.row, place.column);
    range.activate();
    worksheet.scrollToCell(Math.max(0, place.row - 3), Math.max(0, place.column - 2));
    const mark = range.highlight({ stroke: '#d13438', strokeWidth: 3, fill: 'rgba(255, 185, 0, 0.35)' });
    const timer = setTimeout(() => this.unmark?.(), MARK_MS);
    this.unmark = () => {
      clearTimeout(timer);
      mark.dispose();
      this.unmark = undefined;
    };
  }

  /** A click on a cell with a link inside the workbook goes there, as in Excel. */
  followLinks(): void {
    const clicks = this.book.injector.get(HoverManagerService).currentClickedCell$.subscribe(({ location: { row, col, subUnitId } }) => {
      const worksheet = this.book.worksheet(subUnitId);
      const main = worksheet?.getMergedCell(row, col);
      const look = this.book.sheets.get(this.book.sheetName(subUnitId))?.look;
      const place = look && linkAt(look, main?.startRow ?? row, main?.startColumn ?? col);
      if (place)
        void this.goTo(place.sheet, place.cell).catch(() => this.told.refusal.tell({ kind: 'link', to: `${place.sheet}!${place.cell}` }));
    });
    this.unlisten = () => clicks.unsubscribe();
  }

  /** The formula bar would keep the focus, and what is typed next. */
  leaveFormulaBar(): void {
    const context = this.book.injector.get(IContextService);
    [FOCUSING_FX_BAR_EDITOR, EDITOR_ACTIVATED].forEach((key) => context.setContextValue(key, false));
    this.book.instances.focusUnit(this.book.unit);
  }

  /** The workbook is taken down. */
  end(): void {
    this.unmark?.();
    this.unlisten?.();
  }
}
