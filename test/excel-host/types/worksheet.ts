import { area, parseArea } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { copySheet } from '../model/rows';
import { HostNode } from '../node';
import type { TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { autoFilterType } from './auto-filter';
import { commentsType } from './comments';
import { freezePanesType } from './freeze-panes';
import { namesType } from './names';
import { notesType } from './notes';
import { pageLayoutType } from './page-layout';
import { worksheetProtectionType } from './protection';
import { accepted } from './range-format';
import { rangeAreasOf } from './range-areas';
import { areaOfAddress, rangeArgument, rangeNode } from './range';
import { worksheetCustomPropertiesType } from './keyed-values';
import { tablesType } from './tables';
import { chartsType } from './charts';
import { shapesType } from './shapes';

const pageBreaksType: TypeSpec<SheetModel> = {
  name: 'PageBreakCollection',
  call: {
    Add: (sheet, args, world) => {
      sheet.pageBreaks.push(rangeArgument(args, 0, world, sheet).area.top);
      return HostNode.of(pageBreakType, sheet);
    },
  },
};
const pageBreakType: TypeSpec<SheetModel> = { name: 'PageBreak' };

export function checkStructure(world: World): void {
  if (world.book.protection) throw new HostError('AccessDenied');
}

function deleteSheet(self: SheetModel, world: World): void {
  checkStructure(world);
  if (self.visibility === 'VeryHidden') throw new HostError('InvalidOperation');
  if (self.visibility === 'Visible' && world.book.visibleSheets.length === 1) throw new HostError('InvalidOperation');
  world.book.removeSheet(self);
  world.emit({ type: 15, targets: ['Workbook'], message: { worksheetId: self.id, source: 'Local' } });
}

function setVisibility(self: SheetModel, value: unknown, world: World): void {
  const next = accepted(value, ['Visible', 'Hidden', 'VeryHidden']) as SheetModel['visibility'];
  checkStructure(world);
  if (next !== 'Visible' && self.visibility === 'Visible' && world.book.visibleSheets.length === 1) throw new HostError('InvalidOperation');
  self.visibility = next;
  if (world.book.active === self && next !== 'Visible') world.book.active = world.book.visibleSheets[0];
}

function move(self: SheetModel, value: unknown, world: World): void {
  const { sheets } = world.book;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= sheets.length) throw new HostError('InvalidArgument');
  checkStructure(world);
  sheets.splice(sheets.indexOf(self), 1);
  sheets.splice(value, 0, self);
}

function neighbour(self: SheetModel, world: World, step: 1 | -1, visibleOnly: boolean): HostNode | undefined {
  const { sheets } = world.book;
  for (let at = sheets.indexOf(self) + step; at >= 0 && at < sheets.length; at += step) {
    const sheet = sheets[at]!;
    if (!visibleOnly || sheet.visibility === 'Visible') return HostNode.of(worksheetType, sheet);
  }
  return undefined;
}

function byId(id: string, world: World): HostNode {
  const sheet = world.book.sheets.find((one) => one.id === id);
  return sheet ? HostNode.of(worksheetType, sheet) : refuse('ItemNotFound');
}

function flag(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('InvalidArgument');
}

export const worksheetType: TypeSpec<SheetModel> = {
  name: 'Worksheet',
  alive: (self) => !self.deleted,
  identity: ['Id'],
  read: {
    Id: (self) => self.id,
    Name: (self) => self.name,
    Position: (self, world) => world.book.sheets.indexOf(self),
    Visibility: (self) => self.visibility,
    TabColor: (self) => self.tabColor,
    ShowGridlines: (self) => self.showGridlines,
    ShowHeadings: (self) => self.showHeadings,
    StandardWidth: (self) => self.standardWidth,
    StandardHeight: () => 15,
    EnableCalculation: (self) => self.enableCalculation,
  },
  write: {
    Name: (self, value, world) => {
      if (typeof value !== 'string') throw new HostError('InvalidArgument');
      checkStructure(world);
      world.book.renameSheet(self, value);
    },
    Position: move,
    Visibility: setVisibility,
    TabColor: (self, value) => {
      self.tabColor = value === '' ? '' : String(accepted(value, 'color'));
    },
    // The client sends showGridlines and showHeadings under these shorter names.
    Gridlines: (self, value) => {
      self.showGridlines = flag(value);
    },
    Headings: (self, value) => {
      self.showHeadings = flag(value);
    },
    StandardWidth: (self, value) => {
      if (typeof value !== 'number') throw new HostError('InvalidArgument');
      self.standardWidth = value;
    },
    EnableCalculation: (self, value) => {
      self.enableCalculation = flag(value);
    },
  },
  child: {
    Names: (self) => HostNode.of(namesType, { sheet: self }),
    FreezePanes: (self) => HostNode.of(freezePanesType, self),
    AutoFilter: (self) => HostNode.of(autoFilterType, self),
    PageLayout: (self) => HostNode.of(pageLayoutType, self),
    Protection: (self) => HostNode.of(worksheetProtectionType, self),
    Comments: (self) => HostNode.of(commentsType, { sheet: self }),
    Tables: (self) => HostNode.of(tablesType, { sheet: self }),
    CustomProperties: (self) => HostNode.of(worksheetCustomPropertiesType, self),
    Notes: (self) => HostNode.of(notesType, self),
    HorizontalPageBreaks: (self) => HostNode.of(pageBreaksType, self),
    Charts: (self) => HostNode.of(chartsType, self),
    Shapes: (self) => HostNode.of(shapesType, self),
  },
  call: {
    Activate: (self, _args, world) => {
      if (self.visibility !== 'Visible') throw new HostError('InvalidOperation');
      world.book.active = self;
      world.book.selection = area(0, 0);
      world.emit({ type: 11, targets: [self.id, 'Workbook'], message: { worksheetId: self.id } });
    },
    Calculate: (_self, _args, world) => void world.book.calculations++,
    Copy: (self, args, world) => {
      checkStructure(world);
      if (args.has(0) && args.text(0) !== 'End') throw new HostError('InvalidArgument');
      return HostNode.of(worksheetType, copySheet(world.book, self));
    },
    Delete: (self, _args, world) => deleteSheet(self, world),
    GetCell: (self, args) => rangeNode(self, area(args.number(0), args.number(1))),
    GetRange: (self, args, world) => {
      if (!args.has(0) || args.values[0] === '') return rangeNode(self, parseArea('1:1048576')!);
      const found = areaOfAddress(world, self, args.text(0));
      // A range asked of a sheet lies on it, whatever sheet the address names.
      if (!found || found.sheet !== self) throw new HostError('InvalidArgument');
      return rangeNode(self, found.area);
    },
    GetRangeByIndexes: (self, args) => {
      const [rows, columns] = [args.number(2), args.number(3)];
      if (rows < 1 || columns < 1) throw new HostError('InvalidArgument');
      return rangeNode(self, area(args.number(0), args.number(1), rows, columns));
    },
    GetRanges: (self, args) => {
      const areas = args.has(0)
        ? args
            .text(0)
            .split(',')
            .map((one) => parseArea(one) ?? refuse('InvalidArgument'))
        : [parseArea('1:1048576')!];
      return rangeAreasOf(self, areas);
    },
    GetUsedRange: (self, args) => rangeNode(self, self.usedArea(args.flag(0)) ?? area(0, 0)),
    GetUsedRangeOrNullObject: (self, args) => {
      const used = self.usedArea(args.flag(0));
      return used ? rangeNode(self, used) : null;
    },
    GetNext: (self, args, world) => neighbour(self, world, 1, args.flag(0)) ?? refuse('ItemNotFound'),
    GetNextOrNullObject: (self, args, world) => neighbour(self, world, 1, args.flag(0)) ?? null,
    GetPrevious: (self, args, world) => neighbour(self, world, -1, args.flag(0)) ?? refuse('ItemNotFound'),
    GetPreviousOrNullObject: (self, args, world) => neighbour(self, world, -1, args.flag(0)) ?? null,
    _GetSheetById: (_self, args, world) => byId(args.text(0), world),
    _GetAnotherWorksheetById: (_self, args, world) => byId(args.text(0), world),
    _events: (self, args, world) => {
      world.listen(eventNumber(args.text(1)), self.id, args.flag(0));
      return null;
    },
  },
};

/** Message types of the wire protocol by the names in _Register…Event. */
export function eventNumber(name: string): number {
  const numbers: Readonly<Record<string, number>> = {
    DataChangedEvent: 10,
    ActivatedEvent: 11,
    DeactivatedEvent: 12,
    AddedEvent: 13,
    SelectionChangedEvent: 14,
    DeletedEvent: 15,
    CalculatedEvent: 16,
    FormatChangedEvent: 18,
  };
  return numbers[name] ?? 0;
}
