import { cellsOf, isEntireColumn, isEntireRow } from '../model/area';
import type { Area } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { HostNode, stored } from '../node';
import type { Arguments, TypeSpec, World } from '../node';
import { HostError, isRecord, refuse } from '../wire';
import { accepted } from './range-format';
import { rangeAreasType, rangeAreasOf } from './range-areas';
import { rangeArgument, rangeNode } from './range';

const defaults = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  BlackAndWhite: false,
  PrintErrors: 'AsDisplayed',
  Zoom: { scale: 100 },
  CenterHorizontally: false,
  CenterVertically: false,
  PrintHeadings: false,
  PrintGridlines: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  PrintComments: 'NoComments',
  DraftMode: false,
  FirstPageNumber: '',
  PrintOrder: 'DownThenOver',
};

const kept = stored((self: SheetModel) => self.page, defaults);

function checkedZoom(value: unknown): unknown {
  if (!isRecord(value)) throw new HostError('InvalidArgument');
  const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = value;
  if (scale !== undefined && (typeof scale !== 'number' || scale < 10 || scale > 400)) throw new HostError('InvalidArgument');
  // Excel takes a scale or a number of pages, not both.
  if (scale !== undefined && (wide !== undefined || tall !== undefined)) throw new HostError('InvalidArgument');
  return value;
}

function keepArea(self: SheetModel, key: string, args: Arguments, world: World, fits: (of: Area) => boolean): null {
  const { sheet, area } = rangeArgument(args, 0, world, self);
  if (sheet !== self || !fits(area)) throw new HostError('InvalidArgument');
  self.page.set(key, area);
  return null;
}

function keptArea(self: SheetModel, key: string): HostNode | null {
  const area = self.page.get(key) as Area | undefined;
  return area ? rangeNode(self, area) : null;
}

interface Part {
  readonly sheet: SheetModel;
  readonly part: string;
}

const headerFooterNames = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'];

const headerFooter: TypeSpec<Part> = {
  name: 'HeaderFooter',
  read: Object.fromEntries(
    headerFooterNames.map((name) => [name, (self: Part) => self.sheet.headerFooter.get(`${self.part}.${name}`) ?? '']),
  ),
  write: Object.fromEntries(
    headerFooterNames.map((name) => [
      name,
      (self: Part, value: unknown): void => void self.sheet.headerFooter.set(`${self.part}.${name}`, accepted(value, 'text')),
    ]),
  ),
};

const groupKept = stored((self: SheetModel) => self.headerFooter, { State: 'Default', UseSheetMargins: true, UseSheetScale: true });

const headersFooters: TypeSpec<SheetModel> = {
  name: 'HeaderFooterGroup',
  ...groupKept,
  child: Object.fromEntries(
    ['DefaultForAllPages', 'FirstPage', 'EvenPages', 'OddPages'].map((part) => [
      part,
      (sheet: SheetModel) => HostNode.of(headerFooter, { sheet, part }),
    ]),
  ),
};

/** Margins are points. Print areas and titles are kept under PrintArea, PrintTitleRows, PrintTitleColumns. */
export const pageLayoutType: TypeSpec<SheetModel> = {
  name: 'PageLayout',
  alive: (self) => !self.deleted,
  read: kept.read,
  write: {
    ...kept.write,
    Orientation: (self, value) => void self.page.set('Orientation', accepted(value, ['Portrait', 'Landscape'])),
    PaperSize: (self, value) =>
      void self.page.set('PaperSize', accepted(value, ['Letter', 'A3', 'A4', 'A5', 'B4', 'B5', 'Legal', 'Tabloid', 'Executive', 'Folio'])),
    Zoom: (self, value) => void self.page.set('Zoom', checkedZoom(value)),
  },
  child: { HeadersFooters: (self) => HostNode.of(headersFooters, self) },
  call: {
    SetPrintArea: (self, args, world) => {
      const areas = args.node(0, rangeAreasType);
      if (areas) {
        self.page.set('PrintArea', areas.areas[0]);
        return null;
      }
      return keepArea(self, 'PrintArea', args, world, (of) => cellsOf(of) > 0);
    },
    SetPrintTitleRows: (self, args, world) => keepArea(self, 'PrintTitleRows', args, world, isEntireRow),
    SetPrintTitleColumns: (self, args, world) => keepArea(self, 'PrintTitleColumns', args, world, isEntireColumn),
    SetPrintMargins: (self, args) => {
      const points = { Points: 1, Inches: 72, Centimeters: 28.3464567 }[
        accepted(args.values[0], ['Points', 'Inches', 'Centimeters']) as 'Points'
      ];
      const given = args.values[1];
      if (!isRecord(given)) throw new HostError('InvalidArgument');
      for (const [side, value] of Object.entries(given))
        self.page.set(side.charAt(0).toUpperCase() + side.slice(1) + 'Margin', Number(value) * points);
      return null;
    },
    GetPrintArea: (self) => rangeAreasOf(self, [(self.page.get('PrintArea') as Area | undefined) ?? refuse('ItemNotFound')]),
    GetPrintAreaOrNullObject: (self) => {
      const area = self.page.get('PrintArea') as Area | undefined;
      return area ? rangeAreasOf(self, [area]) : null;
    },
    GetPrintTitleRows: (self) => keptArea(self, 'PrintTitleRows') ?? refuse('ItemNotFound'),
    GetPrintTitleRowsOrNullObject: (self) => keptArea(self, 'PrintTitleRows'),
    GetPrintTitleColumns: (self) => keptArea(self, 'PrintTitleColumns') ?? refuse('ItemNotFound'),
    GetPrintTitleColumnsOrNullObject: (self) => keptArea(self, 'PrintTitleColumns'),
  },
};
