import { columnsOf } from '../model/area';
import type { SheetModel } from '../model/sheet';
import type { TypeSpec } from '../node';
import { HostError, refuse } from '../wire';
import { rangeArgument, rangeNode } from './range';

/** The filter of a sheet. Criteria are kept; no row is hidden by them (tests set filteredRows themselves). */
export const autoFilterType: TypeSpec<SheetModel> = {
  name: 'AutoFilter',
  alive: (self) => !self.deleted,
  read: {
    Enabled: (self) => self.filter !== undefined,
    IsDataFiltered: (self) => (self.filter?.criteria.size ?? 0) > 0,
    Criteria: (self) => {
      const { filter } = self;
      return filter ? Array.from({ length: columnsOf(filter.area) }, (_, column) => filter.criteria.get(column) ?? null) : null;
    },
  },
  call: {
    Apply: (self, args, world) => {
      if (self.protection && self.protection.options['allowAutoFilter'] !== true) throw new HostError('AccessDenied');
      const { sheet, area } = rangeArgument(args, 0, world, self);
      if (sheet !== self) throw new HostError('InvalidArgument');
      const criteria = new Map<number, unknown>(self.filter?.criteria);
      if (args.has(1) && args.has(2)) criteria.set(args.number(1), args.values[2]);
      self.filter = { area, criteria };
    },
    ClearCriteria: (self) => {
      self.filter?.criteria.clear();
      self.filteredRows.clear();
    },
    Reapply: () => null,
    Remove: (self) => {
      self.filter = undefined;
      self.filteredRows.clear();
    },
    GetRange: (self) => rangeNode(self, (self.filter ?? refuse('ItemNotFound')).area),
    GetRangeOrNullObject: (self) => (self.filter ? rangeNode(self, self.filter.area) : null),
  },
};
