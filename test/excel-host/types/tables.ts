import { area, columnsOf } from '../model/area';
import type { Area } from '../model/area';
import type { SheetModel, TableModel } from '../model/sheet';
import { HostNode, byIndex, byKey, stored } from '../node';
import type { TypeSpec, World } from '../node';
import { HostError } from '../wire';
import { rangeNode } from './range';
import { valuesOf } from './range-values';
import { worksheetType } from './worksheet';

/** Tables can be read, renamed and turned back into ranges; an add-in cannot make them here. */
export interface TablesSelf {
  readonly sheet?: SheetModel;
}

function body(table: TableModel): Area {
  return { ...table.area, top: table.area.top + (table.showHeaders ? 1 : 0), bottom: table.area.bottom - (table.showTotals ? 1 : 0) };
}

interface ColumnSelf {
  readonly table: TableModel;
  readonly index: number;
}

const columnType: TypeSpec<ColumnSelf> = {
  name: 'TableColumn',
  identity: ['Id'],
  read: {
    Id: (self) => self.index + 1,
    Index: (self) => self.index,
    Name: (self) => String(self.table.sheet.value(self.table.area.top, self.table.area.left + self.index)),
    Values: (self) =>
      valuesOf({
        sheet: self.table.sheet,
        area: { ...self.table.area, left: self.table.area.left + self.index, right: self.table.area.left + self.index },
      }),
  },
  call: {
    GetDataBodyRange: (self) => {
      const column = self.table.area.left + self.index;
      return rangeNode(self.table.sheet, { ...body(self.table), left: column, right: column });
    },
  },
};

const columns = (table: TableModel): readonly HostNode[] =>
  Array.from({ length: columnsOf(table.area) }, (_, index) => HostNode.of(columnType, { table, index }));

const columnsType: TypeSpec<TableModel> = {
  name: 'TableColumnCollection',
  read: { Count: (self) => columnsOf(self.area) },
  items: columns,
  call: {
    ...byIndex(columns),
    ...byKey((self: TableModel, key) =>
      columns(self).find(
        (node) =>
          node.is(columnType) &&
          (String(node.self.index + 1) === key || self.sheet.value(self.area.top, self.area.left + node.self.index) === key),
      ),
    ),
  },
};

const kept = stored(
  (self: TableModel) =>
    new Map<string, unknown>(
      Object.entries({ HighlightFirstColumn: false, HighlightLastColumn: false, ShowBandedColumns: false, LegacyId: self.id }),
    ),
  {
    HighlightFirstColumn: false,
    HighlightLastColumn: false,
    ShowBandedColumns: false,
    LegacyId: '',
  },
);

const tableType: TypeSpec<TableModel> = {
  name: 'Table',
  alive: (self) => self.sheet.tables.includes(self) && !self.sheet.deleted,
  identity: ['Id'],
  read: {
    ...kept.read,
    Id: (self) => self.id,
    Name: (self) => self.name,
    ShowHeaders: (self) => self.showHeaders,
    ShowTotals: (self) => self.showTotals,
    Style: (self) => self.style,
    ShowFilterButton: (self) => self.showFilterButton,
    ShowBandedRows: (self) => self.showBandedRows,
  },
  write: {
    Name: (self, value) => {
      if (typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value)) throw new HostError('InvalidArgument');
      self.name = value;
    },
    Style: (self, value) => {
      self.style = String(value);
    },
    ShowFilterButton: (self, value) => {
      self.showFilterButton = value === true;
    },
    ShowBandedRows: (self, value) => {
      self.showBandedRows = value === true;
    },
  },
  child: { Worksheet: (self) => HostNode.of(worksheetType, self.sheet), Columns: (self) => HostNode.of(columnsType, self) },
  call: {
    GetRange: (self) => rangeNode(self.sheet, self.area),
    GetDataBodyRange: (self) => rangeNode(self.sheet, body(self)),
    GetHeaderRowRange: (self) => rangeNode(self.sheet, { ...self.area, bottom: self.area.top }),
    GetTotalRowRange: (self) => rangeNode(self.sheet, area(self.area.bottom, self.area.left, 1, columnsOf(self.area))),
    ConvertToRange: (self) => {
      self.sheet.tables.splice(self.sheet.tables.indexOf(self), 1);
      return rangeNode(self.sheet, self.area);
    },
    Delete: (self) => {
      self.sheet.tables.splice(self.sheet.tables.indexOf(self), 1);
      self.sheet.clearContents(self.area);
    },
  },
};

function all(self: TablesSelf, world: World): readonly HostNode[] {
  return (self.sheet ? [self.sheet] : world.book.sheets).flatMap((sheet) => sheet.tables.map((table) => HostNode.of(tableType, table)));
}

export const tablesType: TypeSpec<TablesSelf> = {
  name: 'TableCollection',
  read: { Count: (self, world) => all(self, world).length },
  items: all,
  call: {
    ...byIndex(all),
    ...byKey((self: TablesSelf, key, world) =>
      all(self, world).find((node) => node.is(tableType) && (node.self.id === key || node.self.name.toLowerCase() === key.toLowerCase())),
    ),
  },
};
