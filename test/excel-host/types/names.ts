import { absoluteName, sheetPrefix, splitSheet } from '../model/area';
import { isSoundFormula } from '../model/entry';
import type { NameModel, SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { HostNode, byIndex, byKey } from '../node';
import type { TypeSpec, World } from '../node';
import { HostError, refuse } from '../wire';
import { rangeNode, rangeType } from './range';
import { valuesOf } from './range-values';
import { worksheetType } from './worksheet';

/** The names of the workbook, or of one sheet. */
export interface NamesSelf {
  readonly sheet?: SheetModel;
}

function formulaText(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new HostError('InvalidArgument');
  const formula = value.startsWith('=') ? value : `=${value}`;
  return isSoundFormula(formula) ? formula : refuse('InvalidArgument');
}

function rangeOf(self: NameModel, world: World): HostNode | null {
  const found = world.book.areaOfName(self);
  return found ? rangeNode(found.sheet, found.area) : null;
}

function kindOf(self: NameModel, book: WorkbookModel): string {
  if (book.areaOfName(self)) return 'Range';
  const text = self.formula.slice(1);
  if (/^".*"$/s.test(text)) return 'String';
  if (/^(TRUE|FALSE)$/i.test(text)) return 'Boolean';
  if (text !== '' && Number.isFinite(Number(text))) return Number.isInteger(Number(text)) ? 'Integer' : 'Double';
  return text.startsWith('#') ? 'Error' : 'String';
}

function valueOf(self: NameModel, book: WorkbookModel): unknown {
  const area = book.areaOfName(self);
  const text = self.formula.slice(1);
  // A name for a range gives its address.
  if (area) return `${sheetPrefix(area.sheet.name)}${absoluteName(area.area)}`;
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === 'TRUE';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

const arrayValues: TypeSpec<NameModel> = {
  name: 'NamedItemArrayValues',
  read: {
    Values: (self, world) => {
      const range = world.book.areaOfName(self);
      return range ? valuesOf(range) : [[valueOf(self, world.book)]];
    },
    Types: (self, world) => [[kindOf(self, world.book)]],
  },
};

const namedItemType: TypeSpec<NameModel> = {
  name: 'NamedItem',
  identity: ['_Id'],
  read: {
    _Id: (self) => self.id,
    Name: (self) => self.name,
    Type: (self, world) => kindOf(self, world.book),
    Value: (self, world) => valueOf(self, world.book),
    Visible: (self) => self.visible,
    Comment: (self) => self.comment,
    Scope: (self) => (self.sheet ? 'Worksheet' : 'Workbook'),
    Formula: (self) => self.formula,
  },
  write: {
    Visible: (self, value) => {
      self.visible = typeof value === 'boolean' ? value : refuse('InvalidArgument');
    },
    Comment: (self, value) => {
      self.comment = String(value);
    },
    Formula: (self, value) => {
      self.formula = formulaText(value);
    },
  },
  child: {
    Worksheet: (self) => (self.sheet ? HostNode.of(worksheetType, self.sheet) : refuse('ItemNotFound')),
    WorksheetOrNullObject: (self) => (self.sheet ? HostNode.of(worksheetType, self.sheet) : null),
    ArrayValues: (self) => HostNode.of(arrayValues, self),
  },
  call: {
    Delete: (self, _args, world) => {
      const at = world.book.names.indexOf(self);
      if (at < 0) throw new HostError('ItemNotFound');
      world.book.names.splice(at, 1);
    },
    GetRange: (self, _args, world) => rangeOf(self, world) ?? refuse('InvalidReference'),
    GetRangeOrNullObject: (self, _args, world) => rangeOf(self, world),
  },
};

const items = (self: NamesSelf, world: World): readonly HostNode[] =>
  world.book.names.filter((name) => name.sheet === self.sheet).map((name) => HostNode.of(namedItemType, name));

function add(self: NamesSelf, world: World, name: string, formula: string, comment: unknown): HostNode {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255 || /^(?:[a-z]{1,3}[0-9]+|[rc])$/i.test(name))
    throw new HostError('InvalidArgument');
  if (world.book.findName(name, self.sheet)) throw new HostError('ItemAlreadyExists');
  const { sheet } = splitSheet(formula.slice(1));
  if (sheet !== undefined && /^[^!(]*$/.test(sheet) && !sheet.includes('"') && !world.book.find(sheet))
    throw new HostError('InvalidArgument');
  return HostNode.of(
    namedItemType,
    world.book.addName(name, formula, {
      ...(self.sheet ? { sheet: self.sheet } : {}),
      ...(typeof comment === 'string' ? { comment } : {}),
    }),
  );
}

export const namesType: TypeSpec<NamesSelf> = {
  name: 'NamedItemCollection',
  items,
  call: {
    ...byIndex(items),
    ...byKey((self: NamesSelf, key, world) => {
      const name = world.book.findName(key, self.sheet) ?? world.book.names.find((one) => one.id === key);
      return name && HostNode.of(namedItemType, name);
    }),
    Add: (self, args, world) => {
      const range = args.node(1, rangeType);
      const formula = range ? `=${sheetPrefix(range.sheet.name)}${absoluteName(range.area)}` : formulaText(args.values[1]);
      return add(self, world, args.text(0), formula, args.values[2]);
    },
    AddFormulaLocal: (self, args, world) => add(self, world, args.text(0), formulaText(args.values[1]), args.values[2]),
  },
};
