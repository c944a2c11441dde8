import { intersect } from '../model/area';
import type { SheetModel } from '../model/sheet';
import { HostNode, byIndex, byKey } from '../node';
import type { RangeSelf, TypeSpec } from '../node';
import { refuse } from '../wire';
import { rangeNode } from './range';

type Format = SheetModel['conditionalFormats'][number];

interface FormatSelf {
  readonly sheet: SheetModel;
  readonly format: Format;
}

/** Conditional formats are kept as they are told and never drawn: one map of values under "Custom.Rule.Formula"-like keys. */
function part(
  prefix: string,
  members: readonly string[],
  children: Readonly<Record<string, TypeSpec<FormatSelf>>> = {},
  type = 'ConditionalFormatPart',
): TypeSpec<FormatSelf> {
  return {
    name: type,
    read: Object.fromEntries(members.map((name) => [name, (self: FormatSelf) => self.format.values.get(`${prefix}.${name}`) ?? null])),
    write: Object.fromEntries(
      members.map((name) => [name, (self: FormatSelf, value: unknown): void => void self.format.values.set(`${prefix}.${name}`, value)]),
    ),
    child: Object.fromEntries(Object.entries(children).map(([name, spec]) => [name, (self: FormatSelf) => HostNode.of(spec, self)])),
  };
}

function dress(prefix: string): Readonly<Record<string, TypeSpec<FormatSelf>>> {
  return {
    Format: part(
      `${prefix}.Format`,
      ['NumberFormat'],
      {
        Font: part(`${prefix}.Format.Font`, ['Bold', 'Color', 'Italic', 'Strikethrough', 'Underline'], {}, 'ConditionalRangeFont'),
        Fill: part(`${prefix}.Format.Fill`, ['Color'], {}, 'ConditionalRangeFill'),
      },
      'ConditionalRangeFormat',
    ),
  };
}

const parts: Readonly<Record<string, TypeSpec<FormatSelf>>> = {
  Custom: part(
    'Custom',
    [],
    { ...dress('Custom'), Rule: part('Custom.Rule', ['Formula', 'FormulaLocal', 'FormulaR1C1'], {}, 'ConditionalFormatRule') },
    'CustomConditionalFormat',
  ),
  CellValue: part('CellValue', ['Rule'], dress('CellValue'), 'CellValueConditionalFormat'),
  TextComparison: part('TextComparison', ['Rule'], dress('TextComparison'), 'TextConditionalFormat'),
  DataBar: part(
    'DataBar',
    ['LowerBoundRule', 'UpperBoundRule', 'ShowDataBarOnly', 'BarDirection'],
    {
      PositiveFormat: part('DataBar.PositiveFormat', ['FillColor', 'BorderColor', 'GradientFill'], {}, 'ConditionalDataBarPositiveFormat'),
    },
    'DataBarConditionalFormat',
  ),
  Preset: part('Preset', ['Rule'], dress('Preset'), 'PresetCriteriaConditionalFormat'),
  ColorScale: part('ColorScale', ['Criteria', 'ThreeColorScale'], {}, 'ColorScaleConditionalFormat'),
};

/** Kinds that are asked for by another name than they are added by. */
const ADDED_AS: Readonly<Record<string, string>> = { TextComparison: 'ContainsText', Preset: 'PresetCriteria' };

const formatType: TypeSpec<FormatSelf> = {
  name: 'ConditionalFormat',
  alive: (self) => !self.sheet.deleted,
  identity: ['Id'],
  read: {
    Id: (self) => self.format.id,
    Type: (self) => self.format.type,
    Priority: (self) => self.sheet.conditionalFormats.indexOf(self.format),
    StopIfTrue: (self) => self.format.values.get('StopIfTrue') ?? false,
  },
  write: {
    StopIfTrue: (self, value) => void self.format.values.set('StopIfTrue', value),
    Priority: (self, value) => {
      const all = self.sheet.conditionalFormats;
      all.splice(all.indexOf(self.format), 1);
      all.splice(Number(value), 0, self.format);
    },
  },
  child: Object.fromEntries(
    Object.entries(parts).flatMap(([name, spec]) => [
      [name, (self: FormatSelf) => (self.format.type === (ADDED_AS[name] ?? name) ? HostNode.of(spec, self) : refuse('InvalidOperation'))],
      [`${name}OrNullObject`, (self: FormatSelf) => (self.format.type === (ADDED_AS[name] ?? name) ? HostNode.of(spec, self) : null)],
    ]),
  ),
  call: {
    Delete: (self) => void self.sheet.conditionalFormats.splice(self.sheet.conditionalFormats.indexOf(self.format), 1),
    GetRange: (self) => rangeNode(self.sheet, self.format.area),
    GetRangeOrNullObject: (self) => rangeNode(self.sheet, self.format.area),
  },
};

const items = (self: RangeSelf): readonly HostNode[] =>
  self.sheet.conditionalFormats
    .filter((format) => intersect(format.area, self.area))
    .map((format) => HostNode.of(formatType, { sheet: self.sheet, format }));

export const conditionalFormatsType: TypeSpec<RangeSelf> = {
  name: 'ConditionalFormatCollection',
  items,
  call: {
    ...byIndex(items),
    ...byKey((self: RangeSelf, key) => {
      const format = self.sheet.conditionalFormats.find((one) => one.id === key);
      return format && HostNode.of(formatType, { sheet: self.sheet, format });
    }),
    Add: (self, args, world) => {
      const format: Format = { id: world.book.guid(), area: self.area, type: args.text(0), values: new Map() };
      self.sheet.conditionalFormats.unshift(format);
      return HostNode.of(formatType, { sheet: self.sheet, format });
    },
    ClearAll: (self) => {
      const all = self.sheet.conditionalFormats;
      for (let index = all.length - 1; index >= 0; index--) if (intersect(all[index]!.area, self.area)) all.splice(index, 1);
    },
  },
};
