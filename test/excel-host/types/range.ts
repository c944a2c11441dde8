import {
  area,
  areaName,
  bounding,
  cellsOf,
  columnsOf,
  contains,
  intersect,
  isEntireColumn,
  isEntireRow,
  keyColumn,
  keyRow,
  lastColumn,
  lastRow,
  onSheet,
  parseArea,
  rowsOf,
  sheetPrefix,
  splitSheet,
} from '../model/area';
import type { Area } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { HostNode } from '../node';
import type { Arguments, RangeSelf, TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
  setColumnProperties,
  setRowProperties,
} from './cell-properties';
import { copyRowFormats, deleteRows, insertRows } from '../model/rows';
import { conditionalFormatsType } from './conditional-formats';
import { dataValidationType } from './data-validation';
import { checkContentWrite, checkFormatWrite } from './guard';
import { rangeFormatType } from './range-format';
import { rangeAreasOf } from './range-areas';
import {
  formulasOf,
  formulasR1C1Of,
  numberFormatsOf,
  setFormulas,
  setFormulasR1C1,
  setNumberFormats,
  setValues,
  textsOf,
  valuesOf,
  valueTypesOf,
} from './range-values';
import { worksheetType } from './worksheet';

export function rangeNode(sheet: SheetModel, of: Area): HostNode {
  if (!onSheet(of)) throw new HostError('InvalidArgument');
  return HostNode.of(rangeType, { sheet, area: of });
}

/** An address on a sheet, a name included; undefined where it is neither. */
export function areaOfAddress(world: World, sheet: SheetModel, address: string): RangeSelf | undefined {
  const { sheet: prefix, rest } = splitSheet(address.replace(/^=/, ''));
  const on = prefix === undefined ? sheet : world.book.find(prefix);
  if (!on) return undefined;
  const found = parseArea(rest);
  if (found) return { sheet: on, area: found };
  const name = world.book.findName(rest, on) ?? world.book.findName(rest);
  return name ? world.book.areaOfName(name) : undefined;
}

/** A range given as an object or as an address. */
export function rangeArgument(args: Arguments, index: number, world: World, sheet: SheetModel): RangeSelf {
  const given = args.node(index, rangeType);
  if (given) return given;
  return areaOfAddress(world, sheet, args.text(index)) ?? refuse('InvalidArgument');
}

function changed(self: RangeSelf, world: World, changeType = 'RangeEdited'): void {
  world.emit({
    type: 10,
    targets: [self.sheet.id, 'Workbook'],
    message: { worksheetId: self.sheet.id, address: areaName(self.area), changeType, source: 'Local', triggerSource: 'ThisLocalAddin' },
  });
}

const sameSheet = (self: RangeSelf, of: Area): HostNode => rangeNode(self.sheet, of);

function resized(self: RangeSelf, rows: number, columns: number): HostNode {
  if (rows < 1 || columns < 1) throw new HostError('InvalidArgument');
  return sameSheet(self, area(self.area.top, self.area.left, rows, columns));
}

/** The smallest rectangle around the cells of the range that are in use. */
function used({ sheet, area: of }: RangeSelf, valuesOnly: boolean): Area | undefined {
  const all = sheet.usedArea(valuesOnly);
  const within = all && intersect(all, of);
  // Whole rows and columns are cut to what the sheet uses first.
  return within && sheet.usedWithin(within, valuesOnly);
}

function other(self: RangeSelf, args: Arguments, world: World): RangeSelf {
  const found = rangeArgument(args, 0, world, self.sheet);
  if (found.sheet !== self.sheet) throw new HostError('InvalidArgument');
  return found;
}

/** Hidden in whole, in no part, or null for both. */
function hidden(from: number, to: number, is: (at: number) => boolean, marked: Iterable<number>): boolean | null {
  let count = 0;
  for (const at of new Set(marked)) if (at >= from && at <= to && is(at)) count++;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

function rowsHidden({ sheet, area: of }: RangeSelf): boolean | null {
  return hidden(of.top, of.bottom, (row) => sheet.isRowHidden(row), [...sheet.hiddenRows, ...sheet.filteredRows]);
}

function columnsHidden({ sheet, area: of }: RangeSelf): boolean | null {
  return hidden(of.left, of.right, (column) => sheet.hiddenColumns.has(column), sheet.hiddenColumns);
}

function setHidden(set: Set<number>, from: number, to: number, value: unknown): void {
  if (typeof value !== 'boolean') throw new HostError('InvalidArgument');
  for (let at = from; at <= to; at++)
    if (value) set.add(at);
    else set.delete(at);
}

function clear(self: RangeSelf, applyTo: string, world: World): void {
  const { sheet, area: on } = self;
  const contents = ['All', 'Contents', 'ResetContents'].includes(applyTo);
  const formats = ['All', 'Formats'].includes(applyTo);
  if (!contents && !formats && !['Hyperlinks', 'RemoveHyperlinks'].includes(applyTo)) throw new HostError('InvalidArgument');
  if (contents) checkContentWrite(self);
  if (formats) checkFormatWrite(self, 'allowFormatCells');
  if (contents) sheet.clearContents(on);
  if (formats) {
    sheet.styles.clear(on);
    sheet.unmerge(on);
    for (let index = sheet.conditionalFormats.length - 1; index >= 0; index--)
      if (intersect(sheet.conditionalFormats[index]!.area, on)) sheet.conditionalFormats.splice(index, 1);
  }
  if (applyTo !== 'Contents' && applyTo !== 'Formats' && applyTo !== 'ResetContents') sheet.clearLinks(on);
  changed(self, world, 'RangeEdited');
}

function hyperlinkOf({ sheet, area: of }: RangeSelf): unknown {
  for (const [key, link] of sheet.links) if (contains(of, keyRow(key), keyColumn(key))) return link;
  return null;
}

function setHyperlink(self: RangeSelf, value: unknown, world: World): void {
  const { sheet, area: on } = self;
  checkContentWrite(self);
  if (value === null || value === '') return sheet.clearLinks(on);
  if (typeof value !== 'object') throw new HostError('InvalidArgument');
  const link = value as Record<string, unknown>;
  const known = ['address', 'documentReference', 'screenTip', 'textToDisplay'];
  if (Object.keys(link).some((key) => !known.includes(key)) || (!link['address'] && !link['documentReference']))
    throw new HostError('InvalidArgument');
  for (let row = on.top; row <= on.bottom; row++) {
    for (let column = on.left; column <= on.right; column++) {
      sheet.links.set(row * 16384 + column, link);
      if (typeof link['textToDisplay'] === 'string') sheet.enter(row, column, link['textToDisplay']);
    }
  }
  // Excel dresses a link in its own style.
  sheet.styles.set(on, 'font.color', '#0563C1');
  sheet.styles.set(on, 'font.underline', 'Single');
  changed(self, world);
}

const addressOf = (self: RangeSelf): string => sheetPrefix(self.sheet.name) + areaName(self.area);

export const rangeType: TypeSpec<RangeSelf> = {
  name: 'Range',
  alive: (self) => !self.sheet.deleted,
  read: {
    Values: (self) => valuesOf(self),
    Formulas: (self) => formulasOf(self),
    FormulasLocal: (self) => formulasOf(self),
    FormulasR1C1: (self) => formulasR1C1Of(self),
    NumberFormat: (self) => numberFormatsOf(self),
    NumberFormatLocal: (self) => numberFormatsOf(self),
    Text: (self) => textsOf(self),
    ValueTypes: (self) => valueTypesOf(self),
    RowIndex: (self) => self.area.top,
    ColumnIndex: (self) => self.area.left,
    RowCount: (self) => rowsOf(self.area),
    ColumnCount: (self) => columnsOf(self.area),
    CellCount: (self) => (cellsOf(self.area) > 2147483647 ? -1 : cellsOf(self.area)),
    Address: addressOf,
    AddressLocal: addressOf,
    IsEntireColumn: (self) => isEntireColumn(self.area),
    IsEntireRow: (self) => isEntireRow(self.area),
    RowHidden: rowsHidden,
    ColumnHidden: columnsHidden,
    Hidden: (self) => {
      const rows = rowsHidden(self);
      const columns = columnsHidden(self);
      return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
    },
    Hyperlink: hyperlinkOf,
    HasSpill: () => false,
    Top: (self) => self.sheet.rowTop(self.area.top),
    Left: (self) => self.sheet.columnLeft(self.area.left),
    Height: (self) => self.sheet.rowTop(self.area.bottom + 1) - self.sheet.rowTop(self.area.top),
    Width: (self) => self.sheet.columnLeft(self.area.right + 1) - self.sheet.columnLeft(self.area.left),
  },
  write: {
    Values: (self, value, world) => {
      setValues(self, value);
      changed(self, world);
    },
    Formulas: (self, value, world) => {
      setFormulas(self, value);
      changed(self, world);
    },
    FormulasLocal: (self, value, world) => {
      setFormulas(self, value);
      changed(self, world);
    },
    FormulasR1C1: (self, value, world) => {
      setFormulasR1C1(self, value);
      changed(self, world);
    },
    NumberFormat: (self, value) => setNumberFormats(self, value),
    NumberFormatLocal: (self, value) => setNumberFormats(self, value),
    RowHidden: (self, value) => {
      checkFormatWrite(self, 'allowFormatRows');
      setHidden(self.sheet.hiddenRows, self.area.top, self.area.bottom, value);
    },
    ColumnHidden: (self, value) => {
      checkFormatWrite(self, 'allowFormatColumns');
      setHidden(self.sheet.hiddenColumns, self.area.left, self.area.right, value);
    },
    Hyperlink: setHyperlink,
  },
  child: {
    Format: (self) => HostNode.of(rangeFormatType, self),
    Worksheet: (self) => HostNode.of(worksheetType, self.sheet),
    ConditionalFormats: (self) => HostNode.of(conditionalFormatsType, self),
    DataValidation: (self) => HostNode.of(dataValidationType, self),
  },
  call: {
    _KeepReference: (self, _args, world) => {
      if (self.referenceId === undefined) {
        self.referenceId = `range:${world.book.nextId()}`;
        world.references.set(self.referenceId, HostNode.of(rangeType, self));
      }
      return null;
    },
    _ValidateArraySize: (self, args) => {
      if (args.number(0) !== rowsOf(self.area) || args.number(1) !== columnsOf(self.area)) throw new HostError('InvalidArgument');
      return null;
    },
    GetCell: (self, args) => sameSheet(self, area(self.area.top + args.number(0), self.area.left + args.number(1))),
    GetRow: (self, args) => sameSheet(self, { ...self.area, top: self.area.top + args.number(0), bottom: self.area.top + args.number(0) }),
    GetColumn: (self, args) =>
      sameSheet(self, { ...self.area, left: self.area.left + args.number(0), right: self.area.left + args.number(0) }),
    GetBoundingRect: (self, args, world) => sameSheet(self, bounding(self.area, other(self, args, world).area)),
    GetIntersection: (self, args, world) => sameSheet(self, intersect(self.area, other(self, args, world).area) ?? refuse('ItemNotFound')),
    GetIntersectionOrNullObject: (self, args, world) => {
      const both = intersect(self.area, other(self, args, world).area);
      return both ? sameSheet(self, both) : null;
    },
    GetOffsetRange: (self, args) => {
      const [down, right] = [args.number(0), args.number(1)];
      return sameSheet(self, {
        top: self.area.top + down,
        bottom: self.area.bottom + down,
        left: self.area.left + right,
        right: self.area.right + right,
      });
    },
    GetResizedRange: (self, args) => resized(self, rowsOf(self.area) + args.number(0), columnsOf(self.area) + args.number(1)),
    GetAbsoluteResizedRange: (self, args) => resized(self, args.number(0), args.number(1)),
    GetLastCell: (self) => sameSheet(self, area(self.area.bottom, self.area.right)),
    GetLastRow: (self) => sameSheet(self, { ...self.area, top: self.area.bottom }),
    GetLastColumn: (self) => sameSheet(self, { ...self.area, left: self.area.right }),
    GetEntireRow: (self) => sameSheet(self, { ...self.area, left: 0, right: lastColumn }),
    GetEntireColumn: (self) => sameSheet(self, { ...self.area, top: 0, bottom: lastRow }),
    GetUsedRange: (self, args) => sameSheet(self, used(self, args.flag(0)) ?? refuse('ItemNotFound')),
    GetUsedRangeOrNullObject: (self, args) => {
      const found = used(self, args.flag(0));
      return found ? sameSheet(self, found) : null;
    },
    GetMergedAreasOrNullObject: (self) => {
      const merged = self.sheet.mergedIn(self.area);
      // As documented: beyond 512 areas the call fails.
      if (merged.length > 512) throw new HostError('InvalidOperation');
      return merged.length > 0 ? rangeAreasOf(self.sheet, merged) : null;
    },
    GetCellProperties: (self, args) => getCellProperties(self, args.values[0]),
    GetRowProperties: (self, args) => getRowProperties(self, args.values[0]),
    GetColumnProperties: (self, args) => getColumnProperties(self, args.values[0]),
    SetCellProperties: (self, args) => setCellProperties(self, args.values[0]),
    SetRowProperties: (self, args) => setRowProperties(self, args.values[0]),
    SetColumnProperties: (self, args) => setColumnProperties(self, args.values[0]),
    Merge: (self, args) => {
      checkFormatWrite(self, 'allowFormatCells');
      if (self.sheet.tables.some((table) => intersect(table.area, self.area))) throw new HostError('InvalidOperation');
      if (args.flag(0))
        for (let row = self.area.top; row <= self.area.bottom; row++) self.sheet.merge({ ...self.area, top: row, bottom: row });
      else self.sheet.merge(self.area);
    },
    Unmerge: (self) => {
      checkFormatWrite(self, 'allowFormatCells');
      self.sheet.unmerge(self.area);
    },
    Clear: (self, args, world) => clear(self, args.has(0) ? args.text(0) : 'All', world),
    Insert: (self, args) => {
      checkContentWrite(self);
      if (!isEntireRow(self.area) || args.text(0) !== 'Down') throw new HostError('InvalidArgument');
      insertRows(self.sheet, self.area);
      return sameSheet(self, self.area);
    },
    Delete: (self, args) => {
      checkContentWrite(self);
      if (!isEntireRow(self.area) || args.text(0) !== 'Up') throw new HostError('InvalidArgument');
      deleteRows(self.sheet, self.area);
    },
    CopyFrom: (self, args, world) => {
      checkFormatWrite(self, 'allowFormatCells');
      const from = rangeArgument(args, 0, world, self.sheet);
      if (from.sheet !== self.sheet || !isEntireRow(self.area) || !isEntireRow(from.area) || args.text(1) !== 'Formats')
        throw new HostError('InvalidArgument');
      copyRowFormats(self.sheet, from.area, self.area);
    },
    Select: (self, _args, world) => {
      if (self.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
      world.book.active = self.sheet;
      world.book.selection = self.area;
    },
    Calculate: (_self, _args, world) => void world.book.calculations++,
    SetDirty: () => null,
  },
};
