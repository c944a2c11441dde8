import type { ICellData, IRange, Nullable } from '@univerjs/core';
import { UndoCommand } from '@univerjs/core';
import type { ISetArrayFormulaDataMutationParams } from '@univerjs/engine-formula';
import type {
  IRemoveNumfmtMutationParams,
  ISetNumfmtMutationParams,
  ISetRangeValuesMutationParams,
  ISheetLocation,
} from '@univerjs/sheets';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { CellEdit } from '../../../ooxml/edit/cell-edit';
import type { BookShown } from './book-shown';
import type { Calculation } from './calculation';
import { changesIn, editOf, formatOf, GENERAL, resultOf, textOf } from './edits';
import { asShare, type Guard } from './guard';
import type { Told } from './listeners';

/** Univer's number formats read what was typed at 0; what stands above gets their result. */
const BEFORE_NUMFMT = 100;

/** What a person types, and what formulas come to, as it is told to the page. */
export class Typing {
  /** Sheets that the person changed something on. */
  private on = new Set<string>();
  private formulaTyped = false;

  constructor(
    private readonly book: BookShown,
    private readonly told: Told,
    private readonly calculation: Calculation,
    private readonly guard: Guard,
  ) {}

  /** Whether the person changed anything. */
  get any(): boolean {
    return this.on.size > 0;
  }

  /** Whether a formula is among it. */
  get hasFormula(): boolean {
    return this.formulaTyped;
  }

  clear(): void {
    this.on = new Set();
    this.formulaTyped = false;
  }

  /** A sheet is taken off. @returns whether the person changed something on it */
  leaves(sheet: string): boolean {
    return this.on.delete(sheet);
  }

  /** Univer's plugins come up with the first workbook. */
  listen(): void {
    if (!this.book.isFirst) return;
    this.book.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: BEFORE_NUMFMT,
      handler: (value, context, next) => this.typed(next(value), context),
    });
  }

  /** What was typed, when Univer has made a cell of it. */
  private typed(
    cell: Nullable<ICellData>,
    { origin, worksheet, row, col }: ISheetLocation & { origin: Nullable<ICellData> },
  ): Nullable<ICellData> {
    if (!cell || cell.f) return cell;
    const text = textOf(origin);
    return { ...cell, v: asShare(cell.v, worksheet.getComposedCellStyle(row, col)?.n?.pattern ?? GENERAL, text) };
  }

  changed({ unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams, calculated: boolean): void {
    const matrix = unitId === this.book.unit ? this.book.worksheet(subUnitId)?.getCellMatrix() : undefined;
    if (!matrix) return;
    if (this.guard.working) return;
    const { trust } = this.calculation;
    const shown = this.book.sheets;
    const sheet = shown.get(this.book.sheetName(subUnitId));
    if (calculated) {
      if (trust.checking) for (const [row, column] of changesIn(cellValue)) trust.note(subUnitId, row, column);
      // Result sheets are asked of Excel anew when the file is opened; what they come to here may be out of date before it is written.
      if (trust.checking || sheet?.look.owned) return;
    }
    const patternOf = (id: string): string | undefined => shown.numberFormat(id) ?? this.book.workbook()?.getStyles().get(id)?.n?.pattern;
    const cells = [...changesIn(cellValue)].flatMap(([row, column, change]): CellEdit[] => {
      const cell = matrix.getValue(row, column);
      // All formulas are calculated anew after an edit; most come to what they came to before.
      if (calculated) return trust.isNews(subUnitId, row, column, cell) ? [resultOf(row, column, cell)] : [];
      return [editOf(row, column, cell, this.book.formula(subUnitId, row, column, cell), formatOf(change, patternOf))];
    });
    this.tell(subUnitId, cells, !calculated);
  }

  /** A date or a share typed into a cell brings its number format along by a change of its own. */
  formatted({ unitId, subUnitId, values, refMap }: ISetNumfmtMutationParams): void {
    for (const [ref, { ranges }] of Object.entries(values)) this.formatCells(unitId, subUnitId, ranges, refMap[ref]?.pattern ?? GENERAL);
  }

  unformatted({ unitId, subUnitId, ranges }: IRemoveNumfmtMutationParams): void {
    this.formatCells(unitId, subUnitId, ranges, GENERAL);
  }

  private formatCells(unitId: string, sheetId: string, ranges: readonly IRange[], pattern: string): void {
    const matrix = unitId === this.book.unit ? this.book.worksheet(sheetId)?.getCellMatrix() : undefined;
    if (!matrix) return;
    const cells: CellEdit[] = [];
    for (const { startRow, endRow, startColumn, endColumn } of ranges) {
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) {
          const cell = matrix.getValue(row, column);
          cells.push(editOf(row, column, cell, this.book.formula(sheetId, row, column, cell), pattern));
        }
      }
    }
    this.tell(sheetId, cells, true);
  }

  /** A typed formula whose result would spread over its neighbours, which the file would not hold. */
  spilled(ranges: ISetArrayFormulaDataMutationParams['arrayFormulaRange']): void {
    if (this.calculation.trust.checking || !this.book.isReady) return;
    const spread = Object.values(ranges[this.book.unit] ?? {}).some((rows) =>
      Object.values(rows ?? {}).some((columns) =>
        Object.values<Nullable<IRange>>(columns ?? {}).some(
          (range) => range && (range.endRow > range.startRow || range.endColumn > range.startColumn),
        ),
      ),
    );
    if (!spread) return;
    this.told.refusal.tell({ kind: 'spill' });
    void this.book.commands.executeCommand(UndoCommand.id);
  }

  private tell(sheetId: string, cells: readonly CellEdit[], typed: boolean): void {
    if (cells.length === 0) return;
    const sheet = this.book.sheetName(sheetId);
    if (typed) this.on.add(sheet);
    this.formulaTyped ||= cells.some(({ kind }) => kind === 'formula');
    this.told.edit.tell([{ sheet, cells }]);
  }
}
