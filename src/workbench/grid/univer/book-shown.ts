import type { ICellData, Injector, Nullable, Univer, Workbook, Worksheet } from '@univerjs/core';
import { ICommandService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetWorksheetActiveOperation } from '@univerjs/sheets';
import { SheetsShown } from './sheets-shown';

/** The workbook that Univer shows, and how to get at it. */
export class BookShown {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly instances: IUniverInstanceService;
  /** As Univer knows the workbook; empty where there is none. */
  unit = '';
  sheets = new SheetsShown('');
  /** Whether the sheets are filled in and their formulas checked; only then something can be typed. */
  isReady = true;
  private count = 0;

  constructor(private readonly univer: Univer) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.instances = this.injector.get(IUniverInstanceService);
  }

  /** Another workbook, without sheets yet. */
  begin(): void {
    this.unit = `book${++this.count}`;
    this.sheets = new SheetsShown(this.unit);
  }

  end(): void {
    if (this.unit !== '') this.instances.disposeUnit(this.unit);
    this.unit = '';
  }

  /** Whether it is the first workbook of the page. */
  get isFirst(): boolean {
    return this.count <= 1;
  }

  api(): FUniver {
    return FUniver.newAPI(this.univer);
  }

  workbook(): Workbook | undefined {
    return this.instances.getUnit<Workbook>(this.unit, UniverInstanceType.UNIVER_SHEET) ?? undefined;
  }

  worksheet(id: string): Worksheet | undefined {
    return this.workbook()?.getSheetBySheetId(id) ?? undefined;
  }

  sheetName(id: string): string {
    return this.worksheet(id)?.getName() ?? '';
  }

  /** Brings a sheet to the front. */
  activate(name: string): void {
    const sheet = this.sheets.get(name);
    if (sheet && this.worksheet(sheet.id))
      this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unit, subUnitId: sheet.id });
  }

  /** Formula of a cell, with '='. Filling down makes cells that share the formula of the first. */
  formula(sheetId: string, row: number, column: number, cell: Nullable<ICellData>): string | undefined {
    if (!cell?.f && !cell?.si) return undefined;
    return this.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, this.unit) ?? undefined;
  }
}
