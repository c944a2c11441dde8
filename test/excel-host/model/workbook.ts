import { HostError } from '../wire';
import { area, parseArea, splitSheet } from './area';
import type { Area } from './area';
import type { CellValue } from './entry';
import { followSheet } from './formula-references';
import { SheetModel } from './sheet';
import type { NameModel, ProtectionModel, TableModel } from './sheet';

/** Computes a formula's value; undefined leaves it to the default (the value before, or 0). */
export type CalculationHook = (
  formula: string,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
) => CellValue | undefined;

/** The in-memory workbook behind the host. Tests build it, look at it and change it as a user would. */
export class WorkbookModel {
  name = '工作簿1.xlsx';
  readonly sheets: SheetModel[] = [];
  readonly names: NameModel[] = [];
  readonly settings = new Map<string, unknown>();
  readonly xmlParts: { readonly id: string; xml: string }[] = [];
  readonly properties = new Map<string, unknown>();
  readonly customProperties = new Map<string, unknown>();
  protection: ProtectionModel | undefined;
  calculationMode = 'Automatic';
  calculations = 0;
  readOnly = false;
  isDirty = false;
  active: SheetModel | undefined;
  selection: Area = area(0, 0);
  calculate: CalculationHook | undefined;
  private counter = 0;

  nextId(): number {
    return ++this.counter;
  }

  guid(): string {
    return `{00000000-0001-0000-${String(this.nextId()).padStart(4, '0')}-000000000000}`;
  }

  /** Adds a sheet without the rules of the interface; `rows` are stored as they are. */
  addSheet(name: string, rows: readonly (readonly (CellValue | null | undefined)[])[] = [], at = this.sheets.length): SheetModel {
    const sheet: SheetModel = new SheetModel(
      this.guid(),
      name,
      (formula, row, column, before) => this.calculate?.(formula, { sheet: sheet.name, row, column }) ?? before ?? 0,
    );
    this.sheets.splice(at, 0, sheet);
    this.active ??= sheet;
    return sheet.fill(rows);
  }

  /** By name (letter case does not matter) or by id. */
  find(key: string): SheetModel | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  sheet(name: string): SheetModel {
    const found = this.find(name);
    if (!found) throw new Error(`the workbook has no sheet ${name}, only ${this.sheets.map((sheet) => sheet.name).join('、')}`);
    return found;
  }

  /** Takes a sheet away, as a user's right click would. */
  removeSheet(sheet: SheetModel): void {
    const at = this.sheets.indexOf(sheet);
    if (at < 0) return;
    this.sheets.splice(at, 1);
    sheet.deleted = true;
    for (let index = this.names.length - 1; index >= 0; index--) {
      const name = this.names[index]!;
      if (name.sheet === sheet) this.names.splice(index, 1);
    }
    this.followSheet(sheet.name, undefined);
    if (this.active === sheet) {
      const visible = (other: SheetModel): boolean => other.visibility === 'Visible';
      this.active = this.sheets.slice(at).find(visible) ?? this.sheets.slice(0, at).reverse().find(visible);
      this.selection = area(0, 0);
    }
  }

  get visibleSheets(): readonly SheetModel[] {
    return this.sheets.filter((sheet) => sheet.visibility === 'Visible');
  }

  /** Refuses what Excel refuses as a sheet's name. */
  checkSheetName(name: string, except?: SheetModel): void {
    if (name.length < 1 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name) || name.toLowerCase() === 'history')
      throw new HostError('InvalidArgument');
    if (this.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase()))
      throw new HostError('ItemAlreadyExists');
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.checkSheetName(name, sheet);
    this.followSheet(sheet.name, name);
    sheet.name = name;
  }

  /** Excel follows a renamed or deleted sheet in every formula and name. */
  private followSheet(from: string, to: string | undefined): void {
    for (const name of this.names) name.formula = followSheet(name.formula, from, to);
    for (const { cells } of this.sheets) {
      for (const [key, content] of cells) {
        if (content.formula === undefined || !content.formula.includes('!')) continue;
        const formula = followSheet(content.formula, from, to);
        if (formula !== content.formula) cells.set(key, { ...content, formula });
      }
    }
  }

  freeSheetName(): string {
    for (let number = this.sheets.length + 1; ; number++) if (!this.find(`Sheet${number}`)) return `Sheet${number}`;
  }

  addName(
    name: string,
    formula: string,
    more: { readonly sheet?: SheetModel; readonly comment?: string; readonly visible?: boolean } = {},
  ): NameModel {
    const model: NameModel = {
      id: `name-${this.nextId()}`,
      name,
      formula,
      comment: more.comment ?? '',
      visible: more.visible ?? true,
      ...(more.sheet ? { sheet: more.sheet } : {}),
    };
    this.names.push(model);
    return model;
  }

  findName(name: string, sheet?: SheetModel): NameModel | undefined {
    return this.names.find((item) => item.sheet === sheet && item.name.toLowerCase() === name.toLowerCase());
  }

  /** What a name's formula points at, where it is one plain area. */
  areaOfName(name: NameModel): { readonly sheet: SheetModel; readonly area: Area } | undefined {
    const { sheet, rest } = splitSheet(name.formula.slice(1));
    const on = sheet === undefined ? name.sheet : this.find(sheet);
    const found = parseArea(rest);
    return on && found ? { sheet: on, area: found } : undefined;
  }

  addTable(sheet: SheetModel, on: Area, name?: string): TableModel {
    const table: TableModel = {
      id: this.guid(),
      name: name ?? `表${this.nextId()}`,
      area: on,
      sheet,
      showHeaders: true,
      showTotals: false,
      style: 'TableStyleMedium2',
      showFilterButton: true,
      showBandedRows: true,
    };
    sheet.tables.push(table);
    return table;
  }
}

/** A workbook from sheets of plain values: `workbookOf({ 指标表: [['名称', '值'], ['甲', 1]] })`. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly (CellValue | null | undefined)[])[]>>): WorkbookModel {
  const book = new WorkbookModel();
  for (const [name, rows] of Object.entries(sheets)) book.addSheet(name, rows);
  return book;
}
