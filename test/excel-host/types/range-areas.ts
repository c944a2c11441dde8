import { areaName, cellsOf, isEntireColumn, isEntireRow, sheetPrefix } from '../model/area';
import type { Area } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { HostNode, byIndex } from '../node';
import type { TypeSpec } from '../node';
import { conditionalFormatsType } from './conditional-formats';
import { every } from './every';
import { rangeNode } from './range';
import { rangeFormatType } from './range-format';
import { worksheetType } from './worksheet';

/** Several areas of one sheet; formats go to all of them. */
export interface RangeAreasSelf {
  readonly sheet: SheetModel;
  readonly areas: readonly Area[];
  referenceId?: string;
}

export function rangeAreasOf(sheet: SheetModel, areas: readonly Area[]): HostNode {
  return HostNode.of(rangeAreasType, { sheet, areas });
}

const ranges = (self: RangeAreasSelf): readonly HostNode[] => self.areas.map((area) => rangeNode(self.sheet, area));

const collection: TypeSpec<RangeAreasSelf> = { name: 'RangeCollection', items: ranges, call: byIndex(ranges) };

const address = (self: RangeAreasSelf): string => self.areas.map((area) => sheetPrefix(self.sheet.name) + areaName(area)).join(',');

export const rangeAreasType: TypeSpec<RangeAreasSelf> = {
  name: 'RangeAreas',
  alive: (self) => !self.sheet.deleted,
  read: {
    Address: address,
    AddressLocal: address,
    AreaCount: (self) => self.areas.length,
    CellCount: (self) => self.areas.reduce((sum, area) => sum + cellsOf(area), 0),
    IsEntireColumn: (self) => self.areas.every(isEntireColumn),
    IsEntireRow: (self) => self.areas.every(isEntireRow),
  },
  child: {
    Format: (self) => every(self.areas.map((area) => HostNode.of(rangeFormatType, { sheet: self.sheet, area }))),
    // Excel keeps one for all areas.
    ConditionalFormats: (self) => every(self.areas.map((area) => HostNode.of(conditionalFormatsType, { sheet: self.sheet, area }))),
    Areas: (self) => HostNode.of(collection, self),
    Worksheet: (self) => HostNode.of(worksheetType, self.sheet),
  },
  call: {
    _KeepReference: (self, _args, world) => {
      if (self.referenceId === undefined) {
        self.referenceId = `areas:${world.book.nextId()}`;
        world.references.set(self.referenceId, HostNode.of(rangeAreasType, self));
      }
      return null;
    },
  },
};
