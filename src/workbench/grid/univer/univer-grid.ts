import type { ICellData, ICommandInfo, IRange, Nullable, Univer, Workbook, Worksheet } from '@univerjs/core';
import {
  CellValueType,
  EDITOR_ACTIVATED,
  FOCUSING_FX_BAR_EDITOR,
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  RedoCommand,
  UndoCommand,
  UniverInstanceType,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  FormulaDataModel,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetSuperTableMutation,
  type ISetFormulaCalculationNotificationMutation,
  type ISetArrayFormulaDataMutationParams,
  type ISetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type {
  IRemoveNumfmtMutationParams,
  ISetNumfmtMutationParams,
  ISetRangeValuesMutationParams,
  ISheetLocation,
} from '@univerjs/sheets';
import {
  AFTER_CELL_EDIT,
  InsertSheetMutation,
  RemoveNumfmtMutation,
  RemoveSheetMutation,
  SetNumfmtMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import { HoverManagerService, ISheetClipboardService } from '@univerjs/sheets-ui';
import { appWords as words } from '../../../app/words';
import { cellName, parseCellName } from '../../../core/cell';
import { ProblemError } from '../../../core/problem';
import type { CellEdit, SheetEdits } from '../../../hosts/xlsx/edit/cell-edit';
import { moveFormula } from '../../../hosts/xlsx/edit/move-formula';
import type { BookLook } from '../../../hosts/xlsx/look/look';
import type { Cut, GridView, OpenGrid, Refusal, ShownCell } from '../grid-view';
import { rulesOf, rulesResource } from './conditional';
import { createUniver } from './create-univer';
import { changesIn, editOf, formatOf, GENERAL, resultOf } from './edits';
import { Filling } from './filling';
import { FormulaTrust, placeOf } from './formula-trust';
import { asShare, Guard, type Options } from './guard';
import { linkAt } from './links';
import { namesResource, tableParams } from './names';
import { cellsOf, pastedCell, spread } from './paste';
import { firstRows, SheetsShown, type Shown } from './sheets-shown';
import { bookShell, sheetShell } from './snapshot';

/** How long a cell stays marked after a jump. */
const MARK_MS = 2_500;
/** Pixels. */
const NOTE = { width: 240, height: 120 };
/** Univer looks for what is to be calculated a moment after a change. */
const CALCULATION_BEGINS_MS = 100;
/** A calculation that takes longer is not waited for. */
const CALCULATION_ENDS_MS = 30_000;
/** Univer's number formats read what was typed at 0; what stands above gets their result. */
const BEFORE_NUMFMT = 100;
/** Univer marks what was copied on this page. */
const COPIED_HERE = /data-copy-id="([^"]+)"/;

export const openGrid: OpenGrid = async (container) => new UniverGrid(container);

/** The grid of the page, drawn by Univer. */
class UniverGrid implements GridView {
  private readonly formulas = new Worker(new URL('./formula-worker.ts', import.meta.url), { name: 'formulas' });
  private readonly filling = new Filling(this.formulas, (id) => this.worksheet(id));
  private readonly univer: Univer;
  private readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;
  private readonly history: IUndoRedoService;
  private readonly guard: Guard;
  private readonly heard = {
    edit: [] as ((edits: readonly SheetEdits[]) => void)[],
    refusal: [] as ((refusal: Refusal) => void)[],
    cut: [] as ((cuts: readonly Cut[]) => void)[],
    history: [] as ((can: { readonly undo: boolean; readonly redo: boolean }) => void)[],
    fixed: [] as ((cells: readonly { readonly sheet: string; readonly cell: string }[]) => void)[],
    select: [] as ((selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void)[],
  };
  private books = 0;
  private unit = '';
  private shown = new SheetsShown('');
  private trust: FormulaTrust;
  /** Resolves when the sheets are filled in and their formulas checked; only then something can be typed. */
  private making: Promise<void> = Promise.resolve();
  private isReady = true;
  private calculating = false;
  private readonly ends = new Set<() => void>();
  /** The worker that calculates has died. */
  private dead = false;
  /** Sheets that the person changed something on. */
  private typedOn = new Set<string>();
  /** Whether a formula is among it. */
  private typedFormula = false;
  private unmark: (() => void) | undefined;
  private unlisten: (() => void) | undefined;

  constructor(container: HTMLElement) {
    this.univer = createUniver(container, this.formulas);
    const injector = this.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
    this.history = injector.get(IUndoRedoService);
    this.guard = new Guard(this.commands, {
      locked: (sheetId, row, column) => this.locked(sheetId, row, column),
      current: () => this.currentCell(),
      calculates: (start) => this.calculates(start),
      refuse: (refusal) => this.refuse(refusal),
      paste: (html, text) => this.paste(html, text),
    });
    this.trust = this.trustFor([]);
    // A calculation that failed will not be told as ended.
    this.formulas.addEventListener('error', () => this.lost());
    this.commands.onCommandExecuted((info, options) => this.executed(info, options));
    this.history.undoRedoStatus$.subscribe(({ undos, redos }) =>
      this.heard.history.forEach((listener) => listener({ undo: undos > 0, redo: redos > 0 })),
    );
  }

  async show(book: BookLook): Promise<void> {
    this.takeDown();
    this.unit = `book${++this.books}`;
    this.shown = new SheetsShown(this.unit);
    const { batch, sheets } = this.shown.add(book);
    const shells = sheets.map((sheet) => this.shellOf(sheet));
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
      ...bookShell(this.unit),
      styles: batch.styles,
      sheetOrder: sheets.map(({ id }) => id),
      sheets: Object.fromEntries(shells.map((shell) => [shell.id, shell])),
      resources: [
        namesResource(book.names ?? [], (name) => this.shown.get(name)?.id),
        rulesResource(Object.fromEntries(sheets.map((sheet, n) => [sheet.id, rulesOf(sheet.look, sizeOf(shells[n]))]))),
      ],
    });
    this.readTyping();
    // Needs a workbook to be there. Weekdays and 上午/下午 come out in Chinese.
    this.univer.__getInjector().get(SheetsNumfmtCellContentController).setNumfmtLocal('zh-CN');
    for (const { id, look } of sheets)
      for (const table of look.tables ?? []) this.commands.syncExecuteCommand(SetSuperTableMutation.id, tableParams(this.unit, id, table));
    this.addNotes(sheets);
    this.followLinks();
    this.activate(book.active);
    this.tellCuts();
    this.filling.begin(this.unit, sheets, this.shown.whole);
    this.isReady = false;
    this.making = this.makeReady(this.unit, sheets);
    await painted();
  }

  /** Nothing can be typed before: it would meet rows that are not there yet, and mix with the check. */
  private async makeReady(unit: string, sheets: readonly Shown[]): Promise<void> {
    const here = (): boolean => this.unit === unit;
    this.trust = this.trustFor(sheets);
    await this.filling.done();
    if (!here()) return;
    const { fixed, found } = await this.trust.check(this.shown.whole && !this.dead, here);
    if (!here()) return;
    this.isReady = true;
    if (fixed.length > 0) this.heard.fixed.forEach((listener) => listener(fixed.map(placeOf)));
    if (found.length > 0) this.heard.edit.forEach((listener) => listener(found));
  }

  private trustFor(sheets: readonly Shown[]): FormulaTrust {
    return new FormulaTrust(this.unit, sheets, {
      commands: this.commands,
      cell: (sheetId, row, column) => this.worksheet(sheetId)?.getCellRaw(row, column),
      calculated: () => this.calculated(),
      through: (work) => this.guard.through(work),
    });
  }

  async replace(gone: readonly string[], look: BookLook): Promise<void> {
    const workbook = this.workbook();
    // What was undone would come back on sheets that are there no more.
    if (gone.some((name) => this.typedOn.delete(name))) this.history.clearUndoRedo(this.unit);
    const leaving = gone.flatMap((name) => this.shown.get(name) ?? []);
    const staying = this.shown.all.find((sheet) => !leaving.includes(sheet) && !sheet.look.hidden);
    if (staying && leaving.some(({ id }) => id === workbook?.getActiveSheet()?.getSheetId())) this.activate(staying.look.name);
    for (const {
      id,
      look: { name },
    } of leaving) {
      // Univer looks through all cells of a sheet that goes.
      await breath();
      this.guard.through(() =>
        this.commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId: this.unit, subUnitId: id, subUnitName: name }),
      );
      this.shown.remove(name);
    }
    const { batch, sheets } = this.shown.add(look);
    for (const sheet of sheets) {
      await breath();
      const params = {
        unitId: this.unit,
        index: workbook?.getSheetSize() ?? 0,
        sheet: mergeWorksheetSnapshotWithDefault(this.shellOf(sheet)),
        styles: batch.styles,
      };
      this.guard.through(() => this.commands.syncExecuteCommand(InsertSheetMutation.id, params));
    }
    this.addNotes(sheets);
    if (look.sheets.some(({ name }) => name === look.active)) this.activate(look.active);
    this.tellCuts();
    this.filling.begin(this.unit, sheets, this.shown.whole);
  }

  async goTo(sheet: string, cell: string): Promise<void> {
    const place = parseCellName(cell);
    const target = this.shown.get(sheet);
    const workbook = this.api().getActiveWorkbook();
    const worksheet = target && workbook?.getSheetBySheetId(target.id);
    if (!place || !workbook || !worksheet || place.row >= worksheet.getMaxRows() || place.column >= worksheet.getMaxColumns()) {
      throw new ProblemError([{ severity: 'warning', code: 'not-there', ...words.trouble.notThere(`${sheet}!${cell}`) }]);
    }
    await workbook.endEditingAsync(true);
    this.activate(sheet);
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

  at(sheet: string, cell: string): ShownCell | undefined {
    const place = parseCellName(cell);
    const target = this.shown.get(sheet);
    const worksheet = target && this.api().getActiveWorkbook()?.getSheetBySheetId(target.id);
    if (!place || !worksheet || place.row >= worksheet.getMaxRows() || place.column >= worksheet.getMaxColumns()) return undefined;
    const range = worksheet.getRange(place.row, place.column);
    const fill = this.worksheet(target.id)?.getComposedCellStyle(place.row, place.column)?.bg?.rgb;
    const raw = this.worksheet(target.id)?.getCellRaw(place.row, place.column);
    const text = raw?.p || raw?.t === CellValueType.BOOLEAN ? textOf(raw) : range.getDisplayValue();
    return { text, ...(fill && { fill: fill.replace('#', '').toUpperCase() }) };
  }

  ready(): Promise<void> {
    return this.making;
  }

  async settled(): Promise<void> {
    await this.api().getActiveWorkbook()?.endEditingAsync(true);
    // The formula bar would keep the focus, and what is typed next.
    if (this.unit !== '') this.leaveFormulaBar();
    if (this.typedOn.size === 0 && !this.trust.incomplete) return;
    await this.making;
    // Live formulas of result sheets may take longer than the scoring, which does not read them.
    if (this.trust.formulas.length > 0 || this.typedFormula) await this.calculated();
  }

  private leaveFormulaBar(): void {
    const context = this.univer.__getInjector().get(IContextService);
    [FOCUSING_FX_BAR_EDITOR, EDITOR_ACTIVATED].forEach((key) => context.setContextValue(key, false));
    this.instances.focusUnit(this.unit);
  }

  /** Waits for calculations that have begun or are about to. @returns false, and tells, where they do not end */
  private async calculated(): Promise<boolean> {
    const limit = performance.now() + CALCULATION_ENDS_MS;
    do {
      await breath(CALCULATION_BEGINS_MS);
      if (this.calculating && !this.dead)
        await Promise.race([new Promise<void>((resolve) => this.ends.add(resolve)), breath(Math.max(0, limit - performance.now()))]);
      // Another one may follow at once.
    } while (this.calculating && !this.dead && performance.now() < limit);
    if (!this.calculating && !this.dead) return true;
    this.calculating = false;
    this.refuse({ kind: 'unfinished' });
    return false;
  }

  async undo(): Promise<void> {
    await this.commands.executeCommand(UndoCommand.id);
  }

  async redo(): Promise<void> {
    await this.commands.executeCommand(RedoCommand.id);
  }

  onEdit(listener: (edits: readonly SheetEdits[]) => void): void {
    this.heard.edit.push(listener);
  }

  onRefusal(listener: (refusal: Refusal) => void): void {
    this.heard.refusal.push(listener);
  }

  onCut(listener: (cuts: readonly Cut[]) => void): void {
    this.heard.cut.push(listener);
  }

  onHistory(listener: (can: { readonly undo: boolean; readonly redo: boolean }) => void): void {
    this.heard.history.push(listener);
  }

  onFixed(listener: (cells: readonly { readonly sheet: string; readonly cell: string }[]) => void): void {
    this.heard.fixed.push(listener);
  }

  onSelect(listener: (selected: ShownCell & { readonly sheet: string; readonly cell: string }) => void): void {
    this.heard.select.push(listener);
  }

  dispose(): void {
    this.takeDown();
    this.univer.dispose();
    this.formulas.terminate();
  }

  private api(): FUniver {
    return FUniver.newAPI(this.univer);
  }

  private workbook(): Workbook | undefined {
    return this.instances.getUnit<Workbook>(this.unit, UniverInstanceType.UNIVER_SHEET) ?? undefined;
  }

  private worksheet(id: string): Worksheet | undefined {
    return this.workbook()?.getSheetBySheetId(id) ?? undefined;
  }

  private shellOf(sheet: Shown): ReturnType<typeof sheetShell> {
    const { id, look, rows, batch } = sheet;
    return { ...sheetShell(look, id, batch.prefix, batch.styles, rows), cellData: firstRows(sheet) };
  }

  private takeDown(): void {
    this.unmark?.();
    this.unlisten?.();
    this.filling.stop();
    this.typedOn = new Set();
    this.typedFormula = false;
    this.ended();
    if (this.unit !== '') this.instances.disposeUnit(this.unit);
    this.unit = '';
  }

  private addNotes(sheets: readonly Shown[]): void {
    const notes = this.univer.__getInjector().get(SheetsNoteModel);
    for (const { id, look } of sheets) {
      for (const { row, column, text } of look.notes) {
        notes.updateNote(
          this.unit,
          id,
          row,
          column,
          { id: `${id}.${row}.${column}`, row, col: column, width: NOTE.width, height: NOTE.height, note: text },
          true,
        );
      }
    }
  }

  /** A click on a cell with a link inside the workbook goes there, as in Excel. */
  private followLinks(): void {
    const clicks = this.univer
      .__getInjector()
      .get(HoverManagerService)
      .currentClickedCell$.subscribe(({ location: { row, col, subUnitId } }) => {
        const worksheet = this.worksheet(subUnitId);
        const main = worksheet?.getMergedCell(row, col);
        const look = this.shown.get(this.sheetName(subUnitId))?.look;
        const place = look && linkAt(look, main?.startRow ?? row, main?.startColumn ?? col);
        if (place) void this.goTo(place.sheet, place.cell).catch(() => this.refuse({ kind: 'link', to: `${place.sheet}!${place.cell}` }));
      });
    this.unlisten = () => clicks.unsubscribe();
  }

  private calculates(start: ISetFormulaCalculationStartMutation): boolean {
    if (!this.shown.whole || this.dead || this.trust.off) return false;
    const sheets = Object.values(start.dirtyNameMap[this.unit] ?? {});
    // Results come along with the file, and with result sheets; only what refers to such a sheet is worked out when it is put in or taken off.
    if (start.dirtyRanges.length === 0 && !this.shown.refersTo(sheets)) return false;
    if (!this.trust.checking) start.dirtyRanges = [...start.dirtyRanges, ...this.trust.ranges];
    return true;
  }

  private ended(): void {
    this.calculating = false;
    this.ends.forEach((resume) => resume());
    this.ends.clear();
  }

  private lost(): void {
    this.dead = true;
    this.ended();
    this.filling.stop();
    this.refuse({ kind: 'unfinished' });
  }

  private refuse(refusal: Refusal): void {
    this.heard.refusal.forEach((listener) => listener(refusal));
  }

  private tellCuts(): void {
    this.heard.cut.forEach((listener) => listener(this.shown.cuts));
  }

  private activate(name: string): void {
    const sheet = this.shown.get(name);
    if (sheet && this.worksheet(sheet.id))
      this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unit, subUnitId: sheet.id });
  }

  private sheetName(id: string): string {
    return this.worksheet(id)?.getName() ?? '';
  }

  private locked(sheetId: string, row: number, column: number): Refusal | undefined {
    if (!this.isReady) return { kind: 'busy' };
    const sheet = this.sheetName(sheetId);
    return this.trust.isFixed(sheetId, row, column) ? { kind: 'fixed', sheet } : this.shown.locked(sheet, row, column);
  }

  /** Univer's plugins come up with the first workbook. */
  private readTyping(): void {
    if (this.books > 1) return;
    this.univer
      .__getInjector()
      .get(SheetInterceptorService)
      .writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
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

  /** Contents and number formats alone: Univer's own way would bring merges, fonts and widths along, which are not saved. */
  private paste(html: string, text: string): void {
    const workbook = this.api().getActiveWorkbook();
    const sheet = workbook?.getActiveSheet();
    const range = sheet?.getSelection()?.getActiveRange();
    if (!sheet || !range) return;
    const [row, column] = [range.getRow(), range.getColumn()];
    const copied = this.copiedHere(html, row, column) ?? cellsOf(text).map((cells) => cells.map(pastedCell));
    const cells = spread(
      copied,
      { rows: range.getHeight(), columns: range.getWidth() },
      { rows: sheet.getMaxRows() - row, columns: sheet.getMaxColumns() - column },
    );
    const value = Object.fromEntries(cells.map((line, r) => [row + r, Object.fromEntries(line.map((cell, c) => [column + c, cell]))]));
    const width = Math.max(1, ...cells.map((line) => line.length));
    const target = { startRow: row, endRow: row + cells.length - 1, startColumn: column, endColumn: column + width - 1 };
    void this.commands.executeCommand(SetRangeValuesCommand.id, { unitId: this.unit, subUnitId: sheet.getSheetId(), range: target, value });
  }

  /** What was copied on this page as it stands there, formulas moved along; undefined for anything from elsewhere. */
  private copiedHere(html: string, row: number, column: number): ICellData[][] | undefined {
    const id = COPIED_HERE.exec(html)?.[1];
    const copied = id === undefined ? undefined : this.univer.__getInjector().get(ISheetClipboardService).copyContentCache().get(id);
    const source = copied?.unitId === this.unit ? this.worksheet(copied.subUnitId) : undefined;
    if (!copied || !source) return undefined;
    const { rows, cols } = copied.range;
    return rows.map((from) =>
      cols.map((at) => {
        const cell = source.getCellRaw(from, at);
        const pattern = source.getComposedCellStyle(from, at)?.n?.pattern;
        const style = pattern === undefined || pattern.toLowerCase() === 'general' ? {} : { s: { n: { pattern } } };
        const formula = this.formula(copied.subUnitId, from, at, cell);
        const moved = formula && moveFormula(formula.slice(1), row - rows[0]!, column - cols[0]!);
        if (moved) return { f: `=${moved}`, ...style };
        const text = cell?.p ? textOf(cell) : undefined;
        return text === undefined ? { v: cell?.v ?? null, t: cell?.t ?? null, ...style } : { v: text, t: CellValueType.STRING };
      }),
    );
  }

  private currentCell(): { sheetId: string; row: number; column: number } | undefined {
    const cell = this.api().getActiveWorkbook()?.getActiveSheet().getSelection()?.getCurrentCell();
    const sheetId = this.workbook()?.getActiveSheet()?.getSheetId();
    return cell && sheetId !== undefined ? { sheetId, row: cell.actualRow, column: cell.actualColumn } : undefined;
  }

  private executed({ id, params }: ICommandInfo, options?: Options): void {
    switch (id) {
      case SetRangeValuesMutation.id:
        return this.changed(params as ISetRangeValuesMutationParams, options?.fromFormula === true);
      case SetSelectionsOperation.id:
        return this.selected();
      case SetNumfmtMutation.id:
        return this.formatted(params as ISetNumfmtMutationParams);
      case RemoveNumfmtMutation.id:
        return this.unformatted(params as IRemoveNumfmtMutationParams);
      case SetFormulaCalculationStartMutation.id:
        this.calculating = true;
        return;
      case SetFormulaCalculationNotificationMutation.id:
        // Other notifications tell how far it is.
        if ((params as ISetFormulaCalculationNotificationMutation).functionsExecutedState !== undefined) this.ended();
        return;
      case SetArrayFormulaDataMutation.id:
        return this.spilled((params as ISetArrayFormulaDataMutationParams).arrayFormulaRange);
      default:
    }
  }

  private selected(): void {
    const current = this.currentCell();
    if (!current) return;
    const sheet = this.sheetName(current.sheetId);
    const cell = cellName(current.row, current.column);
    const shown = this.at(sheet, cell);
    if (shown) this.heard.select.forEach((listener) => listener({ ...shown, sheet, cell }));
  }

  private changed({ unitId, subUnitId, cellValue }: ISetRangeValuesMutationParams, calculated: boolean): void {
    const matrix = unitId === this.unit ? this.worksheet(subUnitId)?.getCellMatrix() : undefined;
    if (!matrix) return;
    if (this.guard.working) return;
    const sheet = this.shown.get(this.sheetName(subUnitId));
    if (calculated) {
      if (this.trust.checking) for (const [row, column] of changesIn(cellValue)) this.trust.note(subUnitId, row, column);
      // Result sheets are asked of Excel anew when the file is opened; what they come to here may be out of date before it is written.
      if (this.trust.checking || sheet?.look.owned) return;
    }
    const patternOf = (id: string): string | undefined => this.shown.numberFormat(id) ?? this.workbook()?.getStyles().get(id)?.n?.pattern;
    const cells = [...changesIn(cellValue)].flatMap(([row, column, change]): CellEdit[] => {
      const cell = matrix.getValue(row, column);
      // All formulas are calculated anew after an edit; most come to what they came to before.
      if (calculated) return this.trust.isNews(subUnitId, row, column, cell) ? [resultOf(row, column, cell)] : [];
      return [editOf(row, column, cell, this.formula(subUnitId, row, column, cell), formatOf(change, patternOf))];
    });
    this.tell(subUnitId, cells, !calculated);
  }

  /** Filling down makes cells that share the formula of the first. */
  private formula(sheetId: string, row: number, column: number, cell: Nullable<ICellData>): string | undefined {
    if (!cell?.f && !cell?.si) return undefined;
    return this.univer.__getInjector().get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, this.unit) ?? undefined;
  }

  /** A date or a share typed into a cell brings its number format along by a change of its own. */
  private formatted({ unitId, subUnitId, values, refMap }: ISetNumfmtMutationParams): void {
    for (const [ref, { ranges }] of Object.entries(values)) this.formatCells(unitId, subUnitId, ranges, refMap[ref]?.pattern ?? GENERAL);
  }

  private unformatted({ unitId, subUnitId, ranges }: IRemoveNumfmtMutationParams): void {
    this.formatCells(unitId, subUnitId, ranges, GENERAL);
  }

  private formatCells(unitId: string, sheetId: string, ranges: readonly IRange[], pattern: string): void {
    const matrix = unitId === this.unit ? this.worksheet(sheetId)?.getCellMatrix() : undefined;
    if (!matrix) return;
    const cells: CellEdit[] = [];
    for (const { startRow, endRow, startColumn, endColumn } of ranges) {
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) {
          const cell = matrix.getValue(row, column);
          cells.push(editOf(row, column, cell, this.formula(sheetId, row, column, cell), pattern));
        }
      }
    }
    this.tell(sheetId, cells, true);
  }

  /** A typed formula whose result would spread over its neighbours, which the file would not hold. */
  private spilled(ranges: ISetArrayFormulaDataMutationParams['arrayFormulaRange']): void {
    if (this.trust.checking || !this.isReady) return;
    const spread = Object.values(ranges[this.unit] ?? {}).some((rows) =>
      Object.values(rows ?? {}).some((columns) =>
        Object.values<Nullable<IRange>>(columns ?? {}).some(
          (range) => range && (range.endRow > range.startRow || range.endColumn > range.startColumn),
        ),
      ),
    );
    if (!spread) return;
    this.refuse({ kind: 'spill' });
    void this.undo();
  }

  private tell(sheetId: string, cells: readonly CellEdit[], typed: boolean): void {
    if (cells.length === 0) return;
    const sheet = this.sheetName(sheetId);
    if (typed) this.typedOn.add(sheet);
    this.typedFormula ||= cells.some(({ kind }) => kind === 'formula');
    this.heard.edit.forEach((listener) => listener([{ sheet, cells }]));
  }
}

/** Text of a cell as it was typed, or of the small document that Univer keeps for line breaks. */
function textOf(cell: Nullable<ICellData>): string {
  const { value } = resultOf(0, 0, cell);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' ? (value?.error ?? '') : String(value);
}

const sizeOf = (shell: ReturnType<typeof sheetShell> | undefined): { rows: number; columns: number } => ({
  rows: shell?.rowCount ?? 0,
  columns: shell?.columnCount ?? 0,
});
const breath = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
