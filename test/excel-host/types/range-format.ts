import type { Area } from '../model/area';
import { area, columnsOf, rowsOf } from '../model/area';
import { displayText } from '../model/display-text';
import { standardColumnWidth, standardRowHeight } from '../model/sheet';
import type { SheetModel } from '../model/sheet';
import type { StyleValue } from '../model/style';
import { HostNode, camel } from '../node';
import type { RangeSelf, TypeSpec } from '../node';
import { HostError } from '../wire';
import { checkFormatWrite } from './guard';

type Getter = (self: RangeSelf) => unknown;
type Setter = (self: RangeSelf, value: unknown) => void;

/** What a format property takes; anything else is InvalidArgument. */
type Accepts = 'text' | 'flag' | 'number' | 'color' | readonly string[];

const horizontal = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'];
const vertical = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const underlines = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'];
const lines = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'];

/** Every plain format property by its key in the style. */
export const formatProperties: Readonly<Record<string, Accepts>> = {
  horizontalAlignment: horizontal,
  verticalAlignment: vertical,
  wrapText: 'flag',
  textOrientation: 'number',
  readingOrder: ['Context', 'LeftToRight', 'RightToLeft'],
  shrinkToFit: 'flag',
  indentLevel: 'number',
  autoIndent: 'flag',
  'fill.color': 'color',
  'fill.pattern': 'text',
  'fill.patternColor': 'color',
  'fill.tintAndShade': 'number',
  'fill.patternTintAndShade': 'number',
  'font.name': 'text',
  'font.size': 'number',
  'font.color': 'color',
  'font.bold': 'flag',
  'font.italic': 'flag',
  'font.underline': underlines,
  'font.strikethrough': 'flag',
  'font.subscript': 'flag',
  'font.superscript': 'flag',
  'font.tintAndShade': 'number',
  'protection.locked': 'flag',
  'protection.formulaHidden': 'flag',
};

const namedColors: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};

export function accepted(value: unknown, accepts: Accepts): StyleValue {
  if (accepts === 'color' && typeof value === 'string') {
    if (value === '') return '#FFFFFF';
    const color = /^#?([0-9a-f]{6})$/i.exec(value)?.[1];
    const named = namedColors[value.toLowerCase()];
    if (color || named) return color ? `#${color.toUpperCase()}` : named!;
  } else if (accepts === 'flag') {
    if (typeof value === 'boolean') return value;
  } else if (accepts === 'number') {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
  } else if (accepts === 'text') {
    if (typeof value === 'string' && value) return value;
  } else if (typeof value === 'string' && accepts !== 'color') {
    const found = accepts.find((item) => item.toLowerCase() === value.toLowerCase());
    if (found) return found;
  }
  throw new HostError('InvalidArgument');
}

export function setFormat(sheet: SheetModel, on: Area, key: string, value: unknown): void {
  const accepts = formatProperties[key];
  if (accepts === undefined) throw new HostError('InvalidArgument');
  const next = accepted(value, accepts);
  if (key === 'font.size' && (Number(next) < 1 || Number(next) > 409)) throw new HostError('InvalidArgument');
  if (key === 'indentLevel' && (Number(next) < 0 || Number(next) > 250)) throw new HostError('InvalidArgument');
  sheet.styles.set(on, key, next);
  if (key === 'fill.color') sheet.styles.set(on, 'fill.pattern', value === '' ? 'None' : 'Solid');
}

function members(prefix: string): { readonly read: Record<string, Getter>; readonly write: Record<string, Setter> } {
  const read: Record<string, Getter> = {};
  const write: Record<string, Setter> = {};
  for (const key of Object.keys(formatProperties)) {
    const name = prefix ? (key.startsWith(prefix + '.') ? key.slice(prefix.length + 1) : '') : key.includes('.') ? '' : key;
    if (!name) continue;
    const wire = name.charAt(0).toUpperCase() + name.slice(1);
    read[wire] = (self) => self.sheet.styles.shared(self.area, key);
    write[wire] = (self, value) => {
      checkFormatWrite(self, 'allowFormatCells');
      setFormat(self.sheet, self.area, key, value);
    };
  }
  return { read, write };
}

const fill: TypeSpec<RangeSelf> = {
  name: 'RangeFill',
  ...members('fill'),
  call: {
    Clear: (self) => {
      checkFormatWrite(self, 'allowFormatCells');
      self.sheet.styles.set(self.area, 'fill.color', '#FFFFFF');
      self.sheet.styles.set(self.area, 'fill.pattern', 'None');
    },
  },
};

const font: TypeSpec<RangeSelf> = { name: 'RangeFont', ...members('font') };
const protection: TypeSpec<RangeSelf> = { name: 'FormatProtection', ...members('protection') };

export const borderSides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type BorderSide = (typeof borderSides)[number];

/** The strips of cells whose own edge forms a border of the range, and which edge that is. */
function strips(of: Area, side: BorderSide): readonly (readonly [Area, string])[] {
  switch (side) {
    case 'EdgeTop':
      return [[{ ...of, bottom: of.top }, 'EdgeTop']];
    case 'EdgeBottom':
      return [[{ ...of, top: of.bottom }, 'EdgeBottom']];
    case 'EdgeLeft':
      return [[{ ...of, right: of.left }, 'EdgeLeft']];
    case 'EdgeRight':
      return [[{ ...of, left: of.right }, 'EdgeRight']];
    case 'InsideHorizontal':
      return rowsOf(of) < 2
        ? []
        : [
            [{ ...of, bottom: of.bottom - 1 }, 'EdgeBottom'],
            [{ ...of, top: of.top + 1 }, 'EdgeTop'],
          ];
    case 'InsideVertical':
      return columnsOf(of) < 2
        ? []
        : [
            [{ ...of, right: of.right - 1 }, 'EdgeRight'],
            [{ ...of, left: of.left + 1 }, 'EdgeLeft'],
          ];
    default:
      return [[of, side]];
  }
}

export function setBorder(sheet: SheetModel, on: Area, side: BorderSide, property: string, value: unknown): void {
  const next =
    property === 'style'
      ? accepted(value, lines)
      : property === 'weight'
        ? accepted(value, weights)
        : property === 'color'
          ? accepted(value, 'color')
          : accepted(value, 'number');
  for (const [strip, edge] of strips(on, side)) {
    sheet.styles.set(strip, `borders.${edge}.${property}`, next);
    // A weight or colour draws the line.
    if (property !== 'style' && sheet.styles.shared(strip, `borders.${edge}.style`) === 'None')
      sheet.styles.set(strip, `borders.${edge}.style`, 'Continuous');
  }
}

interface BorderSelf extends RangeSelf {
  readonly side: BorderSide;
}

function borderValue(self: BorderSelf, property: string): unknown {
  const values = strips(self.area, self.side).map(([strip, edge]) => self.sheet.styles.shared(strip, `borders.${edge}.${property}`));
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0] : values.length === 0 ? 'None' : null;
}

const border: TypeSpec<BorderSelf> = {
  name: 'RangeBorder',
  identity: ['SideIndex'],
  read: {
    SideIndex: (self) => self.side,
    ...Object.fromEntries(
      ['Style', 'Weight', 'Color', 'TintAndShade'].map((name) => [name, (self: BorderSelf) => borderValue(self, camel(name))]),
    ),
  },
  write: Object.fromEntries(
    ['Style', 'Weight', 'Color', 'TintAndShade'].map((name) => [
      name,
      (self: BorderSelf, value: unknown): void => {
        checkFormatWrite(self, 'allowFormatCells');
        setBorder(self.sheet, self.area, self.side, camel(name), value);
      },
    ]),
  ),
};

const borderNode = (self: RangeSelf, side: BorderSide): HostNode => HostNode.of(border, { sheet: self.sheet, area: self.area, side });

const borders: TypeSpec<RangeSelf> = {
  name: 'RangeBorderCollection',
  read: { Count: () => borderSides.length },
  items: (self) => borderSides.map((side) => borderNode(self, side)),
  call: {
    GetItem: (self, args) => borderNode(self, accepted(args.values[0], borderSides) as BorderSide),
    GetItemAt: (self, args) => borderNode(self, accepted(borderSides[args.number(0)], borderSides) as BorderSide),
  },
};

/** The size rows or columns share, null where they differ. */
function sharedSize(from: number, to: number, marked: Iterable<number>, size: (at: number) => number, standard: number): number | null {
  let count = 0;
  let value: number | undefined;
  for (const at of new Set(marked)) {
    if (at < from || at > to) continue;
    count++;
    const own = size(at);
    if (value !== undefined && value !== own) return null;
    value = own;
  }
  if (value === undefined) return standard;
  return count === to - from + 1 || value === standard ? value : null;
}

export function setRowHeight(sheet: SheetModel, from: number, to: number, value: unknown): void {
  if (typeof value !== 'number' || value < 0 || value > 409) throw new HostError('InvalidArgument');
  for (let row = from; row <= to; row++) {
    if (value === 0) sheet.hiddenRows.add(row);
    else {
      sheet.hiddenRows.delete(row);
      sheet.rowHeights.set(row, value);
    }
  }
}

/** Points; 255 characters at most, which is 1342.5 points with the default font. */
export function setColumnWidth(sheet: SheetModel, from: number, to: number, value: unknown): void {
  if (typeof value !== 'number' || value < 0 || value > 1342.5) throw new HostError('InvalidArgument');
  for (let column = from; column <= to; column++) {
    if (value === 0) sheet.hiddenColumns.add(column);
    else {
      sheet.hiddenColumns.delete(column);
      sheet.columnWidths.set(column, value);
    }
  }
}

function autofitColumns({ sheet, area: of }: RangeSelf): void {
  const used = sheet.usedArea(true);
  for (let column = of.left; column <= of.right; column++) {
    let widest = 0;
    for (let row = Math.max(of.top, used?.top ?? 0); row <= Math.min(of.bottom, used?.bottom ?? -1); row++) {
      const text = displayText(sheet.content(row, column), String(sheet.styles.value(row, column, 'numberFormat')));
      widest = Math.max(
        widest,
        [...text].reduce((width, sign) => width + (sign.charCodeAt(0) > 255 ? 2 : 1), 0),
      );
    }
    if (widest > 0) sheet.columnWidths.set(column, Math.min(1342.5, (widest + 1) * 5.25));
  }
}

const plain = members('');

export const rangeFormatType: TypeSpec<RangeSelf> = {
  name: 'RangeFormat',
  read: {
    ...plain.read,
    ColumnWidth: ({ sheet, area: of }) =>
      sharedSize(
        of.left,
        of.right,
        [...sheet.columnWidths.keys(), ...sheet.hiddenColumns],
        (column) => sheet.columnWidth(column),
        standardColumnWidth,
      ),
    RowHeight: ({ sheet, area: of }) =>
      sharedSize(
        of.top,
        of.bottom,
        [...sheet.rowHeights.keys(), ...sheet.hiddenRows, ...sheet.filteredRows],
        (row) => sheet.rowHeight(row),
        standardRowHeight,
      ),
    UseStandardHeight: ({ sheet, area: of }) => ![...sheet.rowHeights.keys()].some((row) => row >= of.top && row <= of.bottom),
    UseStandardWidth: ({ sheet, area: of }) => ![...sheet.columnWidths.keys()].some((column) => column >= of.left && column <= of.right),
  },
  write: {
    ...plain.write,
    ColumnWidth: (self, value) => {
      checkFormatWrite(self, 'allowFormatColumns');
      setColumnWidth(self.sheet, self.area.left, self.area.right, value);
    },
    RowHeight: (self, value) => {
      checkFormatWrite(self, 'allowFormatRows');
      setRowHeight(self.sheet, self.area.top, self.area.bottom, value);
    },
    UseStandardHeight: ({ sheet, area: of }, value) => {
      if (value === true)
        for (const row of [...sheet.rowHeights.keys()]) if (row >= of.top && row <= of.bottom) sheet.rowHeights.delete(row);
    },
    UseStandardWidth: ({ sheet, area: of }, value) => {
      if (value === true)
        for (const column of [...sheet.columnWidths.keys()]) if (column >= of.left && column <= of.right) sheet.columnWidths.delete(column);
    },
  },
  child: {
    Fill: (self) => HostNode.of(fill, self),
    Font: (self) => HostNode.of(font, self),
    Borders: (self) => HostNode.of(borders, self),
    Protection: (self) => HostNode.of(protection, self),
  },
  call: {
    AutofitColumns: autofitColumns,
    AutofitRows: ({ sheet, area: of }) => {
      for (let row = of.top; row <= Math.min(of.bottom, sheet.usedArea(true)?.bottom ?? -1); row++) sheet.rowHeights.delete(row);
    },
    AdjustIndent: ({ sheet, area: of }, args) => {
      for (let row = of.top; row <= of.bottom; row++) {
        for (let column = of.left; column <= of.right; column++) {
          const next = Number(sheet.styles.value(row, column, 'indentLevel')) + args.number(0);
          sheet.styles.set(area(row, column), 'indentLevel', Math.max(0, Math.min(250, next)));
        }
      }
    },
  },
};
