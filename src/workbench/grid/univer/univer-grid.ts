import type { ICommandInfo, Univer } from '@univerjs/core';
import { IUndoRedoService, mergeWorksheetSnapshotWithDefault, RedoCommand, UndoCommand, UniverInstanceType } from '@univerjs/core';
import {
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetSuperTableMutation,
  type ISetFormulaCalculationNotificationMutation,
  type ISetArrayFormulaDataMutationParams,
} from '@univerjs/engine-formula';
import type { IRemoveNumfmtMutationParams, ISetNumfmtMutationParams, ISetRangeValuesMutationParams } from '@univerjs/sheets';
import {
  InsertSheetMutation,
  RemoveNumfmtMutation,
  RemoveSheetMutation,
  SetNumfmtMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
} from '@univerjs/sheets';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import type { SheetEdits } from '../../../ooxml/edit/cell-edit';
import type { BookLook } from '../../../ooxml/look/look';
import type { Cut, GridView, OpenGrid, Refusal, ShownCell } from '../grid-view';
import { BookShown } from './book-shown';
import { Calculation } from './calculation';
import { changeCells } from './changing';
import { rulesOf, rulesResource } from './conditional';
import { createUniver } from './create-univer';
import { Filling } from './filling';
import { Guard, type Options } from './guard';
import { Told } from './listeners';
import { namesResource, tableParams } from './names';
import { paste } from './pasting';
import { Selection } from './selection';
import { firstRows, type Shown } from './sheets-shown';
import { bookShell, sheetShell } from './snapshot';
import { Typing } from './typing';
import { breath, painted } from './waiting';

/** Pixels. */
const NOTE = { width: 240, height: 120 };

export const openGrid: OpenGrid = async (container) => new UniverGrid(container);

/** The grid of the page, drawn by Univer. */
class UniverGrid implements GridView {
  private readonly formulas = new Worker(new URL('./formula-worker.ts', import.meta.url), { name: 'formulas' });
  private readonly filling = new Filling(this.formulas, (id) => this.book.worksheet(id));
  private readonly univer: Univer;
  private readonly book: BookShown;
  private readonly history: IUndoRedoService;
  private readonly guard: Guard;
  private readonly told = new Told();
  private readonly calculation: Calculation;
  private readonly selection: Selection;
  private readonly typing: Typing;
  /** Resolves when the sheets are filled in and their formulas checked; only then something can be typed. */
  private making: Promise<void> = Promise.resolve();

  constructor(container: HTMLElement) {
    this.univer = createUniver(container, this.formulas);
    const book = (this.book = new BookShown(this.univer));
    this.history = book.injector.get(IUndoRedoService);
    this.calculation = new Calculation(book, this.told, (work) => this.guard.through(work));
    this.selection = new Selection(book, this.told);
    this.guard = new Guard(book.commands, {
      locked: (sheetId, row, column) => this.locked(sheetId, row, column),
      current: () => this.selection.current(),
      calculates: (start) => this.calculation.isWanted(start),
      refuse: (refusal) => this.told.refusal.tell(refusal),
      paste: (html, text) => paste(book, html, text),
    });
    this.typing = new Typing(book, this.told, this.calculation, this.guard);
    this.formulas.addEventListener('error', () => {
      this.filling.stop();
      this.calculation.died();
    });
    book.commands.onCommandExecuted((info, options) => this.executed(info, options));
    this.history.undoRedoStatus$.subscribe(({ undos, redos }) => this.told.history.tell({ undo: undos > 0, redo: redos > 0 }));
  }

  async show(look: BookLook): Promise<void> {
    const { book } = this;
    this.takeDown();
    book.begin();
    const { batch, sheets } = book.sheets.add(look);
    const shells = sheets.map((sheet) => shellOf(sheet));
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      ...bookShell(book.unit),
      styles: batch.styles,
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(shells.map((shell) => [shell.id, shell])),
      resources: [
        namesResource(look.names ?? [], (name) => book.sheets.get(name)?.id),
        rulesResource(Object.fromEntries(sheets.map((sheet, n) => [sheet.id, rulesOf(sheet.look, sizeOf(shells[n]))]))),
      ],
    });
    this.typing.listen();
    // Needs a workbook to be there. Weekdays and 上午/下午 come out in Chinese.
    book.injector.get(SheetsNumfmtCellContentController).setNumfmtLocal('zh-CN');
    for (const { id, look: sheet } of sheets)
      for (const table of sheet.tables ?? []) book.commands.syncExecuteCommand(SetSuperTableMutation.id, tableParams(book.unit, id, table));
    this.addNotes(sheets);
    this.selection.followLinks();
    book.activate(look.active);
    this.tellCuts();
    this.filling.begin(book.unit, sheets, book.sheets.whole);
    book.isReady = false;
    this.making = this.calculation.check(sheets, () => this.filling.done());
    await painted();
  }

  async replace(gone: readonly string[], look: BookLook): Promise<void> {
    const { book } = this;
    const workbook = book.workbook();
    // What was undone would come back on sheets that are there no more.
    if (gone.some((name) => this.typing.leaves(name))) this.history.clearUndoRedo(book.unit);
    const leaving = gone.flatMap((name) => book.sheets.get(name) ?? []);
    const staying = book.sheets.all.find((sheet) => !leaving.includes(sheet) && !sheet.look.hidden);
    if (staying && leaving.some(({ id }) => id === workbook?.getActiveSheet()?.getSheetId())) book.activate(staying.look.name);
    for (const {
      id,
      look: { name },
    } of leaving) {
      // Univer looks through all cells of a sheet that goes.
      await breath();
      this.guard.through(() =>
        book.commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId: book.unit, subUnitId: id, subUnitName: name }),
      );
      book.sheets.remove(name);
    }
    const { batch, sheets } = book.sheets.add(look);
    for (const sheet of sheets) {
      await breath();
      const params = {
        unitId: book.unit,
        index: workbook?.getSheetSize() ?? 0,
        sheet: mergeWorksheetSnapshotWithDefault(shellOf(sheet)),
        styles: batch.styles,
      };
      this.guard.through(() => book.commands.syncExecuteCommand(InsertSheetMutation.id, params));
    }
    this.addNotes(sheets);
    if (look.sheets.some(({ name }) => name === look.active)) book.activate(look.active);
    this.tellCuts();
    this.filling.begin(book.unit, sheets, book.sheets.whole);
  }

  async change(edits: SheetEdits): Promise<void> {
    await this.making;
    this.guard.through(() => changeCells(this.book, edits));
  }

  goTo(sheet: string, cell: string): Promise<void> {
    return this.selection.goTo(sheet, cell);
  }

  at(sheet: string, cell: string): ShownCell | undefined {
    return this.selection.at(sheet, cell);
  }

  ready(): Promise<void> {
    return this.making;
  }

  async settled(): Promise<void> {
    await this.book.api().getActiveWorkbook()?.endEditingAsync(true);
    if (this.book.unit !== '') this.selection.leaveFormulaBar();
    if (!this.typing.any && !this.calculation.trust.incomplete) return;
    await this.making;
    // Live formulas of result sheets may take longer than the scoring, which does not read them.
    if (this.calculation.trust.formulas.length > 0 || this.typing.hasFormula) await this.calculation.done();
  }

  async undo(): Promise<void> {
    await this.book.commands.executeCommand(UndoCommand.id);
  }

  async redo(): Promise<void> {
    await this.book.commands.executeCommand(RedoCommand.id);
  }

  onEdit(listener: (edits: readonly SheetEdits[]) => void): void {
    this.told.edit.add(listener);
  }

  onRefusal(listener: (refusal: Refusal) => void): void {
    this.told.refusal.add(listener);
  }

  onCut(listener: (cuts: readonly Cut[]) => void): void {
    this.told.cut.add(listener);
  }

  onHistory(listener: (can: { readonly undo: boolean; readonly redo: boolean }) => void): void {
    this.told.history.add(listener);
  }

  onFixed(listener: (cells: readonly { readonly sheet: string; readonly cell: string }[]) => void): void {
    this.told.fixed.add(listener);
  }

  onSelect(listener: (selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void): void {
    this.told.select.add(listener);
  }

  dispose(): void {
    this.takeDown();
    this.univer.dispose();
    this.formulas.terminate();
  }

  private takeDown(): void {
    this.selection.end();
    this.filling.stop();
    this.typing.clear();
    this.calculation.ended();
    this.book.end();
  }

  private addNotes(sheets: readonly Shown[]): void {
    const notes = this.book.injector.get(SheetsNoteModel);
    for (const { id, look } of sheets) {
      for (const { row, column, text } of look.notes) {
        const note = { id: `${id}.${row}.${column}`, row, col: column, width: NOTE.width, height: NOTE.height, note: text };
        notes.updateNote(this.book.unit, id, row, column, note, true);
      }
    }
  }

  private tellCuts(): void {
    this.told.cut.tell(this.book.sheets.cuts);
  }

  private locked(sheetId: string, row: number, column: number): Refusal | undefined {
    if (!this.book.isReady) return { kind: 'busy' };
    const sheet = this.book.sheetName(sheetId);
    return this.calculation.trust.isFixed(sheetId, row, column) ? { kind: 'fixed', sheet } : this.book.sheets.locked(sheet, row, column);
  }

  private executed({ id, params }: ICommandInfo, options?: Options): void {
    switch (id) {
      case SetRangeValuesMutation.id:
        return this.typing.changed(params as ISetRangeValuesMutationParams, options?.fromFormula === true);
      case SetSelectionsOperation.id:
        return this.selection.tell();
      case SetNumfmtMutation.id:
        return this.typing.formatted(params as ISetNumfmtMutationParams);
      case RemoveNumfmtMutation.id:
        return this.typing.unformatted(params as IRemoveNumfmtMutationParams);
      case SetFormulaCalculationStartMutation.id:
        return this.calculation.begun();
      case SetFormulaCalculationNotificationMutation.id:
        return this.calculation.notified(params as ISetFormulaCalculationNotificationMutation);
      case SetArrayFormulaDataMutation.id:
        return this.typing.spilled((params as ISetArrayFormulaDataMutationParams).arrayFormulaRange);
      default:
    }
  }
}

function shellOf(sheet: Shown): ReturnType<typeof sheetShell> {
  const { id, look, rows, batch } = sheet;
  return { ...sheetShell(look, id, batch.prefix, batch.styles, rows), cellData: firstRows(sheet) };
}

const sizeOf = (shell: ReturnType<typeof sheetShell> | undefined): { rows: number; columns: number } => ({
  rows: shell?.rowCount ?? 0,
  columns: shell?.columnCount ?? 0,
});
